"""Write the talks beside this file: `python -m tests.data.talk.make`. Nothing of the engine is used.

Every third talk of a graph goes to `held.jsonl`: these are measured and never mended for.
"""

from __future__ import annotations

import importlib
import json
from collections import Counter
from pathlib import Path

from tests.data.small.kit import Graph
from tests.data.small.make import answers, save, typed

from .kit import Dialogue, Does, Said

HERE = Path(__file__).parent
GRAPHS = (
    *("software", "films", "hospital", "deutschland", "league", "orchard", "music", "royals", "ferries"),
    *("campus", "grid", "dig", "bodegas"),
    *("bakery", "observatory", "cookbook"),
    *("courts", "trials", "shop", "museum"),
)
OWN = frozenset(["cookbook"])  # graphs that are for talks alone
PACKS = ("legal", "medical")
HELD = 3


def render(name: str) -> tuple[list[str], list[str]]:
    """The lines of the open and of the held talks over one graph."""
    graph = build(name)
    talks = importlib.import_module(f".domains.{name}", __package__).dialogues(graph)
    lines = [line(f"{name}-{place}", graph, each) for place, each in enumerate(talks, 1)]
    return [each for place, each in enumerate(lines, 1) if place % HELD], lines[HELD - 1 :: HELD]


def build(name: str) -> Graph:
    """The graph that talks are about."""
    home = f"{__package__}.domains" if name in OWN else "tests.data.small.domains"
    graph: Graph = importlib.import_module(f"{home}.{name}").build()
    return graph


def render_pack(name: str) -> list[str]:
    """The lines of the talks over a pack, all of which are held."""
    from . import packs

    talks = getattr(packs, name)()
    return [line(f"{name}-{place}", Graph(), each) for place, each in enumerate(talks, 1)]


def line(id: str, graph: Graph, said: Dialogue) -> str:
    """One talk as a JSON line."""
    turns = [{"question": each.question, **wanted(graph, each), "kind": each.kind} for each in said]
    return json.dumps({"id": id, "turns": turns}, ensure_ascii=False)


def wanted(graph: Graph, said: Said) -> dict[str, list[str]]:
    """What a turn is to be answered with, or the kinds of request that it may be taken for."""
    if isinstance(said.answer, Does):
        return {"intents": list(said.answer.kinds)}
    return {"answers": answers(graph, said.answer)}


def main() -> None:
    """Write them all and print how many there are."""
    total: Counter[str] = Counter()
    for name in GRAPHS:
        open_, held = render(name)
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        if name in OWN:
            save(folder / "graph.jsonl", list(typed(build(name))))
        save(folder / "open.jsonl", open_)
        save(folder / "held.jsonl", held)
        total.update(turn["kind"] for row in (*open_, *held) for turn in json.loads(row)["turns"])
        print(f"{name}: {len(open_)} open, {len(held)} held")
    for name in PACKS:
        (HERE / name).mkdir(exist_ok=True)
        save(HERE / name / "held.jsonl", render_pack(name))
    print(*(f"{kind} {count}" for kind, count in total.most_common()), sep="\n")


if __name__ == "__main__":
    main()
