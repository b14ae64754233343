"""Meanings as noun phrases, in the words of one schema."""

from dataclasses import replace

from agents.language.clauses import Clause, Phrase, saying
from agents.language.frames import SAME, frames, told
from agents.language.phrasing import a, happened, plural, quantity, readable
from agents.model import PropertyType, Schema
from agents.query import Scalar
from agents.reading.meaning import (
    Against,
    Both,
    ButNot,
    Counted,
    Either,
    Joined,
    Kind,
    Meaning,
    Measure,
    Most,
    Things,
    Where,
    boundless,
    parts_of_both,
)
from agents.reading.names import single
from agents.reading.relations import RelationWords
from agents.reading.said import SAYS, being, compared, key_said, whose

COUNTS = {"=": "", "<": "fewer than", "<=": "at most", ">": "more than", ">=": "at least", "!=": "other than"}
_LARGE = frozenset("area size population volume extent capacity number count share budget turnover".split())
_LONG = frozenset("length duration runtime distance minutes hours days weeks".split())
_EVENTS = "born died founded built released opened closed started ended joined published launched discovered approved"
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


class Wording:
    """Says meanings in the words of one schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._relations = RelationWords(schema)

    def phrase(self, meaning: Meaning) -> Phrase:
        """Return a meaning as a noun phrase."""
        match meaning:
            case Things(ids, name):
                return Phrase(name, name=True, many=not ids or (len(ids) > 1 and name.startswith("those ")))
            case Kind(ids=ids, name=name) if ids:
                return Phrase(name, name=True, many=True)
            case Kind():
                return Phrase(self._noun(meaning))
            case Joined():
                return self._joined(meaning)
            case Both(parts):
                return self._both(parts)
            case Either(parts):
                texts = [self.phrase(part).text for part in parts]
                return Phrase(f"{', '.join(texts[:-1])} or {texts[-1]}", name=True, many=False)
            case ButNot(source, other):
                return self._but_not(self.phrase(source), other)
            case Most():
                return self._most(meaning)
            case _:
                return self.phrase(meaning.source).narrowed(self._last(meaning))

    def values(self, source: Meaning, key: str, relation: str = "") -> Phrase:
        """Return a property of things: "the population of Texas", "the populations of states that border Texas"."""
        phrase = self.phrase(source)
        if not relation and self._counts_what_is(key):
            return Phrase(f"'{key_said(key)}'", of=f"of {phrase.text}", name=True, many=False)
        if not relation and (done := happened(key_said(key))):
            were = f"{phrase.text} {'were' if phrase.many else 'was'}"
            when = self._property(key).kind in ("date", "number")
            return Phrase(f"when {were} {done}" if when else f"what {were} {key_said(key)}", name=True, many=False)
        return Phrase(key_said(key), of=f"of {phrase.text}", many=phrase.many, lead="the")

    # --- what narrows -----------------------------------------------------------------------------

    def _clauses(self, meaning: Meaning) -> tuple[Clause, ...]:
        """Return what is said of things when they are said to be among a meaning's."""
        match meaning:
            case Joined():
                return (self._related(meaning),)
            case Both(parts):
                return tuple(clause for part in self._gathered(parts) for clause in self._clauses(part))
            case Where(source) | Against(source) | Counted(source):
                return (
                    (*self._clauses(source), self._last(meaning))
                    if not isinstance(source, Kind)
                    else (self._last(meaning),)
                )
            case Kind(ids=()):
                noun = self._noun(meaning)
                return (being(a(noun), plural(noun)),)
            case _:
                text = self.phrase(meaning).text
                return (being(text, f"among {text}" if isinstance(meaning, Most) else text),)

    def _related(self, joined: Joined) -> Clause:
        clause = self._relations.clause(joined.relation, not joined.out, self.phrase(joined.source))
        for each in joined.said:
            said = self._where(each.key, each.operator, each.value).after[0]
            named = each.operator == "=" and isinstance(each.value, str)
            key = key_said(each.key)
            clause = clause.with_rest(f"with the {single(key)} {each.value}" if named else f"with a {key} that {said}")
        return clause

    def _last(self, meaning: Meaning) -> Clause:
        """Return what a meaning adds to its source."""
        match meaning:
            case Where(_, key, operator, value):
                return self._where(key, operator, value)
            case Against(_, key, operator, other):
                said = f"{SAYS.get(operator, operator)} that of {self.phrase(other).text}"
                return whose(key_said(key), said)
            case Counted(_, measure, operator, number):
                return self._measured(measure, f"{COUNTS[operator]} {quantity(number)}".strip(), number == 1)
        raise AssertionError(f"no words for {meaning!r}")

    def _where(self, key: str, operator: str, value: Scalar | tuple[Scalar, ...]) -> Clause:
        return compared(self._property(key), key, operator, value)

    def _measured(self, measure: Measure, much: str, one: bool = False) -> Clause:
        """Return the clause that things are joined to so many: "that border more than 3 states"."""
        if measure.key:
            return saying("has", f"{much} {key_said(measure.key)}")
        among = self.phrase(measure.among) if measure.among and not _universal(measure.among) else None
        other = replace(among, many=not one, lead=much) if among else None
        return self._relations.measured(measure.relation, measure.out, much, one, other)

    # --- phrases ----------------------------------------------------------------------------------

    def _joined(self, joined: Joined) -> Phrase:
        role = self._relations.role(joined.relation, joined.out)
        source = self.phrase(joined.source)
        if role:
            single = not source.many and self._relations.single(joined.relation, joined.out)
            return Phrase(role, of=f"of {source.text}", many=not single)
        return Phrase(self._noun(joined), clauses=(self._related(joined),))

    def _both(self, parts: tuple[Meaning, ...]) -> Phrase:
        """Return the part that best names what is meant, narrowed by the others."""
        if less := next((each for each in parts if isinstance(each, ButNot)), None):
            rest = Both((*(each for each in parts if each is not less), *parts_of_both(less.source)))
            return self._but_not(self.phrase(rest), less.other)
        parts = self._gathered(parts)
        first = min(parts, key=_naming)
        others = tuple(clause for part in parts if part is not first for clause in self._clauses(part))
        return self.phrase(first).narrowed(*others)

    def _gathered(self, parts: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
        """Return the parts with names that are joined alike taken together: "that cover both Iowa and Utah"."""
        found: dict[object, Meaning] = {}
        for part in parts:
            alike = isinstance(part, Joined) and isinstance(part.source, Things)
            key = (part.relation, part.out, part.hops) if isinstance(part, Joined) and alike else part
            known = found.get(key)
            if isinstance(known, Joined) and isinstance(part, Joined):
                both = f"{self.phrase(known.source).text.removeprefix('both ')} and {self.phrase(part.source).text}"
                part = replace(part, source=Things((), both if both.count(" and ") > 1 else f"both {both}"))
            found[key] = part
        return tuple(found.values())

    def _but_not(self, phrase: Phrase, other: Meaning) -> Phrase:
        left = self.phrase(other)
        narrow = left.tail if left.tail and not left.name else ""
        than = f"those {narrow}" if narrow else left.text
        return replace(phrase, rest=f"{'but not' if phrase.clauses or phrase.of else 'other than'} {than}")

    def _most(self, most: Most) -> Phrase:
        phrase = self.phrase(most.source)
        clauses: tuple[Clause, ...] = ()
        among = f"among those {phrase.tail}" if phrase.tail else ""
        nth = f"{_NTH[most.place - 1]} " if most.place > 1 else ""
        if most.measure.key and self._counts_what_is(most.measure.key):
            of = f"with the {nth}{'highest' if most.descending else 'lowest'} '{key_said(most.measure.key)}'"
        elif most.measure.key and (done := happened(key_said(most.measure.key))):
            of = f"{done} {nth}{'last' if most.descending else 'first'}"
        elif most.measure.key:
            of = f"with the {nth}{self._extreme(most.measure.key, most.descending)} {key_said(most.measure.key)}"
        else:
            of, clauses = "", (self._measured(most.measure, f"the {nth}{'most' if most.descending else 'fewest'}"),)
        if phrase.name:
            of = of or clauses[0].narrow[False]
            return Phrase(f"whichever of {phrase.text} is the one {of}", name=True, many=False)
        lead = "the" if most.count == 1 else f"the {most.count}"
        return Phrase(phrase.noun, f"{phrase.of} {of}".strip(), clauses, among, lead=lead, many=most.count > 1)

    def _counts_what_is(self, key: str) -> bool:
        """Whether a number is recorded under a participle that tells no time: how many were "enrolled"."""
        done = happened(key_said(key))
        return bool(done) and self._property(key).kind == "number" and told(frames(done), frames(_EVENTS)) != SAME

    def _extreme(self, key: str, descending: bool) -> str:
        words = {*readable(key).split()}
        if self._property(key).kind == "date" or words & {"year", "date"}:
            return "latest" if descending else "earliest"
        if words & _LARGE:
            return "largest" if descending else "smallest"
        if words & _LONG:
            return "longest" if descending else "shortest"
        return "highest" if descending else "lowest"

    # --- nouns ------------------------------------------------------------------------------------

    def _noun(self, meaning: Meaning) -> str:
        """Return what the members of a meaning are called, each."""
        match meaning:
            case Kind(type, relations):
                return readable(type) if type else self._relations.owner(relations)
            case Joined(_, relation, out):
                return self._relations.end(relation, tail=out)
            case _:
                return "thing"

    def _property(self, key: str) -> PropertyType:
        every = [each for kind in self._schema.types for each in kind.properties if each.name == key]
        every += [each for relation in self._schema.relations for each in relation.properties if each.name == key]
        return next((each for each in every if each.unit), every[0] if every else PropertyType(key, "text"))


def _universal(meaning: Meaning) -> bool:
    return boundless(meaning) and isinstance(meaning, Kind) and not meaning.type


def _naming(meaning: Meaning) -> int:
    """Rank what names things best: a name, what is the most of its kind, a type, then the rest."""
    match meaning:
        case Things() | Kind(ids=(_, *_)):
            return 0
        case Most():
            return 1
        case Kind():
            return 2
        case Where(source) | Against(source) | Counted(source) | ButNot(source):
            return 3 if _naming(source) < 4 else 4
        case _:
            return 4
