import pickle

import pytest

from mbkurs.places import languages
from mbkurs.syllabus import SyllabusError, references
from mbkurs.syllabus.crisis import crisis
from mbkurs.syllabus.whole import make_sure


def test_the_course_stands():
    make_sure()


@pytest.mark.parametrize(
    "content", ["@misc{broken, title={", "@misc{a, title={x}}\n@misc{a, title={y}}", b"\xff\xfe"]
)
@pytest.mark.parametrize("language", languages())
def test_a_bibliography_that_cannot_be_read_is_told_with_its_remedy(content, language, tmp_path, monkeypatch):
    file = tmp_path / "references.bib"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.setattr(references, "BIBLIOGRAPHY", file)
    with pytest.raises(SyllabusError) as caught:
        make_sure()
    said = caught.value.text(language)
    assert str(file) in said and "BibTeX" in said and "UTF-8" in said


def test_crisis_numbers_that_cannot_be_read_are_told_with_the_line(tmp_path):
    (tmp_path / "crisis-no.yml").write_text("a: 1\n b: [", encoding="utf-8")
    with pytest.raises(SyllabusError, match=r"crisis-no.yml: 2: "):
        crisis(tmp_path / "crisis-no.yml")


def test_what_is_wrong_comes_whole_from_another_process(tmp_path):
    (tmp_path / "crisis-no.yml").write_text("[", encoding="utf-8")
    with pytest.raises(SyllabusError) as caught:
        crisis(tmp_path / "crisis-no.yml")
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.text("nb") == caught.value.text("nb")
