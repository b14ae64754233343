"""What a Neo4j database that Loregraph did not make holds: its labels, and by which property their nodes are called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.errors import LoadError, did_you_mean
from agents.graphs.bolt_connections import Connections, Transaction
from agents.graphs.cypher_words import quoted
from agents.loaders.props import node

SAMPLE = 200  # nodes of a label that are looked at
_LONGEST = 120  # characters of what may be a name
_NAME = re.compile(r"(?!\d{4}-\d\d)(?!https?:).*[^\W\d_]", re.DOTALL)  # letters, and neither a date nor an address
Bag = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A label: how many nodes have it, the property that names them (none: their id does), and one such name."""

    label: str
    count: int
    name: str = ""
    example: str = ""

    @property
    def sentence(self) -> str:
        """What is told of it before it is read."""
        called = f"called by '{self.name}', such as {self.example!r}" if self.name else "called by their ids"
        return f"{self.label}: {self.count:,} nodes, {called}"


def survey(connections: Connections, labels: Sequence[str], name: str) -> tuple[Kind, ...]:
    """Return the labels to read, most frequent first; raise LoadError for one that is not there, or for none at all.

    `name` is the property that names nodes wherever they have it; without one it is guessed from a sample.
    """
    found = connections.read(_counts, 60)
    for label in labels:
        if label not in found:
            raise LoadError(f"The database has no label '{label}'{did_you_mean(label, found)}.")
    chosen = {label: count for label, count in found.items() if not labels or label in labels}
    if not chosen:
        raise LoadError("The database holds no nodes with labels.")
    return connections.read(lambda tx: tuple(_kind(tx, *each, name) for each in chosen.items()), 60)


def _counts(tx: Transaction) -> dict[str, int]:
    statement = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS size ORDER BY size DESC, label"
    return {label: size for label, size in tx.rows(statement) if not label.startswith("Loregraph")}


def _kind(tx: Transaction, label: str, count: int, name: str) -> Kind:
    statement = f"MATCH (n:{quoted(label)}) RETURN properties(n) LIMIT $most"
    found = tx.rows(statement, most=SAMPLE)
    bags: list[Bag] = [{key: plain(value) for key, value in row[0].items()} for row in found]
    key = name if any(name in bag for bag in bags) else guessed(label, bags)
    example = next((str(bag[key]) for bag in bags if key and bag.get(key)), "")
    return Kind(label, count, key, example)


def guessed(label: str, bags: Sequence[Mapping[str, Any]]) -> str:
    """Return the property that names these nodes: one that is called so, else the one whose short texts differ most."""
    for bag in bags:
        made = node("?", (label,), bag)
        if made.name != "?":
            return next((key for key, value in bag.items() if str(value) == made.name), "")
    scores = {key: _telling([bag.get(key) for bag in bags]) for bag in bags for key in bag}
    best = max(sorted(scores), key=lambda key: scores[key], default="")
    return best if best and scores[best] > 0.5 else ""


def _telling(values: Sequence[Any]) -> float:
    """Return how well values would serve as names, 0 to 1: the share of them that are short texts of their own."""
    texts = {each for each in values if isinstance(each, str) and 1 < len(each) <= _LONGEST and _NAME.match(each)}
    return len(texts) / max(1, len(values))


def plain(value: Any) -> Any:
    """Return a property's value as a graph of Loregraph's holds it: times as ISO 8601, other kinds as text."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
