"""Facts that a request gives along with its question."""

from agents.model import Node, RelationType, Schema
from agents.tasks.given import given_degree

SCHEMA = Schema(relations=(RelationType("treats"), RelationType("HAS_PART")))
NODES = (Node("a", "", "Aspirin"), Node("b", "", "fever"))


def test_each_fact_counts_at_both_its_ends():
    given = given_degree("Given: Aspirin - treats - pain; quinine - treats - fever; what joins them?", SCHEMA, NODES)
    assert given == {"a": {("treats", "out"): 1}, "b": {("treats", "in"): 1}}


def test_relations_may_be_written_as_words_or_as_the_schema_has_them():
    for relation in ("HAS_PART", "has part"):
        assert given_degree(f"Aspirin | {relation} | ring", SCHEMA, NODES) == {"a": {("HAS_PART", "out"): 1}}


def test_what_is_no_fact_is_passed_over():
    assert given_degree("what - ever - is this; well-known - x", SCHEMA, NODES) == {}


def test_a_very_long_text_costs_little():
    assert given_degree("a - " * 20_000, SCHEMA, NODES) == {}
