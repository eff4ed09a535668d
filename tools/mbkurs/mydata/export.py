"""``python3 course.py export``: everything a trainee has written, in one file that a person can read."""

import json
from datetime import date, datetime
from html import escape
from pathlib import Path

from mbkurs.answers.places import SHEET, home, use_chosen_home
from mbkurs.answers.sheet import now
from mbkurs.answers.store import damaged, read
from mbkurs.exercises.textform import spoken
from mbkurs.language import nice_date, nice_moment, system_language
from mbkurs.mydata.course_index import exercises, retired
from mbkurs.words import words


def page(language: str) -> str:
    """One HTML page with every answer in the trainee's folder: journal, assignments, earlier versions."""
    say = words(language, "mydata")
    index = exercises(language)
    titles = retired(language)
    parts = [_sheet(path, index, titles, language) for path in sheets()]
    parts += [_damaged(path, say) for sheet in sheets() for path in damaged(sheet)]
    body = "\n".join(parts) or f"<p>{escape(say['empty'])}</p>"
    about = say["about"].format(time=_moment(now(), language))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(say['title'])}</title><style>{STYLE}</style></head>\n"
        f"<body><h1>{escape(say['title'])}</h1><p>{escape(about)}</p>\n{body}</body></html>\n"
    )


STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}.a{white-space:pre-wrap}"
)


def sheets() -> list[Path]:
    """All answer sheets in the trainee's folder, the journal first."""
    return [path for path in [home() / SHEET, *sorted(home().glob(f"*/**/{SHEET}"))] if path.exists()]


def _sheet(path: Path, index: dict, titles: dict, language: str) -> str:
    say = words(language, "mydata")
    sheet = read(path)
    order = [*index, *(key for key in sheet["answers"] if key not in index)]
    there = [(key, sheet["answers"][key]) for key in order if key in sheet["answers"]]
    answers = [_answer(key, entry, index, titles, language) for key, entry in there]
    ticks = sorted(sheet["days"].items())
    days = ", ".join(f"{day} ({_day(ticked, language)})" for day, ticked in ticks)
    ticked = f"<p>{escape(say['days'].format(days=days))}</p>" if days else ""
    name = say["journal"] if path.parent == home() else path.parent.name
    return f"<h2>{escape(name)}</h2>{ticked}{''.join(answers)}"


def _answer(key: str, entry: dict, index: dict, titles: dict, language: str) -> str:
    props = index.get(key)
    title = props["title"] if props else titles.get(key, key)
    versions = [entry, *reversed(entry.get("earlier", []))]
    texts = [_version(props, version, language) for version in versions if version["value"] is not None]
    note = "" if props else f"<p>{escape(words(language, 'mydata')['retired'])}</p>"
    return f"<h3>{escape(title)}</h3>{note}{''.join(texts)}" if texts else ""


def _version(props: dict | None, version: dict, language: str) -> str:
    words_ = escape(_lines(props, version["value"]))
    return f'<p><small>{escape(_moment(version["saved"], language))}</small></p><p class="a">{words_}</p>'


def _day(ticked: str, language: str) -> str:
    try:
        return nice_date(date.fromisoformat(ticked), language)
    except ValueError:
        return ticked


def _moment(saved: str, language: str) -> str:
    """A time of the sheet as a person reads it; as it stands where it is none."""
    try:
        return nice_moment(datetime.fromisoformat(saved), language)
    except ValueError:
        return saved


def _lines(props: dict | None, value) -> str:
    """The answer in words; its bare data where the exercise is gone or has changed its kind."""
    try:
        return "\n".join(spoken(props, value)) if props else json.dumps(value, ensure_ascii=False, indent=1)
    except (LookupError, TypeError, AttributeError):
        return json.dumps(value, ensure_ascii=False, indent=1)


def _damaged(path: Path, say: dict) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    return f'<h2>{escape(say["damaged"].format(file=path.name))}</h2><p class="a">{escape(text)}</p>'


def run(arguments: list[str]) -> int:
    """Write the page into the trainee's folder and say where it is."""
    language = system_language(arguments)
    use_chosen_home()
    home().mkdir(parents=True, exist_ok=True)
    file = home() / words(language, "mydata")["file"].format(time=now().replace(":", ""))
    file.write_text(page(language), encoding="utf-8")
    print(words(language, "mydata")["written"].format(file=file))
    return 0
