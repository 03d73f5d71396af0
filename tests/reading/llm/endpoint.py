"""A real HTTP server on the loopback that speaks the protocol of chat completions, and misbehaves as it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standoff.reading.llm import Endpoint

Json = dict[str, Any]


@dataclass
class Reply:
    """One thing that the server does: a status, a body, after some seconds, in drips of a byte if told so."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0
    drip: float = 0.0


def says(words: str, **more: Any) -> Reply:
    """A completion with these words."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": words}}
    usage = {"prompt_tokens": 100, "completion_tokens": 20}
    return Reply(json.dumps({"choices": [choice | more], "usage": usage}).encode())


def gives(answer: Json) -> Reply:
    """A completion whose words are JSON."""
    return says(json.dumps(answer))


class Server(ThreadingHTTPServer):
    """Replies in the order that it was given them, the last one for ever; keeps what it was asked."""

    daemon_threads = True

    def __init__(self, replies: list[Reply]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies, self.asked, self.headers = list(replies), list[Json](), list[dict[str, str]]()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def endpoint(self, **changes: Any) -> Endpoint:
        """The endpoint, with no patience."""
        quick = {"seconds": 5.0, "attempts": 3, "pause": 0.01, "longest_pause": 0.05} | changes
        return Endpoint(self.url, "test-model", **quick)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(body) | {"path": self.path})
        self.server.headers.append(dict(self.headers))
        replies = self.server.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        time.sleep(reply.after)
        try:
            self._send(reply)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        step = 1 if reply.drip else max(1, len(reply.body))
        for at in range(0, len(reply.body), step):
            self.wfile.write(reply.body[at : at + step])
            time.sleep(reply.drip)

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


@contextmanager
def serving(*replies: Reply) -> Iterator[Server]:
    """A server that runs as long as the block."""
    server = Server(list(replies))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
