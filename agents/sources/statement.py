"""What a source says in a form that can be compared: one thing, one relation or property, one other thing or value."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "graph", "document", "card", "model"]


@dataclass(frozen=True)
class Thing:
    """An end of a statement: a node of the graph by its id, or what the graph does not know by its words alone."""

    name: str
    id: str = ""

    @property
    def key(self) -> str:
        """What tells whether two are the same."""
        return self.id or " ".join(self.name.casefold().split())


@dataclass(frozen=True)
class Statement:
    """Something that one source says; `relation` is a relation's or a property's name in the graph's schema.

    `words` is the sentence that says so, `source` who does; `passage` and `edge` are the ids of what it stands on.
    """

    head: Thing
    relation: str
    tail: Thing
    kind: Kind
    words: str = ""
    source: str = ""
    passage: str = ""
    edge: str = ""
    confidence: float = 1.0
