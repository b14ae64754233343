"""Questions with a gap that the last one fills: "by whom?", "who did?", "when hired?", "how many does it have?"."""

import re

from agents.kit import Kit
from agents.language.phrasing import active
from agents.language.pointing import Pointer
from agents.language.words import words
from agents.model import Mention
from agents.state import State
from agents.talk.history import History, Past
from agents.talk.proposals import Proposal, Words, choose, joined, linked, part_of, proposal, put, said
from agents.talk.referents import referents

_LEAST = -4.0
_AND = r"^\W*(?:(?:and|but|so|ok|okay)\W+)*"
_ALONE = re.compile(
    rf"{_AND}(?P<asked>(?:(?:by|for|with|to|from|in|at|on|of|since|until)\s+)?"
    r"(?:who|whom|what|where|when|(?:which|what)\s+(?!one|of\b)\w+))(?P<does>\s+(?:did|does|do|has|have|is|was))?\W*$",
    re.I,
)
_OWNED = re.compile(
    r"^\W*(?:does|do|did|has|have|had)\s+(?P<whose>.+?)\s+have\s+(?:an?|any|some)\s+(?P<noun>[\w -]+?)\W*$", re.I
)
_AGENT = re.compile(r"\s+(?P<by>by|for|with|to|from|in|at|on|of|since|until)\s+(?:an?|any|some)\s+[\w-]+(?=\W*$)", re.I)
_PASSIVE = re.compile(r"^\s+(?:also\s+)?(?P<done>\w+)(?=\W*$|\s+(?:too|also|as well)\W*$)", re.I)
_TOO = re.compile(r"[\s,]+(?:too|also|as well)(?=\W*$)", re.I)
_DONE = re.compile(rf"{_AND}(?P<wh>when|where|why|how|by whom)\s+(?P<done>\w+)\W*$", re.I)
_ASKED = re.compile(
    r"^\W*(?:(?:by|for|with|to|from|in|at|on|of|since|until)\s+)?(?:(?:who|whom|what|where|when|which)\b[^?]*?\s+)?"
    r"(?=(?P<aux>is|are|was|were|do|does|did|has|have|had|can)\s)",
    re.I,
)
_MANY = re.compile(rf"{_AND}how many(?=\s+(?:do|does|did|has|have|had|are|were)\s)", re.I)
_MEASURED = re.compile(r"\b(?:most|fewest|many|fewer|more)\s+(?P<noun>[\w-]+)", re.I)


def asked_again(plain: State, history: History, kit: Kit) -> State | None:
    """Return a question word that stands alone as the last question asked so; None where it is none.

    A name or a noun in it is another in place, and asked elsewhere.
    """
    if not history or plain.firm:
        return None
    if (found := _ALONE.match(plain.text)) and (again := _again(plain, found, history[0])):
        return choose([again], kit, _LEAST)
    done = _DONE.match(plain.text)
    if done is None or [each.tag for each in words(done["done"])] not in (["VBN"], ["VBD"]):
        return None
    about = [each for each in referents(Pointer(0, 0, many=False), history, plain, kit) if not each.many][:4]
    forms = [(each.prior, joined(f"{done['wh']} was ", each.words, f" {done['done']}?")) for each in about]
    return choose([proposal(plain, words, prior) for prior, words in forms], kit, _LEAST)


def _again(plain: State, found: re.Match[str], past: Past) -> Proposal | None:
    """Return the last question with another question word, which stands for who does it in "who did?"."""
    before, old = said(past.state), _ASKED.match(past.state.text)
    if old is None:
        return None
    if owned := _OWNED.match(before.text):
        return _owner(plain, found["asked"], owned, before)
    subject = next((each for each in past.state.mentions if each.start >= old.end("aux")), None)
    if found["does"]:
        if subject is None or past.state.text[old.end("aux") : subject.start].strip():
            return None
        before = put(before, old.end(), subject.end, Words(found["does"].strip()))
    if acted := _acted(plain, found["asked"], past, subject):
        return acted
    begun = put(before, old.start("aux"), old.end("aux"), Words(old["aux"].lower())) if not found["does"] else before
    asked = put(begun, 0, old.end(), Words(f"{found['asked']} "))
    for each in (_TOO.search(asked.text), _said_by(found["asked"], asked.text)):
        asked = put(asked, *each.span(), Words("")) if each else asked
    return proposal(plain, asked)


def _said_by(asked: str, text: str) -> re.Match[str] | None:
    """Return "by a mayor" of a question that is asked again "by whom", which takes its place."""
    found = _AGENT.search(text)
    return found if found and found["by"].lower() == asked.split()[0].lower() else None


def _acted(plain: State, asked: str, past: Past, subject: Mention | None) -> Proposal | None:
    """Return "was Persuasion written?" asked again "by whom" as who wrote it: so it is told which end is asked for."""
    by = asked.lower().split()
    before = said(past.state)
    passive = _PASSIVE.match(before.text[subject.end :]) if subject and by[0] == "by" and len(by) > 1 else None
    did = active(f"{passive['done']} by") if passive else ""
    if not did or subject is None:
        return None
    who = "who" if by[1] in ("who", "whom") else " ".join(by[1:])
    return proposal(
        plain, joined(f"{who} {did} ", part_of(before.text, before.mentions, subject.start, subject.end), "?")
    )


def _owner(plain: State, asked: str, owned: re.Match[str], before: Words) -> Proposal | None:
    """Return "does Ohio have a mayor?" asked again with "who" or "what": "who is the mayor of Ohio?"."""
    if asked.lower() not in ("who", "what"):
        return None
    whose = part_of(before.text, before.mentions, *owned.span("whose"))
    return proposal(plain, joined(f"{asked} is the {owned['noun']} of ", whose, "?"))


def filled(plain: State, history: History, kit: Kit) -> State:
    """Return "how many does it have?" with the noun of what was counted, or compared, before."""
    many = _MANY.match(plain.text)
    if many is None or not history:
        return plain
    nouns = [each["noun"] for each in _MEASURED.finditer(history[0].state.text)]
    nouns = [each for each in nouns if [token.pos for token in words(f"the {each}")][1:] == ["NOUN"]]
    if not nouns:
        return plain
    end = many.end()
    return proposal(plain, linked(plain, f"{plain.text[:end]} {nouns[-1]}{plain.text[end:]}", kit)).state
