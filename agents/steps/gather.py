"""Gather: run the look-ups, independent ones at once, ask the sources beside the graph, and show what they found."""

import asyncio
import json
from dataclasses import replace
from time import perf_counter

from agents.errors import StoreTimeout
from agents.events import Emit, GraphGrown, QueryRan
from agents.graphs.store import GraphStore
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.model import Edge, Node, Subgraph
from agents.query import Describe, Match, Neighbourhood, Paths, query_to_json
from agents.reasoning.telling import most_telling
from agents.state import Finding, Lookup, State
from agents.steps.consulting import consult
from agents.threads import aside

_EXAMPLES_A_RELATION = 5


async def gather(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with a finding a look-up, in the plan's order, and the evidence that they and sources give."""
    return await consult(await _looked_up(state, kit, emit), kit, emit)


async def _looked_up(state: State, kit: Kit, emit: Emit) -> State:
    done: dict[int, Finding] = {number: Finding(state.plan[number]) for number in state.dropped}
    while len(done) < len(state.plan):
        ready = [
            number for number, each in enumerate(state.plan) if number not in done and done.keys() >= {*each.after}
        ]
        if not ready:
            raise ValueError("The plan's look-ups wait for each other.")
        findings = await asyncio.gather(*(_run(state.graph, state.plan[number], kit, emit) for number in ready))
        for number, finding in zip(ready, findings, strict=True):
            done[number] = finding
            state = await _grow(state, finding, kit, emit)
    return state.with_(findings=tuple(done[number] for number in range(len(state.plan))))


def summary(state: State) -> str:
    """Say how much was found."""
    kept = len(state.evidence.passages)
    passages = f"kept {counted(kept, 'passage')} of other sources" if kept else ""
    if not state.findings:
        return passages.capitalize() or "Nothing to run"
    found = f"Found {counted(sum(each.size for each in state.findings), 'result')}"
    if edges := len(state.evidence.edges) + state.omitted:
        found += f" on {counted(edges, 'edge')}"
    return f"{found}; {passages}" if passages else found


async def _run(graph: str, lookup: Lookup, kit: Kit, emit: Emit) -> Finding:
    started = perf_counter()
    finding = await aside(_look_up, kit.store, graph, lookup)
    milliseconds = round((perf_counter() - started) * 1000, 2)
    await emit(QueryRan("graph", lookup.words, finding.statement, finding.size, milliseconds))
    return finding


def _look_up(store: GraphStore, graph: str, lookup: Lookup) -> Finding:
    said = json.dumps(query_to_json(lookup.query))
    match lookup.query:
        case Match() as query:
            rows = store.match(graph, query)
            rows = replace(rows, total=_total(store, graph, query)) if rows.truncated else rows
            return Finding(lookup, rows.statement, rows)
        case Paths() as query:
            return Finding(lookup, said, paths=most_telling(store, graph, store.paths(graph, query), lookup.keep))
        case Neighbourhood() as query:
            return Finding(lookup, said, subgraph=_own_first(store.neighbourhood(graph, query), query.ids))
        case Describe() as query:
            return _describe(store, graph, lookup, query, said)


def _total(store: GraphStore, graph: str, query: Match) -> int | None:
    """Return how many things a query has, of which some were left out; None where that is not to be had."""
    first = query.returns[0]
    if first.key or first.aggregate or len(query.returns) > 1 or query.having or query.limit:
        return None
    count = (first.model_copy(update={"aggregate": "count"}),)
    counting = query.model_copy(update={"returns": count, "order": (), "optional": ()})
    try:
        rows = store.match(graph, counting, limit=1, evidence=False).rows
    except StoreTimeout:
        return None
    number = rows[0].cells[0] if rows else None
    return number if isinstance(number, int) else None


def _describe(store: GraphStore, graph: str, lookup: Lookup, query: Describe, said: str) -> Finding:
    """Look up nodes with their edges counted by relation, and a few edges of each relation even at a hub."""
    degree = store.degree(graph, query.ids)
    relations = sorted({relation for counts in degree.values() for relation, _ in counts})
    around = store.neighbourhood(graph, Neighbourhood(ids=query.ids, limit=query.limit))
    shown = {edge.relation for edge in around.edges}
    for relation in (each for each in relations if each not in shown):
        few = Neighbourhood(ids=query.ids, relations=(relation,), limit=_EXAMPLES_A_RELATION + len(query.ids))
        around = _joined(around, store.neighbourhood(graph, few))
    return Finding(lookup, said, subgraph=_own_first(around, query.ids), degree=degree)


def _own_first(around: Subgraph, ids: tuple[str, ...]) -> Subgraph:
    """Return the subgraph with the edges of these nodes before those among their neighbours: a cap keeps the first."""
    edges = sorted(around.edges, key=lambda each: each.head not in ids and each.tail not in ids)
    return Subgraph(around.nodes, tuple(edges), around.omitted)


def _joined(one: Subgraph, other: Subgraph) -> Subgraph:
    nodes = {each.id: each for each in (*one.nodes, *other.nodes)}
    edges = {each.triple: each for each in (*one.edges, *other.edges)}
    return Subgraph(tuple(nodes.values()), tuple(edges.values()), one.omitted)


async def _grow(state: State, finding: Finding, kit: Kit, emit: Emit) -> State:
    """Add what is new of a finding to the evidence, as far as the limit lets, and show it."""
    known = {each.triple for each in state.evidence.edges}
    fresh = [each for each in finding.edges if each.triple not in known]
    room = max(0, kit.evidence_limit - len(known))
    edges, cut = fresh[:room], len(fresh) - len(fresh[:room]) + _left_out(finding)
    nodes = await aside(_nodes, state, finding, edges, kit)
    if nodes or edges:
        await emit(GraphGrown(nodes, tuple(edges), _unshown(state, finding, nodes), cut))
    held = state.evidence
    evidence = replace(held, nodes=(*held.nodes, *nodes), edges=(*held.edges, *edges))
    return state.with_(evidence=evidence, omitted=state.omitted + cut)


def _unshown(state: State, finding: Finding, nodes: tuple[Node, ...]) -> int:
    """Return how many nodes of a finding are not shown: for want of room, or cut off by the store already."""
    found = {each.id for each in finding.nodes} | {end for edge in finding.edges for end in (edge.head, edge.tail)}
    shown = {each.id for each in (*state.evidence.nodes, *nodes)}
    return len(found - shown) + _left_out(finding)


def _left_out(finding: Finding) -> int:
    return sum(row.omitted for row in finding.rows.rows) if finding.rows else finding.subgraph.omitted


def _nodes(state: State, finding: Finding, edges: list[Edge], kit: Kit) -> tuple[Node, ...]:
    """Return the nodes to show with these edges: their ends, and as many found nodes as there is room for."""
    shown = {each.id for each in state.evidence.nodes}
    found = {each.id: each for each in finding.nodes}
    ends = {end: None for edge in edges for end in (edge.head, edge.tail) if end not in shown}
    found |= {each.id: each for each in kit.store.nodes(state.graph, [end for end in ends if end not in found])}
    room = max(0, kit.evidence_limit - len(shown) - len(ends))
    alone = [id for id in found if id not in ends and id not in shown][:room]
    return tuple(found[id] for id in [*ends, *alone] if id in found)
