"""``python3 course.py book``: builds the public book in every language."""

import os
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from mbkurs.bookext import links, watch
from mbkurs.bookext.build import build
from mbkurs.bookext.config import BASE, configuration, is_address
from mbkurs.bookext.front import write_front
from mbkurs.bookext.paper import command as paper
from mbkurs.bookext.report import report, say
from mbkurs.bookext.sitemap import write_sitemap
from mbkurs.checks.finding import Finding
from mbkurs.language import system_language
from mbkurs.places import BUILD, ROOT, languages
from mbkurs.syllabus.whole import make_sure

OUTPUT = BUILD / "book"
PORT = 8010


def run(arguments: list[str]) -> int:
    """Build, say what is wrong, make ``--pdf`` and ``--epub``, show it with ``--serve``: exit status.

    ``--links`` looks up the links to the outside instead; ``--watch`` shows the book while it is written.
    """
    teller = system_language(arguments)
    if "--links" in arguments:
        return links.check(teller)
    kinds = {argument for argument in arguments if argument in paper.KINDS}
    arguments = [argument for argument in arguments if argument not in kinds]
    try:
        port = _port(arguments)
    except ValueError as error:
        print(say(teller)["unknown"].format(argument=error), file=sys.stderr)
        return 2
    if not is_address(os.environ.get(BASE, "")):
        print(say(teller)["base"].format(name=BASE, value=os.environ[BASE]), file=sys.stderr)
        return 2
    if "--watch" in arguments:
        return watch.run(ROOT, port, teller)
    make_sure()
    if not build_all(OUTPUT, ROOT, teller, sorted(kinds)):
        return 1
    if kinds and not paper.make(OUTPUT, languages(), kinds, teller):
        return 1
    return _serve(port, teller) if port else 0


def _port(arguments: list[str]) -> int | None:
    """The port after ``--serve`` or ``--watch``, or None. Raises ``ValueError`` with an unknown option."""
    port, rest = None, list(arguments)
    while rest:
        option = rest.pop(0)
        if option == "--language" and rest:
            rest.pop(0)
        elif option in ("--serve", "--watch"):
            port = int(rest.pop(0)) if rest and rest[0].isdigit() else PORT
        else:
            raise ValueError(option)
    return port


def build_all(output: Path, root: Path, teller: str, files: list[str] | None = None) -> bool:
    """Build all languages side by side; print progress and every finding. True if there is none.

    The pages offer ``files``, which are made of them afterwards: ``--pdf``, ``--epub``.
    """
    codes, begun = languages(), time.monotonic()
    print(say(teller)["start"].format(languages=", ".join(codes)), flush=True)
    found: list[Finding] = []
    with ProcessPoolExecutor(len(codes)) as pool:
        jobs = {pool.submit(build, code, output, codes, root, teller, files): code for code in codes}
        for job in as_completed(jobs):
            found += _outcome(job, jobs[job], time.monotonic() - begun, teller)
    if found:
        report(found, teller)
    else:
        write_sitemap(output, configuration(codes[0], root, root / "_toc.yml")["html_baseurl"], codes, root)
        print(say(teller)["ready"].format(index=write_front(output, codes)))
    return not found


def _outcome(job: Future, code: str, seconds: float, teller: str) -> list[Finding]:
    """What a finished build found. Whatever stopped one is told as a finding too, never as a trace."""
    if problem := job.exception():
        text = say(teller)["crashed"].format(language=code, problem=problem)
        return [Finding(Path("_config.yml"), "", text, say(teller)["remedy"]["other"])]
    result = job.result()
    done = say(teller)["done"].format(language=code, seconds=f"{seconds:.0f}", count=result.pages)
    print(done, flush=True)
    return result.findings


def _serve(port: int, teller: str) -> int:
    show = partial(SimpleHTTPRequestHandler, directory=OUTPUT)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), show)
    except OSError:
        print(say(teller)["port"].format(port=port), file=sys.stderr)
        return 1
    print(say(teller)["serve"].format(url=f"http://127.0.0.1:{port}/"), flush=True)
    with server:
        server.serve_forever()
    return 0
