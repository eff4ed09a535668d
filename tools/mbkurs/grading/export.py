"""``nbgrader export``: nbgrader's own table, without points for those who chose a pass without points."""

import csv
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

POINTS = ("raw_score", "late_submission_penalty", "score", "max_score")
COLUMNS = ("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", *POINTS)


class PassExport(ExportPlugin):
    """For ``c.ExportApp.plugin_class``; run in the course's folder, as nbgrader's commands are."""

    def export(self, gradebook: Gradebook) -> None:
        target = Path(self.to or "grades.csv")
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for assignment in gradebook.assignments:
                for student in gradebook.students:
                    wanted = self.assignment or [assignment.name], self.student or [student.id]
                    if assignment.name in wanted[0] and student.id in map(str, wanted[1]):
                        writer.writerow(row(gradebook, assignment, student))


def row(gradebook: Gradebook, assignment, student) -> dict:
    """One trainee's row; the points are empty where nobody gave any, for no 0 was earned there."""
    found = {key: getattr(student, key) or "" for key in ("last_name", "first_name", "email")}
    found |= {"assignment": assignment.name, "duedate": assignment.duedate or "", "student_id": student.id}
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return found
    found["timestamp"] = submission.timestamp or ""
    if not with_points(student.id, assignment.name):
        return found
    penalty = submission.late_submission_penalty or 0.0
    points = submission.score, penalty, max(0.0, submission.score - penalty), assignment.max_score
    return found | dict(zip(POINTS, points, strict=True))


def with_points(trainee: str, assignment: str) -> bool:
    """What the marked notebook says: the trainee's choice and the course's list together."""
    path = Path("autograded") / trainee / assignment / f"{assignment}.ipynb"
    if not path.is_file():
        return True
    return nbformat.read(path, as_version=4).metadata.get("mbkurs", {}).get("points", True)
