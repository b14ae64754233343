"""Findings narrowed ("only those in Texas", "without the lakes") or widened ("also those in Ohio")."""

import re

from agents.kit import Kit
from agents.language.degrees import alone
from agents.language.leads import Rest, participial
from agents.language.pointing import Pointer
from agents.language.words import words
from agents.state import State
from agents.talk.history import History, Past
from agents.talk.proposals import Proposal, Words, joined, linked, proposal, put, said
from agents.talk.referents import Referent, referents
from agents.talk.swapping import named_by, number, numbered, valued
from agents.tasks.ends import is_set

_GROUP = Pointer(0, 0, many=True)
_GROUPS = 2  # earlier findings that may be narrowed
_SAID_OTHERWISE = -0.05
_ARTICLE = re.compile(r"^(the|a|an)\s+", re.I)


def narrowed(plain: State, rest: Rest, history: History, kit: Kit) -> list[Proposal]:
    """Return what was found before, narrowed to what a text says, or rid of it."""
    groups = [each for each in referents(_GROUP, history, plain, kit) if each.many][:_GROUPS]
    return [
        proposal(plain, said, each.prior + cost) for each in groups for said, cost in _forms(plain, each, rest, kit)
    ]


def _forms(plain: State, group: Referent, rest: Rest, kit: Kit) -> list[tuple[Words, float]]:
    said = linked(plain, rest.text, kit)
    if rest.word in ("", "only") and participial(rest.text):
        return [(joined(group.words, " that were ", said), 0.0), (joined(group.words, " ", said), _SAID_OTHERWISE)]
    if rest.word in ("", "only"):
        return [(joined(group.words, " that are " if _is_noun(rest.text) else " ", said), 0.0)]
    ones = "the ones " if rest.ones else ""
    words = ("excluding", "without") if rest.word == "excluding" else ("without", "excluding")
    return [(joined(group.words, f" {word} {ones}", said), _SAID_OTHERWISE * place) for place, word in enumerate(words)]


def _is_noun(text: str) -> bool:
    """Tell whether a text is a noun or an adjective alone ("the forwards", "federal"), and no phrase behind one."""
    tokens = words(_ARTICLE.sub("", text))
    return all(each.pos in ("NOUN", "PROPN", "ADJ", "NUM") for each in tokens)


def widened(plain: State, rest: Rest, history: History, kit: Kit) -> list[Proposal]:
    """Return the last question asked of one thing more: "or tremor", "also those that use Java"."""
    if not history:
        return []
    past, found = history[0], linked(plain, rest.text, kit)
    named = named_by(plain, rest.text, history, kit)
    if named is None and rest.ones:
        named = next((Words(each.text, Words("", (each,)).moved(-each.start)) for each in found.mentions), None)
    if named is None:
        return _or_as_told(plain, rest.text, past)
    before = said(past.state)
    return [
        proposal(plain, put(before, old.end, old.end, joined(" or ", named)), -0.1 * place, past.par)
        for place, old in enumerate(reversed(past.state.linked))
        if not is_set(old)
    ]


def _or_as_told(plain: State, rest: str, past: Past) -> list[Proposal]:
    """Return the last question with another number, or another value, beside its own: "or in 2020", "or settled"."""
    ends = [numbered(past.state)] if number(rest) else valued(past)
    before = said(past.state)
    return [
        proposal(plain, put(before, each[1], each[1], Words(f" or {rest}")), -0.1 * place, past.par)
        for place, each in enumerate(ends)
        if each
    ]


def noun_of(plain: State, asked: Rest, history: History, kit: Kit) -> list[Proposal]:
    """Return "what grain?" and "how many seats" asked of what was spoken of."""
    if asked.word != "many":
        return asked_of(plain, asked.text, history, kit)
    found = linked(plain, f"how many {asked.text}", kit)
    single = [each for each in referents(Pointer(0, 0, many=False), history, plain, kit) if not each.many][:4]
    return [proposal(plain, joined(found, " does ", each.words, " have?"), each.prior) for each in single]


def asked_of(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return "and the genes?" asked of what was spoken of, and "the largest?" of what was found."""
    text = rest if _ARTICLE.match(rest) else f"the {rest}"
    found = linked(plain, text, kit)
    single = referents(Pointer(0, 0, many=False), history, plain, kit)[:4]
    single = [each for each in single if each.many or not alone(text)]  # nothing is the largest of one
    groups = [each for each in referents(_GROUP, history, plain, kit) if each.many][:1]
    return [proposal(plain, joined(found, " of ", each.words, "?"), each.prior) for each in (*single, *groups)]
