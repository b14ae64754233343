"""Which way a relation is asked: the phrase decides, as English has it."""

import pytest

from agents.model import Edge, Node
from agents.reading.direction import against_direction
from agents.reading.items import Item
from tests.agents.reading.worlds import World, world

WORK = [
    Node("f:1", "Film", "Night Ferry"),
    Node("p:1", "Person", "Mia Torres"),
    Node("d:1", "Drug", "Zentol"),
    Node("x:1", "Disease", "Marsh Fever"),
    Node("c:1", "Country", "Velm"),
    Node("t:1", "City", "Arna"),
]
JOINED = [
    Edge("f:1", "directed_by", "p:1"),
    Edge("d:1", "TREATS", "x:1"),
    Edge("c:1", "capital", "t:1"),
    Edge("t:1", "part_of", "c:1"),
]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory.mktemp("work"), [*WORK, *JOINED])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who directed Night Ferry?", "Mia Torres"),
        ("Who was Night Ferry directed by?", "Mia Torres"),
        ("Which film did Mia Torres direct?", "Night Ferry"),
        ("Which film was directed by Mia Torres?", "Night Ferry"),
        ("What treats Marsh Fever?", "Zentol"),
        ("What does Zentol treat?", "Marsh Fever"),
        ("What is Marsh Fever treated by?", "Zentol"),
        ("Which diseases are treated by Zentol?", "Marsh Fever"),
        ("What is the capital of Velm?", "Arna"),
        ("What is Velm's capital?", "Arna"),
        ("Which country has the capital Arna?", "Velm"),
        ("Which cities are part of Velm?", "Arna"),
        ("What is Arna part of?", "Velm"),
    ],
)
def test_it_asks_the_way_that_is_said(work: World, question: str, answer: str) -> None:
    assert work.answers(question) == {answer}


@pytest.mark.parametrize(
    ("relation", "gap", "before", "out"),
    [
        (Item("relation", 0.0, said="capital", noun=True), ("of",), False, True),  # the capital of X
        (Item("relation", 0.0, said="capital", noun=True), ("'s",), True, True),  # X's capital
        (Item("relation", 0.0, said="part of"), (), False, False),  # part of X
        (Item("relation", 0.0, said="treats"), (), True, True),  # X treats
        (Item("relation", 0.0, said="treats"), (), False, False),  # treats X
        (Item("relation", 0.0, said="treats", passive=True), ("by",), False, True),  # passive, by X
        (Item("relation", 0.0, said="directed by"), (), False, True),  # directed X
        (Item("relation", 0.0, said="directed by"), ("by",), False, False),  # directed by X
    ],
)
def test_one_way_is_preferred(relation: Item, gap: tuple[str, ...], before: bool, out: bool) -> None:
    costs = {way: against_direction(relation, way, gap, before) for way in (True, False)}
    assert costs == {out: 0.0, not out: 1.0}


def test_a_phrase_that_says_neither_way_prefers_none() -> None:
    relation = Item("relation", 0.0, said="treats", passive=True)
    assert [against_direction(relation, way, (), False) for way in (True, False)] == [0.0, 0.0]


def test_a_word_for_the_inverse_turns_the_preference() -> None:
    relation = Item("relation", 0.0, said="capital", noun=True, out=False)
    assert against_direction(relation, True, ("of",), False) == 1.0
