"""Groups of things that belong together."""

from tests.agents.tasks.conftest import Learn


async def test_the_graph_falls_into_its_groups(learn: Learn, ear):
    state = await learn("clusters", "what clusters are there in this graph?")
    groups = [set(each["nodes"]) for each in state.answers]
    assert any({"Onion soup", "Leek soup", "Potato soup"} <= group for group in groups)
    assert any({"Apple tart", "Pear tart", "Plum tart"} <= group for group in groups)
    assert not any({"Sauces", "Onion soup"} <= group for group in groups)
    assert {each.kind for each in state.claims} == {"inference"}


async def test_each_group_is_told_to_the_drawing(learn: Learn, ear):
    state = await learn("clusters", "what clusters are there in this graph?")
    (told,) = ear.of("clusters.found")
    assert [each.name for each in told.clusters] == [each["value"] for each in state.answers]
    drawn = {each.id for event in ear.of("graph.grown") for each in event.nodes}
    assert {id for each in told.clusters for id in each.nodes} <= drawn


async def test_no_node_is_in_two_groups(learn: Learn, ear):
    await learn("clusters", "what clusters are there in this graph?")
    ids = [id for each in ear.of("clusters.found")[0].clusters for id in each.nodes]
    assert len(ids) == len(set(ids))


async def test_the_things_of_a_type_are_grouped_by_what_joins_them(learn: Learn):
    state = await learn("clusters", "cluster the dishes")
    groups = {frozenset(each["nodes"]) for each in state.answers}
    assert frozenset({"Onion soup", "Leek soup", "Potato soup"}) in groups
    assert frozenset({"Apple tart", "Pear tart", "Plum tart"}) in groups


async def test_around_a_thing_it_is_no_member_itself(learn: Learn):
    state = await learn("clusters", "group what is around Stocks")
    assert "Stocks" not in {each for group in state.answers for each in group["nodes"]}


async def test_too_little_to_group_is_said(learn: Learn):
    state = await learn("clusters", "group what is around Lonely dish")
    assert state.claims[0].text == "I see no groups around Lonely dish: too little joins what is there."


async def test_it_is_the_same_twice(learn: Learn):
    first, second = [(await learn("clusters", "what clusters are there?")).answer for _ in range(2)]
    assert first == second
