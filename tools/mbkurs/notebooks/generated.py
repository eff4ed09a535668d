"""Pages that are made from others: ``%exercises``, every exercise of the course, and ``%news``, what is new.

They are Markdown, so that the book and the trainee's own server draw them alike.
"""

from datetime import date
from html import escape

import yaml

from mbkurs.exercises import ExerciseError, parse
from mbkurs.language import nice_date
from mbkurs.notebooks.files import Declaration, days, declarations, read
from mbkurs.places import BOOK
from mbkurs.syllabus import Day, load
from mbkurs.words import words

NEWS = BOOK / "news.yml"
ANCHOR = "exercise-{}"  # of an exercise on its page in the book


def exercises(language: str) -> str:
    """Markdown: the exercises of the days that are written, by module and day, with links to each."""
    say = words(language, "notebooks")
    pages = {f"{path.parent.name}/{path.stem}": path for path in days(language)}
    parts = []
    for module in load().modules:
        written = [day for day in module.days if day.page in pages]
        if written:
            parts.append(f"## {say['module'].format(number=module.number, title=module.title[language])}")
            parts += [_day(day, declarations(read(pages[day.page])), language) for day in written]
    return "\n\n".join(parts)


def _day(day: Day, found: list[Declaration], language: str) -> str:
    heading = words(language, "notebooks")["day"].format(id=day.id, title=day.title[language])
    page = f"../../modules/{language}/{day.page}.ipynb"
    items = [_item(page, item, language) for item in found if item.magic == "exercise"]
    return f'### {heading}\n\n<ul class="mb-index">{"".join(items)}</ul>'


def _item(page: str, item: Declaration, language: str) -> str:
    """A list item; nothing for an exercise that cannot be shown: its own page says what is wrong with it."""
    try:
        title = parse(item.kind, item.id, item.body, language)["title"]
    except ExerciseError:
        return ""
    kind = words(language, "exercises")[item.kind]["name"]
    link = f'<a href="{page}#{ANCHOR.format(item.id)}">{escape(title, quote=False)}</a>'
    return f'<li>{link} <span class="mb-kind-of">{escape(kind)}</span></li>'


def news(language: str) -> str:
    """Markdown: the entries of ``book/news.yml``, newest first.

    Raises ``LookupError`` with a sentence for an entry without a date or a text.
    """
    entries = yaml.safe_load(NEWS.read_text(encoding="utf-8")) or []
    for number, entry in enumerate(entries, 1):
        if not (isinstance(entry, dict) and isinstance(entry.get("date"), date) and entry.get(language)):
            raise LookupError(words(language, "notebooks")["news-unfinished"].format(number=number))
    by_day = sorted({entry["date"] for entry in entries}, reverse=True)
    return "\n\n".join(
        "\n".join(
            [f"## {nice_date(day, language)}\n"]
            + [f"- {entry[language]}" for entry in entries if entry["date"] == day]
        )
        for day in by_day
    )
