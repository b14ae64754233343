"""What queries mean, written to be read: every combination of nodes is tried, nothing is clever.

The stores are compared with this on small random graphs.
"""

from collections import deque
from functools import cmp_to_key
from itertools import product
from unicodedata import normalize

from agents.model import Edge, Node
from agents.query import Match, Neighbourhood, Paths, Ref


def fold(text):
    return normalize("NFKC", normalize("NFKC", text).casefold()).replace("\0", "")


class Naive:
    def __init__(self, nodes, edges):
        self.nodes = {node.id: node for node in nodes}
        self.edges = {edge.triple: edge for edge in edges}

    # --- match ---

    def match(self, query: Match):
        """Return [(cells, plain cells)] in order; nodes and edges as themselves."""
        solutions = self.solutions(query)
        plain = [each for each in query.returns if not each.aggregate]
        groups = {}
        for solution in solutions:
            for key in product(*(self.cells(solution, each) for each in plain)):
                groups.setdefault(tuple(map(identity, key)), (key, []))[1].append(solution)
        if not plain and not groups:
            groups[()] = ((), [])
        rows = [self.row(query, key, group) for key, group in groups.values()]
        kept = [row for row in rows if self.has(query, row)]
        return self.cut(query, kept)

    def row(self, query, key, group):
        cells, plain = [], iter(key)
        for each in query.returns:
            cells.append(self.aggregate(each, group) if each.aggregate else next(plain))
        orders = [self.order_value(each, group) for each in query.order]
        having = [self.aggregate(each, group) for each in query.having]
        return tuple(cells), orders, having

    def has(self, query, row):
        return all(
            value is not None and not isinstance(value, str) and holds(value, each.operator, each.value)
            for each, value in zip(query.having, row[2], strict=True)
        )

    def cut(self, query, rows):
        directions = [each.descending for each in query.order]

        def by_order(left, right):
            for a, b, descending in zip(left[1], right[1], directions, strict=True):
                if (result := compare(a, b, descending)) != 0:
                    return result
            return 0

        extremes = [each.aggregate in ("min", "max") for each in query.returns]

        def by_cells(left, right):
            for a, b, extreme in zip(left[0], right[0], extremes, strict=True):
                result = compare(shown(a, extreme), shown(b, extreme), False)
                if result := result or isinstance(a, bool) - isinstance(b, bool):
                    return result
            return 0

        rows.sort(key=cmp_to_key(lambda left, right: by_order(left, right) or by_cells(left, right)))
        if query.limit is not None and len(rows) > query.limit:
            last = rows[query.limit - 1]
            tied = [row for row in rows[query.limit :] if query.ties and by_order(last, row) == 0]
            rows = rows[: query.limit] + tied
        return [row[0] for row in rows]

    def solutions(self, query):
        optional = {each.name for group in query.optional for each in group.variables}
        late_edges = {each.name for group in query.optional for each in group.patterns if each.name}
        late = [each for each in query.patterns if {each.source, each.target} & optional]
        late_names = optional | late_edges | {each.name for each in late if each.name}
        late_conditions = [each for each in query.conditions if names_of(each) & late_names]
        early_patterns = [each for each in query.patterns if each not in late]
        early_conditions = [each for each in query.conditions if each not in late_conditions]
        found = list(self.solve({}, query.variables, early_patterns, early_conditions))
        for group in query.optional:
            found = [each for solution in found for each in self.left_join(solution, group)]
        found = [each for solution in found for each in self.solve(solution, (), late, late_conditions)]
        return [
            each
            for each in found
            if not any(any(self.solve(each, g.variables, g.patterns, g.conditions)) for g in query.without)
        ]

    def left_join(self, solution, group):
        found = list(self.solve(solution, group.variables, group.patterns, group.conditions))
        names = [each.name for each in (*group.variables, *group.patterns) if each.name]
        return found or [{**solution, **dict.fromkeys(names)}]

    def solve(self, given, variables, patterns, conditions):
        """Yield {name: Node | Edge | None} that extends what is given."""
        domains = [list(self.domain(each)) for each in variables]
        for chosen in product(*domains):
            nodes = {**given, **{each.name: node for each, node in zip(variables, chosen, strict=True)}}
            choices = [list(self.proofs(each, nodes)) for each in patterns]
            for edges in product(*choices):
                named = {each.name: edge for each, edge in zip(patterns, edges, strict=True) if each.name}
                solution = {**nodes, **named}
                if all(self.holds(each, solution) for each in conditions):
                    yield solution

    def domain(self, variable):
        among = None
        if variable.among:
            among = {row[0].id for inner in variable.among for row in self.match(inner) if row[0] is not None}
        for node in self.nodes.values():
            if variable.ids and node.id not in variable.ids:
                continue
            if variable.types and node.type not in variable.types:
                continue
            if among is None or node.id in among:
                yield node

    def proofs(self, pattern, nodes):
        """Yield the edges (or True for a walk) by which a pattern holds."""
        source, target = nodes[pattern.source], nodes[pattern.target]
        if source is None or target is None:
            return
        if pattern.min_hops == pattern.max_hops == 1:
            for edge in self.edges.values():
                ends = {"out": [(edge.head, edge.tail)], "in": [(edge.tail, edge.head)]}
                ends["both"] = ends["out"] + ends["in"]
                if (source.id, target.id) in ends[pattern.direction] and fits(edge, pattern):
                    yield edge
        elif self.walk_length(pattern, source.id, target.id) is not None:
            yield True

    def walk_length(self, pattern, source, target):
        layer = {source}
        for hops in range(pattern.max_hops + 1):
            if hops:
                layer = {to for node in layer for to in self.next(node, pattern)}
            if hops >= pattern.min_hops and target in layer:
                return hops
        return None

    def next(self, node, pattern):
        for edge in self.edges.values():
            if not fits(edge, pattern):
                continue
            if edge.head == node and pattern.direction in ("out", "both"):
                yield edge.tail
            if edge.tail == node and pattern.direction in ("in", "both"):
                yield edge.head

    # --- conditions ---

    def holds(self, condition, solution):
        thing = solution[condition.variable]
        values = self.values(thing, condition.key, condition.operator in ("=", "in"))
        if condition.operator == "missing":
            return not values
        if condition.operator == "exists":
            return bool(values)
        if isinstance(condition.value, Ref):
            right = self.values(solution[condition.value.variable], condition.value.key)
            if thing is None or solution[condition.value.variable] is None:
                return False
        else:
            right = condition.value if isinstance(condition.value, tuple) else (condition.value,)
            right = [comparable(each) for each in right]
        if condition.operator == "!=":
            return bool(values) and bool(right) and not any(holds(a, "=", b) for a in values for b in right)
        operator = "=" if condition.operator == "in" else condition.operator
        return any(holds(a, operator, b) for a in values for b in right)

    def values(self, thing, key, with_aliases=False):
        return [comparable(each) for each in self.shown(thing, key, with_aliases)]

    def shown(self, thing, key, with_aliases=False):
        """Return the values of a key as people see them."""
        if thing is None:
            return []
        if isinstance(thing, Edge) and key == "relation":
            return [thing.relation]
        if isinstance(thing, Node) and key in ("id", "type", "name"):
            return [getattr(thing, key), *(thing.aliases if with_aliases and key == "name" else ())]
        if isinstance(thing, Node) and key == "description":
            return [thing.description] if thing.description else []
        value = thing.props.get(key, ())
        return list(value) if isinstance(value, tuple) else [value]

    # --- columns ---

    def cells(self, solution, column):
        thing = solution[column.variable]
        return (self.shown(thing, column.key) or [None]) if column.key else [thing]

    def aggregate(self, column, group):
        things = {identity(each[column.variable]): each[column.variable] for each in group}
        things = [each for each in things.values() if each is not None]
        if column.aggregate == "count":
            return sum(1 for each in things if not column.key or self.shown(each, column.key))
        values = [each for thing in things for each in self.shown(thing, column.key)]
        if column.aggregate in ("min", "max"):
            pick = min if column.aggregate == "min" else max
            best = pick(values, key=lambda each: sortable(each, True), default=None)
            return int(best) if isinstance(best, bool) else best
        numbers = [each for each in values if not isinstance(each, str)]
        if not numbers:
            return None
        return sum(numbers) / len(numbers) if column.aggregate == "average" else sum(numbers)

    def order_value(self, order, group):
        if order.aggregate:
            value = self.aggregate(order, group)
            return fold(value) + "\0" + value if isinstance(value, str) else value
        things = [each[order.variable] for each in group]
        values = [value for each in things for value in self.values(each, order.key or self.default_key(each))]
        return (max if order.descending else min)(values, key=sortable, default=None)

    def default_key(self, thing):
        return "relation" if isinstance(thing, Edge) else "name"

    # --- paths and neighbourhood ---

    def paths(self, query: Paths):
        """Return every loopless path as (node ids, triples)."""
        found = []
        stack = [((source,), ()) for source in set(query.sources) & self.nodes.keys()]
        while stack:
            nodes, edges = stack.pop()
            if nodes[-1] in query.targets:
                found.append((nodes, edges))
            if len(edges) < query.max_hops:
                for edge in self.edges.values():
                    stack += [
                        ((*nodes, to), (*edges, edge.triple))
                        for to in set(self.over(edge, nodes[-1], query))
                        if to not in nodes
                    ]
        return found

    def over(self, edge, node, query):
        if query.relations and edge.relation not in query.relations:
            return
        if edge.head == node and query.direction in ("out", "both"):
            yield edge.tail
        if edge.tail == node and query.direction in ("in", "both"):
            yield edge.head

    def distances(self, query: Neighbourhood):
        """Return {id: hops} within the query's hops."""
        found = {id: 0 for id in query.ids if id in self.nodes}
        waiting = deque(found)
        while waiting:
            node = waiting.popleft()
            for edge in self.edges.values():
                if found[node] == query.hops or (query.relations and edge.relation not in query.relations):
                    continue
                for to in [edge.tail] * (edge.head == node) + [edge.head] * (edge.tail == node):
                    if to not in found:
                        found[to] = found[node] + 1
                        waiting.append(to)
        return found


def fits(edge, pattern):
    return not pattern.relations or edge.relation in pattern.relations


def names_of(condition):
    return {condition.variable} | ({condition.value.variable} if isinstance(condition.value, Ref) else set())


def comparable(value):
    return fold(value) if isinstance(value, str) else value


def holds(left, operator, right):
    if isinstance(left, str) != isinstance(right, str):
        return False
    match operator:
        case "=":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
    if not isinstance(left, str):
        return False
    return right in left if operator == "contains" else left.startswith(right)


def identity(value):
    if isinstance(value, Node):
        return "node", value.id
    if isinstance(value, Edge):
        return "edge", value.triple
    return type(value) is bool, isinstance(value, str), value


def shown(value, extreme=False):
    """Return what a row is sorted by in the end."""
    if isinstance(value, Node):
        return value.id
    if isinstance(value, Edge):
        return "\0".join(value.triple)
    return fold(value) + "\0" + value if extreme and isinstance(value, str) else value


def sortable(value, folded=False):
    """Return a key by which numbers come before texts."""
    if isinstance(value, str):
        return 1, ((fold(value), value) if folded else value)
    return 0, value


def compare(left, right, descending):
    """Compare two values for sorting, None last in either direction."""
    if left is None or right is None:
        return (left is None) - (right is None)
    a, b = sortable(left), sortable(right)
    result = (a > b) - (a < b)
    return -result if descending else result
