"""Ranking on paper: a number before each card."""

from mbkurs.exercises.textform import line


def form(props: dict, say: dict) -> str:
    cards = "".join(f"<li>{line(card['text'])}</li>" for card in props["cards"])
    return f'<p class="mb-prompt">{line(props["prompt"])}</p><ul class="mb-boxes">{cards}</ul>'
