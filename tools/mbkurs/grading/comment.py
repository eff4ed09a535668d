"""A leader's comment: which level was reached on which criterion, line by line, then the leader's own words.

nbgrader keeps one number and one comment for a written answer. The level of each criterion stands in the
comment, as a line that anyone can read and change: ``▸ Criterion: level``. Formgrader's buttons write it.
"""

SIGN = "▸ "


def line(criterion: dict, level: dict) -> str:
    """The line for a level of a criterion."""
    return f"{SIGN}{criterion['title']}: {level['title']}"


def chosen_levels(comment: str, criteria: list[dict]) -> list[tuple[dict, dict]]:
    """The criteria that have a line in the comment, each with its level: the rubric's own dicts."""
    known = _known(criteria)
    return [known[text.strip()] for text in comment.splitlines() if text.strip() in known]


def divided(comment: str, criteria: list[dict]) -> tuple[list[dict], str]:
    """Levels ``[{"criterion": title, "title": level, "text": its words}]`` and the rest of the comment.

    A line that fits no level of the rubric stays in the comment.
    """
    levels = [
        {"criterion": criterion["title"], "title": level["title"], "text": level["text"]}
        for criterion, level in chosen_levels(comment, criteria)
    ]
    known = _known(criteria)
    return levels, "\n".join(text for text in comment.splitlines() if text.strip() not in known).strip()


def _known(criteria: list[dict]) -> dict[str, tuple[dict, dict]]:
    return {
        line(criterion, level): (criterion, level) for criterion in criteria for level in criterion["levels"]
    }
