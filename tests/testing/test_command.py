"""Without a browser the tests say so instead of failing one by one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mbkurs.testing import chromium


@pytest.mark.skipif(
    any(Path(place).exists() for place in chromium.PLACES), reason="has a browser off the path"
)
def test_no_browser_gives_one_sentence(tmp_path):
    said = subprocess.run(
        [sys.executable, "-m", "mbkurs.cli", "test", "--language", "nb"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": str(tmp_path), "MBKURS_BROWSER": "", "PYTHONUTF8": "1"},
    )
    assert said.returncode == 1
    assert "Nettlesertestene trenger Chromium" in said.stdout and "Traceback" not in said.stderr
