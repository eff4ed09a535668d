"""Where a page stands: the contents beside it, its place in the module, what comes before and after."""

from docutils import nodes
from sphinx.environment import BuildEnvironment

from mbkurs.syllabus import Day, load
from mbkurs.words import words


def day_of(docname: str) -> Day | None:
    """The course day that a page is, if it is one."""
    _, _, page = docname.partition("/")[2].partition("/")
    return next((day for day in load().days if docname.startswith("modules/") and day.page == page), None)


def contents(env: BuildEnvironment, docname: str) -> list[dict]:
    """The parts of the book as ``{caption, pages: [{docname, title, current}], current}``."""
    parts = []
    for part in env.external_site_map.root.subtrees:
        pages = [_entry(env, item, docname) for item in part.items if str(item) in env.titles]
        parts.append({"caption": part.caption, "pages": pages, "current": any(p["current"] for p in pages)})
    return parts


def _entry(env: BuildEnvironment, item: str, docname: str) -> dict:
    return {"docname": str(item), "title": env.titles[str(item)].astext(), "current": str(item) == docname}


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
            "label": f"{say['day'].format(number=other.number)}: {other.title[language]}",
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


def neighbours(env: BuildEnvironment, docname: str) -> dict[str, dict | None]:
    """The page before and the page after in reading order, as ``{docname, title}`` or None."""
    order = [env.config.root_doc, *(p["docname"] for part in contents(env, docname) for p in part["pages"])]
    if docname not in order:
        return {"previous": None, "next": None}
    at = order.index(docname)
    return {
        "previous": _neighbour(env, order[at - 1]) if at else None,
        "next": _neighbour(env, order[at + 1]) if at + 1 < len(order) else None,
    }


def _neighbour(env: BuildEnvironment, docname: str) -> dict:
    return {"docname": docname, "title": env.titles[docname].astext()}


def sections(env: BuildEnvironment, docname: str) -> list[dict]:
    """The headings of the second level on the page as ``{anchor, title}``."""
    if docname not in env.tocs:
        return []
    top = env.tocs[docname].next_node(nodes.list_item)
    inner = top.next_node(nodes.bullet_list) if top else None
    items = inner.children if inner else []
    links = [item.next_node(nodes.reference) for item in items if isinstance(item, nodes.list_item)]
    return [{"anchor": link["anchorname"], "title": link.astext()} for link in links]
