"""Where things stand in the course folder of one language: nbgrader's own folders, and ours beside them."""

from datetime import UTC, datetime
from pathlib import Path

TIME = "%Y-%m-%d %H:%M:%S.%f %Z"  # nbgrader's own


def submitted(course: Path, trainee: str, assignment: str) -> Path:
    """Where nbgrader looks for one submission."""
    return course / "submitted" / trainee / assignment


def source(course: Path, assignment: str) -> Path:
    """The course's own notebook of an assignment."""
    return course / "source" / assignment / f"{assignment}.ipynb"


def time_of(folder: Path) -> datetime | None:
    """When the submission in a folder was handed in; ``None`` where nothing says so."""
    try:
        text = (folder / "timestamp.txt").read_text(encoding="utf-8")
        return datetime.strptime(text, TIME).replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None
