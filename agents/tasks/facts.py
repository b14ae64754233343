"""Claims from edges and paths: the sentences that every task shares."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agents.graphs.store import Path
from agents.kit import Kit
from agents.language.phrasing import closed, counted, readable, sentence
from agents.model import Claim, Edge, Json, Node, Schema
from agents.state import State


def names(state: State) -> dict[str, str]:
    """Return the name of every node of the evidence and of the mentions, by id."""
    mentioned = [each.node for mention in state.linked for each in mention.candidates]
    found = [node for finding in state.findings for node in finding.nodes]
    return {each.id: each.name for each in (*mentioned, *found, *state.evidence.nodes)}


def fact(edge: Edge, state: State, schema: Schema, kind: str = "graph") -> Claim:
    """Return one edge as a claim."""
    text = sentence(edge, names(state), schema.relation(edge.relation))
    return Claim(closed(text), (edge.id,), (edge.head, edge.tail), kind)


def chain(path: Path, state: State, schema: Schema, lead: str, kind: str = "graph") -> Claim:
    """Return a path as one claim: a lead, then each of its edges as a clause."""
    known = {**names(state), **{each.id: each.name for each in path.nodes}}
    clauses = [sentence(each, known, schema.relation(each.relation)) for each in path.edges]
    edges, nodes = tuple(each.id for each in path.edges), tuple(each.id for each in path.nodes)
    return Claim(closed(f"{lead}: {'; '.join(clauses)}"), edges, nodes, kind)


def steps(path: Path) -> str:
    """Return the path's length in words."""
    return counted(len(path.edges), "step")


def node_json(node: Node) -> Json:
    """Return a node as an answer."""
    return {"id": node.id, "name": node.name, "type": node.type}


def edge_ids(edges: Iterable[Edge], state: State) -> tuple[str, ...]:
    """Return the ids of those edges that the evidence holds."""
    held = {each.triple for each in state.evidence.edges}
    return tuple(each.id for each in edges if each.triple in held)


def in_a_row(edges: Sequence[Edge]) -> list[Edge]:
    """Return the edges of a walk in the order in which they are walked, as far as they hang together."""
    left = {each.head: each for each in edges}
    tails = {each.tail for each in edges}
    start = next((each.head for each in edges if each.head not in tails), edges[0].head if edges else "")
    row = []
    while start in left:
        row.append(left.pop(start))
        start = row[-1].tail
    return row if len(row) == len(edges) else list(edges)


def called(nodes: Sequence[Node]) -> list[str]:
    """Return the nodes' names; those of one name are told apart by their types, where these differ, or their ids."""
    shared: dict[str, list[Node]] = defaultdict(list)
    for each in nodes:
        shared[each.name.lower()].append(each)
    return [_apart(each, shared[each.name.lower()]) for each in nodes]


def _apart(node: Node, namesakes: Sequence[Node]) -> str:
    if len(namesakes) == 1:
        return node.name
    types = [each.type for each in namesakes]
    return f"{node.name} ({readable(node.type) if node.type and len({*types}) == len(types) else node.id})"


def with_evidence(state: State, kit: Kit, edges: Iterable[Edge], nodes: Iterable[Node] = ()) -> State:
    """Return the state with these edges (and their ends) and nodes among its evidence, as far as there is room."""
    held = {each.id: each for each in state.evidence.nodes}
    known = {each.triple: each for each in state.evidence.edges}
    fresh = [each for each in edges if each.triple not in known][: max(0, kit.evidence_limit - len(known))]
    alone = [each for each in nodes if each.id not in held][: max(0, kit.evidence_limit - len(held))]
    held |= {each.id: each for each in alone}
    ends = dict.fromkeys(end for each in fresh for end in (each.head, each.tail) if end not in held)
    held |= {each.id: each for each in kit.store.nodes(state.graph, list(ends))}
    evidence = replace(state.evidence, nodes=tuple(held.values()), edges=(*known.values(), *fresh))
    return state.with_(evidence=evidence)


def label(nodes: Sequence[Node]) -> str:
    """Return what to call these nodes: their type where they share one, else "thing"."""
    types = {each.type for each in nodes}
    return readable(types.pop()) if len(types) == 1 and "" not in types else "thing"


def schema_of(state: State, kit: Kit) -> Schema:
    """Return the schema of the graph that the state speaks of."""
    return kit.store.schema(state.graph)
