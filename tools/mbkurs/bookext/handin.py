"""What the end of an assignment's page needs for handing in: its name, and the course's own words."""

from mbkurs.bookext.addresses import assignment
from mbkurs.words import words

_DATES = {"en": "en-GB"}  # browsers write American dates in English


def hand_in(docname: str, language: str) -> dict | None:
    """``{"assignment", "language", "locale", "words"}`` for the page's form; None for other pages."""
    slug, say = assignment(docname), words(language, "grading")
    if not slug:
        return None
    own = {part: say[part] for part in ("blank", "preview", "receipt", "message")}
    problems = {code: say["problems"][code] for code in ("wrong-type", "unknown-option", "too-big")}
    texts = {
        "language": language,
        "locale": _DATES.get(language, language),
        "words": own | {"problems": problems},
    }
    return {"assignment": slug} | texts
