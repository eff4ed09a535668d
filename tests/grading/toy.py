"""A small assignment of the tests' own: two decisions and one written answer."""

from pathlib import Path

import nbformat
import yaml

NAME = "toy"

CHOICE = """%%exercise choice toy-door
title: {title}
sees: handed-in
prompt: {title}?
options:
  - {{key: knock, text: KNOCK-TEXT, feedback: KNOCK-FEEDBACK}}
  - {{key: wait, text: WAIT-TEXT, feedback: WAIT-FEEDBACK}}
  - {{key: leave, text: LEAVE-TEXT, feedback: LEAVE-FEEDBACK}}
"""
SEVERAL = CHOICE.replace("toy-door", "toy-several").replace("prompt:", "several: true\nprompt:")
TEXT = """%%exercise text toy-words
title: {title}
sees: handed-in
prompt: {title}?
"""


def texts(text: str) -> dict:
    return {"nb": f"{text} nb", "en": f"{text} en"}


def rubric() -> dict:
    """As in a rubric file."""
    level = [
        {"points": points, "title": texts(f"T{points}"), **texts(f"LEVEL-{points}")} for points in (0, 1, 2)
    ]
    decision = {"points": 2, "full": ["knock"], "half": ["wait"], "reason": texts("REASON")}
    return {
        "assignment": NAME,
        "title": texts("Toy"),
        "decisions": [{"exercise": "toy-door", **decision}, {"exercise": "toy-several", **decision}],
        "written": [
            {
                "exercise": "toy-words",
                "criteria": [{"key": key, "title": texts(key), "levels": level} for key in ("hears", "asks")],
                "model_answer": texts("MODEL-ANSWER"),
            }
        ],
    }


def notebook(language: str) -> nbformat.NotebookNode:
    """As an author writes it."""
    cells = [nbformat.v4.new_markdown_cell("# Toy\n\nStory *here*.", id="story")]
    for source in (CHOICE, SEVERAL, TEXT):
        source = source.format(title=f"Title-{language}")
        cells.append(nbformat.v4.new_code_cell(source.strip(), id=source.splitlines()[0].split()[-1]))
    return nbformat.v4.new_notebook(cells=cells, metadata={"mbkurs": {"language": language, "page": "toy"}})


def make(root: Path, language: str = "nb", change=lambda data: None) -> Path:
    """Writes notebook and rubric under ``root``; ``change`` may spoil the rubric. Returns the notebook."""
    data = rubric()
    change(data)
    (root / "rubrics").mkdir(parents=True, exist_ok=True)
    (root / "rubrics" / f"{NAME}.yml").write_text(yaml.safe_dump(data), encoding="utf-8")
    path = root / language / "source" / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook(language), path)
    return path
