from dataclasses import replace

from mbkurs.checks.rules.figures import figures
from tests.checks.conftest import note, prose


def figure(language: str):
    return prose("title", f"# A day\n\n![A path through a wood](../../../book/assets/wood-{language}.svg)")


def test_a_figure_in_each_language_is_fine(tiny, tell):
    tiny.write("nb", figure("nb"))
    tiny.write("en", figure("en"))
    assert list(figures(tiny.project(), tell)) == []


def test_a_written_module_without_a_figure_is_found(tiny, tell):
    tiny.write("nb", figure("nb"))
    file = tiny.write("en", prose("title", "# A day\n\n![A photo of a wood](wood.png)"), note("one"))
    assert list(figures(tiny.project(), tell)) == [tell(file.parent, "–", "no-figure")]


def test_a_module_that_is_not_written_yet_is_not_judged(tiny, tell):
    tiny.both(note("one"))
    module = tiny.course.modules[0]
    modules = (replace(module, days=(*module.days, replace(module.days[0], number=2, slug="second"))),)
    assert list(figures(tiny.project(modules=modules), tell)) == []


def test_a_figure_with_words_in_another_language_is_found(tiny, tell):
    tiny.write("nb", figure("nb"))
    file = tiny.write("en", figure("nb"))
    found = tell(file, "title", "figure-language", image="wood-nb.svg", language="en")
    assert list(figures(tiny.project(), tell)) == [found]
