"""What the leader's server keeps in mind: the work going on, what happened last, and formgrader."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from mbkurs.leader.formgrader import Formgrader
from mbkurs.leader.work import Work


@dataclass
class Notice:
    """What happened at the last click: sentences, those about trouble apart, and a folder to look in."""

    lines: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


class Desk:
    """One leader's server; ``assignments`` is the folder with a course for each language."""

    def __init__(self, serverapp, assignments: Path, log: Path):
        self.assignments = assignments
        self.log = log
        self.work = Work(log)
        self.notice = Notice()
        self.busy = False  # whether something was asked for that has to wait
        self.formgrader = Formgrader(serverapp)
        # One at a time: nbgrader changes the working folder of the process while it reads.
        self._one = ThreadPoolExecutor(max_workers=1)

    def say(self, notice: Notice) -> None:
        """What the overview tells next; what came of earlier work has been read by then."""
        self.notice, self.busy, self.work.last = notice, False, None

    async def quick(self, function: Callable, *arguments, **named):
        """The result of something that takes up to some seconds, off the server's loop."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._one, lambda: function(*arguments, **named))
