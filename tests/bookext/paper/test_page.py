"""From screen to paper: what stays, where links lead, how headings step."""

from pathlib import Path

from bs4 import BeautifulSoup

from mbkurs.bookext.paper.page import clean, identity

PAGE = """<article><section id="top"><h1>Day</h1><h3>Plan</h3><div class="cell"><p id="x">Text</p></div>
<script>1</script><button>Press</button><h2>Landing</h2><h4>Deep</h4>
<a href="2-next.html#landing">next</a> <a href="#x">here</a>
<a href="tel:113">113</a> <a href="../about.html">about</a>
<img src="../_images/a.svg" alt="A"></section></article>"""


def cleaned(level: int):
    text = BeautifulSoup(PAGE, "html.parser").article
    return clean(text, "01-arriving/1-welcome", Path("/book/nb/01-arriving"), level), text


def test_the_heading_is_taken_out_and_the_others_step_down_one_at_a_time():
    title, text = cleaned(2)
    assert title == "Day"
    assert [(tag.name, tag.get_text()) for tag in text.find_all(["h1", "h2", "h3", "h4", "h5"])] == [
        ("h3", "Plan"),
        ("h3", "Landing"),
        ("h4", "Deep"),
    ]


def test_links_stay_inside_the_document():
    _, text = cleaned(1)
    assert [link["href"] for link in text.select("a")] == [
        "#p-01-arriving-2-next--landing",
        f"#{identity('01-arriving/1-welcome', 'x')}",
        "tel:113",
        "#p-about",
    ]
    assert text.select_one("p")["id"] == "p-01-arriving-1-welcome--x"


def test_nothing_is_left_that_needs_a_screen():
    _, text = cleaned(1)
    assert not text.select("script, button, div.cell")
    assert text.img["src"] == Path("/book/nb/_images/a.svg").resolve().as_uri()
