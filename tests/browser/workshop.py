"""Carl's private graph, in which one of everything has been done: whatever has a page of its own is there."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote
from uuid import UUID

from agents.changes import PutEdge, PutNode
from agents.model import Edge, Node
from tests.webapp.cards import NAME, remote_card

GRAPH = "workshop"
INVITATION, SHARED = "an-invitation-of-the-tests", "a-shared-talk-of-the-tests"
TALK = UUID("00000000-0000-4000-8000-000000000001")
CARD = quote(NAME)
LOAD, MEASURED, WORK, BOOK, TRAINED = 9001, 9002, 9003, 9004, 9005
SAW, HAMMER = Node("saw", "Tool", "Saw", ("Handsaw",), "It cuts."), Node("hammer", "Tool", "Hammer")
HEAVY = replace(HAMMER, description="It drives nails.")
BENCH = Node("bench", "Place", "Bench")
LIES = Edge("saw", "LIES_ON", "bench")
CUTTING = Node("cutting", "Tool", "Cutting tool")
SORTS = {"saw": "cutting", "chisel": "cutting", "plane": "cutting", "ripsaw": "saw", "tenon-saw": "saw"}


def furnish(store: Any, carl: Any) -> None:
    """Make the graph, and in it a talk, an invitation, a load, a measurement, a card, a commit and a proposal."""
    from webapp import engine
    from webapp.curate import commits, proposals
    from webapp.graphs.models import Graph, Membership

    store.create(GRAPH)
    store.load(GRAPH, [SAW, HAMMER, BENCH, LIES, CUTTING, *_sorts()])
    graph = Graph.objects.create(slug=GRAPH, title="The workshop")
    Membership.objects.create(user=carl, graph=graph, role=Membership.Role.MANAGER)
    moved = commits.drafted(graph, [PutNode(HEAVY), PutEdge(Edge("hammer", "LIES_ON", "bench"))])
    commits.commit(graph, moved, carl, reason="Tidied up")
    proposals.propose(graph, carl, [PutNode(Node("nail", "Thing", "Nail"))], words="Nail is a thing")
    remote_card(engine.shelf(), GRAPH)
    _rows(graph, carl)


def _sorts() -> Iterator[Node | Edge]:
    """Yield what lies below what."""
    yield from (Node(id, "Tool", id.capitalize().replace("-", " ")) for id in SORTS if id != "saw")
    yield from (Edge(sort, "KIND_OF", of) for sort, of in SORTS.items())


def _rows(graph: Any, carl: Any) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from webapp.cards.models import CardJob
    from webapp.chat.models import Conversation
    from webapp.curate.models import Job
    from webapp.documents.models import Document
    from webapp.graphs import members
    from webapp.graphs.models import Invitation, LoadJob
    from webapp.measure.models import Measurement

    ends = timezone.now() + timedelta(days=1)
    Invitation.objects.create(graph=graph, secret=members._digest(INVITATION), made_by=carl, ends_at=ends)
    LoadJob.objects.create(
        id=LOAD, graph=graph, uploaded_by=carl, file_name="tools.tsv", state="failed", error="Broken."
    )
    report = {"kind": "qa", "count": 1, "exact": 0.0, "f1": 0.0, "by_kind": {}}
    gold = {"gold": "{}", "total": 1, "done": 1, "report": report, "file_name": "gold.jsonl"}
    Measurement.objects.create(id=MEASURED, graph=graph, asked_by=carl, state="failed", error="Broken.", **gold)
    Job.objects.create(id=WORK, graph=graph, asked_by=carl, what="pairs", state="failed", error="Broken.")
    CardJob.objects.create(id=TRAINED, graph=graph, asked_by=carl, name="tools", state="failed", error="Broken.")
    book = {"title": "How to saw", "file_name": "saw.txt", "kind": "text", "added_by": carl}
    Document.objects.create(id=BOOK, graph=graph, state="failed", error="Broken.", **book)
    Conversation.objects.create(id=TALK, graph=graph, owner=carl, title="Where things lie", share=SHARED)
