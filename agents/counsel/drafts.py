"""A query as a language model writes it, and the `Match` that is made of it: names of a closed list, and nothing else.

The form is smaller than a `Match`, and each name in it is one of this graph's; it is checked here all the same, for a
model may be held to no form.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from agents.errors import QueryError, did_you_mean
from agents.language.phrasing import readable, spoken
from agents.model import Json, Node, RelationType
from agents.query import Match, query_from_json
from agents.reading.reader import Reading

VARIABLES = ("x", "y", "z")
_SCORE = -9.0  # of a reading that no words of the question speak for
_MOST = 4  # patterns


@dataclass(frozen=True)
class Terms:
    """What a query may speak of: the things that the question names, and the graph's types and relations."""

    things: Sequence[Node]
    types: Sequence[str]
    relations: Sequence[RelationType]

    def thing(self, label: str) -> Node:
        """Return the thing "n1", "n2" ...; raise QueryError for another label."""
        known = {f"n{at}": each for at, each in enumerate(self.things, 1)}
        if label not in known:
            raise QueryError(f"There is no thing '{label[:40]}'; the things are {', '.join(known)}.")
        return known[label]

    def relation(self, name: str) -> RelationType:
        """Return the relation of a name; raise QueryError for an unknown one."""
        known = {each.name: each for each in self.relations}
        if name not in known:
            raise QueryError(f"There is no relation '{name[:40]}'{did_you_mean(name, known)}.")
        return known[name]


def schema(terms: Terms) -> Json:
    """Return the JSON schema that a draft has to fit."""
    name = {"type": "string", "enum": list(VARIABLES)}
    variable = {
        "name": name,
        "thing": {"type": "string", "enum": ["", *(f"n{at}" for at in range(1, len(terms.things) + 1))]},
        "type": {"type": "string", "enum": ["", *terms.types]},
    }
    relation = {"type": "string", "enum": [each.name for each in terms.relations]}
    pattern = {"source": name, "relation": relation, "target": name}
    whole = {"variables": _list(variable), "patterns": _list(pattern), "find": name, "count": {"type": "boolean"}}
    return _object(whole)


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(properties: Json) -> Json:
    return {"type": "array", "items": _object(properties), "maxItems": _MOST}


def reading(text: str, terms: Terms) -> Reading | None:
    """Return a draft as a reading, None where it says that there is none; raise QueryError saying what is wrong."""
    draft = _loaded(text)
    patterns, variables = _dicts(draft, "patterns"), _dicts(draft, "variables")
    if not patterns:
        return None
    query = _match(draft, variables, patterns, terms)
    return Reading(query, _SCORE, "count" if draft.get("count") else "set", _words(draft, query, terms))


def _loaded(text: str) -> Json:
    try:
        draft = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QueryError("It is no JSON.") from error
    if not isinstance(draft, dict):
        raise QueryError("It is no JSON object.")
    return draft


def _dicts(draft: Json, key: str) -> list[Json]:
    found = draft.get(key, [])
    if not isinstance(found, list) or len(found) > _MOST or not all(isinstance(each, dict) for each in found):
        raise QueryError(f"'{key}' has to be a list of at most {_MOST} objects.")
    return found


def _match(draft: Json, variables: list[Json], patterns: list[Json], terms: Terms) -> Match:
    find = str(draft.get("find", ""))
    bound = {str(each.get("name")): terms.thing(str(each["thing"])) for each in variables if each.get("thing")}
    if unused := [f"n{at}" for at, each in enumerate(terms.things, 1) if each not in bound.values()]:
        raise QueryError(f"The question names {unused[0]}, and no variable is bound to it.")
    if find in bound:
        raise QueryError(f"'find' is {find}, which is bound to a thing that the question names.")
    used = {str(each.get(end)) for each in patterns for end in ("source", "target")}
    if loose := sorted((set(bound) | {find}) - used):
        raise QueryError(f"No pattern joins '{loose[0][:40]}'.")
    told = {str(each.get("name")): each for each in variables}
    value = {
        "kind": "match",
        "variables": [_variable(name, told.get(name, {}), bound.get(name), terms) for name in sorted(used)],
        "patterns": [_pattern(each, terms) for each in patterns],
        "returns": [{"variable": find, **({"aggregate": "count"} if draft.get("count") else {})}],
    }
    match = query_from_json(value)
    assert isinstance(match, Match)
    return match


def _variable(name: str, told: Json, thing: Node | None, terms: Terms) -> Json:
    if thing is not None:
        return {"name": name, "ids": [thing.id]}
    type = str(told.get("type") or "")
    if type and type not in terms.types:
        raise QueryError(f"There is no type '{type[:40]}'{did_you_mean(type, terms.types)}.")
    return {"name": name, **({"types": [type]} if type else {})}


def _pattern(told: Json, terms: Terms) -> Json:
    relation = terms.relation(str(told.get("relation", "")))
    return {
        "source": str(told.get("source")),
        "target": str(told.get("target")),
        "relations": [relation.name],
        "direction": "both" if relation.symmetric else "out",
    }


def _words(draft: Json, query: Match, terms: Terms) -> str:
    """Return a query in words: "gene x such that Marfan syndrome is associated with x"."""
    names = {each.id: each.name for each in terms.things}
    said = {each.name: names[each.ids[0]] if each.ids else each.name for each in query.variables}
    clauses = [_clause(each.source, each.relations[0], each.target, said, terms) for each in query.patterns]
    found = query.returns[0].variable
    types = next(each.types for each in query.variables if each.name == found)
    lead = "how many" if draft.get("count") else "every"
    return f"{lead} {readable(types[0]) if types else 'thing'} {found} such that {' and '.join(clauses)}"


def _clause(source: str, relation: str, target: str, said: dict[str, str], terms: Terms) -> str:
    return f"{said[source]} {spoken(relation, terms.relation(relation))} {said[target]}"
