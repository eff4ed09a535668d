"""What the tests of PDF and EPUB need besides Python: Pango to draw, poppler and epubcheck to judge."""

import shutil
from ctypes.util import find_library

from mbkurs.testing import apt

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "poppler-utils", "epubcheck")


def missing() -> list[str]:
    """Names of what is not on this machine; empty where all tests can run."""
    tools = [name for name in ("pdftotext", "java", "epubcheck") if not shutil.which(name)]
    return tools + [name for name in ("pango-1.0", "pangoft2-1.0") if not find_library(name)]


def prepare(say: dict) -> None:
    """Install what is missing. Where that cannot be done, the tests say why they are skipped."""
    if missing():
        apt.install(say["paper-install"], *PACKAGES)
