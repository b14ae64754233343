"""No, with what the graph records instead: "is X in Dublin?" of what is in Frankfurt, "is X closed?" of what is not."""

from agents.kit import Kit
from agents.language.phrasing import UNSAID, closed, has_value, key_words, valued
from agents.model import Claim, Node, Schema, Value
from agents.query import Neighbourhood
from agents.reading.meaning import Both, Joined, Meaning, Result, Things, Where, keys, parts_of_both
from agents.reading.reader import Reading
from agents.reading.relations import RelationWords
from agents.state import State
from agents.tasks.facts import fact, schema_of, with_evidence

_EDGES = 50  # of a thing that are looked at


def denied(state: State, kit: Kit, reading: Reading) -> State:
    """Return the state with a no: for what is recorded in its place, else that the graph does not say so."""
    what = reading.words.removeprefix("whether ")
    about = tuple(each.node.id for each in state.linked if each.node)
    unsaid = Claim(closed(f"{UNSAID} {what}"), nodes=about, kind="none")
    thing, said = _said_of(reading.meaning)
    node = next(iter(kit.store.nodes(state.graph, [thing])), None) if thing else None
    if node is None:
        return state.with_(claims=(unsaid,), verdict="no")
    if isinstance(said, Where) and {*keys(said)} == {said.key}:  # of two properties it is not known which one fails
        return _recorded(state, kit, node, said, unsaid)
    if isinstance(said, Joined):
        return _joined(state, kit, node, said, unsaid)
    return state.with_(claims=(unsaid,), verdict="no")


def _said_of(meaning: Result | None) -> tuple[str, Meaning | None]:
    """Return the one thing that something is said of, and what is: "" where it is not so simple."""
    if isinstance(meaning, Where) and isinstance(meaning.source, Things):
        return _only(meaning.source), meaning
    parts = parts_of_both(meaning) if isinstance(meaning, Both) else ()
    things = [each for each in parts if isinstance(each, Things)]
    others = [each for each in parts if not isinstance(each, Things)]
    return (_only(things[0]), others[0]) if len(things) == len(others) == 1 else ("", None)


def _only(things: Things) -> str:
    return things.ids[0] if len(things.ids) == 1 else ""


def _recorded(state: State, kit: Kit, node: Node, said: Where, unsaid: Claim) -> State:
    value = node.props.get(said.key)
    if value is None:
        return state.with_(claims=(unsaid,), verdict="no")
    fact_said = Claim(closed(_in_words(node, said.key, value, schema_of(state, kit))), nodes=(node.id,))
    return state.with_(claims=(Claim("No.", nodes=(node.id,)), fact_said), verdict="no")


def _in_words(node: Node, key: str, value: Value, schema: Schema) -> str:
    if isinstance(value, bool):
        return f"{node.name} is {'' if value else 'not '}{key_words(key)[0].removeprefix('is ')}"
    kind = schema.type(node.type)
    unit = next((each.unit for each in kind.properties if each.name == key), "") if kind else ""
    many = value if isinstance(value, tuple) else (value,)
    return has_value(node.name, key, [valued(each, unit, key) for each in many])


def _joined(state: State, kit: Kit, node: Node, said: Joined, unsaid: Claim) -> State:
    """Tell beside it which edge of a relation the thing has, where such things have but one."""
    schema = schema_of(state, kit)
    relation = schema.relation(said.relation)
    out = not said.out
    if relation is None or relation.symmetric or said.hops > 1 or not RelationWords(schema).single(said.relation, out):
        return state.with_(claims=(unsaid,), verdict="no")
    around = kit.store.neighbourhood(
        state.graph, Neighbourhood(ids=(node.id,), relations=(said.relation,), limit=_EDGES)
    )
    own = [each for each in around.edges if (each.head if out else each.tail) == node.id]
    if len(own) != 1:
        return state.with_(claims=(unsaid,), verdict="no")
    state = with_evidence(state, kit, own)
    shown = next((each for each in state.evidence.edges if each.triple == own[0].triple), own[0])
    return state.with_(
        claims=(unsaid, Claim("What it does say:", kind="none"), fact(shown, state, schema)), verdict="no"
    )
