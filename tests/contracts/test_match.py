"""What each clause of a Match means, one test a clause."""

import pytest

from agents.errors import QueryError, StoreTimeout, UnknownGraph
from agents.graphs import cypher, matching, sql
from agents.model import Edge, Node
from agents.query import Condition, Group, Having, Match, Order, Pattern, Ref, Return, Var

X, Y, Z = Var(name="x"), Var(name="y"), Var(name="z")


def ask(store, **parts):
    """Return the rows of a Match, nodes as their ids and edges as their triples."""
    parts.setdefault("returns", (Return(variable="x"),))
    return [tuple(map(plain, row.cells)) for row in store.match("europe", Match(**parts)).rows]


def plain(cell):
    return cell.id if isinstance(cell, Node) else cell.triple if isinstance(cell, Edge) else cell


def test_a_variable_alone_is_every_node(europe):
    assert len(ask(europe, variables=(X,))) == 9


def test_ids_narrow_a_variable(europe):
    assert ask(europe, variables=(Var(name="x", ids=("de", "fr", "nowhere")),)) == [("de",), ("fr",)]


def test_ids_that_name_no_node_leave_nothing(europe):
    assert ask(europe, variables=(Var(name="x", ids=("nowhere",)),)) == []


def test_types_narrow_a_variable(europe):
    assert ask(europe, variables=(Var(name="x", types=("Union", "City")),))[-1] == ("paris",)


def test_among_narrows_a_variable_to_what_another_match_returns(europe):
    assert cities_of(europe, biggest()) == [("berlin",)]


def test_among_several_matches_is_what_any_of_them_returns(europe):
    several = (
        biggest(),
        Match(variables=(Var(name="c", ids=("ch",)),), returns=(Return(variable="c"),)),
    )
    assert cities_of(europe, *several) == [("berlin",), ("bern",)]


def test_among_needs_a_match_whose_first_column_is_a_node(europe):
    inner = Match(variables=(Y,), returns=(Return(variable="y", key="name"),))
    with pytest.raises(QueryError, match="first column"):
        ask(europe, variables=(Var(name="x", among=(inner,)),))


def biggest():
    return Match(
        variables=(Var(name="c", types=("Country",)),),
        returns=(Return(variable="c"),),
        order=(Order(variable="c", key="population", descending=True),),
        limit=1,
    )


def cities_of(europe, *among):
    return ask(
        europe,
        variables=(X, Var(name="y", among=among)),
        patterns=(Pattern(source="x", target="y", relations=("city_of",)),),
    )


def test_among_takes_the_first_by_id_where_an_inner_limit_has_no_order(europe):
    inner = Match(variables=(Y,), returns=(Return(variable="y"),), limit=2)
    assert ask(europe, variables=(Var(name="x", among=(inner,)),)) == [("ad",), ("berlin",)]


def test_among_may_itself_be_among_what_another_match_returns(europe):
    inner = Match(variables=(Var(name="z", among=(biggest(),)),), returns=(Return(variable="z"),))
    middle = Match(
        variables=(Y, Var(name="z", among=(inner,))),
        patterns=(Pattern(source="y", target="z", relations=("borders",), direction="both"),),
        returns=(Return(variable="y"),),
    )
    assert ask(europe, variables=(Var(name="x", among=(middle,)),)) == [("ch",), ("fr",)]


BORDERS = {
    "variables": (X, Y),
    "patterns": (Pattern(source="x", target="y", relations=("borders",), direction="both"),),
    "returns": (Return(variable="x"),),
}


def test_without_evidence_rows_have_no_edges(europe):
    found = europe.match("europe", Match(**BORDERS), evidence=False)
    assert {row.cells[0].id for row in found.rows} == {"fr", "de", "ch", "ad"}
    assert not any(row.edges for row in found.rows)


def test_without_evidence_a_limit_says_that_it_cut(europe):
    found = europe.match("europe", Match(**BORDERS), limit=2, evidence=False)
    assert (len(found.rows), found.truncated) == (2, True)


def test_without_evidence_an_order_still_holds(europe):
    most = Order(variable="x", key="population", descending=True)
    found = europe.match("europe", Match(**BORDERS, order=(most,)), limit=2, evidence=False)
    assert [row.cells[0].id for row in found.rows] == ["de", "fr"]


def test_without_evidence_rows_that_nothing_orders_all_tie(europe):
    found = europe.match("europe", Match(**BORDERS, limit=1, ties=True), evidence=False)
    assert len(found.rows) == 4


def germany(direction):
    return {
        "variables": (Var(name="d", ids=("de",)), X),
        "patterns": (Pattern(source="d", target="x", relations=("borders",), direction=direction),),
    }


def test_a_pattern_leads_out_of_its_source(europe):
    assert ask(europe, **germany("out")) == [("ch",)]


def test_a_pattern_inwards_leads_into_its_source(europe):
    assert ask(europe, **germany("in")) == [("fr",)]


def test_a_pattern_both_ways_takes_either_direction(europe):
    assert ask(europe, **germany("both")) == [("ch",), ("fr",)]


def test_a_pattern_without_relations_takes_any(europe):
    found = ask(europe, variables=(Var(name="p", ids=("paris",)), X), patterns=(Pattern(source="p", target="x"),))
    assert found == [("fr",)]


def test_all_patterns_must_hold(europe):
    found = ask(
        europe,
        variables=(X, Var(name="a", ids=("de",)), Var(name="b", ids=("ad",))),
        patterns=(Pattern(source="x", target="a", direction="both"), Pattern(source="x", target="b", direction="both")),
    )
    assert found == [("fr",)]


def hops(least, most):
    return {
        "variables": (Var(name="a", ids=("paris",)), X),
        "patterns": (Pattern(source="a", target="x", min_hops=least, max_hops=most),),
    }


def test_hops_reach_as_far_as_they_say(europe):
    assert ask(europe, **hops(1, 2)) == [("ad",), ("ch",), ("de",), ("eu",), ("fr",)]


def test_hops_start_as_far_as_they_say(europe):
    assert ask(europe, **hops(3, 3)) == [("ch",), ("eu",)]


def test_no_hop_at_all_is_the_node_itself(europe):
    assert ("paris",) in ask(europe, **hops(0, 1))


def test_hops_are_walks_that_may_come_back(europe):
    found = ask(
        europe,
        variables=(Var(name="a", ids=("lyon",)), X),
        patterns=(Pattern(source="a", target="x", direction="both", min_hops=2, max_hops=2),),
    )
    assert ("lyon",) in found


def test_a_walk_is_proved_by_a_shortest_one(europe):
    found = europe.match(
        "europe",
        Match(
            variables=(Var(name="a", ids=("paris",)), Var(name="x", ids=("ch",))),
            patterns=(Pattern(source="a", target="x", relations=("city_of", "borders"), max_hops=8),),
            returns=(Return(variable="x"),),
        ),
    )
    assert [edge.triple for edge in found.rows[0].edges] == [("paris", "city_of", "fr"), ("fr", "borders", "ch")]


CASES = {
    "equal number": ("population", "=", 84, ["de"]),
    "equal text without regard to case": ("nickname", "=", "PARIS", ["bern"]),
    "not equal leaves out what has no value": ("population", "!=", 84, ["berlin", "ch", "fr", "lyon", "paris"]),
    "less": ("population", "<", 2.1, ["lyon"]),
    "at most": ("population", "<=", 2.1, ["lyon", "paris"]),
    "more": ("population", ">", 68, ["de"]),
    "at least": ("population", ">=", 68, ["de", "fr"]),
    "dates as texts": ("founded", "<", "0100-01-01", ["lyon"]),
    "one of several": ("population", "in", (9, 84), ["ch", "de"]),
    "one of none": ("population", "in", (), []),
    "part of a text": ("description", "contains", "UNION", ["ch", "eu"]),
    "start of a text": ("name", "starts", "ber", ["berlin", "bern"]),
    "a value at all": ("founded", "exists", None, ["lyon", "paris"]),
    "no value": ("description", "missing", None, ["ad", "berlin", "bern", "lyon", "paris"]),
    "a key nobody has": ("colour", "exists", None, []),
    "a flag": ("eu", "=", True, ["de", "fr"]),
    "any of a property's values": ("languages", "=", "french", ["ad"]),
    "a text is no number": ("population", "=", "84", []),
    "own id": ("id", "=", "FR", ["fr"]),
    "own type": ("type", "starts", "un", ["eu"]),
    "own name": ("name", "=", "france", ["fr"]),
    "own alias": ("name", "=", "lutetia", ["paris"]),
    "own aliases among several": ("name", "in", ("EU", "deutschland"), ["de", "eu"]),
    "own aliases beside an empty text": ("name", "in", ("", "lutetia"), ["paris"]),
    "aliases do not start a name": ("name", "starts", "lutet", []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_condition_compares(europe, case):
    key, operator, value, expected = CASES[case]
    condition = Condition(variable="x", key=key, operator=operator, value=value)
    assert ask(europe, variables=(X,), conditions=(condition,)) == [(id,) for id in expected]


def test_a_condition_compares_with_another_variable(europe):
    found = ask(
        europe,
        variables=(X, Y),
        patterns=(Pattern(source="x", target="y", relations=("borders",)),),
        conditions=(
            Condition(variable="x", key="population", operator="<", value=Ref(variable="y", key="population")),
        ),
    )
    assert found == [("fr",)]


def test_a_condition_on_a_named_pattern_looks_at_its_edge(europe):
    found = ask(
        europe,
        variables=(X, Y),
        patterns=(Pattern(source="x", target="y", name="e"),),
        conditions=(Condition(variable="e", key="km", operator=">", value=400),),
        returns=(Return(variable="y"),),
    )
    assert found == [("ch",), ("de",)]


def test_a_named_pattern_has_a_relation(europe):
    found = ask(
        europe,
        variables=(X, Y),
        patterns=(Pattern(source="x", target="y", name="e"),),
        conditions=(Condition(variable="e", key="relation", operator="=", value="CAPITAL_OF"),),
    )
    assert found == [("berlin",), ("paris",)]


def test_a_pattern_of_several_hops_has_no_edge_of_its_own(europe):
    with pytest.raises(QueryError, match="several hops"):
        ask(
            europe,
            variables=(X, Y),
            patterns=(Pattern(source="x", target="y", max_hops=2, name="e"),),
            conditions=(Condition(variable="e", key="km", operator=">", value=1),),
        )


def test_without_leaves_out_what_has_a_solution(europe):
    group = Group(variables=(Y,), patterns=(Pattern(source="y", target="x", relations=("capital_of",)),))
    assert ask(europe, variables=(Var(name="x", types=("Country",)),), without=(group,)) == [("ad",), ("ch",)]


def test_each_group_of_without_counts(europe):
    capital = Group(variables=(Y,), patterns=(Pattern(source="y", target="x", relations=("capital_of",)),))
    city = Group(variables=(Z,), patterns=(Pattern(source="z", target="x", relations=("city_of",)),))
    assert ask(europe, variables=(Var(name="x", types=("Country",)),), without=(capital, city)) == [("ad",)]


CITIES = Group(variables=(Y,), patterns=(Pattern(source="y", target="x", relations=("city_of",)),))


def test_optional_keeps_what_has_none(europe):
    found = ask(
        europe,
        variables=(Var(name="x", ids=("ad", "de")),),
        optional=(CITIES,),
        returns=(Return(variable="x"), Return(variable="y")),
    )
    assert found == [("ad", None), ("de", "berlin")]


def test_returns_are_distinct_rows(europe):
    found = ask(europe, variables=(X, Y), patterns=(Pattern(source="x", target="y", relations=("borders",)),))
    assert found == [("de",), ("fr",)]


def test_a_value_is_returned_as_it_was_written(europe):
    found = ask(europe, variables=(Var(name="x", ids=("ch",)),), returns=(
        Return(variable="x", key="name"), Return(variable="x", key="eu"), Return(variable="x", key="population"),
        Return(variable="x", key="colour"),
    ))  # fmt: skip
    assert found == [("Switzerland", False, 9, None)]


def test_a_property_with_several_values_gives_a_row_for_each(europe):
    found = ask(europe, variables=(Var(name="x", ids=("ad",)),), returns=(Return(variable="x", key="languages"),))
    assert found == [("Catalan",), ("French",)]


def test_a_named_pattern_returns_its_edge(europe):
    found = ask(
        europe,
        variables=(Var(name="x", ids=("lyon",)), Y),
        patterns=(Pattern(source="x", target="y", name="e"),),
        returns=(Return(variable="e"),),
    )
    assert found == [(("lyon", "city_of", "fr"),)]


COUNT = Return(variable="y", aggregate="count")
COUNTRY = Var(name="x", types=("Country",))


def test_a_count_of_a_group_counts_distinct_nodes(europe):
    found = ask(europe, variables=(COUNTRY, Y), patterns=(Pattern(source="y", target="x"),), returns=(
        Return(variable="x"), COUNT,
    ))  # fmt: skip
    assert found == [("ad", 1), ("ch", 3), ("de", 2), ("fr", 2)]


def test_an_empty_group_counts_nothing(europe):
    found = ask(europe, variables=(COUNTRY,), optional=(CITIES,), returns=(Return(variable="x"), COUNT))
    assert found == [("ad", 0), ("ch", 1), ("de", 1), ("fr", 2)]


def test_an_aggregate_over_nothing_is_one_row(europe):
    nobody = (Var(name="y", ids=("nowhere",)),)
    total = Return(variable="y", key="population", aggregate="sum")
    assert ask(europe, variables=nobody, returns=(COUNT, total)) == [(0, None)]


@pytest.mark.parametrize(
    ("aggregate", "expected"), [("min", 9), ("max", 84), ("sum", 161), ("average", 161 / 3), ("count", 3)]
)
def test_an_aggregate_of_a_property_takes_each_node_once(europe, aggregate, expected):
    found = ask(
        europe,
        variables=(COUNTRY, Y),
        patterns=(Pattern(source="x", target="y", direction="both"),),
        returns=(Return(variable="x", key="population", aggregate=aggregate),),
    )
    assert found == [(pytest.approx(expected),)]


def test_min_and_max_of_texts_show_them_as_written(europe):
    found = ask(europe, variables=(COUNTRY,), returns=(
        Return(variable="x", key="name", aggregate="min"), Return(variable="x", key="name", aggregate="max"),
    ))  # fmt: skip
    assert found == [("Andorra", "Switzerland")]


def test_a_sum_without_a_property_is_refused(europe):
    with pytest.raises(QueryError, match="needs a property"):
        ask(europe, variables=(X,), returns=(Return(variable="x", aggregate="sum"),))


def test_having_keeps_the_groups_that_compare(europe):
    found = ask(
        europe,
        variables=(COUNTRY, Y),
        patterns=(Pattern(source="y", target="x", relations=("city_of",)),),
        having=(Having(variable="y", aggregate="count", operator=">=", value=2),),
    )
    assert found == [("fr",)]


def test_order_puts_missing_values_last_either_way(europe):
    order = Order(variable="x", key="population")
    assert ask(europe, variables=(COUNTRY,), order=(order,)) == [("ch",), ("fr",), ("de",), ("ad",)]
    order = Order(variable="x", key="population", descending=True)
    assert ask(europe, variables=(COUNTRY,), order=(order,)) == [("de",), ("fr",), ("ch",), ("ad",)]


def test_order_by_an_aggregate_finds_the_most(europe):
    found = ask(
        europe,
        variables=(COUNTRY, Y),
        patterns=(Pattern(source="x", target="y", relations=("borders",), direction="both"),),
        order=(Order(variable="y", aggregate="count", descending=True),),
        limit=1,
    )
    assert found == [("fr",)]


def test_a_limit_cuts(europe):
    assert ask(europe, variables=(COUNTRY,), limit=2) == [("ad",), ("ch",)]


def test_ties_keep_what_equals_the_last(europe):
    found = ask(
        europe,
        variables=(COUNTRY, Y),
        patterns=(Pattern(source="y", target="x", relations=("city_of",)),),
        order=(Order(variable="y", aggregate="count"),),
        limit=1,
        ties=True,
    )
    assert found == [("ch",), ("de",)]


def test_a_group_carries_the_edges_of_all_its_solutions(europe):
    query = Match(
        variables=(Var(name="x", ids=("fr",)), Y),
        patterns=(Pattern(source="y", target="x", relations=("city_of",)),),
        returns=(COUNT,),
    )
    (row,) = europe.match("europe", query).rows
    assert {edge.head for edge in row.edges} == {"paris", "lyon"}


def test_what_a_cap_leaves_out_of_a_groups_edges_is_counted(store):
    store.create("star")
    store.load("star", [Node("hub", "T", "hub"), *(Node(f"n{at}", "T", "n") for at in range(900))])
    store.load("star", [Edge("hub", "r", f"n{at}") for at in range(900)])
    query = Match(variables=(X, Y), patterns=(Pattern(source="x", target="y"),), returns=(COUNT,))
    (row,) = store.match("star", query).rows
    assert row.cells == (900,)
    assert 0 < len(row.edges) < 900
    assert len(row.edges) + row.omitted == 900


def test_of_more_rows_than_are_ever_read_some_come(europe, monkeypatch):
    for module in (matching, sql, cypher):
        monkeypatch.setattr(module, "MOST", 3)
    monkeypatch.setattr(matching, "SAMPLE", 2)
    query = Match(**BORDERS)
    found = europe.match("europe", query, limit=3)
    assert (len(found.rows), found.truncated) == (2, True)
    assert all(row.edges for row in found.rows)
    every = {row.cells[0].id for row in europe.match("europe", query, limit=2_000, evidence=False).rows}
    assert {row.cells[0].id for row in found.rows} < every


def test_edges_are_read_for_the_first_rows_and_counted_for_all(europe, monkeypatch):
    whole = europe.match("europe", Match(**BORDERS)).rows
    monkeypatch.setattr(matching, "_EDGES_READ", 1)
    some = europe.match("europe", Match(**BORDERS)).rows
    assert [len(row.edges) for row in some] == [1] + [0] * (len(whole) - 1)
    assert [len(row.edges) + row.omitted for row in some] == [len(row.edges) + row.omitted for row in whole]


def test_rows_past_the_callers_limit_are_cut_and_it_says_so(europe):
    found = europe.match("europe", Match(variables=(X,), returns=(Return(variable="x"),)), limit=3)
    assert len(found.rows) == 3
    assert found.truncated


def test_rows_say_their_columns_and_what_ran(europe):
    query = Match(variables=(X,), returns=(Return(variable="x", name="who"), Return(variable="x", aggregate="count")))
    found = europe.match("europe", query)
    assert found.columns == ("who", "count_x")
    assert found.statement
    assert not found.truncated


@pytest.mark.parametrize("part", [{"types": ("Cuntry",)}, {"relations": ("border",)}])
def test_an_unknown_word_is_refused_with_the_nearest(europe, part):
    variables = (Var(name="x", types=part.get("types", ())), Y)
    patterns = (Pattern(source="x", target="y", relations=part.get("relations", ())),)
    with pytest.raises(QueryError, match=r"did you mean '(Country|borders)'"):
        ask(europe, variables=variables, patterns=patterns)


@pytest.mark.parametrize(("operator", "value"), [("in", 1), ("=", (1, 2)), ("=", None), ("contains", 1)])
def test_a_value_that_does_not_fit_its_operator_is_refused(europe, operator, value):
    with pytest.raises(QueryError, match=r"x\.population"):
        ask(europe, variables=(X,), conditions=(
            Condition(variable="x", key="population", operator=operator, value=value),
        ))  # fmt: skip


def test_a_variable_of_a_group_that_must_not_hold_cannot_be_returned(europe):
    with pytest.raises(QueryError, match="'y'"):
        ask(europe, variables=(X,), without=(CITIES,), returns=(Return(variable="y"),))


def test_a_read_past_its_time_is_stopped(store):
    store.create("big")
    store.load("big", [Node(f"n{at}", "T", f"n{at}") for at in range(2_000)])
    everything = Match(
        variables=(X, Y, Z),
        conditions=(Condition(variable="x", key="name", operator="<", value=Ref(variable="y", key="description")),),
        returns=(Return(variable="z", aggregate="count"),),
    )
    with pytest.raises(StoreTimeout):
        store.match("big", everything, timeout=0.1)
    assert store.nodes("big", ["n1"])


def test_an_unknown_graph_is_named(store):
    with pytest.raises(UnknownGraph, match="nowhere"):
        store.match("nowhere", Match(variables=(X,), returns=(Return(variable="x"),)))


def test_ordering_and_comparing_many_nodes_is_quick_while_they_are_still_loaded(store):
    """Before a load has ended, a store's planner may know nothing of the tables; it must not try all for each node."""
    more = Condition(variable="x", key="size", operator=">", value=100)
    top = Order(variable="x", key="size", descending=True)
    query = Match(variables=(X,), conditions=(more,), returns=(Return(variable="x"),), order=(top,), limit=1)
    seen = []

    def look(counts):
        seen.extend(row.cells[0].id for row in store.match("big", query, timeout=10).rows)

    store.create("big")
    nodes = [Node(f"n{at}", "T", "n", (), "", {"size": at}) for at in range(20_000)]
    store.load("big", nodes, batch=20_000, on_batch=look)
    assert seen == ["n19999"]
