"""Builds the book of one language and says what is wrong with it."""

import io
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx.application import Sphinx
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from mbkurs.bookext import toc
from mbkurs.bookext.config import configuration
from mbkurs.bookext.findings import findings
from mbkurs.checks.finding import Finding
from mbkurs.places import ROOT


@dataclass
class Result:
    """What a build gave: findings in the order in which they were met, and the number of pages."""

    language: str
    pages: int = 0
    findings: list[Finding] = field(default_factory=list)


def build(
    language: str,
    output: Path,
    languages: list[str],
    root: Path = ROOT,
    teller: str = "en",
    files: list[str] | None = None,
) -> Result:
    """Build one language into ``output/<language>``. Every warning of Sphinx is a finding.

    ``languages`` are those that are built side by side; pages link to their twins in them.
    Findings are told in the language ``teller``; pages offer the ``files``: ``--pdf``, ``--epub``.

    Raises ``sphinx.errors.SphinxError`` where the book cannot be built at all.
    """
    output.mkdir(parents=True, exist_ok=True)
    warnings = io.StringIO()
    # A folder of its own beside the book: what Sphinx leaves around the pages is not for the public,
    # and two builds at once do not meet.
    with TemporaryDirectory(prefix=".book-", dir=output.parent) as folder:
        work = Path(folder)
        contents = toc.write(language, work / "_toc.yml", root)
        options = configuration(language, root, work / "_toc.yml") | {"course_languages": languages}
        options["course_files"] = files or []
        sphinx(options, root, work / "html", work / "doctrees", warnings)
        shutil.rmtree(output / language, ignore_errors=True)
        shutil.move(work / "html", output / language)
    return Result(language, len(toc.pages(contents)), findings(warnings.getvalue(), root, teller))


def rebuild(
    language: str, folder: Path, languages: list[str], root: Path, teller: str, fresh: bool
) -> Result:
    """Build one language into ``folder/site``; unless ``fresh``, only what has changed since the last time.

    What Sphinx remembers stays in ``folder`` between builds. Arguments and errors are those of ``build``.
    """
    warnings = io.StringIO()
    contents = toc.write(language, folder / language / "_toc.yml", root)
    options = configuration(language, root, folder / language / "_toc.yml") | {"course_languages": languages}
    pages, doctrees = folder / "site" / language, folder / language / "doctrees"
    sphinx(options, root, pages, doctrees, warnings, fresh=fresh)
    return Result(language, len(toc.pages(contents)), findings(warnings.getvalue(), root, teller))


def sphinx(
    config: dict,
    root: Path,
    output: Path,
    doctrees: Path,
    warnings: io.StringIO,
    builder: str = "html",
    fresh: bool = True,
) -> None:
    """Run one of Sphinx' builders over the pages of a configuration; its warnings go to ``warnings``.

    Unless ``fresh``, pages that have not changed since the last time stay as they are.
    """
    nocolor()
    with patch_docutils(str(root)), docutils_namespace():
        app = Sphinx(
            srcdir=root,
            confdir=None,
            outdir=output,
            doctreedir=doctrees,
            buildername=builder,
            confoverrides=config,
            status=None,
            warning=warnings,
            freshenv=fresh,
        )
        app.build(force_all=fresh)
