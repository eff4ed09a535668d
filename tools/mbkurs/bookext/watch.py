"""``python3 course.py book --watch``: the book is built anew while somebody writes, and open pages show it.

Each language has a process of its own that stays, with Sphinx' memory of all pages on disk; a changed page is
the only one that is read again. Anything else (words, syllabus, layout, tools) starts both processes afresh.
"""

import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from watchfiles import watch

from mbkurs.bookext.build import Result, rebuild
from mbkurs.bookext.front import write_front
from mbkurs.bookext.preview import Preview
from mbkurs.bookext.report import report, say
from mbkurs.checks.finding import Finding
from mbkurs.places import languages

_PAGES = {".md", ".ipynb"}


class Builder:
    """Builds the languages of a course at ``root`` below ``folder``, each in its own process."""

    def __init__(self, root: Path, folder: Path, teller: str) -> None:
        self.root, self.folder, self.teller = root, folder, teller
        self.site = folder / "site"
        self.pools: dict[str, ProcessPoolExecutor] = {}

    def afresh(self) -> None:
        """Build everything with what the files say now, tools and words among them."""
        self.close()
        # Spawned, not forked: a fork would remember the words and the syllabus as they were.
        self.pools = {code: ProcessPoolExecutor(1, get_context("spawn")) for code in languages()}
        self.build(languages(), fresh=True)
        write_front(self.site, languages())

    def build(self, codes: list[str], fresh: bool = False) -> None:
        """Build some languages and say how it went; findings never end the preview."""
        begun = time.monotonic()
        place = (self.folder, languages(), self.root, self.teller, fresh)
        jobs = {code: self.pools[code].submit(rebuild, code, *place) for code in codes}
        found = [finding for code, job in jobs.items() for finding in self._findings(code, job)]
        if found:
            report(found, self.teller)
        done = say(self.teller)["built"].format(
            languages=", ".join(codes), seconds=f"{time.monotonic() - begun:.1f}"
        )
        print(done, flush=True)

    def _findings(self, code: str, job) -> list[Finding]:
        try:
            result: Result = job.result()
        except Exception as problem:  # whatever stops a build is told; the next change begins anew
            text = say(self.teller)["crashed"].format(language=code, problem=problem)
            return [Finding(Path("_config.yml"), "", text, say(self.teller)["remedy"]["other"])]
        return result.findings

    def close(self) -> None:
        for pool in self.pools.values():
            pool.shutdown()


def affected(changes: set[tuple], root: Path) -> list[str]:
    """Languages whose pages changed; empty where something changed that all pages are made of."""
    paths = [Path(path).relative_to(root) for _, path in changes]
    codes = {path.parts[1] for path in paths if path.suffix in _PAGES and len(path.parts) > 2}
    is_only_pages = all(path.suffix in _PAGES for path in paths) and codes <= set(languages())
    return sorted(codes) if is_only_pages else []


def run(root: Path, port: int, teller: str, stop: threading.Event | None = None) -> int:
    """Build, serve and watch until Ctrl+C, or until ``stop`` is set: exit status."""
    with TemporaryDirectory(prefix="mb-preview-") as folder:
        builder = Builder(root, Path(folder), teller)
        builder.site.mkdir()
        try:
            server = Preview(builder.site, port)
        except OSError:
            print(say(teller)["port"].format(port=port))
            return 1
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            builder.afresh()
            print(say(teller)["watch"].format(url=f"http://127.0.0.1:{server.server_port}/"), flush=True)
            _follow(root, builder, server, stop)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            builder.close()
    return 0


def _follow(root: Path, builder: Builder, server: Preview, stop: threading.Event | None) -> None:
    watched = [path for name in ("book", "modules", "tools", "_config.yml") if (path := root / name).exists()]
    for changes in watch(*watched, stop_event=stop, debounce=300, step=50):
        codes = affected(changes, root)
        builder.build(codes) if codes else builder.afresh()
        server.changed()
