"""What a Match returns, orders by and aggregates, as Cypher over the variables of its solutions."""

from collections.abc import Callable

from agents.errors import QueryError
from agents.graphs.cypher_values import NUMBER, Layout, Value
from agents.graphs.cypher_words import Params
from agents.graphs.statement import Column, read_as
from agents.query import Order, Return

_NOTHING = "max(null)"  # an aggregate, so that a group without numbers stays a group


class Columns:
    """Writes the expressions of one Match; `source` gives a name's variable and whether it is an edge."""

    def __init__(self, layout: Layout, params: Params, source: Callable[[str], tuple[str, bool]]) -> None:
        self._layout = layout
        self._params = params
        self._source = source

    def column(self, each: Return) -> Column:
        """Say how a returned column is read."""
        return read_as(each, self._source)

    def plain(self, each: Return, unwound: list[str]) -> str:
        """Return a plain column's expression; one with several values is unwound to a row for each."""
        variable, edge = self._source(each.variable)
        if not each.key:
            return variable
        value = self._layout.value(variable, each.key, edge)
        if not value.many:
            return value.shown
        name = self._params.name("u")
        unwound.append(f"UNWIND CASE WHEN size({value.shown}) = 0 THEN [null] ELSE {value.shown} END AS {name}")
        return name

    def final(self, name: str, each: Return) -> str:
        """Return a column as it is fetched."""
        if each.aggregate or each.key:
            return name
        edge = self._source(each.variable)[1]
        return self._layout.edge_key(name) if edge else self._layout.node_key(name)

    def ordered(self, order: Order) -> str:
        """Return what a group is sorted by: its least value, or its greatest when descending."""
        if order.aggregate:
            return self.aggregate(order.aggregate, order.variable, order.key, False)
        variable, edge = self._source(order.variable)
        value = self._layout.value(variable, order.key or ("relation" if edge else "name"), edge)
        return _extreme("max" if order.descending else "min", value, "")

    def aggregate(self, aggregate: str, name: str, key: str, alone: bool) -> str:
        """Return an aggregate over the distinct nodes of a variable. `alone`: no node comes twice anyhow."""
        variable, edge = self._source(name)
        if aggregate == "count":
            return f"count(DISTINCT {self._having(variable, key, edge) if key else variable})"
        if not key:
            raise QueryError(f"'{aggregate}' of '{name}' needs a property.")
        if aggregate in ("min", "max"):
            nul = self._params.named("nul", "\0")
            return _extreme(aggregate, self._layout.value(variable, key, edge), nul)
        return self._total(aggregate, variable, key, edge, alone)

    def tie_break(self, name: str, each: Return) -> list[str]:
        """Return what rows are sorted by in the end: the ids or the value of a column."""
        if not each.aggregate and not each.key:
            if not self._source(each.variable)[1]:
                return [self._layout.node_id(name)]
            head, tail = (self._layout.node_id(f"{side}Node({name})") for side in ("start", "end"))
            return [head, self._layout.relation(name), tail]
        number = f"CASE {name} WHEN true THEN 1 WHEN false THEN 0 ELSE {name} END"
        return [f"{name} IS NULL", f"{name} IS :: STRING NOT NULL", number, f"{name} IS :: BOOLEAN NOT NULL"]

    def _having(self, variable: str, key: str, edge: bool) -> str:
        value = self._layout.value(variable, key, edge)
        there = f"size({value.folded}) > 0" if value.many else f"{value.folded} IS NOT NULL"
        return f"CASE WHEN {there} THEN {variable} END"

    def _total(self, aggregate: str, variable: str, key: str, edge: bool, alone: bool) -> str:
        value = self._layout.value("o", key, edge)
        if not value.numbers:
            return _NOTHING
        if alone and not value.many:
            number = _number(self._layout.value(variable, key, edge).folded)
            total = "avg" if aggregate == "average" else "sum"
            return f"CASE WHEN count({number}) > 0 THEN {total}({number}) END"
        things = f"collect(DISTINCT {variable})"
        some, all_of_one = _numbers_of_one(value)
        count = f"reduce(n = 0, o IN {things} | n + {some})"
        total = f"reduce(t = 0, o IN {things} | t + {all_of_one})"
        result = f"toFloat({total}) / {count}" if aggregate == "average" else total
        return f"CASE WHEN {count} > 0 THEN {result} END"


def _extreme(pick: str, value: Value, nul: str) -> str:
    """Return the least or the greatest: numbers are less than texts. With `nul` texts show as they are written."""
    number = f"{pick}({_of_one(pick, value, '')})" if value.numbers else ""
    text = f"{pick}({_of_one(pick, value, nul or 'folded')})" if value.texts else ""
    parts = [each for each in ((number, text) if pick == "min" else (text, number)) if each]
    return f"coalesce({', '.join(parts)})" if parts else _NOTHING


def _of_one(pick: str, value: Value, text: str) -> str:
    """Return the extreme of one thing's numbers, or with `text` of its texts, null where it has none."""
    if not value.many:
        if not text:
            return _number(value.folded) if value.texts else value.folded
        shown = value.folded if text == "folded" else f"{value.folded} + {text} + {value.shown}"
        return f"CASE WHEN {value.folded} IS :: STRING NOT NULL THEN {shown} END" if value.numbers else shown
    kind = "STRING NOT NULL" if text else NUMBER
    one = f"{value.folded}[i]"
    shown = one if text in ("", "folded") else f"{one} + {text} + {value.shown}[i]"
    picked = f"[i IN range(0, size({value.folded}) - 1) WHERE {one} IS :: {kind} | {shown}]"
    better = "<" if pick == "min" else ">"
    return f"reduce(m = null, v IN {picked} | CASE WHEN m IS NULL OR v {better} m THEN v ELSE m END)"


def _number(expression: str) -> str:
    return f"CASE WHEN {expression} IS :: {NUMBER} THEN {expression} END"


def _numbers_of_one(value: Value) -> tuple[str, str]:
    """Return how many numbers one thing has, and their sum."""
    if not value.many:
        is_number = f"{value.folded} IS :: {NUMBER}"
        return f"CASE WHEN {is_number} THEN 1 ELSE 0 END", f"CASE WHEN {is_number} THEN {value.folded} ELSE 0 END"
    numbers = f"[v IN {value.folded} WHERE v IS :: {NUMBER}]"
    return f"size({numbers})", f"reduce(s = 0, v IN {numbers} | s + v)"
