"""Random queries on random graphs: a store answers as the naive evaluation does."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.model import Edge, Node
from agents.query import Condition, Group, Having, Match, Order, Pattern, Ref, Return, Var
from tests.contracts.naive import Naive, identity

NUMBERS = count()
TYPES, RELATIONS, KEYS = ("A", "B"), ("r", "s"), ("size", "tag", "many")
IDS = [f"n{at}" for at in range(6)]
ALWAYS = (Node("m0", "A", "Zed"), Node("m1", "B", "Zed"))  # so that every type and relation is known
ALWAYS_JOINED = (Edge("m0", "r", "m1"), Edge("m1", "s", "m1"))
values = st.sampled_from([1, 2, 2.5, -3, "x", "X", "ß", "yy", True, ""])
props = st.fixed_dictionaries(
    {},
    optional={"size": st.sampled_from([1, 2, 2.5, 7]), "tag": values, "many": st.lists(values, max_size=3).map(tuple)},
)


@st.composite
def graphs(draw):
    ids = IDS[: draw(st.integers(1, 6))]
    names = st.sampled_from(["Ada", "ada", "Bob", "Éva", "SS", "ß", "x"])
    nodes = [
        Node(id, draw(st.sampled_from(TYPES)), draw(names), tuple(draw(st.lists(names, max_size=1))), "", draw(props))
        for id in ids
    ]
    triple = st.tuples(st.sampled_from(ids), st.sampled_from(RELATIONS), st.sampled_from(ids))
    triples = draw(st.lists(triple, unique=True, max_size=12))
    return [*ALWAYS, *nodes], [*ALWAYS_JOINED, *(Edge(*each, draw(props)) for each in triples)]


def aggregates(query):
    return any(each.aggregate for each in (*query.returns, *query.order)) or bool(query.having)


def gives_nodes(query):
    first = query.returns[0]
    return first.variable in "xyz" and not first.key and not first.aggregate


def variables(names):
    ids = st.lists(st.sampled_from([*IDS, "nowhere"]), max_size=3, unique=True).map(tuple)
    narrow = st.fixed_dictionaries({}, optional={"ids": ids, "types": st.sampled_from([("A",), ("B",), ("A", "B")])})
    return st.tuples(*(narrow.map(lambda each, name=name: Var(name=name, **each)) for name in names))


@st.composite
def patterns(draw, names, label=""):
    least = draw(st.sampled_from([1, 1, 1, 1, 0, 2]))
    return Pattern(
        source=draw(st.sampled_from(names)),
        target=draw(st.sampled_from(names)),
        relations=draw(st.sampled_from([(), ("r",), ("s",), ("r", "s")])),
        direction=draw(st.sampled_from(["out", "in", "both"])),
        min_hops=least,
        max_hops=max(1, least) + draw(st.sampled_from([0, 0, 0, 1, 3])),
        name=label,
    )


@st.composite
def conditions(draw, names, edges=()):
    name = draw(st.sampled_from([*names, *edges]))
    keys = ("relation", *KEYS) if name in edges else ("name", "id", "type", "description", *KEYS)
    operator = draw(st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "in", "contains", "starts", "exists", "missing"]))
    constants = st.sampled_from([1, 2, 2.5, "x", "ADA", "b", "n1", "R", "ss", ""])
    if operator in ("exists", "missing"):
        value = None
    elif operator == "in":
        value = tuple(draw(st.lists(constants, max_size=3)))
    elif draw(st.integers(0, 3)) == 0:
        value = Ref(variable=draw(st.sampled_from(names)), key=draw(st.sampled_from(("name", "type", *KEYS))))
    else:
        value = draw(constants)
        value = str(value) if operator in ("contains", "starts") else value
    return Condition(variable=name, key=draw(st.sampled_from(keys)), operator=operator, value=value)


@st.composite
def groups(draw, outer, fresh):
    own = [fresh] if draw(st.booleans()) else []
    names = [*outer, *own]
    return Group(
        variables=draw(variables(own)),
        patterns=tuple(draw(st.lists(patterns(names), min_size=len(own), max_size=2))),
        conditions=tuple(draw(st.lists(conditions(names), max_size=1))),
    )


@st.composite
def queries(draw, deep=True):
    names = ["x", "y", "z"][: draw(st.integers(1, 3))]
    required = draw(variables(names))
    if deep and draw(st.integers(0, 3)) == 0:
        inner = tuple(draw(st.lists(queries(deep=False).filter(gives_nodes), min_size=1, max_size=2)))
        required = (required[0].model_copy(update={"among": inner}), *required[1:])
    edges = []
    joins = []
    for label in ("e", "f")[: draw(st.integers(0, 2))]:
        joins.append(draw(patterns(names, label)))
        if joins[-1].min_hops == joins[-1].max_hops == 1:
            edges.append(label)
    optional = tuple(draw(groups(names, f"o{at}")) for at in range(draw(st.sampled_from([0, 0, 1, 2]))))
    seen = [*names, *(each.name for group in optional for each in group.variables)]
    without = tuple(draw(groups(seen, f"w{at}")) for at in range(draw(st.sampled_from([0, 0, 1]))))
    return draw(finish(required, joins, edges, optional, without, seen))


@st.composite
def finish(draw, required, joins, edges, optional, without, seen):
    def column(name):
        keys = ("relation", *KEYS) if name in edges else ("name", "type", "id", *KEYS)
        return {"variable": name, "key": draw(st.sampled_from(["", "", *keys]))}

    def aggregate(name):
        kind = draw(st.sampled_from(["count", "count", "min", "max", "sum", "average"]))
        return {
            "variable": name,
            "key": draw(st.sampled_from(KEYS)) if kind != "count" else draw(st.sampled_from(["", "size"])),
            "aggregate": kind,
        }

    names = st.sampled_from([*seen, *edges])
    returns = [Return(**column(draw(names)), name=f"c{at}") for at in range(draw(st.integers(0, 2)))]
    returns += [
        Return(**aggregate(draw(names)), name=f"a{at}") for at in range(draw(st.integers(0 if returns else 1, 1)))
    ]
    order = [
        Order(**(aggregate if draw(st.integers(0, 3)) == 0 else column)(draw(names)), descending=draw(st.booleans()))
        for _ in range(draw(st.integers(0, 2)))
    ]
    having = [
        Having(
            **aggregate(draw(names)), operator=draw(st.sampled_from([">", "<=", "="])), value=draw(st.integers(0, 2))
        )
        for _ in range(draw(st.sampled_from([0, 0, 1])))
    ]
    return Match(
        variables=required,
        patterns=tuple(joins),
        conditions=tuple(draw(st.lists(conditions(seen, edges), max_size=2))),
        without=without,
        optional=optional,
        returns=tuple(returns),
        having=tuple(having),
        order=tuple(order),
        limit=draw(st.sampled_from([None, None, 1, 2])),
        ties=draw(st.booleans()),
    )


def loaded(store, nodes, edges):
    graph = f"g{next(NUMBERS)}"
    store.create(graph)
    store.load(graph, [*nodes, *edges])
    return graph


def rounded(cells):
    return [identity(round(each, 9) if isinstance(each, float) else each) for each in cells]


def proves(nodes, query, row):
    """Say whether the row's edges alone, with all nodes, give the row again."""
    bare = query.model_copy(update={"without": (), "order": (), "limit": None})
    return rounded(row.cells) in [rounded(each) for each in Naive(nodes, row.edges).match(bare)]


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs(), queries())
def test_it_answers_as_the_naive_evaluation_does(shared_store, graph, query):
    name = loaded(shared_store, *graph)
    expected = Naive(*graph).match(query)
    found = shared_store.match(name, query)
    assert [rounded(row.cells) for row in found.rows] == [rounded(row) for row in expected]
    shared_store.drop(name)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs(), queries(), st.sampled_from([1, 2, 10_000]))
def test_without_evidence_it_gives_rows_of_the_same_answer(shared_store, graph, query, limit):
    name = loaded(shared_store, *graph)
    unlimited = query if query.order else query.model_copy(update={"limit": None})
    known = [rounded(row) for row in Naive(*graph).match(unlimited)]
    size = len(Naive(*graph).match(query))
    found = shared_store.match(name, query, limit=limit, evidence=False)
    rows = [rounded(row.cells) for row in found.rows]
    assert len(rows) == min(limit, size)
    assert found.truncated == (size > limit)
    assert all(known.count(row) >= rows.count(row) for row in rows)
    assert not query.order or rows == known[: len(rows)]
    assert not any(row.edges for row in found.rows)
    shared_store.drop(name)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs(), queries(deep=False).filter(lambda each: not aggregates(each)))
def test_each_row_carries_edges_that_prove_it(shared_store, graph, query):
    name = loaded(shared_store, *graph)
    rows = shared_store.match(name, query).rows
    assert all(proves(graph[0], query, row) for row in rows)
    shared_store.drop(name)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs(), queries(deep=False).filter(aggregates))
def test_the_edges_of_a_group_are_edges_of_the_graph_and_none_is_missing(shared_store, graph, query):
    name = loaded(shared_store, *graph)
    for row in shared_store.match(name, query).rows:
        assert all(edge in graph[1] for edge in row.edges)
        assert row.omitted == 0
    shared_store.drop(name)
