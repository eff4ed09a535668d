import pytest

from mbkurs.checks.measures import lix, reading_ease, sentences_in, syllables_in


def test_lix_of_a_text_counted_by_hand():
    # 8 words, 2 sentences, 2 words over six letters: 8/2 + 100*2/8
    assert lix("Vi snakker om arbeidet. Så går vi hjem.") == 29


def test_sentences_end_at_signs_and_lines():
    assert len(sentences_in("«Hei!» sier han. Hva nå?\nEn linje uten tegn\n\n– – –")) == 4


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("makes", 1),
        ("used", 1),
        ("wanted", 2),
        ("houses", 2),
        ("people", 2),
        ("while", 1),
        ("leader", 2),
    ],
)
def test_syllables(word, count):
    assert syllables_in(word) == count


def test_short_words_read_more_easily():
    easy, hard = "We sit in the sun. It is warm.", "Organisational considerations necessitate deliberation."
    assert reading_ease(easy) > 90 > 0 > reading_ease(hard)


def test_no_words_are_not_hard():
    assert (lix("–"), reading_ease("–")) == (0, 100)
