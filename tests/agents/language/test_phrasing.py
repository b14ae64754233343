"""Words for facts."""

import pytest

from agents.language.phrasing import (
    active,
    clipped,
    closed,
    has_value,
    listing,
    many,
    plural,
    quantity,
    readable,
    sentence,
    shape,
    valued,
)
from agents.model import Edge, RelationType

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
    [
        *(("city", "cities"), ("state", "states"), ("class", "classes"), ("day", "days"), ("series", "series")),
        *(("lens", "lenses"), ("place of birth", "places of birth"), ("instrument played", "instruments played")),
    ],
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
        ("Hyponym-Of", "Ann is a hyponym of Bob"),
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
    assert many("Ohio", RelationType("flows through"), "in", "2 rivers", 2) == "2 rivers flow through Ohio"
    assert many("Ohio", RelationType("located in"), "in", "3 cities", 3) == "3 cities are located in Ohio"
    assert many("Ann", RelationType("child"), "out", "2 people", 2) == "the children of Ann, 2 people"


def test_a_template_of_its_own_words_several_edges():
    relation = RelationType("APPEALS", template="Appeals from {head} go to {tail}")
    assert many("Ohio", relation, "in", "2 courts", 2) == "Appeals from 2 courts go to Ohio"
    assert many("Ohio", relation, "out", "2 courts", 2) == "Appeals from Ohio go to 2 courts"


@pytest.mark.parametrize(
    ("key", "said", "text"),
    [
        ("population", ["5"], "the population of Ohio is 5"),
        ("released_in", ["1962"], "Ohio was released in 1962"),
        ("founded", ["1887"], "Ohio was founded in 1887"),
        ("openedOn", ["4 May 2009"], "Ohio was opened on 4 May 2009"),
        ("runtime_minutes", ["118 minutes"], "the runtime of Ohio is 118 minutes"),
        ("colour", ["red", "blue"], "the colours of Ohio are red and blue"),
    ],
)
def test_a_property_is_said_as_a_sentence(key, said, text):
    assert has_value("Ohio", key, said) == text


def test_a_unit_in_a_key_goes_behind_the_number():
    assert valued(118, key="runtime_minutes") == "118 minutes"
    assert valued(1962, key="released_in") == "1962"


def test_a_long_text_is_cut_at_a_word():
    assert clipped("one two three", 9) == "one two…"
    assert clipped("one two", 9) == "one two"


def test_a_sentence_is_closed_once():
    assert closed("the end") == "The end."
    assert closed("ohio borders it.") == "ohio borders it."


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        *(("treats", "verb"), ("part of", "state"), ("mother", "noun"), ("is a", "state"), ("married to", "state")),
        *(("worked on", "verb"), ("fought in", "verb"), ("bred by", "state"), ("instruments played", "noun")),
    ],
)
def test_shapes_are_told_apart(words, kind):
    assert shape(words) == kind


@pytest.mark.parametrize(
    ("words", "did"),
    [
        ("directed by", "directed"),
        ("is directed by", "directed"),
        ("presided over by", "presided over"),
        ("written by", "wrote"),
        ("held by", "held"),
        ("located in", ""),
        ("stands by", ""),
        ("by", ""),
        ("", ""),
    ],
)
def test_a_passive_is_told_actively(words, did):
    assert active(words) == did
