"""Weighing: what sources say of the same thing is compared, and where they contradict each other one is believed.

A part of reason. Every conflict is told with all its sides and why one of them wins; where what loses was the answer,
what wins becomes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from agents.declaration import SourceKind
from agents.events import ConflictFound
from agents.extraction.triples import Triple
from agents.kit import Kit
from agents.language.phrasing import capital, closed, listing, sentence, valued
from agents.model import Claim, Edge, Json, Node, Passage, Schema, Value
from agents.query import Match, Pattern, Return, Var
from agents.sources.arbiter import Conflict, Side, conflicts
from agents.sources.singles import Singles, singles
from agents.sources.statement import Statement, Thing, same
from agents.state import Query, State
from agents.talk.said import said
from agents.tasks.facts import node_json, with_evidence

_EDGES = 30  # of one thing and relation that are compared
_SHOWN = 3  # conflicts told in the answer; the step tells all
_SOURCE = {"person": "you said", "graph": "the graph says", "document": "the document '{name}' says"}
_OTHERS = {"card": "the card '{name}' says", "model": "the model '{name}' says from memory"}


def weighed(state: State, kit: Kit) -> State:
    """Return the state with the conflicts among its sources told, and its answer as the most believed has it."""
    told = [*(each for each in said(state, kit) if _asked_about(state, each)), *_passages(state)]
    if not told:
        return _between_passages(state, ())
    declared = kit.store.declaration(state.graph)
    room = singles(kit.store.schema(state.graph), declared)
    graph = tuple(_graph(state, kit, told, room))
    state = with_evidence(state, kit, [edge for _, edge in graph if edge is not None])
    statements = [*told, *(each for each, _ in graph)]
    found = conflicts(statements, room, declared.preferred)
    for each in found[:_SHOWN]:
        state = _decided(state, kit, each)
    state = _remembered(state, told) if state.not_in_graph else state
    return _between_passages(state, found)


def _between_passages(state: State, found: Sequence[Conflict]) -> State:
    """Return the state with its conflicts, and with those between passages told where no fact was in question."""
    told = {passage for each in found for side in each.sides for passage in side.passages}
    fresh = [each for each in state.disputes if not {*_passages_of(each)} <= told]
    for each in fresh[: max(0, _SHOWN - len(found))]:
        state = _unquoted(state, each) if each.decided else state
        state = state.with_(claims=(*state.claims, _told(state, each)))
    return state.with_(conflicts=tuple(_event(state, each) for each in (*found, *fresh)))


def _passages_of(conflict: Conflict) -> Iterator[str]:
    return (passage for side in conflict.sides for passage in side.passages)


# --- who says what ------------------------------------------------------------------------------


def _asked_about(state: State, statement: Statement) -> bool:
    """Tell whether something said earlier is about what is asked now: a thing of it, by what was looked up of it."""
    things = {each.node.id for each in state.linked if each.node} | {each.get("id") for each in state.answers}
    if not {statement.head.id, statement.tail.id} & things:
        return False
    asked = [each.query for each in state.plan]
    return state.not_in_graph or any(_speaks_of(each, statement.relation) for each in asked)


def _speaks_of(query: Query, relation: str) -> bool:
    """Tell whether a query follows a relation or looks at a property; one that describes looks at all."""
    if not isinstance(query, Match):
        return not getattr(query, "relations", ()) or relation in query.relations  # type: ignore[union-attr]
    patterns = [*query.patterns, *(each for group in (*query.without, *query.optional) for each in group.patterns)]
    keys = {*(e.key for e in query.returns), *(e.key for e in query.conditions), *(e.key for e in query.order)}
    return relation in keys or any(relation in each.relations or not each.relations for each in patterns)


def _passages(state: State) -> Iterator[Statement]:
    """Yield what the passages say, as the check of their facts read it."""
    held = {each.id: each for each in state.evidence.passages}
    for id, verdict in state.verdicts:
        if id in held:
            yield from (_said(held[id], each.triple) for each in verdict.claims if each.triple and _clear(each.triple))


def _clear(triple: Triple) -> bool:
    """Tell whether it is plain what a triple says, and of something that the graph knows."""
    knows = triple.head.node is not None or triple.tail.node is not None
    return bool(triple.relation) and knows and not triple.hedged and triple.sure


def _said(passage: Passage, triple: Triple) -> Statement:
    head, tail = (Thing(e.node.name, e.node.id) if e.node else Thing(e.text) for e in (triple.head, triple.tail))
    name = passage.place.title if passage.place else passage.source
    told = Statement(head, triple.relation, tail, cast(SourceKind, passage.kind), triple.sentence, name, passage.id)
    return replace(told, denied=triple.denied, confidence=triple.score)


def _graph(state: State, kit: Kit, told: Sequence[Statement], room: Singles) -> Iterator[tuple[Statement, Edge | None]]:
    """Yield what the graph says of the same things by the same relations, with the edge that says so."""
    schema = kit.store.schema(state.graph)
    heads = dict.fromkeys((each.head.id, each.relation, "out") for each in told if each.head.id)
    tails = dict.fromkeys(
        (each.tail.id, each.relation, "in") for each in told if each.tail.id and each.relation in room.into
    )
    others = {(each.head.id, other, "out") for each in told for other in room.exclusive.get(each.relation, ())}
    for id, relation, way in (*heads, *tails, *sorted(others)):
        if not id:
            continue
        if schema.relation(relation) is None:
            yield from _values(state, kit, id, relation)
        else:
            yield from _edges(state, kit, schema, id, relation, way)


def _values(state: State, kit: Kit, id: str, key: str) -> Iterator[tuple[Statement, None]]:
    for node in kit.store.nodes(state.graph, [id]):
        value: Value | None = node.props.get(key)
        if value is not None and not isinstance(value, tuple):
            said = Thing(valued(value, "", key))
            yield Statement(Thing(node.name, id), key, said, "graph", f"{node.name}: {key} {said.name}"), None


def _edges(
    state: State, kit: Kit, schema: Schema, id: str, relation: str, way: str
) -> Iterator[tuple[Statement, Edge]]:
    ends = ((id,), ()) if way == "out" else ((), (id,))
    pattern = Pattern(source="h", target="t", relations=(relation,), name="edge")
    variables = (Var(name="h", ids=ends[0]), Var(name="t", ids=ends[1]))
    columns = tuple(Return(variable=each) for each in ("h", "edge", "t"))
    query = Match(variables=variables, patterns=(pattern,), returns=columns)
    for row in kit.store.match(state.graph, query, limit=_EDGES, evidence=False).rows:
        head, edge, tail = row.cells
        if isinstance(head, Node) and isinstance(edge, Edge) and isinstance(tail, Node):
            words = sentence(edge, {head.id: head.name, tail.id: tail.name}, schema.relation(relation))
            things = Thing(head.name, head.id), Thing(tail.name, tail.id)
            yield Statement(things[0], relation, things[1], "graph", words, edge=edge.id), edge


# --- what comes of it ---------------------------------------------------------------------------


def _decided(state: State, kit: Kit, conflict: Conflict) -> State:
    """Return the state with a conflict told, and what lost taken out of the answer."""
    winner = conflict.winner
    state = _unquoted(state, conflict) if winner else state
    if winner is None or winner.kind == "graph":
        return state.with_(claims=(*state.claims, _told(state, conflict)))
    lost = {edge for side in conflict.sides[1:] for edge in side.edges}
    beaten = [each for each in state.claims if each.edges and set(each.edges) <= lost]
    kept = tuple(each for each in state.claims if each not in beaten)
    before = state
    state = state.with_(claims=(_claim(state, conflict.sides[0]), *kept, _told(state, conflict)))
    return _answered(state, kit, conflict, bool(beaten), before)


def _unquoted(state: State, conflict: Conflict) -> State:
    """Return the state without the passages quoted that stand on what lost alone: the conflict shows them."""
    lost = {passage for side in conflict.sides[1:] for passage in side.passages} - {*conflict.sides[0].passages}
    kept = [each for each in state.claims if not each.passages or each.edges or not {*each.passages} <= lost]
    return state.with_(claims=tuple(kept))


def _answered(state: State, kit: Kit, conflict: Conflict, beaten: bool, before: State) -> State:
    """Return the state with the winner's value among its answers in place of what lost, and with its verdict."""
    winner = conflict.sides[0].best
    losers = [each.best for each in conflict.sides[1:]]
    asked = {each.node.id for each in state.linked if each.node}
    if before.verdict == "yes" and beaten:
        return state.with_(verdict="no")
    if before.verdict == "no" and not winner.denied and {winner.head.id, winner.tail.id} <= asked:
        return state.with_(verdict="yes")
    kept = [each for each in state.answers if not any(_is(each, loser) for loser in losers)]
    if len(kept) == len(state.answers):
        return state
    value = None if winner.denied else _value(state, kit, winner, losers[0])
    return state.with_(answers=(*([value] if value else []), *kept))


def _is(answer: Json, statement: Statement) -> bool:
    """Tell whether an answer is one of a statement's ends."""
    if "id" in answer:
        return answer["id"] in (statement.tail.id, statement.head.id)
    return not statement.tail.id and same(Thing(str(answer.get("value"))), statement.tail)


def _value(state: State, kit: Kit, winner: Statement, loser: Statement) -> Json:
    """Return the end in which the winner differs from what lost, as an answer."""
    thing = winner.head if same(winner.tail, loser.tail) else winner.tail
    node = next(iter(kit.store.nodes(state.graph, [thing.id])), None) if thing.id else None
    return node_json(node) if node else {"value": thing.name}


def _remembered(state: State, told: Iterable[Statement]) -> State:
    """Return the state with what the person said of what the question names, where the graph has nothing of it."""
    named = {each.node.id for each in state.linked if each.node}
    fitting = [each for each in told if each.kind == "person" and {each.head.id, each.tail.id} & named]
    claims = tuple(Claim(closed(f"You said in this talk: {each.words}"), kind="person") for each in fitting)
    lacks, rest = state.claims[:1], state.claims[1:]
    return state.with_(claims=(*lacks, *claims, *rest))


def _claim(state: State, side: Side) -> Claim:
    """Return what wins as a claim of its source."""
    best = side.best
    return Claim(
        closed(capital(f"{_says(best)}: {_words(best)}")), side.edges, _nodes(state, side), best.kind, side.passages
    )


def _told(state: State, conflict: Conflict) -> Claim:
    """Return a conflict as one claim that stands on all its sides."""
    sides = listing([f"{_says(each.best)} “{_words(each.best)}”" for each in conflict.sides])
    edges = tuple(edge for each in conflict.sides for edge in each.edges)
    passages = tuple(passage for each in conflict.sides for passage in each.passages)
    text = f"Sources disagree on {conflict.about}: {sides}. {conflict.why}."
    return Claim(text, edges, _nodes(state, *conflict.sides), "conflict", passages)


def _event(state: State, conflict: Conflict) -> ConflictFound:
    return ConflictFound(conflict.about, tuple(_claim(state, each) for each in conflict.sides), conflict.why)


def _words(statement: Statement) -> str:
    said = statement.words or f"{statement.head.name} {statement.relation} {statement.tail.name}"
    return " ".join(said.split())[:300].rstrip(".")


def _says(statement: Statement) -> str:
    lead = {**_SOURCE, **_OTHERS}[statement.kind].format(name=statement.source)
    return lead


def _nodes(state: State, *sides: Side) -> tuple[str, ...]:
    held = {each.id for each in state.evidence.nodes}
    ends = [end.id for side in sides for end in (side.best.head, side.best.tail)]
    return tuple(dict.fromkeys(each for each in ends if each in held))
