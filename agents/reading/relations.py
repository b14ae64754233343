"""A relation of the schema in a sentence: what its ends are called, what role they play, what is said of them."""

import re

from agents.language.clauses import Clause, Phrase, saying
from agents.language.phrasing import PREPOSITIONS, a, active, agreeing, plural, readable, shape, spoken
from agents.model import RelationType, Schema

_MAIN = 0.9  # a type that so many edges lead to names the end
_EITHER = re.compile(
    r"\b(associated|related|connected|linked|interacts?|married|similar) (with|to)$"
)  # both ways alike
_MADE = re.compile(r"is an? (\w+) of$")
_PARTICLES = (*PREPOSITIONS, *"after through off up out about around along against across down before between".split())
_ARTICLE = re.compile(r" (the|a|an)$")


class RelationWords:
    """Says the relations of one schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def clause(self, name: str, head: bool, other: Phrase) -> Clause:
        """Return what is said of things that an edge joins to `other`; `head`: they are the edge's heads."""
        if not name:
            return saying("is connected with", other.text)
        relation = self._relation(name)
        head = head or relation.symmetric
        if frame := _frame(relation):
            return _framed(frame, head, other)
        words, role = spoken(name, relation), self._role(relation)
        if not head and (did := active(words)):
            return saying(did, other.text)
        if role and not _has(words):
            return self._playing(relation, role, head, other)
        if not head and _EITHER.search(words):
            return saying(words, other.text)
        if not head and not other.name and (backwards := _backwards(relation)):
            return saying(backwards, other.text)
        if not head:
            return _object(_bare(words), other)
        noun = _object_noun(words)
        return saying(f"{words.removesuffix(noun)}the {noun}" if noun and other.name else _verb(words), other.text)

    def measured(self, name: str, head: bool, much: str, one: bool, other: Phrase | None) -> Clause:
        """Return what is said of things by how many an edge joins them to: "that border more than 3 states"."""
        relation = self._relation(name)
        head = head or relation.symmetric
        role = self._role(relation)
        if role and head and other is None:
            return saying("has", f"{much} {role if one else plural(role)}")
        if not head and (made := _MADE.match(spoken(name, relation))) and (not other or other.noun == made[1]):
            return saying("has", f"{much} {made[1] if one else plural(made[1])}")
        phrase = other or Phrase(self.end(name, tail=head), lead=much, many=not one)
        if role and head:
            return saying("has", phrase.text)
        return self.clause(name, head, phrase)

    def role(self, name: str, out: bool) -> str:
        """Return the noun for what the edge leads to ("capital"), where the relation is called by one, else ""."""
        relation = self._relation(name)
        return self._role(relation) if name and out and not relation.symmetric else ""

    def single(self, name: str, out: bool) -> bool:
        """Whether an edge of the relation leads from each thing to one other only."""
        of = self._relation(name).signatures
        return bool(of) and sum(each.count for each in of) == sum(each.heads if out else each.tails for each in of)

    def end(self, name: str, tail: bool) -> str:
        """Return what stands at one end of the relation is called: its type where there is one, else "thing"."""
        counts: dict[str, int] = {}
        for each in self._relation(name).signatures:
            type = each.tail if tail else each.head
            counts[type] = counts.get(type, 0) + each.count
        best = max(counts, key=lambda each: counts[each], default="")
        return readable(best) if best and counts[best] >= _MAIN * sum(counts.values()) else "thing"

    def owner(self, relations: tuple[str, ...]) -> str:
        """Return what a type is called that only its relations name: "music.album.artist" is an album's."""
        parts = relations[0].split(".") if relations else []
        return readable(parts[-2]) if len(parts) > 1 else "thing"

    def _relation(self, name: str) -> RelationType:
        return self._schema.relation(name) or RelationType(name)

    def _role(self, relation: RelationType) -> str:
        """Return the noun that a relation is called by: "capital", and the "phenotype" of "has phenotype"."""
        if _frame(relation):
            return ""
        words = spoken(relation.name, relation)
        if _has(words):
            return words.partition(" ")[2].removeprefix("the ")
        return words if shape(words) == "noun" else ""

    def _playing(self, relation: RelationType, role: str, head: bool, other: Phrase) -> Clause:
        """Word a relation that is called by a noun: "whose capital is Austin", "that is the capital of Texas"."""
        single = self.single(relation.name, out=True)
        if not head:
            return Clause(*_of(role, single, other))
        if single and other.name:
            said = f"is {other.text}"
            return Clause((f"whose {role} {said}",) * 2, f"the {role} of", (said, said))
        return saying("has", f"{other.text} as {a(role)}")


def _of(role: str, single: bool, other: Phrase) -> tuple[tuple[str, str], str, tuple[str, str]]:
    one = f"is {f'the {role}' if single and not other.many else a(role)} of {other.text}"
    many = f"are {plural(role)} of {other.text}"
    return (f"that {one}", f"that {many}"), "", (one, many)


def _object(words: str, other: Phrase) -> Clause:
    """Say of things that `other` does something to them: "that Texas borders"."""
    said = f"{other.text} {agreeing(words, other.many)}"
    return Clause((f"that {said}",) * 2, said, named=other.name)


def _backwards(relation: RelationType) -> str:
    """Return a declared verb that says the relation from tail to head, or ""."""
    said = (
        each for each in relation.inverse_synonyms if shape(each) != "noun" and not each.startswith(("has ", "have "))
    )
    return next(said, "")


def _has(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return first in ("has", "have") and bool(rest) and rest.split()[-1] not in PREPOSITIONS


def _object_noun(words: str) -> str:
    """Return the noun at the end of a verb that names its own object: the "technology" of "uses technology"."""
    first, *rest = words.split()
    while rest and rest[0] in _PARTICLES:
        rest = rest[1:]
    plain = shape(words) == "verb" and not re.match(r"(is|are|was|were|can|may|does)$", first)
    noun = " ".join(rest).removeprefix("the ")
    return noun if plain and rest and rest[-1] not in (*_PARTICLES, "the") else ""


def _verb(words: str) -> str:
    """Return the words without a noun that only names the object: "uses technology" gives "uses"."""
    noun = _object_noun(words)
    return words.removesuffix(noun).strip().removesuffix(" the") if noun else words


def _bare(words: str) -> str:
    return _ARTICLE.sub("", _verb(words))


def _frame(relation: RelationType) -> str:
    """Return a declared sentence that is more than head, words and tail; "" where there is none such."""
    template = relation.template.strip().rstrip(".")
    if "{head}" not in template or "{tail}" not in template or re.fullmatch(r"\{head\} [^{}]+ \{tail\}", template):
        return ""
    plain = not template.startswith("{") and template[1:2].islower()
    return template[0].lower() + template[1:] if plain else template


def _framed(frame: str, head: bool, other: Phrase) -> Clause:
    """Word a relation by a sentence of its own: "Appeals from {head} go to {tail}"."""
    mine, others = ("{head}", "{tail}") if head else ("{tail}", "{head}")
    before, _, after = (each.replace(others, other.text).strip() for each in frame.partition(mine))
    if not after:
        return Clause((f"that {before}",) * 2, before)
    narrow = tuple(f"such that {before} {it} {after}".replace("  ", " ") for it in ("it", "them"))
    return Clause((narrow[0], narrow[1]), before, (after, after))
