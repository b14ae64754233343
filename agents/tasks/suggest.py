"""What to ask next: questions made from the nodes that answered and the relations they have.

A suggestion has an answer, for its node has such an edge; and the reader is asked whether it would be read as it
is meant. What it said of a relation is kept, so that only the first suggestion of a kind costs a reading.
"""

from collections.abc import Hashable, Iterable
from itertools import islice

from agents.kit import Kit
from agents.model import Node, Schema
from agents.query import Match, Pattern, Return, Var
from agents.reading.asking import asked_for, asking
from agents.reading.compile import compile_meaning
from agents.state import State
from agents.tasks.examples import examples

Key = tuple[str, str]  # a relation, and "out" or "in"
_SHOWN = 3
_NODES = 3
_TRIED = 1  # suggestions that are read anew after one answer, where they were not rehearsed
_REHEARSED = 80  # forms of suggestions that are read ahead
_LONG = 60  # characters of a name that a question may carry
_KEPT = 2_000


def suggestions(state: State, kit: Kit) -> tuple[str, ...]:
    """Return up to three questions that the graph can answer, none of them the one just asked."""
    nodes = _about(state, kit)
    if not nodes:
        return examples(kit, state.graph)
    schema, degree = kit.store.schema(state.graph), kit.store.degree(state.graph, list(nodes))
    asked = [[(node, key) for key in sorted(degree.get(node.id, ()), key=_out_first)] for node in nodes.values()]
    return tuple(_fresh(state, kit, schema, list(_in_turns(asked)))[:_SHOWN])


def rehearse(kit: Kit, graph: str) -> None:
    """Read a suggestion of each form ahead, so that no answer has to wait for it."""
    schema = kit.store.schema(graph)
    for relation, way, node in islice(_samples(kit, graph, schema), _REHEARSED):
        text = asking(node.name, relation, way, schema)
        form = (graph, schema.version, node.type, (relation, way))
        if text and form not in kit.read_well:
            _remember(kit, form, _reads_well(graph, kit, schema, node, (relation, way), text))


def _samples(kit: Kit, graph: str, schema: Schema) -> Iterable[tuple[str, str, Node]]:
    """Yield each relation, way and a node that has it so, the commonest first."""
    found = [(each, of) for each in schema.relations for of in each.signatures]
    for relation, of in sorted(found, key=lambda pair: -pair[1].count):
        edge = Pattern(source="head", target="tail", relations=(relation.name,))
        variables = (Var(name="head", types=_types(of.head)), Var(name="tail", types=_types(of.tail)))
        columns = (Return(variable="head"), Return(variable="tail"))
        query = Match(variables=variables, patterns=(edge,), returns=columns, limit=1)
        for row in kit.store.match(graph, query, limit=1, evidence=False).rows:
            for way, cell in zip(("out", "in"), row.cells, strict=True):
                if isinstance(cell, Node) and len(cell.name) <= _LONG:
                    yield relation.name, way, cell


def _types(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def _about(state: State, kit: Kit) -> dict[str, Node]:
    """Return the first nodes that answered, and those that the question names."""
    ids = [each["id"] for each in state.answers if "id" in each][:_NODES]
    ids += [each.node.id for each in state.linked if each.node]
    nodes = kit.store.nodes(state.graph, list(dict.fromkeys(ids))[: 2 * _NODES])
    return {each.id: each for each in nodes if len(each.name) <= _LONG}


def _fresh(state: State, kit: Kit, schema: Schema, asked: Iterable[tuple[Node, Key]]) -> list[str]:
    """Return a question a relation, for as many as are shown."""
    found: dict[Key, str] = {}
    tried = 0
    for node, key in asked:
        text = asking(node.name, *key, schema) if key not in found else ""
        if not text or _bare(text) == _bare(state.text) or len(found) == _SHOWN:
            continue
        form = (state.graph, schema.version, node.type, key)
        known = kit.read_well.get(form)
        if known is None and tried < _TRIED:
            tried += 1
            known = _remember(kit, form, _reads_well(state.graph, kit, schema, node, key, text))
        if known:
            found[key] = text
    return list(found.values())


def _reads_well(graph: str, kit: Kit, schema: Schema, node: Node, key: Key, text: str) -> bool:
    """Tell whether the reader takes a question for what it is meant to ask."""
    meant = compile_meaning(asked_for(node.id, node.name, *key), schema)
    read = kit.reader.read(graph, text, kit.reader.link(graph, text))
    best = read.readings[0] if read.readings else None
    return read.status == "clear" and best is not None and isinstance(best.query, Match) and _alike(best.query, meant)


def _alike(one: Match, other: Match) -> bool:
    """Tell whether two queries follow the same relations; a type that the question names besides is no difference."""
    relations = [[(pattern.relations, pattern.max_hops) for pattern in query.patterns] for query in (one, other)]
    return relations[0] == relations[1] and not (one.conditions or one.without or one.having)


def _remember(kit: Kit, form: Hashable, well: bool) -> bool:
    if len(kit.read_well) >= _KEPT:
        kit.read_well.clear()
    kit.read_well[form] = well
    return well


def _out_first(key: Key) -> tuple[bool, str]:
    return key[1] != "out", key[0]


def _in_turns(lists: list[list[tuple[Node, Key]]]) -> Iterable[tuple[Node, Key]]:
    """Yield the first of each list, then the second of each, and so on."""
    longest = max((len(each) for each in lists), default=0)
    for number in range(longest):
        yield from (each[number] for each in lists if number < len(each))


def _bare(text: str) -> str:
    return text.lower().rstrip("?. ")
