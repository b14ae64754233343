"""Top-down: the language model is asked whether it needs more, and of what, a few rounds long (arXiv 2305.09955).

Each round it sees what was kept so far. It can only pick among the sources that cover the question.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter

from agents.counsel.asking import Errand, ask, asked
from agents.events import Emit, SourceFailed
from agents.kit import Kit
from agents.language.phrasing import sentence
from agents.model import Passage
from agents.prompts.prompt import numbered, prompt, quoted
from agents.sources import gate
from agents.sources.asking import Asked
from agents.sources.asking import ask as ask_source
from agents.sources.selectors import Selected, select
from agents.sources.source import Source
from agents.state import State
from agents.threads import aside

PURPOSE = "more"
_WRITTEN = 40  # tokens of a reply
_FACTS = 12  # of the graph that are shown to it


@dataclass(frozen=True)
class Rounds:
    """What the rounds brought: who was asked, what is kept and disputed; `advised`: the model said what it wants."""

    state: State
    asked: tuple[Asked, ...] = ()
    selected: Selected = field(default_factory=Selected)
    advised: bool = False


async def rounds(state: State, kit: Kit, emit: Emit, sources: Sequence[Source]) -> Rounds:
    """Ask the model for what it lacks until it has enough; `advised` is false where its first word was none."""
    done = Rounds(state)
    for _ in range(kit.manner.rounds):
        before, started = done.state, perf_counter()
        after, reply = await _word(done, kit, emit, sources)
        done = replace(done, state=after)
        if reply is None:
            break
        wants, source = await aside(_picked, reply, kit, sources, done)
        await emit(asked(before, after, kit, PURPOSE, _outcome(wants, source), started))
        done = replace(done, advised=done.advised or wants is not None)
        if not wants:
            break
        if source is None:
            await emit(SourceFailed(quoted(reply, 60), "No source that covers this question is called so."))
            continue
        done = await _more(done, kit, source, reply)
    return done


async def _word(done: Rounds, kit: Kit, emit: Emit, sources: Sequence[Source]) -> tuple[State, str | None]:
    """Return what the model says it needs, or None where it says nothing."""
    known = numbered(_known(done, kit)) or "nothing"
    parts = {"known": known, "question": quoted(done.state.text)}
    if kit.manner.mode == "explicit":
        told = prompt("source", sources=numbered(_told(each) for each in sources), **parts)
    else:
        told = prompt("need", **parts)
    state, replies = await ask(done.state, kit, emit, Errand(PURPOSE, _WRITTEN), told)
    return state, replies[0].text if replies else None


def _picked(reply: str, kit: Kit, sources: Sequence[Source], done: Rounds) -> tuple[bool | None, Source | None]:
    """Return whether more is wanted (None: neither yes nor no was said), and of which source."""
    if kit.manner.mode == "explicit":
        source = gate.named(reply, sources)
        return (True, source) if source or gate.needs_more(reply) is not False else (False, None)
    wants = gate.needs_more(reply)
    if not wants:
        return wants, None
    kind = gate.needed(reply) or done.state.text
    heard = {each.source.name for each in done.asked}
    fresh = [each for each in sources if each.name not in heard]
    return True, gate.nearest(kit.embed, kind, fresh or sources)


async def _more(done: Rounds, kit: Kit, source: Source, reply: str) -> Rounds:
    """Return the rounds with what one more source gave; one that was asked before is asked in the model's words."""
    manner, heard = kit.manner, {each.source.name for each in done.asked}
    question = gate.needed(reply) if source.name in heard and kit.manner.mode == "auto" else done.state.text
    given = await ask_source(source, question or done.state.text, manner.each, manner.seconds, manner.seed)
    all_asked = (*done.asked, given)
    passages = [passage for each in all_asked for passage in each.passages]
    selected = await select(done.state.graph, done.state.text, passages, kit, manner, _documents(kit, done.state))
    return replace(done, asked=all_asked, selected=selected)


def _documents(kit: Kit, state: State) -> list[Source]:
    return [each for each in (kit.sources.of(state.graph) if kit.sources else ()) if each.kind == "document"]


def _known(done: Rounds, kit: Kit) -> list[str]:
    """Return what is known: facts that the graph's look-ups found, and the passages kept so far."""
    state = done.state
    names = {each.id: each.name for each in state.evidence.nodes}
    schema = kit.store.schema(state.graph)
    facts = [sentence(each, names, schema.relation(each.relation)) for each in state.evidence.edges[:_FACTS]]
    return [*facts, *(_said(each) for each in done.selected.kept)]


def _said(passage: Passage) -> str:
    return f"{passage.source}: {passage.text}"


def _told(source: Source) -> str:
    return f"{source.name}: {source.scope.description}" if source.scope.description else source.name


def _outcome(wants: bool | None, source: Source | None) -> str:
    if wants is None:
        return "said neither yes nor no"
    if not wants:
        return "needs nothing more"
    return f"wants {source.name}" if source else "named a source that there is not"
