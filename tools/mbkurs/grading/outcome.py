"""Pass or not yet: the outcome that every trainee gets, with or without points.

An assignment is passed when no criterion of a written answer is at its lowest level. Decisions fail nobody.
"""

from mbkurs.grading.comment import chosen_levels

PASS, NOT_YET, WAITING = "pass", "not-yet", "waiting"


def outcome(waiting: bool, written: list[tuple[list[dict], str, float]]) -> str:
    """``PASS``, ``NOT_YET`` or ``WAITING``; ``written`` is ``(criteria, comment, score)`` of each answer."""
    if waiting:
        return WAITING
    return PASS if all(enough(*answer) for answer in written) else NOT_YET


def enough(criteria: list[dict], comment: str, score: float) -> bool:
    """Whether no criterion of a written answer is at its lowest level.

    The levels in the comment decide. Where some were not chosen, because nothing was written or the leader
    typed the points, the points must reach what the second-lowest levels give together.
    """
    chosen = chosen_levels(comment, criteria)
    if any(level is criterion["levels"][0] for criterion, level in chosen):
        return False
    all_chosen = {criterion["key"] for criterion, _ in chosen} == {each["key"] for each in criteria}
    return all_chosen or score >= sum(each["levels"][1]["points"] for each in criteria)
