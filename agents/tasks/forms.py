"""What rows say, by the form of the reading: a set, a value, a count, a verdict, a comparison, a description."""

from collections.abc import Callable

from agents.graphs.store import Cell, Path, Row, Rows
from agents.kit import Kit
from agents.language.phrasing import (
    capital_article,
    closed,
    counted,
    has_value,
    listing,
    plural,
    quantity,
    spoken,
    valued,
)
from agents.model import Claim, Edge, Node, Schema
from agents.query import Match
from agents.reading.meaning import Both, ButNot, Joined, Kind, Most, Shared, Tally, Things, Total, Values, sort
from agents.reading.reader import Reading
from agents.reading.wording import in_answer, in_numbers
from agents.state import State
from agents.tasks.absent import absent, nothing_recorded
from agents.tasks.compared import compared
from agents.tasks.denied import denied
from agents.tasks.described import described
from agents.tasks.facts import called, chain, edge_ids, fact, in_a_row, label, node_json, schema_of

_WORDED = 3  # so many edges are worded one by one


def answered(state: State, kit: Kit, reading: Reading) -> State:
    """Return the state with the claims and answers that the first finding gives for the reading."""
    rows = state.findings[0].rows or Rows((), ())
    return _FORMS[reading.form](state, kit, reading, rows)


def _set(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    cells = list({_key(row.cells[0]): row.cells[0] for row in rows.rows if row.cells[0] is not None}.values())
    if not cells and isinstance(reading.meaning, ButNot) and sort(reading.meaning.source):
        none = Claim(closed(in_numbers(reading.meaning, schema_of(state, kit), 0)), nodes=_about(state), kind="none")
        return state.with_(claims=(none,), answers=())
    if not cells:
        return nothing_recorded(state, kit, reading.words)
    nodes = [each for each in cells if isinstance(each, Node)]
    if len(nodes) < len(cells):
        return _value(state, kit, reading, rows)
    answers = tuple(node_json(each) for each in nodes)
    worded = _worded(rows, state, kit)
    if len(nodes) == len(worded) == 1 and not rows.truncated and _plain_fact(reading.meaning):
        return state.with_(claims=worded, answers=answers)
    claim = Claim(_listed(state, kit, reading, nodes, rows), _proof(rows, state), tuple(each.id for each in nodes))
    return state.with_(claims=(claim, *(worded if len(worded) > len(nodes) else ())), answers=answers)


def _plain_fact(meaning: object) -> bool:
    """Tell whether one edge says all that is meant, so that no more than its sentence is needed."""
    if isinstance(meaning, Both):
        return sum(isinstance(each, Joined) for each in meaning.parts) == 1 and all(
            isinstance(each, Kind) or _plain_fact(each) for each in meaning.parts
        )
    return meaning is None or (isinstance(meaning, Joined) and _one(meaning.source))


def _one(meaning: object) -> bool:
    return isinstance(meaning, Things) and len(meaning.ids) == 1


def _listed(state: State, kit: Kit, reading: Reading, nodes: list[Node], rows: Rows) -> str:
    """Return the nodes in a sentence that says what they are; what they were ranked by stands behind them."""
    schema, number = schema_of(state, kit), rows.total or len(nodes)
    listed = listing(_beside(nodes, reading, rows, schema), of=number) + _ranked(reading, rows, schema)
    if rows.truncated and not rows.total:
        listed = f"{listed}; there may be more"
    if isinstance(reading.meaning, (Values, Total, Shared, Tally)) or reading.meaning is None:
        return closed(f"{counted(number, label(nodes))}: {listed}" if number > 1 else listed)
    return closed(capital_article(in_answer(reading.meaning, schema, listed, number)))


def _beside(nodes: list[Node], reading: Reading, rows: Rows, schema: Schema) -> list[str]:
    """Return what the nodes are called, each with the properties that were asked for besides."""
    if not reading.shown:
        return called(nodes)
    found: dict[str, list[str]] = {}
    for row in rows.rows:
        cells = zip(reading.shown, row.cells[-len(reading.shown) :], strict=True)
        values = [f"{spoken(key)} {_said(cell, _unit(schema, key), key)}" for key, cell in cells if cell is not None]
        if isinstance(node := row.cells[0], Node):
            found.setdefault(node.id, values)
    said = [(name, found.get(node.id)) for name, node in zip(called(nodes), nodes, strict=True)]
    return [f"{name} ({', '.join(values)})" if values else name for name, values in said]


def _ranked(reading: Reading, rows: Rows, schema: Schema) -> str:
    """Return what the first of a ranking has: " (12)", " (58 euro each)"."""
    values = {row.cells[1] for row in rows.rows if len(row.cells) > 1}
    value = values.pop() if len(values) == 1 else None
    if not isinstance(reading.meaning, Most) or isinstance(value, (Node, Edge)) or value is None:
        return ""
    key = reading.meaning.measure.key
    each = " each" if len(rows.rows) > 1 else ""
    return f" ({valued(value, _unit(schema, key), key)}{each})"


def _value(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    values = [row for row in rows.rows if row.cells and row.cells[0] is not None]
    if not values:
        return nothing_recorded(state, kit, reading.words)
    said = _values(schema_of(state, kit), reading, values)
    about = _about(state) or tuple(cell.id for row in values for cell in row.cells if isinstance(cell, Node))
    claim = Claim(closed(capital_article(said)), _proof(rows, state), about)
    return state.with_(claims=(claim,), answers=tuple({"value": _plain(row.cells[0])} for row in values))


def _values(schema: Schema, reading: Reading, rows: list[Row]) -> str:
    """Return values in a sentence: of one thing, of several things each with its own, or of none in particular."""
    key = reading.query.returns[0].key if isinstance(reading.query, Match) else ""
    unit = _unit(schema, key)
    said = [_said(row.cells[0], unit, key) for row in rows]
    owners = [cell for row in rows for cell in row.cells[1:2] if isinstance(cell, Node)]
    if len(owners) < len(rows) or not isinstance(reading.meaning, Values):
        return f"{reading.words}: {listing(said)}" if len(said) > 1 else f"{reading.words} is {said[0]}"
    if len({each.id for each in owners}) == 1:
        return has_value(owners[0].name, key, said)
    shown = [f"{name} ({value})" for name, value in zip(called(owners), said, strict=True)]
    return f"{reading.words}: {listing(shown)}"


def _count(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    number = rows.rows[0].cells[0] if rows.rows else 0
    if not isinstance(number, (int, float)):
        return _set(state, kit, reading, rows)
    claim = Claim(closed(_number(state, kit, reading, number)), _proof(rows, state), _about(state))
    return state.with_(claims=(claim,), answers=({"value": number},))


def _tally(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    """Return what was counted by, each with its number."""
    if not rows.rows:
        return nothing_recorded(state, kit, reading.words)
    said = [f"{_said(row.cells[0], '', '')} ({_said(row.cells[-1], '', '')})" for row in rows.rows]
    claim = Claim(closed(capital_article(f"{reading.words}: {listing(said)}")), _proof(rows, state), _about(state))
    cells = [row.cells[0] for row in rows.rows]
    answers = tuple(node_json(each) if isinstance(each, Node) else {"value": _plain(each)} for each in cells)
    return state.with_(claims=(claim,), answers=answers)


def _different(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    """Return how many different values there are, and which."""
    values = list(dict.fromkeys(_said(row.cells[0], "", "") for row in rows.rows if row.cells[0] is not None))
    least = "at least " if rows.truncated else ""
    listed = f": {listing(values)}" if values else ""
    claim = Claim(closed(capital_article(f"{reading.words}: {least}{len(values)}{listed}")), (), _about(state))
    return state.with_(claims=(claim,), answers=({"value": len(values)},))


def _number(state: State, kit: Kit, reading: Reading, number: float) -> str:
    if reading.meaning is None:
        return f"{quantity(number)} {plural(noun, number)}" if (noun := _noun(reading)) else quantity(number)
    said = in_numbers(reading.meaning, schema_of(state, kit), number)
    return f"{said} in this graph" if number == 0 else capital_article(said)


def _verdict(state: State, kit: Kit, reading: Reading, rows: Rows) -> State:
    what = reading.words.removeprefix("whether ")
    if rows.rows and _holds(rows):
        claims = _yes(state, kit, reading, rows) or (Claim(closed(capital_article(what)), _proof(rows, state)),)
        yes = Claim("Yes.", claims[0].edges, _about(state), claims[0].kind)
        return state.with_(claims=(yes, *claims), verdict="yes")
    if state.unknown:
        return absent(state, kit)
    return denied(state, kit, reading)


def _yes(state: State, kit: Kit, reading: Reading, rows: Rows) -> tuple[Claim, ...]:
    """Return the edges that say so; those of a walk are one chain, and what follows from it is an inference."""
    edges, schema = _edges(rows), schema_of(state, kit)
    far = isinstance(reading.query, Match) and any(each.max_hops > 1 for each in reading.query.patterns)
    if far and len(edges) > 1 and len({each.relation for each in edges}) == 1:
        words = spoken(edges[0].relation, schema.relation(edges[0].relation))
        path = Path((), tuple(in_a_row(edges)))
        return (chain(path, state, schema, f"It follows, because '{words}' carries over", "inference"),)
    return _worded(rows, state, kit)


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
    "different": _different,
    "tally": _tally,
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
