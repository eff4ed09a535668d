"""What a rule has found, in the words of the person who asked."""

from dataclasses import dataclass
from pathlib import Path

from mbkurs.words import words


@dataclass(frozen=True)
class Finding:
    """Something to mend: in which file, where in it (cell id, line or field), what, and how to mend it."""

    file: Path
    place: str
    what: str
    remedy: str


class Teller:
    """Makes findings in one language: ``tell(file, place, key, **values)``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = words(language, "checks")["findings"]

    def __call__(self, file: Path, place: str, key: str, /, **values) -> Finding:
        """The finding ``key`` of ``words/<language>/checks.yml``, its texts filled with ``values``."""
        text = self._texts[key]
        return Finding(file, str(place), text["what"].format(**values), text["remedy"].format(**values))
