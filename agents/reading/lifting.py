"""What narrows a set narrows the values of its members as well: "poem titles | with more than two readers"."""

from collections.abc import Callable
from dataclasses import replace

from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import Gap, Made
from agents.reading.meaning import Values

OVER = -0.2  # what follows says more of the things than of what was asked of them

Rule = Callable[[Ground, Item, Item, Gap], Made]


def lifted(rule: Rule) -> Rule:
    """Return the rule of a set and what narrows it, for values of the set's members."""

    def of_values(ground: Ground, value: Item, right: Item, gap: Gap) -> Made:
        meaning = value.meaning
        if not isinstance(meaning, Values) or meaning.relation:
            return
        source = Item("set", value.score, meaning.source, value.info, trace=value.trace)
        for item in rule(ground, source, right, gap):
            if item.kind == "set" and item.info.types & value.info.types:
                yield value.but(
                    meaning=replace(meaning, source=item.members), score=item.score + OVER, info=item.info, gap=()
                )

    return of_values
