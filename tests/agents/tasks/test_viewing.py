"""Requests to the drawing, in words."""

import pytest

from tests.agents.tasks.conftest import Learn


def asked(ear) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    return [(each.action, each.nodes, each.types, each.relations) for each in ear.of("view.asked")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hide the ingredients", ("hide", (), ("Ingredient",), ())),
        ("please don't show dishes and cooks", ("hide", (), ("Dish", "Cook"), ())),
        ("remove the dishes from view", ("hide", (), ("Dish",), ())),
        ("hide Butter", ("hide", ("butter",), (), ())),
        ("hide the made with edges", ("hide", (), (), ("made_with",))),
        ("show only dishes", ("only", (), ("Dish",), ())),
        ("filter by lesson", ("only", (), ("Lesson",), ())),
        ("collapse Onion soup", ("collapse", ("onion-soup",), (), ())),
        ("show everything again", ("reset", (), (), ())),
        ("reset the view", ("reset", (), (), ())),
    ],
)
async def test_the_drawing_is_told_what_is_asked_of_it(learn: Learn, ear, text: str, expected: tuple[object, ...]):
    await learn("explore", "show me Onion soup")
    ear.heard.clear()
    state = await learn("explore", text)
    assert asked(ear) == [expected]
    assert not ear.of("graph.grown")
    assert state.claims[0].kind == "none"


@pytest.mark.parametrize("text", ["focus on Onion soup", "expand Onion soup", "zoom in on Onion soup"])
async def test_what_is_to_be_seen_is_looked_up_too(learn: Learn, ear, text: str):
    state = await learn("explore", text)
    assert asked(ear)[0][1] == ("onion-soup",)
    assert {each["name"] for each in state.answers} == {"Onion", "Butter", "Stock cube", "Ann"}


async def test_only_some_types_around_a_thing_is_a_look_up_and_a_filter(learn: Learn, ear):
    state = await learn("explore", "show only cooks around Onion soup")
    assert asked(ear) == [("only", ("onion-soup",), ("Cook",), ())]
    assert state.answers


async def test_two_steps_around_are_looked_at_where_they_are_few(learn: Learn):
    state = await learn("explore", "show two steps around Onion soup")
    assert "Leek soup" in {each["name"] for each in state.answers}


async def test_just_showing_something_asks_nothing_of_the_drawing(learn: Learn, ear):
    await learn("explore", "show me Onion soup")
    assert asked(ear) == []


@pytest.mark.parametrize("text", ["show everything with Onion soup", "show me all that have Butter"])
async def test_everything_of_a_kind_is_not_all_that_was_found(learn: Learn, ear, text: str):
    await learn("explore", text)
    assert "reset" not in [each[0] for each in asked(ear)]


async def test_hiding_nothing_that_is_known_asks_what(learn: Learn, ear):
    state = await learn("explore", "hide it all")
    assert asked(ear) == []
    assert state.answer.startswith("Tell me what, for instance ")


async def test_an_unknown_thing_is_said(learn: Learn, ear):
    assert (await learn("explore", "hide Fooville")).not_in_graph
    assert asked(ear) == []
