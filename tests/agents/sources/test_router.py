"""Which source a question goes to: the one whose scope it is in, and none where it is in no scope."""

import pytest

from agents.language.embeddings import embedder
from agents.sources.router import LEAST, Learnt, ScopeRouter
from agents.sources.source import Scope
from bench.routing import FOLDER, figures, measured
from tests.fakes import ScriptedSource

BEES = ScriptedSource(
    "bees", "card", scope=Scope("Beekeeping and honey", ("When do bees swarm?", "How is varroa treated?"))
)
SHIPS = ScriptedSource(
    "ships", "card", scope=Scope("Sailing ships", ("How many masts has a barque?", "What is a brig?"))
)
BEES_TOO = ScriptedSource("bees again", "card", scope=BEES.scope)
NEVER_HEARD = "How do I renew my passport?"


@pytest.fixture
def router():
    return ScopeRouter(embedder())


def names(routed):
    return [each.source.name for each in routed]


def test_a_question_goes_to_the_source_whose_scope_it_is_in(router):
    assert names(router.route("g", "Why do bees swarm in May?", [SHIPS, BEES])) == ["bees"]


def test_a_question_outside_all_scopes_goes_to_none(router):
    assert router.route("g", NEVER_HEARD, [SHIPS, BEES]) == ()


def test_documents_are_searched_whatever_is_asked(router):
    assert names(router.route("g", NEVER_HEARD, [BEES, ScriptedSource("papers", "document")])) == ["papers"]


def test_a_source_that_says_nothing_of_itself_covers_nothing(router):
    assert router.route("g", "When do bees swarm?", [ScriptedSource("mute", "card", scope=Scope(""))]) == ()


def test_the_shares_of_those_that_cover_it_are_one_together(router):
    routed = router.route("g", "When do bees swarm?", [BEES, BEES_TOO, SHIPS])
    assert names(routed) == ["bees", "bees again"]
    assert sum(each.weight for each in routed) == pytest.approx(1, abs=0.001)
    assert all(each.weight >= LEAST for each in routed)


def test_at_least_one_is_kept_however_many_share(router):
    many = [ScriptedSource(f"bees {n}", "card", scope=BEES.scope) for n in range(12)]
    assert len(router.route("g", "When do bees swarm?", many)) >= 1


def test_a_source_that_was_wrong_about_a_question_is_not_asked_it_again(router):
    asked = "When do bees swarm in May?"
    learnt = ScopeRouter(embedder(), lambda _: {"bees": Learnt(wrong=(asked,))})
    assert names(router.route("g", asked, [BEES])) == ["bees"]
    assert learnt.route("g", asked, [BEES]) == ()
    assert names(learnt.route("g", "How is varroa treated?", [BEES])) == ["bees"]


def test_a_source_that_was_right_about_something_new_is_asked_about_its_like():
    asked = "How warm is a jumper of alpaca?"
    learnt = ScopeRouter(embedder(), lambda graph: {"bees": Learnt(right=(asked,))} if graph == "g" else {})
    assert names(learnt.route("g", "How warm is an alpaca jumper?", [BEES])) == ["bees"]
    assert learnt.route("another", "How warm is an alpaca jumper?", [BEES]) == ()


def test_of_eight_sources_the_right_one_is_asked_and_none_for_what_is_nobodys():
    right, none, _ = (each.value for each in figures(measured(FOLDER / "measured.yaml")))
    print(f"the right source asked: {right:.3f}; none out of all scopes: {none:.3f}")
    assert right >= 0.90
    assert none >= 0.95
