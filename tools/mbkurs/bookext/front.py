"""The page above the languages: sends readers to theirs, and lets them choose where it cannot."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from mbkurs.bookext import assets
from mbkurs.bookext.policy import THEME_SCRIPT, policy
from mbkurs.places import BOOK
from mbkurs.words import words


def write_front(output: Path, languages: list[str]) -> Path:
    """Write ``index.html`` above the folders of the languages, and return its path."""
    templates = Environment(loader=FileSystemLoader(BOOK / "assets" / "templates"), autoescape=False)
    page = templates.get_template("front.html").render(
        languages=[{"code": code, "words": words(code, "book")} for code in languages],
        policy=policy(),
        theme_script=THEME_SCRIPT,
        version=assets.version,
        style=assets.style(with_exercises=False),
    )
    path = output / "index.html"
    path.write_text(page, encoding="utf-8")
    return path
