"""Opens every page of the book once, as a newcomer, and looks at it in both modes and on several screens.

A page is loaded once. What a mode can change is looked at again in that mode (colours), what a width can
change at that width (everything else): ``test_visits.py`` holds that no style sheet mixes the two up.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Page, sync_playwright

from mbkurs.testing import chromium

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
_ALL = {"type": "tag", "values": TAGS}
_ONLY_COLOURS = {"runOnly": {"type": "rule", "values": COLOURS}}
_NO_COLOURS = {"runOnly": _ALL, "rules": {rule: {"enabled": False} for rule in COLOURS}}
_PAGE, _FRAME = "document", "{exclude: ['article']}"
# Width, mode, rules, and what is looked at; in this order.
_LOOKS = (
    (1280, "light", {"runOnly": _ALL}, _PAGE),
    (1280, "dark", _ONLY_COLOURS, _PAGE),
    (390, "dark", _ONLY_COLOURS, _FRAME),
    (390, "light", _ONLY_COLOURS, _FRAME),
    (390, "light", _NO_COLOURS, _PAGE),
)
_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
_RUN = """async (options) => (await axe.run(%s, { resultTypes: ["violations"], ...options })).violations
    .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)}`))"""
# What a keyboard comes to, without an outline of at least 2 px when it does.
_FAINT = """() => ["a[href]", "button", "input", "select", "textarea", "summary", "[tabindex='0']"]
    .flatMap((kind) => [...document.querySelectorAll(kind)]).filter((field) => {
        if (!field.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        field.focus({ focusVisible: true, preventScroll: true });
        if (document.activeElement !== field) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(field);
        return outlineStyle === "none" || parseFloat(outlineWidth) < 2 || outlineColor.endsWith(", 0)");
    }).map((field) => field.outerHTML.slice(0, 120))"""
_WORKERS = 2  # one for each core of a small machine


@dataclass
class Visit:
    """What a browser met on one page, seen for the first time."""

    address: str
    requests: list[str] = field(default_factory=list)
    bytes: int = 0
    complaints: list[str] = field(default_factory=list)  # script errors, refused loads, policy violations
    axe: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    faint: list[str] = field(default_factory=list)  # places where the focus is not seen

    def fetched(self, size: int) -> None:
        self.bytes += size


def visit_all(site: str, addresses: list[str]) -> dict[str, Visit]:
    """Every page of ``addresses`` below ``site``, in as many browsers as there are workers."""
    shares = [addresses[start::_WORKERS] for start in range(_WORKERS)]
    with ThreadPoolExecutor(_WORKERS) as pool:
        visits = [visit for share in pool.map(partial(_share, site), shares) for visit in share]
    return {visit.address: visit for visit in sorted(visits, key=lambda visit: visit.address)}


def _share(site: str, addresses: list[str]) -> list[Visit]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        return [visit_one(browser, site, address) for address in addresses]


def visit_one(browser: Browser, site: str, address: str) -> Visit:
    """One page in a browser that knows nothing of the book."""
    visit = Visit(address)
    context = browser.new_context(locale="en-GB" if address.startswith("en") else "nb-NO")
    page = context.new_page()
    # What the worker fetches afterwards is no part of the visit: test_offline.py.
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })")
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("requestfinished", lambda done: visit.fetched(done.sizes()["responseBodySize"]))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("console", lambda said: said.type in ("error", "warning") and visit.complaints.append(said.text))
    page.goto(f"{site}/{address}", wait_until="networkidle")
    _look(page, visit)
    visit.faint += page.evaluate(_FAINT)
    visit.too_wide += _too_wide(page)
    context.close()
    return visit


def _look(page: Page, visit: Visit) -> None:
    page.evaluate(_AXE)  # not a script tag: the page's own policy would refuse it
    for width, mode, options, part in _LOOKS:
        _show(page, width, mode)
        visit.axe += [f"{width} {mode} {found}" for found in page.evaluate(_RUN % part, options)]


def _show(page: Page, width: int, mode: str) -> None:
    if page.viewport_size["width"] != width:
        page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)


def _too_wide(page: Page) -> list[str]:
    """Screens on which the page scrolls sideways: 320 px wide, and 1280 px with text at 200 %."""
    wide = []
    for width, size in ((320, "100%"), (1280, "200%")):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(f"{width} px at {size}")
    return wide
