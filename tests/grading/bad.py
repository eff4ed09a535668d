"""Kinds of bad submissions, each with one defect; the function that makes it is named after it.

The outcome says what must become of it: ``OK`` is marked like the good one, ``flagged`` waits for a person
with that code of ``problems``, ``refused`` stays out with that code of ``refusals``.
"""

from collections.abc import Callable
from dataclasses import dataclass

PRIVATE = "THE-LEADERS-OWN"
OK = ("ok", "")


def flagged(code: str) -> tuple[str, str]:
    return "flagged", code


def refused(code: str) -> tuple[str, str]:
    return "refused", code


@dataclass(frozen=True)
class Kind:
    """One way to be bad: ``make`` puts it there; ``who`` is the trainee, if another than the kind's name."""

    name: str
    make: Callable
    outcome: tuple[str, str]
    who: str

    @property
    def trainee(self) -> str:
        return self.who or self.name


def collect_in(kinds: list[Kind]) -> Callable:
    """The decorator that adds a function to ``kinds``."""

    def with_outcome(outcome: tuple[str, str], who: str = "") -> Callable:
        return lambda make: kinds.append(Kind(make.__name__, make, outcome, who)) or make

    return with_outcome


def answered(answers: dict, key: str, value: object) -> dict:
    """The answers, with another value for the first of one kind: ``choice`` or ``text``."""
    name = next(name for name, entry in answers.items() if entry["kind"] == key)
    return answers | {name: answers[name] | {"value": value}}
