"""The EPUB passes the official check and holds every day."""

import json
import subprocess
import zipfile
from pathlib import Path
from shutil import which

import pytest

from mbkurs.bookext.paper.epub import for_pandoc
from mbkurs.places import languages
from mbkurs.syllabus import load


@pytest.fixture(params=languages())
def epub(request, printed) -> Path:
    return printed / request.param / "MB-kurset.epub"


def test_epubcheck_finds_nothing(epub, tmp_path):
    # Debian's starter needs a kernel that runs jar files; Java itself does not.
    jar = Path(which("epubcheck")).resolve()
    report = tmp_path / "report.json"
    short = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # half the time for a program that soon ends
    subprocess.run(["java", *short, "-jar", jar, epub, "--json", report], capture_output=True, check=False)
    assert [
        (found["ID"], found["message"]) for found in json.loads(report.read_text("utf-8"))["messages"]
    ] == []


def test_pandoc_gets_what_it_can_keep():
    html = for_pandoc(
        """<section class="chapter"><p class="mb-prompt" id="why">Why?</p>
        <table><tfoot><tr><th scope="row">Sum</th></tr></tfoot></table></section>"""
    )
    assert '<div class="mb-prompt" id="why"><p>Why?</p></div>' in html and "<td>Sum</td>" in html


def test_it_holds_every_day_and_names_its_language(epub):
    language = epub.parent.name
    with zipfile.ZipFile(epub) as parts:
        contents = parts.read("EPUB/nav.xhtml").decode()
        package = parts.read("EPUB/content.opf").decode()
    written = [day for day in load().days if (epub.parent / f"{day.page}.html").exists()]
    assert written and all(day.title[language] in contents for day in written)
    assert f"<dc:language>{language}</dc:language>" in package
