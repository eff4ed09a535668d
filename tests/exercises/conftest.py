"""A bare page with one exercise of each kind, served from the real front-end files."""

import functools
import http.server
import json
import threading
from pathlib import Path

import pytest

from mbkurs.exercises import KINDS, MIME, render
from tests.exercises.samples import sample

FRONT_END = Path(__file__).parents[2] / "tools/mbkurs/exercises"

# The smallest host there can be: answers in the page's own storage, as the contract in tools/README.md asks.
PAGE = """<!doctype html><html lang="nb" data-theme="light"><head><meta charset="utf-8"><title>Øvelser</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="live/exercise.css"></head>
<body style="margin:0 auto;max-width:48rem;padding:0 .5rem;font-family:sans-serif">
<main><h1>Øvelser</h1><h2>Alle</h2>
<div id="all"></div></main><script type="module">
import { mount } from "./live/mount.js";
const store = {
  where: "browser",
  load: async (id) => JSON.parse(localStorage.getItem(id)),
  save: (id, kind, value) => { localStorage.setItem(id, JSON.stringify(value));
    watchers[id]({ status: "saved" }); },
  watch: (id, fn) => { watchers[id] = fn; return () => {}; },
};
const watchers = {};
window.watchers = watchers;
for (const props of PROPS) {
  const el = document.createElement("div");
  document.querySelector("#all").append(el);
  await mount({ el, props, store });
}
document.body.dataset.ready = "yes";
</script></body></html>"""


@pytest.fixture(scope="session")
def exercise_page():
    """Address of a page with all eight kinds; exercise ids are ``sample-KIND``."""
    props = [render(kind, f"sample-{kind}", sample(kind), "nb")[MIME] for kind in KINDS]
    html = PAGE.replace("PROPS", json.dumps(props).replace("</", "<\\/"))

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            if self.path != "/":
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=FRONT_END)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def exercises(page, exercise_page):
    """The page, opened and live."""
    page.goto(exercise_page)
    page.wait_for_selector("body[data-ready]")
    return page
