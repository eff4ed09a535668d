"""The joined script is the same front end, for places that cannot import modules."""

import json
import re

import pytest

from mbkurs.exercises import MIME, render
from mbkurs.exercises.bundle import joined, sources
from tests.exercises.samples import sample


def test_the_modules_keep_to_the_forms_that_can_be_joined():
    for path in sources():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("import", "export")):
                assert re.match(
                    r'import (\{[^}]+\}|\w+) from "[^"]+";$|export (default|async function|function|const) ',
                    line,
                ), line


@pytest.mark.browser
def test_the_joined_script_makes_an_exercise_live(page):
    props = json.dumps(render("choice", "x", sample("choice"), "nb")[MIME])
    store = '{ where: "browser", load: async () => null, save() {}, watch: () => () => {} }'
    page.set_content("<div id=here></div>")
    page.add_script_tag(content=f"{joined()}; mount({{ el: here, props: {props}, store: {store} }});")
    page.get_by_label("Går til kaffen").check()
    assert page.locator(".mb-feedback").count() == 1
