"""Holds a file of the syllabus against ``schema.json`` and turns each error into a ``Problem``."""

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator, ValidationError

from mbkurs.places import languages
from mbkurs.syllabus.problems import Problem

# Schema keywords that have a sentence of their own; the others share one.
SAID = {"required", "additionalProperties", "enum", "type", "pattern", "minItems", "maxItems", "minLength"}


@cache
def _validator(shape: str) -> Draft202012Validator:
    schema = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    # A new language asks for its texts by being there, without a change to the schema.
    schema["$defs"]["text"]["required"] = languages()
    return Draft202012Validator({**schema, "$ref": f"#/$defs/{shape}"})


def place(path) -> str:
    """``days[0].title`` from a path of keys and indices."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(parts).lstrip(".") or "(top)"


def _problem(file: Path, error: ValidationError) -> Problem:
    values = {"value": error.instance, "wanted": error.validator_value, "message": error.message}
    if error.validator == "required":
        values["missing"] = next(key for key in error.validator_value if f"{key!r}" in error.message)
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        values["extra"] = ", ".join(str(key) for key in error.instance if key not in known)
        values["known"] = ", ".join(known)
    if error.validator == "enum":
        values["known"] = ", ".join(error.validator_value)
    key = error.validator if error.validator in SAID else "other"
    return Problem(file, place(error.absolute_path), f"schema-{key}", values)


def schema_problems(file: Path, data: object, shape: str) -> list[Problem]:
    """Every way in which ``data``, read from ``file``, breaks the shape ``module`` or ``topics``."""
    errors = sorted(
        _validator(shape).iter_errors(data), key=lambda error: [str(p) for p in error.absolute_path]
    )
    return [_problem(file, error) for error in errors]
