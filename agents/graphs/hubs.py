"""What is remembered of hubs: to count many edges takes long, and a question asks for them several times."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from threading import Lock

Counts = Mapping[tuple[str, str], int]  # (relation, "out" | "in"): how many edges
_MANY = 1_000  # edges from which on a node's are remembered
_KEPT = 1_000  # nodes


class Hubs:
    """The degrees of nodes with many edges, each for one version of its graph."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, str], Counts] = OrderedDict()
        self._lock = Lock()

    def degree(
        self, graph: str, version: int, ids: Sequence[str], count: Callable[[list[str]], Mapping[str, Counts]]
    ) -> dict[str, Counts]:
        """Return the degrees of these nodes that exist, in the order of `ids`; those not known are counted."""
        with self._lock:
            known = {id: kept for id in ids if (kept := self._kept.get((graph, version, id)))}
        fresh = count([id for id in ids if id not in known])
        self._remember(graph, version, fresh)
        return {id: known.get(id) or fresh[id] for id in dict.fromkeys(ids) if id in known or id in fresh}

    def _remember(self, graph: str, version: int, fresh: Mapping[str, Counts]) -> None:
        with self._lock:
            self._kept.update({(graph, version, id): each for id, each in fresh.items() if sum(each.values()) > _MANY})
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
