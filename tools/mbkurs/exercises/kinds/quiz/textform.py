"""Questions on paper, with the explanations after them."""

from mbkurs.exercises.textform import details, line, prose


def form(props: dict, say: dict) -> str:
    questions = "".join(_question(item) for item in props["questions"])
    return f"{questions}{details(say['replies'], _answers(props, say))}"


def _question(item: dict) -> str:
    options = "".join(f"<li>{line(option['text'])}</li>" for option in item["options"])
    return f'<p class="mb-prompt">{line(item["text"])}</p><ul class="mb-boxes">{options}</ul>'


def _answers(props: dict, say: dict) -> str:
    return "".join(_explained(item, say) for item in props["questions"])


def _explained(item: dict, say: dict) -> str:
    entries = ""
    for option in item["options"]:
        mark = f" ({line(say['right-mark'])})" if option.get("correct") else ""
        entries += f"<dt>{line(option['text'])}{mark}</dt><dd>{prose(option['feedback'])}</dd>"
    return f"<p><strong>{line(item['text'])}</strong></p><dl>{entries}</dl>"


def spoken(props: dict, value: dict) -> list[str]:
    """Each question and the chosen option."""
    lines = []
    for item in props["questions"]:
        texts = {option["key"]: option["text"] for option in item["options"]}
        if item["key"] in value["answers"]:
            key = value["answers"][item["key"]]
            lines.append(f"{item['text']} {texts.get(key, key)}")
    return lines
