"""The list of trainees: CSV and Excel as people save them, and a sentence for each row that is no use."""

import pytest
from openpyxl import Workbook

from mbkurs.grading.command import sentence
from mbkurs.grading.roster import Person, RosterError, read
from mbkurs.places import languages
from mbkurs.words import words

NORWEGIAN = "Id;Navn;Språk;Poeng;Ekstra dager\nåse;Åse Berg;bokmål;nei;7\n\nk1;Kari Anne Moen;;;\n"
PEOPLE = [Person("åse", "Åse Berg", "nb", False, 7), Person("k1", "Kari Anne Moen")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_as_norwegian_excel_and_others_save_it(tmp_path, encoding):
    path = tmp_path / "list.csv"
    path.write_text(NORWEGIAN, encoding=encoding)
    assert read(path) == PEOPLE
    path.write_text("id,name,language,points\n7,Kari Moen,English,yes\n", encoding=encoding)
    assert read(path) == [Person("7", "Kari Moen", "en", True)]


def test_excel_gives_the_same(tmp_path):
    book = Workbook()
    for row in (["Navn", "ID", "poeng", "ekstra dager", "språk"], ["Åse Berg", "åse", False, 7.0, "nb"]):
        book.active.append(row)
    book.active.append([None] * 5)
    book.active.append(["Kari Anne Moen", "k1", None, None, None])
    book.save(tmp_path / "list.xlsx")
    assert read(tmp_path / "list.xlsx") == PEOPLE


def test_every_row_that_cannot_be_used_is_named_with_its_line(tmp_path):
    rows = ["id;navn;språk;poeng;ekstra dager", "k1;Kari;;;", ";Ola;;;", "a/b;Per;;;", "K1;Ida;;;"]
    rows += ["m;;;;", "n;=1+1;;;", "o;Mona;klingon;;", "p;Nils;;kanskje;", "q;Siv;;;-3", "r;Liv;;;1e9"]
    (tmp_path / "list.csv").write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(RosterError) as error:
        read(tmp_path / "list.csv")
    assert [(problem.line, problem.code) for problem in error.value.problems] == [
        (3, "no-id"),
        (4, "bad-id"),
        (5, "twice"),
        (6, "no-name"),
        (7, "bad-name"),
        (8, "unknown-language"),
        (9, "unclear-points"),
        (10, "unclear-days"),
        (11, "unclear-days"),
    ]
    for language in languages():
        for problem in error.value.problems:
            said = sentence(problem, words(language, "grading"))
            assert str(problem.line) in said and problem.text in said and "{" not in said


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("none.csv", None, "not-found"),
        ("list.xls", b"x", "other-type"),
        ("list.xlsx", b"not a zip", "unreadable"),
        ("list.csv", b"", "no-headings"),
        ("list.csv", b"who,when\n1,2\n", "no-headings"),
        ("list.csv", b"id,name\n", "nobody"),
        ("list.csv", b"x" * 5_000_001, "too-big"),
        ("list.csv", b"id,name\n" + b"x" * 200_000, "unreadable"),
    ],
)
def test_a_file_that_is_no_list_is_said_in_plain_words(tmp_path, name, content, code):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(RosterError) as error:
        read(tmp_path / name)
    assert [problem.code for problem in error.value.problems] == [code]
    assert all(words(language, "grading")["roster"]["problems"][code] for language in languages())


def test_bytes_that_no_alphabet_knows_are_no_trace(tmp_path):
    (tmp_path / "list.csv").write_bytes(b"id,name\nk1,\x81\xff\n")
    with pytest.raises(RosterError):
        read(tmp_path / "list.csv")
