"""What the graph does not hold is said to be missing, not guessed."""

import pytest

from tests.agents.reading.worlds import World


def test_a_thing_that_is_not_there_is_named(land: World) -> None:
    found = land.read("Who lives in Atlantis?")
    assert (found.status, found.missing) == ("none", ("a node called 'Atlantis'",))


@pytest.mark.parametrize(
    "question",
    ["Which state is famous for its cheese?", "What is the favourite song of Ada Bloom?", "Who poisoned Ben Ruiz?"],
)
def test_a_relation_that_is_not_there_is_not_read_as_another(land: World, question: str) -> None:
    found = land.read(question)
    assert found.status == "none"
    assert found.missing == ("a reading of these words that the graph can answer",)


def test_a_clear_reading_misses_nothing(land: World) -> None:
    found = land.read("Which cities are in Alder?")
    assert (found.status, found.missing) == ("clear", ())


def test_other_readings_come_after_the_best(land: World) -> None:
    scores = [each.score for each in land.read("Which cities are in Alder?").readings]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_a_phrase_is_near_the_relation_it_means(land: World) -> None:
    guesses = land.reader.relations("world", "is adjacent to")
    assert guesses[0].relation == "borders"
    assert 0 < guesses[0].score <= 1
