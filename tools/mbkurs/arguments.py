"""Reads what is written after a verb, and leaves it to the verb to say what is wrong."""

import argparse


class Parser(argparse.ArgumentParser):
    """``argparse`` speaks English and ends the program; the course speaks the person's language.

    ``parse_args`` raises ``ValueError`` where the arguments cannot be understood.
    """

    def error(self, message: str):
        raise ValueError(message)
