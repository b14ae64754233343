"""What is likely missing: never shown as known."""

from tests.agents.tasks.conftest import Learn


async def test_what_the_graph_says_needs_no_guess(learn: Learn):
    state = await learn("completion", "predict the relation between Leek soup and Butter")
    assert [each.kind for each in state.claims] == ["graph", "graph"]
    assert state.claims[1].text == "Leek soup is made with Butter."
    assert state.answers == ({"value": "made_with"},)


async def test_the_likeliest_relation_is_an_inference_with_its_chance(learn: Learn):
    state = await learn("completion", "which relation holds between Onion soup and Potato?")
    assert state.answers[0]["value"] == "made_with"
    assert (state.answers[0]["head"], state.answers[0]["tail"]) == ("onion-soup", "potato")
    assert 0.5 < state.answers[0]["score"] <= 1.0
    assert {each.kind for each in state.claims} == {"inference"}
    assert "No edge joins them. My best guess is that Onion soup is made with Potato" in state.answer


async def test_it_guesses_the_edges_that_things_alike_have(learn: Learn):
    state = await learn("completion", "which links are missing around Onion soup?")
    assert state.answers[0]["name"] == "Leek"
    assert state.answers[0]["relation"] == "made_with"
    assert {each.kind for each in state.claims} == {"inference"}


async def test_a_guess_rests_on_edges_that_are_shown(learn: Learn, ear):
    state = await learn("completion", "which links are missing around Onion soup?")
    shown = {each.id for event in ear.of("graph.grown") for each in event.edges}
    assert state.claims[1].edges
    assert set(state.claims[1].edges) <= shown


async def test_no_guess_is_an_edge_that_is_there(learn: Learn):
    state = await learn("completion", "which links are missing around Onion soup?")
    assert not {"Onion", "Butter", "Stock cube", "Ann"} & {each["name"] for each in state.answers}


async def test_guesses_come_best_first(learn: Learn):
    scores = [each["score"] for each in (await learn("completion", "what is missing of Pear tart?")).answers]
    assert scores == sorted(scores, reverse=True)


async def test_a_thing_that_nothing_is_like_has_no_guess(learn: Learn):
    state = await learn("completion", "which links are missing around Lonely dish?")
    assert state.answers == ()
    assert state.claims[0].kind == "none"


async def test_an_unknown_thing_is_said(learn: Learn):
    state = await learn("completion", "which links are missing around Fooville?")
    assert state.not_in_graph
