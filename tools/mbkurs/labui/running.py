"""Whether the course is open already, or another program has its port."""

import socket
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from jupyter_server.serverapp import list_running_servers

from mbkurs.labui.home import Home

START = "mbkurs/start"
# Python asks the proxy that Windows, macOS or a variable names for this machine's own addresses too.
_DIRECT = build_opener(ProxyHandler({}))


def running_url(home: Home, page: str = START) -> str | None:
    """The start page of a server that already runs for this home folder, its token included."""
    for server in list_running_servers(str(home.jupyter / "runtime")):
        url = f"{server['url']}{page}?token={server['token']}"
        if _answers(f"{server['url']}mbkurs/api/here", server["token"]):
            return url
    return None


def _answers(url: str, token: str) -> bool:
    request = Request(url, headers={"Authorization": f"token {token}"})
    try:
        with _DIRECT.open(request, timeout=3) as response:
            return response.status == 200
    except (URLError, OSError):
        return False


def is_free(port: int) -> bool:
    """Whether no program listens on this port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0
