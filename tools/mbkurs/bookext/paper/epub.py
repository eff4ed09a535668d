"""A document as an EPUB, by pandoc."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from uuid import NAMESPACE_URL, uuid5

from bs4 import BeautifulSoup

from mbkurs.bookext.paper.document import Document
from mbkurs.bookext.paper.missing import MissingLibrary
from mbkurs.bookext.paper.sheet import HERE, environment
from mbkurs.words import words


def write_epub(html: str, document: Document, day: date, path: Path) -> None:
    """Write ``path``. Raises ``MissingLibrary`` without pandoc, ``RuntimeError`` with pandoc's own words."""
    try:
        import pypandoc

        pypandoc.get_pandoc_path()
    except (ImportError, OSError) as error:
        raise MissingLibrary("no-pandoc") from error
    with TemporaryDirectory() as folder:
        cover = Path(folder, "cover.svg")
        cover.write_text(_cover(document), encoding="utf-8")
        pypandoc.convert_text(
            for_pandoc(html),
            "epub3",
            format="html",
            outputfile=path,
            extra_args=[
                "--split-level=2",
                "--toc",
                "--toc-depth=3",
                f"--css={HERE / 'epub.css'}",
                f"--epub-cover-image={cover}",
                *_metadata(document, day),
            ],
        )


def for_pandoc(html: str) -> str:
    """Pandoc keeps no class or id of a paragraph or list, and no heading in the foot of a table."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select(".chapter :is(p, ul, dl):is([class], [id])"):
        attrs, tag.attrs = tag.attrs, {}
        tag.wrap(soup.new_tag("div", attrs=attrs))
    for foot in soup.select("tfoot th"):
        foot.name = "td"
        del foot["scope"]
    return str(soup)


def _cover(document: Document) -> str:
    return (
        environment()
        .get_template("cover.svg.j2")
        .render(
            title=document.title,
            lines=wrap(document.subtitle, 34),  # an image does not wrap its text
        )
    )


def _metadata(document: Document, day: date) -> list[str]:
    """The identifier stays the same from edition to edition, so that readers replace the old one."""
    book = words(document.language, "book")
    fields = {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": book["title"],
        "lang": document.language,
        "date": day.isoformat(),
        "identifier": uuid5(NAMESPACE_URL, f"mb-kurset/{document.language}/{document.name}").urn,
        "description": book["description"],
        "rights": book["footer-licence"],
    }
    return [f"--metadata={key}={value}" for key, value in fields.items()]
