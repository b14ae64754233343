"""Loading in bulk, whatever the store: batches, what is sound in them, and the running counts."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Protocol

from agents.graphs.folding import is_storable
from agents.graphs.store import LoadCounts
from agents.model import Edge, Node

Record = Node | Edge
Rejected = tuple[Record, str]
NOT_UNICODE = "a text that is not Unicode"
_LONGEST_ID = 6_000  # bytes; what an index of Neo4j can hold


@dataclass
class Tally:
    """How many records were new, different and as before."""

    added: int = 0
    changed: int = 0
    same: int = 0

    def add(self, more: "Tally") -> None:
        """Count more."""
        self.added += more.added
        self.changed += more.changed
        self.same += more.same


class Writer(Protocol):
    """Writes records into one graph, inside a transaction."""

    def put_nodes(self, nodes: Sequence[Node]) -> Tally:
        """Add nodes or replace those of their ids; the ids are distinct."""

    def put_edges(self, edges: Sequence[Edge]) -> Tally:
        """Add edges or replace those of their triples; the triples are distinct and every end exists."""

    def existing(self, ids: Iterable[str]) -> Collection[str]:
        """Return those of these ids that have a node."""


def batches(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    """Cut a stream into batches."""
    stream = iter(records)
    while batch := list(islice(stream, max(1, size))):
        yield batch


def write(writer: Writer, records: Sequence[Record], counts: LoadCounts) -> LoadCounts:
    """Write one batch, nodes first, and return the running counts."""
    sound, rejected = _sorted_out(records)
    nodes, edges = Tally(), Tally()
    for some in in_rounds([each for each in sound if isinstance(each, Node)], lambda node: node.id):
        nodes.add(writer.put_nodes(some))
    for few in in_rounds([each for each in sound if isinstance(each, Edge)], lambda edge: edge.triple):
        ids = writer.existing(ends_of(few))
        whole = [edge for edge in few if edge.head in ids and edge.tail in ids]
        rejected += [(edge, _dangling(edge, ids)) for edge in few if edge.head not in ids or edge.tail not in ids]
        edges.add(writer.put_edges(whole))
    return replace(
        counts,
        nodes_added=counts.nodes_added + nodes.added,
        nodes_changed=counts.nodes_changed + nodes.changed,
        nodes_same=counts.nodes_same + nodes.same,
        edges_added=counts.edges_added + edges.added,
        edges_changed=counts.edges_changed + edges.changed,
        edges_same=counts.edges_same + edges.same,
        rejected=counts.rejected + tuple(rejected),
    )


def in_rounds(records: Sequence[Any], identity: Callable[[Any], Any]) -> Iterable[list[Any]]:
    """Cut records into runs in which no identity comes twice, so that a later record replaces an earlier one."""
    run: dict[Any, Any] = {}
    for record in records:
        key = identity(record)
        if key in run:
            yield list(run.values())
            run = {}
        run[key] = record
    if run:
        yield list(run.values())


def ends_of(edges: Sequence[Edge]) -> set[str]:
    """Return the ids that edges join."""
    return {edge.head for edge in edges} | {edge.tail for edge in edges}


def alike(left: Record, right: Record) -> bool:
    """Say whether two records are the same, 1, 1.0 and true apart."""
    return left == right and _exact(left) == _exact(right)


def _exact(record: Record) -> str:
    return json.dumps(dict(record.props), sort_keys=True)


def why_unsound(record: Record) -> str:
    """Say what keeps a record out of any graph, or nothing."""
    return _why_nameless(record) or ("" if is_unicode(record) else NOT_UNICODE)


def is_unicode(record: Record) -> bool:
    """Say whether UTF-8 can hold all texts of a record."""
    return is_storable("".join(_all_texts(record)))


def _sorted_out(records: Sequence[Record]) -> tuple[list[Record], list[Rejected]]:
    nameless = [(record, reason) for record in records if (reason := _why_nameless(record))]
    return [each for each in records if not _why_nameless(each)] if nameless else list(records), nameless


def _why_nameless(record: Record) -> str:
    if isinstance(record, Node):
        if len(record.id) * 4 > _LONGEST_ID and len(record.id.encode("utf-8", "ignore")) > _LONGEST_ID:
            return f"an id of more than {_LONGEST_ID:,} bytes"
        return "" if record.id else "a node without an id"
    return "" if record.relation else "an edge without a relation"


def _all_texts(record: Record) -> Iterator[str]:
    if isinstance(record, Node):
        yield from (record.id, record.type, record.name, record.description, *record.aliases)
    else:
        yield from (*record.triple, record.status)
        yield from (text for each in record.sources for text in (each.kind, each.name, each.detail))
    for key, value in record.props.items():
        yield key
        yield from (each for each in (value if isinstance(value, (tuple, list)) else (value,)) if isinstance(each, str))


def _dangling(edge: Edge, ids: Collection[str]) -> str:
    missing = [id for id in (edge.head, edge.tail) if id not in ids]
    return f"no node has the id {missing[0]!r}"
