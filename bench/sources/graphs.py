"""A card of some of a graph's things: is what it says of them true, and is it left alone with the others?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from agents.cards.archive import Question
from agents.cards.facts import Fact, plain
from agents.cards.forms import studied
from agents.cards.recall import own_questions
from agents.cards.worded import facts_of_graph
from agents.graphs.sqlite import SqliteStore
from agents.graphs.store import GraphStore
from agents.language.embeddings import embedder
from agents.model import Mention, Node
from agents.packs.pack import load_pack, pack
from agents.query import Match, Pattern, Return, Var
from agents.reading.read import GraphReader
from agents.sources.named import taught
from agents.sources.router import ScopeRouter
from agents.sources.source import Scope
from agents.state import State
from bench.routing import Shelf

_AND = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\band\b)\s*", re.I)
_FEWEST, _MOST = 3, 12  # relations of a thing that is chosen: enough to tell, and told whole in a few sentences


@dataclass(frozen=True)
class Chosen:
    """Things that a card learns and others of their kind that it does not, with the facts of each."""

    learnt: tuple[Fact, ...]
    others: tuple[Fact, ...]
    tails: Mapping[str, tuple[str, ...]]  # a thing's name → all that the graph has at the other end, by those relations


def loaded(name: str, folder: Path) -> GraphStore:
    """Return a store with a pack's graph of its name, loaded once a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    store = SqliteStore(folder / "graphs.sqlite3")
    if name not in store.graphs():
        store.create(name)
        load_pack(store, name, pack(name))
    return store


def choose(store: GraphStore, graph: str, type: str, relations: Sequence[str], count: int, seed: int) -> Chosen:
    """Choose `count` things of a type to learn and as many others; of each only what these relations say is told."""
    every = sorted(each.id for each in store.export(graph) if isinstance(each, Node) and each.type == type)
    Random(seed).shuffle(every)  # noqa: S311 (no secret hangs on it)
    ids = [each for each in every[: count * 20] if _FEWEST <= len(_tails(store, graph, [each], relations)) <= _MOST]
    mine, others = ids[:count], ids[count : 2 * count]
    names = {each.id: each.name for each in store.nodes(graph, [*mine, *others])}
    tails = {names[each]: _tails(store, graph, [each], relations) for each in (*mine, *others)}
    told = [facts_of_graph(store, graph, _match(some, relations)) for some in (mine, others)]
    return Chosen(told[0], told[1], tails)


def _tails(store: GraphStore, graph: str, ids: Sequence[str], relations: Sequence[str]) -> tuple[str, ...]:
    rows = store.match(graph, _match(ids, relations), limit=500).rows
    return tuple(cell.name for row in rows for cell in row.cells if isinstance(cell, Node))


def _match(ids: Sequence[str], relations: Sequence[str]) -> Match:
    return Match(
        variables=(Var(name="x", ids=tuple(ids)), Var(name="y")),
        patterns=(Pattern(source="x", target="y", relations=tuple(relations)),),
        returns=(Return(variable="y"),),
    )


# --- what is asked, and how true an answer is ---------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """A question for what the graph says of a thing, which names the thing alone."""

    fact: Fact
    thing: str
    question: str

    @property
    def names(self) -> tuple[str, ...]:
        """What the fact's sentence names at the other end, each alone."""
        return self.fact.items or tuple(each for each in self.fact.asks if each != self.thing)


def asked(facts: Sequence[Fact], chosen: Chosen) -> list[Asked]:
    """Return such a question for each fact."""
    found = []
    for fact in facts:
        read, thing = studied(fact), subject(fact.text, chosen.tails)
        at = next((at for at, part in enumerate(read.parts) if part.start > len(thing)), None)
        if thing and at is not None:
            found.append(Asked(fact, thing, read.questions[at]))
    return found


def subject(passage: str, tails: Mapping[str, tuple[str, ...]]) -> str:
    """Return the thing that a passage begins with, "" where it is none of those chosen."""
    said = f"{plain(passage)} "
    return max((each for each in tails if said.startswith(f"{plain(each)} ")), key=len, default="")


def claims(
    passage: str, tails: Mapping[str, tuple[str, ...]], middles: Sequence[str], about: str = ""
) -> tuple[int, int]:
    """Return how many of the things that a passage says of a thing are so in the graph, and how many are not.

    What is not the thing, the words of a relation, or a name at a relation's other end, was made up; so is all of a
    passage that begins with none of the things. With `about`, nothing that is said of another thing counts as so.
    """
    thing = subject(passage, tails)
    rest = passage.casefold().strip(" .").removeprefix(thing.casefold())
    rest = next((rest.removeprefix(each) for each in middles if rest.startswith(each)), rest)
    right = 0
    for name in sorted(set(tails.get(thing, ())), key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(name.casefold())}(?!\w)"
        if re.search(pattern, rest):
            right, rest = right + 1, re.sub(pattern, ",", rest, count=1)
    wrong = sum(bool(plain(each)) for each in _AND.split(rest))
    return (right, wrong) if about in ("", thing) else (0, right + wrong)


def middles(facts: Sequence[Fact], chosen: Chosen) -> list[str]:
    """Return what stands between a thing and what is said of it, longest first."""
    found = set()
    for fact in facts:
        read, thing = studied(fact), subject(fact.text, chosen.tails)
        start = min((part.start for part in read.parts if part.start > len(thing)), default=0)
        found.add(fact.text[len(thing) : start].casefold())
    return sorted(found - {""}, key=len, reverse=True)


# --- the gate -----------------------------------------------------------------------------------


class Gate:
    """What stands before a card of some facts: the router by its scope, and whether it was taught of what is named."""

    def __init__(self, store: GraphStore, graph: str, knows: str, facts: Sequence[Fact], examples: int) -> None:
        self._reader, self._graph = GraphReader(store, embedder()), graph
        own: Sequence[Question] = own_questions(studied(each) for each in facts)
        words = plain(" . ".join(f"{each.question} . {each.answer}" for each in own))
        self.scope = Scope(knows, tuple(each.question for each in own[:examples]), words)
        self._router = ScopeRouter(embedder())

    def routed(self, question: str) -> bool:
        """Say whether the router alone would ask the card."""
        return bool(self._router.route(self._graph, question, [Shelf("card", self.scope)]))

    def passes(self, question: str) -> bool:
        """Say whether the card is asked."""
        return taught(self.scope, self._named(question)) and self.routed(question)

    def _named(self, question: str) -> tuple[Mention, ...]:
        state = State(self._graph, question, mentions=tuple(self._reader.link(self._graph, question)))
        return *state.firm, *state.unknown
