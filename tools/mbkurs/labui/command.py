"""``python3 course.py lab``: opens the course for a trainee."""

import argparse
import webbrowser
from collections.abc import Callable
from pathlib import Path

from mbkurs.answers import home as default_folder
from mbkurs.arguments import Parser
from mbkurs.labui.copies import write_copies
from mbkurs.labui.home import Home
from mbkurs.labui.running import START, is_free, running_url
from mbkurs.labui.server import log_file, start
from mbkurs.labui.trouble import Trouble
from mbkurs.language import system_language
from mbkurs.places import languages
from mbkurs.syllabus.whole import make_sure
from mbkurs.words import words

PORT = 8873  # fixed: what waits in the browser belongs to this address


def run(arguments: list[str]) -> int:
    """Open the course. Returns the exit status: 0, or after one plain sentence 1, or 2 for usage."""
    try:
        command, _ = parser(words(system_language(arguments), "lab")["launcher"], PORT)
        options = command.parse_args(arguments)
    except ValueError:
        say = words(system_language(arguments), "lab")["launcher"]
        print(say["not-understood"].format(arguments=" ".join(arguments)), say["usage"], sep="\n")
        return 2
    home = Home((options.home or default_folder()).expanduser().resolve())
    language = options.language or home.settings["language"] or system_language()
    try:
        return open_course(home, language, options)
    except Trouble as trouble:
        print(trouble.sentence(language))
        return 1


def _port(text: str) -> int:
    """A place that a program may use. Raises ``ValueError``."""
    if not 0 < int(text) < 65536:
        raise ValueError(text)
    return int(text)


def parser(say: dict, port: int) -> tuple[Parser, argparse._ArgumentGroup]:
    """What every verb that opens a page understands, and its list for more; ``say`` is the verb's words."""
    about = f"{say['about']} {say['usage']}"
    # The line that argparse makes itself, and its title for the list, would be English.
    command = Parser(usage=argparse.SUPPRESS, description=about)
    group = command.add_argument_group(say["options"])
    group.add_argument("--home", type=Path, help=say["option-home"])
    group.add_argument("--language", choices=languages(), help=say["option-language"])
    group.add_argument("--port", type=_port, default=port, help=say["option-port"])
    group.add_argument("--no-browser", action="store_true", help=say["option-no-browser"])
    group.add_argument("-h", "--help", action="help", help=say["option-help"])
    return command, group


def open_course(
    home: Home,
    language: str,
    options: argparse.Namespace,
    page: str = START,
    mount: Callable = lambda server: None,
) -> int:
    """Serve the course and show ``page``; ``mount(server)`` adds to it. Raises ``Trouble``."""
    say = words(language, "lab")["launcher"]
    home.make()
    if url := running_url(home, page):
        print(say["already"])
        _show(url, say, options.no_browser)
        return 0
    if not is_free(options.port):
        raise Trouble("port", port=options.port)
    print(say["preparing"], flush=True)
    make_sure()
    home.speak(language)
    troubles = write_copies(home.course)
    for trouble in troubles:
        print(trouble.sentence(language))
    return _serve(home, say, options, page, mount) or bool(troubles)


def _serve(home: Home, say: dict, options: argparse.Namespace, page: str, mount: Callable) -> int:
    try:
        server = start(home, options.port)
    except (SystemExit, OSError) as error:
        raise Trouble("server", log=log_file(home)) from error
    mount(server)
    url = f"http://127.0.0.1:{options.port}/{page}?token={server.identity_provider.token}"
    server.io_loop.add_callback(_show, url, say, options.no_browser)
    server.io_loop.add_callback(print, say["opened"], flush=True)
    server.start()
    print(say["closed"])
    return 0


def _show(url: str, say: dict, by_hand: bool) -> None:
    """Open the browser, or say where to go."""
    if by_hand:
        print(say["address"].format(url=url), flush=True)
    elif not webbrowser.open(url):
        print(say["by-hand"].format(url=url), flush=True)
