"""Compiles `agents/query.py` Match values to Cypher. Everything that a query names travels as a parameter, but for
labels, relationship types and properties, which are quoted; its own variables' names are never used.

The statement gives the solutions first, then groups them by the plain columns (so rows are distinct), then filters,
orders and cuts. A row carries the edges of one of its solutions: the least list of keys, which are of one row.
"""

from collections.abc import Sequence

from agents.errors import QueryError
from agents.graphs.cypher_columns import Columns
from agents.graphs.cypher_joins import Body
from agents.graphs.cypher_values import NUMBER, Layout
from agents.graphs.cypher_words import Params
from agents.graphs.statement import (
    MOST,
    Statement,
    aggregates,
    is_edge,
    late_names,
    names_in,
    proof_of,
    variables_of,
)
from agents.query import Having, Match, Order, Pattern


def compile_match(query: Match, layout: Layout, most: int, proved: bool = True) -> Statement:
    """Compile a Match of which at most `most` rows are wanted; raise QueryError for what cannot be.

    Rows that need not be `proved` come without proofs and, where the query has no order, in any order.
    """
    return _Core(query, layout).statement(most, proved)


class _Core:
    """One Match being compiled."""

    def __init__(self, query: Match, layout: Layout) -> None:
        self.query = query
        self.layout = layout
        self.params: Params = layout.params
        self.variables = [each.name for each in (*query.variables, *variables_of(query.optional))]
        patterns = (*query.patterns, *(each for group in query.optional for each in group.patterns))
        self.proofs = tuple(proof_of(at, each, self.variables) for at, each in enumerate(patterns))
        self.named = {each.name: each for each in patterns if each.name}
        self.aggregates = aggregates(query)
        self._edge_names: dict[int, str] = {}
        self.before: list[str] = []
        self.body = Body(layout, self.params, self._edge_name, self._among)
        self._solve()
        self.columns = Columns(layout, self.params, self._source)

    def statement(self, most: int, proved: bool) -> Statement:
        """Return the whole statement."""
        columns = tuple(self.columns.column(each) for each in self.query.returns)
        parameters = self.params.values
        if not proved:
            text = self._text(most + 1, sort=bool(self.query.order), proved=False)
            return Statement(text, parameters, columns, (), self.aggregates)
        text = self._text(most + 1, sort=True, proved=True)
        evidence, narrowed = self._evidence() if self.aggregates and self.proofs else ("", False)
        return Statement(text, parameters, columns, self.proofs, self.aggregates, evidence, narrowed)

    def as_set(self, name: str) -> list[str]:
        """Return the subquery that gives the nodes of the first column as a list called `name`."""
        first = self.query.returns[0]
        if first.key or first.aggregate or first.variable not in self.variables:
            raise QueryError(f"The first column of an inner query is a node, and '{first.label}' is none.")
        cuts = self.query.limit is not None and (self.query.order or not self.query.ties)
        lines = self._rows(None, sort=bool(cuts), proved=False)
        return ["CALL () {", *self.before, *lines, f"RETURN collect(DISTINCT c0) AS {name}", "}"]

    # --- the solutions ---

    def _solve(self) -> None:
        """Write the clauses that give the solutions."""
        query, late, body = self.query, late_names(self.query), self.body
        body.solve(
            query.variables,
            [each for each in query.patterns if not {each.source, each.target} & late],
            [each for each in query.conditions if not names_in(each) & late],
        )
        for group in query.optional:
            body.left_join(group)
        patterns = [each for each in query.patterns if {each.source, each.target} & late]
        body.solve((), patterns, [each for each in query.conditions if names_in(each) & late])
        for group in query.without:
            body.without(group)

    def _among(self, inner: Match) -> str:
        name = self.params.name("a")
        self.before += _Core(inner, self.layout).as_set(name)
        return name

    def _edge_name(self, pattern: Pattern) -> str:
        if id(pattern) not in self._edge_names:
            self._edge_names[id(pattern)] = self.params.name("e")
        return self._edge_names[id(pattern)]

    def _source(self, name: str) -> tuple[str, bool]:
        """Return the variable of a name, and whether it is an edge's."""
        if name in self.variables:
            return self.body.nodes[name], False
        if name in self.named:
            if not is_edge(self.named[name]):
                raise QueryError(f"'{name}' is a pattern of several hops and has no edge of its own.")
            return self._edge_name(self.named[name]), True
        raise QueryError(f"'{name}' belongs to a group that must not hold; it cannot be returned.")

    # --- the rows ---

    def _text(self, most: int | None, sort: bool, proved: bool) -> str:
        parts = [f"{self.columns.final(f'c{at}', each)} AS c{at}" for at, each in enumerate(self.query.returns)]
        if proved and self.aggregates:
            parts.append("edges")
        elif proved:
            parts += [f"proof[{at}] AS p_{column}" for at, column in enumerate(self._proof_columns())]
        lines = [*self.before, *self._rows(most, sort, proved), f"RETURN {', '.join(parts)}"]
        return "\n".join(lines)

    def _rows(self, most: int | None, sort: bool, proved: bool) -> list[str]:
        """Return the clauses that give the rows, nodes and edges as themselves."""
        query = self.query
        unwound: list[str] = []
        plain = [None if each.aggregate else self.columns.plain(each, unwound) for each in query.returns]
        alone = len(self.variables) == 1 and not self.proofs and not unwound and not query.without
        parts = [
            f"{text or self.columns.aggregate(each.aggregate or '', each.variable, each.key, alone)} AS c{at}"
            for at, (text, each) in enumerate(zip(plain, query.returns, strict=True))
        ]
        orders = query.order if sort else ()
        parts += [f"{self.columns.ordered(each)} AS o{at}" for at, each in enumerate(orders)]
        parts += [
            f"{self.columns.aggregate(each.aggregate, each.variable, each.key, alone)} AS h{at}"
            for at, each in enumerate(query.having)
        ]
        grouped = len(parts) > len([each for each in plain if each])
        extra = self._proof_part() if proved else ""
        distinct = "" if grouped or extra else "DISTINCT "
        lines = [*self.body.lines, *unwound, f"WITH {distinct}{', '.join([*parts, extra] if extra else parts)}"]
        if query.having:
            lines.append(f"WHERE {' AND '.join(self._having(at, each) for at, each in enumerate(query.having))}")
        return lines + self._sorted_and_cut(orders, most, sort, extra)

    def _sorted_and_cut(self, orders: Sequence[Order], most: int | None, sort: bool, extra: str) -> list[str]:
        query = self.query
        if not sort:
            limit = most if query.ties else self._cut(most)  # without an order all rows tie
            return [] if limit is None else ["WITH *", f"LIMIT {self.params.add(limit)}"]
        keys = [part for at, each in enumerate(orders) for part in _order(f"o{at}", each)]
        keys += [part for at, each in enumerate(query.returns) for part in self.columns.tie_break(f"c{at}", each)]
        lines = ["WITH *", f"ORDER BY {', '.join(keys)}"]
        if not orders and query.limit is None and most and most > MOST:
            # so many are never read whole: any of them will do, and no more are sorted than are fetched
            return ["WITH *", *self._limit(most), *lines]
        if query.ties and query.limit is not None:
            return [*lines, *self._ties(orders, query.limit, extra), *self._limit(most)]
        return lines + self._limit(self._cut(most), after_order=True)

    def _ties(self, orders: Sequence[Order], limit: int, extra: str) -> list[str]:
        """Keep as many rows as the limit says, and those that the order leaves equal to the last."""
        names = [f"c{at}" for at in range(len(self.query.returns))]
        names += [extra.rpartition(" AS ")[2]] if extra else []
        keys = ", ".join(f"o{at} IS NULL, coalesce(o{at}, 0)" for at in range(len(orders)))
        row = ", ".join([*(f"{name}: {name}" for name in names), f"k: [{keys}]"])
        least = self.params.add(limit)
        return [
            f"WITH collect({{{row}}}) AS rows",
            "UNWIND range(0, size(rows) - 1) AS at",
            f"WITH at, rows[at] AS row, rows[{least} - 1].k AS last",
            f"WHERE at < {least} OR row.k = last",
            f"WITH at, {', '.join(f'row.{name} AS {name}' for name in names)} ORDER BY at",
        ]

    def _limit(self, most: int | None, after_order: bool = False) -> list[str]:
        if most is None:
            return []
        return [f"LIMIT {self.params.add(most)}"]

    def _cut(self, most: int | None) -> int | None:
        limits = [each for each in (self.query.limit, most) if each is not None]
        return min(limits, default=None)

    def _having(self, at: int, each: Having) -> str:
        number = f"h{at} IS :: {NUMBER}"
        sign = "<>" if each.operator == "!=" else each.operator
        return f"{number} AND h{at} {sign} {self.params.add(each.value)}"

    # --- proofs ---

    def _proof_part(self) -> str:
        if not self.proofs:
            return "count(null) AS edges" if self.aggregates else ""  # a constant would be part of the group
        if self.aggregates:
            counts = [f"count(DISTINCT {self._edge_name(each.pattern)})" for each in self.proofs if each.edge]
            return f"{' + '.join(counts) or 'count(null)'} AS edges"
        keys = [f"coalesce({each}, -1)" for each in self._proof_keys()]
        return f"min([{', '.join(keys)}]) AS proof"

    def _proof_columns(self) -> list[str]:
        return list(dict.fromkeys(column for proof in self.proofs for column in proof.columns))

    def _proof_keys(self) -> list[str]:
        """Return the keys behind the proofs' columns."""
        edges = {each.edge: self.layout.edge_key(self._edge_name(each.pattern)) for each in self.proofs if each.edge}
        nodes = {f"v{at}": self.body.nodes[name] for at, name in enumerate(self.variables)}
        return [edges.get(each) or self.layout.node_key(nodes[each]) for each in self._proof_columns()]

    def _evidence(self) -> tuple[str, bool]:
        """Return the statement that gives the proofs of all solutions, and whether it is narrowed."""
        plain = [each for each in self.query.returns if not each.aggregate]
        narrowed = bool(plain) and not plain[0].key and not self._source(plain[0].variable)[1]
        unwound: list[str] = []
        parts = [self.columns.final(self.columns.plain(each, unwound), each) for each in plain]
        parts = [f"{each} AS c{at}" for at, each in enumerate(parts)]
        columns = zip(self._proof_keys(), self._proof_columns(), strict=True)
        parts += [f"{key} AS p_{column}" for key, column in columns]
        only = [f"WITH * WHERE {self.layout.node_key(self._source(plain[0].variable)[0])} IN $only"] if narrowed else []
        lines = [*self.before, *self.body.lines, *unwound, *only, f"RETURN {', '.join(parts)}"]
        return "\n".join(lines), narrowed


def _order(name: str, order: Order) -> list[str]:
    """Return what rows are sorted by: missing values last either way, numbers before texts."""
    way = " DESC" if order.descending else ""
    return [f"{name} IS NULL", f"{name} IS :: STRING NOT NULL{way}", f"{name}{way}"]
