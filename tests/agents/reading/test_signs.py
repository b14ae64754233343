"""What speaks for and against a reading."""

import pytest

from agents.reading.certainty import Weights, learnt
from tests.agents.reading.worlds import World


def signs(land: World, text: str) -> dict[str, float]:
    return dict(land.read(text).signs)


def test_what_is_asked_in_the_graphs_own_words_leaves_nothing_over(land: World) -> None:
    found = signs(land, "Which cities are located in Alder?")
    assert not any(found[each] for each in ("left_name", "left_noun", "left_verb", "unsaid", "repeats", "otherwise"))
    assert found["worst"] > 1.0


def test_a_noun_that_is_left_over_is_told_from_a_verb(land: World) -> None:
    assert signs(land, "Which cities with castles are located in Alder?")["left_noun"] == 1.0
    assert signs(land, "Which cities with castles are located in Alder?")["left_verb"] == 0.0


def test_an_answer_that_is_no_time_is_not_what_when_asks_for(land: World) -> None:
    assert signs(land, "When does Ada Bloom live in Oakton?")["otherwise"] == 1.0


def test_the_words_that_a_reading_leaves_out_are_told(land: World) -> None:
    assert "castles" in land.read("Which cities with castles are located in Alder?").unread


def test_what_fits_nothing_is_lacking(land: World) -> None:
    assert "painted" in land.read("Who painted Oakton?").lacking


def test_a_chance_is_nearer_to_one_the_more_speaks_for_it() -> None:
    weights = Weights(-1.0, {"like": 4.0, "left_noun": -2.0})
    assert weights.chance({"like": 1.0}) > weights.chance({"like": 1.0, "left_noun": 1.0}) > 0.0
    assert weights.chance({"like": 1e9}) <= 1.0


def test_what_is_shipped_weighs_signs_that_there_are(land: World) -> None:
    assert set(learnt().signs) == set(signs(land, "Which cities are located in Alder?"))
    assert 0.0 < learnt().unsure < learnt().clear < 1.0


@pytest.mark.parametrize("text", ["Which cities are in Alder?", "Who lives in Oakton?", "Which states border Birch?"])
def test_a_right_reading_is_likelier_right_than_not(land: World, text: str) -> None:
    assert land.read(text).chance > 0.5


@pytest.mark.parametrize("text", ["Who painted Oakton?", "Which state exports cheese?", "Who poisoned Ben Ruiz?"])
def test_a_reading_that_replaces_what_is_not_there_is_not(land: World, text: str) -> None:
    assert land.read(text).chance < 0.5
