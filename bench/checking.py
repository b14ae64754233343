"""How well a language model's sentences are checked, with none: an answer's own sentences, as they are and altered.

    python -m bench.checking --graph NAME [--store FILE] [--most N]

Each sentence of the answers to a pack's gold questions is held against its answer: none is to be marked. Then one name
in it becomes another of the graph's, one number another, or it is denied: all of these are to be marked.
"""

import argparse
import asyncio
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from agents.counsel.checking import checked
from agents.counsel.grounds import Grounds, grounds
from agents.events import Event
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.packs.pack import pack
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State
from bench.figures import Figure, table

_LONGEST = 500  # characters of a sentence that is taken
_OTHERS = 200  # names to put in place of one


def main() -> None:
    """Measure, and print a table."""
    options = argparse.ArgumentParser(prog="python -m bench.checking", description=__doc__)
    options.add_argument("--graph", required=True)
    options.add_argument("--store", type=Path, default=Path("var/graphs.sqlite3"))
    options.add_argument("--most", type=int)
    given = options.parse_args()
    store = SqliteStore(given.store)
    kit = Kit(store=store, reader=GraphReader(store, embedder()), intents=IntentClassifier())
    print(table(measured(kit, given.graph, given.most)))


def measured(kit: Kit, graph: str, most: int | None = None) -> list[Figure]:
    """Return the share of sentences that are marked: as they are, and by what was altered."""
    counts: dict[str, list[bool]] = {each: [] for each in ("as they are", "a name", "a number", "a denial")}
    lines = [json.loads(line) for line in pack(graph).gold.read_text("utf-8").splitlines() if line.strip()]
    for question in [each["question"] for each in lines if "question" in each][:most]:
        state = asyncio.run(run(kit, graph, question, _hear))
        held = grounds(state, kit.store.schema(graph))
        for how, text in _sentences(state, _names(kit, state)):
            counts[how].append(_marked(text, held, kit, graph))
    return [Figure(how, sum(of) / max(1, len(of)), "", f"marked of {len(of)}") for how, of in counts.items()]


def _marked(text: str, held: Grounds, kit: Kit, graph: str) -> bool:
    return bool(checked(text, held, kit.reader.link(graph, text)).doubts)


def _names(kit: Kit, state: State) -> list[str]:
    """Return names of the graph that the answer does not speak of."""
    held = {each.name for each in state.evidence.nodes}
    types = sorted({each.type for each in state.evidence.nodes if each.type})
    found = kit.store.find(state.graph, types[0] if types else "a", (), _OTHERS)
    return [each.node.name for each in found if each.node.name not in held]


def _sentences(state: State, others: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the sentences that stand on edges, with what was altered in them; the same every time."""
    chance = random.Random(7)  # noqa: S311 (nothing is kept secret by it)
    for claim in state.claims:
        text = claim.text
        if not claim.edges or " " not in text or len(text) > _LONGEST:
            continue
        yield "as they are", text
        names = [each.name for each in state.evidence.nodes if each.name in text]
        if names and others:
            yield "a name", text.replace(chance.choice(names), chance.choice(others))
        if number := re.search(r"\b\d+\b", text):
            yield "a number", text[: number.start()] + str(int(number[0]) + 3) + text[number.end() :]
        denied = re.sub(r"\b(is|are|has|have)\b", r"\1 not", text, count=1)
        if denied != text:
            yield "a denial", denied


async def _hear(event: Event) -> None:
    """Take an event and do nothing with it."""


if __name__ == "__main__":
    main()
