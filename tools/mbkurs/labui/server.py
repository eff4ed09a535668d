"""Starts the Jupyter server of the course, with everything of its own inside the trainee's folder."""

import logging
import os
import sys
from pathlib import Path

from traitlets.config import Config

from mbkurs.answers import rename
from mbkurs.labui.home import Home
from mbkurs.words import words

HERE = Path(__file__).resolve().parent


def environment(home: Home) -> dict[str, str]:
    """What makes JupyterLab read the course's settings and keep its own files in ``home``."""
    own = home.jupyter
    return {
        "MBKURS_HOME": str(home.folder),
        "JUPYTER_CONFIG_PATH": str(HERE / "config"),
        "JUPYTER_PATH": str(HERE / "share"),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "IPYTHONDIR": str(own / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }


def log_file(home: Home) -> Path:
    return home.folder / "log" / "lab.log"


def log_to_file(home: Home) -> None:
    """Send what Jupyter has to say to a file; the last start's is kept beside it.

    Requests are logged without their bodies, so no answer is in it. Raises ``OSError``.
    """
    log = log_file(home)
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists():
        rename.put(log, log.with_name("lab-before.log"))
    sys.stderr = log.open("w", encoding="utf-8", buffering=1)


def start(home: Home, port: int):
    """A server that is ready to ``start()``. Raises ``SystemExit`` where Jupyter gives up."""
    os.environ.update(environment(home))
    log_to_file(home)
    # Imported late: Jupyter reads its folders from the environment when it is imported.
    from jupyterlab.labapp import LabApp

    return LabApp.initialize_server(argv=[], config=Config(ServerApp=settings(home, port)))


def settings(home: Home, port: int) -> dict:
    """What this server does otherwise than a Jupyter server for programmers."""
    own = words(home.language, "lab")["jupyter"]
    return {
        "ip": "127.0.0.1",
        "port": port,
        # The next free port would be another address, where the browser holds nothing that waits.
        "port_retries": 0,
        "root_dir": str(home.course),
        "open_browser": False,
        "answer_yes": True,
        "default_url": "/mbkurs/start",
        "allow_root": True,
        "log_level": logging.WARNING,
        "extra_template_paths": [str(HERE / "templates" / "jupyter")],
        "jinja_template_vars": {"mbkurs": own},
    }
