"""Write the graphs and their questions beside this file: `python -m tests.data.small.make`."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .kit import Answer, Graph, Question, number

HERE = Path(__file__).parent
TYPED = (
    "software",
    "films",
    "hospital",
    "deutschland",
    "league",
    "orchard",
    "ferries",
    "bodegas",
    "campus",
    "grid",
    "dig",
    "bakery",
    "observatory",
    "courts",
    "trials",
    "shop",
    "museum",
    "clinic",
    "estate",
    "festival",
    "contracts",
    "freight",
    "wellness",
    "insurer",
    "ward",
    "privacy",
    "factory",
    "faculty",
    "papers",
    "streaming",
    "police",
    "network",
    "lawfirm",
    "port",
    "school",
    "podcasts",
    "reserve",
    "catering",
)
UNTYPED = ("music", "royals")


def answers(graph: Graph, answer: Answer) -> list[str]:
    """Give an answer as the texts that stand in the file."""
    if answer is None:
        return ["NOT_IN_GRAPH"]
    if isinstance(answer, bool):
        return ["yes" if answer else "no"]
    if isinstance(answer, int | float):
        return [number(answer)]
    if isinstance(answer, str):
        return [answer]
    assert answer, "an empty answer"
    return sorted({graph.nodes[key].name for key in answer} if isinstance(answer, set) else {str(v) for v in answer})


def typed(graph: Graph) -> Iterator[str]:
    """The graph as JSON lines: nodes, then relationships."""
    ids = {key: f"n{place}" for place, key in enumerate(graph.nodes, 1)}
    for key, node in graph.nodes.items():
        properties = {"name": node.name, **node.properties}
        yield line({"type": "node", "id": ids[key], "labels": [node.type], "properties": properties})
    for place, edge in enumerate(graph.edges, 1):
        start, relation, end = edge
        ends = {"start": {"id": ids[start]}, "end": {"id": ids[end]}}
        said = graph.said.get(edge, {})
        yield line({"type": "relationship", "id": f"r{place}", "label": relation, "properties": said, **ends})


def untyped(graph: Graph) -> Iterator[str]:
    """The graph as rows of head, relation and tail; a property is a row as well, and a name is one node."""
    names = [node.name for node in graph.nodes.values()]
    assert len(set(names)) == len(names), [name for name, count in Counter(names).items() if count > 1]
    for node in graph.nodes.values():
        yield from (f"{node.name}\t{relation}\t{value}" for relation, value in node.properties.items())
    for start, relation, end in graph.edges:
        yield f"{graph.nodes[start].name}\t{relation}\t{graph.nodes[end].name}"


def line(record: dict) -> str:
    """One JSON line."""
    return json.dumps(record, ensure_ascii=False)


def questions(graph: Graph, asked: list[Question]) -> Iterator[str]:
    """The questions as JSON lines; none may be asked twice."""
    assert len({text.lower() for text, _, _ in asked}) == len(asked)
    for text, kind, answer in asked:
        try:
            yield line({"question": text, "answers": answers(graph, answer), "kind": kind})
        except AssertionError as wrong:
            raise AssertionError(f"{text}: {wrong}") from wrong


def render(name: str) -> dict[str, list[str]]:
    """The lines of the two files of a set, by file name."""
    module = importlib.import_module(f".domains.{name}", __package__)
    graph = module.build()
    graph.check()
    file, rows = ("graph.tsv", untyped) if name in UNTYPED else ("graph.jsonl", typed)
    return {file: list(rows(graph)), "questions.jsonl": list(questions(graph, module.ask(graph)))}


def write(name: str) -> Counter[str]:
    """Write one set; give how many questions of each kind there are."""
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    files = render(name)
    for file, rows in files.items():
        save(folder / file, rows)
    kinds = Counter(json.loads(row)["kind"] for row in files["questions.jsonl"])
    print(f"{name}: {kinds.total()} questions")
    return kinds


def save(path: Path, rows: list[str]) -> None:
    """Write lines as UTF-8 with a newline behind each."""
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Write them all and print the counts by kind."""
    total: Counter[str] = Counter()
    for name in TYPED + UNTYPED:
        total += write(name)
    print(*(f"{kind} {count}" for kind, count in total.most_common()), sep="\n")


if __name__ == "__main__":
    main()
