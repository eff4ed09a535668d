"""Everything JupyterLab and Notebook can say in English, and what of it is on a page."""

import ast
import json
import re
import sys
from functools import cache
from pathlib import Path

import notebook

SHARE = Path(sys.prefix) / "share/jupyter"
STRING = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
# gettext's calls as they stand in the built scripts: _("…"), _n("…", "…"), _p("context", "…").
CALL = re.compile(rf"\.(?:__|gettext|_p|pgettext|_n|ngettext)\(\s*({STRING})(?:\s*,\s*({STRING}))?")
NAMED = {"label", "title", "caption", "jupyter.lab.setting-icon-label"}

SAME_IN_BOTH = {
    "Pause",  # a break in the day's plan
    "OK",
}

SEEN = """() => {
  const found = [document.title];
  const walk = (node) => {
    if (node.nodeType === 3) found.push(node.textContent);
    if (node.nodeType !== 1 || ["SCRIPT", "STYLE"].includes(node.tagName)) return;
    if (!node.checkVisibility({ visibilityProperty: true })) return;
    for (const name of ["title", "aria-label", "aria-description", "placeholder", "alt"]) {
      found.push(node.getAttribute(name) ?? "");
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return found;
}"""


@cache
def messages() -> frozenset[str]:
    """The message ids in the scripts and settings that are installed."""
    scripts = [*SHARE.rglob("*.js"), *(Path(notebook.__file__).parent / "static").glob("*.js")]
    found = {message for script in scripts for message in _called(script)}
    for schema in SHARE.rglob("schemas/**/*.json"):
        found |= set(_named(json.loads(schema.read_text(encoding="utf-8"))))
    assert len(found) > 1500, "the scripts are no longer built as they were"
    return frozenset(found)


def _called(script: Path):
    for call in CALL.finditer(script.read_text(encoding="utf-8", errors="replace")):
        for literal in call.groups():
            if literal:
                yield ast.literal_eval(literal.replace("\n", "\\n")).strip()


def _named(node):
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key in NAMED and isinstance(value, str))
        for value in node.values():
            yield from _named(value)
    elif isinstance(node, list):
        for value in node:
            yield from _named(value)


def english_on(page) -> set[str]:
    """Messages of JupyterLab's own that the page shows, names or describes something by."""
    return {" ".join(text.split()) for text in page.evaluate(SEEN)} & messages() - SAME_IN_BOTH - {""}
