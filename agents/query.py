"""The graph query language: values that the planner writes and the stores' compilers read.

A `Match` is a set-valued question. Its meaning, which every store shares:

- `variables` range over the nodes of one graph; each is narrowed by `ids`, by `types`, and by `among`
  (the nodes that any of these other Matches returns in its first column).
- `patterns` and `conditions` must all hold. A pattern with `max_hops` above 1 holds where a walk of
  `min_hops` to `max_hops` edges of its relations leads from `source` to `target`.
- each `Group` in `without` must have no solution; each in `optional` is a left join: it binds its own
  variables where it can and leaves them empty where it cannot.
- `returns` without aggregates give distinct rows. With an aggregate, the plain columns are the group and
  the aggregate ranges over the *distinct nodes* of its variable in the group; empty variables count 0.
  An aggregate with no plain column gives one row, also over nothing (count 0; the others None).
- `having` filters groups; `order` sorts; `limit` cuts, and with `ties` keeps all rows equal to the last.
  Rows that `order` leaves equal are sorted by their columns' ids or values, so answers are the same twice.
- a Condition compares `variable.key` with a value or with another variable's key (`Ref`). Keys `id`,
  `type`, `name`, `description` are the node's own; `name` also looks at aliases for `=` and `in`. Text is
  compared without regard to case; numbers as numbers; a missing property satisfies only `missing`, and an empty
  description is missing. Values of different kinds are not equal and neither is the greater. Of a property with
  several values one must satisfy the operator; for `!=` none may be equal.
  `variable` may name a pattern of one hop: then the key is the edge's (`relation`, or a property).
- a column of a property with several values gives a row for each; a missing one is None. `count` of a key counts
  the nodes that have it; `sum` and `average` pass over texts; `min` and `max` put numbers before texts.
- patterns and conditions of the Match itself that name a variable of an optional group are looked at after it.
- `order` sorts a group by its least value, descending by its greatest, missing values last either way; no key
  means the name. Sorting puts numbers before texts.

JSON in, JSON out: `query_from_json(query_to_json(q)) == q`; a bad value raises QueryError naming what is wrong.
"""

from typing import Annotated, Any, Literal, Self, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from agents.errors import QueryError, did_you_mean

MAX_HOPS = 32
Scalar = Union[bool, int, float, str]
Operator = Literal["=", "!=", "<", "<=", ">", ">=", "in", "contains", "starts", "exists", "missing"]
Aggregate = Literal["count", "min", "max", "sum", "average"]
Direction = Literal["out", "in", "both"]


class QueryValue(BaseModel):
    """A part of a query: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Var(QueryValue):
    """A variable over nodes. Empty `ids` or `types`: any."""

    name: str
    ids: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    among: "tuple[Match, ...]" = ()


class Pattern(QueryValue):
    """source -relations-> target ("out"), <- ("in") or either way ("both"). No relations: any."""

    source: str
    target: str
    relations: tuple[str, ...] = ()
    direction: Direction = "out"
    min_hops: int = Field(default=1, ge=0, le=MAX_HOPS)
    max_hops: int = Field(default=1, ge=1, le=MAX_HOPS)
    name: str = ""

    @model_validator(mode="after")
    def _hops_are_in_order(self) -> Self:
        if self.min_hops > self.max_hops:
            raise ValueError(f"min_hops {self.min_hops} is more than max_hops {self.max_hops}")
        return self


class Ref(QueryValue):
    """Another variable's property, as the right side of a condition."""

    variable: str
    key: str


class Condition(QueryValue):
    """variable.key operator value. `in` takes a tuple; `exists` and `missing` take no value."""

    variable: str
    key: str
    operator: Operator
    value: Scalar | tuple[Scalar, ...] | Ref | None = None


class Group(QueryValue):
    """Patterns and conditions that must not hold together (`without`), or may (`optional`)."""

    variables: tuple[Var, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    conditions: tuple[Condition, ...] = ()


class Return(QueryValue):
    """A column: a node (no key), one of its values, or an aggregate of either, called `name`."""

    variable: str
    key: str = ""
    aggregate: Aggregate | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """The column's name: as given, else made of its parts ("count_x_population")."""
        return self.name or "_".join(part for part in (self.aggregate, self.variable, self.key) if part)


class Order(QueryValue):
    """Sort by a variable's key, or by an aggregate of the group."""

    variable: str
    key: str = ""
    aggregate: Aggregate | None = None
    descending: bool = False


class Having(QueryValue):
    """Keep the groups whose aggregate compares so with a number."""

    variable: str
    aggregate: Aggregate
    operator: Literal["=", "!=", "<", "<=", ">", ">="]
    value: float
    key: str = ""


class Match(QueryValue):
    """A set-valued question about one graph; see the module's docstring for its meaning."""

    kind: Literal["match"] = "match"
    variables: tuple[Var, ...]
    patterns: tuple[Pattern, ...] = ()
    conditions: tuple[Condition, ...] = ()
    without: tuple[Group, ...] = ()
    optional: tuple[Group, ...] = ()
    returns: tuple[Return, ...]
    having: tuple[Having, ...] = ()
    order: tuple[Order, ...] = ()
    limit: int | None = Field(default=None, ge=1)
    ties: bool = False

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        _check_names(self)
        return self


class Paths(QueryValue):
    """The `k` shortest loopless paths from any of `sources` to any of `targets`, at most `max_hops` long.

    Where all of these are equally short, `ties` brings the others that are as short, too, up to 50 in all.
    """

    kind: Literal["paths"] = "paths"
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    relations: tuple[str, ...] = ()
    direction: Direction = "both"
    max_hops: int = Field(default=6, ge=1, le=MAX_HOPS)
    k: int = Field(default=3, ge=1, le=50)
    ties: bool = False


class Neighbourhood(QueryValue):
    """Everything within `hops` of `ids`, nearest first, at most `limit` nodes."""

    kind: Literal["neighbourhood"] = "neighbourhood"
    ids: tuple[str, ...]
    hops: int = Field(default=1, ge=0, le=4)
    relations: tuple[str, ...] = ()
    limit: int = Field(default=100, ge=1, le=5000)


class Describe(QueryValue):
    """All that is known of nodes: their fields and their edges, grouped by relation."""

    kind: Literal["describe"] = "describe"
    ids: tuple[str, ...]
    limit: int = Field(default=200, ge=1, le=5000)


Query = Annotated[Union[Match, Paths, Neighbourhood, Describe], Field(discriminator="kind")]
_ANY: TypeAdapter[Any] = TypeAdapter(Query)


def query_to_json(query: "Match | Paths | Neighbourhood | Describe") -> dict[str, Any]:
    """Return the query's JSON form, without what is at its default (but with its kind)."""
    return {"kind": query.kind, **query.model_dump(mode="json", exclude_defaults=True)}


def query_from_json(data: Any) -> "Match | Paths | Neighbourhood | Describe":
    """Read a query from its JSON form; raise QueryError naming the part that is wrong."""
    try:
        return _ANY.validate_python(data)  # type: ignore[no-any-return]
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "query"
        raise QueryError(f"The query's '{where}' is not right: {first['msg']}.") from error


def _check_names(match: Match) -> None:
    if not match.returns:
        raise ValueError("a Match returns at least one column")
    groups = (*match.without, *match.optional)
    names = [each.name for each in match.variables]
    names += [each.name for group in groups for each in group.variables]
    patterns = [*match.patterns, *(each for group in groups for each in group.patterns)]
    edges = [each.name for each in patterns if each.name]
    if doubles := sorted({name for name in names + edges if (names + edges).count(name) > 1}):
        raise ValueError(f"'{doubles[0]}' is declared twice")
    for pattern in patterns:
        _known(pattern.source, names)
        _known(pattern.target, names)
    for condition in [*match.conditions, *(each for group in groups for each in group.conditions)]:
        _known(condition.variable, names + edges)
        if isinstance(condition.value, Ref):
            _known(condition.value.variable, names + edges)
    columns: tuple[Return | Order | Having, ...] = (*match.returns, *match.order, *match.having)
    for column in columns:
        _known(column.variable, names + edges)


def _known(name: str, names: list[str]) -> None:
    if name not in names:
        raise ValueError(f"unknown variable '{name}'{did_you_mean(name, names)}")
