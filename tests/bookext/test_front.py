"""The page above the languages sends readers to theirs."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("locale", "way"), [("nb-NO", "nb"), ("sv-SE", "nb"), ("en-GB", "en"), ("fr-FR", "en")]
)
def test_the_front_sends_readers_to_their_language(browser, site, locale, way):
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(f"{site}/index.html")
    page.wait_for_url(f"{site}/{way}/index.html")
    context.close()


def test_the_front_works_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.wait_for_url(f"{site}/nb/index.html")
    context.close()
