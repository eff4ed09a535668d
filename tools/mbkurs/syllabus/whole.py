"""What every page of the course leans on: syllabus, crisis numbers, bibliography."""

from mbkurs.syllabus.crisis import crisis
from mbkurs.syllabus.loading import load
from mbkurs.syllabus.references import reference_keys


def make_sure() -> None:
    """Read all of it before anything is shown, built or checked.

    Raises ``SyllabusError``, which the front door tells in the person's language. Without this a fault here
    would come back from every page, far from its file.
    """
    load()
    crisis()
    reference_keys()
