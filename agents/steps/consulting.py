"""Consulting: ask the sources beside the graph, where the request is one that they can help with.

A part of gather. The router says which sources cover the question; the manner, which of these are asked; the
selectors, what of it is kept. That is evidence of its own kind (`Evidence.passages`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agents.counsel.more import rounds
from agents.errors import EngineError, QueryError, did_you_mean
from agents.events import Emit, SourceAsked, SourceFailed
from agents.kit import Kit
from agents.model import Passage
from agents.sources.asking import Asked, ask_all
from agents.sources.manner import MODES
from agents.sources.named import taught
from agents.sources.router import SELF_GATED, Routed
from agents.sources.selectors import Selected, select
from agents.sources.source import Source
from agents.state import Finding, State
from agents.threads import aside

_CONSULTED = ("question", "relation", "path", "prerequisite")
_ALL = "The sources"


@dataclass(frozen=True)
class _Heard:
    """What came of asking: who was asked, and what of it is kept."""

    state: State
    asked: tuple[Asked, ...]
    selected: Selected


async def consult(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the passages that are kept; as it is where there is nobody to ask or nothing to."""
    kit = _as_wanted(state, kit)
    sources = await _sources(state, kit, emit) if _to_be_asked(state, kit) else ()
    if not sources:
        return state
    routed = await aside(_routed, state, kit, sources)
    heard = await _heard(state, kit, emit, routed, [each for each in sources if each.kind == SELF_GATED])
    selected = heard.selected
    shown = (*selected.kept, *selected.disputed, *selected.witnesses)
    for each in heard.asked:
        await emit(_told(each, shown))
    evidence = replace(heard.state.evidence, passages=shown)
    return heard.state.with_(evidence=evidence, verdicts=selected.verdicts, disputes=selected.conflicts)


async def _heard(state: State, kit: Kit, emit: Emit, routed: Sequence[Routed], documents: list[Source]) -> _Heard:
    """Ask all that cover it; top-down, whom the model wants, else those that the graph's answer leaves to be asked."""
    if kit.manner.mode != "bottom-up" and kit.chat is not None and routed and lacking(state):
        done = await rounds(state, kit, emit, [each.source for each in routed])
        if done.advised:
            return _Heard(done.state, done.asked, done.selected)
        state = done.state
    asked = [each for each in routed if _wanted(each.source, state, kit)]
    given = await ask_all(
        [each.source for each in asked], state.text, kit.manner.each, kit.manner.seconds, kit.manner.seed
    )
    weights = {each.source.name: each.weight for each in asked}
    passages = [_weighed(passage, weights[each.source.name]) for each in given for passage in each.passages]
    return _Heard(state, given, await select(state.graph, state.text, passages, kit, kit.manner, documents))


def _wanted(source: Source, state: State, kit: Kit) -> bool:
    """Tell whether a source is asked: documents always, for a search costs little and may contradict the graph."""
    return kit.manner.mode == "bottom-up" or source.kind == SELF_GATED or lacking(state)


def lacking(state: State) -> bool:
    """Tell whether the graph's look-ups leave the question open: nothing was run, or a look-up found nothing."""
    sure = state.readings is None or state.readings.status == "clear" or state.reading is not None
    return not sure or not state.findings or any(_empty(each) for each in state.findings)


def _empty(finding: Finding) -> bool:
    cells = [cell for row in (finding.rows.rows if finding.rows else ()) for cell in row.cells]
    return finding.size == 0 or (bool(cells) and all(each in (0, False, None) for each in cells))


def _weighed(passage: Passage, weight: float) -> Passage:
    return passage if weight == 1.0 else replace(passage, scores={**passage.scores, "router": weight})


def _routed(state: State, kit: Kit, sources: Sequence[Source]) -> tuple[Routed, ...]:
    covering = [each for each in sources if taught(each.scope, (*state.firm, *state.unknown))]
    if kit.router is None:
        return tuple(Routed(each, 1.0, 1.0) for each in covering)
    return kit.router.route(state.graph, state.text, covering)


def _as_wanted(state: State, kit: Kit) -> Kit:
    """Return the kit with the manner that the person chose for this question; raise QueryError for none such."""
    if not state.sources:
        return kit
    if state.sources not in MODES:
        raise QueryError(f"There is no way '{state.sources}' to ask sources{did_you_mean(state.sources, MODES)}.")
    return replace(kit, manner=replace(kit.manner, mode=state.sources))  # type: ignore[arg-type]


def _to_be_asked(state: State, kit: Kit) -> bool:
    """Tell whether the request is a question: one that no name of the graph is in was taken for small talk."""
    asks = state.intent in _CONSULTED or (state.intent == "smalltalk" and state.not_in_graph)
    return kit.sources is not None and kit.manner.mode != "off" and asks


async def _sources(state: State, kit: Kit, emit: Emit) -> tuple[Source, ...]:
    try:
        return await aside(kit.sources.of, state.graph) if kit.sources else ()
    except EngineError as error:
        await emit(SourceFailed(_ALL, str(error)))
        return ()


def _told(asked: Asked, kept: Sequence[Passage]) -> SourceAsked | SourceFailed:
    if asked.failure:
        return SourceFailed(asked.source.name, asked.failure)
    own = tuple(each for each in kept if each.source == asked.source.name)
    return SourceAsked(asked.source.name, asked.question, len(asked.passages), own, asked.milliseconds)
