"""The book's table of contents, made from the syllabus and the pages that exist.

``python3 course.py toc`` writes ``_toc.yml``, the one generated file in git: ``jupyter-book build .``
demands it. ``course.py book`` makes the contents of each language anew.
"""

from pathlib import Path

import yaml

from mbkurs.places import ROOT, languages
from mbkurs.syllabus import load
from mbkurs.words import words

# Frame pages in reading order; a page that is not named here comes after them, under "more".
_ABOUT = ("how-the-course-works", "year", "who-sees-what", "crisis-help")
_MORE = ("glossary", "exercises", "topics", "sources", "news", "accessibility", "about")
_HEAD = "# Made from the syllabus and the pages that exist: python3 course.py toc\n"


def contents(language: str, root: Path = ROOT) -> dict:
    """The table of contents of one language in the form of Jupyter Book, only with pages that exist."""
    captions = words(language, "book")["parts"]
    book = f"book/{language}"
    frame = sorted(path.stem for path in (root / book).glob("*.md") if path.stem != "index")
    more = [*_MORE, *(name for name in frame if name not in _ABOUT + _MORE)]
    parts = [
        (captions["about"], [f"{book}/{name}" for name in _ABOUT if name in frame]),
        *_modules(language, root),
        (captions["leader"], [f"{book}/leader/{p.stem}" for p in _leader_pages(root / book / "leader")]),
        (captions["more"], [f"{book}/{name}" for name in more if name in frame]),
    ]
    toc = {"format": "jb-book", "root": f"{book}/index"}
    if any(files for _, files in parts):
        toc["parts"] = [
            {"caption": c, "chapters": [{"file": f} for f in files]} for c, files in parts if files
        ]
    return toc


def _modules(language: str, root: Path) -> list[tuple[str, list[str]]]:
    numbered = words(language, "book")["module"]
    found = []
    for module in load().modules:
        pages = [f"modules/{language}/{day.page}" for day in module.days]
        caption = f"{numbered.format(number=module.number)}: {module.title[language]}"
        there = [page for page in pages if (root / f"{page}.ipynb").exists()]
        found.append((caption, there + _assignments(language, module.number, root)))
    return found


def _assignments(language: str, module: int, root: Path) -> list[str]:
    """What is done after the days of a module: the number that an assignment begins with is the module's."""
    source = f"assignments/{language}/source"
    slugs = sorted(path.name for path in (root / source).glob(f"{module:02}-*"))
    return [page for slug in slugs if (root / f"{(page := f'{source}/{slug}/{slug}')}.ipynb").exists()]


def _leader_pages(folder: Path) -> list[Path]:
    """Guides for the days in order, after the pages that hold for all of them."""
    return sorted(folder.glob("*.md"), key=lambda path: (path.stem[:1].isdigit(), path.stem))


def pages(toc: dict) -> list[str]:
    """All documents of a table of contents, in reading order."""
    return [toc["root"], *(chapter["file"] for part in toc.get("parts", []) for chapter in part["chapters"])]


def text(toc: dict) -> str:
    """A table of contents as it stands in the file."""
    return _HEAD + yaml.safe_dump(toc, allow_unicode=True, sort_keys=False, width=200)


def write(language: str, path: Path, root: Path = ROOT) -> dict:
    """Write the contents of one language to ``path`` and return them."""
    toc = contents(language, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(toc), encoding="utf-8")
    return toc


def is_stale(root: Path = ROOT) -> bool:
    """Whether ``_toc.yml`` differs from what it is made of."""
    path = root / "_toc.yml"
    return not path.exists() or path.read_text(encoding="utf-8") != text(contents(languages()[0], root))


def run(arguments: list[str]) -> int:
    """The verb ``toc``: writes ``_toc.yml`` anew."""
    write(languages()[0], ROOT / "_toc.yml")
    return 0


if __name__ == "__main__":
    run([])
