"""nbgrader's course in English: run nbgrader's commands in this folder."""

from pathlib import Path

load_subconfig("nbgrader_config.py", path=str(Path(__file__).resolve().parents[1]))  # noqa: F821

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "mb-en"
