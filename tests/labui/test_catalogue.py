"""The bokmål catalogue: every entry is a message that JupyterLab really has, with its gaps kept."""

import json
import re
from importlib.metadata import entry_points
from pathlib import Path

from mbkurs.labui import catalogue
from tests.labui.messages import messages

ENTRIES = json.loads((Path(catalogue.__file__).parent / "jupyterlab.json").read_text("utf-8"))


def test_jupyterlab_finds_the_language():
    [found] = entry_points(group="jupyterlab.languagepack", name="nb_NO")
    assert found.load() is catalogue
    # With an underscore the front end takes no notice of the catalogue.
    assert ENTRIES[""]["language"] == "nb-NO"


def test_every_entry_translates_a_message_that_is_there():
    known = messages()
    gone = [entry for entry in ENTRIES if entry and entry.split("\u0004")[-1].strip() not in known]
    assert gone == []


def test_gaps_are_kept():
    for message, [translation] in ((key, value) for key, value in ENTRIES.items() if key):
        gaps = re.findall(r"%\d", message)
        assert sorted(gaps) == sorted(re.findall(r"%\d", translation)), message
