"""``python3 course.py lab``: opens the course for a trainee."""

import argparse
import webbrowser
from pathlib import Path

from mbkurs.answers import home as default_folder
from mbkurs.labui.copies import write_copies
from mbkurs.labui.home import Home
from mbkurs.labui.running import is_free, running_url
from mbkurs.labui.server import log_file, start
from mbkurs.labui.trouble import Trouble
from mbkurs.language import system_language
from mbkurs.places import languages
from mbkurs.words import words

PORT = 8873  # fixed: what waits in the browser belongs to this address


def run(arguments: list[str]) -> int:
    """Open the course. Returns the exit status: 0, or 1 after one plain sentence."""
    options = _parser(system_language(arguments)).parse_args(arguments)
    home = Home((options.home or default_folder()).expanduser().resolve())
    language = options.language or home.settings["language"] or system_language()
    try:
        return _open(home, language, options)
    except Trouble as trouble:
        print(trouble.sentence(language))
        return 1


def _parser(language: str) -> argparse.ArgumentParser:
    say = words(language, "lab")["launcher"]
    parser = argparse.ArgumentParser(prog="course.py lab", description=say["about"], add_help=False)
    parser.add_argument("--home", type=Path, help=say["option-home"])
    parser.add_argument("--language", choices=languages(), help=say["option-language"])
    parser.add_argument("--port", type=int, default=PORT, help=say["option-port"])
    parser.add_argument("--no-browser", action="store_true", help=say["option-no-browser"])
    parser.add_argument("-h", "--help", action="help", help=say["option-help"])
    return parser


def _open(home: Home, language: str, options: argparse.Namespace) -> int:
    say = words(language, "lab")["launcher"]
    home.make()
    if url := running_url(home):
        print(say["already"])
        _show(url, say, options.no_browser)
        return 0
    if not is_free(options.port):
        raise Trouble("port", port=options.port)
    print(say["preparing"], flush=True)
    home.speak(language)
    troubles = write_copies(home.course)
    for trouble in troubles:
        print(trouble.sentence(language))
    return _serve(home, say, options) or bool(troubles)


def _serve(home: Home, say: dict, options: argparse.Namespace) -> int:
    try:
        server = start(home, options.port)
    except (SystemExit, OSError) as error:
        raise Trouble("server", log=log_file(home)) from error
    url = f"http://127.0.0.1:{options.port}/mbkurs/start?token={server.identity_provider.token}"
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
