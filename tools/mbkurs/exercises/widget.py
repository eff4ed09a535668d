"""The exercise as an ordinary ipywidget, for any Jupyter with a kernel and without our extension.

The answer travels by messages and is written to the answer sheet. It is never a synced trait, so it cannot
end up in a notebook's widget state or output.
"""

from functools import cache
from pathlib import Path

import anywidget
import traitlets

from mbkurs.answers import sheet_path, store
from mbkurs.exercises.bundle import joined
from mbkurs.exercises.render import MIME, bundle, render

HERE = Path(__file__).resolve().parent


@cache
def script() -> str:
    """The widget's ES module: the joined front end and a store that talks to the kernel."""
    host = (HERE / "live" / "widget-host.js").read_text(encoding="utf-8")
    return f"{joined()}\n{host}"


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise. ``props`` is course content; answers pass through ``_on_message`` only."""

    _esm = script()
    _css = (HERE / "live" / "exercise.css").read_text(encoding="utf-8")
    props = traitlets.Dict().tag(sync=True)

    def __init__(self, props: dict) -> None:
        super().__init__(props=props)
        self._sheet = sheet_path("here" if props["sees"] == "handed-in" else "journal")
        self.on_msg(self._on_message)

    def _on_message(self, _widget, message: dict, _buffers) -> None:
        """``{"load": true}`` asks for the answer; ``{"save": value}`` keeps a new one."""
        if "save" in message:
            self._save(message["save"])
        else:
            self.send({"value": store.value(self._sheet, self.props["id"])})

    def _save(self, value) -> None:
        try:
            store.save(self._sheet, self.props["id"], self.props["kind"], value)
        except OSError:
            self.send({"status": "failed"})
        else:
            self.send({"status": "saved"})

    def _repr_mimebundle_(self, **kwargs) -> dict:
        """The bundle of ``render()`` with the live view beside it."""
        shown = super()._repr_mimebundle_(**kwargs)
        data = shown[0] if isinstance(shown, tuple) else shown
        view = {key: value for key, value in (data or {}).items() if "widget-view" in key}
        return bundle(self.props) | view


def exercise_widget(kind: str, exercise_id: str, text: str, language: str) -> ExerciseWidget:
    """The live exercise that a cell declares. Raises ``ExerciseError`` as ``parse`` does."""
    return ExerciseWidget(render(kind, exercise_id, text, language)[MIME])
