"""One assignment in one language: its notebook, what the notebook asks, and the rubric it is marked by."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nbformat import NotebookNode

from mbkurs.exercises import parse
from mbkurs.grading import rubric as rubrics
from mbkurs.notebooks import files
from mbkurs.notebooks.citations import CITATION
from mbkurs.syllabus.references import BIBLIOGRAPHY, reference


@dataclass(frozen=True, eq=False)
class Assignment:
    """``exercises`` is ``{id: {"kind": str, **declaration}}`` in the order of the notebook.

    Shared by all who load it, and changed by nobody.
    """

    name: str
    language: str
    notebook: NotebookNode
    exercises: dict[str, dict]
    rubric: dict

    @property
    def marks(self) -> dict[str, dict]:
        """The rubric's entry for each exercise."""
        return {entry["exercise"]: entry for entry in self.rubric["decisions"] + self.rubric["written"]}


def load(notebook: Path) -> Assignment:
    """The assignment of a notebook, read again only when one of its files has changed; see ``_load``."""
    notebook = notebook.resolve()
    return _load(notebook, *(_stamp(file) for file in (notebook, rubric_path(notebook), BIBLIOGRAPHY)))


def _stamp(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


@lru_cache(maxsize=8)
def _load(notebook: Path, *_stamps: int) -> Assignment:
    """The assignment of the notebook ``<course>/source/NAME/NAME.ipynb``; the rubric lies beside the course.

    Raises ``RubricError`` where notebook and rubric do not fit each other.
    """
    node = files.read(notebook)
    code = files.language(node)
    rubric = rubrics.load(rubric_path(notebook), code)
    assignment = Assignment(notebook.stem, code, node, exercises(node), rubric)
    found = misfits(assignment)
    if found:
        raise rubrics.RubricError("\n".join(f"{notebook}: {problem}" for problem in found))
    return assignment


def rubric_path(notebook: Path) -> Path:
    """``assignments/nb/source/NAME/NAME.ipynb`` → ``assignments/rubrics/NAME.yml``."""
    return notebook.resolve().parents[3] / "rubrics" / f"{notebook.stem}.yml"


def exercises(notebook: NotebookNode) -> dict[str, dict]:
    """What the ``%%exercise`` cells of a notebook declare, by id; raises ``ExerciseError``.

    ``story`` is the Markdown just before an exercise: what its question is about.
    """
    code, found, story = files.language(notebook), {}, ""
    for cell in notebook.cells:
        if asked := exercise(cell):
            body = parse(asked.kind, asked.id, asked.body, code)
            found[asked.id] = {"kind": asked.kind, "story": _without_links(story, code), **body}
        story = cell.source if cell.cell_type == "markdown" else ""
    return found


def exercise(cell: NotebookNode) -> files.Declaration | None:
    """The exercise that a cell declares, if it declares one."""
    found = files.declaration(cell)
    return found if found and found.magic == "exercise" else None


def declared_ids(notebook: Path) -> set[str]:
    """The ids of the exercises in a notebook file."""
    return {found.id for cell in files.read(notebook).cells if (found := exercise(cell))}


def _without_links(text: str, code: str) -> str:
    """Citations by name: feedback is read where no list of sources is near."""
    return CITATION.sub(lambda match: f"({reference(match[1], code)['label']})", text)


def misfits(assignment: Assignment) -> list[str]:
    """Where notebook and rubric do not fit, a sentence each."""
    there, marks = assignment.exercises, assignment.marks
    found = [
        f"{name}: the notebook has no such exercise; mend the rubric." for name in marks if name not in there
    ]
    found += [
        f"{name}: the rubric does not say how to mark it; add it." for name in there if name not in marks
    ]
    for kind, part in (("choice", "decisions"), ("text", "written")):
        for entry in assignment.rubric[part]:
            name = entry["exercise"]
            if name not in there:
                continue
            if there[name]["kind"] != kind:
                found.append(
                    f"{name}: stands under {part} in the rubric, which is for exercises of kind {kind}."
                )
            elif kind == "choice":
                unknown = set(entry["full"] + entry.get("half", [])) - set(option_keys(there[name]))
                found += [
                    f"{name}: the notebook has no option {key}; mend the rubric." for key in sorted(unknown)
                ]
    return found


def option_keys(exercise: dict) -> list[str]:
    return [option["key"] for option in exercise["options"]]
