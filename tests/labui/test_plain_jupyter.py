"""In any other Jupyter, without our extension: ordinary widgets, and the answer stays private."""

import json
import os
import socket
import subprocess
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from mbkurs.notebooks import files
from mbkurs.places import ROOT
from tests.labui.conftest import STARTING, free_port, until

pytestmark = pytest.mark.browser
SENTENCE = "Setningen om den blå sykkelen er bare min."
KERNEL = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status"
WIDGETS = "@jupyter-widgets/jupyterlab-manager/plugin.jupyterlab-settings"


@pytest.fixture
def notebook(tmp_path, note):
    """The first day as it stands in git, cut down to its setup cell and its note."""
    page = files.read(ROOT / "modules/nb/01-arriving/1-welcome.ipynb")
    page.cells = [cell for cell in page.cells if cell.id in ("setup", note)]
    path = tmp_path / "work" / "day.ipynb"
    path.parent.mkdir()
    nbformat.write(page, path)
    return path


@pytest.fixture
def stock(tmp_path, notebook):
    """A stock JupyterLab that saves widget state with the notebook; gives its address."""
    own = tmp_path / "jupyter"
    setting = own / "settings" / WIDGETS
    setting.parent.mkdir(parents=True)
    setting.write_text('{"saveState": true}')
    port = free_port()
    names = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "runtime"}
    environment = os.environ | {f"JUPYTER_{name}": str(own / folder) for name, folder in names.items()}
    environment |= {"JUPYTERLAB_SETTINGS_DIR": str(own / "settings"), "IPYTHONDIR": str(own / "ipython")}
    environment |= {
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "MBKURS_HOME": str(tmp_path / "home"),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--IdentityProvider.token=t", f"--ServerApp.root_dir={notebook.parent}", "--log-level=ERROR"]
    command += ["--LabApp.expose_app_in_browser=True"]
    with (tmp_path / "log.txt").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        until(lambda: _answers(port), STARTING)
        yield f"http://127.0.0.1:{port}/lab/tree/day.ipynb?token=t"
        server.terminate()
        server.wait(20)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_the_answer_is_in_the_sheet_and_in_no_notebook_checkpoint_or_export(
    page, stock, notebook, note, tmp_path
):
    page.goto(stock)
    page.wait_for_function(f"{KERNEL} === 'idle'", timeout=STARTING * 1000)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    field = page.locator(".mb-exercise textarea")
    field.fill(SENTENCE, timeout=STARTING * 1000)
    sheet = tmp_path / "home/answers.json"
    until(lambda: sheet.exists() and SENTENCE in sheet.read_text("utf-8"))
    expect(field).to_have_value(SENTENCE)
    page.locator(".jp-NotebookPanel-toolbar [data-jp-item-name=save]").click()
    saved = until(lambda: (text := notebook.read_text("utf-8")) and "widget-state+json" in text and text, 30)
    assert json.loads(saved)["metadata"]["widgets"]
    export = [sys.executable, "-m", "nbconvert", "--to", "html", str(notebook)]
    subprocess.run(export, check=True, capture_output=True)
    assert notebook.with_suffix(".html").exists()
    assert list(notebook.parent.rglob(".ipynb_checkpoints/*"))
    held = [path for path in tmp_path.rglob("*") if path.is_file() and SENTENCE.encode() in path.read_bytes()]
    assert held == [sheet]
