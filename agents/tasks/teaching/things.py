"""What names in a wish mean: a node, a new thing, or a doubt that has to be asked back."""

import re
from dataclasses import dataclass, field

from agents.errors import EngineError
from agents.kit import Kit
from agents.language.phrasing import either, readable
from agents.model import Node, RelationType, Schema
from agents.state import State

_NEARLY = 0.86  # from which a name that nothing is called is rather a misspelt one
_FIRM = 0.9
_PRONOUNS = frozenset("it its he she they them this that these those we i you him her there".split())
_QUOTES = "\"'“”‘’«»"
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|our|my)\s+", re.I)
_OFFERED = 3
_LONGEST = 200


class Doubt(EngineError):
    """A wish that cannot be taken as it stands; the message asks the person back."""


@dataclass(frozen=True)
class Thing:
    """A node that is there, or a new one (`fresh`) of a type chosen for it. `notes` tell what was taken how."""

    node: Node
    fresh: bool = False
    notes: tuple[str, ...] = field(default=())


def known(state: State, kit: Kit, name: str) -> Thing:
    """Return the node that a name means; raise Doubt where nothing is called so."""
    found = exact(state, kit, name)
    if found is None:
        raise Doubt(f"Nothing is called '{bare(name)}'{_nearest(state, kit, name)}.")
    return found


def known_or_new(state: State, kit: Kit, name: str, type: str) -> Thing:
    """Return the node that a name means, or a new one of this type; raise Doubt where it may be misspelt."""
    found = exact(state, kit, name)
    if found is not None:
        return found
    if not quoted(name) and (near := _misspelt(state, kit, name)):
        called = bare(name)
        raise Doubt(
            f"Nothing is called '{called}'. Did you mean {either(near)}? Then say it with that name; "
            f'to add a new thing, write it in quotes: "{called}".'
        )
    return new(state, kit, name, type)


def new(state: State, kit: Kit, name: str, type: str) -> Thing:
    """Return a new node of a name and a type, with an id that no node has."""
    called = bare(name)
    if not called or len(called) > _LONGEST:
        raise Doubt("I could not tell the name of the new thing.")
    if called.lower() in _PRONOUNS and not quoted(name):
        raise Doubt(f"Please say by its name what '{called}' is.")
    said = f"'{called}' is new to the graph" + (f"; it would be a {readable(type)}" if type else "")
    return Thing(Node(_free_id(state, kit, called), type, called), True, (said,))


def bare(name: str) -> str:
    """Return a name without its quotes."""
    text = name.strip()
    return text[1:-1].strip() if quoted(text) else text


def quoted(name: str) -> bool:
    """Tell whether a name stands in quotes."""
    text = name.strip()
    return len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES


def exact(state: State, kit: Kit, name: str) -> Thing | None:
    """Return the node called just so, with or without its article; what the person picked for it goes first."""
    whole = bare(name)
    for text in dict.fromkeys((whole, _ARTICLE.sub("", whole))):
        if picked := state.picks.get(text.lower()):
            nodes = kit.store.nodes(state.graph, [picked])
            if nodes:
                return Thing(nodes[0])
        found = kit.store.find_exact(state.graph, [text], limit=_OFFERED + 1).get(text, ()) if text else ()
        if found:
            alike = [each.node for each in found if each.score >= found[0].score - 1e-6]
            return Thing(found[0].node, False, (_several(alike),) if len(alike) > 1 else ())
    return _mentioned(state, whole)


def _mentioned(state: State, name: str) -> Thing | None:
    """Return the node that the reader linked this very stretch to, as it does for plurals and what was spoken of."""
    for each in (each for each in state.linked if each.text.lower() == name.lower()):
        if each.node and (each.score >= _FIRM or each.candidates[0].how == "context"):
            return Thing(each.node)
    return None


def _several(nodes: list[Node]) -> str:
    kinds = ", ".join(readable(each.type) if each.type else each.id for each in nodes[:_OFFERED])
    return f"several things are called '{nodes[0].name}' ({kinds}); I took the first"


def _misspelt(state: State, kit: Kit, name: str) -> list[str]:
    near = kit.store.find(state.graph, bare(name), limit=_OFFERED)
    return [each.node.name for each in near if each.how in ("fuzzy", "exact") and each.score >= _NEARLY]


def _nearest(state: State, kit: Kit, name: str) -> str:
    near = kit.store.find(state.graph, bare(name), limit=_OFFERED)
    return f"; did you mean {either([each.node.name for each in near])}" if near else ""


def _free_id(state: State, kit: Kit, name: str) -> str:
    slug = re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "thing"
    tried = [slug, *(f"{slug}-{number}" for number in range(2, 20))]
    taken = {each.id for each in kit.store.nodes(state.graph, tried)}
    return next((each for each in tried if each not in taken), f"{slug}-{len(tried)}-new")


def type_at(schema: Schema, relation: RelationType, other: Node | None, end: str) -> str:
    """Return the type that a relation has at one end ("head" or "tail"), most often with a node of that other type."""
    signatures = [
        each
        for each in relation.signatures
        if other is None or not other.type or other.type == (each.tail if end == "head" else each.head)
    ] or list(relation.signatures)
    best = max(signatures, key=lambda each: each.count, default=None)
    return (best.head if end == "head" else best.tail) if best else ""
