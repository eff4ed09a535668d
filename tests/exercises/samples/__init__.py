"""One good exercise of each kind."""

from pathlib import Path


def sample(kind: str) -> str:
    """The YAML of the sample of a kind."""
    return (Path(__file__).parent / f"{kind}.yml").read_text(encoding="utf-8")
