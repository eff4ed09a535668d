"""Checks of the course's content: one rule a module in ``rules``, each of which returns findings."""

from mbkurs.checks.finding import Finding
from mbkurs.checks.project import Project
from mbkurs.checks.rules import RULES

__all__ = ["RULES", "Finding", "Project"]
