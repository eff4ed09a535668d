"""What stops the course, said in one plain sentence in the trainee's language."""

import errno
from contextlib import contextmanager

from mbkurs.words import words


class Trouble(Exception):
    """Something a person must do before the course can go on.

    ``key`` is looked up under ``trouble`` in ``words/<language>/lab.yml``; ``fields`` fill its gaps.
    """

    def __init__(self, key: str, **fields) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields

    def sentence(self, language: str) -> str:
        return words(language, "lab")["trouble"][self.key].format(**self.fields)


# What the systems call "no room left": disk full, quota used up, and Windows' own number 112.
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def is_full(error: OSError) -> bool:
    """Whether the disk, or the person's share of it, is full."""
    return error.errno in _FULL or getattr(error, "winerror", None) == 112


@contextmanager
def writing(folder):
    """Turn an ``OSError`` while writing under ``folder`` into ``Trouble``: full, or not writable."""
    try:
        yield
    except OSError as error:
        raise Trouble("full" if is_full(error) else "unwritable", folder=folder) from error
