"""How sure a reading is: its score, and the likeness of what it says to what was asked."""

from agents.language.words import words
from agents.query import Match, Return, Var
from agents.reading.certainty import certainty
from agents.reading.question import Asked, asked
from agents.reading.reader import Reading
from agents.reading.signs import signs
from tests.agents.reading.worlds import GRAPH, World


def question(text: str) -> Asked:
    return asked(words(text), [], frozenset())


def reading(said: str) -> Reading:
    anything = Match(variables=(Var(name="x"),), returns=(Return(variable="x"),))
    return Reading(anything, -2.0, "set", said)


def chance(land: World, said: str) -> float:
    best, lexicon = reading(said), land.reader.lexicon(GRAPH)
    return certainty(best, signs(question("Where was Corvin born?"), [best], [], lexicon))


def test_what_says_the_question_is_surer_than_what_says_something_else(land: World) -> None:
    assert chance(land, "the place of birth of Corvin") > chance(land, "the mother of Corvin")


def test_a_relation_that_is_not_there_is_not_replaced(land: World) -> None:
    assert land.read("Who painted Oakton?").status == "none"
