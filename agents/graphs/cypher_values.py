"""Values of nodes and edges as Cypher expressions, and comparisons of them.

A property that never had several values is one expression, null where it is missing; any other is a list, empty
where it is missing. What is compared is kept beside what people see (see `bolt_rows`), so no text is folded here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from agents.graphs.bolt_rows import ALIASES, COMPARED, DESCRIPTION, FOLDED, ID, KEY, MIXED, NAME, TYPE, comparable
from agents.graphs.cypher_words import ENTITY, OF_EDGES, OF_NODES, Forms, Params, Words, quoted, token
from agents.graphs.folding import fold_name
from agents.graphs.statement import OWN, check_condition
from agents.model import Scalar
from agents.query import Condition, Ref

NUMBER = "INTEGER NOT NULL | FLOAT NOT NULL"
_OPERATORS = {"contains": "CONTAINS", "starts": "STARTS WITH", "in": "="}
DECODED = (
    "CASE left({v}, 1) WHEN 's' THEN substring({v}, 1) WHEN 'b' THEN {v} = 'b1'"
    " WHEN 'i' THEN toInteger(substring({v}, 1)) ELSE toFloat(substring({v}, 1)) END"
)


@dataclass(frozen=True)
class Value:
    """The values of a key of one variable: as people see them and as they are compared.

    `many`: both are lists, in the same order. `numbers` and `texts` say what there may be among them.
    """

    shown: str
    folded: str
    many: bool = False
    numbers: bool = False
    texts: bool = True

    @property
    def listed(self) -> str:
        """What is compared, as a list."""
        return self.folded if self.many else f"coalesce([] + {self.folded}, [])"


NOTHING = Value("null", "null", texts=False)


class Layout:
    """How a graph of Loregraph's own lies in Neo4j."""

    def __init__(self, words: Words, params: Params) -> None:
        self.words = words
        self.params = params
        self.beyond = ""  # the labels, as they stand in a pattern, of nodes that a walk passes

    def label(self, types: tuple[str, ...]) -> str:
        """Return the label expression of a variable of these types."""
        return self.words.labels(types) if types else ENTITY

    def within(self, node: str) -> str:
        """Return the condition that a node is of this graph."""
        return f"{node}.graph = {self.params.named('graph', self.words.graph)}"

    def passing(self, path: str) -> str:
        """Return the clause that says what the nodes of a walk must be."""
        return ""

    def has_id(self, node: str, ids: tuple[str, ...]) -> str:
        """Return the condition that a node has one of these ids."""
        return f"{node}.id IN {self.params.add(list(ids))}"

    def node_key(self, node: str) -> str:
        """Return a node's key."""
        return f"{node}.{KEY}"

    def node_id(self, node: str) -> str:
        """Return a node's id."""
        return f"{node}.id"

    def edge_key(self, edge: str) -> str:
        """Return an edge's key."""
        return f"id({edge})"

    def relation(self, edge: str) -> str:
        """Return the name of an edge's relation."""
        names = self.words.relation_names()
        if all(token == name for token, name in names.items()):
            return f"type({edge})"
        return f"{self.params.named('relations', names)}[type({edge})]"

    def value(self, variable: str, key: str, edge: bool) -> Value:
        """Return the values of a key."""
        if edge and key == "relation":
            folds = self.params.named("relation_folds", self.words.folded_relations())
            return Value(self.relation(variable), f"{folds}[type({variable})]")
        if not edge and key in OWN:
            return self._own(variable, key)
        forms = (self.words.of_edges if edge else self.words.of_nodes).get(key)
        return NOTHING if forms is None else _value(variable, token(key, OF_EDGES if edge else OF_NODES), forms)

    def _own(self, node: str, key: str) -> Value:
        if key == "type":
            folds = self.params.named("type_folds", self.words.folded_types())
            return Value(f"{node}.{TYPE}", f"{folds}[{node}.{TYPE}]")
        if key == "name":
            return Value(f"{node}.name", f"{node}.{NAME}")
        folded = {"id": ID, "description": DESCRIPTION}[key]
        return Value(f"{node}.{key}", f"coalesce({node}.{folded}, {node}.{key})")

    def names(self, node: str) -> Value:
        """Return a node's name and its aliases."""
        return Value("[]", f"[{node}.{NAME}] + coalesce({node}.{ALIASES}, [])", many=True)

    def comparable(self, value: Scalar) -> Scalar:
        """Return a constant as values are compared with it."""
        return comparable(value)

    def equals(self, node: str, condition: Condition) -> str | None:
        """Return the whole condition that a node has this name or id, where the index of names alone decides it."""
        return None

    def looked_up(self, node: str, condition: Condition) -> str:
        """Return what narrows an equality on a name or an id to the nodes called so, or nothing."""
        values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
        texts = [fold_name(each) for each in values if isinstance(each, str)]
        if not texts or not all(texts):
            return ""  # nothing but accents or spaces: such names are not in the index
        keys = self.words.called(texts)
        return "" if keys is None else f"{self.node_key(node)} IN {self.params.add(keys)}"


def condition_text(condition: Condition, layout: Layout, resolve: Callable[[str], tuple[str, bool]]) -> str:
    """Return a condition as Cypher; `resolve` gives a name's variable and whether it is an edge."""
    check_condition(condition)
    variable, edge = resolve(condition.variable)
    right = condition.value
    if isinstance(right, Ref):
        return _with_ref(_left(condition, layout, variable, edge), condition.operator, layout, right, resolve)
    left = _left(condition, layout, variable, edge)
    if condition.operator in ("exists", "missing"):
        return _is_there(left, condition.operator)
    test = _compare(left, condition.operator, _constant(condition, layout))
    if not edge and condition.key in ("name", "id") and condition.operator in ("=", "in"):
        if whole := layout.equals(variable, condition):
            return whole
        found = layout.looked_up(variable, condition)
        return f"{found} AND {test}" if found else test
    return test


def _left(condition: Condition, layout: Layout, variable: str, edge: bool) -> Value:
    if not edge and condition.key == "name" and condition.operator in ("=", "in"):
        return layout.names(variable)
    return layout.value(variable, condition.key, edge)


def _is_there(value: Value, operator: str) -> str:
    if value.many:
        return f"size({value.folded}) {'>' if operator == 'exists' else '='} 0"
    return f"{value.folded} IS {'NOT ' if operator == 'exists' else ''}NULL"


def _constant(condition: Condition, layout: Layout) -> str:
    if isinstance(condition.value, tuple):
        return layout.params.add([layout.comparable(each) for each in condition.value])
    return layout.params.add(layout.comparable(condition.value))  # type: ignore[arg-type]


def _compare(left: Value, operator: str, constant: str) -> str:
    """Compare with a constant. A comparison of different kinds is null in Cypher, which no row passes."""
    if operator == "!=":
        if left.many:
            return f"size({left.folded}) > 0 AND none(v IN {left.folded} WHERE v = {constant})"
        return f"{left.folded} <> {constant}"
    sign = "IN" if operator == "in" else _OPERATORS.get(operator, operator)
    if left.many:
        return f"any(v IN {left.folded} WHERE v {sign} {constant})"
    return f"{left.folded} {sign} {constant}"


def _with_ref(left: Value, operator: str, layout: Layout, ref: Ref, resolve: Callable[[str], tuple[str, bool]]) -> str:
    variable, edge = resolve(ref.variable)
    right = layout.value(variable, ref.key, edge)
    sign = _OPERATORS.get(operator, operator)
    if not left.many and not right.many:
        return f"{left.folded} {'<>' if operator == '!=' else sign} {right.folded}"
    if operator == "!=":
        some = f"size({left.listed}) > 0 AND size({right.listed}) > 0"
        return f"{some} AND none(v IN {left.listed} WHERE v IN {right.listed})"
    return f"any(v IN {left.listed} WHERE any(w IN {right.listed} WHERE v {sign} w))"


def _value(variable: str, under: str, forms: Forms) -> Value:
    kinds = {"numbers": forms.has("n"), "texts": forms.has("t")}
    plain = f"{variable}.{quoted(under)}"
    folded = f"coalesce({variable}.{quoted(FOLDED + under)}, {plain})" if forms.has("f") else plain
    if not forms.many:
        return Value(plain, folded, **kinds)
    shown, folded = f"coalesce([] + {plain}, [])", f"coalesce([] + {folded}, [])"
    if forms.has("m"):
        shown = f"{shown} + {_decode(variable, MIXED + under)}"
        folded = f"{folded} + {_decode(variable, COMPARED + under)}"
        shown, folded = f"({shown})", f"({folded})"
    return Value(shown, folded, many=True, **kinds)


def _decode(variable: str, under: str) -> str:
    return f"[m IN coalesce({variable}.{quoted(under)}, []) | {DECODED.format(v='m')}]"
