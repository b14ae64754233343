"""Consulting: ask the sources beside the graph, where the request is one that they can help with.

A part of gather. What is kept of what they give is evidence of its own kind (`Evidence.passages`).
"""

from dataclasses import replace

from agents.errors import EngineError
from agents.events import Emit, SourceAsked, SourceFailed
from agents.kit import Kit
from agents.model import Passage
from agents.sources.asking import Asked, ask_all, each_once
from agents.sources.source import Source
from agents.state import State
from agents.threads import aside

_CONSULTED = ("question", "relation", "path", "prerequisite")
_ALL = "The sources"


async def consult(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the passages that are kept; as it is where there is nobody to ask or nothing to."""
    sources = await _sources(state, kit, emit) if _to_be_asked(state, kit) else ()
    if not sources:
        return state
    manner = kit.manner
    asked = await ask_all(sources, state.text, manner.each, manner.seconds, manner.seed)
    kept = each_once([passage for each in asked for passage in each.passages])[: manner.kept]
    for each in asked:
        await emit(_told(each, kept))
    return state.with_(evidence=replace(state.evidence, passages=kept))


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


def _told(asked: Asked, kept: tuple[Passage, ...]) -> SourceAsked | SourceFailed:
    if asked.failure:
        return SourceFailed(asked.source.name, asked.failure)
    own = tuple(each for each in kept if each.source == asked.source.name)
    return SourceAsked(asked.source.name, asked.question, len(asked.passages), own, asked.milliseconds)
