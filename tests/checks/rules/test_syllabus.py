import shutil

from mbkurs.checks.rules.syllabus import syllabus
from mbkurs.places import SYLLABUS


def test_the_course_itself_is_sound(tiny, tell):
    shutil.copytree(SYLLABUS, tiny.root / "modules" / "syllabus", dirs_exist_ok=True)
    assert list(syllabus(tiny.project(), tell)) == []


def test_an_unknown_kind_of_activity(tiny, tell):
    folder = tiny.root / "modules" / "syllabus"
    shutil.copytree(SYLLABUS, folder, dirs_exist_ok=True)
    file = folder / "02-recovery.yml"
    text = file.read_text(encoding="utf-8").replace("kind: landing", "kind: lunch", 1)
    file.write_text(text, encoding="utf-8")
    [finding] = syllabus(tiny.project(), tell)
    assert (finding.file, finding.place) == (file, "days[0].activities[0].kind")
    assert "lunch" in finding.what
    assert "landing" in finding.remedy
