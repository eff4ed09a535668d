"""The two cells of a course notebook, ``%%exercise`` and ``%%show``, and the line that names the language."""

from IPython.core.magic import Magics, cell_magic, line_magic, magics_class
from IPython.display import display

from mbkurs.exercises.boxes import show
from mbkurs.exercises.declaration import ExerciseError
from mbkurs.exercises.widget import exercise_widget
from mbkurs.words import words


@magics_class
class CourseMagics(Magics):
    """Shows what a cell declares; a mistake becomes a sentence, never a trace."""

    language = "nb"

    @line_magic
    def course_language(self, line: str) -> None:
        """``%course_language en``: the language of the page."""
        words(line.strip(), "exercises")
        self.language = line.strip()

    @cell_magic
    def exercise(self, line: str, cell: str) -> None:
        """``%%exercise KIND ID`` with YAML below: the exercise, live where a kernel runs."""
        kind, _, exercise_id = line.strip().partition(" ")
        try:
            display(exercise_widget(kind, exercise_id.strip(), cell, self.language))
        except ExerciseError as error:
            self._say(error)

    @cell_magic
    def show(self, line: str, cell: str) -> None:
        """``%%show BOX`` with YAML below."""
        try:
            display(show(line.strip(), cell, self.language), raw=True)
        except ExerciseError as error:
            self._say(error)

    def _say(self, error: ExerciseError) -> None:
        # A failing cell must fail for nbval too, so the sentence is raised, and shown without its trace.
        self.shell.set_custom_exc((ExerciseError,), _plain)
        raise error


def _plain(shell, kind, error, trace, tb_offset=None) -> list[str]:
    print(error)
    return [str(error)]


def register(shell) -> None:
    """Add the magics to an IPython shell."""
    shell.register_magics(CourseMagics)
