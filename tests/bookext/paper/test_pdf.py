"""The PDFs: accessible, findable, whole."""

import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from mbkurs.bookext.paper.missing import MissingLibrary
from mbkurs.bookext.paper.pdf import write_pdf
from mbkurs.syllabus import load
from mbkurs.words import words
from tests.bookext.paper.conftest import bookmarks, pages, reader

MM = 72 / 25.4


def days(file) -> list[str]:
    """What each day of the file that is written is called, in its language; a workbook has its module's."""
    language = file.parent.name
    said = words(language, "book")["day"]
    return [
        f"{said.format(number=day.id)}: {day.title[language]}"
        for day in load().days
        if (file.parent / f"{day.page}.html").exists() and file.stem in ("MB-kurset", day.folder)
    ]


def sites(file) -> list[BeautifulSoup]:
    """The days on screen that the file shows on paper."""
    return [BeautifulSoup(page.read_text("utf-8"), "html.parser") for page in file.parent.glob("01-*/*.html")]


def test_it_says_that_it_is_accessible(pdf):
    catalogue = reader(pdf).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == pdf.parent.name
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert re.search(rb'pdfuaid:part(>|=")1', catalogue["/Metadata"].get_data())


def figures(node) -> list[dict]:
    """All figures below a node of the structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        return [figure for child in node for figure in figures(child)]
    if not isinstance(node, dict):
        return []
    below = figures(node["/K"]) if "/K" in node else []
    return [node, *below] if node.get("/S") == "/Figure" else below


def test_every_picture_is_told_in_words(pdf):
    found = figures(reader(pdf).trailer["/Root"]["/StructTreeRoot"])
    assert found or pdf.stem != "MB-kurset"
    assert all(figure.get("/Alt", "").strip() for figure in found)


def test_it_has_a_title(pdf):
    title = reader(pdf).metadata.title
    module = load().modules[0].title[pdf.parent.name]
    assert title.startswith("MB-kurset" if pdf.stem == "MB-kurset" else module)


def test_every_day_has_a_bookmark_and_its_number_in_the_contents(pdf):
    marks = bookmarks(pdf)
    contents = "\n".join(pages(pdf)[1 : marks[days(pdf)[0]] - 1])  # all that stands before the first day
    for day in days(pdf):
        number = re.search(re.escape(day) + r"[ .]+(\d+)", contents)
        assert int(number[1]) == marks[day]
        assert day.split(": ")[1] in pages(pdf)[marks[day] - 1]


def test_a_page_says_its_number_and_its_day(pdf):
    day = days(pdf)[0]
    number = bookmarks(pdf)[day]
    second = pages(pdf)[number]
    assert second.endswith(f" {number + 1}")
    assert day in second and load().modules[0].title[pdf.parent.name] in second


def test_every_exercise_is_on_paper(pdf):
    everything = " ".join(pages(pdf))
    headings = [title for site in sites(pdf) for title in site.select(".mb-exercise > h3")]
    titles = [" ".join(heading.get_text().split()) for heading in headings]
    assert len(titles) > 20
    assert [title for title in titles if title not in everything] == []


def test_no_word_leaves_its_margins(pdf):
    found = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    cover, *rest = found.split("<page ")[1:]
    assert 'width="595' in cover
    outside = [
        word
        for page in rest
        for left, top, right, bottom, word in re.findall(
            r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page
        )
        if float(left) < 26 * MM or float(right) > 184 * MM or float(top) < 8 * MM or float(bottom) > 290 * MM
    ]
    assert outside == []


def test_timetables_and_crisis_boxes_are_not_cut(pdf):
    ends = []
    for site in sites(pdf):
        tables = site.select(".mb-plan table")
        ends += [(table.caption.get_text(), " ".join(table.tfoot.tr.stripped_strings)) for table in tables]
        ends += [
            (box.h3.get_text(), box.select("p")[-1].get_text()[:40]) for box in site.select(".mb-crisis")
        ]
    assert len(ends) >= 6
    assert [(start, end) for start, end in ends if not any(start in p and end in p for p in pages(pdf))] == []


def test_long_words_are_divided(pdf):
    raw = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert len(re.findall(r"[a-zæøå]{3}[‐-]\n\s*[a-zæøå]{3}", raw)) > 20


def test_there_are_lines_to_write_on(pdf):
    notes = [title.get_text() for site in sites(pdf) for title in site.select(".mb-exercise.mb-text > h3")]
    drawn = [page.get_contents().get_data() for page in reader(pdf).pages]
    # A page that is only read has none of these strokes.
    bare = [title for title in notes if not _strokes(title, pages(pdf), drawn)]
    assert notes and bare == []


def _strokes(title: str, texts: list[str], drawn: list[bytes]) -> int:
    """Lines and boxes on the pages that hold a title, and that are no list of titles."""
    held = [data for text, data in zip(texts, drawn, strict=True) if title in text]
    return sum(data.count(b" l\n") + data.count(b" re\n") for data in held)


def test_without_pango_it_says_so(tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MissingLibrary) as raised:
        write_pdf("<p>Hei</p>", "nb", tmp_path / "x.pdf")
    assert raised.value.key == "no-pango"
