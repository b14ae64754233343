"""What a client may send on the socket, as values; everything else is refused in words.

{"type": "ask", "text", "picks"?: {mention text: node id}, "reading"?: number, "intent"?: name, "instead"?: run id,
 "hold"?: true to pause before the plan is carried out, "sources"?: how sources beside the graph are asked}
{"type": "stop", "run": id}
{"type": "resume", "run": id, "after": seq}
{"type": "pause" | "continue" | "reset", "run": id}
{"type": "change", "run": id, "dropped"?: [numbers of the plan's steps to leave out], "reading"?: number}
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from agents.sources.manner import MODES

MAX_MESSAGE = 30_000  # characters of a whole message
MAX_PICKS = 20
MAX_DROPPED = 100  # steps of a plan
MAX_PICK = 500  # characters of a mention or a node's id


class Refused(Exception):
    """What was sent cannot be done; the message says why, to whoever sent it."""


@dataclass(frozen=True)
class Ask:
    """A question; `picks`, `reading` and `intent` are what the person chose over the engine's own choice.

    It follows what was said last, or stands in place of the run `instead`.
    """

    text: str
    picks: Mapping[str, str] = field(default_factory=dict)
    reading: int | None = None
    intent: str = ""
    instead: UUID | None = None
    hold: bool = False
    sources: str = ""


@dataclass(frozen=True)
class Stop:
    """Stop a run."""

    run: UUID


@dataclass(frozen=True)
class Resume:
    """Tell a run's events from `after` on."""

    run: UUID
    after: int


@dataclass(frozen=True)
class Pause:
    """Let a run wait before its next step."""

    run: UUID


@dataclass(frozen=True)
class Continue:
    """Let a run go on."""

    run: UUID


@dataclass(frozen=True)
class Reset:
    """Begin a run again with nothing changed."""

    run: UUID


@dataclass(frozen=True)
class Alter:
    """Change the plan of a run: leave out steps, take another reading."""

    run: UUID
    dropped: frozenset[int] | None = None
    reading: int | None = None


Message = Ask | Stop | Resume | Pause | Continue | Reset | Alter


def read(text: str | None, longest: int) -> Message:
    """Read a message, whose question may have `longest` characters; raise Refused naming what is wrong."""
    if text is None:
        raise Refused("Binary messages are not understood; send JSON text.")
    if len(text) > MAX_MESSAGE:
        raise Refused(f"The message is longer than {MAX_MESSAGE} characters.")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("The message is not JSON.") from None
    if not isinstance(data, dict):
        raise Refused("A message has to be a JSON object.")
    return _message(data, longest)


def _message(data: dict[str, Any], longest: int) -> Message:
    kind = data.pop("type", None)
    keys, build = _KINDS.get(kind, (None, None)) if isinstance(kind, str) else (None, None)
    if keys is None or build is None:
        known = ", ".join(f"'{each}'" for each in _KINDS)
        raise Refused(f"Unknown type {_shown(kind)}; known are {known}.")
    for key in data:
        if key not in keys:
            raise Refused(f"'{kind}' has no {_shown(key)}; it has {', '.join(keys)}.")
    return build(data, longest)


def _ask(data: dict[str, Any], longest: int) -> Ask:
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Refused("'text' has to be a question.")
    if len(text) > longest:
        raise Refused(
            gettext("The question has %(count)s characters; it may have %(most)s.")
            % {"count": len(text), "most": longest}
        )
    if "\x00" in text or not _encodable(text):
        raise Refused("'text' holds characters that are no text.")
    return Ask(
        text.strip(),
        _picks(data.get("picks", {})),
        _number(data, "reading", None) if "reading" in data else None,
        _intent(data),
        _run(data, "instead") if "instead" in data else None,
        _hold(data),
        _sources(data),
    )


def _picks(picks: Any) -> dict[str, str]:
    if not isinstance(picks, dict) or len(picks) > MAX_PICKS:
        raise Refused(f"'picks' has to be an object of at most {MAX_PICKS} mentions with a node id each.")
    for each in [*picks, *picks.values()]:
        if not isinstance(each, str) or len(each) > MAX_PICK or not _encodable(each):
            raise Refused(f"'picks' has to map texts to node ids, each at most {MAX_PICK} characters.")
    return {text.lower(): node for text, node in picks.items()}


def _intent(data: dict[str, Any]) -> str:
    intent = data.get("intent", "")
    if not isinstance(intent, str) or (intent and not (intent.isidentifier() and len(intent) <= 40)):
        raise Refused("'intent' has to be the name of a kind of request.")
    return intent


def _stop(data: dict[str, Any], _: int) -> Stop:
    return Stop(_run(data))


def _resume(data: dict[str, Any], _: int) -> Resume:
    return Resume(_run(data), _number(data, "after", None))


def _alter(data: dict[str, Any], _: int) -> Alter:
    if "dropped" not in data and "reading" not in data:
        raise Refused("'change' needs 'dropped' or 'reading'.")
    reading = _number(data, "reading", None) if "reading" in data else None
    return Alter(_run(data), _dropped(data["dropped"]) if "dropped" in data else None, reading)


def _dropped(numbers: Any) -> frozenset[int]:
    if not isinstance(numbers, list) or len(numbers) > MAX_DROPPED:
        raise Refused(f"'dropped' has to be a list of at most {MAX_DROPPED} numbers of steps.")
    return frozenset(_number({"dropped": each}, "dropped", None) for each in numbers)


def _hold(data: dict[str, Any]) -> bool:
    hold = data.get("hold", False)
    if not isinstance(hold, bool):
        raise Refused(f"'hold' has to be true or false, not {_shown(hold)}.")
    return hold


def _sources(data: dict[str, Any]) -> str:
    sources = data.get("sources", "")
    if sources and sources not in MODES:
        raise Refused(f"'sources' has to be one of {', '.join(MODES)}, not {_shown(sources)}.")
    return sources or ""


def _run(data: dict[str, Any], key: str = "run") -> UUID:
    try:
        return UUID(data.get(key))
    except (ValueError, TypeError, AttributeError):
        raise Refused(f"'{key}' has to be a run's id, not {_shown(data.get(key))}.") from None


def _number(data: dict[str, Any], key: str, default: int | None) -> int:
    number = data.get(key, default)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 2**31:
        raise Refused(f"'{key}' has to be a whole number, 0 or more, not {_shown(number)}.")
    return number


def _encodable(text: str) -> bool:
    """Say whether the text is free of lone surrogates, which no database and no socket takes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(value: Any) -> str:
    """Return a value cut short, as ASCII, for a sentence."""
    return ascii(value)[:60]


_Build = Callable[[dict[str, Any], int], Message]
_KINDS: dict[str, tuple[tuple[str, ...], _Build]] = {
    "ask": (("text", "picks", "reading", "intent", "instead", "hold", "sources"), _ask),
    "stop": (("run",), _stop),
    "resume": (("run", "after"), _resume),
    "pause": (("run",), lambda data, _: Pause(_run(data))),
    "continue": (("run",), lambda data, _: Continue(_run(data))),
    "reset": (("run",), lambda data, _: Reset(_run(data))),
    "change": (("run", "dropped", "reading"), _alter),
}
