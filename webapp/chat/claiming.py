"""Claims of sources beside the graph, handed to its curators from the answer that quotes them.

What is proposed is read from the passage that the run kept, never from what a browser sends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from webapp import engine
from webapp.chat.models import Run, RunEvent
from webapp.curate import proposals
from webapp.curate.models import Proposal
from webapp.documents import shown
from webapp.graphs.access import Person

if TYPE_CHECKING:
    from agents.extraction.lacking import Lacking

MOST = 3  # facts of one claim
OTHERS = ("document", "card", "model")  # kinds of sources beside the graph


@dataclass(frozen=True)
class Quoted:
    """A passage as a run kept it. `sure`: how sure a model was of its words; 1 for what is written somewhere."""

    text: str
    name: str
    kind: str
    sure: float = 1.0
    place: dict[str, Any] | None = None

    def address(self, slug: str, start: int, end: int) -> str:
        """Return where its document shows these characters of it marked, "" where it is in none."""
        if self.place is None:
            return ""
        first, last = int(self.place["start"]), int(self.place["end"])
        span = (first + start, first + end) if last - first == len(self.text) else (first, last)
        return shown.address(slug, self.place["document"], *span)


def propose(run: Run, number: int, person: Person) -> list[Proposal]:
    """Propose what a claim of a run's answer says and the graph lacks, the surest first; the same of one run once."""
    found = [(each, fact) for each in _quoted(run, number) for fact in _lacking(run, each)]
    return [_kept(run, person, quoted, fact) for quoted, fact in found[:MOST]]


def _quoted(run: Run, number: int) -> Iterator[Quoted]:
    """Yield the passages that a claim stands on; none where it is the graph's own, or no claim at all."""
    done = run.events.filter(type="answer.done").first()
    claims = done.payload.get("claims", []) if done else []
    claim = claims[number] if number < len(claims) else {}
    wanted = set(claim.get("passages", ())) if claim.get("kind") in OTHERS else set()
    given = {each["id"]: each for event in _asked(run) for each in event.payload.get("passages", ())}
    yield from (_read(each) for id, each in given.items() if id in wanted)


def _asked(run: Run) -> Iterator[RunEvent]:
    return run.events.filter(type="source.asked").iterator()


def _read(passage: dict[str, Any]) -> Quoted:
    place = passage.get("place")
    if passage["kind"] == "document" and place:
        return Quoted(passage["text"], place["title"], "document", place=place)
    score = float(passage.get("score") or 1.0)
    return Quoted(passage["text"], passage["source"], passage["kind"], min(max(score, 0.05), 1.0))


def _lacking(run: Run, quoted: Quoted) -> "tuple[Lacking, ...]":
    from agents.documents.splitting import sentences
    from agents.extraction.extract import Extraction
    from agents.extraction.lacking import lacking

    tools, graph = engine.kit(), run.conversation.graph.slug
    reading = Extraction(tools.store, tools.reader, graph)
    source = ("document" if quoted.kind == "document" else "model", quoted.name)
    return lacking(reading, tools.store, graph, quoted.text, list(sentences(quoted.text)), source, sure=quoted.sure)


def _kept(run: Run, person: Person, quoted: Quoted, fact: "Lacking") -> Proposal:
    graph = run.conversation.graph
    alike = graph.proposals.filter(run=run.pk, fingerprint=proposals.fingerprint(fact.changes))
    if earlier := alike.order_by("id").first():
        return earlier
    told: dict[str, Any] = {"words": fact.words, "sentence": fact.sentence[:4000], "confidence": fact.confidence}
    told["why"] = " ".join(filter(None, (fact.why, _warning(quoted))))
    told["place"] = quoted.address(graph.slug, fact.start, fact.end)
    return proposals.propose(graph, person, fact.changes, run=run.pk, source=_name(quoted), **told)


def _name(quoted: Quoted) -> str:
    if quoted.kind == "document":
        return quoted.name
    words = _("the card %(name)s") if quoted.kind == "card" else _("the model %(name)s")
    return words % {"name": quoted.name}


def _warning(quoted: Quoted) -> str:
    if quoted.kind == "document":
        return ""
    return _("A language model said so from what it was trained on; it may have made it up.")
