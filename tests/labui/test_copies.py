"""Working copies: written anew at each start, and one wrong page does not close the course."""

import json
import shutil

import nbformat
import pytest

from mbkurs.exercises import MIME
from mbkurs.labui.copies import write_copies
from mbkurs.notebooks import files
from mbkurs.places import languages


@pytest.fixture
def modules(tmp_path):
    """A course of two pages, one of them with a key that the kind does not have."""
    for language in languages():
        folder = tmp_path / "modules" / language / "01-arriving"
        folder.mkdir(parents=True)
        for name, extra in (("1-welcome", ""), ("2-wrong", "colour: red\n")):
            cell = nbformat.v4.new_code_cell(
                f"%%exercise text note-{name}\ntitle: T\nprompt: P\n{extra}", id=f"note-{name}"
            )
            page = nbformat.v4.new_notebook(cells=[cell])
            page.metadata["mbkurs"] = {"page": f"01-arriving/{name}", "language": language}
            nbformat.write(page, folder / f"{name}.ipynb")
    return tmp_path / "modules"


def test_a_page_is_live_without_a_kernel(tmp_path, modules):
    write_copies(tmp_path / "course", modules)
    page = files.read(tmp_path / "course/nb/01-arriving/1-welcome.ipynb")
    assert page.cells[0].outputs[0].data[MIME]["id"] == "note-1-welcome"
    assert page.cells[0].metadata.editable is False


def test_a_wrong_key_leaves_its_page_out_and_is_said_with_its_place_and_remedy(tmp_path, modules):
    troubles = write_copies(tmp_path / "course", modules)
    assert not (tmp_path / "course/nb/01-arriving/2-wrong.ipynb").exists()
    assert len(troubles) == 2
    sentence = troubles[0].sentence("nb")
    assert "2-wrong.ipynb" in sentence and "note-2-wrong" in sentence and "colour" in sentence


def test_an_update_brings_new_pages_and_takes_old_ones_away(tmp_path, modules):
    write_copies(tmp_path / "course", modules)
    old, new = (modules / "nb/01-arriving" / f"{name}.ipynb" for name in ("1-welcome", "1-hello"))
    old.rename(new)
    write_copies(tmp_path / "course", modules)
    names = [path.name for path in (tmp_path / "course/nb/01-arriving").iterdir()]
    assert names == ["1-hello.ipynb"]


def test_copies_hold_no_answers_whatever_the_sheet_holds(tmp_path, modules):
    (tmp_path / "answers.json").write_text(json.dumps({"schema": 1, "answers": {}, "days": {}}))
    write_copies(tmp_path / "course", modules)
    assert json.loads((tmp_path / "answers.json").read_text()) == {"schema": 1, "answers": {}, "days": {}}


def test_a_folder_that_another_program_stands_in_gets_the_new_pages_all_the_same(
    tmp_path, modules, monkeypatch
):
    """Windows deletes no folder that is open; an editor or a window of the file manager is enough."""
    really = shutil.rmtree

    def rmtree(folder, **how):
        if folder.name == "course":
            (folder / "nb/01-arriving/1-welcome.ipynb").unlink()
        else:
            really(folder, **how)

    write_copies(tmp_path / "course", modules)
    monkeypatch.setattr(shutil, "rmtree", rmtree)
    write_copies(tmp_path / "course", modules)
    assert (tmp_path / "course/nb/01-arriving/1-welcome.ipynb").is_file()
    assert not (tmp_path / "course-new").exists()
