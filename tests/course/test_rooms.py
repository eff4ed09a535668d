"""The house is as tools/README.md says: a room imports only from rooms above it in the list."""

import ast
import re

from mbkurs.places import TOOLS

PACKAGE = TOOLS / "mbkurs"
ROWS = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", (TOOLS / "README.md").read_text(encoding="utf-8"), re.M)
ORDER = [room for row in ROWS for room in re.findall(r"`(\w+)`", row)]
# The package's own entry for notebooks belongs to no room.
MODULES = [path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"]


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path):
    """The rooms a module imports from, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mbkurs."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom) and node.module == "mbkurs":
            yield from (name.name for name in node.names)


def test_every_room_is_in_the_list():
    assert {room(path) for path in MODULES} == set(ORDER)


def test_no_room_imports_from_one_below_it():
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {other}"
        for path in MODULES
        for other in imported(path)
        if ORDER.index(other) > ORDER.index(room(path))
    ]
    assert wrong == []


def test_no_function_is_longer_than_fifty_lines_and_no_module_than_three_hundred():
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno - node.lineno < 50, f"{path}: {node.name}"
