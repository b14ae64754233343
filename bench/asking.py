"""What asking costs: the pipeline's time for a question, and the store's alone for the query it ran."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from agents.events import Event
from agents.graphs.store import GraphStore
from agents.kit import Kit
from agents.pipeline import run
from agents.query import Match, Paths
from agents.state import State
from bench.figures import Figure, median_ms


@dataclass(frozen=True)
class Asked:
    """A question of a kind, and where a run of it ended."""

    kind: str
    question: str
    state: State

    @property
    def query(self) -> Match | Paths | None:
        """The first query that ran, where it is one that the store answers by itself."""
        queries = (each.query for each in self.state.plan)
        return next((each for each in queries if isinstance(each, Match | Paths)), None)


def ask(kit: Kit, graph: str, question: str) -> State:
    """Run the pipeline for a question, without the web."""
    states: list[State] = []

    async def keep() -> (
        None
    ):  # returns nothing: `asyncio.run` writes what it is given, thousands of edges, into a string
        states.append(await run(kit, graph, question, _hear))

    asyncio.run(keep())
    return states[0]


def asked(kit: Kit, graph: str, questions: Iterable[tuple[str, str]]) -> list[Asked]:
    """Ask each (kind, question) once."""
    return [Asked(kind, question, ask(kit, graph, question)) for kind, question in questions]


def first_times(questions: list[Asked]) -> list[Figure]:
    """Return how long the very first question took, which reads the graph's words, and the others at their first."""
    first, *others = (each.state.timings["total"] for each in questions)
    return [
        Figure("ask, the first of a process", first, "ms", questions[0].question),
        Figure("ask, a question's first time", median(others), "ms", f"{len(others)} questions"),
    ]


def asking(kit: Kit, graph: str, questions: list[Asked], repeat: int) -> list[Figure]:
    """Return, for each question, the times of its query alone and of the answer (asked before), and their ratio."""
    figures, ratios = [], []
    for each in questions:
        if each.query is None:
            continue
        query, whole = _pair(kit, graph, each, repeat)
        ratios.append(whole / query)
        figures += [
            Figure(f"{each.query.kind}: {each.kind}", query, "ms", each.question),
            Figure(f"ask: {each.kind}", whole, "ms", f"{whole / query:,.1f} times its query"),
        ]
    return [*figures, Figure("ask over query, median", median(ratios), "times", f"{len(ratios)} questions")]


def _pair(kit: Kit, graph: str, each: Asked, repeat: int) -> tuple[float, float]:
    query = median_ms(lambda: answer(kit.store, graph, each.query), repeat)
    return query, median_ms(lambda: ask(kit, graph, each.question), repeat)


def answer(store: GraphStore, graph: str, query: Match | Paths | None) -> object:
    """Let the store alone answer a query."""
    if isinstance(query, Paths):
        return store.paths(graph, query)
    return store.match(graph, query) if query else None


async def _hear(_: Event) -> None:
    """Take an event, as a page would, and do nothing with it."""
