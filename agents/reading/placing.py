"""Where a thing is, as a property or a relation called like a place says: "where is X" asks for its town."""

from collections.abc import Iterable

from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.names import spoken
from agents.reading.question import Asked
from agents.reading.said import is_place, key_said

PLACED = -0.4  # no word names the property
_WHERE = "located in"  # what "where" stands as among the positions


def own_places(ground: Ground, question: Asked) -> Iterable[tuple[tuple[int, int], Item]]:
    """Yield what says where things are, for a question that asks no more than "where"."""
    for place in (n for n, each in enumerate(question.positions) if each.lower == _WHERE):
        for owner, units in ground.lexicon.properties.items():
            for unit in units.values():
                if is_place(key_said(unit.name)):
                    yield (place, place + 1), Item("property", PLACED, name=unit.name, owner=owner)
        for relation in ground.lexicon.schema.relations:
            said = spoken(relation.name)
            if is_place(said):
                on = Item("relation", PLACED, name=relation.name, out=False, said=said, noun=True, text="where")
                yield (place, place + 1), on  # asked on from X
