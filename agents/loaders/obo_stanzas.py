"""The stanzas of an OBO file, one after the other; the header is the stanza of kind ""."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from agents.loaders.records import Reject
from agents.loaders.textfile import TextFile, unfit

_KIND = re.compile(r"\[(\w+)\]\s*(?:!.*)?")
_TAG = re.compile(r"([^\s:]+):\s?(.*)")
_QUOTED = re.compile(r'\s*"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "W": " "}


@dataclass(frozen=True, slots=True)
class Tag:
    """One line of a stanza, without its comment."""

    name: str
    value: str
    line: int


@dataclass(slots=True)
class Stanza:
    """A stanza's kind, the line where it starts, its tags, and its lines that are none."""

    kind: str
    line: int
    tags: list[Tag] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def first(self, name: str) -> str:
        """Return the first value of a tag, "" where there is none."""
        return next((tag.value for tag in self.tags if tag.name == name), "")

    def values(self, name: str) -> list[str]:
        """Return all values of a tag."""
        return [tag.value for tag in self.tags if tag.name == name]

    @property
    def obsolete(self) -> bool:
        """Whether the term is one that its authors took back."""
        return self.first("is_obsolete") == "true"


def stanzas(file: TextFile) -> Iterator[Stanza]:
    """Yield the header and every stanza."""
    stanza = Stanza("", 1)
    for number, line in file.lines():
        if kind := _KIND.fullmatch(line.strip()):
            yield stanza
            stanza = Stanza(kind[1], number)
        else:
            _add(stanza, line, number, file.name)
    yield stanza


def quoted(value: str) -> str:
    """Return the quoted text that a value starts with, unescaped; "" where there is none."""
    found = _QUOTED.match(value)
    return unescaped(found[1]).strip() if found else ""


def unescaped(text: str) -> str:
    """Undo OBO's escapes."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)


def words(value: str) -> list[str]:
    """Return a value's words, without the qualifiers in braces."""
    return value.split("{")[0].split()


def _add(stanza: Stanza, line: str, number: int, file: str) -> None:
    if not line.strip() or line.startswith("!"):
        return
    found = _TAG.fullmatch(line.strip())
    reason = unfit(line) or ("" if found else 'the line is no "tag: value"')
    if reason or not found:
        stanza.rejects.append(Reject(file, number, reason, line))
        return
    name, value = found[1], found[2]
    if name in ("name", "comment"):
        value = unescaped(value)
    elif " ! " in value and not value.startswith('"'):
        value = value.split(" ! ")[0]
    stanza.tags.append(Tag(name, value.strip(), number))
