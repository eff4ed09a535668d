"""Where a page stands: the contents beside it, its place in the module, what comes before and after."""

from docutils import nodes
from sphinx.environment import BuildEnvironment

from mbkurs.syllabus import Day, load
from mbkurs.words import words


def day_of(docname: str) -> Day | None:
    """The course day that a page is, if it is one."""
    _, _, page = docname.partition("/")[2].partition("/")
    return next((day for day in load().days if docname.startswith("modules/") and day.page == page), None)


def title_of(env: BuildEnvironment, docname: str, language: str) -> str:
    """What links call a page: its heading, for a course day with the day before it."""
    day = day_of(docname)
    title = env.titles[docname].astext()
    return f"{words(language, 'book')['day'].format(number=day.id)}: {title}" if day else title


def contents(env: BuildEnvironment, docname: str, language: str) -> list[dict]:
    """The parts of the book as ``{caption, pages: [{docname, title, current}], current}``."""
    parts = []
    for part in env.external_site_map.root.subtrees:
        names = [str(item) for item in part.items if str(item) in env.titles]
        pages = [_entry(env, name, language) | {"current": name == docname} for name in names]
        parts.append({"caption": part.caption, "pages": pages, "current": any(p["current"] for p in pages)})
    return parts


def _entry(env: BuildEnvironment, docname: str, language: str) -> dict:
    return {"docname": docname, "title": title_of(env, docname, language)}


def place(docname: str, language: str, known: set[str]) -> dict | None:
    """For a course day: module, day and its neighbours as ``{module, title, day, days: [...]}``."""
    day = day_of(docname)
    if not day:
        return None
    say = words(language, "book")
    course = load()
    module = course.modules[[m.number for m in course.modules].index(day.module)]
    days = [
        {
            "number": other.number,
            "label": f"{say['day'].format(number=other.id)}: {other.title[language]}",
            "docname": page if (page := f"modules/{language}/{other.page}") in known else None,
            "current": other is day,
        }
        for other in module.days
    ]
    return {
        "module": say["module-of"].format(number=module.number, all=len(course.modules)),
        "title": module.title[language],
        "day": say["day-of"].format(number=day.number, all=len(module.days)),
        "days": days,
    }


def neighbours(env: BuildEnvironment, docname: str, language: str) -> dict[str, dict | None]:
    """The page before and the page after in reading order, as ``{docname, title}`` or None."""
    parts = contents(env, docname, language)
    order = [env.config.root_doc, *(page["docname"] for part in parts for page in part["pages"])]
    at = order.index(docname) if docname in order else None
    before = order[at - 1] if at else None
    after = order[at + 1] if at is not None and at + 1 < len(order) else None
    return {
        "previous": _entry(env, before, language) if before else None,
        "next": _entry(env, after, language) if after else None,
    }


def sections(env: BuildEnvironment, docname: str) -> list[dict]:
    """The headings of the second level on the page as ``{anchor, title}``."""
    if docname not in env.tocs:
        return []
    top = env.tocs[docname].next_node(nodes.list_item)
    inner = top.next_node(nodes.bullet_list) if top else None
    items = inner.children if inner else []
    links = [item.next_node(nodes.reference) for item in items if isinstance(item, nodes.list_item)]
    return [{"anchor": link["anchorname"], "title": link.astext()} for link in links]
