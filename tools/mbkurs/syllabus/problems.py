"""What is wrong with a syllabus file, said so that its author can mend it."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

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


def unreadable(file: Path, error: yaml.YAMLError | UnicodeDecodeError) -> Problem:
    """A YAML file that cannot be read at all, with the line where reading stopped."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    return Problem(file, str(line), "not-yaml", {"line": line})


class SyllabusError(ValueError):
    """The syllabus can't be used; ``problems`` holds everything found, not just the first."""

    def __init__(self, problems: list[Problem]):
        # The only argument is what it was made from: it travels between the processes that build the book.
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: str) -> str:
        return "\n".join(problem.text(language) for problem in self.problems)
