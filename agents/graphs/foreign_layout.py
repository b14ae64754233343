"""How a database that Loregraph did not make is queried: its labels are types, and names and ids are worked out.

Nothing is kept folded there, so what is compared is folded as it is read; a name is looked up in the index that
Loregraph keeps for itself.
"""

from collections.abc import Sequence
from itertools import groupby
from unicodedata import normalize

from agents.graphs.cypher_values import NOTHING, Layout, Value
from agents.graphs.cypher_words import Params, Words, quoted
from agents.graphs.folding import fold, fold_name
from agents.graphs.foreign_kinds import Kind
from agents.graphs.foreign_values import FOLDED, NOT_OURS, SHOWN, listed
from agents.graphs.reading import ID, Reading
from agents.model import PropertyType, Scalar
from agents.query import Condition

NUMBERED = "neo4j:"  # before Neo4j's own number of a node that nothing else is known by
_NUMBERS = ("number", "flag")
_TOO_MANY = 1_000  # nodes of one name, above which a condition looks at each node


class ForeignLayout(Layout):
    """A Layout of somebody else's database; `restricted` to the labels of these kinds, or open to all."""

    def __init__(
        self, words: Words, params: Params, kinds: Sequence[Kind], restricted: bool, reading: Reading | None = None
    ) -> None:
        super().__init__(words, params)
        self.kinds = kinds
        self.any = "|".join(quoted(each.label) for each in kinds) or "%" if restricted else "%"
        self.beyond = f":{self.any}" if restricted else ""
        self._reading = reading

    # --- nodes ---

    def label(self, types: tuple[str, ...]) -> str:
        """Return the label expression of a variable of these types."""
        return self.words.labels(types) if types else self.any

    def within(self, node: str) -> str:
        """Return the condition that a node is not of a graph of Loregraph's own."""
        return NOT_OURS.format(n=node)

    def passing(self, path: str) -> str:
        """Return what the nodes of a walk must be."""
        return f" WHERE all(x IN nodes({path}) WHERE x:{self.any})" if self.beyond else ""

    def has_id(self, node: str, ids: tuple[str, ...]) -> str:
        """Return the condition that a node has one of these ids."""
        assert self._reading
        return f"id({node}) IN {self.params.add(list(self._reading.node_keys(ids).values()))}"

    def node_key(self, node: str) -> str:
        """Return a node's key."""
        return f"id({node})"

    def node_id(self, node: str) -> str:
        """Return a node's id."""
        return self.id_of(node)

    def relation(self, edge: str) -> str:
        """Return the name of an edge's relation."""
        return f"type({edge})"

    def type_of(self, node: str) -> str:
        """Return a node's type: the first of its labels, the telling and frequent ones before the others."""
        order = self.params.named("labels", [each.label for each in self.kinds])
        return f"coalesce(head([l IN {order} WHERE l IN labels({node})]), '')"

    def id_of(self, node: str) -> str:
        """Return the id that a node goes by."""
        known = [
            f"CASE WHEN {node}:{quoted(each.label)} THEN {_text(each.label)} + ':' +"
            f" toStringOrNull({node}.{quoted(each.id)}) END"
            for each in self.kinds if each.id
        ]  # fmt: skip
        number = f"'{NUMBERED}' + toString(id({node}))"
        return f"coalesce({', '.join([*known, number])})" if known else f"({number})"

    def name_of(self, node: str) -> str:
        """Return a node's name: that of its first label whose properties give one, else its id."""
        named = [
            f"CASE WHEN {node}:{'|'.join(quoted(each.label) for each in some)} AND {_said(node, keys)} <> ''"
            f" THEN {_said(node, keys)} END"
            for keys, some in groupby(self.kinds, key=lambda each: each.name) if keys
        ]  # fmt: skip
        return f"coalesce({', '.join([*named, self.id_of(node)])})"

    # --- values ---

    def value(self, variable: str, key: str, edge: bool) -> Value:
        """Return the values of a key."""
        if edge and key == "relation":
            return _text_value(f"type({variable})")
        if not edge and key in ("id", "name", "type"):
            return _text_value({"id": self.id_of, "name": self.name_of, "type": self.type_of}[key](variable))
        if not edge and key == "description":
            keys = dict.fromkeys(each.description for each in self.kinds if each.description)
            found = ", ".join(f"toStringOrNull({variable}.{quoted(each)})" for each in keys)
            return _text_value(f"coalesce({found}, '')") if keys else _text_value("''")
        return _value(f"{variable}.{quoted(key)}", self._of(key, edge)) if self._of(key, edge) else NOTHING

    def _of(self, key: str, edge: bool) -> list[PropertyType]:
        """Return what is known of a property, over all that have it."""
        owners = self.words.schema.relations if edge else self.words.schema.types
        return [each for owner in owners for each in owner.properties if each.name == key]

    def comparable(self, value: Scalar) -> Scalar:
        """Return a constant as values here are compared with it."""
        if isinstance(value, str):
            return normalize("NFKC", value).lower()
        return int(value) if isinstance(value, bool) else value

    def names(self, node: str) -> Value:
        """Return a node's name; what else it is called the index of names knows."""
        return self.value(node, "name", False)

    def equals(self, node: str, condition: Condition) -> str | None:
        """Return the condition that a node is called or known so, by the index of names; None: look at each."""
        values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
        texts = [each for each in values if isinstance(each, str)]
        if condition.key == "id":
            return self.has_id(node, tuple(texts))
        keys = self._called(texts)
        return (
            f"id({node}) IN {self.params.add(keys)}" if len(keys) < _TOO_MANY and all(map(fold_name, texts)) else None
        )

    def looked_up(self, node: str, condition: Condition) -> str:
        """Return nothing: where the index does not decide, it does not narrow either."""
        return ""

    def _called(self, texts: Sequence[str]) -> list[int]:
        """Return the keys of the nodes whose name or alias is one of these texts but for its case."""
        assert self._reading
        wanted = {fold(each) for each in texts}
        found = self._reading.called({fold_name(each) for each in texts} - {""})
        return sorted({
            key for some in found.values() for key, kind, name in some if kind != ID and fold(name) in wanted
        })  # fmt: skip


def _value(plain: str, known: Sequence[PropertyType]) -> Value:
    kinds = {each.kind for each in known}
    numbers = kinds <= {*_NUMBERS}
    shown, folded = ("{v}", "{v}") if kinds == {"number"} else (SHOWN, FOLDED)
    if any(each.many for each in known):
        return Value(listed(plain, shown), listed(plain, folded), many=True, numbers=True, texts=not numbers)
    return Value(shown.format(v=plain), folded.format(v=plain), numbers=True, texts=not numbers)


def _text_value(expression: str) -> Value:
    return Value(expression, f"toLower(normalize({expression}, NFKC))")


def _said(node: str, keys: Sequence[str]) -> str:
    """Return the name that properties make, null where one is missing or no scalar."""
    return " + ' ' + ".join(f"trim(toStringOrNull({node}.{quoted(key)}))" for key in keys)


def _text(text: str) -> str:
    """Return a text without backslashes as it stands in a statement."""
    return "'" + text.replace("'", "\\'") + "'"
