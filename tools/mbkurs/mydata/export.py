"""``python3 course.py export``: everything a trainee has written, in one file that a person can read."""

import json
from html import escape
from pathlib import Path

from mbkurs.answers.places import SHEET, home, use_chosen_home
from mbkurs.answers.sheet import now
from mbkurs.answers.store import damaged, read
from mbkurs.exercises.textform import spoken
from mbkurs.language import system_language
from mbkurs.mydata.course_index import exercises, retired
from mbkurs.words import words


def page(language: str) -> str:
    """One HTML page with every answer in the trainee's folder: journal, assignments, earlier versions."""
    say = words(language, "mydata")
    index = exercises(language)
    titles = retired(language)
    parts = [_sheet(path, index, titles, say) for path in sheets()]
    parts += [_damaged(path, say) for sheet in sheets() for path in damaged(sheet)]
    body = "\n".join(parts) or f"<p>{escape(say['empty'])}</p>"
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(say['title'])}</title><style>{STYLE}</style></head>\n"
        f"<body><h1>{escape(say['title'])}</h1><p>{escape(say['about'].format(time=now()))}</p>\n{body}</body></html>\n"
    )


STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}.a{white-space:pre-wrap}"
)


def sheets() -> list[Path]:
    """All answer sheets in the trainee's folder, the journal first."""
    return [path for path in [home() / SHEET, *sorted(home().glob(f"*/**/{SHEET}"))] if path.exists()]


def _sheet(path: Path, index: dict, titles: dict, say: dict) -> str:
    sheet = read(path)
    order = [*index, *(key for key in sheet["answers"] if key not in index)]
    answers = [
        _answer(key, sheet["answers"][key], index, titles, say) for key in order if key in sheet["answers"]
    ]
    days = ", ".join(f"{day} ({date})" for day, date in sorted(sheet["days"].items()))
    ticked = f"<p>{escape(say['days'].format(days=days))}</p>" if days else ""
    name = say["journal"] if path.parent == home() else path.parent.name
    return f"<h2>{escape(name)}</h2>{ticked}{''.join(answers)}"


def _answer(key: str, entry: dict, index: dict, titles: dict, say: dict) -> str:
    props = index.get(key)
    title = props["title"] if props else titles.get(key, key)
    versions = [entry, *reversed(entry.get("earlier", []))]
    texts = [_version(props, version) for version in versions if version["value"] is not None]
    note = "" if props else f"<p>{escape(say['retired'])}</p>"
    return f"<h3>{escape(title)}</h3>{note}{''.join(texts)}" if texts else ""


def _version(props: dict | None, version: dict) -> str:
    words_ = escape(_lines(props, version["value"]))
    return f'<p><small>{escape(version["saved"])}</small></p><p class="a">{words_}</p>'


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
