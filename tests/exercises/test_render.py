"""One bundle for every place: properties that survive a page, and a form to read without JavaScript."""

import json
import re

import pytest

from mbkurs.exercises import KINDS, MIME, render
from tests.exercises.samples import sample


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_form_holds_every_text_of_the_declaration(kind):
    bundle = render(kind, "x", sample(kind), "nb")
    shown = re.sub(r"<script.*?</script>", "", bundle["text/html"], flags=re.S)
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown))
    props = {
        key: value
        for key, value in bundle[MIME].items()
        if key not in ("words", "kind", "id", "language", "sees")
    }
    for text in texts(props):
        for part in re.split(r"\n\s*\n|\*", text):
            assert part.strip() in plain, part


def texts(node, key=""):
    """All texts a person reads, at any depth; keys and places are not read."""
    if isinstance(node, dict):
        return [text for name, child in node.items() for text in texts(child, name)]
    if isinstance(node, list):
        return [text for child in node for text in texts(child, key)]
    return (
        [node] if isinstance(node, str) and key not in ("key", "group", "next", "start", "good_ends") else []
    )


def test_it_is_pure():
    assert render("text", "x", sample("text"), "nb") == render("text", "x", sample("text"), "nb")


def test_a_text_cannot_end_the_script_or_become_markup():
    bad = "title: </script><b>T</b>\nprompt: <img src=x onerror=alert(1)>\n"
    html = render("text", "x", bad, "nb")["text/html"]
    data, form = re.fullmatch(r".*?json\">(.*?)</script>(.*)", html, re.S).groups()
    assert json.loads(data)["title"] == "</script><b>T</b>"
    assert "<b>" not in form and "<img" not in form


def test_each_language_has_its_words():
    assert render("text", "x", sample("text"), "en")[MIME]["words"]["name"] == "Note"
    assert render("text", "x", sample("text"), "nb")[MIME]["words"]["name"] == "Notat"


def test_both_languages_have_the_same_words():
    from mbkurs.places import WORDS, languages
    from mbkurs.words import words

    def keys(node, path=""):
        if isinstance(node, dict):
            return {found for name, child in node.items() for found in keys(child, f"{path}.{name}")}
        return {path}

    for room in sorted(path.stem for path in (WORDS / "nb").glob("*.yml")):
        for language in languages():
            assert keys(words(language, room)) == keys(words("nb", room)), (language, room)
