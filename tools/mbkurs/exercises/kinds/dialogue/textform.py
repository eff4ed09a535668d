"""A conversation on paper: numbered places to turn to, as in a game book."""

from mbkurs.exercises.textform import details, line, prose


def form(props: dict, say: dict) -> str:
    order = [props["start"], *(key for key in props["turns"] if key != props["start"]), *props["ends"]]
    numbers = {key: number for number, key in enumerate(order, 1)}
    places = "".join(_place(props, say, numbers, key) for key in order[: len(props["turns"])])
    ends = "".join(
        f"<dt>{_name(say, numbers[key])}</dt><dd>{prose(props['ends'][key])}</dd>" for key in props["ends"]
    )
    return (
        f'<p class="mb-hint">{line(say["how"])}</p>{details(say["name"], places)}'
        f"{details(say['ends'], f'<dl>{ends}</dl>')}"
    )


def _name(say: dict, number: int) -> str:
    return line(say["place"].format(number=number))


def _place(props: dict, say: dict, numbers: dict, key: str) -> str:
    turn = props["turns"][key]
    replies = "".join(
        f"<li>{line(reply['text'])} <em>{line(reply['feedback'])}</em> "
        f"→ {line(say['goes'].format(number=numbers[reply['next']]))}</li>"
        for reply in turn["replies"]
    )
    name = _name(say, numbers[key])
    return (
        f'<div class="mb-place"><p><strong>{name}</strong></p>{prose(turn["says"])}<ul>{replies}</ul></div>'
    )


def spoken(props: dict, value: dict) -> list[str]:
    """The replies that were chosen, as far as the conversation still holds them."""
    replies = [
        (props["turns"].get(step["turn"], {}).get("replies", []), step["reply"]) for step in value["path"]
    ]
    return [turn[index]["text"] for turn, index in replies if 0 <= index < len(turn)]
