"""What a group's answers look like: how many reached each level, what was hard. Nobody is named."""

from dataclasses import dataclass

from mbkurs.grading.standing import Standing


@dataclass(frozen=True)
class Bar:
    """How answers spread: ``parts`` is ``[(label, number of answers)]`` from the lowest up."""

    title: str
    parts: list[tuple[str, int]]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.parts)

    def segments(self) -> list[tuple[float, float, float]]:
        """For drawing, out of 100: ``(from, width, strength of colour)`` of each part that is not empty."""
        found, start = [], 0.0
        for place, (_, number) in enumerate(self.parts):
            width = 100 * number / self.total if self.total else 0
            if width:
                found.append((round(start, 2), round(width, 2), strength(place, len(self.parts))))
            start += width
        return found


@dataclass(frozen=True)
class Decision:
    """``options`` is ``[(text, number who chose it, whether it gives all points)]``."""

    bar: Bar
    hard: bool
    nobody: bool
    options: list[tuple[str, int, bool]]


def strength(place: int, parts: int) -> float:
    """Colour from faint for the lowest to full for the highest: can be told apart without seeing colours."""
    return round(0.1 + 0.9 * place / (parts - 1), 2)


def criteria(standing: Standing) -> list[tuple[str, list[Bar]]]:
    """For each written exercise its title and a bar for each criterion."""
    found = []
    for entry in standing.assignment.rubric["written"]:
        answers = _answers(standing, entry["exercise"])
        bars = []
        for criterion in entry["criteria"]:
            reached = [answer.levels.get(criterion["key"]) for answer in answers]
            labels = [level["title"] for level in criterion["levels"]]
            bars.append(
                Bar(criterion["title"], [(label, reached.count(at)) for at, label in enumerate(labels)])
            )
        found.append((standing.assignment.exercises[entry["exercise"]]["title"], bars))
    return found


def decisions(standing: Standing, labels: list[str]) -> list[Decision]:
    """How each decision went; ``labels`` are the words for none, some and all points.

    Hard: at least half of those who answered did not get all points. An empty answer is not counted.
    """
    return [_decision(standing, entry, labels) for entry in standing.assignment.rubric["decisions"]]


def _decision(standing: Standing, entry: dict, labels: list[str]) -> Decision:
    exercise = standing.assignment.exercises[entry["exercise"]]
    answers = [answer for answer in _answers(standing, entry["exercise"]) if answer.chosen]
    scores = [answer.score for answer in answers if answer.score is not None]
    most = entry["points"]
    none, right = sum(score <= 0 for score in scores), sum(score >= most for score in scores)
    numbers = [none, len(scores) - none - right, right]
    options = [
        (
            option["text"],
            sum(option["key"] in answer.chosen for answer in answers),
            option["key"] in entry["full"],
        )
        for option in exercise["options"]
    ]
    return Decision(
        Bar(exercise["title"], list(zip(labels, numbers, strict=True))),
        hard=bool(right) and 2 * right <= len(scores),
        nobody=bool(scores) and not right,
        options=options,
    )


def _answers(standing: Standing, exercise: str) -> list:
    return [trainee.answers[exercise] for trainee in standing.trainees if exercise in trainee.answers]
