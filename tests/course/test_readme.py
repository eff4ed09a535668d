"""What the README claims about files and commands is true."""

import re
import tomllib

from mbkurs.cli import VERBS
from mbkurs.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_leads_somewhere():
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_every_verb_exists():
    for verb in re.findall(r"python3 course\.py (\w+)", README):
        assert verb in {*VERBS, "help"}, verb


def test_requirements_hold_every_pin_of_the_project():
    pins = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    installed = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    exact = {line.split(" ;")[0].strip() for line in installed}
    assert [pin for pin in pins if pin.split(";")[0] not in exact] == []
    assert all("==" in pin for pin in pins)
    assert installed[-1] == "-e ."
