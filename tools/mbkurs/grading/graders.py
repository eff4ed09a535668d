"""What the course's own grade cells call: they look at the answer sheet and return points.

An answer that cannot be understood raises ``Unmarkable``: a course leader looks at it, no silent zero.
"""

from pathlib import Path

from mbkurs.grading.sheet import Answers, read_answers


class Unmarkable(Exception):
    """No machine can mark this answer; ``code`` is explained in the words of the room under ``problems``."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


class Marker:
    """Marks the answers of one sheet."""

    def __init__(self, answers: Answers):
        self._sheet = answers

    def decision(
        self,
        exercise: str,
        *,
        points: float,
        full: list[str],
        half: list[str],
        options: list[str],
        several: bool,
    ) -> float:
        """Points for a choice: all for ``full``, half for ``half``, otherwise none.

        Where several may be chosen: all points for exactly ``full``, half for some of ``full`` and ``half``
        and nothing else. No answer gives 0.
        """
        chosen = self.chosen(exercise, options, several)
        if several:
            right = chosen == set(full)
            near = bool(chosen & set(full)) and chosen <= set(full) | set(half)
        else:
            right, near = bool(chosen & set(full)), bool(chosen & set(half))
        return float(points) if right else points / 2 if near else 0.0

    def written(self, exercise: str) -> str:
        """The words of a written answer, without outer blanks; ``""`` if there is none."""
        value = self._value(exercise, "text")
        if value is None:
            return ""
        if not isinstance(value.get("text"), str):
            raise Unmarkable("wrong-type")
        return value["text"].strip()

    def chosen(self, exercise: str, options: list[str], several: bool) -> set[str]:
        """The keys of the options that were chosen."""
        value = self._value(exercise, "choice")
        if value is None:
            return set()
        chosen = value.get("chosen")
        if not isinstance(chosen, list) or not all(isinstance(key, str) for key in chosen):
            raise Unmarkable("wrong-type")
        if not set(chosen) <= set(options):
            raise Unmarkable("unknown-option")
        if len(set(chosen)) > 1 and not several:
            raise Unmarkable("too-many")
        return set(chosen)

    def _value(self, exercise: str, kind: str) -> dict | None:
        """The value of an answer of that kind; ``None`` if there is no answer."""
        if self._sheet.problem:
            raise Unmarkable(self._sheet.problem)
        entry = self._sheet.answers.get(exercise)
        if entry is None or (entry["kind"] == kind and entry["value"] is None):
            return None
        if entry["kind"] != kind or not isinstance(entry["value"], dict):
            raise Unmarkable("wrong-type")
        return entry["value"]


def marker(sheet: str, exercises: list[str]) -> Marker:
    """A marker for the sheet beside the notebook: what the first grading cell of a notebook makes."""
    return Marker(read_answers(Path(sheet), set(exercises)))
