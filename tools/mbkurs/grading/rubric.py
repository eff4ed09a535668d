"""Rubrics: what an assignment is marked by, one YAML file for all languages, ``rubrics/<assignment>.yml``."""

from pathlib import Path

import jsonschema
import yaml

from mbkurs.places import languages

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"}
_KEYS = {"type": "array", "items": _KEY, "uniqueItems": True}


class RubricError(Exception):
    """The rubric cannot be used; the message names the file, the place and what to do."""


def load(path: Path, language: str) -> dict:
    """The rubric at ``path`` in one language: ``{"assignment", "title", "decisions": […], "written": […]}``.

    Every text is a plain string; ``points`` of a written exercise is the sum of its criteria's best levels.
    Raises ``RubricError``.
    """
    try:
        rubric = yaml.load(path.read_text(encoding="utf-8"), Loader)
    except FileNotFoundError:
        raise RubricError(f"{path}: there is no rubric for this assignment; write one.") from None
    except yaml.YAMLError as error:
        raise RubricError(f"{path}: this is not YAML; mend the place named here: {error}") from None
    found = [f"{path}: {problem}" for problem in problems(rubric, path.stem)]
    if found:
        raise RubricError("\n".join(found))
    rubric = in_language(rubric, language)
    for task in rubric["written"]:
        task["points"] = sum(criterion["levels"][-1]["points"] for criterion in task["criteria"])
    return rubric


def problems(rubric: object, assignment: str) -> list[str]:
    """What is wrong with the rubric of one assignment, a sentence each; empty if nothing is."""
    schema = jsonschema.Draft202012Validator(_schema())
    found = [f"{error.json_path}: {error.message}" for error in schema.iter_errors(rubric)]
    if found:
        return found
    if rubric["assignment"] != assignment:
        found.append(f"assignment is {rubric['assignment']!r}; it must be the file's name, {assignment!r}.")
    exercises = [entry["exercise"] for entry in rubric["decisions"] + rubric["written"]]
    found += [
        f"{name}: is marked twice; keep one entry."
        for name in sorted(set(exercises))
        if exercises.count(name) > 1
    ]
    for entry in rubric["decisions"]:
        both = set(entry["full"]) & set(entry.get("half", []))
        found += [f"{entry['exercise']}: {key} is both full and half; choose." for key in sorted(both)]
    for entry in rubric["written"]:
        found += [f"{entry['exercise']}: {problem}" for problem in _criteria_problems(entry["criteria"])]
    return found


def _criteria_problems(criteria: list[dict]) -> list[str]:
    keys = [criterion["key"] for criterion in criteria]
    found = ["two criteria have the same key; rename one."] if len(set(keys)) < len(keys) else []
    for criterion in criteria:
        points = [level["points"] for level in criterion["levels"]]
        if points[0] != 0 or points != sorted(set(points)):
            found.append(f"{criterion['key']}: levels must begin at 0 points and rise; they are {points}.")
    return found


def in_language(value: object, language: str) -> object:
    """The same data with every ``{nb: …, en: …}`` replaced by one language's text.

    Where such a dict has other keys as well, they stay and the text is under ``text``.
    """
    if isinstance(value, list):
        return [in_language(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {key: in_language(item, language) for key, item in value.items() if key not in languages()}
    if language not in value:
        return rest
    return {**rest, "text": value[language]} if rest else value[language]


def _schema() -> dict:
    """The JSON Schema of a rubric file."""
    texts = _record({language: {"type": "string", "minLength": 1} for language in languages()})
    points = {"type": "number", "minimum": 0, "maximum": 100}
    level = _record({"points": points, "title": texts, **texts["properties"]})
    criterion = _record({"key": _KEY, "title": texts, "levels": _some(level, 2)})
    keys = {"type": "array", "items": {"type": "string"}}
    source = _record({**texts["properties"], "keys": keys}, optional=["keys"])
    decision = _record(
        {
            "exercise": _KEY,
            "points": points,
            "full": {**_KEYS, "minItems": 1},
            "half": _KEYS,
            "reason": texts,
            "source": source,
        },
        optional=["half", "source"],
    )
    written = _record(
        {
            "exercise": _KEY,
            "criteria": _some(criterion, 1),
            "model_answer": texts,
            "never_graded": texts,
            "comments": _some(texts, 0),
        },
        optional=["never_graded", "comments"],
    )
    parts = {"decisions": _some(decision, 0), "written": _some(written, 0)}
    return _record({"assignment": _KEY, "title": texts, **parts})


def _record(properties: dict, optional: list[str] | None = None) -> dict:
    required = [key for key in properties if key not in (optional or [])]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _some(items: dict, least: int) -> dict:
    return {"type": "array", "items": items, "minItems": least}
