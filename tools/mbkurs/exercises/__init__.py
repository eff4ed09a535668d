"""Exercises: a declaration in a cell, and a pure function that shows it everywhere."""

from mbkurs.exercises.boxes import show
from mbkurs.exercises.declaration import KINDS, ExerciseError, parse
from mbkurs.exercises.render import MIME, render

__all__ = ["KINDS", "MIME", "ExerciseError", "parse", "render", "show"]
