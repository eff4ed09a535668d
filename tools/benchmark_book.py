"""Compares the book with a stock `jupyter-book build` of the same content: `python tools/benchmark_book.py`.

Weight, requests and largest contentful paint on a slow phone, and the time of a cold build, all in one run.
Not a test: it prints. The emulation is that of Lighthouse: 412 x 823 px, processor four times slower,
562.5 ms a request, 180 kB/s, gzip. Seconds of the processor tell more than the clock on a busy machine.
"""

import re
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory

import yaml
from playwright.sync_api import Browser, sync_playwright

from mbkurs.bookext import source, toc
from mbkurs.bookext.addresses import address
from mbkurs.bookext.source import CITE
from mbkurs.places import BOOK, ROOT, languages
from mbkurs.testing import chromium
from mbkurs.testing.packed import served

VISITS = 3  # a page; the median counts
PAGES = ["modules/nb/01-arriving/1-welcome", "book/nb/who-sees-what", "book/nb/glossary"]
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}
SLOW = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_000}
# The last candidate that the browser has seen, in ms.
PAINT = """() => new Promise((resolve) => new PerformanceObserver((list) => {
    resolve(list.getEntries().at(-1).startTime);
}).observe({ type: "largest-contentful-paint", buffered: true }))"""
BUILD = (
    "from pathlib import Path; from mbkurs.bookext.command import build_all; from mbkurs.places import ROOT; "
)

Times = tuple[float, float]  # seconds on the clock, and of the processor


def own_build(folder: Path) -> Times:
    """Build both languages with our own command into ``folder/book``."""
    code = f"{BUILD}raise SystemExit(not build_all(Path({str(folder / 'book')!r}), ROOT, 'en'))"
    return _timed([sys.executable, "-c", code])


def stock_build(folder: Path) -> Times:
    """Build each language with plain Jupyter Book, with the exercises' text as outputs: times in all."""
    clock = processor = 0.0
    for language in languages():
        root = folder / f"stock-{language}"
        _copy(language, root)
        command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(root)]
        more = _timed([*command, "--path-output", str(folder / f"out-{language}")])
        clock, processor = clock + more[0], processor + more[1]
    return clock, processor


def _copy(language: str, root: Path) -> None:
    """The pages of one language as our own build reads them, with a configuration that changes nothing."""
    contents = toc.write(language, root / "_toc.yml")
    for name in toc.pages(contents):
        file = next(path for path in (ROOT / f"{name}.md", ROOT / f"{name}.ipynb") if path.exists())
        text = file.read_text(encoding="utf-8")
        drawn = source.drawn(name, text, language, is_notebook=file.suffix == ".ipynb")
        copy = root / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(re.sub(rf"\({CITE}[^)]*\)", "(#)", drawn), encoding="utf-8")
    (root / "book" / "assets").symlink_to(BOOK / "assets")
    config = {"title": "MB-kurset", "execute": {"execute_notebooks": "off"}, "only_build_toc_files": True}
    (root / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def _timed(command: list[str]) -> Times:
    begun, used = time.monotonic(), _processor()
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return time.monotonic() - begun, _processor() - used


def _processor() -> float:
    """Seconds that finished children have used of the processor."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(browser: Browser, folder: Path, path: str) -> dict[str, float]:
    """What one first visit costs, as the median of several: ``kB``, ``requests`` and ``LCP s``."""
    with served(folder) as site:
        visits = [_visit(browser, f"{site}/{path}.html") for _ in range(VISITS)]
    return {what: median(visit[what] for visit in visits) for what in visits[0]}


def _visit(browser: Browser, url: str) -> dict[str, float]:
    context = browser.new_context(**PHONE, service_workers="block")
    page, sizes = context.new_page(), []
    page.on("requestfinished", lambda done: sizes.append(done.sizes()["responseBodySize"]))
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", SLOW)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="networkidle", timeout=120_000)
    paint = page.evaluate(PAINT) / 1000
    context.close()
    return {"kB": sum(sizes) / 1000, "requests": len(sizes), "LCP s": paint}


def main() -> None:
    """Build both, measure both, print both with the ratio stock : own."""
    with TemporaryDirectory(prefix="mb-benchmark-") as place, sync_playwright() as playwright:
        folder = Path(place)
        _row("", "own", "stock", "ratio")
        for what, own, stock in zip(
            ("clock", "processor"), own_build(folder), stock_build(folder), strict=True
        ):
            _compare(f"cold build, both languages, {what} s", own, stock)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for page in PAGES:
            own = measure(browser, folder / "book" / "nb", address(page))
            stock = measure(browser, folder / "out-nb" / "_build" / "html", page)
            for what, value in own.items():
                _compare(f"{address(page)}, {what}", value, stock[what])


def _compare(what: str, own: float, stock: float) -> None:
    _row(what, f"{own:.1f}", f"{stock:.1f}", f"{stock / own:.1f}")


def _row(what: str, *cells: str) -> None:
    print(f"{what:42}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
