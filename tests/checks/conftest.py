"""Tiny courses: one day in two languages that every rule finds sound, until a test puts one defect in."""

from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from mbkurs.checks.finding import Teller
from mbkurs.checks.project import Project, project_at
from mbkurs.notebooks import files
from mbkurs.notebooks.clean import cleaned
from mbkurs.syllabus import Activity, Course, Day, Module, Outcome, Topic, TopicUse

PAGE = "01-tiny/1-first"


def prose(cell_id: str, source: str) -> nbformat.NotebookNode:
    return new_markdown_cell(source, id=cell_id)


def note(exercise_id: str, prompt: str = "What did you see?", **keys) -> nbformat.NotebookNode:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    source = f"%%exercise text {exercise_id}\ntitle: A note\nprompt: {prompt}\n{more}"
    return new_code_cell(source.strip(), id=exercise_id)


def exercise(kind: str, exercise_id: str, body: str) -> nbformat.NotebookNode:
    return new_code_cell(f"%%exercise {kind} {exercise_id}\n{body.strip()}", id=exercise_id)


def box(what: str, body: str, cell_id: str = "") -> nbformat.NotebookNode:
    return new_code_cell(f"%%show {what}\n{body}", id=cell_id or what)


@dataclass
class TinyCourse:
    """``write`` puts a page on disk, ``project`` is what the rules get to see."""

    root: Path
    course: Course

    def write(self, language: str, *cells, page: str = PAGE, clean: bool = True) -> Path:
        first = new_code_cell(f"%load_ext mbkurs\n%course_language {language}", id="setup")
        notebook = new_notebook(cells=[first, *cells])
        notebook.metadata["mbkurs"] = {"page": page, "language": language}
        file = self.root / "modules" / language / f"{page}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(files.text(cleaned(notebook) if clean else notebook), encoding="utf-8")
        return file

    def both(self, *cells, page: str = PAGE) -> tuple[Path, Path]:
        return self.write("nb", *cells, page=page), self.write("en", *cells, page=page)

    def project(self, **changes) -> Project:
        course = replace(self.course, **changes)
        return replace(project_at(self.root), course=course, sources=frozenset({"alf", "oyg"}))

    def day(self, **changes) -> tuple[Module, ...]:
        """The course's one module with its one day changed, for ``project(modules=…)``."""
        module = self.course.modules[0]
        return (replace(module, days=(replace(module.days[0], **changes),)),)


@pytest.fixture
def tiny(tmp_path) -> TinyCourse:
    both = {"nb": "Noe", "en": "Something"}
    activities = (Activity("exercise", 120, both), Activity("text", 180, both))
    day = Day(
        1,
        "01-tiny",
        1,
        "first",
        both,
        (Outcome("see", both),),
        (TopicUse(1, "a", "see", "b"),),
        (),
        activities,
    )
    module = Module(1, "01-tiny", both, both, (day,))
    course = Course((module,), (Topic(1, "role", both),), {"role": both})
    (tmp_path / "modules" / "syllabus").mkdir(parents=True)
    (tmp_path / "modules" / "data").mkdir()
    return TinyCourse(tmp_path, course)


@pytest.fixture
def tell() -> Teller:
    return Teller("en")
