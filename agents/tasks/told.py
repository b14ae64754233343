"""What the sources beside the graph say, as claims of theirs: quoted, after what the graph says, never as its facts."""

import re
from collections.abc import Container

from agents.model import HELD_BACK, Claim, Passage
from agents.state import State

_SHOWN = 3
_LONGEST = 300  # characters of a quotation
_LEADS = {
    "document": "The document '{name}' says",
    "card": "The card '{name}' says, from what it was trained on",
    "model": "The model '{name}' says, from its own memory and unchecked",
}


def told(state: State) -> State:
    """Return the state with what the sources say: beside the graph's answer, or in place of none.

    That the graph does not hold it stays said, and `not_in_graph` stays true.
    """
    shown = {each.id for each in state.evidence.nodes}
    good = [each for each in state.evidence.passages if each.checked not in HELD_BACK]
    said = tuple(quoted(each, shown) for each in good[:_SHOWN])
    if not said:
        return state
    if not state.not_in_graph:
        return state.with_(claims=(*state.claims, *said))
    lacks = [each for each in state.claims if each.kind == "none"][:1]
    rest = [each for each in state.claims if each not in lacks]
    return state.with_(claims=(*lacks, *said, *rest))


def quoted(passage: Passage, shown: Container[str] = ()) -> Claim:
    """Return a passage as a claim of its source, tied to those of its nodes that are `shown`."""
    lead = _LEADS.get(passage.kind, _LEADS["model"]).format(name=_name(passage))
    text = re.sub(r"\s+", " ", passage.text).strip()
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    kind = passage.kind if passage.kind in _LEADS else "model"
    nodes = tuple(each for each in passage.nodes if each in shown)
    return Claim(f"{lead}: “{cut}”", (), nodes, kind, (passage.id,))


def _name(passage: Passage) -> str:
    return passage.place.title if passage.kind == "document" and passage.place else passage.source
