"""Facts that a request gives along with its question, parted by lines or semicolons: "A - treats - B"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from agents.language.phrasing import readable
from agents.model import Node, Schema
from agents.reasoning.surroundings import Degree

_PART = re.compile(r"[;\n]")
_FACT = re.compile(r"^\W*(?:[^:;]{0,40}:\s*)?(.+?)\s+(?:-+>?|–|—|\|)\s*(.+?)\s*(?:-+>|-|–|—|\|)\s+(.+?)\W*$")
_MOST = 60  # facts
_LONGEST = 400  # characters of one


def given_degree(text: str, schema: Schema, nodes: Iterable[Node]) -> Mapping[str, Degree]:
    """Return how many edges of each relation the request gives to these nodes, as a degree by node id."""
    relations = {said: each.name for each in schema.relations for said in (each.name.lower(), readable(each.name))}
    ids = {each.name.lower(): each.id for each in nodes}
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for part in _PART.split(text)[:_MOST]:
        fact = _FACT.match(part[:_LONGEST])
        relation = relations.get(fact[2].strip().lower()) if fact else None
        if fact and relation:
            for end, way in ((fact[1], "out"), (fact[3], "in")):
                if end.strip().lower() in ids:
                    found[ids[end.strip().lower()]][relation, way] += 1
    return found
