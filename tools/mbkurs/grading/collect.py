"""``nbgrader collect`` without its gaps: no link is followed, and nobody replaces another's work."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import find_owner

from mbkurs.grading.assignment import declared_ids
from mbkurs.grading.intake import put, source
from mbkurs.grading.parcel import trainee_id
from mbkurs.grading.sheet import NAME, Answers, read_answers


class SafeCollect(ExchangeCollect):
    """For ``c.ExchangeFactory.collect``."""

    def init_src(self):
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path):
        """A submission in another's name loses its name here, before the newest of each name is chosen."""
        try:
            record = super()._path_to_record(path)
        except (ValueError, OverflowError, ExchangeError):
            self.log.error("%s is left out: its name holds no time", path)
            return {"username": "", "filename": Path(path).name, "timestamp": datetime.min}
        if not trainee_id(record["username"]):
            self.log.error("%s is left out: nobody can have that name", path)
            record["username"] = ""
        elif self.check_owner and sys.platform != "win32" and self._owner(path) != record["username"]:
            self.log.error("%s is left out: it belongs to %s", path, self._owner(path))
            record["username"] = ""
        return record

    def do_copy(self, src, dest, log=None):
        folder, course, assignment = Path(src), Path(self.coursedir.root), self.coursedir.assignment_id
        if folder.is_symlink():
            sheet = Answers(problem="link")
        else:
            sheet = read_answers(folder / NAME, declared_ids(source(course, assignment)))
        if sheet.problem:
            self.log.warning("%s: the answer sheet cannot be used (%s)", src, sheet.problem)
        time = super()._path_to_record(src)["timestamp"].replace(tzinfo=UTC)
        put(course, Path(dest).parent.name, assignment, sheet, time, _secret(folder))

    @staticmethod
    def _owner(path: str) -> str:
        """Whose file it is; of a link, whose link."""
        try:
            return find_owner(path) if not Path(path).is_symlink() else ""
        except (KeyError, OSError):
            return ""


def _secret(folder: Path) -> str:
    """The trainee's secret for fetching feedback, if it is one."""
    path = folder / "submission_secret.txt"
    if folder.is_symlink() or path.is_symlink() or not path.is_file() or path.stat().st_size > 200:
        return ""
    text = path.read_text(encoding="ascii", errors="replace")
    return text if re.fullmatch(r"[0-9a-f]{128}", text) else ""
