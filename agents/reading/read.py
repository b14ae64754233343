"""The reader of questions: links, reads, and keeps what it knows of a graph until the graph changes."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import exp
from threading import Lock

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.language.words import Word, words
from agents.model import Mention
from agents.query import Match
from agents.reading.asides import set_aside
from agents.reading.beyond import found_out
from agents.reading.certainty import certainty, learnt
from agents.reading.chart import Cells, Chart
from agents.reading.describing import described
from agents.reading.finish import TRIED, candidates, finish
from agents.reading.ground import Ground
from agents.reading.happening import asked_of
from agents.reading.idioms import choosing, leading, turned
from agents.reading.items import Item, Slot
from agents.reading.joining import RANGE
from agents.reading.labelling import said_of
from agents.reading.leaving_out import left_out
from agents.reading.lexical import lexical_items
from agents.reading.lexicon import Lexicon
from agents.reading.link import Linking
from agents.reading.literals import literals
from agents.reading.manner import Manner, manner
from agents.reading.meaning import Joined, sort
from agents.reading.names import single
from agents.reading.ordering import ordered
from agents.reading.parts import ALL, Parts
from agents.reading.prepare import prepare, slots_of
from agents.reading.probing import Probe
from agents.reading.question import MOST_POSITIONS, Asked, asked, inside
from agents.reading.reader import Reading, Readings, RelationGuess, Status
from agents.reading.requesting import requested
from agents.reading.rules import completed, together
from agents.reading.showing import shown
from agents.reading.signs import amiss, lacking, recorded, signs, unknown, unread, untimely
from agents.reading.skipping import skips
from agents.reading.spans import Span as Stretch
from agents.reading.units import Span, content, fits

OFFERED = 0.02  # "did you mean": a reading that leaves out an unknown name, or is no likelier than this, is no offer
_GRAPHS = 16  # graphs kept prepared
_NOUN = 3  # positions of a phrase that names a type
_NAMING = -1.1  # the score that a type needs to be what the question's first noun names


class GraphReader:
    """Reads questions against any graph of a store."""

    def __init__(self, store: GraphStore, embedder: Embedder, parts: Parts = ALL) -> None:
        self._store = store
        self._embedder = embedder
        self._parts = parts
        self._kept: OrderedDict[str, Lexicon] = OrderedDict()
        self._lock = Lock()

    def link(self, graph: str, text: str, picks: Mapping[str, str] = {}) -> tuple[Mention, ...]:
        """Return the mentions of nodes in a text, left to right; see `agents.reading.link`."""
        return Linking(self._store, self.lexicon(graph), text, words(text)).mentions(picks)

    def persons(self, graph: str) -> frozenset[str]:
        """Return the types whose nodes are people."""
        return self.lexicon(graph).persons

    def read(self, graph: str, question: str, mentions: Sequence[Mention]) -> Readings:
        """Return the ways to read a question, best first, given its mentions."""
        lexicon = self.lexicon(graph)
        linked = [each for each in mentions if each.candidates]
        said = left_out(requested(words(question), linked, lexicon.said), linked, lexicon)
        tokens, besides = set_aside(ordered(said, linked), linked, lexicon)
        values = _values(question, tokens, linked, lexicon)
        positions = asked(tokens, linked, lexicon.said, lexicon.texts, values)
        how = replace(_manner(positions), different=besides.different)
        other = turned(positions) or (how.whom and not any(_person(each, lexicon) for each in linked))
        whole = None if other else described(tokens, lexicon.said, linked)
        found = [whole] if whole else self._read(lexicon, positions.shortened(), linked, how)
        found = [shown(each, besides, lexicon) for each in found]
        read = _readings(found, mentions, positions, lexicon)
        ask_all = read.status == "none" and not other
        all_of_it = described(words(question), lexicon.said, linked) if ask_all else None
        return _readings([all_of_it], mentions, positions, lexicon) if all_of_it else read  # "what is in X"

    def _read(self, lexicon: Lexicon, question: Asked, mentions: Sequence[Mention], how: Manner) -> list[Reading]:
        ground = Ground(lexicon, question.positions)
        lexical = lexical_items(ground, question, mentions, self._slots(lexicon, mentions, how))
        costs = skips(question.positions, lexical, lexicon, bool(leading(question)))
        whole = Chart(question.positions, partial(together, ground), costs).fill(lexical)
        items = [*whole, *(replace(done, trace=item.trace) for item in whole for done in completed(ground, item))]
        if how.word == "when" or how.much or how.count or how.got:
            items += [each for item in whole for each in said_of(ground, item, how)]
        items += [each for item in items for each in asked_of(ground, item, how)]
        answers = candidates(items, how, _expected(question, lexical), lexicon)
        probe = Probe(self._store, lexicon.graph)
        known = [replace(each, meaning=found_out(each.meaning, lexicon, probe.number)) for each in answers[:TRIED]]
        return finish(known, lexicon.schema, probe.rows if self._parts.looking else _found)

    def relations(self, graph: str, phrase: str) -> tuple[RelationGuess, ...]:
        """Return the relations that a phrase may mean, best first."""
        span = Span(phrase.lower(), content(phrase.lower()), phrase.lower())
        ranked = fits(self.lexicon(graph), [span])[0]
        found = [each for each in ranked if each.unit.kind == "relation"]
        return tuple(RelationGuess(each.unit.name, exp(each.score), each.backwards) for each in found)

    def lexicon(self, graph: str) -> Lexicon:
        """Return what can be said about a graph, prepared once a version."""
        version = self._store.version(graph)
        with self._lock:
            kept = self._kept.get(graph)
            if kept is not None and kept.schema.version == version:
                self._kept.move_to_end(graph)
                return kept
        fresh = replace(prepare(graph, self._store, self._embedder), parts=self._parts)
        with self._lock:
            self._kept[graph] = fresh
            while len(self._kept) > _GRAPHS:
                self._kept.popitem(last=False)
        return fresh

    def _slots(self, lexicon: Lexicon, mentions: Sequence[Mention], how: Manner) -> dict[str, frozenset[Slot]]:
        """Return what each linked node may fill: what it has, and where "no" or 0 is an answer, what its like has."""
        nodes = {candidate.node.id: candidate.node for mention in mentions for candidate in mention.candidates}
        has = {id: slots_of(each) for id, each in self._store.degree(lexicon.graph, list(nodes)).items()}
        if not how.verdict and not (how.count and lexicon.typed):
            return has
        return {
            id: has.get(id, frozenset()) | lexicon.type_offers.get(node.type, frozenset()) for id, node in nodes.items()
        }


def _values(text: str, tokens: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the stretches outside of names that spell out a value."""
    named = [n for n, word in enumerate(tokens) if any(inside(word, each) for each in mentions)]
    told = lexicon.values.keys() | lexicon.said_values.keys()
    found = literals(text, tokens, told, [Stretch(n, n + 1) for n in named], timed=lexicon.timed)
    ends = [(tokens[each.first].start, tokens[each.last - 1].end) for each in found]
    return [Mention(text[start:end], start, end, ()) for start, end in ends]


def _person(mention: Mention, lexicon: Lexicon) -> bool:
    return mention.node is not None and mention.node.type in lexicon.persons


def _manner(question: Asked) -> Manner:
    """Return what a question asks for; "is X a man or a woman" for one of the two."""
    how = manner(question.unnamed)
    return replace(how, verdict=False) if how.verdict and choosing(question) else how


def _readings(found: Sequence[Reading], mentions: Sequence[Mention], question: Asked, lexicon: Lexicon) -> Readings:
    """Return how sure the readings are, and what of the question found nothing."""
    told = signs(question, found, mentions, lexicon) if found and found[0].form != "describe" else {}
    chance = certainty(found[0], told) if found else 0.0
    missing = [f"a node called '{each.text}'" for each in unknown(question, mentions, found)]
    status = _status(0.0 if missing else chance) if lexicon.parts.certainty else _any(found)
    unlooked = _unlooked(found)
    status = "unsure" if status == "clear" and (unlooked or untimely(question, told)) else status
    status = "none" if found and amiss(question, found, lexicon) else status
    offered = tuple(found) if status != "none" or (not missing and chance > OFFERED) else ()
    if status != "clear" and not missing:
        missing.append("a reading of these words that the graph can answer")
    if len(question.positions) > MOST_POSITIONS:
        first = question.words[question.places[MOST_POSITIONS][0]]
        missing.append(
            f"what is asked from '{first.text}' on (only {MOST_POSITIONS} words that carry meaning are read)"
        )
    known = recorded(question, mentions, lexicon.texts)
    left, lacks = unread(question, found), tuple(each for each in lacking(question, found) if each not in known)
    return Readings(status, offered, tuple(mentions), tuple(missing), chance, told, left, lacks, unlooked)


def _found(_: Match, __: bool) -> int:
    return 1


def _unlooked(found: Sequence[Reading]) -> tuple[str, ...]:
    """Return the readings that would be better than the first if they found anything, which was not found out."""
    return tuple(each.words for each in found[1:] if each.late is not None and each.late > found[0].score)


def _any(found: Sequence[Reading]) -> Status:
    return "clear" if found else "none"


def _status(chance: float) -> Status:
    weights = learnt()
    return "clear" if chance >= weights.clear else "unsure" if chance >= weights.unsure else "none"


def _expected(question: Asked, lexical: Cells) -> frozenset[str]:
    """Return the types that the question's first noun names ("which rivers ..."), where it names one."""
    if not question.positions or not question.positions[0].typed:
        return frozenset()
    first = [(last, each) for last in range(1, _NOUN + 1) for each in lexical.get((0, last), ())]
    kinds = [
        each
        for last, each in first
        if _sort(each, question, last) and (each.score > _NAMING or _literally(each, last, question))
    ]
    kinds = kinds or [each for _, each in first if _role(each) and each.score > _NAMING + RANGE]
    return frozenset(type for each in kinds for type in each.info.types)


def _sort(item: Item, question: Asked, last: int) -> bool:
    """Whether an item is a type, or a value that a noun which ends before `last` calls its things by ("companies")."""
    if not sort(item.meaning) or not item.derived:
        return sort(item.meaning)
    behind = question.positions[last : last + 1]
    return item.noun and not (behind and not behind[0].before and behind[0].pos in ("NOUN", "PROPN"))


def _literally(item: Item, last: int, question: Asked) -> bool:
    """Whether a type is called by just the question's first words, whatever else is."""
    return any(each.kind == "unit" and each.said == single(question.text(0, last)) for each in item.trace)


def _role(item: Item) -> bool:
    """Whether an item is all that a relation leads to, said by a noun: "which author ..." asks for who is one."""
    return item.kind == "set" and item.noun and isinstance(item.meaning, Joined)
