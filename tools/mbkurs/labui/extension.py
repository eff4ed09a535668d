"""The course's part of the Jupyter server: requests, files of the front end, start page."""

from jupyter_server.utils import url_path_join

from mbkurs.answers import home as home_folder
from mbkurs.labui import api, assignments, pages, startpage
from mbkurs.labui.files import LiveHandler
from mbkurs.labui.home import Home

ROUTES = [
    (r"mbkurs/api/here", api.HereHandler),
    (r"mbkurs/api/answers/(journal|assignments/[a-z0-9-]+)", api.SheetHandler),
    (r"mbkurs/api/answers/(journal|assignments/[a-z0-9-]+)/([a-z0-9-]+)", api.AnswerHandler),
    (r"mbkurs/api/days/([0-9]+\.[0-9]+)", api.DayHandler),
    (r"mbkurs/api/pages/([a-z]+)/([a-z0-9/-]+)", api.PageHandler),
    (r"mbkurs/(live|kinds)/(.*)", LiveHandler),
    (r"mbkurs/start", startpage.StartHandler),
    (r"mbkurs/start/([a-z]+)", startpage.ChangeHandler),
    (assignments.HANDIN, assignments.HandIn),
    (assignments.FEEDBACK, assignments.Feedback),
    (assignments.FILE, assignments.File),
    (assignments.TAKE_IN, assignments.TakeIn),
    (pages.ASSETS, pages.AssetHandler),
    (pages.ROUTE, pages.FramePageHandler),
    (r"mbkurs/export", startpage.ExportHandler),
]


def load(serverapp) -> None:
    """Add the course to a Jupyter server: a trainee's own, or one of many in a hub."""
    home = Home(home_folder())
    home.make()
    home.use_answers()
    serverapp.web_app.settings["mbkurs_home"] = home
    add_routes(serverapp.web_app, ROUTES)


def add_routes(app, routes: list[tuple]) -> None:
    """Requests of the course's own; each path is below the address of the server."""
    base = app.settings["base_url"]
    app.add_handlers(".*$", [(url_path_join(base, path), *rest) for path, *rest in routes])
