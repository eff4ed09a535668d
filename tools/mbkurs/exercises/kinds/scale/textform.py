"""Scales on paper: the numbers 0 to 10 to put a ring around."""

from mbkurs.exercises.textform import line


def form(props: dict, say: dict) -> str:
    numbers = " ".join(str(number) for number in range(11))
    items = "".join(
        f'<li>{line(item["text"])} <span class="mb-numbers">{numbers}</span></li>' for item in props["items"]
    )
    # Arrow keys are of no use on paper: only the first sentence belongs here.
    meaning = say["range"].format(low=props["low"], high=props["high"]).split(". ")[0] + "."
    return (
        f'<p class="mb-prompt">{line(props["prompt"])}</p>'
        f'<p class="mb-hint">{line(meaning)}</p><ul class="mb-scales">{items}</ul>'
    )


def spoken(props: dict, value: dict) -> list[str]:
    """Today's numbers, then the dated ones."""
    texts = {item["key"]: item["text"] for item in props["items"]}

    def numbers(values: dict) -> list[str]:
        return [f"{texts.get(key, key)}: {number}" for key, number in values.items()]

    dated = [f"{entry['date']}: {'; '.join(numbers(entry['values']))}" for entry in value.get("entries", [])]
    return numbers(value.get("now", {})) + dated
