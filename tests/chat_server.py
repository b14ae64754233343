"""A server on the loopback that speaks as OpenAI's does, or fails in the way it is told to."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

FAILURES = ("error", "busy", "locked", "garbage", "html", "empty", "shapeless", "cut", "stall", "hang", "gone")


class ChatServer:
    """Replies `text`, or what is enqueued; `mode` names a failure. Remembers what it was asked."""

    def __init__(self, port: int = 0) -> None:
        self.text, self.mode, self.knows_schemas = "Hello there.", "", True
        self.scripted: list[str] = []
        self.asked: list[dict] = []
        self.keys: list[str] = []
        self.over = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def enqueue(self, *texts: str) -> None:
        self.scripted.extend(texts)

    @contextmanager
    def running(self) -> Iterator["ChatServer"]:
        thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.over.set()
            self._server.shutdown()
            self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.asked.append(body)
                owner.keys.append(self.headers.get("Authorization", ""))
                _Answer(owner, self, body).give()

            def log_message(self, *args: object) -> None:
                pass

        return Handler


class _Answer:
    def __init__(self, owner: ChatServer, handler: BaseHTTPRequestHandler, body: dict) -> None:
        self.owner, self.handler, self.body = owner, handler, body

    def give(self) -> None:
        if "response_format" in self.body and not self.owner.knows_schemas:
            return self.send(400, json.dumps({"error": {"message": "response_format is not known here"}}))
        mode = self.owner.mode
        text = self.owner.scripted.pop(0) if self.owner.scripted else self.owner.text
        if mode in _STATUS:
            return self.send(_STATUS[mode], json.dumps({"error": {"message": "no, with the key sk-secret-value"}}))
        if mode == "hang":
            self.owner.over.wait(20)
            return None
        if mode in _BODIES:
            return self.send(200, _BODIES[mode], "text/html" if mode == "html" else "application/json")
        return self.stream(text, mode) if self.body.get("stream") else self.whole(text, mode)

    def whole(self, text: str, mode: str) -> None:
        if mode in ("cut", "gone"):
            self.handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{")
        elif mode == "stall":
            self.owner.over.wait(20)
        else:
            choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
            self.send(200, json.dumps({**_HEAD, "object": "chat.completion", "choices": [choice], "usage": _USAGE}))

    def stream(self, text: str, mode: str) -> None:
        self.head(200, "text/event-stream")
        words = text.split(" ")
        for at, word in enumerate(words):
            if mode and at >= len(words) // 2:
                return self.owner.over.wait(20) and None if mode == "stall" else None
            self.chunk({"content": word if at == 0 else f" {word}"}, None)
            time.sleep(0.002)
        self.chunk({}, "stop")
        self.event({**_HEAD, "object": "chat.completion.chunk", "choices": [], "usage": _USAGE})
        self.handler.wfile.write(b"data: [DONE]\n\n")

    def chunk(self, delta: dict, reason: str | None) -> None:
        choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": reason}
        self.event({**_HEAD, "object": "chat.completion.chunk", "choices": [choice]})

    def event(self, data: dict) -> None:
        self.handler.wfile.write(f"data: {json.dumps(data)}\n\n".encode())
        self.handler.wfile.flush()

    def send(self, status: int, text: str, kind: str = "application/json") -> None:
        self.head(status, kind)
        self.handler.wfile.write(text.encode())

    def head(self, status: int, kind: str) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.end_headers()


_HEAD = {"id": "c1", "created": 1, "model": "m"}
_USAGE = {"prompt_tokens": 21, "completion_tokens": 4, "total_tokens": 25}
_STATUS = {"error": 500, "busy": 429, "locked": 401}
_BODIES = {
    "garbage": "\x00\x01 {{{ no json",
    "html": "<html>It works!</html>",
    "empty": "",
    "shapeless": json.dumps({"choices": [], "object": "chat.completion"}),
}
