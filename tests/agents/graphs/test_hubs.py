"""What is remembered of nodes with many edges."""

from agents.graphs.hubs import Hubs

HUB, LEAF = {("keeps", "out"): 5_000}, {("keeps", "in"): 1}


class Counting:
    """Counts the edges of two nodes, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, ids: list[str]) -> dict[str, dict[tuple[str, str], int]]:
        self.asked.append(ids)
        return {id: {"hub": HUB, "leaf": LEAF}[id] for id in ids if id in ("hub", "leaf")}


def test_a_hub_is_counted_once_a_version():
    hubs, count = Hubs(), Counting()
    assert hubs.degree("g", 1, ["leaf", "hub", "nobody"], count) == {"leaf": LEAF, "hub": HUB}
    assert hubs.degree("g", 1, ["hub", "leaf"], count) == {"hub": HUB, "leaf": LEAF}
    assert hubs.degree("g", 2, ["hub"], count) == {"hub": HUB}
    assert count.asked == [["leaf", "hub", "nobody"], ["leaf"], ["hub"]]


def test_graphs_are_kept_apart():
    hubs, count = Hubs(), Counting()
    hubs.degree("one", 1, ["hub"], count)
    hubs.degree("other", 1, ["hub"], count)
    assert count.asked == [["hub"], ["hub"]]
