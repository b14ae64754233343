"""A change in words: a line for each thing that it touches, and each field of it that differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agents.curation.drafting import Touched
from agents.model import Edge, Node, Value

Differing = tuple[str, str, str]  # the field, and its text before and after


@dataclass(frozen=True)
class Line:
    """A thing that a change touches. `sign` is "+" (added), "-" (removed) or "~" (changed)."""

    sign: str
    kind: str  # node | fact
    words: str
    fields: tuple[Differing, ...] = ()


def lines(touched: Iterable[Touched], names: Mapping[str, str] = {}) -> tuple[Line, ...]:
    """Return a line for each thing; `names` tells how the nodes are called that facts speak of."""
    things = list(touched)
    known = {**names, **{e.subject.id: e.subject.name for e in things if isinstance(e.subject, Node)}}
    return tuple(_line(each, known) for each in things)


def _line(each: Touched, names: Mapping[str, str]) -> Line:
    sign = "+" if each.before is None else "-" if each.after is None else "~"
    subject = each.subject
    if isinstance(subject, Node):
        return Line(sign, "node", f"{subject.name} ({subject.type or 'no type'})", _differing(each))
    return Line(sign, "fact", spoken(subject, names), _differing(each))


def spoken(edge: Edge, names: Mapping[str, str]) -> str:
    """Say a fact as head, relation, tail, by their names."""
    return f"{names.get(edge.head, edge.head)} — {edge.relation} → {names.get(edge.tail, edge.tail)}"


def summary(touched: Iterable[Touched]) -> str:
    """Say in a few words how many nodes and facts are added, changed and removed."""
    counts: dict[tuple[str, str], int] = {}
    for each in touched:
        sign = "added" if each.before is None else "removed" if each.after is None else "changed"
        kind = "node" if isinstance(each.subject, Node) else "fact"
        counts[sign, kind] = counts.get((sign, kind), 0) + 1
    parts = [f"{number:,} {kind}{'s' if number != 1 else ''} {sign}" for (sign, kind), number in counts.items()]
    return ", ".join(parts) or "nothing changed"


def _differing(each: Touched) -> tuple[Differing, ...]:
    before, after = (_fields(side) for side in (each.before, each.after))
    keys = dict.fromkeys([*before, *after])
    pairs = [(key, before.get(key, ""), after.get(key, "")) for key in keys]
    return tuple((key, old, new) for key, old, new in pairs if old != new)


def _fields(subject: Node | Edge | None) -> dict[str, str]:
    if subject is None:
        return {}
    if isinstance(subject, Node):
        own = {"id": subject.id, "name": subject.name, "type": subject.type}
        own |= {"also called": ", ".join(subject.aliases), "description": subject.description}
    else:
        own = {"confidence": f"{subject.confidence:g}", "status": subject.status}
        own["sources"] = "; ".join(": ".join(p for p in (s.name, s.detail) if p) for s in subject.sources)
        own = {key: value for key, value in own.items() if (key, value) not in _USUAL}
    return {key: value for key, value in own.items() if value} | {key: text(v) for key, v in subject.props.items()}


_USUAL = {("confidence", "1"), ("status", "accepted")}


def text(value: Value) -> str:
    """Return a property's value as people read it."""
    if isinstance(value, tuple):
        return ", ".join(text(each) for each in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
