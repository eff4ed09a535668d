"""A decision on paper: the options first, where they lead after."""

from mbkurs.exercises.textform import details, line, prose


def form(props: dict, say: dict) -> str:
    how = say["form-several"] if props.get("several") else say["form-one"]
    options = "".join(f"<li>{line(option['text'])}</li>" for option in props["options"])
    replies = "".join(
        f"<dt>{line(option['text'])}</dt><dd>{prose(option['feedback'])}</dd>" for option in props["options"]
    )
    return (
        f'<p class="mb-prompt">{line(props["prompt"])}</p><p class="mb-hint">{line(how)}</p>'
        f'<ul class="mb-boxes">{options}</ul>{details(say["replies"], f"<dl>{replies}</dl>")}'
    )


def spoken(props: dict, value: dict) -> list[str]:
    """The chosen options' texts; an option that is gone keeps its key."""
    texts = {option["key"]: option["text"] for option in props["options"]}
    return [texts.get(key, key) for key in value["chosen"]]
