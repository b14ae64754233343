"""Finding nodes by what they are called."""

import pytest

from agents.model import Edge, Node


def first(store, text, **options):
    found = store.find("europe", text, **options)
    return (found[0].node.id, found[0].how) if found else None


@pytest.mark.parametrize(
    ("text", "id"),
    [("France", "fr"), ("fRANCE", "fr"), ("  france ", "fr"), ("Deutschland", "de"), ("EU", "eu"), ("paris", "paris")],
)
def test_an_exact_name_alias_or_id_comes_first(europe, text, id):
    assert first(europe, text) == (id, "exact")


def test_accents_do_not_matter(store):
    store.create("words")
    store.load("words", [Node("n", "T", "naïve café")])
    assert [each.node.id for each in store.find("words", "Naive Cafe")] == ["n"]
    assert store.find_exact("words", ["NAÏVE CAFÉ", "naive cafe"]).keys() == {"NAÏVE CAFÉ", "naive cafe"}


def test_a_beginning_comes_after_the_exact(europe):
    europe.load("europe", [Node("x", "City", "Berlin-Mitte")])
    assert [each.how for each in europe.find("europe", "Berlin", limit=2)] == ["exact", "prefix"]


def test_words_are_found_inside_names(europe):
    assert first(europe, "Republic") == ("fr", "text")


def test_words_are_found_in_descriptions(europe):
    assert first(europe, "countries") == ("eu", "text")


@pytest.mark.parametrize("text", ["Switzrland", "Swizterland", "Zwitzerland", "Switzerlandd"])
def test_a_typo_is_forgiven(europe, text):
    assert first(europe, text) == ("ch", "fuzzy")


def test_it_says_what_matched(europe):
    assert europe.find("europe", "lutetia")[0].matched == "Lutetia"


def test_scores_fall_from_one(europe):
    europe.load("europe", [Node("x", "City", "Parisot"), Node("y", "City", "Pariss")])
    scores = [each.score for each in europe.find("europe", "Paris")]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores[1:])


def test_what_nothing_is_called_is_not_found(europe):
    assert europe.find("europe", "qqqqzzzz") == ()
    assert europe.find("europe", "   ") == ()


def test_types_narrow_what_is_found(europe):
    assert [each.node.id for each in europe.find("europe", "paris", types=("City",))] == ["paris"]
    assert europe.find("europe", "Paris", types=("Country",)) == ()
    assert europe.find("europe", "Paris", types=("Nothing",)) == ()


def test_a_limit_cuts_what_is_found(europe):
    assert len(europe.find("europe", "Be", limit=1)) == 1
    assert europe.find("europe", "Be", limit=0) == ()


@pytest.mark.parametrize(
    "text", ['"', "a OR b", "NEAR(x)", "x*", "(", "name:france", "-", "'; DROP", "\0", "\ud800", "x" * 9999]
)
def test_any_text_may_be_looked_for(europe, text):
    assert isinstance(europe.find("europe", text), tuple)
    assert europe.find_exact("europe", [text]) == {}


def test_what_was_renamed_is_found_by_its_new_name_alone(europe):
    europe.load("europe", [Node("ch", "Country", "Helvetia")])
    assert first(europe, "Helvetia") == ("ch", "exact")
    assert first(europe, "Helvtia") == ("ch", "fuzzy")
    assert first(europe, "Switzerland") is None


def test_find_exact_looks_up_many_texts_at_once(europe):
    found = europe.find_exact("europe", ["FRANCE", "deutschland", "LYON", "nobody", ""])
    assert {text: [each.node.id for each in some] for text, some in found.items()} == {
        "FRANCE": ["fr"],
        "deutschland": ["de"],
        "LYON": ["lyon"],
    }


def test_find_exact_puts_names_before_aliases_and_the_connected_first(store):
    store.create("namesakes")
    nodes = [Node("a", "T", "x", ("Ada",)), Node("b", "T", "Ada"), Node("c", "T", "ada")]
    store.load("namesakes", [*nodes, Edge("c", "knows", "b"), Edge("c", "likes", "a"), Edge("a", "likes", "c")])
    found = store.find_exact("namesakes", ["ADA"])["ADA"]
    assert [(each.node.id, each.matched) for each in found] == [("c", "ada"), ("b", "Ada"), ("a", "Ada")]
    assert len(store.find_exact("namesakes", ["ADA"], limit=2)["ADA"]) == 2


def test_a_node_that_is_called_so_twice_is_found_once(store):
    store.create("twice")
    store.load("twice", [Node("ada", "T", "Ada", ("ADA", "ada"))])
    assert len(store.find_exact("twice", ["ada"])["ada"]) == 1
    assert len(store.find("twice", "ada")) == 1
