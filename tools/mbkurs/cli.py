"""The verbs of ``python3 course.py``: each is one module with ``run(arguments) -> exit status``."""

import sys
from importlib import import_module

from mbkurs.language import system_language
from mbkurs.syllabus import SyllabusError
from mbkurs.words import words

VERBS = {
    "lab": "mbkurs.labui.command",
    "leader": "mbkurs.leader.command",
    "book": "mbkurs.bookext.command",
    "check": "mbkurs.checks.command",
    "clean": "mbkurs.notebooks.clean",
    "grade": "mbkurs.grading.command",
    "report": "mbkurs.grading.report",
    "backup": "mbkurs.grading.backup",
    "restore": "mbkurs.grading.restore",
    "export": "mbkurs.mydata.export",
    "forget": "mbkurs.mydata.forget",
    "update": "mbkurs.update.command",
    "release": "mbkurs.release.command",
    "toc": "mbkurs.bookext.toc",
    "test": "mbkurs.testing.command",
}
OWN_HELP = ("lab", "leader")
LANGUAGE_ONLY = ("export", "forget", "release", "toc")  # verbs that take no more than --language


def main(arguments: list[str]) -> int:
    """Run one verb. Prints one plain sentence, never a trace, for what a person can mend."""
    say = words(system_language(arguments), "cli")
    verb, *rest = arguments or [""]
    if verb not in VERBS:
        print(say["verbs"])
        return 2 if verb and verb not in ("help", "--help", "-h", "--language") else 0
    # Only the verbs that open a page know options enough to have a help of their own; the others would begin.
    if verb not in OWN_HELP and {"--help", "-h"} & set(rest):
        print(say["verbs"])
        return 0
    if verb in LANGUAGE_ONLY and (unknown := _unknown(rest)):
        print(say["unknown"].format(verb=verb, what=" ".join(unknown)))
        return 2
    try:
        return import_module(VERBS[verb]).run(rest)
    except KeyboardInterrupt:
        print(say["stopped"])
        return 130
    except SyllabusError as error:
        print(error.text(system_language(arguments)), say["course-file"], sep="\n")
        return 1
    except OSError as error:
        print(say["os-error"].format(what=error.strerror or error, file=error.filename or "–"))
        return 1


def _unknown(arguments: list[str]) -> list[str]:
    """What is left when ``--language CODE`` is taken away."""
    if "--language" not in arguments:
        return arguments
    at = arguments.index("--language")
    return arguments[:at] + arguments[at + 2 :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
