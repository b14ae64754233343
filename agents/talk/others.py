""" "What else", "which other films", "which others": what was spoken of already is left out of the answer.

And "the same owner" without an "as": the same as that of what was spoken of.
"""

import re

from agents.kit import Kit
from agents.language.phrasing import plural
from agents.language.pointing import Pointer
from agents.state import State
from agents.talk.history import History, found_by
from agents.talk.proposals import Words, choose, joined, meaning, proposal, put, said
from agents.talk.referents import referents
from agents.tasks.facts import label

_ELSE = re.compile(
    r"\b(?:(?P<wh>what|who|where|which|whom)\s+else|(?P<what>what|which|how many|any|any of the)\s+other)\b", re.I
)
_BESIDES = re.compile(
    r"[\s,]+(?:besides|apart from|other than|except(?: for)?|aside from|in addition to)\s+"
    r"(?:that|this|it|him|her|them|those|these)(?: ones?)?(?=\W*$)",
    re.I,
)
_THE_OTHER = re.compile(
    r"^(?P<lead>\W*(?:(?:and|but|so)\s+)?(?:(?:who|what|which)\s+(?:is|are|were|was)\s+)?"
    r"(?:the |any |some |her |his |its |their )?)other\s+(?=\w+s\b\W*\w)",
    re.I,
)
_OTHERS = re.compile(r"\b(?P<wh>which|what|how many)\s+others\b", re.I)
_SAME = re.compile(r"\bthe same\s+(?!ones?\b|as\b|thing\b|question\b)[\w-]+", re.I)
_AS = re.compile(r"\bas\b", re.I)
_TRIED = 3
_LEFT_OUT = 20
_LEAST = -4.0  # what reads worse is not meant


def without_else(text: str) -> str:
    """Return a text without an "else", "other" or "besides that" that asks for more of the same."""
    shorter = _THE_OTHER.sub(lambda found: found["lead"], _BESIDES.sub("", text))
    return _ELSE.sub(lambda found: found["wh"] or found["what"], shorter, count=1)


def named_others(text: str, history: History) -> list[str]:
    """Return "which others use it?" with what the last turn spoke of, or found, in place of "others"; else none."""
    found = _OTHERS.search(text)
    if not history or found is None:
        return []
    things = [*reversed(history[0].spoken), history[0].answered]
    nouns = dict.fromkeys(plural(label(each)) for each in things if each)
    return [f"{text[: found.end('wh')]} {noun}{text[found.end() :]}" for noun in nouns]


def same_as(plain: State, history: History, kit: Kit) -> State | None:
    """Return "which films have the same director?" as asked of what was spoken of: "... as Alien?"."""
    found = _SAME.search(plain.text)
    if found is None or _AS.search(plain.text[found.end() :]) or any(each.candidates for each in plain.mentions):
        return None
    about = [each for each in referents(Pointer(0, 0, many=False), history, plain, kit) if not each.many][:_TRIED]
    text = Words(plain.text.rstrip(" ?.!"), plain.mentions)
    proposals = [proposal(plain, joined(text, " as ", each.words, "?"), each.prior) for each in about]
    return choose(proposals, kit, _LEAST)


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
