"""Ideas, and what is like something."""

from tests.agents.tasks.conftest import Learn


async def test_two_things_are_brought_together_with_reasons(learn: Learn):
    state = await learn("idea", "suggest a project that combines Onion soup and Apple tart")
    assert state.claims[0].text == "An idea: a piece of work that brings Onion soup and Apple tart together."
    assert [each["name"] for each in state.answers] == ["Onion soup", "Apple tart"]
    assert "no edge joins them" in state.answer


async def test_what_both_have_is_told_with_its_edges(learn: Learn):
    state = await learn("idea", "an idea with Onion soup and Potato soup")
    said = next(each for each in state.claims if each.text.startswith("They have neighbours in common"))
    assert said.kind == "graph"
    assert len(said.edges) >= 2
    assert set(said.edges) <= {each.id for each in state.evidence.edges}


async def test_one_thing_meets_what_is_near_and_not_joined_to_it(learn: Learn):
    state = await learn("idea", "give me a project idea with Onion soup")
    other = state.answers[1]["name"]
    assert other != "Onion soup"
    assert other not in {"Onion", "Butter", "Stock cube", "Ann"}


async def test_things_that_are_joined_are_said_to_be(learn: Learn):
    state = await learn("idea", "combine Leek soup and Butter")
    assert "The graph joins them already: Leek soup is made with Butter." in [each.text for each in state.claims]


async def test_with_nothing_named_a_busy_node_is_the_start(learn: Learn):
    state = await learn("idea", "give me an idea")
    assert len(state.answers) == 2


async def test_what_is_asked_for_is_guessed_and_marked_so(learn: Learn):
    state = await learn("idea", "an idea with Onion soup and Potato soup")
    asked = [each for each in state.claims if each.text.startswith("What it could ask")]
    assert [each.kind for each in asked] == ["inference"]


async def test_similar_things_come_nearest_first(learn: Learn):
    state = await learn("idea", "what is similar to Leek soup?")
    assert [each["name"] for each in state.answers][:2] == ["Potato soup", "Onion soup"]
    assert state.claims[0].kind == "inference"


async def test_what_similar_things_share_stands_on_edges(learn: Learn):
    state = await learn("idea", "what is similar to Leek soup?")
    assert state.claims[1].kind == "graph"
    assert set(state.claims[1].edges) <= {each.id for each in state.evidence.edges}


async def test_an_unknown_thing_is_said(learn: Learn):
    assert (await learn("idea", "an idea with Fooville")).not_in_graph


async def test_a_question_for_what_is_similar_that_no_reading_fits_is_answered_so(learn: Learn):
    state = await learn("question", "what is similar to Leek soup?")
    assert state.claims[0].kind in ("inference", "graph")
    assert "Potato soup" in {each["name"] for each in state.answers}
