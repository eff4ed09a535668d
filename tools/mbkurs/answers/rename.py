"""Puts what was just written in its place, also where another program looks at it just then."""

import time
from pathlib import Path

PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds; a scanner lets go within the first two
# Windows' "access is denied" and "used by another process": it renames nothing that somebody has open.
HELD = {5, 32}


def put(source: Path, target: Path) -> None:
    """Rename a file or folder, over a file that is there.

    On Windows it waits for virus scanners, the search index and OneDrive, which open what is new for a
    moment. Raises ``OSError``; where a program keeps the file open, after three quarters of a second.
    """
    for pause in PAUSES:
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
    source.replace(target)
