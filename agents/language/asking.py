"""A question in words for a node and one of its relations."""

from agents.language.phrasing import PREPOSITIONS, infinitive, plural, predicate, readable, shape, spoken
from agents.model import RelationType


def asking(name: str, relation: str, way: str, declared: RelationType | None = None) -> str:
    """Return a question for what `name` is joined to by a relation, "out" of it or "in" to it."""
    words = spoken(relation, declared)
    return _out(name, words) if way == "out" else _in(name, words, declared)


def _out(name: str, words: str) -> str:
    first, _, rest = words.partition(" ")
    if first in ("has", "have") and rest:
        return f"Which {plural(rest)} does {name} have?"
    if shape(words) == "noun":
        return f"What is the {words} of {name}?"
    if first in PREPOSITIONS and rest:
        return f"Which {rest} is {name} {first}?"
    if shape(words) == "state":
        return f"What is {name} {words.removeprefix('is ').removeprefix('are ')}?"
    if first.endswith("ed"):
        return f"What {'is' if rest in PREPOSITIONS else 'has'} {name} {words}?"
    return f"What does {name} {infinitive(words)}?"


def _in(name: str, words: str, declared: RelationType | None) -> str:
    kind = _heads(declared)
    if shape(words) == "noun":
        return f"{kind} has {name} as its {words}?" if kind != "What" else f"What has {name} as its {words}?"
    return f"{kind} {predicate(words)} {name}?"


def _heads(declared: RelationType | None) -> str:
    """Return "Which disease" where every head of the relation has that one type, else "What"."""
    types = {each.head for each in declared.signatures} if declared else set()
    return f"Which {readable(types.pop())}" if len(types) == 1 and "" not in types else "What"
