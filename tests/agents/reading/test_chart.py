"""The chart keeps the best of what stretches may be."""

from agents.reading.chart import BEAM, Chart
from agents.reading.items import Item
from agents.reading.meaning import Things
from agents.reading.question import Position

A, B = Position("a", "a", "NOUN", "NN"), Position("b", "b", "NOUN", "NN")


def thing(name: str, score: float, **more: frozenset[str]) -> Item:
    return Item("set", score, Things((name,), name), explained=more.get("explained", frozenset()))


def test_neighbours_are_joined_with_the_words_between_them() -> None:
    gaps = []
    chart = Chart([A, Position("b", "b", "NOUN", "NN", ("of",))], lambda a, b, gap: gaps.append(gap) or [], [-3, -3])
    chart.fill({(0, 1): [thing("x", 0.0)], (1, 2): [thing("y", 0.0)]})
    assert gaps == [("of",)]


def test_a_word_that_nothing_explains_costs() -> None:
    (best, *_) = Chart([A, B], lambda a, b, gap: [], [-3.0, -1.0]).fill({(0, 1): [thing("x", -0.5)]})
    assert best.score == -1.5


def test_a_word_that_an_item_has_said_already_costs_little() -> None:
    said = thing("x", 0.0, explained=frozenset({"b"}))
    (best, *_) = Chart([A, B], lambda a, b, gap: [], [-3.0, -3.0]).fill({(0, 1): [said]})
    assert best.score == -0.2


def test_of_the_same_reading_the_better_is_kept() -> None:
    cell = Chart([A], lambda a, b, gap: [], [0.0]).fill({(0, 1): [thing("x", -2.0), thing("x", -1.0)]})
    assert [item.score for item in cell] == [-1.0]


def test_a_cell_keeps_the_best_few() -> None:
    many = [thing(f"x{n}", -float(n)) for n in range(50)]
    cell = Chart([A], lambda a, b, gap: [], [0.0]).fill({(0, 1): many[::-1]})
    assert [item.score for item in cell] == [-float(n) for n in range(BEAM)]


def test_nothing_comes_of_nothing() -> None:
    assert Chart([], lambda a, b, gap: [], []).fill({}) == []
    assert Chart([A, B], lambda a, b, gap: [], [-1.0, -1.0]).fill({}) == []
