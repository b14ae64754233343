"""Ellipsis: "and Ohio?", "Vault?", "on Maple Ward?" ask the last question again with another name in place."""

import re
from collections.abc import Iterator

from agents.kit import Kit
from agents.language.pointing import pointer
from agents.language.words import Word, words
from agents.model import Mention, Node
from agents.reading.meaning import Both, Where
from agents.reading.question import inside
from agents.state import State
from agents.talk.history import History, Past
from agents.talk.proposals import Proposal, Words, linked, proposal, put, said
from agents.talk.referents import names_of, referents
from agents.tasks.ends import is_set

_OLDER = -0.6  # a question a turn earlier
_EARLIER = -0.1  # each name before the last
_UNLIKE = -1.6  # in place of a thing of another kind
_UNKNOWN = -0.1  # in place of a name that was not found
_ANY_WORD = -0.7  # in place of a word that is no name, where nothing was found
_KNOWN_WORD = -2.2  # ... where something was
_SET = -1.5  # in place of several things
_FEW_WORDS = 3
_ARTICLES = frozenset("the a an in of on for at to from with by and or both".split())
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.I)
_ENDS_SO = re.compile(r"\b(?:the|an?)\s+$", re.I)
_PREPOSITION = re.compile(r"\b(in|on|by|at|of|with|for|from|to|as)\s+$", re.I)
_NUMBER = re.compile(
    r"((more|less|fewer|greater|larger|older|younger|later|earlier|higher|lower)\s+than|over|under|above|below|before"
    r"|after|since|until|at (least|most)|in|between \d+ and)?\s*\$?\d[\d,.]*(\s+(thousand|million|billion))?",
    re.I,
)


def swaps(plain: State, rest: str, history: History, kit: Kit) -> list[Proposal]:
    """Return earlier questions with what a text names in place of something of theirs; none where it names nothing."""
    named = named_by(plain, rest, history, kit)
    if named is None:
        return _numbers(plain, rest, history)
    return [each for past in history for each in swapped(plain, named, past, kit)]


def named_by(plain: State, rest: str, history: History, kit: Kit) -> Words | None:
    """Return a text that is nothing but names, or points to one thing, without the article before it."""
    if (found := pointer(rest)) and points_alone(rest):
        nearest = next((each for each in referents(found, history, plain, kit) if each.nodes), None)
        return nearest.words if nearest else None
    found_names = linked(plain, rest, kit)
    known = [each for each in found_names.mentions if each.candidates]
    if not known or len(known) != len(found_names.mentions):
        return None
    left = [each for each in words(rest) if not any(inside(each, mention) for mention in known)]
    if not all(_says_nothing(each, known, plain, kit) for each in left):
        return None
    first, last = known[0].start, max(each.end for each in known)
    moved = Words(rest[first:last], tuple(Words("", tuple(known)).moved(-first)))
    return moved


def points_alone(rest: str) -> bool:
    """Tell whether a text only points to something: "the other one"."""
    found = pointer(rest)
    return found is not None and found.start <= 4 and found.end >= len(rest) and not found.possessive


def _says_nothing(word: Word, known: list[Mention], plain: State, kit: Kit) -> bool:
    """Tell whether a word beside names adds nothing: an article, or what their nodes are called anyway."""
    if word.pos == "PUNCT" or word.lower in _ARTICLES:
        return True
    schema = kit.store.schema(plain.graph)
    types = {candidate.node.type for mention in known for candidate in mention.candidates}
    return any({word.lemma, word.lower} & names_of(type, schema) for type in types)


def swapped(plain: State, named: Words, past: Past, kit: Kit) -> Iterator[Proposal]:
    """Yield one earlier question with names in place of each thing that it names, or of a word that is no name."""
    mine = [candidate.node for candidate in named.mentions[0].candidates]
    before = said(past.state)
    spoken = {node.id for nodes in past.spoken if len(nodes) == 1 for node in nodes}
    if {each.id for each in mine[:1]} & spoken:
        return  # it is asked about already
    for place, old in enumerate(reversed(past.state.mentions)):
        prior = _OLDER * past.age + _EARLIER * place
        if not old.candidates:
            prior += _UNKNOWN
        elif is_set(old):
            prior += _SET
        elif not _alike(mine, [each.node for each in old.candidates], plain.graph, kit):
            prior += _UNLIKE
        yield proposal(_as_then(plain, past), put(before, old.start, old.end, named), prior, past.par)
    cost = _ANY_WORD if past.unanswered else _KNOWN_WORD
    for start, end in _common(past.state):
        yield proposal(_as_then(plain, past), put(before, start, end, named), _OLDER * past.age + cost)


def worded(plain: State, rest: str, history: History) -> Iterator[Proposal]:
    """Yield earlier questions with words that name nothing in place of some of theirs: a town that is a mere word."""
    if not 0 < len(rest.split()) <= _FEW_WORDS or words(rest)[0].pos in ("ADP", "SCONJ", "NUM"):
        return
    for past in history:
        told = valued(past, rest)
        for place, (start, end) in enumerate([*told, *_acts(past.state, rest), *_common(past.state)]):
            prior = _OLDER * past.age + _EARLIER * place
            new = _ARTICLE.sub("", rest) if _ENDS_SO.search(past.state.text[:start]) else rest
            yield proposal(_as_then(plain, past), put(said(past.state), start, end, Words(new)), prior, past.par)


def valued(past: Past, new: str = "") -> list[tuple[int, int]]:
    """Return where a question says a value of what it asks for ("dismissed", "by injection"), last first.

    The preposition before it goes with it where what is put in its place is an adverb: "orally".
    """
    text, found = past.state.text, []
    for value in _told(past.reading.meaning if past.reading else None):
        for each in re.finditer(rf"\b{re.escape(value)}\b", text, re.I):
            before = _PREPOSITION.search(text[: each.start()]) if new.endswith("ly") else None
            found.append((before.start() if before else each.start(), each.end()))
    free = [each for each in found if not any(m.start < each[1] and each[0] < m.end for m in past.state.mentions)]
    return sorted({*free}, reverse=True)


def _told(meaning: object) -> Iterator[str]:
    """Yield the words that a meaning wants to be the value of some property."""
    if isinstance(meaning, Where) and isinstance(meaning.value, str):
        yield meaning.value
    if isinstance(meaning, Both):
        for part in meaning.parts:
            yield from _told(part)
    elif source := getattr(meaning, "source", None):
        yield from _told(source)


def _acts(state: State, rest: str) -> list[tuple[int, int]]:
    """Return where a question says what was done, if what follows it says only that: "filed", and then "decided?"."""
    if [each.tag for each in words(rest)] not in (["VBN"], ["VBD"]):
        return []
    done = [each for each in words(state.text) if each.tag in ("VBN", "VBD") and each.pos == "VERB"]
    return [(each.start, each.end) for each in done[-1:]]


def _as_then(plain: State, past: Past) -> State:
    """Return the state with the kind of request that the earlier question was."""
    return plain.with_(forced=plain.forced or past.state.forced)


def _alike(mine: list[Node], theirs: list[Node], graph: str, kit: Kit) -> bool:
    """Tell whether things are of one kind: of one type, or in a graph without types at the same end of a relation."""
    types = {each.type for each in mine} & {each.type for each in theirs}
    if types - {""} or not types:
        return bool(types)
    slots = kit.store.degree(graph, [each.id for each in (*mine, *theirs)])
    one = {slot for each in mine for slot in slots.get(each.id, {})}
    return bool(one & {slot for each in theirs for slot in slots.get(each.id, {})})


def _common(state: State) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a question that are nouns and no names, last first.

    Not the noun after "which", and no unit behind a number.
    """
    tokens = [each for each in words(state.text) if each.pos != "PUNCT"]
    stretches: list[list[Word]] = [[]]
    for token in tokens:
        if token.pos in ("NOUN", "PROPN", "ADJ") and not any(inside(token, each) for each in state.mentions):
            stretches[-1].append(token)
        elif stretches[-1]:
            stretches.append([])
    found = [each for each in stretches if each and any(token.pos in ("NOUN", "PROPN") for token in each)]
    units = {each.index + 1 for each in tokens if each.pos == "NUM"}
    free = [each for each in reversed(found) if each[0].index > 1 and each[0].index not in units]
    yield from ((each[0].start, each[-1].end) for each in free)


def _numbers(plain: State, rest: str, history: History) -> list[Proposal]:
    """Return earlier questions with another number: "and over a million?"."""
    new = number(rest)
    if new is None:
        return []
    return [each for past in history for each in _numbered(plain, rest[new.start() :].strip(), new[1], past)]


def number(rest: str) -> re.Match[str] | None:
    """Return the number that a text begins with, and its bound: "over 20", "in 2020"."""
    found = _NUMBER.search(rest)
    return found if found and found.start() <= 3 else None


def numbered(state: State) -> tuple[int, int] | None:
    """Return where a question says its last number with its bound, but for those in names."""
    old = next((each for each in reversed([*_NUMBER.finditer(state.text)]) if not _named(each, state)), None)
    return old.span() if old else None


def _numbered(plain: State, number: str, bound: str | None, past: Past) -> Iterator[Proposal]:
    """Yield an earlier question with a number in place of its last, which keeps its "over" where none is said."""
    last = past.state
    old = next((each for each in reversed([*_NUMBER.finditer(last.text)]) if not _named(each, last)), None)
    if old is None:
        return
    stretch = number if bound or not old[1] else f"{old[1]} {number}"
    start = old.start() + len(old[0]) - len(old[0].lstrip())
    yield proposal(_as_then(plain, past), put(said(last), start, old.end(), Words(stretch)), _OLDER * past.age - 0.1)


def _named(number: re.Match[str], state: State) -> bool:
    """Tell whether a number is a part of what is mentioned: "those 12 courts"."""
    return any(each.start < number.end() and number.start() < each.end for each in state.mentions)
