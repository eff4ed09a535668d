"""Every exercise of the course by its id, so that an answer can be shown with its question."""

import yaml

from mbkurs.exercises import MIME, ExerciseError, render
from mbkurs.notebooks import files
from mbkurs.places import SYLLABUS


def exercises(language: str) -> dict[str, dict]:
    """Id → properties of every exercise in the days and assignments of a language, in order."""
    found = {}
    for path in files.days(language) + files.assignments(language):
        for item in files.declarations(files.read(path)):
            if item.magic == "exercise":
                try:
                    found[item.id] = render(item.kind, item.id, item.body, language)[MIME]
                except ExerciseError:
                    continue  # the answer is then shown without its question, as a retired one is
    return found


def retired(language: str) -> dict[str, str]:
    """Id → title of exercises that were taken out of the course; their answers stay the trainee's."""
    file = SYLLABUS / "retired-ids.yml"
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None
    return {entry["id"]: entry["title"][language] for entry in entries or []}
