"""Compiles `agents/query.py` Match values to SQL. Everything that a query names travels as a parameter.

The statement has three layers: `s` has a row for each solution, `g` groups them by the plain columns (so rows
are distinct), and the last one filters, orders and cuts. A row of `g` also carries the edges of one of its
solutions: in a grouped query SQLite takes plain columns together from one row.

Where neither proofs nor an order are wanted, distinct rows are read as they come instead: a LIMIT then stops early.
"""

from collections.abc import Iterable

from agents.errors import QueryError
from agents.graphs.sql_columns import Columns
from agents.graphs.sql_index import from_index
from agents.graphs.sql_joins import Body
from agents.graphs.sql_words import Params, Words
from agents.graphs.statement import MOST, Statement, aggregates, late_names, names_in, once, proof_of, variables_of
from agents.query import Group, Match, Order


def compile_match(query: Match, words: Words, most: int, proved: bool = True) -> Statement:
    """Compile a Match of which at most `most` rows are wanted; raise QueryError for what cannot be.

    Rows that need not be `proved` come without proofs and, where the query has no order, in any order.
    """
    return _Core(query, words, Params()).statement(most, proved)


def first_column(query: Match, words: Words, params: Params) -> str:
    """Compile the nodes of a Match's first column, as a subquery."""
    first = query.returns[0]
    core = _Core(query, words, params)
    if first.key or first.aggregate or first.variable not in core.variables:
        raise QueryError(f"The first column of an inner query is a node, and '{first.label}' is none.")
    return f"SELECT c0 FROM ({core.as_set()})"


class _Core:
    """One Match being compiled."""

    def __init__(self, query: Match, words: Words, params: Params) -> None:
        self.query = query
        self.words = words
        self.params = params
        self.variables = [each.name for each in (*query.variables, *variables_of(query.optional))]
        patterns = (*query.patterns, *(each for group in query.optional for each in group.patterns))
        self.proofs = tuple(proof_of(at, each, self.variables) for at, each in enumerate(patterns))
        self.named = {each.name: each for each in patterns if each.name}
        self.columns = Columns(words, params, self._source)
        self.solutions = " UNION ALL ".join(self._solutions(body) for body in self._bodies())
        self.aggregates = aggregates(query)

    def statement(self, most: int, proved: bool) -> Statement:
        """Return the whole statement."""
        columns = tuple(self.columns.column(each) for each in self.query.returns)
        sql = from_index(self.query, self.words, self.params, self._limit(self._cut(most + 1)))
        if sql and (self.aggregates or not proved):
            return Statement(sql, self.params.values, columns, (), self.aggregates)
        if not proved:
            sql = self._final(most + 1, with_proofs=False) if self.query.order else self._unsorted(most + 1)
            return Statement(sql, self.params.values, columns, (), self.aggregates)
        sql = self._final(most + 1, with_proofs=True)
        plain = [each for each in self.query.returns if not each.aggregate]
        evidence, narrowed = "", False
        if self.aggregates and self.proofs:
            first = plain[0] if plain else None
            narrowed = first is not None and not first.key
            evidence = self._evidence(narrowed)
        return Statement(sql, self.params.values, columns, self.proofs, self.aggregates, evidence, narrowed)

    # --- s: the solutions ---

    def _bodies(self) -> list[Body]:
        """Return the ways in which solutions arise: each optional group holds, or is left empty."""
        query = self.query
        late = late_names(query)
        first = Body(
            self.words, self.params, _compared(query), lambda inner: first_column(inner, self.words, self.params)
        )
        first.solve(
            query.variables,
            [each for each in query.patterns if not {each.source, each.target} & late],
            [each for each in query.conditions if not names_in(each) & late],
        )
        bodies = [first]
        for group in query.optional:
            bodies = [each for body in bodies for each in _with_and_without(body, group)]
        for body in bodies:
            self._finish(body, late)
        return bodies

    def _finish(self, body: Body, late: set[str]) -> None:
        """Add what looks at optional variables, and what must not be."""
        query = self.query
        patterns = [each for each in query.patterns if {each.source, each.target} & late]
        body.solve((), patterns, [each for each in query.conditions if names_in(each) & late])
        body.tests += [body.without(group) for group in query.without]

    def _solutions(self, body: Body) -> str:
        columns = [f"{body.keys[name]} AS v{at}" for at, name in enumerate(self.variables)]
        for proof in self.proofs:
            if proof.edge:
                edge = body.proofs.get(id(proof.pattern))
                columns.append(f"{edge}.key AS {proof.edge}" if edge else f"NULL AS {proof.edge}")
        return body.select(", ".join(columns))

    def _source(self, name: str) -> tuple[str, bool]:
        """Return the column of `s` that has a variable's key, and whether it is an edge's."""
        if name in self.variables:
            return f"s.v{self.variables.index(name)}", False
        for proof in self.proofs:
            if proof.pattern.name == name and proof.edge:
                return f"s.{proof.edge}", True
        if name in self.named:
            raise QueryError(f"'{name}' is a pattern of several hops and has no edge of its own.")
        raise QueryError(f"'{name}' belongs to a group that must not hold; it cannot be returned.")

    # --- g and the end ---

    def as_set(self) -> str:
        """Return the statement that gives all rows, for whom their order is nothing."""
        cuts = self.query.limit is not None and (self.query.order or not self.query.ties)
        return self._final(None, with_proofs=False) if cuts else self._unsorted(None)

    def _unsorted(self, most: int | None) -> str:
        """Return the statement that gives at most `most` rows, in no order: any where there are more."""
        cut = self._limit(most if self.query.ties else self._cut(most))  # without an order all rows tie
        if self.aggregates:
            grouped = self._grouped(with_proofs=False)
            return f"WITH s AS ({self.solutions}), g AS ({grouped}) SELECT * FROM g{self._having()}{cut}"
        joins: list[str] = []
        parts = [f"{self.columns.returned(each, joins, False)} AS c{at}" for at, each in enumerate(self.query.returns)]
        return f"WITH s AS ({self.solutions}) SELECT DISTINCT {', '.join(parts)} FROM s{''.join(joins)}{cut}"

    def _having(self) -> str:
        having = " AND ".join(
            f"h{at} {each.operator} {self.params.add(each.value)} AND typeof(h{at}) <> 'text'"
            for at, each in enumerate(self.query.having)
        )
        return f" WHERE {having}" if having else ""

    def _final(self, most: int | None, with_proofs: bool) -> str:
        """Return the statement that gives at most `most` rows, sorted."""
        grouped = self._grouped(with_proofs)
        order = ", ".join(self._order(f"o{at}", each) for at, each in enumerate(self.query.order))
        last = ", ".join([order] * bool(order) + self._tie_breaks())
        where = self._having()
        start = f"WITH s AS ({self.solutions}), g AS ({grouped}) "
        cut = self._cut(most)
        if self.query.ties and self.query.limit is not None:
            over = f"ORDER BY {order}" if order else ""
            ranked = f"SELECT *, rank() OVER ({over}) AS place FROM g{where}"
            least = self.params.add(self.query.limit)
            return f"{start}SELECT * FROM ({ranked}) WHERE place <= {least} ORDER BY {last}{self._limit(most)}"
        if not order and self.query.limit is None and cut and cut > MOST:
            # so many are never read whole: any of them will do, and no more are sorted than are fetched (the outer
            # limit keeps SQLite from taking both for one statement, which it would sort whole)
            few = f"SELECT * FROM g{where}{self._limit(cut)}"
            return f"{start}SELECT * FROM ({few}) ORDER BY {last}{self._limit(cut)}"
        return f"{start}SELECT * FROM g{where} ORDER BY {last}{self._limit(cut)}"

    def _cut(self, most: int | None) -> int | None:
        limits = [each for each in (self.query.limit, most) if each is not None]
        return min(limits, default=None)

    def _limit(self, most: int | None) -> str:
        return "" if most is None else f" LIMIT {self.params.add(most)}"

    def _grouped(self, with_proofs: bool) -> str:
        query, columns = self.query, self.columns
        several = any(each.key and not each.aggregate for each in query.returns)  # values: a row for each
        alone = once(query) and not several
        joins: list[str] = []
        parts = [f"{columns.returned(each, joins, alone)} AS c{at}" for at, each in enumerate(query.returns)]
        parts += [f"{columns.ordered(each, alone)} AS o{at}" for at, each in enumerate(query.order)]
        parts += [
            f"{columns.aggregate(each.aggregate, each.variable, each.key, alone)} AS h{at}"
            for at, each in enumerate(query.having)
        ]
        if with_proofs:
            parts += self._proof_parts()
        plain = [f"c{at}" for at, each in enumerate(query.returns) if not each.aggregate]
        group = f" GROUP BY {', '.join(plain)}" if plain else ""
        return f"SELECT {', '.join(parts)} FROM s{''.join(joins)}{group}"

    def _proof_parts(self) -> list[str]:
        if not self.aggregates:
            return [f"s.{column} AS {self._proof_name(column)}" for column in self._proof_columns()]
        once_each = "" if once(self.query) and len(self.query.returns) == 1 else "DISTINCT "
        counts = [f"count({once_each}s.{proof.edge})" for proof in self.proofs if proof.edge]
        return [f"{' + '.join(counts) or '0'} AS edges"]

    def _proof_columns(self) -> list[str]:
        return list(dict.fromkeys(column for proof in self.proofs for column in proof.columns))

    def _proof_name(self, column: str) -> str:
        return f"p_{column}"

    def _evidence(self, narrowed: bool) -> str:
        joins: list[str] = []
        plain = [each for each in self.query.returns if not each.aggregate]
        parts = [f"{self.columns.returned(each, joins, False)} AS c{at}" for at, each in enumerate(plain)]
        parts += [f"s.{column} AS p_{column}" for column in self._proof_columns()]
        where = " WHERE c0 IN (SELECT value FROM json_each(:only))" if narrowed else ""
        return f"WITH s AS ({self.solutions}) SELECT {', '.join(parts)} FROM s{''.join(joins)}{where}"

    def _order(self, column: str, order: Order) -> str:
        return f"{column} {'DESC' if order.descending else 'ASC'} NULLS LAST"

    def _tie_breaks(self) -> list[str]:
        return [part for at, each in enumerate(self.query.returns) for part in self.columns.tie_break(f"c{at}", each)]


def _with_and_without(body: Body, group: Group) -> Iterable[Body]:
    held = body.copy()
    held.solve(group.variables, group.patterns, group.conditions)
    yield held
    empty = body.copy()
    empty.tests.append(body.without(group))
    empty.leave_empty(group)
    yield empty


def _compared(query: Match) -> frozenset[str]:
    """Return every name that some condition looks at."""
    groups = (*query.without, *query.optional)
    conditions = (*query.conditions, *(each for group in groups for each in group.conditions))
    return frozenset(name for each in conditions for name in names_in(each))
