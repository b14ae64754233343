"""What can be said about a graph: a unit for each relation (either way), type, property and common value.

Prepared once a graph's version (`prepare.py`). A unit knows the words it goes by and their vectors; slots say
what can be joined with what, so most readings that the graph cannot hold are dropped before the store is asked.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from agents.language.embeddings import Embedder, Vectors
from agents.language.english import FEMALE, KIN, LIGHT, MALE
from agents.language.foreign import alike, is_foreign, many_tongued
from agents.language.frames import APART, PLACES, Frames, frames_of_name, told
from agents.language.measures import measures
from agents.language.stems import stem
from agents.language.words import lemma
from agents.model import RelationType, Schema
from agents.reading.akin import AkinNames
from agents.reading.items import Info, Item, Slot
from agents.reading.meaning import Kind, Meaning, owner
from agents.reading.names import plain, single, spoken
from agents.reading.parts import ALL, Parts

UnitKind = Literal["relation", "type", "property", "label"]
TIMES = re.compile(r"\b(year|date|time|dt|day|month|century|since|born|died|founded|opened|built|began|ended)\b")
IN_UNIT = 0.5  # the likeness of a dimension to what is recorded in a unit of it
_LATER = 0.08  # the first dimensions of an adjective weigh most


@dataclass(frozen=True)
class Unit:
    """Something of the schema that words may mean."""

    kind: UnitKind
    name: str
    owner: str = ""  # the type that carries a property ("" in a graph without types); of a label, the relation
    number: bool = False  # a property that can be ordered
    date: bool = False
    flag: bool = False  # a property that is true or false
    year: bool = False  # a number property whose values are years
    relations: tuple[str, ...] = ()  # a type that is known only by what its members are heads of
    measure: str = ""  # the unit that an amount is recorded in, as far as that is known

    @property
    def spoken(self) -> str:
        """The unit's name in words."""
        return spoken(self.name)

    @property
    def amount(self) -> bool:
        """Whether it is a number, and no year."""
        return self.number and not self.year


@dataclass(frozen=True)
class Surface:
    """A way to say a unit. `backwards`: said of a relation from tail to head."""

    unit: Unit
    text: str
    backwards: bool = False


@dataclass(frozen=True)
class SharedValue:
    """A property value that several nodes may share: "federal" stands for courts whose system is federal."""

    owner: str
    key: str
    value: str


@dataclass
class Lexicon:
    """Everything above for one version of one graph."""

    graph: str
    schema: Schema
    embedder: Embedder
    surfaces: list[Surface]
    vectors: Vectors  # (len(surfaces), dimensions)
    offers: dict[Slot, frozenset[Slot]]  # what a node that fills a slot may fill besides
    type_offers: dict[str, frozenset[Slot]]
    slot_types: dict[Slot, frozenset[str]]
    tails: dict[str, Vectors]  # relation -> the centroid of its tails' names, (dimensions,)
    sentences: dict[str, Vectors]  # relation -> "film directed by person", (dimensions,)
    values: dict[str, tuple[SharedValue, ...]]  # by the value in folded case
    said_values: dict[str, tuple[SharedValue, ...]]  # what edges say, alike; its owner is the relation
    definitions: Mapping[str, Meaning]  # by the phrase in folded case
    persons: frozenset[str]  # types of people
    agents: frozenset[str]  # types of what does something
    akin: AkinNames
    parts: Parts = ALL  # what takes part in reading
    genders: Mapping[str, Meaning] = field(default_factory=dict)  # who is "male", who is "female"
    _dimensions: dict[tuple[Unit, tuple[str, ...]], float] = field(default_factory=dict)

    @cached_property
    def adjectives(self) -> dict[str, list[Meaning]]:
        """What a defined phrase says beside its type: the "major" of a "major city"."""
        found: dict[str, list[Meaning]] = defaultdict(list)
        for phrase, meaning in self.definitions.items():
            said, _, noun = phrase.rpartition(" ")
            if said and Surface(Unit("type", owner(meaning)), noun) in self.surfaces:
                found[said].append(meaning)
        return dict(found)

    @cached_property
    def typed(self) -> bool:
        """Whether the graph's nodes have types."""
        return any(kind.name for kind in self.schema.types)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit once."""
        return tuple(dict.fromkeys(surface.unit for surface in self.surfaces))

    @cached_property
    def by_stem(self) -> dict[str, tuple[SharedValue, ...]]:
        """The values of one word, by the stem that they are made of."""
        found: dict[str, list[SharedValue]] = defaultdict(list)
        for text, values in self.values.items():
            if made_of := stem(text):
                found[made_of] += values
        return {made_of: tuple(values) for made_of, values in found.items()}

    @cached_property
    def touched(self) -> dict[Unit, frozenset[str]]:
        """The types whose things each unit is said of."""
        return {unit: self._types_of(unit) for unit in self.units}

    def _types_of(self, unit: Unit) -> frozenset[str]:
        if unit.kind in ("type", "property"):
            return frozenset({unit.name if unit.kind == "type" else unit.owner})
        signatures = self.relation(unit.name if unit.kind == "relation" else unit.owner).signatures
        return frozenset(type for each in signatures for type in (each.head, each.tail)) or frozenset({""})

    @cached_property
    def by_unit(self) -> dict[Unit, list[int]]:
        """The numbers of each unit's surfaces."""
        found: dict[Unit, list[int]] = defaultdict(list)
        for number, surface in enumerate(self.surfaces):
            found[surface.unit].append(number)
        return dict(found)

    @cached_property
    def properties(self) -> dict[str, dict[str, Unit]]:
        """Properties by owner type and key."""
        found: dict[str, dict[str, Unit]] = defaultdict(dict)
        for unit in self.units:
            if unit.kind == "property":
                found[unit.owner][unit.name] = unit
        return dict(found)

    @cached_property
    def labels(self) -> dict[str, dict[str, Unit]]:
        """What edges carry, by relation and key."""
        found: dict[str, dict[str, Unit]] = defaultdict(dict)
        for unit in self.units:
            if unit.kind == "label":
                found[unit.owner][unit.name] = unit
        return dict(found)

    def lacked(self, owner: str, key: str) -> bool:
        """Whether some of a type's nodes have nothing recorded under a key."""
        kind = self.schema.type(owner)
        return kind is not None and any(each.name == key and each.count < kind.count for each in kind.properties)

    def is_text(self, owner: str, key: str) -> bool:
        """Whether a property of a type holds texts."""
        unit = self.properties.get(owner, {}).get(key)
        return unit is not None and not (unit.number or unit.date or unit.flag or unit.year)

    def is_number(self, key: str) -> bool:
        """Whether a property of nodes or edges is an amount."""
        return any(unit.number for unit in self.units if unit.name == key and unit.kind in ("property", "label"))

    def is_amount(self, key: str) -> bool:
        """Whether a property has a sum or an average: a number or a date has, a text or an id has not."""
        return any((unit.number or unit.date) and unit.name == key for unit in self.units)

    @cached_property
    def anything(self) -> Item:
        """What "anything" may be."""
        offers = frozenset().union(*self.type_offers.values())
        return Item("set", 0.0, Kind(""), Info(frozenset(self.type_offers), offers))

    @cached_property
    def timed(self) -> bool:
        """Whether anything in the graph has a date."""
        return any(unit.date for unit in self.units)

    def is_time(self, key: str) -> bool:
        """Whether a property of nodes or edges tells a time: a date, a year, or a text that its name says tells one."""
        units = [unit for unit in self.units if unit.name == key and unit.kind in ("property", "label")]
        return any(unit.date or unit.year for unit in units) or bool(TIMES.search(spoken(key)))

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word that some unit is called by, and its lemma: a word of the schema is no unknown name."""
        said = {word for surface in self.surfaces for word in surface.text.split()}
        return frozenset(said | {lemma(word) for word in said})

    @cached_property
    def texts(self) -> frozenset[str]:
        """Every text that some unit is called by, and its lemmas."""
        texts = {surface.text for surface in self.surfaces}
        return frozenset(texts | {" ".join(lemma(word) for word in text.split()) for text in texts})

    @cached_property
    def type_texts(self) -> frozenset[str]:
        """Every text that some type is called by, with its last word in the singular."""
        return frozenset(single(surface.text) for surface in self.surfaces if surface.unit.kind == "type")

    @cached_property
    def places(self) -> frozenset[str]:
        """The types whose things are places: they are called so, or what is called so lies in them."""
        called = {each.name for each in self.schema.types if frames_of_name(plain(spoken(each.name))).own & PLACES}
        within = [each for each in self.schema.relations if {"in", "at"} & set(spoken(each.name).split())]
        return frozenset(called | {way.tail for each in within for way in each.signatures if way.head in called})

    @cached_property
    def short(self) -> tuple[int, ...]:
        """The numbers of the surfaces that may abbreviate words: "mgr" for manager."""
        return tuple(number for number, surface in enumerate(self.surfaces) if _may_abbreviate(surface.text))

    @cached_property
    def second(self) -> Vectors:
        """The surfaces as the second model sees them, (len(surfaces), dimensions)."""
        return many_tongued([surface.text for surface in self.surfaces])

    @cached_property
    def frames(self) -> list[Frames]:
        """The ideas that each surface speaks of."""
        return [frames_of_name(surface.text) for surface in self.surfaces]

    @cached_property
    def by_idea(self) -> dict[str, list[int]]:
        """The numbers of the surfaces that speak of each idea."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self.frames):
            for idea in each.own:
                found[idea].append(number)
        return dict(found)

    @cached_property
    def foreign(self) -> list[int]:
        """The numbers of the surfaces that are in another language than English, or in none."""
        return [number for number, surface in enumerate(self.surfaces) if is_foreign(surface.text)]

    def called(self, word: str) -> tuple[str, bool] | None:
        """Return the relation that is called by a word of kinship alone, and whether it leads to who is called so."""
        same = [each for each, general in KIN.items() if general == word and each not in MALE | FEMALE]
        return next((way for text, way in self._by_word.items() if text == word or text in same), None)

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, bool]]:
        """The relations that one content word names: "has child" leads to the child, "child of" from it."""
        found: dict[str, tuple[str, bool]] = {}
        for surface in self.surfaces:
            words = [word for word in surface.text.split() if word not in LIGHT]
            if surface.unit.kind == "relation" and len(words) == 1:
                out = surface.text.endswith(" of") == surface.backwards
                found.setdefault(lemma(words[0]), (surface.unit.name, out))
        return found

    def dimension(self, unit: Unit, dimensions: tuple[str, ...]) -> float:
        """Return how likely a property is what one of the dimensions measures, 0 to 1."""
        key = (unit, dimensions)
        if key not in self._dimensions:
            self._dimensions[key] = self._likeness(unit, dimensions)
        return self._dimensions[key]

    def _likeness(self, unit: Unit, dimensions: tuple[str, ...]) -> float:
        own = self.vectors[self.by_unit[unit]]
        said = " ".join(self.surfaces[number].text for number in self.by_unit[unit]).split()
        ideas = frames_of_name(unit.spoken)
        best = 0.0
        for place, (name, vector) in enumerate(zip(dimensions, self.embedder.embed(dimensions), strict=True)):
            like = max(float((own @ vector).max()), self._foreign(unit, name))
            likeness = 1.0 if name in said else min(1.0, like)
            apart = likeness < 1.0 and told(ideas, frames_of_name(name)) == APART  # speed is no length
            recorded = IN_UNIT if measures(unit.measure, name) else 0.0
            best = max(best, recorded, 0.0 if apart else likeness - _LATER * place)
        return best

    def _foreign(self, unit: Unit, dimension: str) -> float:
        texts = [text for number in self.by_unit[unit] if is_foreign(text := self.surfaces[number].text)]
        return float(alike([dimension], texts).max()) if texts else 0.0

    def relation(self, name: str) -> RelationType:
        """Return what the schema says of a relation."""
        return self.schema.relation(name) or RelationType(name)


def _may_abbreviate(text: str) -> bool:
    return any(2 <= len(word) <= 5 and word not in LIGHT for word in text.split())
