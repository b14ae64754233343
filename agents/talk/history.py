"""The latest turns of a conversation, each as it was understood then and with all that answered it."""

from dataclasses import dataclass, replace
from functools import cached_property

from agents.kit import Kit
from agents.model import Node
from agents.reading.compile import compile_meaning
from agents.reading.meaning import Meaning, Shared, Tally, Total, Values
from agents.reading.reader import Reading
from agents.state import State
from agents.tasks.ends import ids, is_set

LATEST = 5  # turns that a follow-up may speak of
_AWAY = ("hide", "collapse")
MOST = 2_000  # nodes that "those" may mean


@dataclass(frozen=True)
class Past:
    """An earlier turn: `state` is its question as it was understood, `age` 0 that of the last one."""

    state: State
    age: int
    kit: Kit
    nodes: tuple[Node, ...] = ()
    total: int = 0
    shown: str = ""  # what the drawing was asked to do, where that was all: nothing answered it

    @cached_property
    def answered(self) -> tuple[Node, ...]:
        """Every node that answered, or that was counted; looked up again where the turn has not all of them."""
        if self.shown:
            return ()
        if self.nodes and self.total <= len(self.nodes):
            return self.nodes
        return _members(self.state.graph, self.reading, self.kit) or self.nodes

    @cached_property
    def reading(self) -> Reading | None:
        """The reading that was answered, or None."""
        found = self.state.readings or self.kit.reader.read(self.state.graph, self.state.text, self.state.mentions)
        number = self.state.reading or 0
        if number >= len(found.readings) or (found.status == "none" and self.state.reading is None):
            return None
        return found.readings[number]

    @cached_property
    def found(self) -> tuple[Node, ...]:
        """What a yes or no was said of: "are any of them red?" speaks of the red ones."""
        if self.reading is None or self.reading.form != "verdict":
            return ()
        return _members(self.state.graph, replace(self.reading, form="set"), self.kit)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The words that answered, where no things did: "Harrowby", for a town that is only written down."""
        meaning = self.reading.meaning if self.reading else None
        if not isinstance(meaning, Values):
            return ()
        query = compile_meaning(meaning, self.kit.store.schema(self.state.graph))
        rows = self.kit.store.match(self.state.graph, query, limit=MOST, evidence=False).rows
        return tuple(dict.fromkeys(row.cells[0] for row in rows if isinstance(row.cells[0], str)))

    @property
    def par(self) -> float:
        """How well the question was read, as a score: 0 is perfect."""
        return min(0.0, self.reading.score) if self.reading else 0.0

    @cached_property
    def spoken(self) -> tuple[tuple[Node, ...], ...]:
        """What the question names, in its order: the nodes of each mention that fit best."""
        if self.shown in _AWAY:
            return ()
        return tuple(
            tuple(each.node for each in mention.candidates if is_set(mention) or each.node.id in ids(mention))
            for mention in self.state.linked
        )

    @property
    def unanswered(self) -> bool:
        """Whether it found nothing."""
        return not self.answered and (self.reading is None or bool(self.state.unknown))


def found_by(state: State, kit: Kit) -> tuple[Node, ...]:
    """Return every node that answers a question, or that it counts, as it reads best."""
    found = kit.reader.read(state.graph, state.text, state.mentions)
    return _members(state.graph, found.readings[0] if found.status != "none" else None, kit)


def _members(graph: str, reading: Reading | None, kit: Kit) -> tuple[Node, ...]:
    meaning = _set_of(reading) if reading else None
    if meaning is None:
        return ()
    query = compile_meaning(meaning, kit.store.schema(graph))
    rows = kit.store.match(graph, query, limit=MOST, evidence=False).rows
    return tuple({cell.id: cell for row in rows for cell in row.cells[:1] if isinstance(cell, Node)}.values())


def _set_of(reading: Reading) -> Meaning | None:
    """Return the set that is asked for, or counted, or whose values are; None of a yes or no and a description."""
    meaning = reading.meaning
    if meaning is None or reading.form == "verdict" or isinstance(meaning, Values | Shared | Tally):
        return None
    if isinstance(meaning, Total):
        return meaning.source if meaning.aggregate == "count" else None
    return meaning


History = tuple[Past, ...]
"""Latest first."""
