"""A header line of Neo4j's import, and how it reads the cells of a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.errors import LoadError
from agents.model import Scalar, Value

_ROLES = ("ID", "LABEL", "START_ID", "END_ID", "TYPE", "IGNORE", "JSON")
_FIELD = re.compile(r"(?P<name>.*?):(?P<type>[A-Za-z_]+)(?P<space>\([^)]*\))?(?P<options>\{.*\})?(?P<many>\[\])?")
_WHOLE = {"int", "long", "short", "byte"}
_BROKEN = {"float", "double"}


@dataclass(frozen=True)
class Column:
    """One column: a property's `name`, its `type` (or the column's role, in capitals), its id space."""

    name: str
    type: str = "string"
    space: str = ""
    many: bool = False


@dataclass(frozen=True)
class Header:
    """The columns of a file of nodes or of relationships."""

    columns: tuple[Column, ...]

    @property
    def is_nodes(self) -> bool:
        """Whether the file holds nodes."""
        return any(column.type == "ID" for column in self.columns)

    @property
    def is_edges(self) -> bool:
        """Whether the file holds edges; it may hold both."""
        return any(column.type == "START_ID" for column in self.columns)

    def start(self, row: Sequence[str]) -> str:
        """Return where a row's edge begins; "" for a node, and for a row of another length."""
        return self.text(row, "START_ID") if len(row) == len(self.columns) else ""

    def cells(self, row: Sequence[str]) -> Sequence[str]:
        """Return the row if it is as long as the header; raise ValueError otherwise."""
        if len(row) != len(self.columns):
            raise ValueError(f"{len(self.columns)} columns were expected and {len(row)} found")
        return row

    def text(self, row: Sequence[str], role: str) -> str:
        """Return the cell of that role, "" where there is no such column."""
        return next((row[at].strip() for at, each in enumerate(self.columns) if each.type == role), "")

    def id(self, row: Sequence[str], role: str) -> str:
        """Return the id in the column of that role, with its space; raise ValueError where it is empty."""
        id = self.text(row, role)
        if not id:
            raise ValueError(f"the :{role} is empty")
        space = next(each.space for each in self.columns if each.type == role)
        return f"{space}:{id}" if space and not id.startswith(f"{space}:") else id

    def properties(self, row: Sequence[str], between: str) -> dict[str, Value]:
        """Return the typed values of a row; raise ValueError naming a cell that is not of its type."""
        pairs = zip(self.columns, row, strict=True)
        kept = [(column, cell) for column, cell in pairs if column.name and cell.strip() and column.type != "IGNORE"]
        return {column.name: _typed(column, cell, between) for column, cell in kept}


def header(cells: Sequence[str], file: str) -> Header | None:
    """Read a header line; None where no column has a role; raise LoadError where roles are missing or double."""
    columns = tuple(_column(cell) for cell in cells)
    roles = [column.type for column in columns if column.type in _ROLES]
    if not {"ID", "START_ID", "END_ID"} & set(roles):
        return None
    if double := next((role for role in _ROLES[:5] if roles.count(role) > 1), ""):
        raise LoadError(f"'{file}' has two columns :{double}.")
    if "ID" not in roles or "START_ID" in roles:
        for role in ("START_ID", "END_ID", "TYPE"):
            if role not in roles:
                raise LoadError(f"'{file}' has no column :{role}.")
    return Header(columns)


def _column(cell: str) -> Column:
    found = _FIELD.fullmatch(cell.strip())
    if not found:
        return Column(cell.strip())
    type = found["type"]
    space = (found["space"] or "").strip("()")
    name = found["name"].strip()
    if type.upper() in _ROLES:
        return Column(name, type.upper(), space)
    return Column(name, type.lower(), space, bool(found["many"]))


def _typed(column: Column, cell: str, between: str) -> Value:
    if column.many:
        return tuple(_scalar(column, each.strip()) for each in cell.split(between) if each.strip())
    return _scalar(column, cell.strip())


def _scalar(column: Column, text: str) -> Scalar:
    try:
        if column.type in _WHOLE:
            return int(text)
        if column.type in _BROKEN:
            return float(text)
    except ValueError:
        raise ValueError(f"'{text[:50]}' in the column {column.name} is no {column.type}") from None
    if column.type == "boolean":
        return text.lower() == "true"
    return text
