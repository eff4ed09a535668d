"""nbgrader's formgrader inside the leader's server: loaded at the first click, for one course at a time."""

import os
from pathlib import Path

from nbgrader.api import MissingEntry

from mbkurs.grading.gradebook import gradebook


class Formgrader:
    """Formgrader of the server ``serverapp``."""

    def __init__(self, serverapp):
        self.serverapp = serverapp
        self.course: Path | None = None
        self.mounted = False

    def use(self, course: Path) -> None:
        """Makes formgrader show ``course``; call it where no other work changes the working folder."""
        if course == self.course:
            return
        # Imported late: two seconds that no page waits for before somebody marks.
        from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension

        before = Path.cwd()
        os.chdir(course)  # nbgrader reads the config of the folder it is in
        try:
            app = FormgradeExtension(parent=self.serverapp)
            app.root_dir = str(course)
            app.initialize([], root=str(course))
            app.load_cwd_config = False
            app.init_tornado_settings(self.serverapp.web_app)
            if not self.mounted:
                app.init_handlers(self.serverapp.web_app)
        finally:
            os.chdir(before)
        self.course, self.mounted = course, True


def submission(courses: list[Path], assignment: str, *, after: str = "") -> tuple[Path, str] | None:
    """The next submission with an answer that waits, in formgrader's own order; else ``None``."""
    for course in courses:
        with gradebook(course) as book:
            found = book.notebook_submissions(assignment, assignment)
            waiting = sorted(each.id for each in found if each.needs_manual_grade)
        if waiting:
            return course, next((each for each in waiting if each > after), waiting[0])
    return None


def any_submission(courses: list[Path], assignment: str) -> tuple[Path, str] | None:
    """The first that there is, to read again."""
    for course in courses:
        with gradebook(course) as book:
            found = sorted(each.id for each in book.notebook_submissions(assignment, assignment))
        if found:
            return course, found[0]
    return None


def submission_of(course: Path, assignment: str, trainee: str) -> tuple[Path, str] | None:
    """One trainee's."""
    with gradebook(course) as book:
        try:
            return course, book.find_submission_notebook(assignment, assignment, trainee).id
        except MissingEntry:
            return None
