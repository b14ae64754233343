"""How a graph's sources did: how often each was asked, used and right, told by the runs' own events."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from webapp.chat.models import Feedback, Run, RunEvent
from webapp.graphs.models import Graph

LATEST = 2_000  # runs that are looked at
_TYPES = ("source.asked", "source.failed", "answer.done")


@dataclass
class Told:
    """A source in one run: whether the answer used it, and which thumb that got."""

    question: str
    used: bool = False
    failed: bool = False
    thumb: str = ""


@dataclass
class Line:
    """A source over all runs."""

    source: str
    runs: list[Told] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """How often it was asked."""
        return len(self.runs)

    @property
    def failed(self) -> int:
        """How often it failed."""
        return sum(each.failed for each in self.runs)

    @property
    def used(self) -> int:
        """How often a passage of it stands behind an answer."""
        return sum(each.used for each in self.runs)

    @property
    def right(self) -> int:
        """How many of these answers got a thumb up."""
        return sum(each.used and each.thumb == Feedback.Thumb.UP for each in self.runs)

    @property
    def wrong(self) -> int:
        """How many of these answers got a thumb down."""
        return sum(each.used and each.thumb == Feedback.Thumb.DOWN for each in self.runs)

    def to_json(self) -> dict[str, Any]:
        """Return the counts."""
        names = ("source", "asked", "failed", "used", "right", "wrong")
        return {name: getattr(self, name) for name in names}


def lines(graph: Graph) -> list[Line]:
    """Return a line for each source that a graph's latest runs asked, the one that was asked most first."""
    found: dict[str, Line] = {}
    for run, events in _runs(graph):
        for name, told in _sources(run, events).items():
            found.setdefault(name, Line(name)).runs.append(told)
    return sorted(found.values(), key=lambda each: (-each.asked, each.source))


def _runs(graph: Graph) -> Iterator[tuple[Run, list[RunEvent]]]:
    done = Run.objects.filter(conversation__graph=graph, state=Run.State.DONE, events__type__in=_TYPES[:2]).distinct()
    latest = list(done.select_related("feedback").order_by("-started_at")[:LATEST])
    events: dict[UUID, list[RunEvent]] = {each.pk: [] for each in latest}
    for event in RunEvent.objects.filter(run__in=events, type__in=_TYPES).order_by("seq"):
        events[event.run_id].append(event)
    yield from ((each, events[each.pk]) for each in latest)


def _sources(run: Run, events: list[RunEvent]) -> dict[str, Told]:
    """Return what each source was in a run."""
    feedback = getattr(run, "feedback", None)
    thumb = feedback.thumb if feedback else ""
    found: dict[str, Told] = {}
    passages: dict[str, str] = {}
    cited: set[str] = set()
    for event in events:
        said = event.payload
        if event.type == "answer.done":
            cited = {id for claim in said.get("claims", ()) for id in claim.get("passages", ())}
        else:
            told = found.setdefault(said["source"], Told(said.get("question") or run.question, thumb=thumb))
            told.failed |= event.type == "source.failed"
            passages |= {each["id"]: said["source"] for each in said.get("passages", ())}
    for id in cited & passages.keys():
        found[passages[id]].used = True
    return found
