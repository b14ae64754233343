"""What a Match returns, orders by and aggregates, as SQL over the solutions `s`."""

from collections.abc import Callable

from agents.errors import QueryError
from agents.graphs.sql_values import BY_BAG, Thing
from agents.graphs.sql_words import Params, Words
from agents.graphs.statement import Column, read_as
from agents.query import Order, Return

_SHOWN = "CASE typeof(sort) WHEN 'text' THEN sort || char(0) || value ELSE sort END"  # sorts folded, shows as written
_NUMBER = "typeof(sort) <> 'text'"


class Columns:
    """Writes the expressions of one Match; `source` gives a variable's column in `s` and whether it is an edge."""

    def __init__(self, words: Words, params: Params, source: Callable[[str], tuple[str, bool]]) -> None:
        self._words = words
        self._params = params
        self._source = source

    def column(self, each: Return) -> Column:
        """Say how a returned column is read."""
        return read_as(each, self._source)

    def returned(self, each: Return, joins: list[str], alone: bool) -> str:
        """Return a column's expression; a property with several values joins in a row for each."""
        if each.aggregate:
            return self.aggregate(each.aggregate, each.variable, each.key, alone)
        source, edge = self._source(each.variable)
        if not each.key:
            return source
        if (own := self._own(source, edge, each.key)) is not None:
            return own
        alias = self._params.name("p")
        same = f"{alias}.bag = {self._bag(source, edge)} AND +{alias}.key = {self._key(each.key)}"
        joins.append(f" LEFT JOIN bag_values {alias} ON {same}")
        return f"{alias}.value"

    def ordered(self, order: Order, alone: bool) -> str:
        """Return what a group is sorted by: its least value, or its greatest when descending."""
        if order.aggregate:
            return self.aggregate(order.aggregate, order.variable, order.key, alone)
        pick = "max" if order.descending else "min"
        source, edge = self._source(order.variable)
        key = order.key or ("relation" if edge else "name")
        if (folded := self._own(source, edge, key, folded=True)) is not None:
            return f"{pick}({folded})"
        return f"{pick}({self._of_bag(source, edge, key, f'{pick}(sort)')})"

    def aggregate(self, aggregate: str, variable: str, key: str, alone: bool) -> str:
        """Return an aggregate over the distinct nodes of a variable. `alone`: no node comes twice anyhow."""
        source, edge = self._source(variable)
        if aggregate == "count":
            once = "" if alone else "DISTINCT "
            return f"count({once}{self._having_value(source, edge, key) if key else source})"
        if not key:
            raise QueryError(f"'{aggregate}' of '{variable}' needs a property.")
        if aggregate in ("min", "max"):
            return f"{aggregate}({self._extreme(source, edge, key, aggregate)})"
        total = self._of_bag(source, edge, key, "sum(sort)", _NUMBER)
        numbers = self._of_bag(source, edge, key, "count(sort)", _NUMBER)
        if self._own(source, edge, key) is not None:
            return f"max({self._params.add(None)})"  # own keys are texts: they have no sum
        if aggregate == "sum":
            return f"sum({total})" if alone else f"sum_once({source}, {total})"
        return f"sum({total}) * 1.0 / sum({numbers})" if alone else f"average_once({source}, {total}, {numbers})"

    def tie_break(self, column: str, each: Return) -> list[str]:
        """Return what rows are sorted by in the end: the ids or the value of a column."""
        if each.aggregate:
            return [f"{column} NULLS LAST"]
        if each.key:
            flag = f"typeof({column}) = 'blob'"
            return [f"(CASE WHEN {flag} THEN {column} = x'01' ELSE {column} END) NULLS LAST", flag]
        if not self._source(each.variable)[1]:
            return [f"(SELECT id FROM nodes WHERE key = {column}) NULLS LAST"]
        edge = f"FROM edges e JOIN nodes h ON h.key = e.head JOIN nodes t ON t.key = e.tail WHERE e.key = {column}"
        relation = f"(SELECT r.name FROM edges e JOIN relations r ON r.key = e.relation WHERE e.key = {column})"
        return [f"(SELECT h.id {edge}) NULLS LAST", relation, f"(SELECT t.id {edge})"]

    def _own(self, source: str, edge: bool, key: str, folded: bool = False) -> str | None:
        thing = Thing("o", edge)
        own = thing.own_folded(key) if folded else thing.own(key)
        return own and f"(SELECT {own} FROM {'edges' if edge else 'nodes'} o WHERE o.key = {source})"

    def _having_value(self, source: str, edge: bool, key: str) -> str:
        own = self._own(source, edge, key)
        test = f"{own} IS NOT NULL" if own else f"EXISTS {self._of_bag(source, edge, key, '1')}"
        return f"CASE WHEN {test} THEN {source} END"

    def _extreme(self, source: str, edge: bool, key: str, pick: str) -> str:
        own, folded = self._own(source, edge, key), self._own(source, edge, key, folded=True)
        if own is not None:
            return f"{folded} || char(0) || {own}"
        return self._of_bag(source, edge, key, f"{pick}({_SHOWN})")

    def _of_bag(self, source: str, edge: bool, key: str, what: str, where: str = "1") -> str:
        return (
            f"(SELECT {what} FROM bag_values WHERE bag = {self._bag(source, edge)} AND {BY_BAG} = {self._key(key)}"
            f" AND {where})"
        )

    def _bag(self, source: str, edge: bool) -> str:
        return f"(SELECT bag FROM {'edges' if edge else 'nodes'} WHERE key = {source})"

    def _key(self, key: str) -> str:
        return self._params.add(self._words.keys.get(key))
