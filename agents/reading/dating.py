"""Times told by what a thing is joined with: "papers published in 2019", where venues have years."""

from agents.reading.amounts import TIME
from agents.reading.comparing import set_then_filter
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import UNSAID_OWNER, Gap, Made, implied, join
from agents.reading.meaning import sort


def relation_then_filter(ground: Ground, relation: Item, filter: Item, gap: Gap) -> Made:
    """Read "published at | in 2019": joined with what is of that year."""
    if _timed(filter):
        ends = {type for out in (True, False) for type in ground.leads_to(relation.name, out, None).types}
        for type in sorted(ends):
            for each in _of_that_time(ground, type, filter):
                yield from join(ground, relation, each, (), before=False)


def set_then_dated(ground: Ground, source: Item, filter: Item, gap: Gap) -> Made:
    """Read "papers | from 2019" through a relation that no word names, where papers have no time of their own."""
    if _timed(filter) and sort(source.meaning) and not _tell(ground, source.info.types):
        for type in sorted(ground.lexicon.properties):
            for each in _of_that_time(ground, type, filter):
                yield from implied(ground, source, each)


def _timed(filter: Item) -> bool:
    return not filter.unit and not filter.edge and filter.among is None and filter.dimensions == TIME


def _tell(ground: Ground, types: frozenset[str]) -> bool:
    """Whether things of some type tell a time."""
    units = (unit for type in types for unit in ground.lexicon.properties.get(type, {}).values())
    return any(unit.date or unit.year for unit in units)


def _of_that_time(ground: Ground, type: str, filter: Item) -> Made:
    if _tell(ground, frozenset({type})):
        yield from set_then_filter(ground, ground.kind(type, UNSAID_OWNER), filter, ())
