"""What is wrong with a syllabus file, said so that its author can mend it."""

from dataclasses import dataclass, field
from pathlib import Path

from mbkurs.places import ROOT
from mbkurs.words import words


@dataclass(frozen=True)
class Problem:
    """One thing to mend. ``key`` names a text of the room's words, which ``values`` fills."""

    file: Path
    place: str
    key: str
    values: dict = field(default_factory=dict)

    def what(self, language: str) -> str:
        return words(language, "syllabus")[self.key].format(**self.values)

    def remedy(self, language: str) -> str:
        return words(language, "syllabus")[f"{self.key}-remedy"].format(**self.values)

    def text(self, language: str) -> str:
        """One line: file, place, what is wrong, what to do."""
        file = self.file.relative_to(ROOT) if self.file.is_relative_to(ROOT) else self.file
        return f"{file}: {self.place}: {self.what(language)} {self.remedy(language)}"


class SyllabusError(ValueError):
    """The syllabus can't be used; ``problems`` holds everything found, not just the first."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        return "\n".join(problem.text(language) for problem in self.problems)
