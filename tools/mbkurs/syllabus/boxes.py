"""The boxes of a page: pure functions from data to plain HTML, readable without a style sheet.

An unknown day, theme or module raises ``LookupError`` with a sentence in the page's language.
"""

from html import escape

from mbkurs.language import nice_date
from mbkurs.syllabus.crisis import crisis
from mbkurs.syllabus.html import box, heading, table
from mbkurs.syllabus.loading import load
from mbkurs.syllabus.model import Course, Day
from mbkurs.words import words


def plan_html(day: str, language: str) -> str:
    """What a trainee can do after the day ``"1.1"``, and how its minutes are spent."""
    text = words(language, "syllabus")
    try:
        found = load().day(str(day))
    except KeyError:
        known = ", ".join(d.id for d in load().days)
        raise LookupError(text["unknown-day"].format(day=day, known=known)) from None
    outcomes = "\n".join(f"<li>{escape(outcome.text[language])}</li>" for outcome in found.outcomes)
    # The plan stands right below the page's title, so its headings are of the second level.
    after, plan = (heading(text[key], level=2) for key in ("after-this-day", "plan"))
    body = f"{after}\n<ul>\n{outcomes}\n</ul>\n{plan}\n"
    return box("plan", text["plan"], body + _timetable(found, language))


def _timetable(day: Day, language: str) -> str:
    text = words(language, "syllabus")
    rows = [(a.title[language], text[f"kind-{a.kind}"], a.minutes) for a in day.activities]
    columns = (text["what"], text["how"], text["minutes"])
    total = (text["together"], text["hours"].format(hours=f"{day.minutes / 60:g}"), day.minutes)
    return table(text["plan-caption"].format(title=day.title[language]), columns, rows, total)


def crisis_html(theme: str | list[str], language: str) -> str:
    """Whom to call about a theme, several, or ``all``; the first line is for danger to life."""
    text = words(language, "syllabus")
    data = crisis()
    themes = [theme] if isinstance(theme, str) else theme
    for unknown in (name for name in themes if name not in data["themes"]):
        known = ", ".join(data["themes"])
        raise LookupError(text["unknown-theme"].format(theme=unknown, known=known))
    wanted = {key for name in themes for key in data["themes"][name]}
    items = "\n".join(_crisis_line(line, language) for line in data["lines"] if line["key"] in wanted)
    title = text[f"crisis-{themes[0] if len(themes) == 1 else 'general'}"]
    body = (
        f"{heading(title)}\n<ul>\n{items}\n</ul>\n"
        f"<p><strong>{escape(data['no_answer'][language])}</strong></p>\n<p>{_checked(data, language)}</p>"
    )
    return box("crisis", title, body)


def _crisis_line(line: dict, language: str) -> str:
    name, about, hours = (escape(line[key][language]) for key in ("name", "about", "hours"))
    ways = []
    if line["phone"]:
        ways.append(f'<a href="tel:{line["phone"].replace(" ", "")}">{escape(line["phone"])}</a>')
    if line["url"]:
        shown = line["url"].split("//")[1].split("/")[0].removeprefix("www.")
        ways.append(f'<a href="{escape(line["url"])}">{escape(shown)}</a>')
    return f"<li><strong>{name}</strong>: {', '.join(ways)}. {about} {hours}.</li>"


def _checked(data: dict, language: str) -> str:
    text = words(language, "syllabus")
    key = "checked" if data["checked"] else "collected"
    day = nice_date(data[key], language)
    return escape(text[key].format(date=day, by=data["checked_by"]))


def map_html(module: int | None, language: str) -> str:
    """Which of the course's topics are taught, and on which days; of one module or of the whole course."""
    text = words(language, "syllabus")
    course = load()
    if module is not None and module not in {m.number for m in course.modules}:
        known = ", ".join(str(m.number) for m in course.modules)
        raise LookupError(text["unknown-module"].format(module=module, known=known))
    tables = [_area_table(course, area, module, language) for area in course.areas]
    return box("map", text["map"], f"{heading(text['map'])}\n" + "\n".join(t for t in tables if t))


def _area_table(course: Course, area: str, module: int | None, language: str) -> str:
    text = words(language, "syllabus")
    rows = []
    for topic in (topic for topic in course.topics if topic.area == area):
        days = [d for d in course.days if module in (None, d.module) and _teaches(d, topic.number)]
        if days:
            where = ", ".join(f"{d.id} {d.title[language]}" for d in days)
            rows.append((f"{topic.number}. {topic.title[language]}", where))
    return table(course.areas[area][language], (text["topic"], text["where"]), rows) if rows else ""


def _teaches(day: Day, number: int) -> bool:
    return any(use.number == number for use in day.topics)
