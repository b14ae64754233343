"""Groups of nodes that belong together: Louvain communities (Blondel and others, 2008), by networkx."""

from collections.abc import Iterable
from dataclasses import dataclass

from agents.model import Edge

_SEED = 7  # the same groups every time
_NAMED_BY = 2


@dataclass(frozen=True)
class Community:
    """The ids of a group's nodes, those in its middle first, and the edges among them."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]

    @property
    def middle(self) -> tuple[str, ...]:
        """The ids of the nodes that the group is named by."""
        return self.nodes[:_NAMED_BY]


def communities(edges: Iterable[Edge], least: int = 2) -> tuple[Community, ...]:
    """Return the groups of at least so many nodes, the largest first."""
    import networkx  # a third of a second: only for whoever groups

    kept = [each for each in edges if each.head != each.tail]
    web: networkx.Graph[str] = networkx.Graph()
    for each in sorted(kept, key=lambda each: each.triple):
        weight = web.get_edge_data(each.head, each.tail, {"weight": 0.0})["weight"]
        web.add_edge(each.head, each.tail, weight=weight + 1.0)
    groups = networkx.community.louvain_communities(web, seed=_SEED) if len(web) else []
    found = [_community(each, kept) for each in groups if len(each) >= least]
    return tuple(sorted(found, key=lambda each: (-len(each.nodes), each.nodes)))


def _community(group: set[str], edges: Iterable[Edge]) -> Community:
    inside = tuple(each for each in edges if each.head in group and each.tail in group)
    counts = dict.fromkeys(group, 0)
    for each in inside:
        counts[each.head] += 1
        counts[each.tail] += 1
    return Community(tuple(sorted(group, key=lambda id: (-counts[id], id))), inside)
