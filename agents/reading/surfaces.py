"""The ways to say what a schema holds: its names in words, synonyms, and what dotted names speak of."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from agents.language.embeddings import Embedder
from agents.language.english import BOTH_WAYS, TIMES
from agents.language.people import people
from agents.language.phrasing import key_words, shape
from agents.language.thesaurus import known
from agents.language.words import lemma
from agents.model import NodeType, PropertyType, RelationType, Schema
from agents.reading.lexicon import Surface, Unit, UnitKind
from agents.reading.names import bare, counted, head, identifies, kept, plain, plainly, single, spoken, without

Years = frozenset[tuple[str, str]]  # (type or relation, key) of number properties whose values are years


# What relations that begin with a preposition say: "from depot", "to depot".
_MOVING = {"from": ("come from", "leave", "left from", "start from"), "to": ("go to", "arrive at", "arrive in")}
LEADING = 2  # words of such a relation


def surfaces(schema: Schema, years: Years) -> list[Surface]:
    """Return every way to say every unit of a schema, once."""
    found = [surface for relation in schema.relations for surface in _of_relation(relation)]
    found += [Surface(Unit("type", name, relations=by), spoken(name)) for name, by in _domains(schema).items()]
    heads = Counter(head(kind.name) for kind in schema.types)
    for kind in schema.types:
        if heads[head(kind.name)] == 1 and head(kind.name):
            found.append(Surface(Unit("type", kind.name), head(kind.name)))
        found += [*_of_type(kind), *_of_properties("property", kind.name, kind.properties, years)]
    for relation in schema.relations:
        found += _of_properties("label", relation.name, relation.properties, years)
    types = {each.text for each in found if each.unit.kind == "type"}
    return list(dict.fromkeys([*found, *(each for each in _counting(found) if each.text not in types)]))


def doers(schema: Schema, embedder: Embedder) -> list[Surface]:
    """Return relations by who does what their verbs say: the heads of `DIRECTED` are directors, so are the tails of
    `directed_by`; no type is called so."""
    types = {single(spoken(kind.name)) for kind in schema.types}
    found: dict[str, Surface] = {}
    for relation in schema.relations:
        words = bare(spoken(relation.name)).split()
        passive = words[-1:] == ["by"]
        if words and (passive or shape(" ".join(words)) == "verb"):
            for noun in _made_of(lemma(words[0])) - types:
                found[noun] = Surface(Unit("relation", relation.name), noun, backwards=not passive)
    nouns = [noun for noun in found if known(noun)]
    return [found[noun] for noun, person in zip(nouns, people(nouns, embedder), strict=True) if person]


def _made_of(verb: str) -> set[str]:
    """Return what who does something may be called: "teacher", "writer", "actor", "supplier", "winner"."""
    stem = verb.removesuffix("e")
    ends = (f"{stem}er", f"{stem}or", f"{verb}{verb[-1:]}er", f"{stem.removesuffix('y')}ier")
    return set(ends) if stem else set()


def _counting(found: Iterable[Surface]) -> Iterable[Surface]:
    """Yield amounts by what they count: "which has the most pages" asks for the "page count"."""
    for each in found:
        if each.unit.kind in ("property", "label") and each.unit.number and (text := counted(plain(each.unit.spoken))):
            yield Surface(each.unit, text)


def _of_relation(relation: RelationType) -> Iterable[Surface]:
    unit = Unit("relation", relation.name)
    said = spoken(relation.name)
    for text in (said, bare(said), *map(bare, plainly(said)), *relation.synonyms):
        yield Surface(unit, text.lower())
    for text in _MOVING.get(said.partition(" ")[0], ()) if len(said.split()) == LEADING else ():
        yield Surface(unit, text)
    for text in relation.inverse_synonyms:
        yield Surface(unit, text.lower(), backwards=True)


def _of_type(kind: NodeType) -> Iterable[Surface]:
    said = spoken(kind.name)
    for text in (said, single(said), *plainly(said), kept(said), *kind.synonyms) if kind.name else ():
        yield Surface(Unit("type", kind.name), text.lower())


def _of_properties(kind: UnitKind, owner: str, properties: Iterable[PropertyType], years: Years) -> Iterable[Surface]:
    for each in properties:
        number, date, flag = (each.kind == which for which in ("number", "date", "flag"))
        said = spoken(each.name)
        unit = Unit(
            kind, each.name, owner, number and not identifies(said), date, flag, year=(owner, each.name) in years,
            measure=each.unit or key_words(each.name)[1] or _counted_in(said),
        )  # fmt: skip
        own = [] if kind == "label" else [text for text in (without(said, spoken(owner)),) if text]
        usual = [text for text in (said, *plainly(said)) if single(text) != single(spoken(owner))]
        for text in (*usual, *own, *each.synonyms):
            yield Surface(unit, text.lower())


def _counted_in(said: str) -> str:
    """Return the unit of time that a property's words begin with: the "minutes" of "minutes down"; or ""."""
    word, _, _ = said.partition(" ")
    return word if word.endswith("s") and word in TIMES else ""


def _domains(schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the types that dotted relation names speak of: the heads of "music.album.label" are albums."""
    found: dict[str, list[str]] = defaultdict(list)
    for relation in schema.relations:
        parts = relation.name.strip(".").split(".")
        if len(parts) > 1 and not any(signature.head for signature in relation.signatures):
            found[parts[-2]].append(relation.name)
    return {name: tuple(relations) for name, relations in found.items()}


def both_ways(schema: Schema) -> Schema:
    """Return the schema with relations symmetric that are so by their meaning and join a type with itself."""
    return replace(schema, relations=tuple(_both_ways(each) for each in schema.relations))


def _both_ways(relation: RelationType) -> RelationType:
    alike = all(signature.head == signature.tail for signature in relation.signatures)
    named = any(word.startswith(BOTH_WAYS) for word in spoken(relation.name).split())
    return replace(relation, symmetric=relation.symmetric or (alike and named))
