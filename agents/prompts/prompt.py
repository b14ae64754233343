"""A prompt from its file: `# system`, `# user` and `# assistant` begin a message, `{name}` is where a part goes in.

What comes from a graph, a document or a person goes in by `quoted` or `numbered`: on one line, cut, and without the
signs that mark where data begins and ends. It is still the word of strangers: whatever a model makes of it is checked.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from agents.llms.chat import Message

_FOLDER = Path(__file__).parent
_ROLE = re.compile(r"^# (system|user|assistant)$", re.MULTILINE)
_PART = re.compile(r"\{(\w+)\}")
_FENCES = str.maketrans({"<": "‹", ">": "›", "`": "'"})
LONGEST = 400  # characters of one piece of data


def prompt(name: str, **parts: str) -> tuple[Message, ...]:
    """Return the messages of the prompt `name`.md with its parts filled in; what is put in is not looked at again."""
    return tuple(Message(role, _PART.sub(lambda at: parts[at[1]], text)) for role, text in _messages(name))  # type: ignore[arg-type]


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return a stranger's text fit to stand between marks: one line, no control characters, no marks, not too long."""
    kept = "".join(sign if sign.isprintable() else " " for sign in unicodedata.normalize("NFC", text))
    line = " ".join(kept.translate(_FENCES).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def numbered(texts: Iterable[str], longest: int = LONGEST) -> str:
    """Return strangers' texts as numbered lines, from 1."""
    return "\n".join(f"{number}. {quoted(text, longest)}" for number, text in enumerate(texts, 1))


@cache
def _messages(name: str) -> tuple[tuple[str, str], ...]:
    _, *found = _ROLE.split((_FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    return tuple((role, text.strip()) for role, text in zip(found[::2], found[1::2], strict=True))
