"""The gradebook as a database: nbgrader's SQLite file, used by several at once, whole after any kill.

Importing this module sets how every program that works here with SQLAlchemy opens SQLite; nbgrader's own
commands and formgrader import it through ``nbgrader_config.py``.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from nbgrader.api import Gradebook
from sqlalchemy import Engine, event, text

PATIENCE = 60  # seconds that one program waits while another writes
FILE = "gradebook.db"


@event.listens_for(Engine, "connect")
def _share(connection, _record) -> None:
    """Who writes waits for a turn; with the write-ahead log nobody waits to read and no kill breaks it."""
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        # The file keeps the mode. Where somebody is in the midst of it, one who opens it later sets it.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")


# nbgrader looks marks up by submission and has no index for it: every one would take longer than the last.
INDEXES = [
    f"CREATE INDEX IF NOT EXISTS mbkurs_{name} ON {name} (notebook_id)" for name in ("grade", "comment")
]


@contextmanager
def gradebook(course: Path) -> Iterator[Gradebook]:
    """nbgrader's gradebook of a course; a new one where there is none."""
    with own_programs_first(), Gradebook(f"sqlite:///{course.resolve() / FILE}") as book:
        for index in INDEXES:
            book.db.execute(text(index))
        book.db.commit()
        yield book


@contextmanager
def own_programs_first() -> Iterator[None]:
    """nbgrader looks for alembic on the PATH when it makes a gradebook."""
    path = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), path])
    try:
        yield
    finally:
        os.environ["PATH"] = path


@contextmanager
def one_at_a_time(course: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Lets one program at a time take in and mark; ``waiting`` is called where another is at it.

    The system lets go of the lock when a program ends, however it ends. Formgrader does not need it.
    """
    lock = FileLock(course / f"{FILE}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def begin(book: Gradebook) -> None:
    """Starts a transaction that nobody else can write into."""
    book.db.commit()
    book.db.execute(text("BEGIN IMMEDIATE"))
