"""``nbgrader collect`` without its gaps: no link is followed, and nobody replaces another's work."""

import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from jupyter_core.paths import jupyter_config_path
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import Exchange, ExchangeCollect
from nbgrader.utils import find_owner
from traitlets.config import Config, ConfigFileNotFound, PyFileConfigLoader

from mbkurs.grading.arrivals import Taken
from mbkurs.grading.assignment import declared_ids
from mbkurs.grading.folders import source, submitted, time_of
from mbkurs.grading.gate import secret_of
from mbkurs.grading.intake import put
from mbkurs.grading.parcel import trainee_id
from mbkurs.grading.sheet import EXCHANGE, NAME, read_answers


def from_exchange(course: Path, assignment: str) -> list[Taken]:
    """Takes in what was handed in through nbgrader's exchange, where this machine has one for the course."""
    if sys.platform == "win32":  # nbgrader has none there
        return []
    config = _config(course)
    name = config.CourseDirectory.get("course_id", "")
    inbound = Path(config.Exchange.get("root", Exchange.root.default_value)) / name / "inbound"
    if not inbound.is_dir():
        return []
    where = CourseDirectory(root=str(course), course_id=name, assignment_id=assignment, config=config)
    collector = SafeCollect(coursedir=where, config=config, update=True)
    collector.log.handlers, collector.log.propagate = [], False
    try:
        collector.start()
    except ExchangeError:
        return [Taken(inbound, "refused", "unreadable")]
    return collector.taken


def _config(course: Path) -> Config:
    """nbgrader's settings for a course: the machine's, then the course's own."""
    config = Config()
    for folder in [*reversed(jupyter_config_path()), str(course)]:
        with suppress(ConfigFileNotFound):
            config.merge(PyFileConfigLoader("nbgrader_config.py", path=folder).load_config())
    return config


class SafeCollect(ExchangeCollect):
    """For ``c.ExchangeFactory.collect``; ``taken`` says what became of each submission."""

    def init_src(self):
        self.taken: list[Taken] = []
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path):
        """A submission in another's name loses its name here, before the newest of each name is chosen."""
        try:
            record = super()._path_to_record(path)
        except (ValueError, OverflowError, ExchangeError):
            return self._left_out(path, "no-time", {"filename": Path(path).name, "timestamp": datetime.min})
        if Path(path).is_symlink():
            return self._left_out(path, "link", record)
        if trainee_id(record["username"]) != record["username"]:
            return self._left_out(path, "no-name", record)
        if self.check_owner and sys.platform != "win32" and self._owner(path) != record["username"]:
            return self._left_out(path, "not-owner", record)
        return record

    def _left_out(self, path: str, code: str, record: dict) -> dict:
        self.log.error("%s is left out: %s", path, code)
        self.taken.append(Taken(Path(path), "refused", code, record.get("username", "")))
        return record | {"username": ""}

    def copy_files(self):
        # nbgrader's own deletes the older submission before the newer one is there.
        for record in self.src_records:
            self.taken.append(self._take(record, Path(self.inbound_path) / record["filename"]))

    def _take(self, record: dict, folder: Path) -> Taken:
        course, who = Path(self.coursedir.root), (record["username"], self.coursedir.assignment_id)
        time = min(record["timestamp"].replace(tzinfo=UTC), datetime.now(UTC))
        before = time_of(submitted(course, *who))
        if before and not (self.update and time > before):
            return Taken(folder, "there" if time == before else "older", "", *who)
        sheet = read_answers(folder / NAME, declared_ids(source(course, who[1])))
        if sheet.problem:
            self.log.warning("%s: the answer sheet cannot be used (%s)", folder, sheet.problem)
        try:
            put(course, *who, replace(sheet, sender=EXCHANGE), time, secret_of(folder))
        except OSError:
            return Taken(folder, "refused", "not-saved", *who)
        return Taken(folder, "taken", "", *who)

    @staticmethod
    def _owner(path: str) -> str:
        """Whose folder it is."""
        try:
            return find_owner(path)
        except (KeyError, OSError):
            return ""
