"""Values of nodes and edges as SQL expressions, and comparisons of them.

The meaning of a comparison where a property has several values: it holds where one of them satisfies it, except
that "!=" needs a value and none that is equal. Numbers compare with numbers and texts with texts only; values of
different kinds are not equal and neither is the greater.
"""

from dataclasses import dataclass

from agents.graphs.folding import fold, fold_name, real
from agents.graphs.sql_words import Params, Words
from agents.graphs.statement import OWN, check_condition
from agents.query import Condition, Ref, Scalar

BY_BAG = "+key"  # the plus keeps SQLite from walking the index of values, for a max() say, where the bag is known
_INDEXED = ("=", "in", "<", "<=", ">", ">=", "starts")
_LAST = "\U0010ffff"
_TYPE = "(SELECT name FROM types WHERE key = {row}.type)"
_RELATION = "(SELECT name FROM relations WHERE key = {row}.relation)"


@dataclass(frozen=True)
class Thing:
    """A row that conditions look at: the alias of a `nodes` or `edges` table, or None for an empty variable.

    `scanned` where the join starts here, at many nodes: then a value's index is read once instead of every node's
    values.
    """

    row: str | None
    edge: bool = False
    scanned: bool = False

    def own(self, key: str) -> str | None:
        """Return the expression of one of the thing's own texts, as people see it, or None for a property."""
        if self.edge:
            return _RELATION.format(row=self.row) if key == "relation" else None
        if key == "type":
            return _TYPE.format(row=self.row)
        if key == "description":
            return f"nullif({self.row}.description, '')"
        return f"{self.row}.{key}" if key in OWN else None

    def own_folded(self, key: str) -> str | None:
        """Return the expression of one of the thing's own texts as it is compared, or None for a property."""
        if not self.edge and key == "name":
            return f"+{self.row}.folded"  # the plus takes off the column's affinity: '5' must not equal 5
        shown = self.own(key)
        return f"fold({shown})" if shown else None


def condition_sql(left: Thing, right: Thing | None, condition: Condition, words: Words, params: Params) -> str:
    """Return a condition as SQL; `right` is the thing of its Ref, if it has one."""
    check_condition(condition)
    if left.row is None or (right is not None and right.row is None):
        return "1" if condition.operator == "missing" and left.row is None else "0"
    values = _values(left, condition.key, condition.operator, words, params)
    if condition.operator == "exists":
        return f"EXISTS (SELECT 1 FROM {values} l)"
    if condition.operator == "missing":
        return f"NOT EXISTS (SELECT 1 FROM {values} l)"
    if isinstance(condition.value, Ref):
        assert right is not None
        others = _values(right, condition.value.key, "exists", words, params)
        return _holds(f"{values} l, {others} r", condition.operator, f"{values} l", _with_ref(condition.operator))
    test = _with_value(condition, params)
    if (index := _by_name(left, condition, words, params)) is not None:
        return index
    aliased = not left.edge and condition.key == "name" and condition.operator in ("=", "in")
    own = left.own_folded(condition.key)
    if own is not None and not aliased:
        return _own(own, condition, test)
    if left.scanned and not aliased and condition.operator in _INDEXED:
        found = f"SELECT bag FROM bag_values l WHERE key = {params.add(words.keys.get(condition.key))} AND {test}"
        return f"{left.row}.bag IN ({found})"
    return _holds(f"{values} l", condition.operator, f"{values} l", test)


def _own(own: str, condition: Condition, test: str) -> str:
    if condition.operator == "!=":
        return f"coalesce(NOT ({test.replace('l.sort', own)}), 0)"
    return test.replace("l.sort", own)


def _values(thing: Thing, key: str, operator: str, words: Words, params: Params) -> str:
    """Return a FROM item with a column `sort`: the values of a key."""
    if not thing.edge and key == "name" and operator in ("=", "in"):
        return f"(SELECT fold(text) AS sort FROM names WHERE node = {thing.row}.key AND kind < 2)"
    if (own := thing.own_folded(key)) is not None:
        return f"(SELECT {own} AS sort WHERE {own} IS NOT NULL)"
    own_key = f"{BY_BAG} = {params.add(words.keys.get(key))}"
    return f"(SELECT sort FROM bag_values WHERE bag = {thing.row}.bag AND {own_key})"


def _holds(source: str, operator: str, left: str, test: str) -> str:
    if operator == "!=":
        others = source.removeprefix(left).removeprefix(", ")
        some = f" AND EXISTS (SELECT 1 FROM {others})" if others else ""
        return f"(EXISTS (SELECT 1 FROM {left}){some} AND NOT EXISTS (SELECT 1 FROM {source} WHERE {test}))"
    return f"EXISTS (SELECT 1 FROM {source} WHERE {test})"


def _with_value(condition: Condition, params: Params) -> str:
    """Return the test of `l.sort` against a constant; for "!=" the test that it is equal."""
    value = condition.value
    if isinstance(value, tuple):
        return "l.sort IN (" + ", ".join(params.add(_comparable(each)) for each in value) + ")"
    constant = _comparable(value)  # type: ignore[arg-type]
    text = isinstance(constant, str)
    mark = params.add(constant)
    match condition.operator:
        case "=" | "!=":
            return f"l.sort = {mark}"
        case "contains":
            return f"(typeof(l.sort) = 'text' AND instr(l.sort, {mark}) > 0)"
        case "starts":
            return f"(l.sort >= {mark} AND l.sort < {params.add(f'{constant}{_LAST}')})"
        case "<" | "<=":
            return f"(l.sort {condition.operator} {mark}" + (" AND l.sort >= '')" if text else ")")
        case _:
            return f"(l.sort {condition.operator} {mark}" + (")" if text else " AND l.sort < '')")


def _with_ref(operator: str) -> str:
    """Return the test of `l.sort` against `r.sort`; for "!=" the test that they are equal."""
    texts = "typeof(l.sort) = 'text' AND typeof(r.sort) = 'text'"
    match operator:
        case "=" | "!=" | "in":
            return "l.sort = r.sort"
        case "contains":
            return f"{texts} AND instr(l.sort, r.sort) > 0"
        case "starts":
            return f"{texts} AND instr(l.sort, r.sort) = 1"
    return f"l.sort {operator} r.sort AND (typeof(l.sort) = 'text') = (typeof(r.sort) = 'text')"


def _by_name(thing: Thing, condition: Condition, words: Words, params: Params) -> str | None:
    """Return an equality on a node's name or id that goes through the index of names, or None for others."""
    if thing.edge or condition.key not in ("name", "id") or condition.operator not in ("=", "in"):
        return None
    values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    texts = [each for each in values if isinstance(each, str)]
    if not all(map(fold_name, texts)):
        return None  # nothing but accents or spaces: such names are not in the index
    looked_up = ", ".join(params.add(fold_name(each)) for each in texts)
    exact = ", ".join(params.add(fold(each)) for each in texts)
    test = f"fold(text) IN ({exact}) AND kind < 2" if condition.key == "name" else f"fold({thing.row}.id) IN ({exact})"
    found = f"SELECT node FROM names WHERE graph = {params.add(words.graph)} AND folded IN ({looked_up})"
    if condition.key == "name":
        return f"{thing.row}.key IN ({found} AND {test})"
    return f"({thing.row}.key IN ({found}) AND {test})"


def _comparable(value: Scalar) -> int | float | str:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return real(value)
    return int(value) if isinstance(value, bool) else value
