"""What a question is about though it names nothing itself: "back to Ohio: who governs it?", and "when was it opened?"
asked without the "it"."""

import re

from agents.kit import Kit
from agents.language.leads import is_whole
from agents.language.pointing import Pointer, pointer
from agents.model import Mention
from agents.state import State
from agents.talk.history import History
from agents.talk.pronouns import in_place_of
from agents.talk.proposals import Proposal, Words, joined, linked, proposal, read
from agents.talk.referents import Referent, referents

_TOPIC = re.compile(
    r"^\W*(?:(?:ok|okay|so|now|and|but|well|right|then)\W+)*(?:let'?s\s+|i'?d like to\s+)?"
    r"(?:(?:(?:go|going|get|getting|come|coming)\s+)?back to|return(?:ing)? to|turning to|as (?:for|to)|about|regarding"
    r"|concerning|speaking of|with regard to|when it comes to|on the subject of)\s+"
    r"(?P<topic>[^,:;–—]+?)\s*(?:[,:;–—]|\s-)\s*(?P<rest>\S.*)$",
    re.I,
)
_LATEST = 2  # things that a question without a name may be about
_FORMS = (" of ", " in ", " by ")


def on_a_topic(plain: State, kit: Kit) -> State | None:
    """Return the question behind "as for Ohio, ..." with Ohio in it; None where nothing is announced so."""
    found = _TOPIC.match(plain.text)
    if found is None or not is_whole(found["rest"]):
        return None
    named = linked(plain, found["topic"].strip(), kit)
    about = _whole_of(named)
    asked = linked(plain, found["rest"], kit)
    if about is None or any(each.candidates for each in asked.mentions):
        return None
    question, topic = proposal(plain, asked).state, Referent(tuple(each.node for each in about.candidates[:1]))
    if back := pointer(question.text):
        return in_place_of(question, back, topic).state
    return next(iter(_clear(_said_of(question, [topic]), kit)), None)


def _whole_of(named: Words) -> Mention | None:
    """Return the mention that a stretch is, but for an article before it."""
    bare = re.sub(r"^(the|a|an|that|this)\s+", "", named.text, flags=re.I)
    return next((each for each in named.mentions if each.candidates and len(each.text) >= len(bare)), None)


def without_a_name(plain: State, history: History, kit: Kit) -> State | None:
    """Return a question that names nothing and is not clear as asked of what was spoken of last; else None."""
    if any(each.candidates for each in plain.mentions) or plain.unknown or not is_whole(plain.text):
        return None
    if kit.reader.read(plain.graph, plain.text, plain.mentions).status == "clear":
        return None
    latest = referents(Pointer(0, 0, many=False), history, plain, kit)
    single = [each for each in latest if not each.many][:_LATEST]
    return next(iter(_clear(_said_of(plain, single), kit)), None)


def _said_of(plain: State, about: list[Referent]) -> list[Proposal]:
    text = Words(plain.text.rstrip(" ?.!"), plain.mentions)
    return [proposal(plain, joined(text, form, each.words, "?"), each.prior) for each in about for form in _FORMS]


def _clear(proposals: list[Proposal], kit: Kit) -> list[State]:
    """Return those that read clearly, best first."""
    found = [read(each, kit) for each in proposals]
    clear = [each for each in found if each[1].readings and each[1].readings.status == "clear"]
    return [state for _, state in sorted(clear, key=lambda each: -each[0])]
