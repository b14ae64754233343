"""Not in the graph: what was searched, and the nearest names; never an answer that is merely near."""

from agents.kit import Kit
from agents.language.phrasing import ABSENT, either, listing
from agents.model import Claim, Mention
from agents.reading.meaning import Both, Either, Result, Things
from agents.reading.reader import Reading
from agents.state import State

_NEAREST = 3
_OFFERED = 3
_UNREAD = "I searched its types, relations and properties, and found none that the question could be about"


def absent(state: State, kit: Kit, missing: tuple[str, ...] = ()) -> State:
    """Return the state with claims that say what is not in the graph; nothing else of it is an answer."""
    lacks = [*_unknown(state, kit), *_missing(state, missing)] or [_unrecorded(state)]
    claims = [*lacks, *_known(state), *did_you_mean(state, "Did you mean")]
    return state.with_(claims=tuple(claims), not_in_graph=True, answers=(), verdict=None)


def nothing_recorded(state: State, kit: Kit, words: str) -> State:
    """Return the state with claims that the graph knows the things but records nothing of the kind asked."""
    claim = Claim(f"{ABSENT}: I looked for {words}, and nothing is recorded.", kind="none")
    return state.with_(claims=(claim, *_known(state)), not_in_graph=True, answers=())


def offered(state: State) -> dict[int, Reading]:
    """Return, by number, the readings that are worth offering: each wording once, and none that asks nothing.

    What is not run leaves out the words of what is; a bare name, or one that is narrowed, is no question.
    """
    readings = state.readings.readings if state.readings else ()
    run = {each.lookup.words for each in state.findings} | {each.words for each in state.plan}
    found: dict[str, tuple[int, Reading]] = {}
    for number, each in enumerate(readings):
        if each.words not in run and not (each.form == "set" and _only_names(each.meaning)):
            found.setdefault(each.words, (number, each))
    return dict(found.values())


def _only_names(meaning: Result | None) -> bool:
    if isinstance(meaning, (Both, Either)):
        return any(_only_names(each) for each in meaning.parts)
    return isinstance(meaning, Things)


def did_you_mean(state: State, lead: str) -> tuple[Claim, ...]:
    """Return the readings that are not run as a question back; none of them is an answer."""
    words = [each.words for each in offered(state).values()]
    return (Claim(f"{lead}: {either(words[:_OFFERED])}?", kind="none"),) if words else ()


def _unknown(state: State, kit: Kit) -> list[Claim]:
    once = {each.text.lower(): each for each in state.unknown}.values()
    return [Claim(_nearest(state.graph, each, kit), kind="none") for each in once]


def _nearest(graph: str, mention: Mention, kit: Kit) -> str:
    near = kit.store.find(graph, mention.text, limit=_NEAREST)
    names = listing([f"{each.node.name} ({each.node.type})" if each.node.type else each.node.name for each in near])
    said = f"{ABSENT}: nothing is called '{mention.text}'."
    return f"{said} The nearest {'name is' if len(near) == 1 else 'names are'} {names}." if near else said


def _missing(state: State, missing: tuple[str, ...]) -> list[Claim]:
    unknown = [each.text.lower() for each in state.unknown]
    named = [each for each in missing if not each.startswith("a reading of")]
    other = [each for each in named if not any(text in each.lower() for text in unknown)]
    return [Claim(f"{ABSENT}: I searched for {listing(other)} and found none.", kind="none")] if other else []


def _unrecorded(state: State) -> Claim:
    """Say which words of the question speak of nothing that the graph records."""
    words = state.readings.lacking if state.readings else ()
    quoted = either([f"'{each}'" for each in words])
    said = f"I searched its types, relations and properties, and none records {quoted}" if words else _UNREAD
    return Claim(f"{ABSENT}: {said}.", kind="none")


def _known(state: State) -> list[Claim]:
    nodes = [each.node for each in state.linked if each.node]
    if not nodes:
        return []
    names = listing([f"{each.name} ({each.type})" if each.type else each.name for each in nodes])
    return [Claim(f"The graph does hold {names}.", nodes=tuple(each.id for each in nodes))]
