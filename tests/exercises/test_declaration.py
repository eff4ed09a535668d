"""A declaration is checked whole, and what is wrong is said in the page's language with the remedy."""

import pytest

from mbkurs.exercises import KINDS, ExerciseError, parse
from tests.exercises.samples import sample


@pytest.mark.parametrize("kind", KINDS)
def test_the_samples_are_good(kind):
    assert parse(kind, "a-sample", sample(kind), "nb")["title"]


def problems(kind, text, language="nb", exercise_id="x"):
    with pytest.raises(ExerciseError) as caught:
        parse(kind, exercise_id, text, language)
    return " ".join(caught.value.problems)


def test_an_unknown_kind_names_the_kinds():
    assert "text, choice, scale" in problems("essay", "title: T")


def test_a_bad_id_is_refused():
    assert "Bad Id" in problems("text", sample("text"), exercise_id="Bad Id")


def test_yaml_that_cannot_be_read_names_the_line():
    assert "Linje 2" in problems("text", "title: T\nprompt: Hva: da\n")


def test_a_misspelt_key_names_the_keys_there_are():
    said = problems("text", "title: T\npromt: P\n", "en")
    assert "“promt” is not a key here" in said and "hint" in said and "“prompt” is missing" in said


def test_all_problems_are_told_at_once():
    assert len(problems("choice", "titel: T\noptions: []\n").split(". ")) >= 3


def test_a_key_may_stand_once():
    assert "«name»" in problems("rank", sample("rank").replace("key: time", "key: name"))


def test_a_conversation_may_not_lead_nowhere():
    assert "«nowhere»" in problems("dialogue", sample("dialogue").replace("next: sit", "next: nowhere"))


def test_a_quiz_question_needs_a_right_answer():
    assert "contains" in problems("quiz", sample("quiz").replace("correct: true, ", "", 1))
