"""Which source is believed where two contradict each other, and what is no contradiction."""

from dataclasses import replace
from itertools import combinations

import pytest

from agents.declaration import PREFERENCE, declaration
from agents.errors import PackError
from agents.model import RelationType, Schema, Signature
from agents.sources.arbiter import conflicts
from agents.sources.singles import Singles, singles
from agents.sources.statement import Statement, Thing, same

ONE = Singles(
    out=frozenset({"capital"}),
    into=frozenset({"capital_of"}),
    exclusive={"treats": frozenset({"harms"}), "harms": frozenset({"treats"})},
)
TEXAS, AUSTIN, DALLAS = Thing("Texas", "s:tx"), Thing("Austin", "c:au"), Thing("Dallas", "c:da")


def says(kind, tail=AUSTIN, relation="capital", head=TEXAS, **more):
    return Statement(head, relation, tail, kind, f"{kind} says so", kind, **more)


@pytest.mark.parametrize("pair", list(combinations(PREFERENCE, 2)), ids="-".join)
@pytest.mark.parametrize("turned", [False, True])
def test_the_preferred_of_every_pair_wins_whoever_comes_first(pair, turned):
    both = [says(pair[0], AUSTIN), says(pair[1], DALLAS)]
    (found,) = conflicts(both[::-1] if turned else both, ONE)
    assert found.winner.kind == pair[0]
    assert [side.best.kind for side in found.sides] == list(pair)
    assert found.about == "capital of Texas"


def test_a_graph_may_prefer_otherwise():
    turned = ("document", "graph", "person", "model", "card")
    (found,) = conflicts([says("graph"), says("document", DALLAS)], ONE, turned)
    assert found.winner.kind == "document"
    assert found.why == "I go by documents, which here comes before the graph"


def test_between_two_of_a_kind_none_is_believed_and_both_are_shown():
    (found,) = conflicts([says("document"), says("document", DALLAS)], ONE)
    assert found.winner is None
    assert len(found.sides) == 2
    assert found.why == "Both are documents, so neither is believed over the other"


def test_different_values_where_there_is_room_for_several_are_no_conflict():
    assert conflicts([says("graph", relation="borders"), says("document", DALLAS, "borders")], ONE) == ()


def test_the_same_from_two_sources_is_no_conflict():
    assert conflicts([says("graph"), says("document"), says("card")], ONE) == ()


def test_sources_that_agree_stand_on_one_side():
    (found,) = conflicts([says("document", edge="", passage="p1"), says("graph", edge="e1"), says("card", DALLAS)], ONE)
    assert found.sides[0].best.kind == "graph"
    assert (found.sides[0].edges, found.sides[0].passages) == (("e1",), ("p1",))


def test_one_thing_cannot_be_that_of_two_where_each_has_one_of_them():
    both = [says("graph", TEXAS, "capital_of", AUSTIN), says("document", TEXAS, "capital_of", DALLAS)]
    assert conflicts(both, ONE)[0].winner.head == AUSTIN


def test_relations_that_shut_each_other_out_contradict():
    both = [says("document", AUSTIN, "treats"), says("graph", AUSTIN, "harms")]
    assert conflicts(both, ONE)[0].winner.relation == "harms"


def test_what_one_says_and_another_denies_is_a_conflict():
    both = [says("graph", relation="borders"), says("document", relation="borders", denied=True)]
    assert conflicts(both, ONE)[0].winner.kind == "graph"


def test_the_last_word_of_the_person_counts():
    (found,) = conflicts([says("person", AUSTIN), says("person", DALLAS), says("graph", AUSTIN)], ONE)
    assert found.winner.tail == DALLAS
    assert conflicts([says("person", DALLAS), says("person", AUSTIN), says("graph", AUSTIN)], ONE) == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("29 million", "29145505", True),
        ("29,145,505", "29145505", True),
        ("30 million", "29145505", False),
        ("1990", "1990-05-04", True),
        ("1990", "1991-05-04", False),
        ("1990", "1991", False),
        ("12.5 million", "12,500,000", True),
        ("3", "4", False),
        ("0", "0", True),
        ("Austin.", "austin", True),
        ("Austin", "Austin City", False),
        ("five", "5", False),
        ("5 km", "5 m", False),
        ("5 km", "5", True),
        ("1990-05-04", "1990-06-04", False),
        ("1990-05", "1990-05-04", True),
        ("29,000,000", "29145505", True),
        ("2b", "2", False),
    ],
)
def test_values_are_the_same_where_one_only_says_it_less_exactly(one, other, alike):
    assert same(Thing(one), Thing(other)) is alike
    assert same(Thing(other), Thing(one)) is alike


def relation(name, count, heads, tails):
    return RelationType(name, count, (Signature("A", "B", count, heads, tails),))


def test_where_nothing_is_declared_the_graph_tells_what_has_only_one():
    schema = Schema(relations=(relation("capital", 9, 9, 9), relation("borders", 9, 4, 5), relation("rare", 3, 3, 3)))
    found = singles(schema, declaration({}))
    assert (found.out, found.into) == ({"capital"}, {"capital"})


def test_what_is_declared_counts_over_what_the_graph_holds():
    capital, mayor = relation("capital", 9, 9, 9), relation("mayor", 9, 4, 9)
    said = replace(mayor, functional=True, exclusive=("rival",))
    found = singles(Schema(relations=(replace(capital, functional=False), said)), declaration({}))
    assert found.out == {"mayor"}
    assert found.exclusive == {"mayor": {"rival"}, "rival": {"mayor"}}


def test_a_rule_of_at_most_one_leaves_room_for_one():
    rules = [{"kind": "most", "relation": "mayor", "most": 1}, {"kind": "most", "relation": "judge", "most": 9}]
    assert singles(Schema(), declaration({"rules": rules})).out == {"mayor"}


@pytest.mark.parametrize("wrong", [["graph"], ["graph"] * 5, ["graph", "person", "document", "card", "oracle"]])
def test_a_preference_names_every_kind_once(wrong):
    with pytest.raises(PackError):
        declaration({"preference": wrong})
