"""Which way a relation is asked: from head to tail ("X's parents", "what does X treat") or back ("what treats X").

English says it by order, by "of" and "by", and by the form of the verb; the relation's name says what it is: a
noun that the head has ("capital"), a role that the head plays ("part of"), a verb whose subject is the head
("borders") or, with "by", the tail ("directed by").
"""

from agents.language.phrasing import shape
from agents.reading.items import Item

_DOING = frozenset(["do", "does", "did"])
_AGENTS = ("er", "or", "ers", "ors")
_PREPOSITIONS = frozenset("in at on from to for with about into through during under over as".split())


def against_direction(relation: Item, out: bool, gap: tuple[str, ...], before: bool) -> float:
    """Return how much it speaks against a direction, 0 (nothing does) to 1.

    `before`: the argument stands before the relation's words; `gap`: the function words between them.
    """
    preferred = _preferred(relation, gap, before)
    return 0.0 if preferred is None or preferred == out else 1.0


def _preferred(relation: Item, gap: tuple[str, ...], before: bool) -> bool | None:
    words = relation.said.split()
    last = words[-1] if words else ""
    forward: bool | None
    if not relation.noun and _agent(relation.said):  # "who produced X", where X has a `producer`
        forward = not (relation.passive and "by" in gap) if not before else relation.passive
    elif any(mark in gap for mark in ("'s", "’s")) and before:
        forward = last != "of"
    elif last == "of":
        forward = before
    elif not before and ("of" in gap or (relation.noun and _DOING & set(gap))):  # "which parts does | X need"
        forward = True
    elif before and last == "by":
        forward = relation.passive  # "who was X taught by" asks on from X; "whom did X teach" asks back to it
    elif before:
        forward = not relation.passive or last in _PREPOSITIONS
    elif last == "by":
        forward = "by" not in gap and not relation.passive
    elif (relation.passive and "by" not in gap) or (relation.noun and _PREPOSITIONS & set(gap)):
        return None
    else:
        forward = "by" in gap
    return forward if relation.out else not forward


def counted_backwards(measure: Item, out: bool) -> bool:
    """Whether to count a verb's edges so goes against what it says of the things: "the most cited" are the tails."""
    words = measure.said.split()
    if not words or shape(measure.said) == "noun":
        return False
    forward = measure.passive == (words[-1] == "by")
    return out != (forward if measure.out else not forward)


def _agent(said: str) -> bool:
    """Whether a relation is called by who does something: the head has a "producer"."""
    return said.split()[-1:] != [] and said.split()[-1].endswith(_AGENTS) and shape(said) == "noun"
