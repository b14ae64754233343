"""Judge a relation between two things by the edges found and by what the schema declares of it.

What is inferred is marked so: a symmetric relation backwards, an inverse relation, a chain of a transitive one.
"""

from agents.graphs.store import Path
from agents.kit import Kit
from agents.language.phrasing import UNSAID, closed, listing, readable, sentence, spoken
from agents.model import Claim, Edge, RelationType, Schema
from agents.query import Paths
from agents.reading.reader import RelationGuess
from agents.state import State
from agents.tasks.ends import Ends, ids, name
from agents.tasks.facts import chain, fact, schema_of, steps


def related(state: State, kit: Kit, ends: Ends, asks_yes_or_no: bool) -> State:
    """Return the state with every edge between two things, else with the shortest path that joins them."""
    schema, direct = schema_of(state, kit), _direct(state)
    verdict = ("yes" if direct else "no") if asks_yes_or_no else None
    answers = tuple({"value": each} for each in dict.fromkeys(edge.relation for edge in direct))
    claims = _facts(direct, state, schema) or (_no_edge(ends), *_by_path(state, schema, ends))
    if direct and asks_yes_or_no:
        claims = (Claim("Yes.", tuple(each.id for each in direct)), *claims)
    return state.with_(claims=claims, verdict=verdict, answers=answers)


def judged(state: State, kit: Kit, ends: Ends, named: RelationGuess) -> State:
    """Return the state with the verdict on one relation from the first thing to the second."""
    schema = schema_of(state, kit)
    heads, tails = (ids(each) for each in (reversed(ends) if named.backwards else ends))
    relation = schema.relation(named.relation) or RelationType(named.relation)
    for claim in (
        _said(state, schema, relation, heads, tails),
        _followed(state, schema, relation, heads, tails),
        _chained(state, schema, relation),
    ):
        if claim:
            return state.with_(claims=(Claim("Yes.", claim.edges, claim.nodes, claim.kind), claim), verdict="yes")
    return state.with_(claims=_denied(state, schema, relation, ends, named.backwards), verdict="no")


def _said(
    state: State, schema: Schema, relation: RelationType, heads: tuple[str, ...], tails: tuple[str, ...]
) -> Claim | None:
    """Return the edge that says so."""
    said = (each for each in _direct(state) if each.relation == relation.name)
    return next((fact(each, state, schema) for each in said if each.head in heads and each.tail in tails), None)


def _followed(
    state: State, schema: Schema, relation: RelationType, heads: tuple[str, ...], tails: tuple[str, ...]
) -> Claim | None:
    """Return the edge that says so backwards, where the relation is symmetric or has an inverse."""
    backwards = [each for each in _direct(state) if each.head in tails and each.tail in heads]
    turned = inverses(schema, relation)
    for edge in backwards:
        if relation.symmetric and edge.relation == relation.name:
            return _inferred(edge, state, schema, f"'{readable(relation.name)}' holds both ways")
        if edge.relation in turned:
            return _inferred(edge, state, schema, f"'{readable(edge.relation)}' says it backwards")
    return None


def inverses(schema: Schema, relation: RelationType) -> tuple[str, ...]:
    """Return the relations that are declared to say the same backwards, as far as the graph has them."""
    declared = [relation.inverse, *(each.name for each in schema.relations if each.inverse == relation.name)]
    return tuple(each for each in dict.fromkeys(declared) if each and each != relation.name and schema.relation(each))


def _inferred(edge: Edge, state: State, schema: Schema, why: str) -> Claim:
    claim = fact(edge, state, schema, "inference")
    return Claim(closed(f"{claim.text.rstrip('.')}, and {why}"), claim.edges, claim.nodes, "inference")


def _chained(state: State, schema: Schema, relation: RelationType) -> Claim | None:
    """Return the chain of a transitive relation that says so."""
    turned = () if relation.symmetric else inverses(schema, relation)
    chains = [each for each in _paths(state, of_one=True) if relation.symmetric or _leads_on(each, turned)]
    lead = f"It follows, because '{spoken(relation.name, relation)}' carries over"
    return chain(chains[0], state, schema, lead, "inference") if chains else None


def _leads_on(path: Path, turned: tuple[str, ...]) -> bool:
    """Tell whether every edge of a path says the relation forwards: an inverse relation does where it points back."""
    ways = zip(path.nodes, path.edges, strict=False)
    return all((each.head == node.id) != (each.relation in turned) for node, each in ways)


def _denied(state: State, schema: Schema, relation: RelationType, ends: Ends, backwards: bool) -> tuple[Claim, ...]:
    head, tail = (each.node for each in (reversed(ends) if backwards else ends))
    names = {each.id: each.name for each in (head, tail) if each}
    edge = Edge(head.id if head else "", relation.name, tail.id if tail else "")
    no = Claim(closed(f"{UNSAID} {sentence(edge, names, relation)}"), nodes=_both(ends), kind="none")
    other = _facts(_direct(state), state, schema)
    return (no, Claim("What it does say:", kind="none"), *other) if other else (no,)


def _by_path(state: State, schema: Schema, ends: Ends) -> tuple[Claim, ...]:
    paths = _paths(state)
    if not paths:
        return (Claim(f"And no short path joins {name(ends[0])} to {name(ends[1])}.", kind="none"),)
    lead = f"They are connected in {steps(paths[0])}"
    return (chain(paths[0], state, schema, lead, "inference"),)


def _no_edge(ends: Ends) -> Claim:
    both = listing([name(each) for each in ends])
    return Claim(f"No fact of this graph joins {both} directly.", nodes=_both(ends), kind="none")


def _facts(edges: list[Edge], state: State, schema: Schema) -> tuple[Claim, ...]:
    return tuple(fact(each, state, schema) for each in edges)


def _direct(state: State) -> list[Edge]:
    return list(state.findings[0].edges) if state.findings else []


def _paths(state: State, of_one: bool = False) -> tuple[Path, ...]:
    """Return the paths found: those of one relation, or those of any."""
    looked_up = [each for each in state.findings if isinstance(each.lookup.query, Paths)]
    return tuple(
        path for each in looked_up if bool(getattr(each.lookup.query, "relations", ())) == of_one for path in each.paths
    )


def _both(ends: Ends) -> tuple[str, ...]:
    return tuple(each.node.id for each in ends if each.node)
