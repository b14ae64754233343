"""The reader of questions: links, reads, and keeps what it knows of a graph until the graph changes."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.language.english import COMPARING
from agents.language.words import Word, words
from agents.model import Candidate, Mention
from agents.query import Describe, Match
from agents.reading.chart import Cell, Chart
from agents.reading.finish import Manner, finish, manner
from agents.reading.lexical import Asked, Lexical, asked, soft
from agents.reading.lexicon import Lexicon, Slot, prepare
from agents.reading.link import link_words
from agents.reading.meaning import Kind
from agents.reading.reader import Reading, Readings, RelationGuess
from agents.reading.rules import Rules
from agents.reading.units import content, fits

CLEAR = -2.5  # a best reading above this is answered
UNSURE = -3.7  # and one below this is not shown
_LOOK = 0.5  # seconds that a reading may take to look whether it finds anything
_GRAPHS = 16  # graphs kept prepared
_DEFINING = frozenset("define describe explain definition meaning mean about information info".split())
_ASKING = frozenset("what who tell what's whats".split())


class GraphReader:
    """Reads questions against any graph of a store."""

    def __init__(self, store: GraphStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._kept: OrderedDict[str, Lexicon] = OrderedDict()
        self._lock = Lock()

    def link(self, graph: str, text: str, picks: Mapping[str, str] = {}) -> tuple[Mention, ...]:
        """Return the mentions of nodes in a text, left to right; see `agents.reading.link`."""
        lexicon = self.lexicon(graph)
        return link_words(self._store, graph, text, words(text), picks, lexicon.said, lexicon.akin)

    def read(self, graph: str, question: str, mentions: Sequence[Mention]) -> Readings:
        """Return the ways to read a question, best first, given its mentions."""
        lexicon = self.lexicon(graph)
        tokens = words(question)
        linked = [each for each in mentions if each.candidates]
        missing = tuple(f"a node called '{each.text}'" for each in mentions if not each.candidates)
        found = self._read(graph, lexicon, tokens, linked)
        if missing:
            return Readings("none", tuple(found), tuple(mentions), missing)
        best = found[0].score if found else UNSURE
        status = "clear" if best >= CLEAR else "unsure" if best > UNSURE else "none"
        gaps = () if status == "clear" else ("a reading of these words that the graph can answer",)
        return Readings(status, tuple(found), tuple(mentions), gaps)  # type: ignore[arg-type]

    def _read(self, graph: str, lexicon: Lexicon, tokens: Sequence[Word], mentions: Sequence[Mention]) -> list[Reading]:
        question = asked(tokens, mentions, lexicon.said)
        if defined := _defined(tokens, lexicon.said, mentions):
            return [defined]
        rules = Rules(lexicon)
        first = Lexical(lexicon, self._embedder, rules, question)
        lexical = first.items(mentions, self._slots(graph, mentions))
        whole = Chart(question.positions, rules, first.skips(lexical)).fill(lexical)
        items = [*whole, *(done for item in whole for done in rules.completed(item))]
        how = manner(tokens)
        found = finish(
            items,
            how,
            _expected(question, lexical),
            lexicon,
            lambda query: self._count(graph, query, how),
        )
        return [reading for reading, _ in found]

    def relations(self, graph: str, phrase: str) -> tuple[RelationGuess, ...]:
        """Return the relations that a phrase may mean, best first."""
        lexicon = self.lexicon(graph)
        span = (phrase.lower(), content(phrase.lower()))
        ranked = fits(lexicon, self._embedder, [span])[0]
        guesses = [RelationGuess(f.unit.name, 2.718**f.score, f.backwards) for f in ranked if f.unit.kind == "relation"]
        return tuple(guesses)

    def lexicon(self, graph: str) -> Lexicon:
        """Return what can be said about a graph, prepared once a version."""
        version = self._store.version(graph)
        with self._lock:
            kept = self._kept.get(graph)
            if kept is not None and kept.schema.version == version:
                self._kept.move_to_end(graph)
                return kept
        fresh = prepare(graph, self._store, self._embedder)
        with self._lock:
            self._kept[graph] = fresh
            while len(self._kept) > _GRAPHS:
                self._kept.popitem(last=False)
        return fresh

    def _slots(self, graph: str, mentions: Sequence[Mention]) -> dict[str, frozenset[Slot]]:
        ids = [candidate.node.id for mention in mentions for candidate in mention.candidates]
        degrees = self._store.degree(graph, ids)
        return {
            id: frozenset((relation, "head" if way == "out" else "tail") for relation, way in each)
            for id, each in degrees.items()
        }

    def _count(self, graph: str, query: Match, how: Manner) -> int:
        """Return how many rows a query has (of a count: the number itself), asking for no more than two."""
        rows = self._store.match(graph, query, limit=2, timeout=_LOOK, evidence=False).rows
        if rows and how.count and isinstance(rows[0].cells[0], int | float):
            return int(rows[0].cells[0])
        return sum(1 for row in rows if row.cells[0] is not None)


def _expected(question: Asked, lexical: Mapping[tuple[int, int], Cell]) -> frozenset[str]:
    """Return the types that the question's first noun names ("which rivers ..."), where it names one."""
    if not question.positions or not question.positions[0].typed:
        return frozenset()
    kinds = [each for each in lexical.get((0, 1), ()) if isinstance(each.meaning, Kind) and each.score > -1.0]
    return frozenset(kind for each in kinds for kind in (each.info.types if each.info else ()))


def _defined(tokens: Sequence[Word], said: frozenset[str], mentions: Sequence[Mention]) -> Reading | None:
    """Return a description where a question is about one thing, or compares several, and asks nothing else."""
    covered = [each for each in tokens if any(each.start < m.end and m.start < each.end for m in mentions)]
    others = [each for each in tokens if each not in covered]
    rest = [each.lower for each in others if not each.light or soft(each, said)]
    if not mentions or any(word not in _DEFINING and word not in COMPARING for word in rest):
        return None
    several = len(mentions) > 1
    if several and not COMPARING & set(rest):
        return None
    asked = rest or tokens[0].lower in _ASKING or not [each for each in others if each.pos not in ("PUNCT", "DET")]
    if not asked:
        return None
    chosen = [each for mention in mentions for each in _best(mention, 1 if several else 5)]
    names = " and ".join(mention.text for mention in mentions)
    return Reading(Describe(ids=tuple(each.node.id for each in chosen)), 0.0, "describe", f"everything about {names}")


def _best(mention: Mention, most: int) -> tuple[Candidate, ...]:
    return tuple(each for each in mention.candidates if each.score >= mention.score - 0.05)[:most]
