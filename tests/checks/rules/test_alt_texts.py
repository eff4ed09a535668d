from mbkurs.checks.rules.alt_texts import alt_texts
from tests.checks.conftest import prose


def test_an_image_with_words_is_fine(tiny, tell):
    tiny.both(prose("title", "# A day\n\n![A path through a wood](wood.png)"))
    assert list(alt_texts(tiny.project(), tell)) == []


def test_an_image_without_words_is_found(tiny, tell):
    file = tiny.write("en", prose("title", "# A day\n\n![](wood.png)"))
    assert list(alt_texts(tiny.project(), tell)) == [tell(file, "title", "no-alt-text", image="wood.png")]


def test_a_file_name_is_no_description(tiny, tell):
    tiny.write("en", prose("title", "# A day\n\n![IMG_1.jpg](wood.png)"))
    assert len(list(alt_texts(tiny.project(), tell))) == 1
