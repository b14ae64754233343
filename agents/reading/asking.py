"""A question in words for a node and one of its relations: "Which rivers flow through Ohio?"."""

import re

from agents.language.clauses import Clause, Phrase
from agents.language.english import PEOPLE
from agents.language.phrasing import infinitive, is_past, plural, predicate
from agents.model import Schema
from agents.reading.meaning import Joined, Things
from agents.reading.relations import RelationWords

_BE = ("is", "are", "was", "were")
_KIND = re.compile(r"is an? (kind|type) of")


def asked_for(node: str, name: str, relation: str, way: str) -> Joined:
    """Return what a node is joined to by a relation, "out" of it or "in" to it, as a meaning."""
    return Joined(Things((node,), name), relation, way == "out")


def asking(name: str, relation: str, way: str, schema: Schema) -> str:
    """Return a question for what `name` is joined to by a relation, "out" or "in"; "" where none is good."""
    words, out = RelationWords(schema), way == "out"
    node = Phrase(name, name=True, many=False)
    single = words.single(relation, out)
    if role := words.role(relation, out):
        return f"What {'is' if single else 'are'} the {role if single else plural(role)} of {name}?"
    kind = words.end(relation, tail=out)
    return _question(words.clause(relation, not out, node), kind, single, name)


def _question(clause: Clause, kind: str, single: bool, name: str) -> str:
    which = "" if kind == "thing" else "Who" if kind in PEOPLE else f"Which {kind if single else plural(kind)}"
    if not clause.before:
        return f"{which or 'What'} {clause.after[which.startswith('Which') and not single]}?"
    if not clause.is_object or not clause.before.startswith(f"{name} "):
        return ""
    verb = predicate(clause.before.removeprefix(f"{name} "))
    first, _, rest = verb.partition(" ")
    if sort := _KIND.fullmatch(verb):
        return f"What {sort[1]} of {kind} is {name}?" if which else f"What is {name} a {sort[1]} of?"
    which = which or "What"
    if is_past(first):
        return ""
    return f"{which} {first} {name} {rest}?" if first in _BE else f"{which} does {name} {infinitive(verb)}?"
