"""The trainee's own folder: settings, working copies of the course, and where answers are kept."""

import hashlib
import json
import os
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from mbkurs.answers import sheet_path, store
from mbkurs.labui.trouble import Trouble, writing
from mbkurs.places import languages

SETTINGS = "settings.json"
FRESH = {"schema": 1, "id": None, "language": None, "alone": None, "folder": None, "starts": None}
# What JupyterLab calls the course's languages, and the file of its own where it keeps that choice.
LOCALES = {"nb": "nb_NO", "en": "en"}
_TRANSLATION = Path("@jupyterlab", "translation-extension", "plugin.jupyterlab-settings")


@dataclass(frozen=True)
class Home:
    """One trainee's folder. Settings are read anew each time: two programs may use them.

    The settings are ``id`` (of the folder), ``language``, ``alone`` (is the computer the trainee's own?
    None until said), ``folder`` (where answers are kept when it is not here) and ``starts`` (the group's
    first day, ISO date).
    """

    folder: Path

    @property
    def course(self) -> Path:
        """Working copies, rewritten at each start; JupyterLab's root."""
        return self.folder / "course"

    @property
    def jupyter(self) -> Path:
        """JupyterLab's own settings and runtime files, so that nothing outside this folder is touched."""
        return self.folder / ".jupyter"

    @property
    def settings(self) -> dict:
        try:
            return FRESH | json.loads((self.folder / SETTINGS).read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError):
            return dict(FRESH)

    def change(self, **settings) -> None:
        """Keep changed settings. Raises ``Trouble`` where the folder cannot be written."""
        new = self.settings | settings
        new["id"] = new["id"] or uuid.uuid4().hex
        with writing(self.folder):
            store.write(self.folder / SETTINGS, new)

    @property
    def language(self) -> str:
        chosen = self.settings["language"]
        return chosen if chosen in languages() else languages()[0]

    def speak(self, language: str) -> None:
        """Use ``language`` for the start page and for JupyterLab itself."""
        self.change(language=language)
        with writing(self.folder):
            store.write(self.jupyter / "settings" / _TRANSLATION, {"locale": LOCALES.get(language, language)})

    @property
    def answers(self) -> Path:
        """The folder with the answer sheets: this one, or the one chosen on a shared computer."""
        return Path(self.settings["folder"] or self.folder)

    def use_answers(self) -> None:
        """Point this process and the kernels it starts to the folder with the answer sheets."""
        os.environ["MBKURS_HOME"] = str(self.answers)

    @property
    def place(self) -> str:
        """A name for where answers go, so that text waiting in a browser never reaches another's sheet."""
        return hashlib.sha256(f"{self.settings['id']}|{self.answers}".encode()).hexdigest()[:16]

    def make(self) -> None:
        """Make the folder, readable by its owner alone. Raises ``Trouble`` where that cannot be done."""
        with writing(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Windows keeps a person's folder private by its own means.
            if os.name == "posix":
                self.folder.chmod(0o700)
            try_writing(self.folder)
        if not self.settings["id"]:
            self.change()


def in_hub() -> bool:
    """Whether this server is one of many in a JupyterHub, where the account decides whose folder it is."""
    return "JUPYTERHUB_USER" in os.environ


def try_writing(folder: Path) -> None:
    """Write and remove a small file. Raises ``OSError`` where that fails."""
    probe = folder / f".{uuid.uuid4().hex}"
    try:
        probe.write_bytes(b" " * 4096)
    finally:
        probe.unlink(missing_ok=True)


def move_answers(home: Home, folder: Path) -> None:
    """Keep answers in ``folder`` from now on, and take along what is there already.

    Raises ``Trouble`` where the folder is missing or not writable, or where both folders hold answers:
    two people's sheets are never mixed.
    """
    if not folder.is_dir():
        raise Trouble("no-folder", folder=folder)
    with writing(folder):
        try_writing(folder)
    old, new = sheet_path("journal"), folder / "answers.json"
    moving = old.exists() and old.resolve() != new.resolve()
    if moving and new.exists():
        raise Trouble("two-sheets", old=old.parent, new=folder)
    if moving:
        with writing(folder):
            store.write(new, store.read(old))
        old.unlink()
    _take_along(old.parent, folder)
    home.change(folder=str(folder))
    home.use_answers()


def _take_along(old: Path, new: Path) -> None:
    """Move assignments, what was handed in and feedback; what the new folder has already is left alone."""
    with writing(new):
        for name in ("assignments", "handed-in", "feedback"):
            if (old / name).is_dir() and not (new / name).exists():
                shutil.move(old / name, new / name)
