"""A document as a tagged PDF."""

from pathlib import Path

import font_lato

from mbkurs.bookext.paper.missing import MissingLibrary
from mbkurs.bookext.paper.sheet import HERE
from mbkurs.words import words

FONTS = Path(font_lato.font_directory)
_FACES = {
    "Regular": "",
    "Italic": "font-style: italic",
    "Bold": "font-weight: 700",
    "BoldItalic": "font-weight: 700; font-style: italic",
}


def write_pdf(html: str, language: str, path: Path) -> int:
    """Write ``path`` and return the number of pages.

    The file has the PDF/UA flag, tags, bookmarks, title and language (veraPDF is not asked).
    Raises ``MissingLibrary`` where Pango is not installed.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise MissingLibrary("no-pango") from error
    fonts = FontConfiguration()
    style = _style(language)
    pages = HTML(string=html, base_url=HERE.as_uri()).render(
        stylesheets=[CSS(string=style, font_config=fonts, base_url=HERE.as_uri())], font_config=fonts
    )
    pages.write_pdf(path, pdf_variant="pdf/ua-1", custom_metadata=False)
    return len(pages.pages)


def _style(language: str) -> str:
    faces = "\n".join(
        f'@font-face {{ font-family: Lato; src: url("{(FONTS / f"Lato-{name}.ttf").as_uri()}"); {style} }}'
        for name, style in _FACES.items()
    )
    page = f':root {{ --page: "{words(language, "paper")["page"]}"; }}'
    return "\n".join([faces, page, (HERE / "paper.css").read_text(encoding="utf-8")])
