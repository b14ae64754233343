"""Words for facts."""

import pytest

from agents.language.asking import asking
from agents.language.phrasing import closed, listing, many, plural, quantity, readable, sentence, shape, valued
from agents.model import Edge, RelationType, Signature

NAMES = {"a": "Ann", "b": "Bob"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("HAS_PHENOTYPE", "has phenotype"),
        ("bornIn", "born in"),
        ("people.person.birthPlace", "birth place"),
        ("Is-a-Prerequisite-of", "is a prerequisite of"),
        ("http://example.org/onto#partOf", "part of"),
        ("HTTPServer", "http server"),
        ("liegt_in", "liegt in"),
        ("___", "___"),
    ],
)
def test_a_schema_name_becomes_readable(name, words):
    assert readable(name) == words


@pytest.mark.parametrize(
    ("noun", "many"),
    [("city", "cities"), ("state", "states"), ("class", "classes"), ("day", "days"), ("series", "series")],
)
def test_a_noun_agrees_with_its_number(noun, many):
    assert plural(noun) == many
    assert plural(noun, 1) == noun


@pytest.mark.parametrize(("number", "text"), [(14229000.0, "14,229,000"), (2.50, "2.5"), (0.00012, "0.00012")])
def test_a_number_is_parted_by_thousands(number, text):
    assert quantity(number) == text


def test_a_date_is_worded_and_a_year_is_not_parted():
    assert valued("2020-05-01") == "1 May 2020"
    assert valued(1968, key="founded_year") == "1968"
    assert valued("2020-99-01") == "2020-99-01"


def test_a_long_list_is_folded_with_its_rest_counted():
    assert listing([str(each) for each in range(55)], limit=10) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 45 more"
    assert listing(["a", "b", "c"]) == "a, b and c"


def test_a_list_whose_items_hold_commas_is_parted_by_semicolons():
    assert listing(["salt, fine", "oil", "rice"]) == "salt, fine; oil and rice"


def test_a_template_words_an_edge():
    relation = RelationType("KNOWS", template="{head} has met {tail}.")
    assert sentence(Edge("a", "KNOWS", "b"), NAMES, relation) == "Ann has met Bob"


def test_a_name_that_looks_like_a_template_is_left_as_it_is():
    relation = RelationType("KNOWS", template="{head} has met {tail}")
    assert sentence(Edge("a", "KNOWS", "b"), {"a": "{tail}", "b": "Bob"}, relation) == "{tail} has met Bob"


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("father", "the father of Ann is Bob"),
        ("TREATS", "Ann treats Bob"),
        ("located_in", "Ann is located in Bob"),
        ("Hyponym-Of", "Ann is hyponym of Bob"),
        ("isPartOf", "Ann is part of Bob"),
        ("HAS_CHILD", "Ann has child Bob"),
        ("ACTED_IN", "Ann acted in Bob"),
        ("caused_by", "Ann is caused by Bob"),
        ("inState", "Ann is in state Bob"),
    ],
)
def test_a_bare_relation_words_an_edge(relation, text):
    assert sentence(Edge("a", relation, "b"), NAMES) == text


def test_several_edges_make_one_clause():
    assert many("Ohio", "flows through", "in", "2 rivers", 2) == "2 rivers flow through Ohio"
    assert many("Ohio", "located in", "in", "3 cities", 3) == "3 cities are located in Ohio"
    assert many("Ann", "child", "out", "2 people", 2) == "the children of Ann, 2 people"


def test_a_sentence_is_closed_once():
    assert closed("the end") == "The end."
    assert closed("ohio borders it.") == "ohio borders it."


@pytest.mark.parametrize(
    ("relation", "way", "text"),
    [
        ("has_phenotype", "out", "Which phenotypes does Ann have?"),
        ("capital", "out", "What is the capital of Ann?"),
        ("located_in", "out", "What is Ann located in?"),
        ("borders", "out", "What does Ann border?"),
        ("inState", "out", "Which state is Ann in?"),
        ("carries", "out", "What does Ann carry?"),
        ("is_a", "out", "What is Ann a kind of?"),
        ("inherited_as", "out", "What is Ann inherited as?"),
        ("directed", "out", "What has Ann directed?"),
        ("borders", "in", "Which state borders Ann?"),
        ("capital", "in", "Which state has Ann as its capital?"),
    ],
)
def test_a_relation_makes_a_question(relation, way, text):
    assert asking("Ann", relation, way, RelationType(relation, signatures=(Signature("State", "City"),))) == text


def test_a_template_lends_its_words_to_a_question():
    relation = RelationType("INH", template="{head} is inherited with {tail}")
    assert asking("Ann", "INH", "out", relation) == "What is Ann inherited with?"


def test_shapes_are_told_apart():
    assert [shape(each) for each in ("treats", "part of", "mother", "is a")] == ["verb", "state", "noun", "state"]
