"""An engine whose runs go by a script, and a store that holds next to nothing."""

import asyncio

from agents.declaration import Declaration
from agents.errors import UnknownGraph
from agents.events import AnswerDelta, AnswerDone, RunStarted, StepStarted
from agents.graphs.store import Health, Rows
from agents.model import Candidate, Edge, Node, NodeType, Schema, Subgraph

RHINE = Node("river:rhine", "River", "Rhine")
MAIN = Node("river:main", "River", "Main")
FLOWS = Edge("river:main", "FLOWS_INTO", "river:rhine")


class ScriptedPipeline:
    """Tells what was enqueued: events, a `gate` to wait at, an exception to raise. Remembers what it was asked."""

    def __init__(self):
        self.script = []
        self.asked = []

    def enqueue(self, *parts):
        self.script.extend(parts)

    def enqueue_answer(self, text="The Rhine.", answers=()):
        pieces = [AnswerDelta(piece) for piece in (text[:3], text[3:])]
        self.enqueue(StepStarted("understand"), *pieces, AnswerDone(text, answers=answers))

    async def run(self, kit, graph, question, emit, **options):
        self.asked.append({"graph": graph, "question": question, **options})
        await emit(RunStarted(question, graph))
        while self.script:
            part = self.script.pop(0)
            if isinstance(part, Exception):
                raise part
            await (part.wait() if isinstance(part, asyncio.Event) else emit(part))


class TinyStore:
    """Two rivers in every graph but those in `missing`."""

    def __init__(self):
        self.missing = set()
        self.created = []
        self.dropped = []
        self.well = True

    def health(self):
        return Health(self.well, "tiny")

    def fixed(self, graph):
        return ""

    def door(self, graph):
        return None

    def create(self, graph):
        self.created.append(graph)

    def drop(self, graph):
        self.dropped.append(graph)

    def declaration(self, graph):
        self._check(graph)
        return Declaration(examples=("Where does the Main end?",))

    def schema(self, graph):
        self._check(graph)
        return Schema(types=(NodeType("River", 2),), nodes=2, edges=1)

    def find(self, graph, text, types=(), limit=10):
        return (Candidate(RHINE, 1.0),) if text.lower() == "rhine" else ()

    def neighbourhood(self, graph, query, timeout=None):
        self._check(graph)
        return Subgraph((MAIN, RHINE), (FLOWS,)) if query.ids == ("river:rhine",) else Subgraph()

    def nodes(self, graph, ids):
        return tuple(each for each in (RHINE, MAIN) if each.id in set(ids))

    def edges(self, graph, triples):
        return tuple(FLOWS for triple in triples if triple == FLOWS.triple)

    def export(self, graph):
        return iter((MAIN, RHINE, FLOWS))

    def version(self, graph):
        return 1

    def degree(self, graph, ids):
        return {}

    def match(self, graph, query, limit=10_000, timeout=None, evidence=True):
        return Rows((), ())

    def paths(self, graph, query, timeout=None):
        return ()

    def history(self, graph, id):
        return ()

    def _check(self, graph):
        if graph in self.missing:
            raise UnknownGraph(graph)
