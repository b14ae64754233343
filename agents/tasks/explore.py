"""Show what is around something, or what the graph holds altogether."""

import re

from agents.kit import Kit
from agents.language.phrasing import closed, counted, listing, plural, quantity, readable
from agents.model import Claim, NodeType, Schema
from agents.query import Neighbourhood
from agents.state import Lookup, State
from agents.tasks import question
from agents.tasks.absent import absent
from agents.tasks.described import relations
from agents.tasks.ends import ids, name
from agents.tasks.examples import examples, title
from agents.tasks.facts import node_json, schema_of

_AROUND = 60


def plan(state: State, kit: Kit) -> State:
    """Return the state with a look-up of the neighbourhood; naming a type only makes it a question."""
    if state.linked:
        found = tuple(id for each in state.linked for id in ids(each))
        words = f"what is around {listing([name(each) for each in state.linked])}"
        return state.with_(plan=(Lookup(words, Neighbourhood(ids=found, limit=_AROUND)),))
    asks = not state.unknown and names_a_type(state.text, schema_of(state, kit))
    return question.plan(state, kit) if asks else state


def reason(state: State, kit: Kit) -> State:
    """Return the state with what is around, grouped by relation; or with what the graph holds."""
    if state.readings:
        return question.reason(state, kit)
    if not state.linked:
        return absent(state, kit) if state.unknown else overview(state, kit)
    finding, schema = state.findings[0], schema_of(state, kit)
    centre = {id for each in state.linked for id in ids(each)}
    nodes = [each for each in finding.nodes if each.id in centre]
    claims = [claim for node in nodes for claim in relations(node, finding, state, schema)]
    around = tuple(node_json(each) for each in finding.nodes if each.id not in centre)
    more = _more(finding.subgraph.omitted)
    return state.with_(claims=(_shown(state, len(around)), *claims, *more), answers=around)


def overview(state: State, kit: Kit) -> State:
    """Return the state with claims on what the graph holds, counted, and what it can be asked."""
    schema = schema_of(state, kit)
    types = sorted(schema.types, key=lambda each: -each.count)
    kinds = [f"{quantity(each.count)} {_plural(each)}" for each in types]
    facts = sorted(schema.relations, key=lambda each: -each.count)
    relations = [f"{readable(each.name)} ({quantity(each.count)})" for each in facts]
    claims = [Claim(closed(f"{title(kit, state.graph)} holds {counted(schema.nodes, 'node')}: {listing(kinds)}"))]
    claims.append(Claim(closed(f"They are joined by {counted(schema.edges, 'edge')}: {listing(relations)}")))
    asked = examples(kit, state.graph)
    claims += [Claim(f"You can ask, for example: {' '.join(asked)}", kind="none")] if asked else []
    return state.with_(claims=tuple(claims))


def _shown(state: State, around: int) -> Claim:
    centre = tuple(each.node.id for each in state.linked if each.node)
    text = f"Here is what is around {listing([name(each) for each in state.linked])}: {counted(around, 'node')}."
    return Claim(text if around else text.replace(": 0 nodes", ": nothing"), nodes=centre)


def _more(omitted: int) -> tuple[Claim, ...]:
    return (Claim(f"{counted(omitted, 'node')} more not shown here.", kind="none"),) if omitted else ()


def _plural(kind: NodeType) -> str:
    return plural(readable(kind.name) if kind.name else "node", kind.count)


def names_a_type(text: str, schema: Schema) -> bool:
    """Tell whether the text says what a type is called, in one or in many."""
    words = f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
    called = [name for each in schema.types for name in (readable(each.name), *each.synonyms)]
    return any(f" {form.lower()} " in words for name in called for form in (name, plural(name)))
