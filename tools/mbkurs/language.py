"""Which language to speak with the person at this machine."""

import os
from datetime import date, datetime

from babel.dates import format_date

from mbkurs.places import languages

# How dates are written: the course's English is British.
DATES = {"en": "en_GB"}


def nice_date(day: date, language: str, form: str = "long") -> str:
    """A date as people of the language write it: "22. november 2026", "22 November 2026"."""
    return format_date(day, form, locale=DATES.get(language, language))


def nice_moment(time: datetime, language: str) -> str:
    """A moment in the reader's own time zone: "22. november 2026, 23:54", "22 November 2026, 23:54"."""
    here = time.astimezone()
    return f"{nice_date(here.date(), language)}, {here:%H:%M}"


def system_language(arguments: list[str] | None = None) -> str:
    """``--language CODE`` where given, else the system's language, else English; Norwegian means bokmål."""
    arguments = arguments or []
    if "--language" in arguments[:-1]:
        asked = arguments[arguments.index("--language") + 1]
        if asked in languages():
            return asked
    code = _system_code()
    return "nb" if code in ("nb", "nn", "no") else code if code in languages() else "en"


def _system_code() -> str:
    # Windows and macOS desktops set none of the first three; there ``course.py`` asks the desktop.
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "MBKURS_LANGUAGE"):
        if os.environ.get(variable):
            return os.environ[variable][:2].lower()
    return ""
