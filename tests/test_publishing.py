"""A calendar on a plain web server: its type, and "not modified" as long as nothing changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.hand_made import make_event, make_line


class Quiet(SimpleHTTPRequestHandler):
    """The standard library's server, without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve a folder on the loopback and give the port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def get(port: int, headers: Mapping[str, str]) -> tuple[int, str, str, bytes]:
    """Return status, type, time of change and body of the calendar."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/news.ics", headers=dict(headers))
        answer = connection.getresponse()
        kind, changed = (answer.getheader(name) or "" for name in ("Content-Type", "Last-Modified"))
        return answer.status, kind, changed, answer.read()
    finally:
        connection.close()


def test_conditional_get(tmp_path: Path) -> None:
    """A subscriber who asks again gets 304 and no bytes while nothing changed, even after another run."""
    fair = make_event("Fair", "2026-03-13")
    path = tmp_path / "news.ics"
    make_line(fair).write(path)
    with serving(tmp_path) as port:
        status, kind, changed, body = get(port, {})
        assert (status, kind.partition(";")[0], body) == (200, "text/calendar", make_line(fair).to_ics().encode())
        make_line(fair.model_copy()).write(path)
        assert get(port, {"If-Modified-Since": changed})[::3] == (304, b"")
        assert get(port, {})[3] == body
        make_line(fair.model_copy(update={"title": "Book fair"})).write(path)
        assert b"Book fair" in get(port, {})[3]
