import pickle

import pytest

from mbkurs.syllabus import SyllabusError, references

SAMPLE = r"""
@misc{alf, author={{ALF as}}, shorthand={ALF}, title={Medarbeider med brukererfaring}, year={2019},
  url={https://alf.no/?a=1&b=2}, urldate={2026-11-22}, langid={norsk}}
@book{two, author={Miller, William R. and Rollnick, Stephen}, title={A {Title}}, year={2013},
  langid={english}}
@misc{three, author={Borg, Marit and Karlsson, Bengt and {van der Berg}, Anna}, title={<b>}}
@misc{none, title={Only a title}, year={2020}}
"""


@pytest.fixture(autouse=True)
def bibliography(tmp_path, monkeypatch):
    file = tmp_path / "references.bib"
    file.write_text(SAMPLE, encoding="utf-8")
    monkeypatch.setattr(references, "BIBLIOGRAPHY", file)
    return file


@pytest.mark.parametrize(
    ("key", "language", "label"),
    [
        ("alf", "nb", "ALF 2019"),
        ("two", "nb", "Miller og Rollnick 2013"),
        ("two", "en", "Miller and Rollnick 2013"),
        ("three", "nb", "Borg m.fl. u.å."),
        ("three", "en", "Borg et al. n.d."),
        ("none", "en", "Only a title 2020"),
    ],
)
def test_labels_read_as_author_and_year(key, language, label):
    assert references.reference(key, language)["label"] == label


def test_the_list_is_escaped_sorted_and_can_be_linked_to():
    html = references.references_html(["two", "three", "alf"], "en")
    assert html.index('id="ref-alf"') < html.index('id="ref-three"') < html.index('id="ref-two"')
    assert "a=1&amp;b=2" in html
    assert "&lt;b&gt;" in html
    assert '<cite lang="nb">Medarbeider' in html
    assert "A Title" in html


def test_an_unknown_key_is_said_so_in_the_pages_language():
    with pytest.raises(LookupError, match="Kilden «nobody»"):
        references.reference("nobody", "nb")


def test_a_new_entry_is_seen(bibliography):
    assert references.reference_keys() == ["alf", "two", "three", "none"]
    bibliography.write_text("@misc{new, title={New}}", encoding="utf-8")
    assert references.reference_keys() == ["new"]


def test_a_bibliography_that_cannot_be_read_is_named(bibliography):
    bibliography.write_text("@misc{broken, title={", encoding="utf-8")
    with pytest.raises(SyllabusError, match="references.bib") as raised:
        references.reference_keys()
    # It travels between the processes that build the book.
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)
