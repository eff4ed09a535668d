"""Reads what is written after a verb, and leaves it to the verb to say what is wrong."""

import argparse


class Parser(argparse.ArgumentParser):
    """``argparse`` speaks English and ends the program; the course speaks the person's language.

    ``parse_args`` raises ``ValueError`` where the arguments cannot be understood.
    """

    def __init__(self, **settings):
        super().__init__(add_help=False, **settings)

    def error(self, message: str):
        raise ValueError(message)


def with_language(default: str | None = None) -> Parser:
    """A parser of a verb that takes ``--language CODE``, and what else the verb adds."""
    parser = Parser()
    parser.add_argument("--language", default=default)
    return parser
