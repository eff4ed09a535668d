"""The page with all exercises, and the page that says what is new."""

import re
from pathlib import Path

import pytest

from mbkurs.exercises import ExerciseError
from mbkurs.notebooks import files, generated
from mbkurs.notebooks.framepages import box
from mbkurs.places import languages


@pytest.mark.parametrize("language", languages())
def test_every_exercise_is_listed_once_with_its_place(language):
    written = {
        f"{path.parent.name}/{path.name}#exercise-{found.id}"
        for path in files.days(language)
        for found in files.declarations(files.read(path))
        if found.magic == "exercise"
    }
    listed = re.findall(r'href="\.\./\.\./modules/[a-z]+/([^"]+)"', box("%exercises", language))
    assert written and sorted(listed) == sorted(written)


@pytest.fixture
def news(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "news.yml"
    monkeypatch.setattr(generated, "NEWS", path)
    return path


def test_news_come_with_the_newest_first(news):
    news.write_text(
        "- {date: 2026-01-02, nb: Gammelt., en: Old.}\n- {date: 2026-11-22, nb: Nytt., en: New.}\n", "utf-8"
    )
    assert generated.news("nb") == "## 22. november 2026\n\n- Nytt.\n\n## 2. januar 2026\n\n- Gammelt."


def test_no_news_is_an_empty_page(news):
    news.write_text("# nothing yet\n", "utf-8")
    assert generated.news("en") == ""


@pytest.mark.parametrize(
    "entry", ["{date: soon, nb: Nytt., en: New.}", "{date: 2026-11-22, nb: Nytt.}", "Nytt."]
)
def test_an_unfinished_entry_is_one_sentence(news, entry):
    news.write_text(f"- {entry}\n", "utf-8")
    with pytest.raises(ExerciseError, match="1 in book/news.yml"):
        box("%news", "en")
