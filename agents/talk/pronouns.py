"""Words that point back ("her", "those courts", "the other one") are bound to what makes the plainest question."""

import re

from agents.kit import Kit
from agents.language.leads import unled
from agents.language.pointing import Pointer, pointer
from agents.state import State
from agents.talk.history import History
from agents.talk.proposals import Proposal, Words, choose, joined, meaning, proposal, put
from agents.talk.referents import Referent, referents

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
    return choose(proposals, kit, _LEAST) or max(proposals, key=lambda each: each.prior).state


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
    return proposal(plain, _unled(placed), referent.prior)


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

_MANY = Pointer(0, 0, many=True)


def counting(plain: State, history: History, kit: Kit) -> State | None:
    """Return "how many?" asked of what was found."""
    for each in referents(_MANY, history, plain, kit):
        said = joined("How many are ", meaning(f"those {len(each.nodes)}", each.nodes), "?")
        return proposal(plain, said).state
    return None


def more(plain: State, history: History, kit: Kit) -> State | None:
    """Return "tell me more" asked of what was spoken of last."""
    for each in referents(Pointer(0, 0, many=False), history, plain, kit):
        return proposal(plain, joined("Tell me about ", each.words)).state
    return None
