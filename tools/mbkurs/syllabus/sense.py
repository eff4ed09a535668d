"""What no schema can see in a module's file: names that fit the file, days in order, keys used once."""

from collections.abc import Iterator
from pathlib import Path

from mbkurs.syllabus.problems import Problem


def folder_name(data: dict) -> str:
    """``"01-arriving"``."""
    return f"{data['number']:02d}-{data['slug']}"


def sense_problems(file: Path, data: dict, topics: set[int]) -> Iterator[Problem]:
    """Problems of a file whose shape is right; ``topics`` are the numbers of ``topics.yml``."""
    if file.stem != folder_name(data):
        yield Problem(file, "slug", "wrong-name", {"name": folder_name(data)})
    for index, day in enumerate(data["days"]):
        if day["number"] != index + 1:
            values = {"number": day["number"], "wanted": index + 1}
            yield Problem(file, f"days[{index}].number", "day-order", values)
        yield from _day_problems(file, f"days[{index}]", day, topics)


def _day_problems(file: Path, at: str, day: dict, topics: set[int]) -> Iterator[Problem]:
    outcomes = [outcome["key"] for outcome in day["outcomes"]]
    numbers = [use["number"] for use in day["topics"]]
    for place, values in (("outcomes", outcomes), ("topics", numbers)):
        for value in sorted({value for value in values if values.count(value) > 1}):
            yield Problem(file, f"{at}.{place}", "twice", {"value": value})
    for use in day["topics"]:
        if use["number"] not in topics:
            yield Problem(file, f"{at}.topics", "unknown-topic", {"number": use["number"]})
        if use.get("outcome") and use["outcome"] not in outcomes:
            yield Problem(file, f"{at}.topics", "unknown-outcome", {"key": use["outcome"]})
