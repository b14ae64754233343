"""What the verbs that both stores share ask of a read under way: one graph, looked at in one transaction.

Nodes have integer keys inside a store, in the order in which they came; edges have keys that only the store reads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from agents.errors import QueryError, did_you_mean
from agents.graphs.statement import Statement
from agents.model import Edge, Node
from agents.query import Direction, Match

EdgeKey = Any  # a store's own
RelationKey = Any
Step = tuple[int, int, EdgeKey]  # from node, to node, the edge between
Called = tuple[int, int, str]  # node, what it is called by (NAME, ALIAS or ID), the text
Spelled = tuple[int, str, str]  # node, the text, the text folded
NAME, ALIAS, ID = 0, 1, 2


class Reading(Protocol):
    """A read of one graph; every verb of it raises StoreTimeout when the time is up."""

    @property
    def version(self) -> int:
        """The graph's version."""

    def check(self) -> None:
        """Raise StoreTimeout when the time is up."""

    # --- nodes and edges ---

    def node_keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of the nodes of these ids that exist."""

    def nodes(self, keys: Iterable[int]) -> dict[int, Node]:
        """Return the nodes of these keys."""

    def edges(self, keys: Iterable[EdgeKey]) -> dict[EdgeKey, Edge]:
        """Return the edges of these keys."""

    def known_relations(self) -> Mapping[str, RelationKey]:
        """Return {name: key} of the graph's relations."""

    def steps(self, nodes: Iterable[int], relations: Sequence[RelationKey], direction: Direction) -> list[Step]:
        """Return every edge that leads on from these nodes, those out of a node first."""

    def among(self, nodes: Sequence[int], relations: Sequence[RelationKey]) -> tuple[Edge, ...]:
        """Return the edges between these nodes."""

    def degrees(self, nodes: Iterable[int]) -> dict[int, int]:
        """Return how many edges each node has."""

    def relation_counts(self, nodes: Iterable[int]) -> Iterator[tuple[int, str, str, int]]:
        """Yield (node, relation, "out" | "in", how many edges)."""

    # --- matching ---

    def compile(self, query: Match, most: int, proved: bool) -> Statement:
        """Compile a Match of which at most `most` rows are wanted; raise QueryError for what cannot be."""

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a compiled statement."""

    # --- names, folded as `fold_name` does ---

    def called(self, texts: Iterable[str]) -> dict[str, list[Called]]:
        """Return {text: those called exactly so}, each node once, names before aliases before ids."""

    def exactly(self, text: str, types: Sequence[str], most: int) -> Iterable[Called]:
        """Yield what is called exactly so, names first."""

    def beginning(self, text: str, types: Sequence[str], most: int) -> Iterable[Spelled]:
        """Yield what is called by something longer that begins so, the shortest first."""

    def worded(self, words: Sequence[str], types: Sequence[str], most: int) -> Iterable[tuple[int, Node]]:
        """Yield the nodes whose texts have all the words, the last perhaps unfinished."""

    def spelled(self, text: str, types: Sequence[str], most: int) -> Iterable[Spelled]:
        """Yield what is called by something that shares many trigrams with the text."""


def relation_keys(reading: Reading, relations: Sequence[str]) -> list[RelationKey]:
    """Return the keys of these relations; raise QueryError for one that the graph does not know."""
    known = reading.known_relations() if relations else {}
    return [known_word(known, each, "relation") for each in relations]


def known_word(words: Mapping[str, Any], name: str, what: str) -> Any:
    """Return what stands behind a graph's word; raise QueryError for one that it does not know."""
    if name not in words:
        raise QueryError(f"Unknown {what} '{name}'{did_you_mean(name, words)}.")
    return words[name]
