"""What the machine or its Python lacks, as a key of the sentences in ``words/<language>/paper.yml``."""


class MissingLibrary(Exception):
    """``key`` names the sentence that says what to install: "no-pango" or "no-pandoc"."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
