"""What a text wants changed, as values: read by the words around the names, before any name is looked up."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from agents.tasks.teaching.patterns import DENYING, FORMS, LEAD, MENDING, TAIL, TELLING


@dataclass(frozen=True)
class Rename:
    """Call a thing otherwise."""

    thing: str
    name: str


@dataclass(frozen=True)
class Alias:
    """Call a thing so, too."""

    thing: str
    name: str


@dataclass(frozen=True)
class Merge:
    """Two things are one; the first stays."""

    keep: str
    gone: str


@dataclass(frozen=True)
class Delete:
    """A thing goes, with all its facts."""

    thing: str


@dataclass(frozen=True)
class Cut:
    """Whatever joins two things goes; `how` names what, where it is said."""

    one: str
    other: str
    how: str = ""


@dataclass(frozen=True)
class Kind:
    """A thing is of a kind. `asked`: its type is to be changed, and not only told."""

    thing: str
    kind: str
    asked: bool = False


@dataclass(frozen=True)
class Slot:
    """A thing's such-and-such is so: "the capital of Texas is Austin". `mend`: what is there is wrong."""

    thing: str
    key: str
    value: str
    mend: bool = False


@dataclass(frozen=True)
class Say:
    """A statement that is to be taken apart by what its words denote. `denied`: it is said not to be so."""

    text: str
    denied: bool = False
    mend: bool = False


@dataclass(frozen=True)
class Link:
    """An edge between two things, by the relation that the words name; none where they name none."""

    one: str
    other: str
    how: str = ""


@dataclass(frozen=True)
class Wrong:
    """Something said before is wrong, and no more is said of it."""


Wish = Rename | Alias | Merge | Delete | Cut | Kind | Slot | Say | Link | Wrong
_LONGEST = 600  # characters of one wish
_MOST = 10  # wishes in one text
_IT = re.compile(r"^(?:it|he|she|they|this|that)\s+", re.I)

_Build = Callable[..., Wish]
_BUILD: dict[str, _Build] = {
    "rename": Rename,
    "alias": Alias,
    "merge": Merge,
    "delete": Delete,
    "cut": Cut,
    "link": Link,
    "kind": Kind,
    "retype": lambda thing, kind: Kind(thing, kind, True),
    "slot": lambda thing, key, value: Slot(thing, key, value, True),
}


def wishes(text: str) -> tuple[Wish, ...]:
    """Return what a text wants changed: one wish a sentence, in order."""
    found = [_wish(each) for each in _sentences(text)[:_MOST]]
    kept = [each for each in found if each is not None]
    told = [each for each in kept if not isinstance(each, Wrong)]
    return tuple(told or kept[:1])


def objects(text: str) -> bool:
    """Tell whether a text begins with an objection ("that is wrong, ..."), whose "that" is what was said before."""
    return bool(MENDING.match(LEAD.sub("", text.strip()[:_LONGEST])))


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text; a stop behind an initial or a title ends none."""
    parts = re.split(r"(?<=[\w\"'”’)][.!?;])\s+(?=[A-Z\"“'])|\n+", text.strip())
    joined: list[str] = []
    for part in parts:
        if joined and re.search(r"(?:\b[A-Z]|\b(?:Dr|St|Mr|Mrs|Ms|No|vs|v|etc))\.$", joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return [each for each in joined if each.strip()]


def _wish(sentence: str) -> Wish | None:
    text, mend, denied = sentence.strip()[:_LONGEST], False, False
    for _ in range(4):
        text = LEAD.sub("", text)
        if found := MENDING.match(text):
            text, mend = text[found.end() :], True
            text = _IT.sub(f"{found['about']} ", text) if found["about"] else text
        elif found := DENYING.match(text):
            text, denied = text[found.end() :], True
    text = TAIL.sub("", text)
    if not text:
        return Wrong() if mend else None
    whole = None if denied else _formed(text)
    told = TAIL.sub("", LEAD.sub("", TELLING.sub("", text)))
    return whole or (_formed(told) if told != text and not denied else None) or Say(told or text, denied, mend)


def _formed(text: str) -> Wish | None:
    """Return the wish of the first form that fits the whole text."""
    for kind, form in FORMS:
        if found := form.fullmatch(text):
            parts = {name: _plain(part) for name, part in found.groupdict().items() if part is not None}
            return _BUILD[kind](**parts)
    return None


def _plain(name: str) -> str:
    return name.strip().strip(",;:").strip()
