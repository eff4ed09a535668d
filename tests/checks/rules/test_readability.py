import pytest

from mbkurs.checks.rules.readability import readability
from tests.checks.conftest import PAGE, note, prose

LIMITS = """
languages:
  nb: {measure: lix, page: 38, law: 42, instructions: 30}
  en: {measure: flesch, page: 60, law: 50, instructions: 60}
law_pages: [%s]
"""
# 10 words, 3 of them long: LIX 40. The other: 11 words, none long: LIX 11.
MEDIUM = "Personen forteller kursleder hva som er viktig i dag nå. "
EASY = "Vi går en tur i dag, og så vil vi hjem. "


@pytest.fixture
def limits(tiny):
    def write(law_pages=""):
        file = tiny.root / "modules" / "data" / "reading.yml"
        file.write_text(LIMITS % law_pages, encoding="utf-8")

    write()
    return write


def test_an_easy_page(tiny, tell, limits):
    tiny.write("nb", prose("title", "# En dag\n\n" + EASY * 12))
    tiny.write("en", prose("title", "# A day\n\n" + "We go for a walk, and then we go home. " * 12))
    assert list(readability(tiny.project(), tell)) == []


def test_a_hard_page_names_its_hardest_part(tiny, tell, limits):
    file = tiny.write("nb", prose("title", "# En dag\n\n" + MEDIUM * 3), prose("more", MEDIUM * 9))
    expected = tell(file, "–", "hard-lix-page", value="40", limit=38, worst="title, more")
    assert list(readability(tiny.project(), tell)) == [expected]


def test_a_law_page_may_be_harder(tiny, tell, limits):
    tiny.write("nb", prose("title", "# En dag\n\n" + MEDIUM * 12))
    limits(PAGE)
    assert list(readability(tiny.project(), tell)) == []


def test_instructions_have_a_stricter_limit(tiny, tell, limits):
    prompt = MEDIUM * 8 + EASY * 3
    file = tiny.write("nb", prose("title", "# En dag\n\n" + EASY * 12), note("why", prompt=f'"{prompt}"'))
    # 113 words, 11 sentences, 24 words over six letters: 113/11 + 100*24/113
    expected = tell(file, "–", "hard-lix-instructions", value="32", limit=30, worst="why")
    assert list(readability(tiny.project(), tell)) == [expected]


def test_hard_english(tiny, tell, limits):
    hard = "Participants should subsequently consider alternative organisational possibilities. "
    file = tiny.write("en", prose("title", "# A day\n\n" + hard * 20))
    [finding] = readability(tiny.project(), tell)
    assert (finding.file, "60" in finding.what) == (file, True)
