"""Working copies: every page of the course as a trainee opens it, written anew at each start."""

import os
import shutil
from pathlib import Path

import nbformat

from mbkurs.answers import rename
from mbkurs.exercises import ExerciseError
from mbkurs.labui.trouble import Trouble, writing
from mbkurs.notebooks import files, prepare
from mbkurs.places import MODULES, languages


def write_copies(course: Path, modules: Path = MODULES) -> list[Trouble]:
    """Write all languages below ``course``; pages the course no longer has are removed.

    Trainees' answers are not here, so nothing of theirs is touched. A page that cannot be shown is left out
    and returned as ``Trouble``: one mistake should not close the course. Raises ``Trouble`` for a folder that
    cannot be written; what was there before then stays.
    """
    fresh = course.with_name(f"{course.name}-new")
    with writing(course.parent):
        shutil.rmtree(fresh, ignore_errors=True)
        troubles = [trouble for language in languages() for trouble in _language(fresh, modules, language)]
        shutil.rmtree(course, ignore_errors=True)
        _in_place(fresh, course)
    return troubles


def _in_place(fresh: Path, course: Path) -> None:
    """Windows leaves what a program has open, or stands in: there the new pages go beside it."""
    if course.exists():
        shutil.copytree(fresh, course, dirs_exist_ok=True)
        shutil.rmtree(fresh, ignore_errors=True)
    else:
        rename.put(fresh, course)


def _language(fresh: Path, modules: Path, language: str) -> list[Trouble]:
    troubles = []
    (fresh / language).mkdir(parents=True)
    for source, place in sorted(_places(modules / language, language).items()):
        target = fresh / language / place
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.write_text(working_copy(source), encoding="utf-8", newline="\n")
        except (ExerciseError, LookupError, ValueError) as error:
            target.unlink(missing_ok=True)
            troubles.append(Trouble("page", file=source, problem=str(error).strip("'\"")))
    return troubles


def _places(days: Path, language: str) -> dict[Path, Path]:
    """Each notebook of a language and where its copy goes; the path says which sheet the page writes in."""
    places = {source: source.relative_to(days) for source in days.glob("*/*.ipynb")}
    return places | {
        source: Path("assignments", source.stem, source.name) for source in files.assignments(language)
    }


def working_copy(source: Path) -> str:
    """The page with everything rendered. Raises what ``prepare`` raises."""
    # In a hub every person's server has an address of its own below the hub's.
    base = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/")
    return nbformat.writes(prepare(nbformat.read(source, as_version=4), f"{base}mbkurs/pages/"))
