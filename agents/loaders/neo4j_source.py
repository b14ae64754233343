"""An attached graph as a source of records, for a copy of it in a store of one's own."""

from collections.abc import Iterator

from agents.graphs.foreign import ForeignGraph
from agents.loaders.records import Item, Record


class Neo4jSource:
    """The nodes and the edges of a Neo4j database of others; of several edges for one fact the first."""

    total = 0  # bytes, which nobody knows

    def __init__(self, graph: ForeignGraph) -> None:
        self._graph = graph

    def done(self) -> int:
        """How many bytes have been read so far: nobody knows."""
        return 0

    def items(self) -> Iterator[Item]:
        """Yield every node, then every edge."""
        for number, each in enumerate(self._graph.export(), start=1):
            yield Record(each, self._graph.place, number)
