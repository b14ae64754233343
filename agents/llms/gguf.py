"""GGUF models in this process by xllamacpp (extra `local`): a file is loaded once, whoever asks for it.

LoRA adapters stand on a loaded model and are named by each request: one that names none is the bare model, because
zeros are sent for all of them (the server would otherwise sum whatever it loaded). Adapters can only be given at
loading, so `expect` those that may be asked; one that was not expected costs loading the file anew.
"""

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Condition
from typing import Any, Literal

from agents.errors import ChatError
from agents.model import Json

CONTEXT = 4096  # tokens of a prompt and its reply
MOST = 24  # adapters that stand on one model at once; the ones asked longest ago go first

Piece = Callable[[Json], bool]  # takes a piece of a streamed reply; true stops it


class Gguf:
    """A model's file, loaded at the first request. One request is worked on at a time, so that none changes another."""

    def __init__(self, path: Path, *, context: int = CONTEXT, threads: int = 1) -> None:
        self.path, self.context, self.threads = path, context, threads
        self.loads = 0  # how often the file was loaded
        self._adapters: tuple[Path, ...] = ()
        self._wanted: tuple[Path, ...] = ()
        self._server: Any = None
        self._busy = 0
        self._turn = Condition()

    def expect(self, adapters: Sequence[Path]) -> None:
        """Name adapters that may be asked for, so that they are loaded with the model."""
        with self._turn:
            self._wanted = tuple(dict.fromkeys([*self._wanted, *adapters]))[-MOST:]

    def forget(self, adapter: Path) -> None:
        """Load an adapter no more: its file is going away. What is loaded stays until the next loading."""
        with self._turn:
            self._wanted = tuple(each for each in self._wanted if each != adapter)

    def run(
        self,
        request: Json,
        *,
        api: Literal["text", "chat"] = "text",
        adapters: Mapping[Path, float] | None = None,
        seconds: float = 30.0,
        piece: Piece | None = None,
    ) -> Json:
        """Answer a request of the OpenAI form and return the reply; with `piece` it is streamed and returns {}.

        Blocks: call it in a thread. Raises ChatError where the model cannot be had, refuses, or the time is up
        before the request's turn comes; a streamed reply also ends there.
        """
        until = time.monotonic() + seconds
        server, loaded = self._take(tuple(adapters or ()), until)
        try:
            return _asked(server, {**request, "lora": _scales(loaded, adapters or {})}, api, until, piece)
        finally:
            self._give_back()

    def _take(self, adapters: tuple[Path, ...], until: float) -> tuple[Any, tuple[Path, ...]]:
        with self._turn:
            if not self._turn.wait_for(lambda: not self._busy, max(0.0, until - time.monotonic())):
                raise ChatError(f"{self.path.name} is busy with other questions.")
            if self._server is None or not set(adapters) <= set(self._adapters):
                self._load(adapters)
            self._busy += 1
            return self._server, self._adapters

    def _give_back(self) -> None:
        with self._turn:
            self._busy -= 1
            self._turn.notify_all()

    def _load(self, asked: tuple[Path, ...]) -> None:
        """Load the model with what is asked and what is expected; a broken adapter must not take the others along."""
        self._server, self._adapters = None, ()  # two copies of a model never stand in memory together
        others = tuple(each for each in self._wanted if each not in asked and each.is_file())
        try:
            self._stand((*others, *asked)[-MOST:])
        except ChatError:
            if not others:
                raise
            self._stand(asked)
        self._wanted = self._adapters

    def _stand(self, adapters: tuple[Path, ...]) -> None:
        self._server = _served(self.path, adapters, self.context, self.threads)
        self._adapters, self.loads = adapters, self.loads + 1


@lru_cache(maxsize=8)
def loaded(path: Path) -> Gguf:
    """Return the one model of a file in this process; resolve the path first. It is loaded when first asked."""
    return Gguf(path)


def _scales(loaded: tuple[Path, ...], wanted: Mapping[Path, float]) -> list[Json]:
    return [{"id": at, "scale": wanted.get(path, 0.0)} for at, path in enumerate(loaded)]


def _asked(server: Any, request: Json, api: str, until: float, piece: Piece | None) -> Json:
    handle = server.handle_chat_completions if api == "chat" else server.handle_completions
    failures: list[str] = []

    def take(part: Any) -> bool:
        if isinstance(part, dict) and "error" in part:
            failures.append(_why(part))
            return True
        return bool(time.monotonic() > until or (piece and isinstance(part, dict) and piece(part)))

    reply = handle({**request, "stream": True}, take) if piece else handle(request)
    if isinstance(reply, dict) and "error" in reply:
        failures.append(_why(reply))
    if failures:
        raise ChatError(f"The language model refused: {failures[0]}")
    return reply if isinstance(reply, dict) else {}


def _why(reply: Json) -> str:
    error = reply["error"]
    return str(error.get("message", error) if isinstance(error, dict) else error)[:300]


def _served(path: Path, adapters: Sequence[Path], context: int, threads: int) -> Any:
    """Load a model. It listens on the loopback as well, which no switch turns off: a key nobody knows shuts that."""
    try:
        import xllamacpp
    except ImportError as missing:
        raise ChatError("Models in this process need the extra 'local': pip install 'loregraph[local]'.") from missing
    if not path.is_file():
        raise ChatError(f"There is no model at {path}.")
    params = xllamacpp.CommonParams()
    params.model.path, params.n_ctx, params.n_parallel = str(path), context, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(each), 0.0) for each in adapters]
    params.lora_init_without_apply = True
    params.api_keys, params.ui, params.warmup, params.verbosity = [secrets.token_hex(24)], False, False, -1
    params.cache_ram_mib, params.fit_params = 0, False
    try:
        return xllamacpp.Server(params)
    except RuntimeError as broken:
        with_ = f" with {len(adapters)} adapters" if adapters else ""
        raise ChatError(f"{path.name} is no model that can be loaded{with_}.") from broken
