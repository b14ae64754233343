"""Many things put back at once in Neo4j, a transaction a batch."""

from collections.abc import Collection, Sequence

from agents.changes import Swap, Swapped
from agents.graphs import swapping
from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_reading import BoltReading
from agents.graphs.bolt_registry import Registry, locked, raise_version
from agents.graphs.bolt_write import Memory, Writer
from agents.model import Edge, Node


class Swappable(Writer):
    """One graph as `swapping` changes it: a writer that also tells what is there."""

    def __init__(self, tx: Transaction, registry: Registry) -> None:
        super().__init__(tx, registry, Memory())
        self._reading = BoltReading(tx, registry.name)
        self._reading.__dict__["registry"] = registry  # what this transaction has learnt by now

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        """Return the nodes of these ids that exist."""
        found = self._reading.nodes(self._reading.node_keys(ids).values())
        return {node.id: node for node in found.values()}

    def edges(self, triples: Collection[tuple[str, str, str]]) -> dict[tuple[str, str, str], Edge]:
        """Return the edges of these triples that exist."""
        return self._reading.edges_by_triple(triples)


def swap(tx: Transaction, graph: str, swaps: Sequence[Swap]) -> Swapped:
    """Do what can be done of these swaps, inside the transaction."""
    registry = locked(tx, graph)
    outcome = swapping.swap(Swappable(tx, registry), swaps)
    registry.keep(tx)
    if outcome.done:
        raise_version(tx, graph)
    return outcome
