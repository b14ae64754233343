""" "What else", "which other films": what was spoken of already is left out of the answer."""

import re

from agents.kit import Kit
from agents.state import State
from agents.talk.history import History, found_by
from agents.talk.proposals import Words, joined, meaning, proposal, put, said

_ELSE = re.compile(
    r"\b(?:(?P<wh>what|who|where|which|whom)\s+else|(?P<what>what|which|how many|any|any of the)\s+other)\b", re.I
)
_LEFT_OUT = 20


def without_else(text: str) -> str:
    """Return a text without an "else" or "other" that asks for more of the same."""
    return _ELSE.sub(lambda found: found["wh"] or found["what"], text, count=1)


def leaving_out(state: State, history: History, kit: Kit) -> State:
    """Return a question for others with what was spoken of before named as what is not asked for."""
    spoken = {each.id: each for past in history for nodes in (*past.spoken, past.answered) for each in nodes}
    known = [each for each in found_by(state, kit) if each.id in spoken][:_LEFT_OUT]
    if not known:
        return state
    words = meaning(known[0].name if len(known) == 1 else f"those {len(known)}", known)
    short = state.text.rstrip(" ?.!")
    asked = put(said(state), len(short), len(state.text), Words(""))
    return proposal(state, joined(asked, " except ", words, "?")).state
