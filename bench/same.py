"""`python -m bench.same --first ADDRESS --second ADDRESS`: ask a pack's gold questions of two stores and compare.

Where a store lacks the graph, the pack's own data is loaded into it first, and stays.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from agents.graphs.store import GraphStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.packs.pack import load_pack, pack
from agents.pipeline import answer_json
from agents.reading.read import GraphReader
from bench.asking import ask
from bench.stores import opened

OFFERED = "Did you mean:"
COMPARED = ("intent", "mentions", "query", "answers", "verdict", "not_in_graph", "answer")


def main() -> int:
    """Compare, print what differs, and return 1 where anything does."""
    options = _options()
    learnt, differing = IntentClassifier(), 0
    for name in options.pack:
        kits = [kit(opened(each), name, learnt) for each in (options.first, options.second)]
        questions = [json.loads(line)["question"] for line in pack(name).gold.read_text("utf-8").splitlines()]
        found = list(differences(kits, name, questions))
        for question, keys in found:
            print(f"{name}: {question}: {', '.join(keys)}")
        print(f"{name}: {len(questions) - len(found)} of {len(questions)} questions are answered alike")
        differing += len(found)
    return min(differing, 1)


def kit(store: GraphStore, name: str, learnt: IntentClassifier) -> Kit:
    """Return a kit on a store that holds a pack's graph."""
    if name not in store.graphs():
        load_pack(store, name, pack(name))
    return Kit(store=store, reader=GraphReader(store, embedder()), intents=learnt)


def differences(kits: list[Kit], graph: str, questions: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each question that two kits answer otherwise, and in what."""
    for question in questions:
        one, other = (told(each, graph, question) for each in kits)
        if keys := [key for key in COMPARED if _part(one[key]) != _part(other[key])]:
            yield question, keys


def _part(value: Any) -> Any:
    """Return what is compared of a part.

    Of an intent its name, for its confidence is rounded in the fifth decimal. Of an answer what it says, and not the
    readings offered beside: they are weighed with a sample of edges, of which a store may take any.
    """
    if isinstance(value, str):
        return value.partition(OFFERED)[0]
    return value["name"] if isinstance(value, dict) and "confidence" in value else value


def told(kit: Kit, graph: str, question: str) -> dict[str, Any]:
    """Return what `ask --json` prints."""
    return answer_json(ask(kit, graph, question))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.same", description=__doc__)
    parser.add_argument("--first", required=True, help="a store, as LOREGRAPH_GRAPH names it")
    parser.add_argument("--second", required=True, help="another")
    parser.add_argument("--pack", nargs="+", default=["medical", "legal"], help="whose questions (default: both demos)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
