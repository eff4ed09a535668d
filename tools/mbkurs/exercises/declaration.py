"""From the YAML in a cell to a checked exercise, or one plain sentence per thing that is wrong."""

import re
from functools import cache
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from mbkurs.exercises.typography import typographic
from mbkurs.words import words

HERE = Path(__file__).resolve().parent / "kinds"
KINDS = ("text", "choice", "scale", "sort", "rank", "plan", "dialogue", "quiz")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ExerciseError(ValueError):
    """The declaration cannot be shown. ``problems`` holds one sentence each, in the page's language."""

    def __init__(self, exercise_id: str, problems: list[str], language: str) -> None:
        self.problems = problems
        title = words(language, "exercises")["error"]["title"].format(id=exercise_id)
        super().__init__(" ".join([title, *problems]))


@cache
def schema(kind: str) -> Draft202012Validator:
    """The JSON Schema of a kind, joined with what every kind has."""
    common = yaml.load((HERE / "common.yml").read_text(encoding="utf-8"), Loader)
    own = yaml.load((HERE / kind / "schema.yml").read_text(encoding="utf-8"), Loader)
    properties = common["properties"] | own["properties"]
    return Draft202012Validator(
        {
            "type": "object",
            "additionalProperties": False,
            "required": own["required"],
            "properties": properties,
            "$defs": common["$defs"],
        }
    )


def parse(kind: str, exercise_id: str, text: str, language: str) -> dict:
    """The exercise that a cell declares, as plain data with typographic quotation marks.

    Raises ``ExerciseError`` with every problem found: unknown kind, bad id, unreadable YAML, wrong keys.
    """
    say = words(language, "exercises")["error"]
    if kind not in KINDS:
        raise ExerciseError(exercise_id, [say["kind"].format(kind=kind, known=", ".join(KINDS))], language)
    if not SLUG.fullmatch(exercise_id):
        raise ExerciseError(exercise_id, [say["id"].format(id=exercise_id)], language)
    body = _read(exercise_id, text, language)
    problems = [_sentence(error, say) for error in schema(kind).iter_errors(body)] or _whole(kind, body, say)
    if problems:
        raise ExerciseError(exercise_id, problems, language)
    return typographic(body, language)


def _read(exercise_id: str, text: str, language: str) -> dict:
    say = words(language, "exercises")["error"]
    try:
        # A cell in a file ends without a newline and a cell in a kernel with one: both mean the same.
        body = yaml.load(text.rstrip() + "\n", Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        sentence = say["yaml"].format(line=mark.line + 1 if mark else "?", problem=problem)
        raise ExerciseError(exercise_id, [sentence], language) from None
    if not isinstance(body, dict):
        raise ExerciseError(exercise_id, [say["body"]], language)
    return body


def _sentence(error, say: dict) -> str:
    """One schema error in words: where it is, what is wrong, what would be right."""
    where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in error.absolute_path)
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        problem = say["missing"].format(key=missing)
    elif error.validator == "additionalProperties" and isinstance(error.validator_value, bool):
        known = error.schema["properties"]
        extra = ", ".join(str(key) for key in error.instance if key not in known)
        problem = say["extra"].format(key=extra, known=", ".join(known))
    else:
        rule = f"{error.validator}: {error.validator_value}"
        problem = say["wrong"].format(value=str(error.instance)[:60], rule=rule[:120])
    return say["schema"].format(where=where, problem=problem) if where else f"{problem}."


def _whole(kind: str, body: dict, say: dict) -> list[str]:
    """What a schema cannot say: keys stand once, and a conversation leads somewhere."""
    problems = [say["twice"].format(key=key) for key in _doubles(body)]
    if kind == "dialogue":
        places = body["turns"].keys() | body["ends"].keys()
        steps = [reply["next"] for turn in body["turns"].values() for reply in turn["replies"]]
        steps += [body["start"], *body["good_ends"]]
        problems += [say["nowhere"].format(next=step) for step in steps if step not in places]
    if kind == "sort":
        groups = {group["key"] for group in body["groups"]}
        wanted = [key for card in body["cards"] for key in _listed(card.get("group"))]
        problems += [say["nowhere"].format(next=key) for key in wanted if key not in groups]
    return problems


def _listed(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def _doubles(node) -> list[str]:
    """Keys used twice within one list, at any depth."""
    found = []
    if isinstance(node, dict):
        found += [key for child in node.values() for key in _doubles(child)]
    elif isinstance(node, list):
        keys = [child["key"] for child in node if isinstance(child, dict) and "key" in child]
        found += sorted({key for key in keys if keys.count(key) > 1})
        found += [key for child in node for key in _doubles(child)]
    return found
