"""What a reader on a slow phone waits for: few round trips to the first paint, and little the next time.

Counted, not timed: the seconds are in ``tools/benchmark_book.py``.
"""

import gzip

import pytest
from bs4 import BeautifulSoup

from mbkurs.testing.packed import Handler, served

# At 562.5 ms a request and 180 kB/s: two round trips and 55 kB are 1.5 seconds.
MOST_ROUND_TRIPS = 2
MOST_BLOCKING = 55_000
MOST_NEXT = 40_000
DAYS = ("nb/01-arriving/1-welcome.html", "nb/01-arriving/3-looking-after-myself.html")
# Compressed bytes that came over the network: what the cache gave has a transfer size of 0.
FETCHED = """() => ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type))
    .filter((entry) => entry.transferSize > 0).reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def cost(html: str, size_of) -> tuple[int, int]:
    """Round trips and compressed bytes before anything can be painted; ``size_of(address)`` of a file."""
    page = BeautifulSoup(html, "html.parser")
    waited_for = [link["href"] for link in page.head.select('link[rel="stylesheet"]:not([media="print"])')]
    waited_for += [script["src"] for script in page.head.select("script[src]:not([defer], [async])")]
    return 1 + bool(waited_for), packed(html.encode()) + sum(map(size_of, waited_for))


def test_no_page_makes_a_phone_wait(book, addresses):
    for address in addresses:
        folder = (book / address).parent
        html = (book / address).read_text("utf-8")
        trips, size = cost(html, lambda name, at=folder: packed((at / name.split("?")[0]).read_bytes()))
        assert trips <= MOST_ROUND_TRIPS and size <= MOST_BLOCKING, address
        assert packed(html.encode()) <= MOST_NEXT, address


def test_what_blocks_is_counted():
    page = '<html><head>{}</head><body><link rel="stylesheet" href="late.css"></body></html>'
    head = (
        '<link rel="stylesheet" href="a.css"><script src="b.js"></script><script defer src="c.js"></script>'
    )
    trips, alone = cost(page.format(""), len)
    assert (trips, alone) == (1, packed(page.format("").encode()))
    assert cost(page.format(head), len) == (
        2,
        packed(page.format(head).encode()) + len("a.css") + len("b.js"),
    )


class Kept(Handler):
    """Lets browsers keep files for ten minutes, as GitHub Pages does."""

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@pytest.mark.browser
def test_the_next_page_is_a_small_step(browser, book):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    fetched = []
    with served(book, Kept) as site:
        for day in DAYS:
            page.goto(f"{site}/{day}", wait_until="networkidle")
            fetched.append(page.evaluate(FETCHED))
        context.close()
    first, following = fetched
    assert packed((book / DAYS[1]).read_bytes()) - 100 < following <= MOST_NEXT
    assert following < first <= 150_000
