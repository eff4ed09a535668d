"""Interface texts: one YAML file per language and room, ``words/<language>/<room>.yml``."""

from functools import cache

import yaml

from mbkurs.places import WORDS


@cache
def words(language: str, room: str) -> dict:
    """All texts of one room in one language, by key.

    Raises ``FileNotFoundError`` for a language or room that has no file.
    """
    text = (WORDS / language / f"{room}.yml").read_text(encoding="utf-8")
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
