"""Words that point back ("her", "those courts", "the other one") are bound to what makes the plainest question."""

import re
from collections.abc import Sequence

from agents.kit import Kit
from agents.language.leads import unled
from agents.language.pointing import Pointer, pointer
from agents.language.words import words
from agents.model import Node
from agents.state import State
from agents.talk.history import History, Past, found_by
from agents.talk.proposals import Proposal, Words, choose, joined, meaning, proposal, put, said
from agents.talk.referents import Referent, referents

_SINGULAR = re.compile(r"\b(?P<verb>does|is|was|has)\s+$", re.I)
_PLURALS = {"does": "do", "is": "are", "was": "were", "has": "have"}
_TRIED = 6  # things that a pointer may mean, each of which is read
_FEW = 3
_TOGETHER = re.compile(r"\b(in common|have common|shared? by|do share|(differ|compare|connect|relate)\w*)\b", re.I)
_PLACED = re.compile(r"\b(in|at|from|on|to)\s*$", re.I)
_LISTED = re.compile(r"\b(the|all)\s+\w+s\s*[:;,]", re.I)  # "the nurseries: which of them ..."
_LEAST = -4.2  # where nothing reads better, what is likeliest is meant, and not in the graph
_UNSURE = -0.3  # "which is older?" may ask about all that there is


def bound(plain: State, history: History, kit: Kit) -> State | None:
    """Return the question with what it points to in place; None where it points to nothing."""
    found = pointer(plain.text)
    if found is None or _inside(found, plain):
        return None
    proposals = pointing(plain, found, history, kit)
    if not found.certain:
        proposals.append(Proposal(plain, _UNSURE))
    if not proposals:
        return None
    best = choose(proposals, kit, _LEAST) or max(proposals, key=lambda each: each.prior).state
    return _other_than_known(best, proposals, history, kit) or best


def _other_than_known(best: State, proposals: list[Proposal], history: History, kit: Kit) -> State | None:
    """Return another question that a text may mean, where the best one only turns the last round.

    Who hears that B taught A, and asks whom she taught, knows A of B already: A is meant.
    """
    last = history[0]
    told = [nodes for nodes in last.spoken if len(nodes) == 1 and len(last.answered) == 1]
    if best.readings is None or not told or _known(found_by(best, kit), told) is False:
        return None
    others = [each for each in proposals if each.state.text != best.text]
    second = choose(others, kit, _LEAST)
    clear = second and second.readings and second.readings.status == "clear"
    return second if clear and second and _known(found_by(second, kit), told) is False else None


def _known(found: Sequence[Node], told: Sequence[Sequence[Node]]) -> bool | None:
    """Tell whether what answers is what the last question named; None where nothing answers."""
    return any({each.id for each in found} == {nodes[0].id} for nodes in told) if found else None


def pointing(plain: State, found: Pointer, history: History, kit: Kit) -> list[Proposal]:
    """Return the question with each thing in place that a pointer may mean."""
    usable = [each for each in referents(found, history, plain, kit) if found.certain or each.many]
    return [in_place_of(plain, found, each) for each in usable[:_TRIED]]


def _inside(found: Pointer, plain: State) -> bool:
    """Tell whether a pronoun means something that the same text names before it: "Ohio and its courts"."""
    if found.many and _LISTED.search(plain.text[: found.start]):
        return True
    return found.possessive and any(each.end <= found.start for each in plain.firm)


def in_place_of(plain: State, found: Pointer, referent: Referent) -> Proposal:
    """Return the question with a pointer, and a noun that only repeats it, replaced by what it means."""
    text = Words(plain.text, plain.mentions)
    again = _repeated(found, referent, plain.text)
    plural = referent.many and referent.words.text.endswith("s")
    owning = ("'" if plural else "'s") if found.possessive else ""
    before = "in " if found.there and not _PLACED.search(plain.text[: found.start]) else found.lead
    named = _named(referent) if _TOGETHER.search(plain.text) else referent.words
    words = joined(before, named, owning)
    placed = put(text, found.start, found.end + again, words)
    if referent.many and not found.many:
        placed = _agreeing(placed, found.start)
    return proposal(plain, _unled(placed), referent.prior)


def _agreeing(words: Words, end: int) -> Words:
    """Return words whose verb before a place speaks of several: "does those two" is "do those two"."""
    verb = _SINGULAR.search(words.text[:end])
    return put(words, *verb.span("verb"), Words(_PLURALS[verb["verb"].lower()])) if verb else words


def _named(referent: Referent) -> Words:
    """Return a few things by their names, for what is asked of all of them together: "what do A and B share"."""
    if not 1 < len(referent.nodes) <= _FEW:
        return referent.words
    names = [part for each in referent.nodes for part in (" and ", meaning(each.name, [each]))]
    return joined(*names[1:])


def _repeated(found: Pointer, referent: Referent, text: str) -> int:
    """Return how many characters behind a pointer only say again what it means: "those | courts"."""
    if not found.many or found.possessive or found.noun or found.lead:
        return 0
    again = re.match(rf"\s+({re.escape(referent.noun)}|ones)\b", text[found.end :], re.I)
    return again.end() if again else 0


def _unled(words: Words) -> Words:
    """Return words without an "and" or "what about" before them."""
    rest = unled(words.text)
    return words if rest == words.text else put(words, 0, words.text.index(rest), Words(""))


# --- "how many?", "tell me more" -------------------------------------------------------------------

_WHICH = re.compile(r"^\W*(?P<wh>which|what)(?=\s+(?!(?:is|are|was|were|do|does|did|has|have|had|can)\b)\w)", re.I)
_NEAR = 4  # words within which a question says what it asks for
_MANY = Pointer(0, 0, many=True)


def counting(plain: State, history: History, kit: Kit) -> State | None:
    """Return "how many?" asked of what was found."""
    if history and history[0].answered and (again := _how_many(plain, history[0], kit)):
        return again
    for each in referents(_MANY, history, plain, kit):
        asked = joined("How many are ", meaning(f"those {len(each.nodes)}", each.nodes), "?")
        return proposal(plain, asked).state
    return None


def _how_many(plain: State, past: Past, kit: Kit) -> State | None:
    """Return "which courts ...?" as "how many courts ...?"; None where the last question asks for no several."""
    which = _WHICH.match(past.state.text)
    if which is None or not any(each.tag == "NNS" and each.index < _NEAR for each in words(past.state.text)):
        return None
    asked = choose([proposal(plain, put(said(past.state), *which.span("wh"), Words("how many")))], kit, _LEAST)
    first = asked.readings.readings[0] if asked and asked.readings and asked.readings.status == "clear" else None
    return asked if first and first.form == "count" else None


def more(plain: State, history: History, kit: Kit) -> State | None:
    """Return "tell me more" asked of what was spoken of last."""
    for each in referents(Pointer(0, 0, many=False), history, plain, kit):
        return proposal(plain, joined("Tell me about ", each.words)).state
    return None
