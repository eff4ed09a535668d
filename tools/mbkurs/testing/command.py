"""Runs the tests: all of them, or with ``--changed`` those that an uncommitted change can touch."""

import subprocess
import sys

from mbkurs.language import system_language
from mbkurs.places import ROOT
from mbkurs.testing import chromium, firefox, paper
from mbkurs.testing.changed import paths_for, touched
from mbkurs.words import words


def run(arguments: list[str]) -> int:
    """Exit status of pytest; 1 where no browser can be had. Further arguments go to pytest."""
    say = words(system_language(arguments), "testing")
    if not chromium.find() and not (chromium.install(say) and chromium.find()):
        print(say["no-browser"])
        return 1
    paper.prepare(say)
    firefox.prepare(say)
    chosen = []
    if "--language" in arguments[:-1]:
        place = arguments.index("--language")
        arguments = arguments[:place] + arguments[place + 2 :]
    if "--changed" in arguments:
        arguments = [argument for argument in arguments if argument != "--changed"]
        chosen = paths_for(touched())
        if not chosen:
            print(say["nothing-changed"])
            return 0
    return subprocess.call([sys.executable, "-m", "pytest", *chosen, *arguments], cwd=ROOT)
