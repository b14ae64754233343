"""Questions over made-up schemas, each stretch marked with the part of the schema that it asks for.

The text files beside this one hold them, a schema after the other:

    @ a name of the domain
    T type; type
    R head relation tail
    P type.property
    E relation.property
    Q What does {pest} [go for|affects]?     and     Which [plots|plot] lie on <sandy|plot.soil> [ground|plot.soil]?

`{type}` is a thing of that type, `[words|part]` words that ask for a part, `<words|part>` a value of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from agents.language.biencoder import Told
from agents.reading import encoded
from agents.reading.names import plain, spoken

FOLDER = Path(__file__).parent
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]|<([^<>|]+)\|([^<>|]+)>|\{([^{}]+)\}")
_NAME = "\x00"  # stands for a thing's name
_WORD = re.compile(rf"{_NAME}|'s\b|[^\W_]+(?:-[^\W_]+)*|'\w+")
_BETWEEN = re.compile(r"[;,]")


class MarkingError(ValueError):
    """A line that is no schema's or that marks what its schema has not."""


@dataclass(frozen=True)
class Part:
    """A part of a schema, and how the bi-encoder is told it."""

    label: str
    told: Told


@dataclass(frozen=True)
class Stretch:
    """Words of a question, `first` to `last` (exclusive); they ask for a part, or are a value of one."""

    first: int
    last: int
    label: str
    value: bool = False


@dataclass(frozen=True)
class Marked:
    """A question's words, with names as their types, its stretches, and which words are names."""

    words: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    named: frozenset[int]


@dataclass
class MarkedSchema:
    """A schema with its questions."""

    name: str
    types: list[str] = field(default_factory=list)
    relations: list[tuple[str, str, str]] = field(default_factory=list)  # head, name, tail
    properties: list[tuple[str, str]] = field(default_factory=list)  # type, name
    said: list[tuple[str, str]] = field(default_factory=list)  # relation, name: what edges say
    questions: list[Marked] = field(default_factory=list)

    def parts(self) -> list[Part]:
        """Return all that its questions may ask for; a relation once for each pair of types."""
        ends = {name: (head, tail) for head, name, tail in reversed(self.relations)}
        return [
            *(Part(name, encoded.of_type(name)) for name in self.types),
            *(Part(name, encoded.of_relation(name, head, tail)) for head, name, tail in self.relations),
            *(Part(f"{owner}.{name}", encoded.of_property(name, owner)) for owner, name in self.properties),
            *(Part(f"{of}.{name}", encoded.of_label(name, of, *ends[of])) for of, name in self.said),
        ]

    def labels(self) -> frozenset[str]:
        """Return what its questions' marks may name."""
        owned = (f"{owner}.{name}" for owner, name in (*self.properties, *self.said))
        return frozenset({*self.types, *(name for _, name, _ in self.relations), *owned})


def schemas() -> list[MarkedSchema]:
    """Return all schemas of the files; raise MarkingError where a line cannot be read."""
    return [each for file in sorted(FOLDER.glob("*.txt")) for each in read(file.read_text("utf-8"))]


def digest() -> str:
    """Return what tells these files from others."""
    texts = (file.read_bytes() for file in sorted(FOLDER.glob("*.txt")))
    return sha256(b"\n".join(texts)).hexdigest()


def read(text: str) -> Iterator[MarkedSchema]:
    """Yield the schemas of a text; raise MarkingError."""
    schema: MarkedSchema | None = None
    for line in (each.strip() for each in text.splitlines()):
        if not line or line.startswith("#"):
            continue
        sort, _, rest = line.partition(" ")
        if sort == "@":
            if schema is not None:
                yield schema
            schema = MarkedSchema(rest)
        elif schema is None or not rest:
            raise MarkingError(line)
        else:
            _add(schema, sort, rest)
    if schema is not None:
        yield schema


def _add(schema: MarkedSchema, sort: str, rest: str) -> None:
    listed = [each.strip() for each in _BETWEEN.split(rest) if each.strip()]
    match sort:
        case "T":
            schema.types += [each for each in listed if each not in schema.types]
        case "R":
            head, name, tail = _three(rest, schema.types)
            schema.relations.append((head, name, tail))
        case "P":
            schema.properties += [_owned(each, frozenset(schema.types)) for each in listed]
        case "E":
            schema.said += [_owned(each, frozenset(name for _, name, _ in schema.relations)) for each in listed]
        case "Q":
            schema.questions.append(_marked(rest, schema))
        case _:
            raise MarkingError(f"{sort} {rest}")


def _three(text: str, types: list[str]) -> tuple[str, str, str]:
    match text.split():
        case [head, name, tail] if head in types and tail in types:
            return head, name, tail
    raise MarkingError(text)


def _owned(text: str, owners: frozenset[str]) -> tuple[str, str]:
    ways = ((text[:at], text[at + 1 :]) for at, char in enumerate(text) if char == ".")
    found = next(((owner, name) for owner, name in ways if owner in owners and name), None)
    if found is None:
        raise MarkingError(text)
    return found


def _marked(text: str, schema: MarkedSchema) -> Marked:
    """Return a question with its marks by words."""
    labels, plainly, spans, names, done = schema.labels(), "", [], {}, 0
    for mark in _MARK.finditer(text):
        plainly += text[done : mark.start()]
        done = mark.end()
        asked, of, value, has, type = (each.strip() if each else "" for each in mark.groups())
        if (type or of or has) not in labels:
            raise MarkingError(text)
        start, said = len(plainly), _NAME if type else asked or value
        plainly += said
        if type:
            names[start] = type
        else:
            spans.append((start, len(plainly), of or has, bool(value)))
    plainly += text[done:]
    found = list(_WORD.finditer(plainly.lower()))
    named = frozenset(n for n, each in enumerate(found) if each.group() == _NAME)
    words = [plain(spoken(names[each.start()])) if n in named else each.group() for n, each in enumerate(found)]
    return Marked(tuple(words), tuple(_stretches(found, spans)), named)


def _stretches(found: list[re.Match[str]], spans: list[tuple[int, int, str, bool]]) -> Iterator[Stretch]:
    for start, end, label, value in spans:
        covered = [n for n, each in enumerate(found) if each.start() < end and start < each.end()]
        if covered:
            yield Stretch(covered[0], covered[-1] + 1, label, value)
