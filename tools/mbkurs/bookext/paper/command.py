"""``python3 course.py book --pdf --epub``: everything on paper, each language in a process of its own."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from datetime import date
from pathlib import Path

from mbkurs.bookext.paper.document import Document, documents
from mbkurs.bookext.paper.epub import write_epub
from mbkurs.bookext.paper.missing import MissingLibrary
from mbkurs.bookext.paper.pdf import write_pdf
from mbkurs.bookext.paper.sheet import sheet
from mbkurs.places import ROOT
from mbkurs.words import words

KINDS = ("--pdf", "--epub")


def make(book: Path, codes: list[str], kinds: set[str], teller: str, root: Path = ROOT) -> bool:
    """Write files of ``kinds`` into ``book/<language>``. False, with a sentence, where one can't be made."""
    say = words(teller, "paper")["build"]
    print(say["start"], flush=True)
    with ProcessPoolExecutor(len(codes)) as pool:
        jobs = {pool.submit(_language, book, code, kinds, teller, root): code for code in codes}
        problems = {problem for job in as_completed(jobs) for problem in _problems(job, jobs[job], say)}
    for problem in sorted(problems):
        print(problem, file=sys.stderr)
    if not problems:
        print(say["ready"].format(folder=", ".join(str(book / code) for code in codes)))
    return not problems


def _problems(job: Future, code: str, say: dict) -> list[str]:
    """Whatever stopped a language is told in one sentence too, never as a trace."""
    if problem := job.exception():
        return [say["crashed"].format(language=code, problem=problem)]
    return job.result()


def _language(book: Path, code: str, kinds: set[str], teller: str, root: Path) -> list[str]:
    """Make all files of a language, telling of each. Returns a sentence for what the machine lacks."""
    say, problems = words(teller, "paper")["build"], []
    for document in documents(book, code, root):
        path = book / code / document.name
        try:
            if "--pdf" in kinds:
                _timed(say["pdf"], path.with_suffix(".pdf"), lambda file, d=document: _pdf(d, file))
            if "--epub" in kinds and not document.is_workbook:
                _timed(say["epub"], path.with_suffix(".epub"), lambda file, d=document: _epub(d, file))
        except MissingLibrary as missing:
            problems.append(say[missing.key])
    return problems


def _timed(sentence: str, file: Path, write: Callable[[Path], int | None]) -> None:
    begun = time.monotonic()
    pages = write(file)
    seconds = f"{time.monotonic() - begun:.0f}"
    print(sentence.format(file=f"{file.parent.name}/{file.name}", pages=pages, seconds=seconds), flush=True)


def _pdf(document: Document, file: Path) -> int:
    return write_pdf(sheet(document, date.today(), with_front=True), document.language, file)


def _epub(document: Document, file: Path) -> None:
    write_epub(sheet(document, date.today(), with_front=False), document, date.today(), file)
