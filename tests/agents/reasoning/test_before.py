"""Which relations say what comes before what."""

import pytest

from agents.language.embeddings import embedder
from agents.model import RelationType, Schema
from agents.reasoning.before import order_of


def order(*relations: RelationType):
    return order_of(Schema(relations=relations), embedder())


@pytest.mark.parametrize(
    "name", ["is_prerequisite_of", "PREREQUISITE_FOR", "requiredBy", "comes-before", "precedes", "needed_for"]
)
def test_the_head_comes_first_where_the_words_say_so(name: str):
    assert (order(RelationType(name)).heads, order(RelationType(name)).tails) == ((name,), ())


@pytest.mark.parametrize("name", ["requires", "dependsOn", "HAS_PREREQUISITE", "prerequisite", "preceded_by", "needs"])
def test_the_tail_comes_first_where_the_words_say_so(name: str):
    assert (order(RelationType(name)).heads, order(RelationType(name)).tails) == ((), (name,))


@pytest.mark.parametrize(
    "name",
    ["borders", "part_of", "treats", "causes", "is_a", "located_in", "married_to", "cites", "taught_in"],
)
def test_what_says_nothing_of_the_kind_is_none(name: str):
    assert not order(RelationType(name))


def test_what_is_declared_goes_before_what_words_say():
    found = order(RelationType("opens", prerequisite=True), RelationType("requires"))
    assert (found.heads, found.tails, found.declared) == (("opens",), (), True)


def test_synonyms_say_it_too():
    assert order(RelationType("p31", synonyms=("requires",))).tails == ("p31",)
