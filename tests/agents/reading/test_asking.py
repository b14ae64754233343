"""Questions made from a node and a relation."""

import pytest

from agents.model import RelationType, Schema, Signature
from agents.reading.asking import asking


def asked(relation, way, single=True, template=""):
    signature = Signature("State", "City", 9, 9 if single else 4, 9 if single else 4)
    return asking("Ann", relation, way, Schema(relations=(RelationType(relation, 9, (signature,), template=template),)))


@pytest.mark.parametrize(
    ("relation", "way", "text"),
    [
        ("has_phenotype", "out", "What is the phenotype of Ann?"),
        ("capital", "out", "What is the capital of Ann?"),
        ("located_in", "out", "Which city is Ann located in?"),
        ("borders", "out", "Which city does Ann border?"),
        ("carries", "out", "Which city does Ann carry?"),
        ("is_a", "out", "What kind of city is Ann?"),
        ("type_of", "out", "What type of city is Ann?"),
        ("sort_of", "out", "Which city is Ann a sort of?"),
        ("is_a", "in", "Which state is a kind of Ann?"),
        ("directed_by", "out", "Which city directed Ann?"),
        ("borders", "in", "Which state borders Ann?"),
        ("memberOf", "in", "Which state is a member of Ann?"),
        ("memberOf", "out", "Which city is Ann a member of?"),
    ],
)
def test_a_relation_makes_a_question(relation, way, text):
    assert asked(relation, way) == text


def test_it_asks_for_many_where_there_may_be_many():
    assert asked("borders", "in", single=False) == "Which states border Ann?"
    assert asked("capital", "out", single=False) == "What are the capitals of Ann?"


def test_a_template_lends_its_words_to_a_question():
    assert asked("INH", "out", template="{head} is inherited with {tail}") == "Which city is Ann inherited with?"
    assert asked("REP", "out", template="{head} reports on the {tail}") == "Which city does Ann report on?"


def test_what_something_is_a_kind_of_is_asked_for_with_no_type_too():
    schema = Schema(relations=(RelationType("is_a", 9, (Signature("", "", 9, 9, 9),)),))
    assert asking("Ann", "is_a", "out", schema) == "What is Ann a kind of?"


def test_people_are_asked_for_by_who():
    schema = Schema(relations=(RelationType("borders", 9, (Signature("Person", "People", 9, 4, 4),)),))
    asked = [asking("Ann", "borders", way, schema) for way in ("in", "out")]
    assert asked == ["Who borders Ann?", "Who does Ann border?"]


def test_what_makes_no_good_question_makes_none():
    assert asked("directed", "out") == ""
    assert asked("APP", "out", template="Appeals from {head} go to {tail}") == ""
