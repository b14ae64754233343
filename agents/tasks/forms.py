"""What rows say, by the form of the reading: a set, a value, a count, a verdict, a comparison, a description."""

from collections.abc import Callable

from agents.graphs.store import Cell, Rows
from agents.kit import Kit
from agents.language.phrasing import capital, closed, counted, listing, plural, quantity, valued
from agents.model import Claim, Edge, Node, Schema
from agents.query import Match
from agents.reading.reader import Reading
from agents.state import State
from agents.tasks.absent import absent, nothing_recorded
from agents.tasks.compared import compared
from agents.tasks.described import described
from agents.tasks.facts import called, edge_ids, fact, label, node_json, schema_of

_WORDED = 3  # so many edges are worded one by one


def answered(state: State, kit: Kit, reading: Reading) -> State:
    """Return the state with the claims and answers that the first finding gives for the reading."""
    rows = state.findings[0].rows or Rows((), ())
    return _FORMS[reading.form](state, kit, reading, rows)


def _set(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    cells = list({_key(row.cells[0]): row.cells[0] for row in rows.rows if row.cells[0] is not None}.values())
    if not cells:
        return nothing_recorded(state, kit, reading.words)
    nodes = [each for each in cells if isinstance(each, Node)]
    if len(nodes) < len(cells):
        return _value(state, kit, reading, rows)
    claim = Claim(_listed(nodes, rows), _proof(rows, state), tuple(each.id for each in nodes))
    answers = tuple(node_json(each) for each in nodes)
    return state.with_(claims=(claim, *_worded(rows, state, kit)), answers=answers)


def _listed(nodes: list[Node], rows: Rows) -> str:
    names = called(nodes)
    if len(names) == 1:
        return closed(names[0])
    more = "at least " if rows.truncated else ""
    return closed(f"{more}{counted(len(names), label(nodes))}: {listing(names)}")


def _value(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    values = [row.cells[0] for row in rows.rows if row.cells and row.cells[0] is not None]
    if not values:
        return nothing_recorded(state, kit, reading.words)
    key = reading.query.returns[0].key if isinstance(reading.query, Match) else ""
    unit = _unit(schema_of(state, kit), key)
    said = listing([_said(each, unit, key) for each in values])
    claim = Claim(closed(f"{capital(reading.words)}: {said}"), _proof(rows, state), _about(state))
    return state.with_(claims=(claim,), answers=tuple({"value": _plain(each)} for each in values))


def _count(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    number = rows.rows[0].cells[0] if rows.rows else 0
    if not isinstance(number, (int, float)):
        return _set(state, kit, reading, rows)
    noun = _noun(reading)
    text = (
        f"{quantity(number)} {plural(noun, number)} ({reading.words})"
        if noun
        else f"{quantity(number)} ({reading.words})"
    )
    claim = Claim(closed(text), _proof(rows, state), _about(state))
    return state.with_(claims=(claim,), answers=({"value": number},))


def _verdict(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    if rows.rows and _holds(rows):
        worded = _worded(rows, state, kit)
        yes = Claim("Yes.", _proof(rows, state), _about(state))
        text = (Claim(closed(f"It holds that {reading.words}"), yes.edges, yes.nodes),)
        return state.with_(claims=(yes, *(worded or text)), verdict="yes")
    if state.unknown:
        return absent(state, kit)
    text_no = closed(f"No edge of this graph says so: I looked for {reading.words}")
    return state.with_(claims=(Claim(text_no, nodes=_about(state), kind="none"),), verdict="no")


def _holds(rows: Rows) -> bool:
    """Tell whether a verdict's rows say yes: any row does, unless it holds only a zero or a false."""
    return any(cell not in (0, False, None) for row in rows.rows for cell in row.cells)


def _compare(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    if not rows.rows:
        return nothing_recorded(state, kit, reading.words)
    key = reading.query.returns[-1].key if isinstance(reading.query, Match) else ""
    return compared(state, rows, key, _unit(schema_of(state, kit), key))


def _describe(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    return described(state, kit)


_FORMS: dict[str, Callable[[State, Kit, Reading, Rows], State]] = {
    "set": _set,
    "value": _value,
    "count": _count,
    "verdict": _verdict,
    "compare": _compare,
    "describe": _describe,
}


# --- parts --------------------------------------------------------------------------------------


def _worded(rows: Rows, state: State, kit: Kit) -> tuple[Claim, ...]:
    """Return the edges as sentences of their own where they are few."""
    edges = _edges(rows)
    return tuple(fact(each, state, schema_of(state, kit)) for each in edges) if len(edges) <= _WORDED else ()


def _edges(rows: Rows) -> list[Edge]:
    return list({edge.triple: edge for row in rows.rows for edge in row.edges}.values())


def _proof(rows: Rows, state: State) -> tuple[str, ...]:
    return edge_ids(_edges(rows), state)


def _about(state: State) -> tuple[str, ...]:
    return tuple(each.node.id for each in state.linked if each.node)


def _noun(reading: Reading) -> str:
    """Return what a count counts: the type of its variable, where it has just one."""
    if not isinstance(reading.query, Match):
        return ""
    counted_one = reading.query.returns[0].variable
    types = next((each.types for each in reading.query.variables if each.name == counted_one), ())
    return label([Node("", types[0], "")]) if len(types) == 1 else ""


def _unit(schema: Schema, key: str) -> str:
    kinds = [each for kind in schema.types for each in kind.properties]
    kinds += [each for kind in schema.relations for each in kind.properties]
    return next((each.unit for each in kinds if each.name == key and each.unit), "")


def _said(cell: Cell, unit: str, key: str) -> str:
    if isinstance(cell, Node):
        return cell.name
    return cell.relation if isinstance(cell, Edge) else valued(cell, unit, key)


def _plain(cell: Cell) -> object:
    return _said(cell, "", "") if isinstance(cell, (Node, Edge)) else cell


def _key(cell: Cell) -> object:
    if isinstance(cell, Node):
        return cell.id
    return cell.triple if isinstance(cell, Edge) else cell
