"""What a follow-up leaves out, put in place: "its genes" and "and Ohio?" become questions that stand alone.

A pronoun may mean what answered the last question or what that question was about. The likelier is tried first,
and the reader has the last word: the first that makes a question which reads well is taken.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agents.kit import Kit
from agents.language.followup import Pointer, elliptic, only_how_many, pointer, unled
from agents.language.phrasing import counted, plural
from agents.model import Candidate, Mention, Node
from agents.query import Match
from agents.reading.compile import compile_meaning
from agents.reading.meaning import Total, Values
from agents.state import State, Turn
from agents.tasks.ends import ids, is_set
from agents.tasks.facts import label

_TRIED = 3  # things that a pronoun may mean, each of which is read
_MOST = 2_000  # nodes that "those" may mean
_ARTICLE = re.compile(r"^(the|a|an)\s+", re.I)


@dataclass(frozen=True)
class Referent:
    """Things said before, by the words that stand for them now."""

    nodes: tuple[Node, ...]

    @property
    def words(self) -> str:
        """A name, or "those 12 courts"."""
        if len({each.name for each in self.nodes}) == 1:
            return self.nodes[0].name
        return f"those {counted(len(self.nodes), label(self.nodes))}"


def referred(state: State, kit: Kit) -> State:
    """Return the state with the text as a question of its own, and its mentions."""
    plain = state.with_(mentions=kit.reader.link(state.graph, state.text, state.picks))
    if not state.turns:
        return plain
    if only_how_many(state.text):
        return _counting(state, kit) or plain
    found = pointer(state.text)
    if found and not _inside(found, plain):
        return _pointing(state, found, kit) or plain
    rest = elliptic(state.text)
    return (_in_place(plain, rest, kit) if rest else None) or plain


def _inside(found: Pointer, plain: State) -> bool:
    """Tell whether a pronoun means something that the same text names before it: "Ohio and its courts"."""
    return found.possessive and any(each.end <= found.start for each in plain.firm)


# --- pronouns -----------------------------------------------------------------------------------


def _pointing(state: State, found: Pointer, kit: Kit) -> State | None:
    """Return the state with the pronoun bound to what makes the plainest question."""
    bound = [_bound(state, found, each, kit) for each in list(_referents(state, found.many, kit))[:_TRIED]]
    return max(bound, key=lambda each: _plain(each, kit), default=None)


def _plain(bound: State, kit: Kit) -> tuple[int, float]:
    """Rank a question: one that reads clearly, over few edges, before others; between equals the first stays."""
    readings = kit.reader.read(bound.graph, bound.text, bound.mentions)
    best = readings.readings[0] if readings.readings else None
    if readings.status != "clear" or best is None:
        return (-99, best.score if best else -99.0)
    return (-len(best.query.patterns) if isinstance(best.query, Match) else 0, 0.0)


def _counting(state: State, kit: Kit) -> State | None:
    """Return the state with "how many?" asked of what was found."""
    referent = next((each for each in _referents(state, True, kit)), None)
    if referent is None:
        return None
    words = f"those {len(referent.nodes)}"
    text = f"How many are {words}?"
    return _with_mention(state, text, Span(len(text) - len(words) - 1, len(text) - 1), referent.nodes, kit)


def _referents(state: State, many: bool, kit: Kit) -> Iterable[Referent]:
    """Yield what the last turn may be spoken of for, likeliest first."""
    *earlier, last = state.turns
    before = _before(state, last, tuple(earlier), kit)
    answered = _answered(before, last, kit)
    about = [_meant(mention) for mention in before.linked]
    together = tuple(node for nodes in about for node in nodes[:1])
    single = answered if len(answered) == 1 else ()
    ranked = [answered, together, *about] if many else [single, *about, answered]
    if not many and (said := pointer(last.question)) and not said.many:
        ranked = [*about, answered]  # the talk goes on about the same thing
    if many:
        ranked.sort(key=lambda nodes: len(nodes) < 2)
    yield from {tuple(each.id for each in nodes): Referent(nodes) for nodes in ranked if nodes}.values()


def _before(state: State, last: Turn, earlier: tuple[Turn, ...], kit: Kit) -> State:
    """Return the last question as it was understood then."""
    text = " ".join(last.question.split())
    return referred(State(state.graph, last.question, text, turns=earlier), kit)


def _answered(before: State, last: Turn, kit: Kit) -> tuple[Node, ...]:
    """Return every node that answered, or that was counted; looked up again where the turn has not all of them."""
    if last.nodes and last.total <= len(last.nodes):
        return last.nodes
    readings = kit.reader.read(before.graph, before.text, before.mentions)
    best = readings.readings[0] if readings.readings and readings.status != "none" else None
    if best is None or best.meaning is None or best.form == "verdict":
        return last.nodes
    meaning = best.meaning.source if isinstance(best.meaning, (Total, Values)) else best.meaning
    query = compile_meaning(meaning, kit.store.schema(before.graph))
    rows = kit.store.match(before.graph, query, limit=_MOST, evidence=False).rows
    return tuple({cell.id: cell for row in rows for cell in row.cells[:1] if isinstance(cell, Node)}.values())


def _bound(state: State, found: Pointer, referent: Referent, kit: Kit) -> State:
    """Return the state with the pronoun, and a noun that only repeats it, replaced by what it means."""
    many = len(referent.nodes) > 1
    words = referent.words
    noun = plural(label(referent.nodes))
    again = re.match(rf"\s+({re.escape(noun)}|ones)\b", state.text[found.end :], re.I) if many else None
    end = found.end + (again.end() if again and not found.possessive else 0)
    owning = ("'" if words.endswith("s") and many else "'s") if found.possessive else ""
    lead = unled(state.text[: found.start]) if found.start else ""
    gap = " " if lead and state.text[found.start - 1 : found.start] == " " else ""
    before = f"{lead.rstrip()}{gap}"
    text = f"{before}{words}{owning}{state.text[end:]}"
    return _with_mention(state, text, Span(len(before), len(before) + len(words)), referent.nodes, kit)


# --- ellipsis -----------------------------------------------------------------------------------


def _in_place(plain: State, rest: str, kit: Kit) -> State | None:
    """Return the last question with another name in place of its own, or a noun asked of what it was about."""
    named = _whole(rest, kit.reader.link(plain.graph, rest, plain.picks))
    if named is None:
        return None if plain.firm else _asked_of(plain, rest, kit)
    found = _earlier(plain, named, kit)
    if found is None:
        return None
    before, old = found
    text = f"{before.text[: old.start]}{named.text}{before.text[old.end :]}"
    return _with_mention(plain, text, Span(old.start, old.start + len(named.text)), _meant(named), kit)


def _meant(mention: Mention) -> tuple[Node, ...]:
    """Return the nodes that fit a mention best."""
    return tuple(each.node for each in mention.candidates if each.node.id in ids(mention))


def _earlier(plain: State, named: Mention, kit: Kit) -> tuple[State, Mention] | None:
    """Return the latest question, and the mention in it, that another name may take the place of."""
    fallback = None
    for number in range(len(plain.turns) - 1, max(-1, len(plain.turns) - 1 - _TRIED), -1):
        before = _before(plain, plain.turns[number], plain.turns[:number], kit)
        one = [each for each in before.linked if not is_set(each)]
        if old := _like(named, one):
            return before, old
        fallback = fallback or ((before, one[-1]) if one else None)
    return fallback


def _whole(rest: str, mentions: tuple[Mention, ...]) -> Mention | None:
    """Return the mention that is all of a text but for an article."""
    article = _ARTICLE.match(rest)
    start = article.end() if article else 0
    whole = (each for each in mentions if each.candidates and each.end >= len(rest) and each.start <= start)
    return next(whole, None)


def _like(named: Mention, mentions: list[Mention]) -> Mention | None:
    """Return the last mention of the same type of thing."""
    types = {each.node.type for each in named.candidates}
    alike = [each for each in mentions if types & {candidate.node.type for candidate in each.candidates}]
    return alike[-1] if alike else None


def _asked_of(plain: State, rest: str, kit: Kit) -> State | None:
    """Return "and the genes?" as a question about what was spoken of, where it reads as one."""
    for referent in list(_referents(plain, False, kit))[:_TRIED]:
        lead = f"{rest if _ARTICLE.match(rest) else f'the {rest}'} of "
        span = Span(len(lead), len(lead) + len(referent.words))
        asked = _with_mention(plain, f"{lead}{referent.words}?", span, referent.nodes, kit)
        if kit.reader.read(plain.graph, asked.text, asked.mentions).status == "clear":
            return asked
    return None


# --- both ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Span:
    """Characters start to end of a text."""

    start: int
    end: int


def _with_mention(state: State, text: str, span: Span, nodes: tuple[Node, ...], kit: Kit) -> State:
    """Return the state with a text in which these characters mean these nodes, and its other mentions."""
    words = text[span.start : span.end]
    mine = Mention(words, span.start, span.end, tuple(Candidate(each, 1.0, "context", words) for each in nodes))
    others = [
        each
        for each in kit.reader.link(state.graph, text, state.picks)
        if each.end <= span.start or each.start >= span.end
    ]
    return state.with_(text=text, mentions=tuple(sorted([*others, mine], key=lambda each: each.start)))
