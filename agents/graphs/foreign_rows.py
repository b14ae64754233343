"""Nodes and edges of a database of others, made of their labels and properties."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.graphs.foreign_kinds import Kind, name_in, text_of
from agents.graphs.foreign_layout import NUMBERED
from agents.model import Edge, Node, Provenance, Value, frozen_props


@dataclass(frozen=True)
class Rows:
    """Makes nodes and edges; `kinds` stand in the order in which their labels count."""

    kinds: tuple[Kind, ...]
    place: str

    def node(self, key: int, labels: Sequence[str], bag: Mapping[str, Any]) -> Node:
        """Make a node. Further labels stay as the property "labels"."""
        mine = [each for each in self.kinds if each.label in labels]
        id = next((f"{each.label}:{text_of(bag[each.id])}" for each in mine if bag.get(each.id) is not None), "")
        id = id or f"{NUMBERED}{key}"
        name = next(filter(None, (name_in(bag, each.name) for each in mine)), "")
        own = frozenset().union(*(each.own for each in mine[:1]))
        props: dict[str, Any] = {name: value for name, value in bag.items() if name not in own}
        if len(labels) > 1:
            props.setdefault("labels", [each.label for each in mine] or list(labels))
        aliases = dict.fromkeys(text for each in mine[:1] for text in _aliases(bag, each) if text != name)
        described = next((text_of(bag.get(each.description)) for each in mine if each.description), "")
        return Node(id, mine[0].label if mine else "", name or id, tuple(aliases), described, props_of(props))

    def edge(self, head: str, relation: str, tail: str, bag: Sequence[tuple[str, Any]]) -> Edge:
        """Make an edge."""
        return Edge(head, relation, tail, props_of(dict(bag)), (Provenance("file", f"Neo4j at {self.place}"),))


def props_of(bag: Mapping[str, Any]) -> Mapping[str, Value]:
    """Return properties without what has no value, sorted by name."""
    kept = {name: _value(value) for name, value in sorted(bag.items())}
    return frozen_props({name: value for name, value in kept.items() if value is not None and value != ()})


def _value(value: Any) -> Any:
    return tuple(each for each in value if each is not None) if isinstance(value, (list, tuple)) else value


def _aliases(bag: Mapping[str, Any], kind: Kind) -> Iterator[str]:
    for key in kind.aliases:
        found = bag.get(key)
        parts = found if isinstance(found, (list, tuple)) else str(found or "").split("|")
        yield from (text for each in parts if (text := text_of(each)))
