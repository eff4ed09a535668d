"""Whom to call: reads ``modules/data/crisis-no.yml``."""

from functools import lru_cache
from pathlib import Path

import yaml

from mbkurs.places import DATA
from mbkurs.syllabus.problems import SyllabusError, unreadable


def crisis(file: Path = DATA / "crisis-no.yml") -> dict:
    """The file's content as it stands; read again only when it has changed.

    Raises ``SyllabusError`` where it can't be read.
    """
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(file: Path, stamp: int) -> dict:
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SyllabusError([unreadable(file, error)]) from error
