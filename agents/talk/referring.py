"""The door: a question in the light of the turns before it becomes a question that stands alone.

Read `agents.language.leads` and `agents.language.pointing` for what words say so, and beside this module for what
they come to. Where a text may mean several things, each is written out and the reader says which reads best.
"""

from collections.abc import Mapping
from dataclasses import replace

from agents.kit import Kit
from agents.language.leads import (
    Rest,
    asks_for_more,
    asks_why,
    correction,
    elliptic,
    fragment,
    is_whole,
    narrowing,
    only_how_many,
    unled,
    widening,
)
from agents.language.pointing import pointer
from agents.language.requests import questions
from agents.model import Candidate, Mention, Node
from agents.reading.link import chosen
from agents.state import State, Turn
from agents.talk.correcting import corrected
from agents.talk.further import on_from
from agents.talk.history import LATEST, History, Past
from agents.talk.narrowing import asked_of, narrowed, widened
from agents.talk.others import leaving_out, named_others, same_as, without_else
from agents.talk.pronouns import bound, counting, more
from agents.talk.proposals import Proposal, choose, joined, linked, proposal
from agents.talk.swapping import named_by, points_alone, swaps
from agents.talk.topics import on_a_topic, without_a_name

_ALONE = -1.5  # a name alone may ask about itself
_NARROWED = -0.6  # a phrase alone may narrow what was found
_ABOUT = -2.4  # "and X?" may ask what X is
_OF_IT = -0.2  # a noun alone is asked of what was spoken of
_SMALLTALK = 0.9  # surely a greeting or thanks; what follows up without naming anything is rarely so like one
_LEAST = -4.0  # a fragment that reads worse than this says nothing about what came before


def referred(state: State, kit: Kit) -> State:
    """Return the state with the text as a question of its own, and its mentions."""
    return _picked(_referred(state, kit), kit)


def _picked(state: State, kit: Kit) -> State:
    """Return the state with what a person picked for a name that an earlier question has brought in."""
    mine = {each.text.lower(): each for each in state.mentions if not each.is_group}
    wanted = {text: id for text, id in state.picks.items() if text in mine and _is_not(mine[text], id)}
    nodes = {each.id: each for each in kit.store.nodes(state.graph, wanted.values())} if wanted else {}
    found = {text: nodes[id] for text, id in wanted.items() if id in nodes}
    if not found:
        return state
    mentions = [
        replace(each, candidates=chosen(Candidate(found[each.text.lower()], 1.0), each.candidates))
        if each.text.lower() in found
        else each
        for each in state.mentions
    ]
    return state.with_(mentions=tuple(mentions), readings=None)


def _is_not(mention: Mention, id: str) -> bool:
    return mention.node is None or mention.node.id != id


def _referred(state: State, kit: Kit) -> State:
    plain = state.with_(mentions=kit.reader.link(state.graph, state.text, state.picks))
    if announced := on_a_topic(plain, kit):
        return announced
    if not state.turns:
        return plain
    history = _history(state, kit)
    if asks_why(state.text):
        return _why(state, history)
    if only_how_many(state.text):
        return counting(plain, history, kit) or plain
    if asks_for_more(state.text):
        return more(plain, history, kit) or plain
    if found := correction(state.text):
        if mended := choose(corrected(plain, found, history, kit), kit):
            return mended
        plain = proposal(plain, linked(plain, found.text, kit)).state
    if _says_nothing(plain, kit):
        return _asked_after_all(plain, history, kit) or plain
    return _changed(plain, history, kit) or _pointing(plain, history, kit)


def _says_nothing(plain: State, kit: Kit) -> bool:
    """Tell whether a text is surely smalltalk: it names nothing, and "thanks, that is great" points back at nothing."""
    if plain.firm:
        return False  # before its words are weighed, which takes longer than all else here
    best = kit.intents.classify(plain.text)[0]
    return best.name == "smalltalk" and best.confidence >= _SMALLTALK


def _asked_after_all(plain: State, history: History, kit: Kit) -> State | None:
    """Return what sounds like small talk as the question that the graph answers: "how much does she earn"."""
    back = pointer(plain.text)
    found = bound(plain, history, kit) if back and questions(plain.text) else None
    if back is None or found is None or found.readings is None:
        return None
    enough = ("clear", "unsure") if back.person else ("clear",)  # hardly anybody speaks of "her" to be friendly
    return found if found.readings.status in enough else None


def _history(state: State, kit: Kit) -> History:
    turns = state.turns[-LATEST:]
    found = [_past(state, number, age, kit) for age, number in enumerate(reversed(range(len(turns))))]
    return tuple(found)


def _past(state: State, number: int, age: int, kit: Kit) -> Past:
    """Return an earlier turn as it was understood then; one that does not say how is understood anew."""
    turns = state.turns[-LATEST:]
    turn = turns[number]
    then = State(state.graph, turn.question, " ".join(turn.question.split()), turns=turns[:number], picks=turn.picks)
    then = then.with_(text=turn.text, mentions=_whole(turn, state, kit)) if turn.text else referred(then, kit)
    return Past(then.with_(reading=turn.reading, forced=turn.intent), age, kit, turn.nodes, turn.total)


def _whole(turn: Turn, state: State, kit: Kit) -> tuple[Mention, ...]:
    """Return a turn's mentions; of several things together it keeps the ids alone."""
    ids = [each.node.id for mention in turn.mentions for each in mention.candidates if not each.node.name]
    nodes = {each.id: each for each in kit.store.nodes(state.graph, ids)} if ids else {}
    return tuple(replace(each, candidates=_named(each.candidates, nodes)) for each in turn.mentions)


def _named(candidates: tuple[Candidate, ...], nodes: Mapping[str, Node]) -> tuple[Candidate, ...]:
    found = [replace(each, node=nodes.get(each.node.id, each.node)) for each in candidates]
    return tuple(each for each in found if each.node.name)


def _why(state: State, history: History) -> State:
    """Return the last question once more, to be answered with all that its answer stands on."""
    last = history[0].state
    return state.with_(
        text=last.text,
        mentions=last.mentions,
        picks={**last.picks, **state.picks},
        reading=last.reading if state.reading is None else state.reading,
        forced=state.forced or last.forced,
        why=True,
    )


def _changed(plain: State, history: History, kit: Kit) -> State | None:
    """Return a text that is no question as what it changes of an earlier one; None where it changes nothing."""
    if again := on_from(plain, history, kit):
        return again
    if found := narrowing(plain.text):
        return choose(narrowed(plain, found, history, kit), kit)
    if found := widening(plain.text):
        return choose(widened(plain, found, history, kit), kit, _LEAST)
    if (led := elliptic(plain.text)) and not _points_within(led):
        return choose(_in_place(plain, led, history, kit), kit)
    alone = fragment(plain.text)
    if led or not alone or _points_within(alone):
        return None
    itself = [Proposal(plain, _ALONE)]
    return choose([*_in_place(plain, alone, history, kit), *itself], kit, _LEAST)


def _points_within(rest: str) -> bool:
    """Tell whether a text points back and says more than that: "their children"."""
    return pointer(rest) is not None and not points_alone(rest)


def _in_place(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return what a name, a noun or a phrase alone may ask, given what was asked before."""
    found = [*swaps(plain, rest, history, kit), *_itself(plain, rest, history, kit)]
    asked = [] if found else asked_of(plain, rest, history, kit)
    phrases = [] if points_alone(rest) else narrowed(plain, Rest(rest), history, kit)
    return [
        *found,
        *(Proposal(each.state, each.prior + _OF_IT) for each in asked),
        *(Proposal(each.state, each.prior + _NARROWED) for each in phrases),
    ]


def _itself(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return what a text names, asked about as such."""
    named = named_by(plain, rest, history, kit)
    return [proposal(plain, joined("Tell me about ", named), _ABOUT)] if named else []


def _pointing(plain: State, history: History, kit: Kit) -> State:
    texts = named_others(plain.text, history) or [without_else(plain.text)]
    if texts == [plain.text]:
        return _asked(plain, history, kit)
    done = [_asked(proposal(plain, linked(plain, each, kit)).state, history, kit) for each in texts]
    best = choose([Proposal(each) for each in done], kit) or done[0]
    return leaving_out(best, history, kit)


def _asked(plain: State, history: History, kit: Kit) -> State:
    found = bound(plain, history, kit) or same_as(plain, history, kit)
    return found or without_a_name(plain, history, kit) or _unled(plain, kit)


def _unled(plain: State, kit: Kit) -> State:
    """Return a whole question without the "and" before it."""
    rest = unled(plain.text)
    return proposal(plain, linked(plain, rest, kit)).state if rest != plain.text and is_whole(rest) else plain
