"""The single HTML page of a document, from which the PDF and the EPUB are made."""

from datetime import date
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader

from mbkurs.bookext.paper.document import Document
from mbkurs.bookext.paper.page import identity
from mbkurs.words import words

HERE = Path(__file__).parent


def environment() -> Environment:
    """The templates of this folder."""
    return Environment(loader=FileSystemLoader(HERE), autoescape=True)


def sheet(document: Document, day: date, with_front: bool) -> str:
    """The HTML of a document made on ``day``. ``with_front`` adds cover and contents: EPUB makes its own."""
    say = words(document.language, "paper")
    chapters = {chapter.id: chapter for part in document.parts for chapter in part.chapters}
    month = format_date(day, "LLLL y", locale=document.language)
    return (
        environment()
        .get_template("paper.html.j2")
        .render(
            document=document,
            book=words(document.language, "book"),
            say=say,
            date=day,
            edition=say["edition"].format(month=month),
            help=chapters.get(identity("crisis-help")),
            with_front=with_front,
        )
    )
