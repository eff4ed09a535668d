"""No answer loses its question unnoticed: an id that was ever in the course stays in it, or is retired."""

from collections.abc import Iterator

from mbkurs.checks.finding import Finding, Teller
from mbkurs.checks.project import Project
from mbkurs.checks.rules.ids import retired_ids
from mbkurs.notebooks.ids import known


def known_ids(project: Project, tell: Teller) -> Iterator[Finding]:
    ledger = project.root / "modules" / "syllabus" / "exercise-ids.txt"
    kinds = known(ledger)
    here = {
        item.id: item.kind for page in project.pages for item in page.declarations if item.magic == "exercise"
    }
    for name, kind in here.items():
        if name not in kinds:
            yield tell(ledger, name, "id-not-known", id=name)
        elif kinds[name] != kind:
            yield tell(ledger, name, "id-of-another-kind", id=name, kind=kinds[name])
    for name in kinds.keys() - here.keys() - retired_ids(project):
        yield tell(ledger, name, "id-gone", id=name)
