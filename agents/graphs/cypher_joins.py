"""The body of a Match as Cypher: MATCH clauses, walks, and what each solution must satisfy.

Every pattern has a MATCH of its own, for within one Cypher lets no two patterns share an edge; Neo4j's planner
orders them. A pattern of several hops is a walk, which may come back over an edge: a subquery gives the nodes it
reaches, each once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from agents.errors import QueryError
from agents.graphs.cypher_values import Layout, condition_text
from agents.graphs.cypher_words import Params
from agents.graphs.statement import is_edge, names_in
from agents.query import Condition, Group, Match, Pattern, Var

_ARROWS = {"out": ("-", "->"), "in": ("<-", "-"), "both": ("-", "-")}
_BACK = {"out": "in", "in": "out", "both": "both"}
_MANY = 1_000.0


@dataclass
class Body:
    """Clauses under construction; `nodes` and `edges` give the Cypher variables of names that are bound."""

    layout: Layout
    params: Params
    edge_name: Callable[[Pattern], str]  # the variable of a pattern's edge
    among: Callable[[Match], str]  # the variable that holds what an inner Match returns
    lines: list[str] = field(default_factory=list)
    nodes: dict[str, str] = field(default_factory=dict)
    edges: dict[str, str] = field(default_factory=dict)  # pattern's name: variable; empty for a walk

    def inner(self) -> "Body":
        """Return an empty body that sees this one's variables: a subquery."""
        return Body(self.layout, self.params, self.edge_name, self.among, [], {**self.nodes}, {**self.edges})

    def solve(self, variables: Sequence[Var], patterns: Sequence[Pattern], conditions: Sequence[Condition]) -> None:
        """Add clauses for these variables and patterns, and test the conditions as soon as they can be."""
        self._names_are_in_reach({each.name for each in variables}, patterns)
        solving = _Solving(self, {each.name: each for each in variables}, list(patterns), list(conditions))
        solving.run()

    def left_join(self, group: Group) -> None:
        """Bind a group's variables and edges where it holds, and leave them empty where it does not."""
        inner = self.inner()
        inner.solve(group.variables, group.patterns, group.conditions)
        self.nodes |= {each.name: inner.nodes[each.name] for each in group.variables}
        self.edges |= {each.name: inner.edges[each.name] for each in group.patterns if each.name}
        given = [inner.nodes[each.name] for each in group.variables]
        given += [self.edge_name(each) for each in group.patterns if is_edge(each)]
        if given:
            self.lines += ["OPTIONAL CALL (*) {", *inner.lines, f"RETURN {', '.join(given)}", "}"]

    def without(self, group: Group) -> None:
        """Keep what a group has no solution for."""
        inner = self.inner()
        inner.solve(group.variables, group.patterns, group.conditions)
        if not inner.lines:
            self.lines.append("WITH * WHERE false")
            return
        if inner.lines[0].startswith("WITH *"):
            inner.lines[0:0] = ["UNWIND [1] AS one"]
        self.lines.append(f"WITH * WHERE NOT EXISTS {{ {' '.join(inner.lines)} RETURN 1 AS found }}")

    def test(self, tests: Sequence[str]) -> None:
        """Keep what satisfies all of these."""
        if tests:
            clause = "WHERE" if self.lines and self.lines[-1].startswith("MATCH") else "WITH * WHERE"
            self.lines.append(f"{clause} {' AND '.join(f'({each})' for each in tests)}")

    def condition(self, condition: Condition) -> str:
        """Return a condition as Cypher."""
        return condition_text(condition, self.layout, self.resolve)

    def resolve(self, name: str) -> tuple[str, bool]:
        """Return the variable of a name, and whether it is an edge; raise QueryError where it has none."""
        if name in self.nodes:
            return self.nodes[name], False
        if self.edges.get(name) == "":
            raise QueryError(f"'{name}' is a pattern of several hops and has no edge of its own.")
        if name not in self.edges:
            raise QueryError(f"'{name}' belongs to another group of the query.")
        return self.edges[name], True

    def _names_are_in_reach(self, fresh: set[str], patterns: Iterable[Pattern]) -> None:
        for name in (end for pattern in patterns for end in (pattern.source, pattern.target)):
            if name not in fresh and name not in self.nodes:
                raise QueryError(f"'{name}' belongs to another group of the query, or is not a node.")


@dataclass
class _Solving:
    """One set of variables, patterns and conditions being turned into clauses."""

    body: Body
    unbound: dict[str, Var]
    waiting: list[Pattern]
    conditions: list[Condition]

    def run(self) -> None:
        for pattern in self.waiting:
            if pattern.name:
                self.body.edges[pattern.name] = self.body.edge_name(pattern) if is_edge(pattern) else ""
        self._unwind()
        self._together(set(self.body.nodes))
        while self.unbound or self.waiting:
            if not self._walk():
                cheapest = min(self.unbound, key=self._cost)
                self._together({cheapest}, start=True)
        self.body.test([self.body.condition(each) for each in self.conditions])
        self.conditions = []

    def _unwind(self) -> None:
        """Begin with the variables that are among what other Matches return."""
        for variable in [each for each in self.unbound.values() if each.among]:
            name = self._bind(variable)
            listed = [self.body.among(each) for each in variable.among]
            source = listed[0] if len(listed) == 1 else " + ".join(listed)
            self.body.lines += [f"UNWIND {source} AS {name}", "WITH DISTINCT *"]
            self._narrow([variable], typed=True)

    def _together(self, names: set[str], start: bool = False) -> None:
        """Match all that edges join with these, and test what can be tested then."""
        joined = self._joined(names)
        patterns = [each for each in self.waiting if is_edge(each) and {each.source, each.target} <= joined]
        fresh = [self.unbound[each] for each in self.unbound if each in joined]
        lines = self.body.lines
        for variable in fresh:
            self._bind(variable)
        lines += [f"MATCH ({self.body.nodes[each.name]}:{self.body.layout.label(each.types)})" for each in fresh]
        lines += [self._edge(each) for each in patterns]
        self.waiting = [each for each in self.waiting if each not in patterns]
        self._narrow(fresh, start=start)

    def _joined(self, names: set[str]) -> set[str]:
        """Return these names and all that edges join with them."""
        joined = set(names)
        while True:
            ends = [{each.source, each.target} for each in self.waiting if is_edge(each)]
            more = set().union(*(each for each in ends if each & joined)) - joined
            if not more:
                return joined
            joined |= more

    def _narrow(self, fresh: Sequence[Var], typed: bool = False, start: bool = False) -> None:
        """Test ids, types where no label did, and every condition whose names are bound by now."""
        layout, nodes = self.body.layout, self.body.nodes
        tests = [layout.has_id(nodes[each.name], each.ids) for each in fresh if each.ids]
        tests += [f"{nodes[each.name]}:{layout.label(each.types)}" for each in fresh if typed and each.types]
        ready = [
            each for each in self.conditions if all(name in nodes or name in self._edges() for name in names_in(each))
        ]
        self.conditions = [each for each in self.conditions if each not in ready]
        if start:
            first = min(fresh, key=lambda each: self._cost(each.name, each))
            tests = [layout.within(nodes[each.name]) for each in fresh if each.ids or each is first] + tests
        self.body.test(tests + [self.body.condition(each) for each in ready])

    def _edges(self) -> set[str]:
        """Return the names of the edges that are bound."""
        waiting = {each.name for each in self.waiting}
        return {name for name in self.body.edges if name not in waiting}

    def _walk(self) -> bool:
        """Follow a walk of which an end is bound; say whether there was one."""
        ready = [each for each in self.waiting if {each.source, each.target} - self.unbound.keys()]
        if not ready:
            return False
        pattern = ready[0]
        self.waiting.remove(pattern)
        free = (
            pattern.source
            if pattern.source in self.unbound
            else pattern.target
            if pattern.target in self.unbound
            else ""
        )
        backwards = free == pattern.source and free != pattern.target
        near, far = (pattern.target, pattern.source) if backwards else (pattern.source, pattern.target)
        if free:
            variable = self.unbound[far]
            self._reach(pattern, self.body.nodes[near], self._bind(variable), backwards)
            self._narrow([variable], typed=True)
            self._together({far})
        else:
            reached = self.body.params.name("r")
            self._reach(pattern, self.body.nodes[near], reached, backwards)
            self.body.test([f"{reached} = {self.body.nodes[far]}"])
        return True

    def _reach(self, pattern: Pattern, start: str, end: str, backwards: bool) -> None:
        """Add the subquery that gives each node which a walk leads to."""
        body = self.body
        left, right = _ARROWS[_BACK[pattern.direction] if backwards else pattern.direction]
        types = body.layout.words.relation_types(pattern.relations)
        here, before = start, []
        for _ in range(pattern.min_hops - 1):
            there = body.params.name("l")
            before.append(f"MATCH ({here}){left}[{types}]{right}({there}{body.layout.beyond}) WITH DISTINCT {there}")
            here = there
        prefix = " ".join(before)
        rest = pattern.max_hops - max(pattern.min_hops - 1, 0)
        hops = f"*1..{rest}" if rest > 1 else ""
        walk = body.params.name("w")
        last = f"{walk} = ({here}){left}[{types}{hops}]{right}({end})"
        last = f"{last}{passing}" if (passing := body.layout.passing(walk)) else last.partition(" = ")[2]
        ways = [f"{prefix} MATCH {last} RETURN DISTINCT {end}"]
        if pattern.direction == "both" and rest > 1:  # there and back over one edge, which a variable length has not
            ways.append(f"{prefix} MATCH ({here})-[{types}]-({body.layout.beyond}) RETURN DISTINCT {here} AS {end}")
        if pattern.min_hops == 0:
            ways.append(f"RETURN {start} AS {end}")
        body.lines += [f"CALL ({start}) {{", " UNION ".join(ways), "}"]

    def _edge(self, pattern: Pattern) -> str:
        left, right = _ARROWS[pattern.direction]
        source, target = self.body.nodes[pattern.source], self.body.nodes[pattern.target]
        types = self.body.layout.words.relation_types(pattern.relations)
        return f"MATCH ({source}){left}[{self.body.edge_name(pattern)}{types}]{right}({target})"

    def _bind(self, variable: Var) -> str:
        del self.unbound[variable.name]
        self.body.nodes[variable.name] = name = self.body.params.name("n")
        return name

    def _cost(self, name: str, variable: Var | None = None) -> float:
        """Guess how many nodes a variable may be."""
        variable = variable or self.unbound[name]
        schema = self.body.layout.words.schema
        if variable.ids:
            return float(len(variable.ids))
        size = float(schema.nodes or _MANY)
        if variable.types:
            size = float(sum(each.count for each in map(schema.type, variable.types) if each))
        named = [each for each in self.conditions if each.variable == name and each.operator in ("=", "in")]
        return min([size, *(2.0 if each.key in ("id", "name") else size / 20 for each in named)])
