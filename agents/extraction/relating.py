"""Which relation of a graph words mean between two things, and which of the two is its head."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from agents.language.phrasing import readable, shape
from agents.language.words import lemma
from agents.model import Node, RelationType, Schema
from agents.reading.names import bare
from agents.reading.reader import Reader

LEAST = 0.1  # of the reader's score, under which words mean nothing of the graph
_AGAINST = 0.7  # the share of a relation that only holds in the direction that grammar does not give
_LEFT = 0.4  # what others may take away, at most: so much is always left to lose
_KEPT = 4  # relations that words may mean
_CACHED = 5_000


@dataclass(frozen=True)
class Meant:
    """A relation that words may mean, and how surely; `backwards`: from their object to their subject."""

    relation: RelationType
    score: float
    backwards: bool


class Relating:
    """Relates words to the relations of one graph's schema; keeps what it found out."""

    def __init__(self, reader: Reader, graph: str, schema: Schema) -> None:
        self._reader, self._graph, self._schema = reader, graph, schema
        self._kept: dict[str, tuple[tuple[RelationType, float, bool], ...]] = {}

    def meant(
        self, words: str, head: Node | None, tail: Node | None, *, passive: bool = False, noun: bool = False
    ) -> tuple[Meant, ...]:
        """Return the relations that words may mean between two things (None: not in the graph), likeliest first."""
        found, lost = [], 0.0  # what means a relation that cannot hold here takes nothing from those that can
        for relation, score, backwards in self._named(words):
            turned = backwards or _turned(words, relation, passive, noun)
            if _fits(relation, tail if turned else head, head if turned else tail):
                found.append(Meant(relation, score, turned))
            elif not relation.symmetric and _fits(relation, head if turned else tail, tail if turned else head):
                found.append(Meant(relation, score * _AGAINST, not turned))
            else:
                lost += score
        shared = [replace(each, score=min(1.0, each.score / max(1.0 - lost, _LEFT))) for each in found]
        return tuple(sorted((each for each in shared if each.score >= LEAST), key=lambda each: -each.score)[:_KEPT])

    def _named(self, words: str) -> tuple[tuple[RelationType, float, bool], ...]:
        if words not in self._kept:
            if len(self._kept) > _CACHED:
                self._kept.clear()
            exact = tuple(self._exact(words))
            named = {relation.name for relation, _, _ in exact}
            self._kept[words] = (*exact, *(each for each in self._best(words) if each[0].name not in named))
        return self._kept[words]

    def _best(self, words: str) -> tuple[tuple[RelationType, float, bool], ...]:
        """Return what words mean, or their verb by itself does ("treat" for "is treated by"), whichever is surer."""
        ways = [tuple(self._akin(each)) for each in dict.fromkeys((words, _plain(words)))]
        return max(ways, key=lambda each: max((score for _, score, _ in each), default=0.0))

    def _exact(self, words: str) -> Iterator[tuple[RelationType, float, bool]]:
        lean = _lean(words)
        for each in self._schema.relations:
            if lean in {_lean(text) for text in (readable(each.name), *each.synonyms)}:
                yield each, 1.0, False
            elif lean in {_lean(text) for text in each.inverse_synonyms}:
                yield each, 1.0, True

    def _akin(self, words: str) -> Iterator[tuple[RelationType, float, bool]]:
        seen = set()
        for guess in self._reader.relations(self._graph, words):
            relation = self._schema.relation(guess.relation)
            if relation is not None and relation.name not in seen:
                seen.add(relation.name)
                yield relation, guess.score, guess.backwards


def _turned(words: str, relation: RelationType, passive: bool, noun: bool) -> bool:
    """Tell whether grammar turns a relation round against its name.

    "X is treated by Y" of `treats`, "Y treats X" of `treated_by`, "X is the capital of Y" of `capital` (but not of
    `capital_of`), "Y's capital is X" of `capital_of`.
    """
    name = readable(relation.name)
    by_name = name.endswith(" by")
    if noun:
        return name.endswith(" of")
    if words.endswith(" of") and shape(name) == "noun" and not name.endswith(" of"):
        return True
    if words.endswith(" by") and passive:
        return not by_name
    return by_name and not passive and not words.endswith(" by")


def _fits(relation: RelationType, head: Node | None, tail: Node | None) -> bool:
    """Tell whether a relation joins things of the types of these two (None: whatever)."""
    typed = [each for each in relation.signatures if each.head or each.tail]
    return not typed or any(
        (head is None or not head.type or each.head == head.type)
        and (tail is None or not tail.type or each.tail == tail.type)
        for each in typed
    )


def _plain(words: str) -> str:
    """Return the verb of a passive by itself."""
    verb = words.removeprefix("is ").removesuffix(" by")
    return lemma(verb) if words.endswith(" by") and " " not in verb else words


def _lean(words: str) -> str:
    return bare(" ".join(words.lower().split()))
