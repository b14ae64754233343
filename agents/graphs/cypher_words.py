"""Words of a graph in Cypher: safe names for labels, relationship types and properties, and what it is known to hold.

Whatever a graph calls its types, relations and properties is a name in Neo4j, too, in backticks where it has to be.
Names that Neo4j cannot hold, or that Loregraph uses itself, are written percent-encoded after `_lg:`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote

from agents.graphs.folding import fold
from agents.graphs.reading import known_word
from agents.model import Schema

ENTITY = "Entity"
_CODED = "_lg:"
OF_NODES = frozenset({"graph", "id", "name", "description", "aliases"})  # properties that are Loregraph's own
OF_EDGES: frozenset[str] = frozenset()
_OWN_LABELS = "Loregraph"
_LONGEST = 16_000  # characters of a name
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z", re.ASCII)


def word_token(name: str) -> str:
    """Return the name in Neo4j of a type or a relation."""
    return _CODED + quote(name, safe="") if name == ENTITY or name.startswith(_OWN_LABELS) else token(name)


@lru_cache(maxsize=1_000)  # a load asks for the same few for every thing
def token(name: str, own: frozenset[str] = frozenset()) -> str:
    """Return the name in Neo4j of a property, where those of Loregraph's own are called otherwise."""
    odd = not name or "\0" in name or "\\" in name or len(name) > _LONGEST  # Cypher reads \u0060 as a backtick
    return _CODED + quote(name, safe="") if odd or name.startswith("_") or name in own else name


def name_of(token: str, own: frozenset[str] = frozenset()) -> str | None:
    """Return what a token stands for, or None for a property that is Loregraph's own."""
    if token.startswith(_CODED):
        return unquote(token.removeprefix(_CODED))
    return None if token.startswith("_") or token in own else token


def quoted(token: str) -> str:
    """Return a token as it stands in a statement."""
    if _PLAIN.match(token):
        return token
    if "\\" in token or "\0" in token:
        raise ValueError(f"{token!r} cannot stand in a statement")
    return "`" + token.replace("`", "``") + "`"


@dataclass(frozen=True)
class Forms:
    """How the values of a property are kept, over all that ever had it: each letter of `text` says one thing.

    n: numbers (or flags), t: texts, l: several values, m: several of more than one kind, coded,
    f: folded otherwise than written, so that a property beside it has what is compared.
    """

    text: str = ""

    def has(self, letter: str) -> bool:
        """Say whether some value was kept so."""
        return letter in self.text

    @property
    def many(self) -> bool:
        """Whether there may be several values."""
        return "l" in self.text or "m" in self.text

    def joined(self, more: str) -> "Forms":
        """Return these and more."""
        return Forms("".join(sorted({*self.text, *more})))


@dataclass(frozen=True)
class Words:
    """What is known of a graph: its words in the order in which they came, and counts that only guide."""

    graph: str
    types: Mapping[str, str] = field(default_factory=dict)  # name: token
    relations: Mapping[str, str] = field(default_factory=dict)
    of_nodes: Mapping[str, Forms] = field(default_factory=dict)  # property: its forms
    of_edges: Mapping[str, Forms] = field(default_factory=dict)
    schema: Schema = Schema()  # noqa: RUF009 (frozen)
    called: Callable[[Iterable[str]], list[int] | None] = lambda texts: None  # keys of nodes called so, or too many

    def labels(self, types: Iterable[str]) -> str:
        """Return a label expression of these types; raise QueryError for one that the graph does not know."""
        return "|".join(quoted(known_word(self.types, each, "type")) for each in types)

    def relation_types(self, relations: Iterable[str]) -> str:
        """Return relationship types as they stand in a pattern: ":A|B", or nothing for any."""
        listed = "|".join(quoted(known_word(self.relations, each, "relation")) for each in relations)
        return f":{listed}" if listed else ""

    def folded_types(self) -> dict[str, str]:
        """Return {type: as it is compared}."""
        return {name: fold(name) for name in self.types}

    def folded_relations(self) -> dict[str, str]:
        """Return {relationship type: the relation as it is compared}."""
        return {token: fold(name) for name, token in self.relations.items()}

    def relation_names(self) -> dict[str, str]:
        """Return {relationship type: relation}."""
        return {token: name for name, token in self.relations.items()}


@dataclass
class Params:
    """The parameters of a statement under construction, and fresh names for its variables."""

    values: dict[str, Any] = field(default_factory=dict)
    _names: int = 0

    def add(self, value: Any) -> str:
        """Keep a value and return its placeholder."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"

    def named(self, name: str, value: Any) -> str:
        """Keep a value under a name of its own, once, and return its placeholder."""
        self.values.setdefault(name, value)
        return f"${name}"

    def name(self, letter: str) -> str:
        """Return a name that nothing else in the statement has."""
        self._names += 1
        return f"{letter}{self._names}"
