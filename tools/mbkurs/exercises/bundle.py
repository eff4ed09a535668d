"""Joins the front end's ES modules in one, for the places that cannot import: the widget and file://."""

import re
from functools import cache
from pathlib import Path

from mbkurs.exercises.declaration import KINDS

HERE = Path(__file__).resolve().parent
IMPORT = re.compile(r'^import (\{[^}]+\}|\w+) from "([^"]+)";\n', re.M)
OPEN = {"kit.js": "h, line", "mount.js": "mount"}  # what hosts use
EXPORT = re.compile(r"^export (async function|function|const|class) (\w+)", re.M)


def sources() -> list[Path]:
    """The modules in an order in which each comes after what it imports."""
    kinds = [HERE / "kinds" / kind / "live.js" for kind in KINDS]
    return [HERE / "live" / "kit.js", *kinds, HERE / "live" / "mount.js"]


@cache
def joined() -> str:
    """One script with what hosts use as constants: each module becomes a function that returns its exports.

    The modules keep to three forms, which the tests hold them to: named imports or one default import a line,
    ``export function/const``, ``export default``.
    """
    parts = [f"const {_name(path)} = (() => {{\n{_body(path)}\n}})();" for path in sources()]
    live = [f"const {{ {names} }} = {_name(HERE / 'live' / file)};" for file, names in OPEN.items()]
    return "\n".join([*parts, *live])


def _name(path: Path) -> str:
    return f"module_{path.stem if path.parent.name == 'live' else path.parent.name}"


def _body(path: Path) -> str:
    text = path.read_text(encoding="utf-8")

    def bring_in(match: re.Match) -> str:
        default = "" if match[1].startswith("{") else ".default"
        return f"const {match[1]} = {_name((path.parent / match[2]).resolve())}{default};\n"

    names = [match[2] for match in EXPORT.finditer(text)]
    text = EXPORT.sub(r"\1 \2", IMPORT.sub(bring_in, text))
    if "export default " in text:
        text = text.replace("export default ", "const default_ = ")
        names.append("default: default_")
    return f"{text}return {{ {', '.join(names)} }};"
