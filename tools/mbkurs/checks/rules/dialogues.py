"""A practice conversation leads somewhere: every place reached, no loops, at least three replies a path.

A module whose days are all written has one main conversation: ten places, three ends, two of them good.
"""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.places import languages

REPLIES = 3
PLACES, ENDS, GOOD_ENDS = 10, 3, 2


def dialogues(project: Project, tell: Teller) -> Iterator[Finding]:
    for page in project.pages:
        for exercise in page.exercises:
            if exercise.kind == "dialogue":
                for key, values in problems(exercise.body):
                    yield tell(page.file, exercise.id, key, **values)
    for module in project.course.modules if project.course else ():
        if not all(project.written(day) for day in module.days):
            continue
        for language in languages():
            pages = [project.page(day, language) for day in module.days]
            bodies = [e.body for page in pages for e in page.exercises if e.kind == "dialogue"]
            if bodies and not any(is_main(body) for body in bodies):
                folder = project.root / "modules" / language / module.folder
                yield tell(folder, "–", "no-main-dialogue", places=PLACES, ends=ENDS, good=GOOD_ENDS)


def is_main(body: dict) -> bool:
    """Whether a conversation is large enough to be a module's main one."""
    return len(body["turns"]) >= PLACES and len(body["ends"]) >= ENDS and len(body["good_ends"]) >= GOOD_ENDS


def problems(body: dict) -> Iterator[tuple[str, dict]]:
    """What is wrong with a conversation's shape: key of a text and its values."""
    graph = {key: [reply["next"] for reply in turn["replies"]] for key, turn in body["turns"].items()}
    loop = _loop(graph, body["start"], ())
    if loop:
        yield "dialogue-loop", {"way": " → ".join(loop)}
        return
    reached = _reached(graph, body["start"])
    for place in [key for key in [*body["turns"], *body["ends"]] if key not in reached]:
        yield "dialogue-unreached", {"place": place}
    shortest = _shortest(graph, body["start"])
    if shortest < REPLIES:
        yield "dialogue-short", {"replies": shortest, "wanted": REPLIES}


def _loop(graph: dict, place: str, way: tuple) -> tuple:
    """The places of a loop below ``place``, or nothing."""
    if place in way:
        return (*way[way.index(place) :], place)
    found = (_loop(graph, step, (*way, place)) for step in graph.get(place, ()))
    return next((loop for loop in found if loop), ())


def _reached(graph: dict, start: str) -> set[str]:
    reached, waiting = set(), [start]
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            waiting += graph.get(place, [])
    return reached


def _shortest(graph: dict, place: str) -> int:
    """The fewest replies from ``place`` to an end."""
    return 1 + min(_shortest(graph, step) for step in graph[place]) if place in graph else 0
