"""The door for Cypher that a person or a model wrote: planned first, and run only where it reads."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from agents.errors import StatementRefused
from agents.graphs.bolt_connections import Connections, Transaction, refused
from agents.graphs.bolt_values import plain
from agents.graphs.door import Told, checked, refuse_plan

REPAIRS = 2
_PLANNED = "EXPLAIN "
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")
Repair = Callable[[str, str], str]  # (statement, what is wrong with it) -> another statement


def tell(
    connections: Connections, statement: str, most: int, seconds: float | None = None, repair: Repair | None = None
) -> Told:
    """Run a statement that only reads and return at most `most` rows; raise StatementRefused.

    With `repair`, one that fails or finds nothing is handed to it, at most twice.
    """
    failed: list[tuple[str, str]] = []
    while True:
        told, problem = _attempt(connections, statement, most, seconds)
        left = repair is not None and len(failed) < REPAIRS
        if told and (told.rows or not left):
            return replace(told, repaired=tuple(failed))
        reason = str(problem) if problem else "It found nothing."
        if not left or (problem and problem.why != "syntax"):
            raise problem or StatementRefused("syntax", reason)
        assert repair
        failed.append((statement, reason))
        statement = repair(statement, reason)


def _attempt(
    connections: Connections, statement: str, most: int, seconds: float | None
) -> tuple[Told | None, StatementRefused | None]:
    try:
        text = checked(statement)
        with refused(lambda said: StatementRefused("syntax", said)):
            return connections.read(lambda tx: _told(tx, text, most), seconds), None
    except StatementRefused as problem:
        return None, problem


def _told(tx: Transaction, text: str, most: int) -> Told:
    with refused(lambda said: StatementRefused("syntax", _as_typed(said))):
        estimate = refuse_plan(*tx.plan(f"{_PLANNED}{text}", {}))
    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = []
    for record in tx.records(text, {}):
        columns = tuple(record)
        if len(rows) == most:
            return Told(text, columns, tuple(rows), True, estimate)
        rows.append(tuple(map(plain, record.values())))
    return Told(text, columns, tuple(rows), False, estimate)


def _as_typed(said: str) -> str:
    """Return what the server says of a planned statement, with the places of the statement itself and no echo of it."""

    def place(at: re.Match[str]) -> str:
        line, column, offset = map(int, at.groups())
        before = len(_PLANNED)
        return f"(line {line}, column {column - before if line == 1 else column} (offset: {offset - before}))"

    return _PLACE.sub(place, said.partition('\n"')[0])
