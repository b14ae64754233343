"""Matches that the index of values answers by itself: the least, the greatest or the distinct values of a property.

Such a question is asked of every property when a graph's words are read, and the nodes may be millions.
"""

from agents.graphs.sql_words import Params, Words
from agents.graphs.statement import OWN
from agents.query import Match, Return

_FEW = 2_000  # nodes that are soon looked at one by one
_SHARE = 0.1  # of all that have the key: below it the index holds mostly values of others


def from_index(query: Match, words: Words, params: Params, cut: str) -> str | None:
    """Return the SQL of such a Match, of rows in any order up to the LIMIT `cut`, or None where it is another."""
    if not _asks_for_values(query) or not _pays(query, words):
        return None
    wanted = query.returns[0]
    key = params.add(words.keys.get(wanted.key))
    types = query.variables[0].types
    narrow = f" AND n.type {params.among(words.type_keys(types))}" if types else ""
    has_node = f"EXISTS (SELECT 1 FROM nodes n WHERE n.bag = b.bag{narrow})"
    if wanted.aggregate:
        return _extreme(wanted.aggregate, key, has_node)
    return _distinct(key, has_node) + cut


def _asks_for_values(query: Match) -> bool:
    """Say whether a Match is about one property of all nodes, or of all of some types."""
    others = (query.patterns, query.without, query.optional, query.having, query.order)
    if any(others) or len(query.variables) > 1 or len(query.returns) > 1:
        return False
    variable, wanted = query.variables[0], query.returns[0]
    if variable.ids or variable.among or not _of_a_property(wanted):
        return False
    return all(each.operator == "exists" and each.key == wanted.key for each in query.conditions)


def _of_a_property(wanted: Return) -> bool:
    return bool(wanted.key) and wanted.key not in OWN and wanted.aggregate in (None, "min", "max")


def _pays(query: Match, words: Words) -> bool:
    """Say whether most values of the key are likely those of the nodes that are asked of."""
    types, key = query.variables[0].types, query.returns[0].key
    schema = words.schema
    counts = [(owner.name, each.count) for owner in schema.types for each in owner.properties if each.name == key]
    mine = sum(count for name, count in counts if not types or name in types)
    others = sum(each.count for owner in schema.relations for each in owner.properties if each.name == key)
    return mine > _FEW and mine >= _SHARE * (sum(count for _, count in counts) + others)


def _extreme(aggregate: str, key: str, has_node: str) -> str:
    """Return the end of the index; of texts that fold alike the least or greatest as it is written."""
    way = "DESC" if aggregate == "max" else "ASC"
    alike = f"SELECT {aggregate}(b.value) FROM bag_values b WHERE b.key = {key} AND b.sort = e.sort AND {has_node}"
    shown = f"CASE typeof(e.sort) WHEN 'text' THEN e.sort || char(0) || ({alike}) ELSE e.sort END"
    end = f"SELECT b.sort FROM bag_values b WHERE b.key = {key} AND {has_node} ORDER BY b.sort {way} LIMIT 1"
    return f"SELECT (SELECT {shown} FROM ({end}) e) AS c0, 0 AS edges"


def _distinct(key: str, has_node: str) -> str:
    """Return a walk that leaps from value to value; each is kept where some node has it."""
    start, leap = (_leap(key, condition) for condition in ("", " AND (sort, value) > (v.sort, v.value)"))
    values = f"SELECT {start} UNION ALL SELECT {leap} FROM v WHERE v.sort IS NOT NULL"
    kept = f"SELECT 1 FROM bag_values b WHERE b.key = {key} AND b.sort = v.sort AND b.value = v.value AND {has_node}"
    return (
        f"WITH RECURSIVE v (sort, value) AS ({values})"
        f" SELECT v.value AS c0 FROM v WHERE v.sort IS NOT NULL AND EXISTS ({kept})"
    )


def _leap(key: str, condition: str) -> str:
    first = f"FROM bag_values WHERE key = {key}{condition} ORDER BY sort, value LIMIT 1"
    return f"(SELECT sort {first}), (SELECT value {first})"
