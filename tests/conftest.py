"""What tests of several rooms share: one Chromium for the whole run, a fresh page for each test."""

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import sync_playwright

from mbkurs.testing import chromium

# A shell makes a run in the background deaf to Ctrl-C, and every program that a test starts with it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def browser():
    """The one browser of the run."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def harmless() -> Callable[[Exception], bool]:
    """Whether a script error is not ours; a room that meets some knows them."""
    return lambda error: False


@pytest.fixture
def page(browser, harmless):
    """A page with storage of its own; an uncaught script error on it fails the test."""
    context = browser.new_context(locale="nb-NO")
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: harmless(error) or errors.append(str(error)))
    yield page
    context.close()
    assert not errors
