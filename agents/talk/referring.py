"""The door: a question in the light of the turns before it becomes a question that stands alone.

Read `agents.language.leads` and `agents.language.pointing` for what words say so, and beside this module for what
they come to. Where a text may mean several things, each is written out and the reader says which reads best.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate

from agents.kit import Kit
from agents.language.degrees import alone
from agents.language.leads import (
    Rest,
    asks_for_more,
    asks_why,
    bare,
    correction,
    elliptic,
    fragment,
    is_whole,
    narrowing,
    only_asked,
    only_how_many,
    participial,
    trimmed,
    unled,
    widening,
)
from agents.language.phrasing import plural
from agents.language.pointing import pointer
from agents.language.requests import asks, questions, sentences
from agents.language.tidying import opened, restarted, tidied, untagged
from agents.model import Candidate, Mention, Node
from agents.reading.link import chosen
from agents.state import BETWEEN, State, Turn
from agents.talk.correcting import corrected
from agents.talk.degrees import of_degree
from agents.talk.further import on_from
from agents.talk.gaps import asked_again, filled
from agents.talk.history import LATEST, History, Past, found_by
from agents.talk.narrowing import asked_of, narrowed, noun_of, widened
from agents.talk.others import leaving_out, named_others, same_as, without_else
from agents.talk.pronouns import bound, counting, more
from agents.talk.proposals import Proposal, Words, choose, joined, linked, meaning, part_of, proposal, put, said
from agents.talk.remaining import remaining
from agents.talk.swapping import named_by, points_alone, swaps, worded
from agents.talk.topics import on_a_topic, the_thing, without_a_name
from agents.tasks.facts import label
from agents.tasks.viewing import action

_ALONE = -1.5  # a name alone may ask about itself
_NARROWED = -0.6  # a phrase alone may narrow what was found
_ABOUT = -2.4  # "and X?" may ask what X is
_OF_IT = -0.2  # a noun alone is asked of what was spoken of
_LIKE = 0.3  # the last question rather than the one before it
_SMALLTALK = 0.9  # surely a greeting or thanks; what follows up without naming anything is rarely so like one
_PICKED = re.compile(r"\bthe (?!one\b)[\w-]+(?: [\w-]+)? one\b", re.I)
_SHOW = re.compile(r"\W*(please\s+|can you\s+)?(show|draw|display|open|explore)\b", re.I)
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
    plain = _shortened(state.with_(mentions=kit.reader.link(state.graph, state.text, state.picks)), kit)
    if announced := on_a_topic(plain, kit):
        return announced
    if not state.turns:
        return plain
    history = _history(state, kit)
    plain, history = _after_a_word(plain, history, kit)
    if asks_why(plain.text):
        return _why(state, history)
    if only_how_many(plain.text):
        return counting(plain, history, kit) or plain
    if asks_for_more(plain.text):
        return more(plain, history, kit) or plain
    if found := correction(plain.text):
        if (found.word or not is_whole(found.text)) and (mended := choose(corrected(plain, found, history, kit), kit)):
            return mended
        plain = proposal(plain, linked(plain, found.text, kit)).state
    if _says_nothing(plain, kit):
        return _asked_after_all(plain, history, kit) or plain
    return _changed(plain, history, kit) or _pointing(plain, history, kit)


def _shortened(plain: State, kit: Kit) -> State:
    """Return a text without what only goes with it: a preamble, thanks, and in a talk also what greets or praises."""
    shorter = tidied(plain.text)
    shorter = untagged(restarted(opened(shorter))) if plain.turns else shorter
    if shorter == plain.text or _is_named(plain, len(plain.text) - len(shorter)):
        return plain
    if _says_nothing(plain, kit) and not (questions(shorter) or elliptic(shorter) or alone(shorter)):
        return plain
    return proposal(plain, linked(plain, shorter, kit)).state


def _after_a_word(plain: State, history: History, kit: Kit) -> tuple[State, History]:
    """Return the question behind a sentence that asks nothing ("not a lot! where is it?"), and the talk before it.

    What is picked by such a sentence ("I'll take the cheaper one.") was spoken of last.
    """
    spans = sentences(plain.text)
    start = spans[-1][0] if spans else 0
    before, asked = plain.text[:start].strip(), plain.text[start:]
    if not before or not asks(asked) or asks(before) or any(each.start < start for each in plain.firm):
        return plain, history
    picked = _PICKED.search(before)
    if not picked and kit.intents.classify(before)[0].name == "teach":
        return plain, history
    rest = proposal(plain, linked(plain, asked, kit)).state
    taken = _referred_to(plain, picked[0], history, kit) if picked else None
    if taken is None:
        return rest, history
    return rest, (Past(taken, 0, kit), *(replace(each, age=each.age + 1) for each in history))


def _referred_to(plain: State, words: str, history: History, kit: Kit) -> State | None:
    """Return the question for what a few words point to, where that is one thing: "the cheaper one"."""
    this = proposal(plain, linked(plain, words, kit)).state
    found = of_degree(this, history, kit)
    return found if found and len(found_by(found, kit)) == 1 else None


def _is_named(plain: State, length: int) -> bool:
    """Tell whether something is named in the first so many characters."""
    return any(each.start < length and each.end <= length for each in plain.firm)


def _says_nothing(plain: State, kit: Kit) -> bool:
    """Tell whether a text is surely smalltalk: it names nothing, and "thanks, that is great" points back at nothing."""
    if plain.firm:
        return False  # before its words are weighed, which takes longer than all else here
    best = kit.intents.classify(plain.text)[0]
    return best.name == "smalltalk" and best.confidence >= _SMALLTALK


def _asked_after_all(plain: State, history: History, kit: Kit) -> State | None:
    """Return what sounds like small talk as the question that the graph answers: "how much does she earn"."""
    back = pointer(plain.text)
    led = elliptic(plain.text) or participial(plain.text)
    follows = questions(plain.text) or led or (back and not back.there and fragment(plain.text))
    found = (_changed(plain, history, kit) or bound(plain, history, kit)) if follows else None
    if found is None or found.readings is None:
        return found if found and found.text != plain.text and any(each.is_group for each in found.mentions) else None
    enough = ("clear", "unsure") if back and back.person else ("clear",)  # nobody speaks of "her" to be friendly
    return found if found.readings.status in enough else None


def _history(state: State, kit: Kit) -> History:
    turns = state.turns[-LATEST:]
    found = [each for number in reversed(range(len(turns))) for each in _pasts(state, number, kit)]
    return tuple(replace(each, age=age) for age, each in enumerate(found))


def _pasts(state: State, number: int, kit: Kit) -> list[Past]:
    """Return an earlier turn as it was understood then, latest first: one for each request that its message held.

    A turn that does not say how it was understood is understood anew.
    """
    turns = state.turns[-LATEST:]
    turn = turns[number]
    then = State(state.graph, turn.question, " ".join(turn.question.split()), turns=turns[:number], picks=turn.picks)
    if not turn.text:
        return [_past(referred(then, kit), turn, kit)]
    whole = replace(turn, mentions=_whole(turn, state, kit))
    parts = parts_of(whole)
    if len(parts) == 1:
        return [_past(then.with_(text=whole.text, mentions=whole.mentions), turn, kit)]
    return [Past(then.with_(text=each.text, mentions=each.mentions), 0, kit) for each in reversed(parts)]


def parts_of(turn: Turn) -> list[Words]:
    """Return the requests of an earlier message as they were understood, each with what it mentions."""
    texts = turn.text.split(BETWEEN)
    starts = accumulate((len(each) + len(BETWEEN) for each in texts), initial=0)
    return [
        part_of(turn.text, turn.mentions, start, start + len(each)) for start, each in zip(starts, texts, strict=False)
    ]


def _past(then: State, turn: Turn, kit: Kit) -> Past:
    then = then.with_(reading=turn.reading, forced=turn.intent)
    return Past(then, 0, kit, turn.nodes, turn.total, _shown(then, kit))


def _shown(then: State, kit: Kit) -> str:
    """Return what an earlier turn asked the drawing to do; "" where it asked something of the graph."""
    if (
        not then.linked
        or questions(then.text)
        or not (asked := action(then.text) or ("show" if _SHOW.match(then.text) else ""))
    ):
        return ""
    return asked if (then.forced or kit.intents.classify(then.text)[0].name) == "explore" else ""


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
    if again := on_from(plain, history, kit) or asked_again(plain, history, kit):
        return again
    if bare_of_all := of_degree(plain, history, kit) or remaining(plain, history, kit):
        return bare_of_all
    if (asked := only_asked(plain.text)) and not plain.firm:
        return choose([*noun_of(plain, asked, history, kit), Proposal(plain, _ALONE)], kit)
    if found := narrowing(plain.text):
        others = _instead(plain, bare(found.text), history, kit) if found.ones else []
        return choose([*narrowed(plain, found, history, kit), *others], kit)
    if found := widening(plain.text):
        return choose(widened(plain, found, history, kit), kit, _LEAST)
    if (led := elliptic(plain.text)) and not _points_within(led):
        return choose(_in_place(plain, led, history, kit), kit)
    part = fragment(plain.text) or _only_name(plain)
    if led or not part or _points_within(part):
        return None
    itself = [Proposal(plain, _ALONE)]
    return choose([*_in_place(plain, part, history, kit), *itself], kit, _LEAST)


def _instead(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return "those from Ohio" as earlier questions asked of Ohio, which need not be a thing of the graph."""
    found = swaps(plain, rest, history, kit) or list(worded(plain, rest, history))
    return [*_of_the_like(plain, rest, history, kit), *found]


def _of_the_like(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return the last question, where it was asked of several things, as asked of those that another question finds."""
    last = history[0].state if history else plain
    group = next((each for each in last.mentions if each.is_group), None)
    if group is None:
        return []
    origin = {each.node.id for each in group.candidates}
    before = tuple(past for past in history[1:] if {node.id for node in past.answered} == origin)
    for each in swaps(plain, rest, before, kit) or worded(plain, rest, before):
        if nodes := found_by(each.state, kit):
            words = meaning(nodes[0].name if len(nodes) == 1 else f"those {len(nodes)} {plural(label(nodes))}", nodes)
            return [proposal(plain, put(said(last), group.start, group.end, words), _LIKE)]
    return []


def _only_name(plain: State) -> str:
    """Return a text that is a name and nothing else, whatever words it is made of."""
    rest = bare(trimmed(plain.text))
    return rest if any(each.text.lower() == rest.lower() for each in plain.firm) else ""


def _points_within(rest: str) -> bool:
    """Tell whether a text points back and says more than that: "their children"."""
    return pointer(rest) is not None and not points_alone(rest)


def _in_place(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return what a name, a noun or a phrase alone may ask, given what was asked before."""
    history = _without_a_count(history)
    found = [*swaps(plain, rest, history, kit), *_itself(plain, rest, history, kit)]
    asked = [] if found or participial(rest) else asked_of(plain, rest, history, kit)
    others = [] if found or points_alone(rest) else worded(plain, rest, history)
    phrases = [] if points_alone(rest) else narrowed(plain, Rest(rest), history, kit)
    return [
        *found,
        *others,
        *(Proposal(each.state, each.prior + _OF_IT) for each in asked),
        *(Proposal(each.state, each.prior + _NARROWED) for each in phrases),
    ]


def _without_a_count(history: History) -> History:
    """Return a talk without a last "how many?": what it counts is what another name is asked of, and tells as much."""
    if len(history) < 2 or not only_how_many(history[0].state.question):
        return history
    return tuple(replace(each, age=each.age - 1) for each in history[1:])


def _itself(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return what a text names, asked about as such."""
    named = named_by(plain, rest, history, kit)
    return [proposal(plain, joined("Tell me about ", named), _ABOUT)] if named else []


def _pointing(plain: State, history: History, kit: Kit) -> State:
    plain = filled(plain, history, kit)
    texts = named_others(plain.text, history) or [without_else(plain.text)]
    if texts == [plain.text]:
        return _asked(plain, history, kit)
    done = [_asked(proposal(plain, linked(plain, each, kit)).state, history, kit) for each in texts]
    best = choose([Proposal(each) for each in done], kit) or done[0]
    return leaving_out(best, history, kit)


def _asked(plain: State, history: History, kit: Kit) -> State:
    found = bound(plain, history, kit) or same_as(plain, history, kit) or the_thing(plain, history, kit)
    return found or without_a_name(plain, history, kit) or _unled(plain, kit)


def _unled(plain: State, kit: Kit) -> State:
    """Return a whole question without the "and" before it."""
    rest = unled(plain.text)
    return proposal(plain, linked(plain, rest, kit)).state if rest != plain.text and is_whole(rest) else plain
