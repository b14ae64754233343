"""How conflicts between sources are settled: built from a pack, in every pairing, and asked through the whole pipeline.

    python -m bench.weighing [--pack NAME] [--each] [--most N]

For each pair of kinds of source (person, graph, document, card, model) a fact of the pack is said rightly by one and
wrongly by the other, in plain sentences that the check of facts has to read; what the person says is taught in the
talk. The preferred kind has to win, and the conflict to be shown. As many times the two say the same, and then the
answer has to stay what it was. Facts whose sentences are not read as such are passed over, and counted: what a
sentence says is another question than whom to believe.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from agents.declaration import PREFERENCE
from agents.events import ConflictFound, Event, IntentGuess
from agents.extraction.triples import Triple
from agents.graphs.sqlite import SqliteStore
from agents.graphs.store import GraphStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.phrasing import sentence
from agents.model import Edge, Node, Passage
from agents.packs.pack import load_pack, pack
from agents.pipeline import run
from agents.query import Match, Pattern, Return, Var
from agents.reading.asking import asking
from agents.reading.read import GraphReader
from agents.sources.factuality import check
from agents.sources.manner import Manner
from agents.sources.singles import singles
from agents.sources.source import Scope, Source
from agents.state import State, Turn
from agents.talk.said import said
from bench.figures import Figure, table

GRAPH = "weighing"
_SEED = 5
_DRAWN = 400  # facts that are looked at for each relation


@dataclass(frozen=True)
class Case:
    """A fact, another that contradicts it, and the two kinds of source: the preferred one, and the other."""

    kinds: tuple[str, str]
    question: str
    true: str
    false: str
    right: Node
    wrong: Node
    lost: tuple[Edge, ...] = ()  # edges that the graph is without, so that it has no side


@dataclass(frozen=True)
class Settled:
    """What came of a case: who was believed, and whether the conflict was shown; then with both saying the same."""

    case: Case
    winner: str
    sides: int
    unchanged: bool


class Speaker:
    """A source with one sentence to say."""

    def __init__(self, kind: str, text: str) -> None:
        self.name, self.kind, self._text = f"a {kind}", kind, text

    @property
    def scope(self) -> Scope:
        """What it can be asked about."""
        return Scope("anything")

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        """Return the sentence."""
        return (Passage(self._text, self.name, self.kind, 1.0),)


@dataclass(frozen=True)
class Company:
    """The same sources beside every graph."""

    sources: tuple[Source, ...]

    def of(self, graph: str) -> tuple[Source, ...]:
        """Return them."""
        return self.sources


class Questions:
    """Takes everything for a question."""

    def classify(self, text: str) -> tuple[IntentGuess, ...]:
        """Return that it is one."""
        return (IntentGuess("question", 1.0),)


def main() -> None:
    """Build, ask, and print what came of it."""
    options = _options()
    with TemporaryDirectory(prefix="loregraph-bench-") as place:
        store = SqliteStore(Path(place) / "graphs.sqlite3")
        store.create(GRAPH)
        load_pack(store, GRAPH, pack(options.pack))
        passed_over: list[str] = []
        told = measured(store, options.most, passed_over)
    print(table([*figures(told), Figure("sentences passed over", len(passed_over), "", "not read as facts")]))
    for each in told if options.each else ():
        if each.winner != each.case.kinds[0] or not each.unchanged:
            print(each.case.kinds, each.winner or "none", each.unchanged, "|", each.case.question, "|", each.case.false)


def figures(told: Sequence[Settled]) -> list[Figure]:
    """Return how many conflicts the preferred kind won and were shown, and how many answers stayed."""
    pairs = Counter(each.case.kinds for each in told if each.winner == each.case.kinds[0])
    won = sum(pairs.values())
    rows = [
        Figure("the preferred source won", won, "", f"of {len(told)} conflicts"),
        Figure("shown with every side", sum(each.sides >= 2 for each in told), "", f"of {len(told)}"),
        Figure("unchanged without a conflict", sum(each.unchanged for each in told), "", f"of {len(told)}"),
    ]
    of = Counter(each.case.kinds for each in told)
    return [*rows, *(Figure(f"  {' over '.join(pair)}", pairs[pair], "", f"of {of[pair]}") for pair in of)]


def measured(store: GraphStore, most: int, passed_over: list[str] | None = None) -> list[Settled]:
    """Return what came of at most so many cases, in every pairing; `passed_over` gets what was not read."""
    reader = GraphReader(store, embedder())
    found = cases(store, reader, [] if passed_over is None else passed_over)
    return [asyncio.run(_settled(store, reader, each)) for each in islice(found, most)]


def cases(store: GraphStore, reader: GraphReader, passed_over: list[str]) -> Iterator[Case]:
    """Yield cases, the pairs of kinds in turn; each of a fact whose question the reader answers with just that."""
    pairs, draw = cycle(combinations(PREFERENCE, 2)), Random(_SEED)  # noqa: S311 (no secret)
    kinds = next(pairs)
    facts = list(_facts(store))
    draw.shuffle(facts)
    for at, (edge, head, tail) in enumerate(facts):
        schema = store.schema(GRAPH)
        relation = schema.relation(edge.relation)
        question = asking(head.name, edge.relation, "out", schema)
        other = next((t for e, _, t in facts[at + 1 :] if e.relation == edge.relation and t.name != tail.name), None)
        if not question or other is None or not _answers(store, reader, question, tail):
            continue
        names = {head.id: head.name, tail.id: tail.name, other.id: other.name}
        told = [(each, f"{sentence(each, names, relation)}.") for each in (edge, replace(edge, tail=other.id))]
        if unread := [text for each, text in told if not _read(store, reader, each, text, "person" in kinds)]:
            passed_over += unread
            continue
        yield Case(kinds, question, told[0][1], told[1][1], tail, other, (edge,))
        kinds = next(pairs)


def _read(store: GraphStore, reader: GraphReader, edge: Edge, text: str, taught: bool) -> bool:
    """Tell whether a sentence is read as this fact: by the check of facts, and as what is taught where it is."""
    kit = Kit(store, reader, Questions())
    verdict = asyncio.run(check(GRAPH, [Passage(text, "", "document")], kit))[0]
    if not any(_says(each.triple, edge) for each in verdict.claims):
        return False
    lacking = replace(kit, store=Without(store, (edge,)))  # type: ignore[arg-type]
    told = said(State(GRAPH, "", turns=(Turn(f"Remember that {text}", intent="teach"),)), lacking) if taught else ()
    return not taught or any((each.head.id, each.relation, each.tail.id) == edge.triple for each in told)


def _says(triple: Triple | None, edge: Edge) -> bool:
    ends = (triple.head.node, triple.tail.node) if triple else (None, None)
    return triple is not None and tuple(each.id if each else "" for each in ends) == (edge.head, edge.tail)


def _facts(store: GraphStore) -> Iterator[tuple[Edge, Node, Node]]:
    """Yield facts of the relations of which a thing has one."""
    schema = store.schema(GRAPH)
    room = singles(schema, store.declaration(GRAPH))
    for relation in (each.name for each in schema.relations if each.name in room.out):
        edge = Pattern(source="h", target="t", relations=(relation,), name="e")
        columns = tuple(Return(variable=each) for each in ("e", "h", "t"))
        query = Match(variables=(Var(name="h"), Var(name="t")), patterns=(edge,), returns=columns)
        for row in store.match(GRAPH, query, limit=_DRAWN, evidence=False).rows:
            fact, head, tail = row.cells
            if isinstance(fact, Edge) and isinstance(head, Node) and isinstance(tail, Node):
                yield fact, head, tail


def _answers(store: GraphStore, reader: GraphReader, question: str, tail: Node) -> bool:
    readings = reader.read(GRAPH, question, reader.link(GRAPH, question))
    best = readings.readings[0].query if readings.status == "clear" else None
    rows = store.match(GRAPH, best, limit=3).rows if isinstance(best, Match) else ()
    return [each.cells[0].id for each in rows if isinstance(each.cells[0], Node)] == [tail.id]


# --- asking -------------------------------------------------------------------------------------


async def _settled(store: GraphStore, reader: GraphReader, case: Case) -> Settled:
    """Ask with the two at odds, and with the two in accord."""
    preferred, other = case.kinds
    graph = "graph" in case.kinds
    wrong = other if preferred == "graph" else preferred
    words = {kind: case.false if kind == wrong else case.true for kind in case.kinds}
    at_odds, heard = await _ask(store, reader, case, words, graph)
    same, _ = await _ask(store, reader, case, dict.fromkeys(case.kinds, case.true), graph)
    alone, _ = await _ask(store, reader, case, {}, graph)
    found = [each for each in heard if {claim.kind for claim in each.claims} >= {*case.kinds}]
    winner = found[0].claims[0].kind if found and found[0].why.startswith("I go by") else ""
    right = case.wrong if wrong == preferred else case.right
    believed = not graph or [each.get("id") for each in at_odds.answers] == [right.id]
    unchanged = not same.conflicts and (same.answers, same.verdict) == (alone.answers, alone.verdict)
    return Settled(case, winner if believed else "", len(found[0].claims) if found else 0, unchanged)


async def _ask(
    store: GraphStore, reader: GraphReader, case: Case, said: dict[str, str], graph: bool
) -> tuple[State, list[ConflictFound]]:
    """Ask a case's question with what these kinds say; without the graph's own fact where it is no side."""
    heard: list[Event] = []

    async def hear(event: Event) -> None:
        heard.append(event)

    speakers: tuple[Source, ...] = tuple(
        Speaker(kind, text) for kind, text in said.items() if kind not in ("person", "graph")
    )
    kit = Kit(
        store if graph else Without(store, case.lost),  # type: ignore[arg-type]
        reader, Questions(), sources=Company(speakers), manner=Manner("bottom-up", frozenset({"factuality"})),
    )  # fmt: skip
    turns = (Turn(f"Remember that {said['person']}", intent="teach"),) if "person" in said else ()
    end = await run(kit, GRAPH, case.question, hear, turns=turns)
    return end, [each for each in heard if isinstance(each, ConflictFound)]


class Without:
    """A store without some edges: what it looks like to a question that they would answer."""

    def __init__(self, store: GraphStore, lost: tuple[Edge, ...]) -> None:
        self._store, self._lost = store, {each.triple for each in lost}

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def match(self, graph: str, query: Match, **more: object) -> object:
        """Return the rows that do not stand on what is lost."""
        rows = self._store.match(graph, query, **{**more, "evidence": True})  # type: ignore[arg-type]
        kept = tuple(each for each in rows.rows if not {edge.triple for edge in each.edges} & self._lost)
        return replace(rows, rows=kept)

    def edges(self, graph: str, triples: Sequence[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Return the edges that are not lost."""
        return self._store.edges(graph, [each for each in triples if each not in self._lost])

    def neighbourhood(self, graph: str, query: object, **more: object) -> object:
        """Return what lies around without what is lost."""
        found = self._store.neighbourhood(graph, query, **more)  # type: ignore[arg-type]
        return replace(found, edges=tuple(each for each in found.edges if each.triple not in self._lost))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how conflicts between sources are settled.")
    parser.add_argument("--pack", default="legal", help="the pack whose facts are taken")
    parser.add_argument("--most", type=int, default=100, help="how many conflicts")
    parser.add_argument("--each", action="store_true", help="print those that went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
