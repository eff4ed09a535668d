"""What search engines want to know where the book has an address of its own: each page in each language."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from mbkurs.bookext import toc
from mbkurs.bookext.addresses import address
from mbkurs.places import BOOK


def write_sitemap(output: Path, base: str, codes: list[str], root: Path) -> Path | None:
    """Write ``sitemap.xml`` above the folders of the languages; nothing for a book without an address.

    ``base`` is the address of the folder above the languages, with a slash at the end, or empty.
    """
    if not base:
        return None
    pages = [address(page) for page in toc.pages(toc.contents(codes[0], root))]
    templates = Environment(loader=FileSystemLoader(BOOK / "assets" / "templates"), autoescape=True)
    path = output / "sitemap.xml"
    text = templates.get_template("sitemap.xml").render(base=base, pages=pages, codes=codes)
    path.write_text(text, encoding="utf-8")
    return path
