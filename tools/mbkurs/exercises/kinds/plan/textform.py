"""A plan on paper: each field with lines to write on."""

from mbkurs.exercises.textform import line, lines_to_write


def form(props: dict, say: dict) -> str:
    return f'<p class="mb-prompt">{line(props["prompt"])}</p>' + "".join(map(_field, props["fields"]))


def _field(field: dict) -> str:
    hint = f'<p class="mb-hint">{line(field["hint"])}</p>' if "hint" in field else ""
    return f"<p><strong>{line(field['label'])}</strong></p>{hint}{lines_to_write(field.get('rows', 2))}"


def spoken(props: dict, value: dict) -> list[str]:
    """Each field's label and text."""
    labels = {field["key"]: field["label"] for field in props["fields"]}
    return [f"{labels.get(key, key)}: {text}" for key, text in value["fields"].items()]
