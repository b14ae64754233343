"""Degrees without what they compare: "and the cheapest?", "the older one", "more than Ohio?", "so Ohio is bigger?"."""

import re
from collections.abc import Iterator

from agents.kit import Kit
from agents.language.degrees import Degree, alone, half, than, within
from agents.language.phrasing import readable
from agents.language.pointing import Pointer
from agents.language.words import words
from agents.reading.meaning import Values
from agents.state import State
from agents.talk.history import History
from agents.talk.proposals import Proposal, Words, choose, joined, proposal, put, said
from agents.talk.referents import Referent, referents
from agents.talk.swapping import named_by
from agents.tasks.facts import label

_LEAST = -4.0
_OLDER = -0.6
_ALL = -0.4  # among all of their kind, where the last question asked for one of all
_NOT_TWO = -0.5  # "the older one" of three
_GROUP = Pointer(0, 0, many=True)
_GROUPS = 3
_ONE = Pointer(0, 0, many=False)
_FIRST = re.compile(r"\b(most|least|fewest)\b", re.I)


def of_degree(plain: State, history: History, kit: Kit) -> State | None:
    """Return a degree that stands alone as the question it means; None where none does."""
    found = alone(plain.text)
    if found and not (found.asked and found.comparative and not found.among):  # "which is older?" is a pronoun's case
        return choose(_alone(plain, found, history, kit), kit, _LEAST)
    if compared := than(plain.text):
        return choose(_than(plain, *compared, history, kit), kit, _LEAST)
    if (one := half(plain.text)) and (named := named_by(plain, one[0], history, kit)):
        return choose(_with_the_other(plain, named, one[1], history, kit), kit, _LEAST)
    return None


def _alone(plain: State, found: Degree, history: History, kit: Kit) -> Iterator[Proposal]:
    if not found.among:
        yield from _instead(plain, found, history)
    if not found.bare:
        yield from _of_groups(plain, found, history, kit)
    if not found.among and not found.bare and history and within(history[0].state.text) and history[0].answered:
        verb = "has" if found.has else "is"
        text = f"Which {label(history[0].answered)} {verb} the {found.words}?"
        yield proposal(plain, Words(text), _ALL)


def _instead(plain: State, found: Degree, history: History) -> Iterator[Proposal]:
    """Yield earlier questions with another superlative in place of theirs."""
    for past in history[:_GROUPS]:
        place = within(past.state.text)
        if place is None or any(each.start < place[1] and place[0] < each.end for each in past.state.mentions):
            continue
        old = past.state.text[slice(*place)]
        if found.bare and not (first := _FIRST.match(old)):
            continue
        place = (place[0], place[0] + first.end()) if found.bare and first else place
        yield proposal(plain, put(said(past.state), *place, Words(found.words)), _OLDER * past.age, past.par)


def _of_groups(plain: State, found: Degree, history: History, kit: Kit) -> Iterator[Proposal]:
    for each in [each for each in referents(_GROUP, history, plain, kit) if each.many][:_GROUPS]:
        cost = _NOT_TWO if found.comparative and len(each.nodes) != 2 else 0.0
        verb = "has" if found.has else "is"
        words = joined("which of ", each.words, f" {verb} the {found.words}?")
        yield proposal(plain, words, each.prior + cost)


def _than(plain: State, more: str, other: str, history: History, kit: Kit) -> Iterator[Proposal]:
    """Yield whether what was spoken of has more than another: of what was asked last, where nothing else is said."""
    named = named_by(plain, other, history, kit)
    if named is None or not history:
        return
    mine = {candidate.node.id for each in named.mentions for candidate in each.candidates[:1]}
    for each in _spoken(history, plain, kit):
        if mine & {node.id for node in each.nodes}:
            continue
        if more in ("more", "less", "fewer"):
            for key in _asked_keys(history):
                yield proposal(plain, joined("does ", each.words, f" have {more} {key} than ", named, "?"), each.prior)
        else:
            if len(more.split()) > 1 and words(f"it is {more}")[-1].pos != "ADJ":
                yield proposal(plain, joined("has ", each.words, f" {more} than ", named, "?"), each.prior)
            yield proposal(plain, joined("is ", each.words, f" {more} than ", named, "?"), each.prior - 0.1)


def _asked_keys(history: History) -> list[str]:
    """Return which properties were asked for of late, in words, latest first."""
    readings = [past.reading for past in history]
    return list(
        dict.fromkeys(readable(each.meaning.key) for each in readings if each and isinstance(each.meaning, Values))
    )


def _spoken(history: History, plain: State, kit: Kit) -> list[Referent]:
    return [each for each in referents(_ONE, history, plain, kit) if len(each.nodes) == 1][:4]


def _with_the_other(plain: State, named: Words, more: str, history: History, kit: Kit) -> Iterator[Proposal]:
    """Yield whether one thing is more than the other one that was spoken of."""
    mine = [candidate.node for each in named.mentions for candidate in each.candidates[:1]]
    for each in _spoken(history, plain, kit):
        if len(mine) == 1 and each.nodes[0].id != mine[0].id and each.nodes[0].type == mine[0].type:
            yield proposal(plain, joined("is ", named, f" {more} than ", each.words, "?"), each.prior)
