"""What a sentence of a language model may rest on: each claim with the things, numbers and words that it has."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from agents.counsel.neutral import NEGATIVE, NUMBERS
from agents.language.phrasing import readable, sentence
from agents.language.words import lemma, words
from agents.model import Claim, Edge, Node, Passage, Schema
from agents.state import State

_NUMBER = re.compile(r"\d+(?:[,.\u00a0 ]\d{3})*(?:\.\d+)?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
_FACTS = 40
_CLEAR = frozenset({"no edge", "not in the graph"})


@dataclass(frozen=True)
class Ground:
    """A claim as what may be said by it."""

    number: int
    text: str
    things: frozenset[str]  # ids of nodes
    edges: tuple[Edge, ...] = ()
    facts: tuple[str, ...] = ()  # its edges, the first of them, each as a sentence

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the claim and of its relations, as they stand and as lemmas, in lower case."""
        return vocabulary(self.text, *self.facts, *(readable(each.relation) for each in self.edges))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that the claim says."""
        return frozenset(number for number, _ in numbers(self.text))

    @cached_property
    def negative(self) -> bool:
        """Whether it says that something is not so."""
        return negative(self.text)


@dataclass(frozen=True)
class Grounds:
    """All that an answer says, and what its things are called (lower case, longest first)."""

    claims: tuple[Ground, ...]
    names: Mapping[str, frozenset[str]]
    symmetric: frozenset[str] = frozenset()  # relations that hold both ways
    verdict: str | None = None  # "yes" or "no", where the answer is one

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all claims, and of all names."""
        said = [each.words for each in self.claims]
        return frozenset().union(*said, *(vocabulary(each) for each in self.names))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of all claims."""
        return frozenset().union(*(each.numbers for each in self.claims))


def grounds(state: State, schema: Schema) -> Grounds:
    """Return what the claims of an answer let one say."""
    nodes = {each.id: each for each in state.evidence.nodes}
    edges = {each.id: each for each in state.evidence.edges}
    passages = {each.id: each for each in state.evidence.passages}
    called = {each.id: each.name for each in nodes.values()}

    def said(edge: Edge) -> str:
        return sentence(edge, called, schema.relation(edge.relation))

    found = tuple(_ground(number, each, edges, passages, said) for number, each in enumerate(state.claims))
    spoken_of = frozenset().union(*(each.things for each in found))
    symmetric = frozenset(each.name for each in schema.relations if each.symmetric)
    return Grounds(found, _names(nodes[id] for id in spoken_of if id in nodes), symmetric, state.verdict)


def vocabulary(*texts: str) -> frozenset[str]:
    """Return the words of texts in lower case, as they stand and as lemmas."""
    plain = {each for text in texts for each in _WORD.findall(text.casefold())}
    parsed = {each.lemma for text in texts for each in words(text)}
    return frozenset(plain | parsed | {lemma(each) for each in plain if len(each) < 30})


def numbers(text: str) -> list[tuple[str, str]]:
    """Return every number of a text, written in one way, with its stretch of the text."""
    found = [(_plain(each.group()), each.group()) for each in _NUMBER.finditer(text)]
    spelt = [each.group() for each in _WORD.finditer(text)]
    return found + [(NUMBERS[each.lower()], each) for each in spelt if each.lower() in NUMBERS]


def negative(text: str) -> bool:
    """Whether a text says that something is not so."""
    said = text.casefold()
    return any(each.lower in NEGATIVE for each in words(text)) or any(each in said for each in _CLEAR)


def _plain(number: str) -> str:
    whole = re.sub(r"[,\u00a0 ](?=\d{3})", "", number)
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def _ground(
    number: int,
    claim: Claim,
    edges: Mapping[str, Edge],
    passages: Mapping[str, Passage],
    said: Callable[[Edge], str],
) -> Ground:
    held = tuple(edges[id] for id in claim.edges if id in edges)
    quoted = [passages[id] for id in claim.passages if id in passages]
    ends = {end for each in held for end in (each.head, each.tail)}
    mentioned = {id for each in quoted for id in each.nodes}
    text = " ".join([claim.text, *(each.text for each in quoted)])
    facts = tuple(dict.fromkeys(said(each) for each in held[:_FACTS]))
    return Ground(number, text, frozenset({*claim.nodes, *ends, *mentioned}), held, facts)


def _names(nodes: Iterable[Node]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for node in nodes:
        for name in (node.name, *node.aliases):
            if len(name) > 1:
                found.setdefault(" ".join(name.casefold().split()), set()).add(node.id)
    longest = sorted(found, key=lambda each: (-len(each), each))
    return {name: frozenset(found[name]) for name in longest}
