"""Where a thing is, as a property of it says: "where is X" asks for its town, where no edge leads to one."""

from collections.abc import Iterable

from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.question import Asked
from agents.reading.said import is_place, key_said

PLACED = -0.4  # no word names the property
_WHERE = "located in"  # what "where" stands as among the positions


def own_places(ground: Ground, question: Asked) -> Iterable[tuple[tuple[int, int], Item]]:
    """Yield the properties that say where their owners are, for a question that asks no more than "where"."""
    for place, position in enumerate(question.positions):
        for owner, units in ground.lexicon.properties.items() if position.lower == _WHERE else ():
            for unit in units.values():
                if is_place(key_said(unit.name)):
                    yield (place, place + 1), Item("property", PLACED, name=unit.name, owner=owner)
