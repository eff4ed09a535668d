"""Ranking on paper: a number before each card."""

from mbkurs.exercises.textform import line


def form(props: dict, say: dict) -> str:
    cards = "".join(f"<li>{line(card['text'])}</li>" for card in props["cards"])
    return f'<p class="mb-prompt">{line(props["prompt"])}</p><ul class="mb-boxes">{cards}</ul>'


def spoken(props: dict, value: dict) -> list[str]:
    """The cards in the trainee's order."""
    texts = {card["key"]: card["text"] for card in props["cards"]}
    return [f"{place}. {texts.get(key, key)}" for place, key in enumerate(value["order"], 1)]
