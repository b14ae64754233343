"""Passages that answer one question differently: who is believed, and that nobody is where nothing tells."""

import pytest

from agents.declaration import PREFERENCE
from agents.model import Passage
from agents.sources.factuality import Checked, Outcome, Verdict
from agents.sources.rivals import Stand, rivalry

QUESTION = "Who built the old tower of Oban?"
ANN, BO, CY = "Ann built the old tower of Oban.", "Bo built the old tower of Oban.", "Cy built the old tower of Oban."
DOCUMENT = Passage(ANN, "documents", "document", 0.9)


def card(text, name="a", *others):
    return Stand(Passage(text, name, "card", 0.5), sources=frozenset({name, *others}))


def checked(text, name, outcome, *passages):
    stand = card(text, name)
    score = 1.0 if outcome is Outcome.SUPPORTED else None
    return Stand(
        stand.passage, Verdict(outcome, score, (Checked(text, outcome, score, passages=passages),)), stand.sources
    )


def lost(found, *stands):
    return [each.passage.text for each in stands if each.passage.id in found.lost]


def test_what_documents_say_too_goes_before_what_nobody_knows():
    stands = checked(BO, "a", Outcome.NO_EVIDENCE), checked(ANN, "b", Outcome.SUPPORTED, DOCUMENT)
    found = rivalry(QUESTION, stands, PREFERENCE)
    assert lost(found, *stands) == [BO]
    (conflict,) = found.conflicts
    assert conflict.about == "“Ann” or “Bo”"
    assert conflict.why == "I go by documents, which here comes before cards"
    assert [side.best.words for side in conflict.sides] == [ANN, BO]


def test_a_document_that_says_otherwise_is_a_witness():
    stand = checked(BO, "a", Outcome.UNKNOWN, DOCUMENT)
    found = rivalry(QUESTION, [stand], PREFERENCE)
    assert lost(found, stand) == [BO]
    assert found.witnesses == (DOCUMENT,)


def test_where_a_manager_prefers_cards_the_document_loses():
    stand = checked(BO, "a", Outcome.UNKNOWN, DOCUMENT)
    found = rivalry(QUESTION, [stand], ("person", "graph", "card", "document", "model"))
    assert found.lost == {DOCUMENT.id}


def test_of_two_cards_that_differ_none_is_believed_and_it_is_told():
    stands = card(ANN, "a"), card(BO, "b")
    found = rivalry(QUESTION, stands, PREFERENCE)
    assert found.lost == frozenset()
    assert [each.decided for each in found.conflicts] == [False]


def test_what_more_cards_say_is_believed():
    stands = card(ANN, "a", "b"), card(BO, "c")
    assert lost(rivalry(QUESTION, stands, PREFERENCE), *stands) == [BO]


def test_a_card_that_always_says_the_same_goes_before_one_that_says_this_and_that():
    stands = card(ANN, "a"), card(BO, "b"), card(CY, "b")
    assert lost(rivalry(QUESTION, stands, PREFERENCE), *stands) == [BO, CY]


@pytest.mark.parametrize(
    "question", ["Which people built the old tower of Oban?", "Who builds old towers in Oban?", "What is in Oban?"]
)
def test_a_new_answer_is_no_rival_where_several_may_answer(question):
    stands = checked(BO, "a", Outcome.NO_EVIDENCE), checked(ANN, "b", Outcome.SUPPORTED, DOCUMENT)
    assert rivalry(question, stands, PREFERENCE).conflicts == ()


def test_what_parts_in_something_that_was_not_asked_is_no_rival():
    one, other = "Ann built the old tower of Oban in 1922.", "Ann built the old tower of Oban in 1931."
    assert rivalry("Who built the old tower of Oban in 1931?", [card(one, "a"), card(other, "b")], PREFERENCE).lost == (
        frozenset()
    )


def test_different_quantities_are_rivals_whatever_is_asked():
    stands = card("The tower has 12 floors.", "a"), card("The tower has 40 floors.", "b")
    assert len(rivalry("Tell me about the tower.", stands, PREFERENCE).conflicts) == 1


def test_what_speaks_of_something_else_is_no_rival():
    stands = card(ANN, "a"), card("Ann sold the old ferry of Mull.", "b"), card("Bo lives in Oban.", "c")
    assert rivalry(QUESTION, stands, PREFERENCE).conflicts == ()
