"""The server of the preview: the book as it is being written. Open pages show themselves anew.

The script that does it is put into a page on its way out, so it is never in a built book.
"""

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from mbkurs.bookext.offline import WORKER
from mbkurs.places import BOOK

_SCRIPT = BOOK / "assets" / "preview" / "reload.js"
_TAG = b'<script defer src="/_preview/reload.js"></script></head>'
_ALIVE = 10  # seconds between signs of life, which find out that a page has been closed


class Preview(ThreadingHTTPServer):
    """Serves ``folder`` on ``port``; ``changed()`` makes all open pages reload.

    Raises ``OSError`` for a port that is in use.
    """

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.news = folder, threading.Condition()
        super().__init__(("127.0.0.1", port), _Handler)

    def changed(self) -> None:
        with self.news:
            self.news.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: Preview

    def __init__(self, request, client, server: Preview) -> None:
        super().__init__(request, client, server, directory=server.folder)

    def do_GET(self) -> None:
        path = Path(
            self.translate_path(self.path.removesuffix("/") + ("/index.html" * self.path.endswith("/")))
        )
        if self.path == "/_preview/events":
            self._events()
        elif self.path == "/_preview/reload.js":
            self._send("text/javascript", _SCRIPT.read_bytes())
        elif path.name == WORKER:
            self.send_error(404)  # no page is kept that is about to change
        elif path.suffix == ".html" and path.is_file():
            self._send("text/html; charset=utf-8", path.read_bytes().replace(b"</head>", _TAG, 1))
        else:
            super().do_GET()

    def _send(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                with self.server.news:
                    is_news = self.server.news.wait(_ALIVE)
                self.wfile.write(b"data: new\n\n" if is_news else b": alive\n\n")
                self.wfile.flush()
        except OSError:
            return  # the page has been closed

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_) -> None:
        """Say nothing: the screen is for findings."""
