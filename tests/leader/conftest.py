"""A leader's real server on a copy of the assignments, with files that trainees have sent."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.grading import conftest as grading
from tests.grading.site import Site, choices_of, send, texts_of
from tests.labui.conftest import Course

LIST = "id;navn;språk\nKari;Kari Moen;\nOla;Ola Dahl;\nÅse;Åse Berg;\nJohn;John Smith;en\n"

# A course without a server, from the room that grading is in.
empty_gradebook, place = grading.empty_gradebook, grading.place


@dataclass
class Office:
    """A leader's place: ``post`` is the folder of files that came, ``page`` the server with the page."""

    site: Site
    post: Path
    page: Course

    def sent(self, trainee: str, *, hours: int = 0, language: str = "nb", **change) -> Path:
        """A file that a trainee sent; it is not taken in."""
        answers = texts_of(self.site, **change) | choices_of(self.site, best=True)
        send(self.site, trainee, answers, hours, language=language)
        name = f"{trainee}-{hours}.mbkurs.json"
        return (self.site.course(language) / "handed-in" / name).rename(self.post / name)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One server for a file's tests: the round begins where nobody has handed in."""
    folder = tmp_path_factory.mktemp("leader")
    site = Site(folder)
    for language in ("nb", "en"):
        (site.course(language) / "handed-in").mkdir()
    (folder / "post").mkdir()
    options = ("--assignments", str(site.assignments))
    page = Course(folder / "home", verb="leader", options=options).start()
    yield Office(site, folder / "post", page)
    page.stop()
