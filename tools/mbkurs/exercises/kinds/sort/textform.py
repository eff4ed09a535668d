"""Sorting on paper: the groups, the cards, and what there is to say about them."""

from mbkurs.exercises.textform import details, line, prose


def form(props: dict, say: dict) -> str:
    groups = ", ".join(line(group["text"]) for group in props["groups"])
    cards = "".join(f"<li>{line(card['text'])}</li>" for card in props["cards"])
    return (
        f'<p class="mb-prompt">{line(props["prompt"])}</p>'
        f"<p><strong>{line(say['groups'])}:</strong> {groups}</p>"
        f'<ul class="mb-boxes">{cards}</ul>{_about(props, say)}'
    )


def _about(props: dict, say: dict) -> str:
    titles = {group["key"]: group["text"] for group in props["groups"]}
    entries = ""
    for card in props["cards"]:
        group = card.get("group") or []
        places = ", ".join(titles[key] for key in ([group] if isinstance(group, str) else group))
        if places or "feedback" in card:
            lead = f"<p>→ {line(places)}</p>" if places else ""
            entries += f"<dt>{line(card['text'])}</dt><dd>{lead}{prose(card.get('feedback'))}</dd>"
    return details(say["replies"], f"<dl>{entries}</dl>") if entries else ""


def spoken(props: dict, value: dict) -> list[str]:
    """Each placed card and its group."""
    groups = {group["key"]: group["text"] for group in props["groups"]}
    cards = {card["key"]: card["text"] for card in props["cards"]}
    return [
        f"{cards.get(card, card)} → {groups.get(group, group)}" for card, group in value["groups"].items()
    ]
