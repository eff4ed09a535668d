"""Links between the pages of one document: each leads somewhere, or is plain text."""

from mbkurs.bookext.paper.chapter import Chapter

_REFERENCE = "--ref-"


def mend(chapters: list[Chapter]) -> None:
    """Point citations to the list of sources that the document has; unwrap links to what it lacks."""
    known = {chapter.id for chapter in chapters}
    known |= {tag["id"] for chapter in chapters for tag in chapter.text.select("[id]")}
    for chapter in chapters:
        for link in chapter.text.select('a[href^="#"]'):
            target = _target(link["href"][1:], chapter, known)
            if target:
                link["href"] = f"#{target}"
            else:
                link.unwrap()


def _target(place: str, chapter: Chapter, known: set[str]) -> str | None:
    """The id that a link to ``place`` can lead to: that one, the page's own source, or the page itself."""
    page, _, key = place.partition(_REFERENCE)
    wanted = [place, f"{chapter.id}{_REFERENCE}{key}" if key else page.split("--")[0]]
    return next((found for found in wanted if found in known), None)
