"""The table of contents holds every page that exists, and the one in git is fresh."""

from mbkurs.bookext import toc
from mbkurs.notebooks.files import assignments
from mbkurs.places import BOOK, MODULES, languages


def test_the_contents_in_git_are_fresh():
    assert not toc.is_stale(), "run: python3 course.py toc"


def test_a_new_page_makes_the_contents_stale(small):
    toc.write("nb", small / "_toc.yml", small)
    assert not toc.is_stale(small)
    (small / "book/nb/new.md").write_text("# Ny\n", "utf-8")
    assert toc.is_stale(small)


def test_every_page_is_in_the_contents_once():
    for language in languages():
        files = [
            *(BOOK / language).rglob("*.md"),
            *(MODULES / language).rglob("*.ipynb"),
            *assignments(language),
        ]
        names = [path.with_suffix("").as_posix() for path in files if ".ipynb_checkpoints" not in path.parts]
        listed = [(BOOK.parent / page).as_posix() for page in toc.pages(toc.contents(language))]
        assert sorted(listed) == sorted(names)


def test_the_assignment_comes_after_the_days_of_its_module():
    listed = toc.pages(toc.contents("en"))
    at = listed.index("assignments/en/source/01-arriving/01-arriving")
    assert listed[at - 1] == "modules/en/01-arriving/3-looking-after-myself"


def test_days_come_in_teaching_order():
    listed = [page for page in toc.pages(toc.contents("nb")) if page.startswith("modules/")]
    assert listed == sorted(listed)
