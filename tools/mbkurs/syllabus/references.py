"""The sources of the course, from ``book/references.bib``."""

from functools import lru_cache
from html import escape
from pathlib import Path

from pybtex.database import Entry, Person, parse_file
from pybtex.exceptions import PybtexError

from mbkurs.places import BOOK
from mbkurs.syllabus.html import box, heading
from mbkurs.syllabus.problems import Problem, SyllabusError
from mbkurs.words import words

BIBLIOGRAPHY = BOOK / "references.bib"


def reference(key: str, language: str = "nb") -> dict:
    """A source as ``{key, label, authors, title, year, url, seen, langid}``; ``label`` reads "ALF 2019".

    ``url`` and ``seen`` (the day it was looked at) are None where the entry has none.
    Raises ``LookupError`` with a sentence in ``language`` if the bibliography has no such key.
    """
    entries = _entries()
    if key not in entries:
        raise LookupError(words(language, "syllabus")["unknown-source"].format(key=key))
    return _reference(key, entries[key], words(language, "syllabus"))


def reference_keys() -> list[str]:
    """All keys of the bibliography, in the file's order."""
    return list(_entries())


def references_html(keys: list[str], language: str) -> str:
    """The box of a page's sources: one list item per key with the id ``ref-KEY``, by label."""
    text = words(language, "syllabus")
    found = sorted((reference(key, language) for key in keys), key=lambda ref: ref["label"].casefold())
    items = "\n".join(_item(ref, text) for ref in found)
    return box("sources", text["sources"], f"{heading(text['sources'])}\n<ul>\n{items}\n</ul>")


def _entries() -> dict[str, Entry]:
    stamp = BIBLIOGRAPHY.stat().st_mtime_ns if BIBLIOGRAPHY.exists() else 0
    return _parse(BIBLIOGRAPHY, stamp)


@lru_cache(maxsize=2)
def _parse(file: Path, stamp: int) -> dict[str, Entry]:
    """Raises ``SyllabusError`` where the bibliography can't be read."""
    if not stamp:
        return {}
    try:
        return dict(parse_file(str(file), bib_format="bibtex", encoding="utf-8").entries)
    except (PybtexError, UnicodeDecodeError) as error:
        # Not every fault has a line: a key that stands twice is found when all is read.
        line = getattr(error, "lineno", None) or "–"
        raise SyllabusError([Problem(file, str(line), "not-bibtex", {"problem": str(error)})]) from error


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "").strip()


def _surname(person: Person) -> str:
    return _plain(" ".join([*person.prelast_names, *person.last_names]))


def _reference(key: str, entry: Entry, text: dict) -> dict:
    fields = {name.lower(): _plain(value) for name, value in entry.fields.items()}
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [_surname(person) for person in people] or [fields.get("title", key)]
    year = fields.get("year") or text["no-year"]
    return {
        "key": key,
        "label": f"{fields.get('shorthand') or _together(names, text)} {year}",
        "authors": "; ".join(_plain(str(person)) for person in people),
        "title": fields.get("title", key),
        "year": year,
        "url": fields.get("url"),
        "seen": fields.get("urldate"),
        "langid": fields.get("langid"),
    }


def _together(names: list[str], text: dict) -> str:
    if len(names) > 2:
        return f"{names[0]} {text['and-others']}"
    return f" {text['and']} ".join(names)


def _item(ref: dict, text: dict) -> str:
    code = {"norsk": "nb", "nynorsk": "nn", "english": "en", "danish": "da"}.get(ref["langid"])
    spoken = f' lang="{code}"' if code else ""
    title = f"<cite{spoken}>{escape(ref['title'])}</cite>"
    if ref["url"]:
        title = f'<a href="{escape(ref["url"])}">{title}</a>'
    who = f"{escape(ref['authors'])} " if ref["authors"] else ""
    seen = " " + escape(text["seen"].format(date=ref["seen"])) if ref["seen"] else ""
    return f'<li id="ref-{escape(ref["key"])}">{who}({escape(ref["year"])}). {title}.{seen}</li>'
