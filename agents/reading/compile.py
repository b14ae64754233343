"""A meaning becomes one query of `agents.query`."""

from dataclasses import dataclass, field
from typing import Any

from agents.model import Schema
from agents.query import MAX_HOPS, Condition, Direction, Group, Having, Match, Order, Pattern, Ref, Return, Var
from agents.reading.meaning import (
    Against,
    Both,
    ButNot,
    Counted,
    Either,
    Joined,
    Kind,
    Meaning,
    Measure,
    Most,
    Result,
    Shared,
    Tally,
    Things,
    Total,
    Values,
    Where,
    parts_of_both,
)


def compile_meaning(result: Result, schema: Schema) -> Match:
    """Return the Match whose first column is what the meaning denotes (a node, a value, or a number)."""
    draft = _Draft(schema)
    match result:
        case Values(source, key, relation):
            variable, has = draft.place_with(source, relation)
            draft.returns = [Return(variable=has, key=key), Return(variable=variable)]
            draft.conditions.append(Condition(variable=has, key=key, operator="exists"))
        case Total(source, aggregate, key, relation):
            _, has = draft.place_with(source, relation)
            draft.returns = [Return(variable=has, key=key, aggregate=aggregate)]
        case Shared():
            draft.group(result)
        case Most():
            draft.rank(result.of_the_rest)
        case Counted() | Tally():
            draft.rank(result)
        case _:
            draft.returns = [Return(variable=draft.place(result))]
    return draft.match()


@dataclass
class _Draft:
    """A query under construction."""

    schema: Schema
    variables: dict[str, Var] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    without: list[Group] = field(default_factory=list)
    optional: list[Group] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)
    having: list[Having] = field(default_factory=list)
    order: list[Order] = field(default_factory=list)
    limit: int | None = None
    prefix: str = "x"
    made: int = 0

    def match(self) -> Match:
        return Match(
            variables=tuple(self.variables.values()),
            patterns=tuple(self.patterns),
            conditions=tuple(self.conditions),
            without=tuple(self.without),
            optional=tuple(self.optional),
            returns=tuple(self.returns),
            having=tuple(self.having),
            order=tuple(self.order),
            limit=self.limit,
            ties=self.limit is not None,
        )

    def place(self, meaning: Meaning) -> str:
        """Add a new variable that ranges over the meaning; return its name."""
        variable = self.fresh()
        self.constrain(variable, meaning)
        return variable

    def place_with(self, meaning: Meaning, relation: str) -> tuple[str, str]:
        """Add a variable for the meaning; return it, and what has the properties: itself, or the edge that joins it."""
        variable = self.fresh()
        if not relation:
            self.constrain(variable, meaning)
            return variable, variable
        parts = parts_of_both(meaning)
        joined = next(part for part in parts if isinstance(part, Joined) and part.relation == relation)
        edge = self._join(variable, self.place(joined.source), joined, named=True)
        for part in parts:
            if part is not joined:
                self.constrain(variable, part)
        return variable, edge

    def fresh(self) -> str:
        self.made += 1
        name = f"{self.prefix}{self.made}"
        self.variables[name] = Var(name=name)
        return name

    def constrain(self, variable: str, meaning: Meaning) -> None:
        """Narrow a variable to the meaning's members."""
        match meaning:
            case Things(ids):
                self._narrow(variable, ids=ids)
            case Kind(ids=ids) if ids:
                self._narrow(variable, ids=ids)
            case Kind(type, relations):
                self._narrow(variable, types=(type,) if type else ())
                if relations:
                    self.patterns.append(Pattern(source=variable, target=self.fresh(), relations=relations))
            case Joined(source):
                self._join(variable, self.place(source), meaning)
            case Both(parts):
                for part in parts:
                    self.constrain(variable, part)
            case Either(parts):
                self._among(variable, tuple(compile_meaning(part, self.schema) for part in parts))
            case ButNot(source, other):
                self.constrain(variable, source)
                self.without.append(self._group(variable, other))
            case Where(source, key, operator, value):
                self.constrain(variable, source)
                self.conditions.append(Condition(variable=variable, key=key, operator=operator, value=value))
            case Against(source, key, operator, other):
                self.constrain(variable, source)
                ref = Ref(variable=self.place(other), key=key)
                self.conditions.append(Condition(variable=variable, key=key, operator=operator, value=ref))
            case Most() | Counted():
                self._among(variable, (compile_meaning(meaning, self.schema),))

    def group(self, shared: Shared) -> None:
        """Return the values of a property by how many have each."""
        variable = self.place(shared.source)
        self.returns = [
            Return(variable=variable, key=shared.key),
            Return(variable=variable, key=shared.of, aggregate=shared.aggregate, name="number"),
        ]
        self.conditions.append(Condition(variable=variable, key=shared.key, operator="exists"))
        if shared.operator:
            bounds = [(shared.operator, shared.number), *([("<=", shared.upper)] if shared.upper is not None else [])]
            self.having = [Having(variable=variable, aggregate="count", operator=op, value=n) for op, n in bounds]
        else:
            by = Order(variable=variable, key=shared.of, aggregate=shared.aggregate, descending=shared.descending)
            self.order, self.limit = [by], shared.count or None

    def rank(self, meaning: Most | Counted | Tally) -> None:
        """Order, or filter, the whole query by a measure."""
        measure = meaning.measure
        variable, has = self.place_with(meaning.source, measure.relation if measure.key else "")
        self.returns = [Return(variable=variable)]
        if measure.key and isinstance(meaning, Most):
            self.returns.append(Return(variable=has, key=measure.key))
            self.conditions.append(Condition(variable=has, key=measure.key, operator="exists"))
            self.order = [Order(variable=has, key=measure.key, descending=meaning.descending)]
        else:
            counted = self._counted(variable, measure, _wants_zero(meaning))
            number = _number(meaning)
            self.returns.append(Return(variable=counted, **number, name="number"))
            if isinstance(meaning, Counted):
                self.having = [
                    Having(variable=counted, aggregate="count", operator=meaning.operator, value=meaning.number)
                ]
            else:
                descending = meaning.descending if isinstance(meaning, Most) else True
                self.order = [Order(variable=counted, **number, descending=descending)]
        if isinstance(meaning, Most):
            self.limit = meaning.count

    def _counted(self, variable: str, measure: Measure, zero: bool) -> str:
        """Add the variable that is counted for each `variable`; in an optional group where none counts too."""
        inner = self._inner("c")
        counted = inner.place(measure.among or Kind(""))
        pattern = self._pattern(variable, counted, measure.relation, measure.out)
        if zero:
            self.optional.append(
                Group(
                    variables=tuple(inner.variables.values()),
                    patterns=(pattern, *inner.patterns),
                    conditions=tuple(inner.conditions),
                )
            )
        else:
            self.variables.update(inner.variables)
            self.patterns += [pattern, *inner.patterns]
            self.conditions += inner.conditions
        return counted

    def _group(self, variable: str, meaning: Meaning) -> Group:
        inner = self._inner(f"n{len(self.without)}_")
        if isinstance(meaning, Joined):
            source = inner.place(meaning.source)
            inner.patterns.append(self._pattern(source, variable, meaning.relation, meaning.out, meaning.hops))
        else:
            other = inner.place(meaning)
            ref = Ref(variable=other, key="id")
            inner.conditions.append(Condition(variable=variable, key="id", operator="=", value=ref))
        return Group(
            variables=tuple(inner.variables.values()),
            patterns=tuple(inner.patterns),
            conditions=tuple(inner.conditions),
        )

    def _inner(self, prefix: str) -> "_Draft":
        return _Draft(self.schema, prefix=f"{self.prefix}{self.made}{prefix}")

    def _narrow(self, variable: str, ids: tuple[str, ...] = (), types: tuple[str, ...] = ()) -> None:
        known = self.variables[variable]
        if (not ids or ids == known.ids) and (not types or types == known.types):
            return
        if (ids and known.ids) or (types and known.types):
            other = self.fresh()
            self._narrow(other, ids, types)
            self._same(variable, other)
        else:
            update = {"ids": ids or known.ids, "types": types or known.types}
            self.variables[variable] = known.model_copy(update=update)

    def _among(self, variable: str, matches: tuple[Match, ...]) -> None:
        if self.variables[variable].among:
            other = self.fresh()
            self._among(other, matches)
            self._same(variable, other)
        else:
            self.variables[variable] = self.variables[variable].model_copy(update={"among": matches})

    def _same(self, one: str, other: str) -> None:
        self.conditions.append(Condition(variable=one, key="id", operator="=", value=Ref(variable=other, key="id")))

    def _join(self, variable: str, source: str, joined: Joined, named: bool = False) -> str:
        """Add the edge that joins; return its name, "" where nothing speaks of it."""
        pattern = self._pattern(source, variable, joined.relation, joined.out, joined.hops)
        name = f"{self.prefix}e{len(self.patterns)}" if named or joined.said else ""
        self.patterns.append(pattern.model_copy(update={"name": name}))
        for said in joined.said:
            self.conditions.append(Condition(variable=name, key=said.key, operator=said.operator, value=said.value))
        return name

    def _pattern(self, source: str, target: str, relation: str, out: bool, hops: int = 1) -> Pattern:
        declared = self.schema.relation(relation)
        direction: Direction = "both" if declared and declared.symmetric else "out" if out else "in"
        relations = (relation,) if relation else ()
        if not relation:
            direction = "both"
        return Pattern(
            source=source, target=target, relations=relations, direction=direction, max_hops=min(hops, MAX_HOPS)
        )


def _number(meaning: Most | Counted | Tally) -> dict[str, Any]:
    """Return what is reckoned of what a measure counts: how many there are, or a total of what they say."""
    total = meaning.aggregate if isinstance(meaning, Tally) else "count"
    return {"aggregate": total, "key": meaning.of if isinstance(meaning, Tally) else ""}


def _wants_zero(meaning: Most | Counted | Tally) -> bool:
    if isinstance(meaning, Tally):
        return False
    if isinstance(meaning, Most):
        return not meaning.descending
    return meaning.operator in ("<", "<=", "!=") or (meaning.operator == "=" and meaning.number == 0)
