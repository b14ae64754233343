"""What a new person can ask of a graph: questions made from its schema, each about a thing that has an answer."""

from dataclasses import dataclass, replace
from functools import lru_cache

from agents.model import Node, RelationType, Schema, Signature
from agents.query import Match, Pattern, Return, Var
from agents.reading.asking import asking
from webapp import engine

MOST = 14  # relations
LONGEST = 60  # characters of a name in a question


@dataclass(frozen=True)
class Askable:
    """A relation in words, the kinds that it joins, how many facts say it, and questions about it."""

    relation: str
    head: str
    tail: str
    count: int
    questions: tuple[str, ...]


def askable(graph: str, version: int) -> list[Askable]:
    """Return the graph's commonest relations, each with the questions about it that are not known to be misread."""
    kept = (
        replace(each, questions=tuple(q for q in each.questions if _may_be_asked(graph, q)))
        for each in _all(graph, version)
    )
    return [each for each in kept if each.questions]


def _may_be_asked(graph: str, question: str) -> bool:
    """Say whether the reader takes a question without a doubt; where it is not ready yet nobody waits for it."""
    if not engine.is_ready(graph):
        return True
    return _is_clear(graph, engine.store().version(graph), question)


@lru_cache(maxsize=2000)
def _is_clear(graph: str, version: int, question: str) -> bool:
    reader = engine.kit().reader
    return reader.read(graph, question, reader.link(graph, question)).status == "clear"


@lru_cache(maxsize=64)
def _all(graph: str, version: int) -> tuple[Askable, ...]:
    """Return the relations with questions; made once a version of the graph."""
    schema = engine.store().schema(graph)
    pairs = [(relation, of) for relation in schema.relations for of in relation.signatures]
    pairs.sort(key=lambda pair: -pair[1].count)
    made = (_made(graph, schema, relation, of) for relation, of in pairs[: 2 * MOST])
    return tuple(each for each in made if each.questions)[:MOST]


def _made(graph: str, schema: Schema, relation: RelationType, of: Signature) -> Askable:
    """Return what can be asked of a relation between two kinds: of each end, what of the other kind it is joined to."""
    head, tail = _sample(graph, relation, of)
    alone = replace(schema, relations=(replace(relation, signatures=(of,)),))  # the words name these two kinds
    ways = [(node, way) for node, way in ((head, "out"), (tail, "in")) if node and len(node.name) <= LONGEST]
    questions = tuple(filter(None, (asking(node.name, relation.name, way, alone) for node, way in ways)))
    return Askable(relation.name, of.head, of.tail, of.count, questions)


def _sample(graph: str, relation: RelationType, of: Signature) -> tuple[Node | None, Node | None]:
    """Return two nodes that the relation joins."""
    edge = Pattern(source="head", target="tail", relations=(relation.name,))
    variables = (Var(name="head", types=_types(of.head)), Var(name="tail", types=_types(of.tail)))
    query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="head"), Return(variable="tail")))
    rows = engine.store().match(graph, query, limit=1, evidence=False).rows
    head, tail = rows[0].cells if rows else (None, None)
    return head if isinstance(head, Node) else None, tail if isinstance(tail, Node) else None


def _types(name: str) -> tuple[str, ...]:
    return (name,) if name else ()
