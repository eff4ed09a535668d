"""From Sphinx' warnings to findings with a place that a writer knows and a remedy."""

import re
from functools import cache
from pathlib import Path

import nbformat

from mbkurs.checks.finding import Finding
from mbkurs.words import words

_WARNING = re.compile(
    r"^(?:(?P<path>(?:[A-Z]:)?[^:\n]+)(?::(?P<line>\d*))?: )?(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<what>.*)$"
)
_KIND = re.compile(r" \[(\w+\.[\w.-]+)\](?: \[[\w.-]+\])?$")
_DEAD = re.compile(r"cross-reference target not found: '(.+)'")

# kind of Sphinx' warning -> key of the remedy in words/<language>/book.yml
_REMEDIES = {
    "myst.xref_missing": "link",
    "myst.xref_not_found": "link",
    "myst.header": "heading",
    "mbkurs.citation": "citation",
    "mbkurs.exercise": "exercise",
    "mbkurs.box": "box",
    "mbkurs.alt": "alt",
    "mbkurs.redirect": "redirect",
    "mbkurs.twin": "twin",
    "image.not_readable": "image",
    "etoc.toctree": "toc",
}


def findings(warnings: str, root: Path, language: str) -> list[Finding]:
    """Every warning once, in order, told in ``language``; lines that continue a warning are joined to it."""
    joined: list[str] = []
    for line in warnings.splitlines():
        if _WARNING.match(line):
            joined.append(line)
        elif joined and line.strip():
            joined[-1] += f" {line.strip()}"
    return list(dict.fromkeys(_finding(_WARNING.match(line), root, language) for line in joined))


def _finding(match: re.Match, root: Path, language: str) -> Finding:
    remedies = words(language, "book")["build"]["remedy"]
    kind = _KIND.search(match["what"])
    remedy = remedies[_REMEDIES.get(kind[1] if kind else "", "other")]
    path = Path(match["path"] or root / "_config.yml")
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    line = int(match["line"]) if match["line"] else None
    return Finding(shown, _place(path, line, language), _what(_KIND.sub("", match["what"]), language), remedy)


def _what(text: str, language: str) -> str:
    """A dead link, which every writer meets, in the writer's language; others as Sphinx says them."""
    dead = _DEAD.search(text)
    return words(language, "checks")["findings"]["dead-link"]["what"].format(href=dead[1]) if dead else text


def _place(path: Path, line: int | None, language: str) -> str:
    """ "line 3", or "cell b1, line 3" in a notebook: in MyST-NB line 1 of cell n is n * 10000 + 2."""
    say = words(language, "book")["build"]
    if path.suffix == ".ipynb" and line and line >= 10_000:
        return say["cell"].format(cell=_cells(path)[line // 10_000 - 1], line=max(line % 10_000 - 1, 1))
    return say["line"].format(line=line) if line else ""


@cache
def _cells(path: Path) -> list[str]:
    return [cell.id for cell in nbformat.read(path, as_version=4).cells]
