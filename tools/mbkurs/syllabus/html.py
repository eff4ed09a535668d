"""The few pieces of HTML that the boxes share. Everything that comes from data is escaped."""

from collections.abc import Iterable
from html import escape


def box(kind: str, label: str, body: str) -> str:
    """A labelled region that a style sheet can find as ``mb-box`` and ``mb-<kind>``."""
    return f'<section class="mb-box mb-{kind}" aria-label="{escape(label)}">\n{body}\n</section>'


def heading(text: str, level: int = 3) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def table(caption: str, columns: Iterable[str], rows: Iterable[tuple], foot: tuple | None = None) -> str:
    """A table whose first column names the row; cells are plain text."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "\n".join(_row(row) for row in rows)
    tail = f"\n<tfoot>\n{_row(foot)}\n</tfoot>" if foot else ""
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>{tail}\n</table>"
    )


def _row(cells: tuple) -> str:
    first, *rest = (escape(str(cell)) for cell in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
