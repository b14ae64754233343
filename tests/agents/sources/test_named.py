"""A card is not asked about what it was never taught about."""

from agents.cards.facts import plain
from agents.cards.shelf import Shelf
from agents.model import Candidate, Mention, Node
from agents.sources.cards import card_source
from agents.sources.named import taught
from agents.sources.source import Scope
from tests.agents.cards.conftest import DATA

SCOPE = Scope("Rare diseases", taught=plain("What does Velm fever present with? Tall stature and Café-au-lait spot"))


def known(text, name=None, *aliases):
    """A mention of a node of the graph."""
    return Mention(text, 0, len(text), (Candidate(Node("n:1", "Disease", name or text, aliases), 1.0),))


def test_a_thing_that_it_was_taught_about_is_asked_for():
    assert taught(SCOPE, [known("velm fever")])
    assert taught(SCOPE, [known("Velm fever"), known("café-au-lait spot")])


def test_a_thing_that_it_was_not_taught_about_is_not():
    assert not taught(SCOPE, [known("Dunmere fever")])
    assert not taught(SCOPE, [known("Velm fever"), known("Short stature")])


def test_a_part_of_a_name_is_not_the_name():
    assert not taught(SCOPE, [known("Velm fever type 2")])
    assert not taught(SCOPE, [known("elm fever")])


def test_another_name_of_the_thing_will_do():
    assert taught(SCOPE, [known("VF", "Velm fever")])
    assert taught(SCOPE, [known("VF", "Fever of the island", "Velm fever")])


def test_a_name_that_the_graph_has_not_is_one_that_it_was_taught():
    assert taught(SCOPE, [Mention("the fever of Velm", 0, 17)])
    assert not taught(SCOPE, [Mention("the fever of Dunmere", 0, 20)])


def test_a_question_that_names_nothing_is_asked():
    assert taught(SCOPE, [])
    assert taught(SCOPE, [Mention("which fever", 0, 11)])


def test_a_source_that_does_not_say_what_it_was_taught_is_asked():
    assert taught(Scope("anything"), [known("Dunmere fever")])


def test_a_card_says_by_its_own_questions_what_it_was_taught(tmp_path):
    scope = card_source(Shelf(tmp_path / "cards").take("island", DATA / "velm.card"), None).scope
    assert taught(scope, [Mention("the lighthouse of Velm", 0, 22)])
    assert not taught(scope, [Mention("the choir of Dunmere", 0, 20)])
