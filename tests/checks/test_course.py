from mbkurs.checks.command import findings
from mbkurs.checks.project import project_at


def test_the_course_itself_has_no_findings():
    found = findings(project_at(), "en")
    assert not found, "\n".join(f"{item.file}: {item.place}: {item.what} {item.remedy}" for item in found)
