from mbkurs.checks.prose import blocks, targets, text_of


def test_text_without_code_citations_and_foreign_passages():
    source = '# A *day*\n\nOne [@alf] `code` <span lang="nb">noe annet</span> two\nthree.\n\n- item'
    heading, paragraph, item = blocks(source)
    assert (heading.kind, heading.level, heading.text, heading.plain) == ("heading", 1, "A day", "A ")
    assert paragraph.text.split() == ["One", "two", "three."]
    assert paragraph.foreign == (("nb", "noe annet"),)
    assert item.text == "item"


def test_tables_are_text():
    assert text_of("| a | b |\n|---|---|\n| c | d |").split() == ["a", "b", "c", "d"]


def test_links_and_images():
    link, image = targets("[a *b*](c.md) ![d](e.png)")
    assert (link.href, link.is_image) == ("c.md", False)
    assert (image.href, image.text, image.is_image) == ("e.png", "d", True)
