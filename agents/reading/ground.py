"""What the rules ask of a graph's schema: what a set can be joined with, where that leads, what can measure it.

All answers come from the lexicon; the store is never asked. One question asks the same many times over, so a
`Ground` remembers its answers; it is made for one question.
"""

from collections.abc import Sequence
from functools import cache

from agents.language.frames import APART, frames, frames_of_name, told
from agents.reading.evidence import first
from agents.reading.items import Info, Item, Slot
from agents.reading.lexicon import Lexicon, Unit
from agents.reading.meaning import Kind
from agents.reading.question import Position

Way = tuple[str, bool]  # a relation, and whether it is followed from head to tail

WAYS = 3  # relations that may join two sets where no word names one
MEASURES = 4  # properties that one adjective may measure
UNLIKE = -1.5  # the cost of a property that has nothing in common with the adjective
_PREPOSITIONS = frozenset("in of on at with by from to through about for".split())
_ASKING = frozenset(["which", "what", "many"])
_HAVING = frozenset("has have had having".split())
_RELATIVE = frozenset("which that who whom whose where when".split())
_SAME_DIMENSION = 0.3
_SAME_LABEL = 0.5  # edges are seldom meant
_SAME_SPAN = 0.7  # how much the beginning of something says of its duration
_SAME_AMOUNT = 0.5  # how much the only number of a thing has in common with "highest" and "largest"
_SAME_TIME = 0.5  # how much any date has in common with an adjective of age or time
_TIME = frozenset("age date year".split())
_BEGINNINGS = "born founded built released opened start invented discovered planted"
_LASTING = frozenset("since started joined appointed hired".split())
_ANY_AMOUNT = frozenset("height size rating".split())  # "highest", "largest" and "best" go with any number


class Ground:
    """One graph, as the rules for one question see it."""

    def __init__(self, lexicon: Lexicon, positions: Sequence[Position] = ()) -> None:
        self.lexicon = lexicon
        self._positions = positions
        self.leads_to = cache(self._leads_to)
        self.between = cache(self._between)
        self.measured_by = cache(self._measured_by)
        self.happens = cache(self._happens)

    def kind(self, type: str, score: float = 0.0) -> Item:
        """Return the set of all nodes of a type."""
        return Item("set", score, Kind(type), self.info(type))

    def anything(self) -> Item:
        """Return the set of all nodes."""
        return Item("set", 0.0, Kind(""))

    def info(self, type: str) -> Info:
        """Return what is known of a type's members."""
        return Info(frozenset({type}), self.lexicon.type_offers.get(type, frozenset()))

    def acts(self, place: int, said: frozenset[str]) -> bool:
        """Whether what begins at a position can do what a verb behind it says.

        Neither the noun that the question opens with ("which papers cite ...": they are asked for), nor what stands
        behind a preposition ("papers at X cite ..."), nor what a participle says ("papers cited by X cite ...").
        `said`: words that the verb's relation is called by besides: in "appeals from X go" X does.
        """
        if place >= len(self._positions):
            return True
        word, before = self._positions[place], set(self._positions[place].before)
        if not place:
            return not word.typed or not before & _ASKING
        last = self._positions[place - 1]
        clause = word.pos == "VERB" and word.tag in ("VBN", "VBG", "VBD")
        if clause or {last.lower, last.lemma} & said:
            return not clause
        return not before & _PREPOSITIONS or bool(before & _RELATIVE)

    def is_the_one(self, kind: Item) -> bool:
        """Whether a type is said as one thing that is known: "the judgment"."""
        place = first(kind.trace).first if kind.trace else len(self._positions)
        if place >= len(self._positions):
            return False
        word = self._positions[place]
        return word.tag == "NN" and not word.typed and word.before[-1:] == ("the",)

    def _happens(self, info: Info) -> bool:
        """Whether things of a type have one each of several others, and are no other's one: of a viewing who and what.

        So what happened differs from what it happened to, which has many viewings.
        """
        ways = {(relation, end == "head") for relation, end in info.offers}
        one = {way for way in ways if self.functional(*way)}
        reached = [self._leads_to(*way, info).types - info.types for way in one]
        others = [way for way in ways - one if self.functional(way[0], not way[1])]
        return sum(map(bool, reached)) > 1 and not others and not info.types & self.lexicon.persons

    def had(self, kind: Item) -> bool:
        """Whether a type is said of those that have it: "(who) has a | contract"."""
        place = first(kind.trace).first if kind.trace else len(self._positions)
        return place < len(self._positions) and bool(_HAVING & set(self._positions[place].before))

    def symmetric(self, relation: str) -> bool:
        """Whether a relation holds both ways."""
        return self.lexicon.relation(relation).symmetric

    def can(self, info: Info, relation: str, out: bool) -> bool:
        """Whether a set's members are heads (`out`) or tails of a relation; either, of a symmetric one."""
        return can_fill(info, relation, out) or (self.symmetric(relation) and can_fill(info, relation, not out))

    def functional(self, relation: str, out: bool) -> bool:
        """Whether a relation leads to one node only, so that there is nothing to count."""
        signatures = self.lexicon.relation(relation).signatures
        count = sum(each.count for each in signatures)
        return count <= 1.05 * sum(each.heads if out else each.tails for each in signatures)

    def share(self, relation: str) -> float:
        """Return how many edges a relation has, as a share of the commonest one's."""
        most = max((each.count for each in self.lexicon.schema.relations), default=1)
        return self.lexicon.relation(relation).count / max(most, 1)

    def _leads_to(self, relation: str, out: bool, source: Info | None) -> Info:
        """Return what is known of the nodes that a relation leads to from a set (None: from anything)."""
        slot: Slot = (relation, "tail" if out else "head")
        lexicon = self.lexicon
        types = {
            signature.tail if out else signature.head
            for signature in lexicon.relation(relation).signatures
            if source is None or (signature.head if out else signature.tail) in source.types
        } or set(lexicon.slot_types.get(slot, ()))
        offers = lexicon.offers.get(slot, frozenset())
        if any(types):
            offers = frozenset().union(*(lexicon.type_offers.get(each, frozenset()) for each in types))
        return Info(frozenset(types), offers)

    def _between(self, source: Info, target: Info) -> tuple[Way, ...]:
        """Return relations that lead from a set to a type, commonest first."""
        found: dict[Way, int] = {}
        if not self.lexicon.parts.implied:
            return ()
        for relation in self.lexicon.schema.relations:
            for out in (True,) if relation.symmetric else (True, False):
                if not can_fill(source, relation.name, out) or self._never_leads_to(relation.name, out, target):
                    continue
                count = sum(
                    each.count
                    for each in relation.signatures
                    if (each.tail if out else each.head) in target.types
                    and (each.head if out else each.tail) in source.types
                )
                if count:
                    found[relation.name, out] = count
        return tuple(sorted(found, key=lambda way: -found[way])[:WAYS])

    def _never_leads_to(self, relation: str, out: bool, target: Info) -> bool:
        """Whether what a relation leads to has, in a graph without types, no edges that a set's members have."""
        reached = self.lexicon.offers.get((relation, "tail" if out else "head"), frozenset())
        return not self.lexicon.typed and bool(reached and target.offers) and not reached & target.offers

    def _measured_by(self, info: Info, dimensions: tuple[str, ...]) -> tuple[tuple[Unit, float], ...]:
        """Return properties of a set's types that an adjective may measure, with a cost; a date only age or time."""
        timed = bool(_TIME & set(dimensions))
        found: list[tuple[Unit, float]] = []
        for owner in sorted(info.types):
            for unit in self.lexicon.properties.get(owner, {}).values():
                if timed if unit.date or unit.year else unit.number:
                    likeness = self._likeness(unit, dimensions)
                    if likeness > _SAME_DIMENSION:
                        found.append((unit, UNLIKE * (1.0 - likeness)))
        if "duration" in dimensions:  # what began first has lasted longest
            found += [(unit, UNLIKE * (1.0 - _SAME_SPAN)) for unit in self._beginnings(info)]
        return tuple(sorted(found, key=lambda pair: -pair[1])[:MEASURES])

    def _beginnings(self, info: Info) -> list[Unit]:
        """Return when something began that still goes on, as its name says: "on call since", "started"."""
        units = [unit for owner in sorted(info.types) for unit in self.lexicon.properties.get(owner, {}).values()]
        dated = [unit for unit in units if unit.date or unit.year]
        return [unit for unit in dated if _LASTING & set(unit.spoken.split())]

    def only_amount(self, info: Info) -> list[tuple[Unit, float]]:
        """Return the one number that things of a type have, with the cost of "highest" being of it."""
        units = [unit for owner in sorted(info.types) for unit in self.lexicon.properties.get(owner, {}).values()]
        amounts = [unit for unit in units if unit.amount]
        return [(unit, UNLIKE * (1.0 - _SAME_AMOUNT)) for unit in amounts] if len(amounts) == 1 else []

    def labels_measured(self, relation: str, dimensions: tuple[str, ...]) -> list[tuple[Unit, float]]:
        """Return what a relation's edges say that an adjective may measure, with a cost."""
        units = [unit for unit in self.lexicon.labels.get(relation, {}).values() if unit.number or unit.date]
        rated = [(unit, self._likeness(unit, dimensions)) for unit in units]
        if "duration" in dimensions:  # what began first has lasted longest
            rated += [(unit, _SAME_SPAN) for unit in units if unit.date or unit.year]
        return [(unit, UNLIKE * (1.0 - likeness)) for unit, likeness in rated if likeness > _SAME_LABEL]

    def ordered(self, owner: str, name: str) -> bool:
        """Whether a property has more and less: a text or an id has not."""
        unit = self.lexicon.properties.get(owner, {}).get(name)
        return unit is not None and (unit.number or unit.date)

    def measuring(self, owner: str, name: str, dimensions: tuple[str, ...]) -> float | None:
        """Return what it costs that an adjective measures a property which is named, None where it cannot."""
        unit = self.lexicon.properties.get(owner, {}).get(name)
        if unit is None or not dimensions or _ANY_AMOUNT & set(dimensions):
            return 0.0
        likeness = self._likeness(unit, dimensions)
        return UNLIKE * (1.0 - likeness) if likeness > _SAME_DIMENSION else None

    def _likeness(self, unit: Unit, dimensions: tuple[str, ...]) -> float:
        timed = (unit.date or unit.year) and bool(_TIME & set(dimensions))
        if timed and "age" in dimensions:  # nobody is older for having been admitted earlier
            timed = told(frames_of_name(unit.spoken), frames(_BEGINNINGS)) != APART
        return max(self.lexicon.dimension(unit, dimensions), _SAME_TIME if timed else 0.0)


def can_fill(info: Info, relation: str, out: bool) -> bool:
    """Whether a set's members are heads (`out`) or tails of a relation, as its edges are written."""
    return (relation, "head" if out else "tail") in info.offers
