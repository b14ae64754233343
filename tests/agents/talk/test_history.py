"""Earlier turns are taken as they were understood then."""

from dataclasses import replace

from agents.model import Mention
from agents.pipeline import run
from agents.state import Turn
from tests.agents.conftest import GRAPH
from tests.agents.talk.conftest import names, turn
from tests.fakes import Ear


async def test_a_picked_node_stays_picked(talk):
    state = await talk("What is Maine?", "Who is its mayor?", picks={"maine": "c:ma"})
    assert names(state) == {"Bob"}


async def test_what_an_earlier_question_brought_in_can_be_picked(kit):
    before = (turn(await run(kit, GRAPH, "When was Bob born?", Ear()), kit),)
    state = await run(kit, GRAPH, "why?", Ear(), turns=before, picks={"bob": "p:b2"})
    assert names(state) == {1950}


async def test_of_two_namesakes_only_the_picked_one_is_meant(kit):
    assert names(await run(kit, GRAPH, "When was Bob born?", Ear(), picks={"bob": "p:bo"})) == {1980}


async def test_a_picked_reading_is_what_those_are_of(kit):
    first = await run(kit, GRAPH, "Which cities are located in Ohio?", Ear(), reading=1)
    again = await run(
        kit,
        GRAPH,
        "Which of those have a population over 500000?",
        Ear(),
        turns=(replace(turn(first, kit), reading=1),),
    )
    assert set(again.mentions[0].text.split()[-1:]) != set()
    assert {each.node.id for each in again.mentions[0].candidates} == {each["id"] for each in first.answers}


async def test_a_turn_that_was_kept_is_as_good_as_one_that_was_heard(kit):
    first = await run(kit, GRAPH, "Which cities are located in Ohio?", Ear())
    before = (turn(first, kit),)
    second = await run(kit, GRAPH, "Which of those have a population over 100000?", Ear(), turns=before)
    mentions = tuple(Mention.from_json(each.to_json()) for each in second.mentions)
    kept = replace(turn(second, kit), mentions=mentions, nodes=(), total=0)
    third = await run(kit, GRAPH, "and over 500000?", Ear(), turns=(*before, kept))
    assert names(third) == {"Columbus"}


async def test_a_turn_that_says_no_more_than_its_question_is_understood_anew(kit):
    before = (Turn("What is the capital of Ohio?"), Turn("what about Texas?"))
    assert names(await run(kit, GRAPH, "Who is its mayor?", Ear(), turns=before)) == {"Bob"}
