""" "Why?" and "how do you know?": the last answer with each fact that it stands on, and where these come from."""

from agents.kit import Kit
from agents.language.phrasing import closed, counted, listing
from agents.model import Claim, Edge
from agents.state import State
from agents.tasks.facts import fact, names, schema_of

_TOLD = 12  # facts that are written out; the others are in the graph beside the answer


def because(state: State, kit: Kit) -> State:
    """Return the state with the facts behind its answer as claims, and their sources."""
    edges = _behind(state)
    schema = schema_of(state, kit)
    known = {each.text for each in state.claims}
    facts = [each for each in (fact(edge, state, schema) for edge in edges[:_TOLD]) if each.text not in known]
    facts = facts or [_as_it_stands(each, state) for each in edges[:_TOLD]]
    return state.with_(claims=(*state.claims, *facts, *_left(edges), *_sources(edges), *_properties(state, edges)))


def _behind(state: State) -> list[Edge]:
    """Return the edges that the claims name; all of the evidence where they name none."""
    named = {id for claim in state.claims for id in claim.edges}
    return [each for each in state.evidence.edges if each.id in named] or list(state.evidence.edges)


def _as_it_stands(edge: Edge, state: State) -> Claim:
    """Return a fact in the graph's own words, where its sentence was the answer."""
    known = names(state)
    ends = [known.get(each, each) for each in (edge.head, edge.tail)]
    text = f"The graph says so itself: {ends[0]} – {edge.relation} → {ends[1]}"
    return Claim(closed(text), (edge.id,), (edge.head, edge.tail))


def _left(edges: list[Edge]) -> tuple[Claim, ...]:
    more = edges[_TOLD:]
    if not more:
        return ()
    text = f"{counted(len(more), 'more fact')} {'says' if len(more) == 1 else 'say'} so; see the graph"
    return (Claim(closed(text), tuple(each.id for each in more)),)


def _sources(edges: list[Edge]) -> tuple[Claim, ...]:
    """Return where the facts come from, where the graph says so."""
    told = {f"the {source.kind} {source.name}": None for edge in edges for source in edge.sources}
    if not told:
        return ()
    return (Claim(closed(f"This comes from {listing(list(told))}"), tuple(each.id for each in edges)),)


def _properties(state: State, edges: list[Edge]) -> tuple[Claim, ...]:
    """Return what to say of an answer that stands on no edge: on what things have, or on there being nothing."""
    if edges or state.not_in_graph or not state.evidence.nodes:
        return ()
    things = listing([each.name for each in state.evidence.nodes])
    text = f"This is what the graph keeps of {things} itself; no edge is needed for it"
    return (Claim(closed(text), (), tuple(each.id for each in state.evidence.nodes)),)
