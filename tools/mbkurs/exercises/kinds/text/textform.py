"""A private note on paper: the prompt and lines to write on."""

from mbkurs.exercises.textform import line, lines_to_write


def form(props: dict, say: dict) -> str:
    hint = f'<p class="mb-hint">{line(props["hint"])}</p>' if "hint" in props else ""
    return f'<p class="mb-prompt">{line(props["prompt"])}</p>{hint}{lines_to_write(props.get("rows", 4))}'


def spoken(props: dict, value: dict) -> list[str]:
    """The answer in plain lines."""
    return value["text"].splitlines()
