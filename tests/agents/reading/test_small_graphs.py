"""How well forty graphs that nobody prepared are asked: floors a little below what is reached.

A change that breaks a floor loses questions; one that reaches more may raise it. Nothing in the engine may know
these graphs.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from agents.loaders.files import FileSource
from agents.loaders.records import Record
from agents.model import Edge, Node, frozen_props
from agents.query import Describe
from agents.reading.reader import Reading
from tests.agents.reading.worlds import World, world

SMALL = Path(__file__).parents[2] / "data" / "small"
ABSENT = ["NOT_IN_GRAPH"]
# graph: the least share of answerable questions whose answers are exactly right, and of absent ones refused
FLOORS = {
    "films": (0.73, 0.6),
    "hospital": (0.76, 0.4),
    "software": (0.70, 0.8),
    "league": (0.64, 0.6),
    "orchard": (0.72, 0.4),
    "music": (0.62, 0.8),
    "royals": (0.86, 0.8),
    "deutschland": (0.6, 0.8),
    "ferries": (0.75, 0.8),
    "bodegas": (0.65, 0.6),
    "campus": (0.66, 0.9),
    "grid": (0.68, 0.9),
    "dig": (0.31, 0.8),
    "bakery": (0.85, 0.4),
    "observatory": (0.8, 0.8),
    "courts": (0.9, 0.5),
    "trials": (0.86, 0.6),
    "shop": (0.85, 0.6),
    "museum": (0.86, 0.5),
    "clinic": (0.82, 0.8),
    "estate": (0.92, 0.8),
    "festival": (0.85, 0.4),
    "contracts": (0.85, 0.6),
    "freight": (0.82, 0.6),
    "wellness": (0.85, 0.6),
    "insurer": (0.82, 0.8),
    "ward": (0.74, 0.75),
    "privacy": (0.75, 0.75),
    "factory": (0.64, 0.75),
    "faculty": (0.67, 0.6),
    "papers": (0.74, 0.75),
    "streaming": (0.68, 0.85),
    "police": (0.71, 0.75),
    "network": (0.78, 0.6),
    "lawfirm": (0.57, 0.75),
    "port": (0.68, 0.85),
    "school": (0.62, 0.75),
    "podcasts": (0.58, 0.6),
    "reserve": (0.65, 0.75),
    "catering": (0.38, 0.75),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_it_answers_as_well_as_it_did(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = world(tmp_path, records(SMALL / name))
    lines = [json.loads(line) for line in (SMALL / name / "questions.jsonl").read_text().splitlines()]
    right = [exact(asked, line) for line in lines if line["answers"] != ABSENT]
    refused = [asked.read(line["question"]).status == "none" for line in lines if line["answers"] == ABSENT]
    exactly, refusing = sum(right) / len(right), sum(refused) / len(refused)
    with capsys.disabled():
        print(f"\n{name}: {exactly:.3f} of {len(right)} exactly right, {refusing:.2f} of {len(refused)} absent refused")
    least, least_refused = FLOORS[name]
    assert exactly >= least
    assert refusing >= least_refused


def exact(asked: World, line: dict[str, Any]) -> bool:
    """Whether the best reading, if it is shown at all, gives exactly the answers."""
    found = asked.read(line["question"])
    if found.status == "none" or not found.readings:
        return False
    return {plain(each) for each in answers(asked, found.readings[0])} == {plain(each) for each in line["answers"]}


def answers(asked: World, best: Reading) -> set[Any]:
    cells = asked.cells(best) - {None}
    verdict = best.form == "verdict" and not isinstance(best.query, Describe)
    return {"yes" if cells else "no"} if verdict else cells


def plain(value: Any) -> str:
    """Return a value as it is compared: numbers by their value, text without regard to case."""
    try:
        return f"{float(str(value).replace(',', '')):.6g}"
    except ValueError:
        return str(value).strip().casefold()


def records(folder: Path) -> list[Node | Edge]:
    """Read a graph's file: JSON lines of nodes and relationships, or triples as a load reads them."""
    table = folder / "graph.tsv"
    if table.exists():
        return [item.value for item in FileSource([table]).items() if isinstance(item, Record)]
    lines = [json.loads(line) for line in (folder / "graph.jsonl").read_text().splitlines()]
    return [node(each) if each["type"] == "node" else edge(each) for each in lines]


def node(line: dict[str, Any]) -> Node:
    props = dict(line["properties"])
    name = str(props.pop("name", line["id"]))
    return Node(line["id"], line["labels"][0], name, props=frozen_props(props))


def edge(line: dict[str, Any]) -> Edge:
    return Edge(line["start"]["id"], line["label"], line["end"]["id"], frozen_props(line.get("properties") or {}))
