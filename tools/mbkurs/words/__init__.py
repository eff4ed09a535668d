"""Interface texts: one YAML file per language and room, ``words/<language>/<room>.yml``."""

import sys
from functools import cache

import yaml

from mbkurs.places import WORDS


@cache
def words(language: str, room: str) -> dict:
    """All texts of one room in one language, by key.

    Raises ``FileNotFoundError`` for a language or room that has no file.
    """
    text = (WORDS / language / f"{room}.yml").read_text(encoding="utf-8")
    if sys.platform == "win32":  # there "python3" is no command, or one that opens a shop
        text = text.replace("python3 course.py", "py course.py")
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
