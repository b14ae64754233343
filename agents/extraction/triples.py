"""What was read from a sentence: values that proposals and the check of facts both work with."""

from dataclasses import dataclass

from agents.model import Json, Node, record

SURE = 0.4  # of a triple's score


@dataclass(frozen=True)
class End:
    """One end of a triple as the sentence says it (characters `start` to `end`), and the node it means, if any."""

    text: str
    start: int
    end: int
    node: Node | None = None
    score: float = 0.0  # how surely the text means the node, 0 to 1
    others: tuple[Node, ...] = ()  # further nodes that are called just so


@dataclass(frozen=True)
class Triple:
    """One thing that a sentence says: head -relation-> tail, in the direction of the graph's relation.

    `relation` is the schema's name, or empty where no relation of the schema is what the words (`said`) mean.
    """

    head: End
    said: str  # the words that relate the two
    tail: End
    relation: str = ""
    score: float = 0.0  # how surely the words mean the relation, 0 to 1
    denied: bool = False  # the sentence says that it is not so
    hedged: bool = False  # the sentence leaves open whether it is so: "may", "is thought to"
    sentence: str = ""
    start: int = 0  # the sentence's place in the text that was read
    end: int = 0

    @property
    def sure(self) -> bool:
        """Whether the words surely mean the relation: only then can it be held against what somebody else says."""
        return bool(self.relation) and self.score >= SURE

    @property
    def confidence(self) -> float:
        """How surely the sentence says this of these nodes, 0 to 1; nothing where an end or the relation is open."""
        if self.head.node is None or self.tail.node is None or not self.relation:
            return 0.0
        return min(self.head.score, self.tail.score) * self.score * (0.5 if self.hedged else 1.0)

    def to_json(self) -> Json:
        """Return a JSON object with every field."""
        return record(self)
