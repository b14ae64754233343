"""Words around a question that ask nothing of the graph."""

from dataclasses import replace

import pytest

from agents.kit import Kit
from agents.language.intents import IntentClassifier
from agents.state import State
from agents.talk.chatter import without_chatter
from tests.agents.conftest import GRAPH


@pytest.fixture(scope="module")
def knowing(kit: Kit) -> Kit:
    return replace(kit, intents=IntentClassifier())


def alone(kit: Kit, text: str) -> str | None:
    found = without_chatter(State(GRAPH, text, text, mentions=kit.reader.link(GRAPH, text)), kit)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("sorry to bother you, who is the mayor of Columbus?", "who is the mayor of Columbus?"),
        ("Listen, you useless thing: which cities are in Ohio?", "which cities are in Ohio?"),
        ("I'm new here. Who is the mayor of Columbus? Thanks in advance!", "Who is the mayor of Columbus?"),
    ],
)
def test_what_is_said_to_the_machine_is_put_aside(knowing: Kit, text: str, question: str) -> None:
    assert alone(knowing, text) == question


@pytest.mark.parametrize(
    "text",
    [
        "of the ones with a harbour, which is the largest?",
        "older than me, who is the mayor of Columbus?",
        "on Sundays, who is the mayor of Columbus?",
        "thinking of Utah, which cities are there?",
        "born in 1960, who is the mayor?",
        "I love Ohio, who is the mayor of Columbus?",
        "you were a great help. bye now",
        "who is the mayor of Columbus?",
    ],
)
def test_what_may_narrow_a_question_stays_in_it(knowing: Kit, text: str) -> None:
    assert alone(knowing, text) is None


def test_names_keep_their_places_in_what_is_left(knowing: Kit) -> None:
    text = "hope you are well! who is the mayor of Columbus?"
    found = without_chatter(State(GRAPH, text, text, mentions=knowing.reader.link(GRAPH, text)), knowing)
    assert found is not None
    assert [found.text[each.start : each.end] for each in found.mentions] == ["Columbus"]
