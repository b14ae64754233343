"""Compare things: by one number each, or by what they share and what only one of them has."""

from agents.graphs.store import Cell, Rows
from agents.language.phrasing import closed, listing, readable, valued
from agents.model import Claim, Edge, Node
from agents.state import State
from agents.tasks.facts import edge_ids, node_json

Values = list[tuple[Node, list[Cell]]]  # a thing and what it has, in the order of the rows


def compared(state: State, rows: Rows, key: str, unit: str) -> State:
    """Return the state with each thing's values as a claim, and what follows from them as an inference."""
    values = _by_thing(rows)
    claims = [_one(state, rows, thing, of, key, unit) for thing, of in values]
    answers = tuple({**node_json(thing), "value": _plain(of)} for thing, of in values)
    inferred = _numbers(values, key) or _sets(values)
    return state.with_(claims=(*claims, *inferred), answers=answers)


def _by_thing(rows: Rows) -> Values:
    values: dict[str, tuple[Node, list[Cell]]] = {}
    for row in rows.rows:
        thing, value = row.cells[0], row.cells[-1]
        if isinstance(thing, Node):
            of = values.setdefault(thing.id, (thing, []))[1]
            of += [value] if value is not None and value not in of else []
    return list(values.values())


def _one(state: State, rows: Rows, thing: Node, of: list[Cell], key: str, unit: str) -> Claim:
    edges = [edge for row in rows.rows if row.cells[0] == thing for edge in row.edges]
    said = listing([_said(each, unit, key) for each in of]) if of else "nothing recorded"
    return Claim(closed(f"{thing.name}: {said}"), edge_ids(edges, state), (thing.id,))


def _numbers(values: Values, key: str) -> tuple[Claim, ...]:
    """Say which thing has more, where each has one number."""
    known = [(float(of[0]), thing) for thing, of in values if len(of) == 1 and isinstance(of[0], (int, float))]
    if len(known) < 2 or len(known) < len(values):
        return ()
    most, what = max(number for number, _ in known), readable(key) or "number"
    first = [thing for number, thing in known if number == most]
    ids = tuple(thing.id for _, thing in known)
    if len(first) == len(known):
        return (Claim(f"Their {what} is the same.", nodes=ids, kind="inference"),)
    return (Claim(closed(f"The highest {what}: {listing([each.name for each in first])}"), (), ids, "inference"),)


def _sets(values: Values) -> tuple[Claim, ...]:
    """Say what all things share and what each has alone, where they have several values."""
    if len(values) < 2:
        return ()
    held = [(thing, {_said(each, "", ""): None for each in of}) for thing, of in values]
    shared = [each for each in held[0][1] if all(each in of for _, of in held)]
    ids = tuple(thing.id for thing, _ in held)
    text = f"In common: {listing(shared)}" if shared else "They have nothing of it in common"
    return (Claim(closed(text), (), ids, "inference"), *_alone(held))


def _alone(held: list[tuple[Node, dict[str, None]]]) -> list[Claim]:
    claims = []
    for thing, of in held:
        others = {each for other, has in held if other.id != thing.id for each in has}
        if only := [each for each in of if each not in others]:
            claims.append(Claim(closed(f"Only {thing.name}: {listing(only)}"), (), (thing.id,), "inference"))
    return claims


def _said(cell: Cell, unit: str, key: str) -> str:
    if isinstance(cell, Node):
        return cell.name
    return readable(cell.relation) if isinstance(cell, Edge) else valued(cell, unit, key)


def _plain(of: list[Cell]) -> object:
    plain = [_said(each, "", "") if isinstance(each, (Node, Edge)) else each for each in of]
    return plain[0] if len(plain) == 1 else plain
