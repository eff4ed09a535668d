"""Serves the front end's files: the exercises' modules as they are, and this room's own."""

from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from mbkurs import exercises

EXERCISES = Path(exercises.__file__).parent
OWN = Path(__file__).parent / "static"
FOLDERS = {"live": (EXERCISES / "live", OWN), "kinds": (EXERCISES / "kinds",)}
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class LiveHandler(JupyterHandler):
    """``GET mbkurs/live/NAME`` and ``GET mbkurs/kinds/KIND/live.js``: scripts and styles, nothing else."""

    @web.authenticated
    def get(self, area: str, name: str) -> None:
        for folder in FOLDERS[area]:
            path = (folder / name).resolve()
            if path.suffix in TYPES and path.is_relative_to(folder.resolve()) and path.is_file():
                self.set_header("Content-Type", TYPES[path.suffix])
                # Checked at each opening, so that an update of the course is seen at once.
                self.set_header("Cache-Control", "no-cache")
                self.finish(path.read_bytes())
                return
        raise web.HTTPError(404)
