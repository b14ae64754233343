"""The body of a Match as SQL joins: which table first, which next, and what each row must satisfy.

SQLite cannot know how many edges a relation has from one node, so the order is decided here, from the schema's
counts: start at the smallest variable, then follow the pattern that leads to the fewest nodes. CROSS JOIN is
SQLite's way to be told an order.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from agents.errors import QueryError
from agents.graphs.sql_values import Thing, condition_sql
from agents.graphs.sql_words import Params, Words
from agents.graphs.statement import is_edge
from agents.query import Condition, Group, Match, Pattern, Ref, Var

NULL = "NULL"


@dataclass
class Body:
    """Joins under construction. `keys` has the expression of each bound variable's node key."""

    words: Words
    params: Params
    compared: frozenset[str]  # variables whose table is needed, for some condition looks at it
    first_column: Callable[[Match], str]  # compiles what a variable is `among`
    tables: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str | None] = field(default_factory=dict)  # variable: alias of its nodes table
    scanned: set[str] = field(default_factory=set)  # variables at which the joins start, with many nodes
    edges: dict[str, str | None] = field(default_factory=dict)  # pattern's name: alias of its edges table
    proofs: dict[int, str] = field(default_factory=dict)  # id of a Pattern of one hop: alias of its edges table

    def copy(self) -> "Body":
        """Return a body that grows on its own."""
        grown = replace(self, tables=[*self.tables], tests=[*self.tests], scanned={*self.scanned})
        return replace(grown, keys={**self.keys}, rows={**self.rows}, edges={**self.edges}, proofs={**self.proofs})

    def inner(self) -> "Body":
        """Return an empty body that sees this one's variables: a subquery."""
        return replace(self.copy(), tables=[], tests=[], proofs={}, scanned=set())

    def select(self, columns: str) -> str:
        """Return the body as a SELECT of these columns."""
        tables = " FROM " + " CROSS JOIN ".join(self.tables) if self.tables else ""
        tests = " WHERE " + " AND ".join(self.tests) if self.tests else ""
        return f"SELECT {columns}{tables}{tests}"

    def without(self, group: Group) -> str:
        """Return the condition that a group has no solution."""
        inner = self.inner()
        inner.solve(group.variables, group.patterns, group.conditions)
        return f"NOT {inner.exists()}"

    def exists(self) -> str:
        """Return the condition that this body has a solution."""
        return f"EXISTS ({self.select('1')})"

    def leave_empty(self, group: Group) -> None:
        """Bind a group's variables and edges to nothing."""
        self.keys.update((each.name, NULL) for each in group.variables)
        self.rows.update((each.name, None) for each in group.variables)
        self.edges.update((each.name, None) for each in group.patterns if each.name)

    def solve(self, variables: Sequence[Var], patterns: Sequence[Pattern], conditions: Sequence[Condition]) -> None:
        """Join in these variables and patterns, and test the conditions."""
        unbound = {each.name: each for each in variables}
        waiting = list(patterns)
        self._names_are_in_reach(unbound, waiting)
        sizes = {each.name: self.words.nodes_of(each, conditions) for each in variables}
        while waiting or unbound:
            self._next(unbound, waiting, sizes)
        self.tests += [self._condition(each) for each in conditions]

    def _next(self, unbound: dict[str, Var], waiting: list[Pattern], sizes: dict[str, float]) -> None:
        """Take the cheapest next step: a pattern with bound ends, else a new start."""
        ready = [each for each in waiting if not {each.source, each.target} & unbound.keys()]
        half = [each for each in waiting if len({each.source, each.target} & unbound.keys()) == 1]
        half = [each for each in half if each.source != each.target]
        if ready:
            self._follow(ready[0], unbound)
            waiting.remove(ready[0])
        elif half:
            best = min(half, key=lambda each: self._reach(each, unbound, sizes))
            self._follow(best, unbound)
            waiting.remove(best)
        else:
            self._start(unbound, waiting, sizes)

    def _reach(self, pattern: Pattern, unbound: dict[str, Var], sizes: dict[str, float]) -> float:
        """Guess how many rows a pattern makes of one, given which of its ends is bound."""
        forwards = pattern.target in unbound
        size = sizes[pattern.target if forwards else pattern.source]
        share = size / max(self.words.schema.nodes, size, 1)
        return self.words.fan(pattern, forwards) * share

    def _start(self, unbound: dict[str, Var], waiting: list[Pattern], sizes: dict[str, float]) -> None:
        first = min(unbound, key=lambda name: sizes[name])
        edges = [each for each in waiting if is_edge(each) and each.direction != "both" and each.source != each.target]
        fewest = min(edges, key=self.words.edges_of, default=None)
        if fewest is not None and self.words.edges_of(fewest) < sizes[first]:
            self._scan(fewest, unbound)
            waiting.remove(fewest)
        else:
            self._bind(unbound.pop(first), None)

    def _bind(self, variable: Var, key: str | None) -> None:
        """Bind a variable to a key that the joins so far give, or to every node that it may be."""
        row = self.params.name("n")
        start = key is None
        if start or variable.types or variable.name in self.compared:
            self.tables.append(f"nodes {row}")
            self.rows[variable.name] = row
            self.tests.append(f"{row}.key = {key}" if key else f"{row}.graph = {self.params.add(self.words.graph)}")
        if start and not variable.ids:
            self.scanned.add(variable.name)
        self.keys[variable.name] = key = key or f"{row}.key"
        if variable.ids:
            self.tests.append(f"{key} {self.params.among(self.words.node_keys(variable.ids).values())}")
        if variable.types:
            self.tests.append(f"{row}.type {self.params.among(self.words.type_keys(variable.types))}")
        if variable.among:
            union = " UNION ALL ".join(map(self.first_column, variable.among))
            self.tests.append(f"{key} IN ({union})")

    # --- patterns ---

    def _scan(self, pattern: Pattern, unbound: dict[str, Var]) -> None:
        """Start at all edges of a pattern."""
        edge = self._edge_table(pattern)
        relations = self.words.relation_keys(pattern.relations) or list(self.words.relations.values())
        self.tests.append(f"{edge}.relation {self.params.among(relations)}")
        for name, side in zip((pattern.source, pattern.target), _sides(pattern), strict=True):
            self._bind(unbound.pop(name), f"{edge}.{side}")

    def _follow(self, pattern: Pattern, unbound: dict[str, Var]) -> None:
        """Follow a pattern of which one end is bound, or test one of which both are."""
        free = pattern.source if pattern.source in unbound else pattern.target if pattern.target in unbound else ""
        if not is_edge(pattern):
            self._walk(pattern, free, unbound)
        elif pattern.direction == "both":
            self._either_way(pattern, free, unbound)
        else:
            self._one_way(pattern, free, unbound)

    def _one_way(self, pattern: Pattern, free: str, unbound: dict[str, Var]) -> None:
        edge = self._edge_table(pattern)
        self._relations(pattern, edge)
        for name, side in zip((pattern.source, pattern.target), _sides(pattern), strict=True):
            if name != free:
                self.tests.append(f"{edge}.{side} = {self.keys[name]}")
        if free:
            self._bind(unbound.pop(free), f"{edge}.{_sides(pattern)[free == pattern.target]}")

    def _either_way(self, pattern: Pattern, free: str, unbound: dict[str, Var]) -> None:
        edge = self._edge_table(pattern)
        near = self.keys[pattern.source if free == pattern.target else pattern.target]
        relations = self.words.relation_keys(pattern.relations)
        narrow = f" AND {edge}.relation {self.params.among(relations)}" if relations else ""
        out, back = f"{edge}.head = {near}{narrow}", f"{edge}.tail = {near}{narrow}"  # an index serves each half
        if free:
            self.tests.append(f"({out} OR {back})")
            self._bind(unbound.pop(free), f"(CASE {edge}.head WHEN {near} THEN {edge}.tail ELSE {edge}.head END)")
        else:
            far = self.keys[pattern.source]
            self.tests.append(f"({out} AND {edge}.tail = {far} OR {back} AND {edge}.head = {far})")

    def _walk(self, pattern: Pattern, free: str, unbound: dict[str, Var]) -> None:
        """Follow a pattern of several hops."""
        if pattern.name:
            self.edges[pattern.name] = ""  # has no edge of its own
        backwards = free == pattern.source and free != pattern.target
        near, far = (pattern.target, pattern.source) if backwards else (pattern.source, pattern.target)
        reached = self._walk_from(self.keys[near], pattern, backwards)
        if not free:
            self.tests.append(f"{self.keys[far]} IN ({reached})")
            return
        row = self.params.name("w")
        self.tables.append(f"nodes {row}")
        self.tests.append(f"{row}.key IN ({reached})")
        self._bind(unbound.pop(far), f"{row}.key")

    def _walk_from(self, start: str, pattern: Pattern, backwards: bool) -> str:
        """Return the nodes that `min_hops` to `max_hops` edges lead to, as a recursive query."""
        ways = {"out": (not backwards,), "in": (backwards,), "both": (True, False)}[pattern.direction]
        relations = self.words.relation_keys(pattern.relations)
        narrow = f" AND e.relation {self.params.among(relations)}" if relations else ""
        most = self.params.add(pattern.max_hops)
        hops = []
        for forwards in ways:
            here, there = ("head", "tail") if forwards else ("tail", "head")
            hops.append(
                f"SELECT e.{there}, hops + 1 FROM walk CROSS JOIN edges e ON e.{here} = walk.node{narrow}"
                f" WHERE hops < {most}"
            )
        steps = " UNION ".join(hops)
        least = self.params.add(pattern.min_hops)
        walk = f"WITH RECURSIVE walk (node, hops) AS (SELECT {start}, 0 UNION {steps})"
        return f"{walk} SELECT node FROM walk WHERE hops >= {least}"

    def _edge_table(self, pattern: Pattern) -> str:
        edge = self.params.name("e")
        self.tables.append(f"edges {edge}")
        self.proofs[id(pattern)] = edge
        if pattern.name:
            self.edges[pattern.name] = edge
        return edge

    def _relations(self, pattern: Pattern, edge: str) -> None:
        if keys := self.words.relation_keys(pattern.relations):
            self.tests.append(f"{edge}.relation {self.params.among(keys)}")

    # --- conditions ---

    def _condition(self, condition: Condition) -> str:
        right = self._thing(condition.value.variable) if isinstance(condition.value, Ref) else None
        return condition_sql(self._thing(condition.variable), right, condition, self.words, self.params)

    def _thing(self, name: str) -> Thing:
        if name in self.rows or self.keys.get(name) == NULL:
            return Thing(self.rows.get(name), scanned=name in self.scanned)
        if self.edges.get(name) == "":
            raise QueryError(f"'{name}' is a pattern of several hops and has no edge of its own.")
        if name not in self.edges:
            raise QueryError(f"'{name}' belongs to another group of the query.")
        return Thing(self.edges[name], edge=True)

    def _names_are_in_reach(self, unbound: Iterable[str], patterns: Iterable[Pattern]) -> None:
        for name in (end for pattern in patterns for end in (pattern.source, pattern.target)):
            if name not in unbound and name not in self.keys:
                raise QueryError(f"'{name}' belongs to another group of the query, or is not a node.")


def _sides(pattern: Pattern) -> tuple[str, str]:
    """Return the columns of an edge that hold a pattern's source and target."""
    return ("tail", "head") if pattern.direction == "in" else ("head", "tail")
