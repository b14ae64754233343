"""Cards on the shelf: each belongs to one graph."""

import pytest

from agents.errors import CardError
from tests.agents.cards.conftest import DATA


def test_a_card_is_off_and_untested_when_it_comes(velm):
    assert (velm.on, velm.recall) == (False, None)


def test_what_is_noted_stays(shelf, velm):
    shelf.switch(shelf.tested(velm, 0.5, 6), True)
    found = shelf.card("island", "velm")
    assert (found.on, found.recall, found.asked) == (True, 0.5, 6)


def test_another_graph_has_none_of_it(shelf, velm):
    shelf.switch(velm, True)
    assert shelf.cards("mainland") == shelf.on("mainland") == ()


@pytest.mark.parametrize("graph", ["../island", "", "island/..", "a b", "x" * 61])
def test_a_name_that_no_graph_has_leads_nowhere(shelf, velm, graph):
    with pytest.raises(CardError):
        shelf.cards(graph)


def test_a_name_is_taken_once(shelf, velm):
    with pytest.raises(CardError, match="already"):
        shelf.take("island", DATA / "velm.card")
    assert len(shelf.cards("island")) == 1


def test_a_name_that_nothing_has_is_refused_with_the_nearest(shelf, velm):
    with pytest.raises(CardError, match="did you mean 'velm'"):
        shelf.card("island", "vellm")


def test_what_is_removed_is_gone(shelf, velm):
    shelf.remove(velm)
    assert shelf.cards("island") == ()
    assert not velm.folder.exists()


def test_a_broken_folder_does_not_hide_the_others(shelf, velm, dunmere):
    (dunmere.folder / "manifest.json").write_text("{")
    assert [each.name for each in shelf.cards("island")] == ["velm"]


def test_a_graph_that_goes_takes_its_cards_along(shelf, velm):
    shelf.take("mainland", DATA / "dunmere.card")
    shelf.drop("island")
    assert [each.name for each in shelf.cards("mainland")] == ["dunmere"]
    assert shelf.cards("island") == ()
