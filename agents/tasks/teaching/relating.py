"""Which relation or property the words of a wish name, and a name for a new relation in the manner of the graph."""

import re
from dataclasses import dataclass

from agents.kit import Kit
from agents.language.phrasing import listing, plural, readable, shape
from agents.model import NodeType, PropertyType, RelationType, Schema
from agents.state import State
from agents.tasks.facts import schema_of

_SURE = 0.5
_LONGEST = 40  # letters of a new relation's name
_OFFERED = 4


@dataclass(frozen=True)
class Named:
    """A relation with how surely it was meant; `backwards` where it leads from the second thing to the first."""

    relation: RelationType
    score: float
    backwards: bool = False
    fresh: bool = False


def relation_for(state: State, kit: Kit, words: str) -> Named | None:
    """Return the relation that the words between two things name, or None."""
    schema, said = schema_of(state, kit), " ".join(words.lower().split())
    for each in schema.relations:
        if _said(each.name) == _lean(said) or _lean(said) in {_lean(word.lower()) for word in each.synonyms}:
            return Named(each, 1.0)
        if _lean(said) in {_lean(word.lower()) for word in each.inverse_synonyms}:
            return Named(each, 1.0, True)
    best = next(iter(kit.reader.relations(state.graph, said)), None)
    found = schema.relation(best.relation) if best and best.score >= _SURE else None
    if best is None or found is None:
        return None
    of_noun = said.endswith(" of") and shape(readable(found.name)) == "noun"
    return Named(found, best.score, best.backwards or of_noun)


def slot_relation(state: State, kit: Kit, key: str) -> Named | None:
    """Return the relation that is called like a thing's such-and-such: "capital" of a state."""
    schema = schema_of(state, kit)
    for each in schema.relations:
        if _said(each.name) in (_lean(key.lower()), f"has {_lean(key.lower())}"):
            return Named(each, 1.0)
    best = next(iter(kit.reader.relations(state.graph, key)), None)
    found = schema.relation(best.relation) if best and best.score >= _SURE else None
    return Named(found, best.score, best.backwards) if best and found else None


def property_for(schema: Schema, type: str, key: str) -> PropertyType | None:
    """Return the property of a type that a key names, by its name or a synonym."""
    kind, said = schema.type(type), key.lower().strip()
    for each in kind.properties if kind else ():
        if said in (readable(each.name), each.name.lower(), *(word.lower() for word in each.synonyms)):
            return each
    return None


def type_for(schema: Schema, words: str) -> NodeType | None:
    """Return the type that words name, in one or in many."""
    said = re.sub(r"^(?:an?|the|some|kind of|type of)\s+", "", words.lower().strip())
    for each in schema.types:
        names = (readable(each.name), *(word.lower() for word in each.synonyms))
        if each.name and said in (form for name in names for form in (name, plural(name))):
            return each
    return None


def fresh_relation(schema: Schema, words: str) -> Named | None:
    """Return a relation that the graph lacks, written as the graph writes its own; None where words are too many."""
    parts = [each for each in re.findall(r"\w+", _lean(words.lower())) if each]
    name = _styled(parts, [each.name for each in schema.relations])
    return Named(RelationType(name), 0.6, False, True) if parts and len(name) <= _LONGEST else None


def near(state: State, kit: Kit, named: Named) -> tuple[str, ...]:
    """Return a note on the relations that a new one is nearest to."""
    found = [readable(each.relation) for each in kit.reader.relations(state.graph, readable(named.relation.name))[:2]]
    return (f"the nearest relations that the graph has: {listing(found)}",) if found else ()


def offers(state: State, kit: Kit, words: str) -> str:
    """Return the relations that words come nearest to, for a question back."""
    near = [readable(each.relation) for each in kit.reader.relations(state.graph, words)[:_OFFERED]]
    known = near or [readable(each.name) for each in schema_of(state, kit).relations[:_OFFERED]]
    return listing(known)


def _styled(parts: list[str], names: list[str]) -> str:
    """Return words as one name in the commonest manner of these names."""
    joined = [name for name in names if re.search(r"[_\-]|[a-z][A-Z]|\s", name)] or names
    if any("_" in each and each.isupper() for each in joined):
        return "_".join(parts).upper()
    if any(re.search(r"[a-z][A-Z]", each) for each in joined):
        return parts[0] + "".join(each.title() for each in parts[1:]) if parts else ""
    if any("-" in each for each in joined):
        return "-".join(parts).capitalize() if any(each[:1].isupper() for each in joined) else "-".join(parts)
    return " ".join(parts) if any(" " in each for each in joined) else "_".join(parts)


def _said(name: str) -> str:
    return _lean(readable(name))


def _lean(words: str) -> str:
    """Return words without the verb and article that only carry them: "is a part of" → "part of"."""
    return re.sub(r"^(?:is|are|was|were|be)\s+|\b(?:an?|the)\s+", "", words).strip()
