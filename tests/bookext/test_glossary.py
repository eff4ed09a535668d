"""The glossary page as data, and the forms of its words."""

import re

import pytest

from mbkurs.bookext.build import build
from mbkurs.bookext.glossary import _forms
from mbkurs.words import words

PAGE = """# Ord

Om ordene.

**medarbeider med brukererfaring, MB** (<span lang="en">peer worker</span>)\\
En som er ansatt [@alf].
Noen sier *erfaringsmedarbeider*, på engelsk <span lang="en">peer</span>.
"""


def fits(language: str, phrase: str, text: str) -> bool:
    endings = words(language, "book")["glossary"]["endings"]
    return bool(re.fullmatch(_forms(phrase, endings), text))


@pytest.mark.parametrize(
    ("language", "phrase", "text"),
    [
        ("nb", "fastlege", "fastlegene"),
        ("nb", "kursleder", "Kurslederne"),
        ("nb", "levd erfaring", "levde\nerfaringer"),
        ("nb", "praksisplass", "praksisplassens"),
        ("nb", "samtykke", "samtykket"),
        ("en", "peer worker", "Peer workers"),
        ("en", "user council", "user council’s"),
        ("en", "inability", "inabilities"),
        ("en", "Nav", "Nav"),
    ],
)
def test_a_word_is_known_in_its_forms(language, phrase, text):
    assert fits(language, phrase, text)


@pytest.mark.parametrize(
    ("language", "phrase", "text"),
    [
        ("nb", "veiledning", "veileder"),
        ("nb", "likeperson", "likepersonsarbeid"),
        ("en", "supervision", "supervisor"),
        ("en", "recovery", "recover"),
        ("en", "KS", "ks"),
        ("nb", "Nav", "nav"),
    ],
)
def test_other_words_are_left_alone(language, phrase, text):
    assert not fits(language, phrase, text)


def test_an_entry_has_an_address_and_its_explanation_has_no_citations(small):
    for language in ("nb", "en"):
        (small / f"book/{language}/glossary.md").write_text(PAGE, "utf-8")
    (small / "book/nb/index.md").write_text("# MB-kurset\n\nHun er MB.\n", "utf-8")
    assert build("nb", small / "out/book", ["nb", "en"], small).findings == []
    assert 'id="word-medarbeider-med-brukererfaring-mb"' in (small / "out/book/nb/glossary.html").read_text()
    assert (
        "En som er ansatt. Noen sier <em>erfaringsmedarbeider</em>, "
        'på engelsk <span lang="en">peer</span>. <a href="glossary.html#word-medarbeider'
    ) in (small / "out/book/nb/index.html").read_text("utf-8")
