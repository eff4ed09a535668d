"""``python3 course.py leader``: opens the course leader's page."""

import os
from pathlib import Path

from mbkurs.answers import home as default_folder
from mbkurs.labui import command as lab
from mbkurs.labui.home import Home
from mbkurs.labui.trouble import Trouble
from mbkurs.language import system_language
from mbkurs.places import ASSIGNMENTS
from mbkurs.words import words

PORT = 8874  # beside the trainee's, so that a leader can have both open
PAGE = "mbkurs/leader"


def run(arguments: list[str]) -> int:
    """Open the leader's page. Returns the exit status: 0, or after one plain sentence 1, or 2 for usage."""
    language = system_language(arguments)
    say = words(language, "lab")["launcher"] | words(language, "leader")["launcher"]
    parser, group = lab.parser(say, PORT)
    group.add_argument("--assignments", type=Path, default=ASSIGNMENTS, help=say["option-assignments"])
    try:
        options = parser.parse_args(arguments)
    except ValueError:
        print(say["not-understood"].format(arguments=" ".join(arguments)), say["usage"], sep="\n")
        return 2
    home = Home((options.home or default_folder() / "leader").expanduser().resolve())
    language = options.language or home.settings["language"] or language
    assignments = options.assignments.expanduser().resolve()
    try:
        return lab.open_course(home, language, options, PAGE, lambda server: mount(server, home, assignments))
    except Trouble as trouble:
        print(trouble.sentence(language))
        return 1


def mount(server, home: Home, assignments: Path) -> None:
    """Adds the leader's pages to a server that belongs to a leader, and to no other."""
    from jupyter_server.utils import url_path_join

    from mbkurs.grading.formgrade import LEADER_PAGE
    from mbkurs.labui.extension import add_routes
    from mbkurs.leader import actions, pages
    from mbkurs.leader.desk import Desk

    slug = r"([a-z0-9-]+)"
    routes = [
        (r"mbkurs/leader", pages.PageOfLeader),
        (r"mbkurs/leader/work", pages.WorkOfLeader),
        (rf"mbkurs/leader/mark/{slug}", pages.MarkByHand),
        (rf"mbkurs/leader/confirm/{slug}", pages.Confirm),
        (rf"mbkurs/leader/report/([a-z]+)/{slug}", pages.Report),
        (rf"mbkurs/leader/returned/([a-z]+)/{slug}/([^/]+)\.html", pages.Returned),
        (r"mbkurs/leader/static/(leader\.(?:js|css))", pages.Static),
        (r"mbkurs/leader/([a-z]+)", actions.Action),
    ]
    app = server.web_app
    app.settings["mbkurs_leader"] = Desk(server, assignments, home.folder / "log" / "leader.log")
    add_routes(app, routes)
    os.environ[LEADER_PAGE] = url_path_join(app.settings["base_url"], PAGE)
