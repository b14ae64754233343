"""Questions that a graph can be asked: those its declaration gives, else some made from what it holds."""

from agents.graphs.store import Cell, GraphStore
from agents.kit import Kit
from agents.model import Node, RelationType
from agents.query import Match, Pattern, Return, Var
from agents.reading.asking import asking

_SHOWN = 3


def title(kit: Kit, graph: str) -> str:
    """Return what the graph is called for people."""
    return kit.store.declaration(graph).title or f"the graph '{graph}'"


def examples(kit: Kit, graph: str) -> tuple[str, ...]:
    """Return up to three questions that the graph can answer."""
    declared = kit.store.declaration(graph).examples
    return declared[:_SHOWN] or made_up(kit.store, graph, _SHOWN)


def made_up(store: GraphStore, graph: str, most: int) -> tuple[str, ...]:
    """Return a question for each of the commonest relations, about a node that has it: any graph can answer some."""
    schema = store.schema(graph)
    relations = sorted(schema.relations, key=lambda each: -each.count)[: 2 * most]
    pairs = [(each, _head(store, graph, each)) for each in relations]
    return tuple(filter(None, (asking(node.name, each.name, "out", schema) for each, node in pairs if node)))[:most]


def _head(store: GraphStore, graph: str, relation: RelationType) -> Node | None:
    edge = Pattern(source="head", target="tail", relations=(relation.name,))
    variables = (Var(name="head"), Var(name="tail"))
    query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="head"),), limit=1)
    cells: list[Cell] = [row.cells[0] for row in store.match(graph, query).rows]
    return next((each for each in cells if isinstance(each, Node)), None)
