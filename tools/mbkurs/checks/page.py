"""One page of the course, notebook or Markdown, cut into the pieces that rules look at."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode, v4

from mbkurs.exercises import ExerciseError, parse
from mbkurs.notebooks import files
from mbkurs.notebooks.citations import cited
from mbkurs.syllabus import Module

# Keys of an exercise, and of its parts, whose values a trainee reads.
PROMPTS = ("title", "intro", "prompt", "hint", "afterwards")
PARTS = ("text", "feedback", "label", "low", "high", "says")
TEXT_KEYS = frozenset({*PROMPTS, *PARTS})


@dataclass(frozen=True)
class Passage:
    """A piece of text with its place: a cell's id, or a line of a Markdown page."""

    place: str
    text: str


@dataclass(frozen=True)
class Exercise:
    """An exercise whose declaration can be read."""

    id: str
    kind: str
    body: dict

    @cached_property
    def texts(self) -> list[str]:
        """Everything in it that a trainee reads, in order."""
        return list(_texts(self.body))


@dataclass(frozen=True)
class Page:
    """``kind`` is day, assignment, book or syllabus; ``notebook`` is None for the last two."""

    file: Path
    name: str
    language: str
    kind: str
    passages: tuple[Passage, ...]
    notebook: NotebookNode | None = None

    @cached_property
    def declarations(self) -> list[files.Declaration]:
        return files.declarations(self.notebook) if self.notebook else []

    @cached_property
    def exercises(self) -> list[Exercise]:
        """The exercises that can be read; the rule on exercises tells about the others."""
        found = []
        for item in self.declarations:
            try:
                if item.magic == "exercise":
                    body = parse(item.kind, item.id, item.body, self.language)
                    found.append(Exercise(item.id, item.kind, body))
            except ExerciseError:
                continue
        return found

    @cached_property
    def cited(self) -> list[str]:
        """The keys cited in the page's text, each once."""
        return cited("\n".join(passage.text for passage in self.passages))

    @cached_property
    def everything(self) -> list[Passage]:
        """All text that is read on the page: prose and exercises."""
        own = [Passage(exercise.id, text) for exercise in self.exercises for text in exercise.texts]
        return [*self.passages, *own]


def _texts(node, key: str = "") -> list[str]:
    if isinstance(node, str):
        return [node] if key in TEXT_KEYS else []
    if isinstance(node, list):
        return [text for child in node for text in _texts(child, key)]
    if isinstance(node, dict):
        # The ends of a dialogue are named by their keys, so every value there is text.
        named = (("text" if key == "ends" else name, child) for name, child in node.items())
        return [text for name, child in named for text in _texts(child, name)]
    return []


def page_of_notebook(file: Path, folder: Path, language: str, kind: str) -> Page | None:
    """The page in a notebook below ``folder``, or None where it is no notebook."""
    try:
        # Not nbformat.reads, which gives new ids to cells whose id stands twice.
        notebook = v4.reads(file.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    name = file.relative_to(folder).with_suffix("").as_posix()
    cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    passages = tuple(Passage(cell.get("id", ""), cell.source) for cell in cells)
    return Page(file, name, language, kind, passages, notebook)


def page_of_syllabus(file: Path, module: Module, language: str) -> Page:
    """What a trainee reads of a module's syllabus, by day."""
    passages = [Passage("about", f"{module.title[language]}\n\n{module.about[language]}")]
    for day in module.days:
        texts = [day.title, *(o.text for o in day.outcomes), *(a.title for a in day.activities)]
        passages.append(Passage(day.id, "\n\n".join(text[language] for text in texts)))
    return Page(file, f"syllabus/{module.folder}", language, "syllabus", tuple(passages))


def page_of_book(file: Path, folder: Path, language: str) -> Page:
    """A Markdown page of the book, cut at its headings."""
    name = "book/" + file.relative_to(folder).with_suffix("").as_posix()
    passages, start, part, in_code = [], 1, [], False
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        in_code ^= line.startswith("```")
        if line.startswith("#") and part and not in_code:
            passages.append(Passage(str(start), "\n".join(part)))
            start, part = number, []
        part.append("" if line.startswith("%") else line)  # a box of the book
    passages.append(Passage(str(start), "\n".join(part)))
    return Page(file, name, language, "book", tuple(passages))
