"""Which relations leave room for one only: only where there is can two different values contradict each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agents.declaration import Declaration
from agents.model import RelationType, Schema

_ENOUGH = 5  # edges of a relation before "each has only one" says anything


@dataclass(frozen=True)
class Singles:
    """Relations of which a head has one tail (`out`), a tail one head (`into`), and those that shut each other out."""

    out: frozenset[str] = frozenset()
    into: frozenset[str] = frozenset()
    exclusive: Mapping[str, frozenset[str]] = field(default_factory=dict)


def singles(schema: Schema, declared: Declaration) -> Singles:
    """Return what is declared, and where nothing is, what the graph has everywhere.

    Properties with one value have room for that one.
    """
    out = {each.name for each in schema.relations if _either(each.functional, _one_tail(each))}
    into = {each.name for each in schema.relations if _either(each.inverse_functional, _one_head(each))}
    out |= {rule.relation for rule in declared.rules if rule.kind == "most" and rule.most == 1}
    out |= {each.name for kind in schema.types for each in kind.properties if not each.many}
    exclusive: dict[str, set[str]] = {}
    for relation in schema.relations:
        for other in relation.exclusive:
            exclusive.setdefault(relation.name, set()).add(other)
            exclusive.setdefault(other, set()).add(relation.name)
    return Singles(frozenset(out), frozenset(into), {name: frozenset(each) for name, each in exclusive.items()})


def _either(declared: bool | None, seen: bool) -> bool:
    return seen if declared is None else declared


def _one_tail(relation: RelationType) -> bool:
    return relation.count >= _ENOUGH and all(each.count == each.heads for each in relation.signatures)


def _one_head(relation: RelationType) -> bool:
    return relation.count >= _ENOUGH and all(each.count == each.tails for each in relation.signatures)
