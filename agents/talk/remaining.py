""" "Which ones?" asks for what was counted, "and which ones not?" and "the rest" for the others of their kind."""

import re

from agents.kit import Kit
from agents.language.phrasing import plural
from agents.language.pointing import Pointer
from agents.model import Node
from agents.state import State
from agents.talk.history import History, Past
from agents.talk.proposals import Proposal, Words, choose, joined, meaning, proposal, put, said
from agents.talk.referents import referents
from agents.tasks.facts import label

_AND = r"^\W*(?:(?:and|but|so|ok|okay|then)\W+)*"
_WHICH = re.compile(
    rf"{_AND}(?:(?:which|what)(?: ones?)?(?: (?:is|are|was|were) (?:they|these|those|it|that|this|them))?"
    r"|who(?: (?:is|are|was|were) (?:they|these|those|it|that))?|(?:and )?like (?:what|who|which)(?: ones?)?|such as"
    r"|(?:(?:can|could) you )?(?:please )?(?:list|name|enumerate|tell) (?:me )?"
    r"(?:them|these|those|all of them|their names|the names)(?: all)?"
    r"|(?:what are )?(?:their|the) names|namely|which (?:exactly|precisely))(?: please| exactly| then| called)*\W*$",
    re.I,
)
_NOT = re.compile(
    rf"{_AND}(?:which|who|what)(?: ones?| of (?:them|those|these|the \w+))?"
    r"(?: (?:is|are|was|were|do|does|did|has|have|had|can|could))?\s*(?:not|n'?t|nt)"
    r"(?: (?:one|ones|it|them|so|that))?\W*$"
    rf"|{_AND}(?:what about |how about |and )?(?:all )?the (?:rest|remaining ones|remainder)"
    r"(?: of (?:them|those|these))?\W*$",
    re.I,
)
_GROUP = Pointer(0, 0, many=True)
_LEAST = -4.0
_MANY = re.compile(r"\bhow many\b", re.I)


def remaining(plain: State, history: History, kit: Kit) -> State | None:
    """Return a text that asks which ones, or which not, as a question of its own; None where it asks neither."""
    if _NOT.match(plain.text):
        return _others(plain, history, kit)
    return _ones(plain, history, kit) if _WHICH.match(plain.text) else None


def _ones(plain: State, history: History, kit: Kit) -> State | None:
    if not history:
        return None
    if again := _which_instead(plain, history[0], kit):
        return again
    counted = history[0].answered or history[0].found
    groups = [counted] if counted else [each.nodes for each in referents(_GROUP, history, plain, kit) if each.many]
    for nodes in groups:
        words = meaning(nodes[0].name if len(nodes) == 1 else f"those {len(nodes)} {plural(label(nodes))}", nodes)
        return proposal(plain, joined("Which are ", words, "?")).state
    return None


def _which_instead(plain: State, past: Past, kit: Kit) -> State | None:
    """Return a question for a number as one for the things that it counts."""
    many = _MANY.search(past.state.text)
    if many is None or past.reading is None or past.reading.form != "count":
        return None
    asked = proposal(plain, put(said(past.state), *many.span(), Words("which")))
    return choose([asked], kit, _LEAST)


def _others(plain: State, history: History, kit: Kit) -> State | None:
    """Return what is left of the things that the last question chose from: of several spoken of, or of their type."""
    chosen = history[0].answered if history else ()
    if not chosen:
        return None
    among = [nodes for nodes in history[0].spoken if len(nodes) > len(chosen) and {*_ids(chosen)} < {*_ids(nodes)}]
    if among:
        left = [each for each in among[0] if each.id not in _ids(chosen)]
        words = meaning(left[0].name if len(left) == 1 else f"those {len(left)} {plural(label(left))}", left)
        return proposal(plain, joined("Which are ", words, "?")).state
    noun = plural(label(chosen))
    known = meaning(chosen[0].name if len(chosen) == 1 else f"those {len(chosen)} {noun}", chosen)
    return choose([Proposal(proposal(plain, joined(f"Which {noun} except ", known, "?")).state)], kit, _LEAST)


def _ids(nodes: tuple[Node, ...]) -> set[str]:
    return {each.id for each in nodes}
