"""Words that a dictionary glosses by others: kinship, in whatever steps a graph has.

A graph may have `children`, or only `parent`, or only `father` and `mother`; "grandson" is a child of a child, a
child is who has one as a parent, and a parent is a father or a mother. `kinship` resolves a word until each of its
steps is some relations of the schema, and says whether men or women alone are meant.
"""

from collections.abc import Callable
from dataclasses import dataclass

from agents.language.english import COMPOSED, FEMALE, INVERSE, KIN, KINDS, MALE, of_other_gender
from agents.reading.names import spoken

Way = tuple[str, bool]  # a relation, and whether it is followed from head to tail
Step = tuple[Way, ...]  # any of these
Find = Callable[[str], Way | None]  # the relation that is called by a word

KIND = -0.1  # a parent is a father or a mother
TURNED = -0.1  # a child is who has one as a parent
LIKE = -0.3  # a spouse is whom one is "married to"
_OF_GENDER = {"male": MALE, "female": FEMALE}


@dataclass(frozen=True)
class Kinship:
    """What a word of kinship comes to in one graph: steps, and what it costs to gloss it so."""

    steps: tuple[Step, ...]
    score: float = 0.0
    gender: str = ""  # "male" or "female", where the relations do not say so already
    others: bool = False  # whoever one starts from is not one of them: a brother is another child

    @property
    def direct(self) -> bool:
        """Whether every step is a relation that is called so."""
        return not self.score


def kinship(word: str, find: Find, like: Find) -> Kinship | None:
    """Return what a word comes to; None where it is none of kinship, or the graph has no such steps.

    `find` gives the relation of that very name, `like` one whose name means so.
    """
    gender = "male" if word in MALE else "female" if word in FEMALE else ""
    plain = COMPOSED.get(word) or ((KIN[word],) if word in KIN else ())
    words = [(each, gender if place == len(plain) - 1 else "") for place, each in enumerate(plain)]
    found = [_resolved(each, find, of) or _like(each, like, of) for each, of in words]
    parts = [each for each in found if each is not None]
    if not parts or len(parts) < len(plain):
        return None
    steps = tuple(step for each in parts for step in each.steps)
    score = sum(each.score for each in parts)
    others = any(each.others for each in parts)
    said = parts[-1].gender or (not score and not others)  # `children` are called sons and daughters alike
    return Kinship(steps, score, "" if said else gender, others)


def _resolved(word: str, find: Find, gender: str) -> Kinship | None:
    """Return one general word's own relation, its kinds', its inverse turned, or its gloss."""
    if way := find(word):
        return Kinship(((way,),))
    own = _OF_GENDER.get(gender, frozenset())
    kinds = {kind: way for kind in KINDS.get(word, ()) if not of_other_gender(own, [kind]) and (way := find(kind))}
    if its := tuple(way for kind, way in kinds.items() if kind in own):
        return Kinship((its,), KIND, gender)
    if kinds:
        return Kinship((tuple(kinds.values()),), KIND)
    if turned := _turned(INVERSE.get(word, ""), find):
        return Kinship((turned,), TURNED)
    parts = [_resolved(each, find, "") for each in COMPOSED.get(word, ())]
    known = [each for each in parts if each is not None]
    if not known or len(known) < len(parts):
        return None
    steps = tuple(step for each in known for step in each.steps)
    return Kinship(steps, sum(each.score for each in known), others=word == "sibling")


def _like(word: str, like: Find, gender: str) -> Kinship | None:
    way = like(word)
    if way is None or of_other_gender(_OF_GENDER.get(gender, ()), spoken(way[0]).split()):
        return None
    return Kinship(((way,),), LIKE)


def _turned(word: str, find: Find) -> Step:
    """Return the relations that a word and its kinds are called by, from tail to head."""
    ways = [way for each in (word, *KINDS.get(word, ())) if word and (way := find(each))]
    return tuple((name, not out) for name, out in ways)
