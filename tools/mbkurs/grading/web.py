"""Hand-in in the trainee's Jupyter server: the look at what will be sent, and the file.

``GET mbkurs/handin/SLUG?language=nb`` shows the page, ``POST`` to the same address writes the file and shows
the receipt. The course's server extension mounts ``handlers(home)``.
"""

from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from mbkurs.grading.handin import HandInError, answers_of, hand_in, notebook_of, wants_points
from mbkurs.grading.pages import page
from mbkurs.grading.preview import preview
from mbkurs.places import languages
from mbkurs.words import words


class HandInHandler(JupyterHandler):
    """One assignment's hand-in."""

    def initialize(self, home: Path) -> None:
        self.home = home

    @web.authenticated
    def get(self, slug: str) -> None:
        try:
            notebook = notebook_of(slug, self.course_language)
        except HandInError as error:
            return self.refuse(error.code, 404)
        sheet, points = answers_of(self.home, slug, notebook), wants_points(self.home, slug)
        self.finish(preview(notebook, sheet, points=points, form=self.xsrf_form_html()))

    @web.authenticated
    def post(self, slug: str) -> None:
        try:
            done = hand_in(
                self.home,
                slug,
                trainee=self.get_body_argument("trainee", ""),
                language=self.course_language,
                points=not self.get_body_argument("without-points", ""),
            )
        except HandInError as error:
            return self.refuse(error.code, 400)
        except OSError:
            return self.refuse("no-space", 500)
        self.finish(done.receipt.read_text(encoding="utf-8"))

    @property
    def course_language(self) -> str:
        """The language asked for, or the first of the course."""
        asked = self.get_argument("language", "")
        return asked if asked in languages() else languages()[0]

    def refuse(self, code: str, status: int) -> None:
        """A page that says in plain words why nothing was handed in."""
        say = words(self.course_language, "grading")
        own = {"no-space": say["message"]["no_space"], "no-name": say["message"]["no_name"]}
        text = (say["refusals"] | say["problems"] | own)[code]
        self.set_status(status)
        self.finish(page("message", self.course_language, text=text))


def handlers(home: Path, base_url: str = "/") -> list[tuple]:
    """Tornado routes for a trainee's folder ``home``."""
    pattern = url_path_join(base_url, "mbkurs", "handin", r"([a-z0-9-]+)")
    return [(pattern, HandInHandler, {"home": home})]
