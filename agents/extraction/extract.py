"""Texts to triples over a graph's schema: mentions linked, sentences parsed, words related.

A triple that has both its ends and a relation in the graph can be checked or proposed; one with an end or a relation
that the graph lacks is told, too, as far as it is understood.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from agents.documents.mentions import Named, mentions
from agents.documents.splitting import Span, sentences
from agents.extraction.parsing import LONGEST, Parsed, parsed
from agents.extraction.relating import Meant, Relating
from agents.extraction.said import SUBJECTS, Said, Token, between, said
from agents.extraction.triples import End, Triple
from agents.graphs.store import GraphStore
from agents.model import Node
from agents.reading.reader import Reader

_MOST = 40  # triples of a sentence
_SURROGATE = re.compile("[\ud800-\udfff]")  # which no parser can read; a blank keeps every place where it is
_STANDING = frozenset("it he she they".split())
_PRONOUNS = frozenset("it he she they this that these those him her them its his their".split())


class Extraction:
    """Reads texts against one version of one graph."""

    def __init__(self, store: GraphStore, reader: Reader, graph: str) -> None:
        self._store, self._graph = store, graph
        self.schema = store.schema(graph)
        self._relating = Relating(reader, graph, self.schema)

    def triples(self, text: str) -> tuple[Triple, ...]:
        """Return what a text says, sentence by sentence."""
        return self.of_sentences(text, list(sentences(text)))

    def of_sentences(self, text: str, spans: Sequence[Span]) -> tuple[Triple, ...]:
        """Return what these sentences of a text say; a pronoun that begins one means the last one's subject."""
        text = _SURROGATE.sub(" ", text)
        named = mentions(self._store, self._graph, [each.of(text) for each in spans])
        found: list[Triple] = []
        subject: Named | None = None
        for span, names in zip(spans, named, strict=True):
            some = list(self._sentence(span.of(text), names, subject))[:_MOST]
            found += [replace(each, start=span.start, end=span.end) for each in some]
            subject = names[0] if names and names[0].start <= _FRONT else subject if not names else None
        return tuple(found)

    def _sentence(self, text: str, names: Sequence[Named], before: Named | None) -> Iterator[Triple]:
        if len(text) > LONGEST:
            return
        tree = parsed(text, names)
        known = _with_pronouns(tree, before)
        found = list(said(tree.doc))
        related = {frozenset((each.head.i, each.tail.i)) for each in found}
        near = [each for each in between(tree.doc, list(tree.named)) if _fresh(each, related)]
        for each in [*found, *(near if not text.rstrip().endswith("?") else ())]:
            if each.head.lower_ in _PRONOUNS and each.head.i not in known:
                continue
            triple = self._triple(each, _end(each.head, known), _end(each.tail, known))
            if triple is not None:
                yield replace(triple, sentence=text)

    def _triple(self, each: Said, head: End, tail: End) -> Triple | None:
        """Return a triple by the likeliest relation and nodes; None where neither end is a node of the graph."""
        if head.node is None and tail.node is None:
            return None
        heads, tails = _readings(head), _readings(tail)
        found: list[tuple[Meant, Node | None, Node | None]] = [
            (meant, one, other)
            for one, other in product(heads, tails)
            for meant in self._relating.meant(each.words, one, other, passive=each.passive, noun=each.noun)
        ]
        if not found:
            return Triple(head, each.words, tail, denied=each.denied, hedged=each.hedged)
        best, one, other = max(found, key=lambda each: each[0].score)
        ends = replace(head, node=one), replace(tail, node=other)
        ends = (ends[1], ends[0]) if best.backwards else ends
        return Triple(ends[0], each.words, ends[1], best.relation.name, best.score, each.denied, each.hedged)


def _fresh(each: Said, related: set[frozenset[int]]) -> bool:
    """Tell whether the parser related neither of two things to anything."""
    return not any({each.head.i, each.tail.i} & pair for pair in related)


def _with_pronouns(tree: Parsed, before: Named | None) -> dict[int, Named]:
    """Return what the words of a sentence are called, pronouns as its last subject is, or the last sentence's."""
    known, subject = dict(tree.named), before
    for token in tree.doc:
        if token.lower_ in _STANDING and token.dep_ in SUBJECTS and subject is not None:
            known[token.i] = subject
        elif token.i in known and token.dep_ in SUBJECTS:
            subject = known[token.i]
    return known


_FRONT = 5  # characters of a sentence within which its subject begins: behind "The "


def _readings(end: End) -> list[Node | None]:
    return [end.node, *end.others] if end.node is not None else [None]


def _other_kind(token: Token, known: dict[int, Named]) -> bool:
    """Tell whether a common noun is narrowed to a kind of its own: hay fever is another thing than fever."""
    narrowing = [each for each in token.lefts if each.dep_ == "compound" and each.tag_ == "NN"]
    others = any(
        each.i in known and each.i != token.i for each in token.subtree
    )  # a sentence taken for a heap of nouns
    return token.text.islower() and bool(narrowing) and not others


def _end(token: Token, known: dict[int, Named]) -> End:
    """Return an end: the mention that a token is, or its noun phrase as it stands."""
    named = known.get(token.i)
    if named is None:
        inner = next((known[each.i] for each in token.children if each.i in known and each.dep_ == "appos"), None)
        named = inner if inner is not None and token.pos_ == "NOUN" else None
    elif _other_kind(token, known):
        named = None
    if named is not None:
        return End(named.text, named.start, named.end, named.nodes[0], named.score, named.nodes[1:])
    first = token
    for each in token.lefts:
        if each.dep_ in ("compound", "amod", "nummod", "nmod", "quantmod", "poss") and first.i == token.i:
            first = each.left_edge
    text = token.doc[first.i : token.i + 1].text
    return End(re.sub(r"^(?:the|an?)\s+", "", text, flags=re.I), first.idx, token.idx + len(token))
