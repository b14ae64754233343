"""What a question is about though it names nothing itself: "back to Ohio: who governs it?", and "when was it opened?"
asked without the "it"."""

import re

from agents.kit import Kit
from agents.language.leads import is_whole
from agents.language.pointing import Pointer, pointer
from agents.language.words import words
from agents.model import Mention
from agents.reading.meaning import Total, Values, anchored
from agents.reading.reader import Reading
from agents.state import State
from agents.talk.history import History
from agents.talk.pronouns import in_place_of
from agents.talk.proposals import Proposal, Words, choose, joined, linked, proposal, read
from agents.talk.referents import Referent, is_called, names_of, referents

_TOPIC = re.compile(
    r"^\W*(?:(?:ok|okay|so|now|and|but|well|right|then)\W+)*(?:let'?s\s+|i'?d like to\s+)?"
    r"(?:(?:(?:go|going|get|getting|come|coming)\s+)?back to|return(?:ing)? to|turning to|as (?:for|to)|about|regarding"
    r"|concerning|speaking of|with regard to|when it comes to|on the subject of)\s+"
    r"(?P<topic>[^,:;–—]+?)\s*(?:[,:;–—]|\s-)\s*(?P<rest>\S.*)$",
    re.I,
)
_STATED = re.compile(
    r"^(?P<topic>[^,;:.!?]+?)\s*(?:[,;:.!–—]+\s*|\s-\s)(?:(?:and|so|but)\s+)?"
    r"(?P<rest>(?:(?:in|at|by|from|for|with|on|to)\s+)?(?:who|whom|what|which|where|when|how|is|are|does|do)\b.*)$",
    re.I,
)
_FINITE = ("VBZ", "VBP", "VBD")
_LATEST = 2  # things that a question without a name may be about
_THE = re.compile(
    r"^\W*(?:and |but |so )?(?:what|who|where|which)(?:'s| is| are| was| were) the \w+(?: \w+)?\W*$", re.I
)
_NOUN = re.compile(
    r"\bthe\s+(?P<noun>[\w-]+)\b(?!\s+(?:of|that|which|who|whose|with|in|from|at|on|called|named|by|ones?)\b)", re.I
)
_UNSURE = -0.3  # "the museum" may mean any
_FORMS = (" of ", " in ", " by ")


def on_a_topic(plain: State, kit: Kit) -> State | None:
    """Return the question behind "as for Ohio, ..." with Ohio in it; None where nothing is announced so."""
    found = _TOPIC.match(plain.text)
    if found is None or not is_whole(found["rest"]):
        return _told_before(plain, kit)
    named = linked(plain, found["topic"].strip(), kit)
    about = _whole_of(named)
    asked = linked(plain, found["rest"], kit)
    if about is None or any(each.candidates for each in asked.mentions):
        return None
    question, topic = proposal(plain, asked).state, Referent(tuple(each.node for each in about.candidates[:1]))
    if back := pointer(question.text):
        return in_place_of(question, back, topic).state
    return next(iter(_clear(_said_of(question, [topic]), kit)), None)


def _told_before(plain: State, kit: Kit) -> State | None:
    """Return the question behind a statement that names one thing, and which points to it or names nothing.

    "I live in Ohio, who governs it?"
    """
    found = _STATED.match(plain.text)
    if found is None or is_whole(found["topic"]) or not any(each.tag in _FINITE for each in words(found["topic"])):
        return None
    named = [each for each in linked(plain, found["topic"], kit).mentions if each.candidates]
    asked = linked(plain, found["rest"], kit)
    if len(named) != 1 or named[0].is_group or any(each.candidates for each in asked.mentions):
        return None
    if kit.intents.classify(found["topic"])[0].name == "teach":
        return None
    question, topic = proposal(plain, asked).state, Referent(tuple(each.node for each in named[0].candidates[:1]))
    back = pointer(question.text)
    told = [in_place_of(question, back, topic)] if back and not back.many else _said_of(question, [topic])
    return next(iter(_clear(told, kit)), None)


def _whole_of(named: Words) -> Mention | None:
    """Return the mention that a stretch is, but for an article before it."""
    bare = re.sub(r"^(the|a|an|that|this)\s+", "", named.text, flags=re.I)
    return next((each for each in named.mentions if each.candidates and len(each.text) >= len(bare)), None)


def without_a_name(plain: State, history: History, kit: Kit) -> State | None:
    """Return a question that names nothing and is not clear as asked of what was spoken of last; else None."""
    if any(each.candidates for each in plain.mentions) or plain.unknown or not is_whole(plain.text):
        return None
    found = kit.reader.read(plain.graph, plain.text, plain.mentions)
    if found.status == "clear" and not _of_no_one(found.readings[0]):
        return None
    latest = referents(Pointer(0, 0, many=False), history, plain, kit)
    single = [each for each in latest if not each.many][:_LATEST]
    asked = _said_of(plain, single)
    lacking = asked[0].state if asked and found.status == "none" and _THE.match(plain.text) else None
    return next(iter(_clear(asked, kit)), lacking)


def _of_no_one(reading: Reading) -> bool:
    """Tell whether a property of all things of a kind is told: "how many were hurt?" asks that of one of them."""
    meaning = reading.meaning
    told = isinstance(meaning, Values) or (isinstance(meaning, Total) and meaning.aggregate != "count")
    return told and not anchored(meaning)


def the_thing(plain: State, history: History, kit: Kit) -> State | None:
    """Return "when was the museum opened?" as asked of the museum that was spoken of; None where none was."""
    if any(each.candidates for each in plain.mentions):
        return None
    schema = kit.store.schema(plain.graph)
    called = {name for each in schema.types for name in names_of(each.name, schema)}
    found = [each for each in _NOUN.finditer(plain.text) if each["noun"].lower() in called]
    if len(found) != 1:
        return None
    one = Pointer(*found[0].span(), many=False, noun=found[0]["noun"].lower())
    about = [each for each in referents(one, history, plain, kit) if len(each.nodes) == 1]
    about = [each for each in about if is_called(one.noun, each.nodes, schema)][:_LATEST]
    proposals = [in_place_of(plain, one, each) for each in about]
    return choose([*proposals, Proposal(plain, _UNSURE)], kit) if proposals else None


def _said_of(plain: State, about: list[Referent]) -> list[Proposal]:
    text = Words(plain.text.rstrip(" ?.!"), plain.mentions)
    return [proposal(plain, joined(text, form, each.words, "?"), each.prior) for each in about for form in _FORMS]


def _clear(proposals: list[Proposal], kit: Kit) -> list[State]:
    """Return those that read clearly, best first."""
    found = [read(each, kit) for each in proposals]
    clear = [each for each in found if each[1].readings and each[1].readings.status == "clear"]
    return [state for _, state in sorted(clear, key=lambda each: -each[0])]
