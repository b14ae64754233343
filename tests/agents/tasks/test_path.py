"""The ways from one thing to another."""


async def test_the_shortest_comes_first_and_others_follow(ask):
    state = await ask("path", "find a path from Austin to Oklahoma")
    assert state.claims[0].text.startswith("The shortest path has 2 steps: ")
    assert [len(each.edges) for each in state.claims] == sorted(len(each.edges) for each in state.claims)
    assert len(state.claims) > 1


async def test_its_nodes_are_the_answer_in_their_order(ask):
    state = await ask("path", "find a path from Dallas to Oklahoma")
    assert [each["name"] for each in state.answers] == ["Dallas", "Texas", "Oklahoma"]


async def test_to_and_from_are_told_apart(ask):
    state = await ask("path", "how do I get to Dallas from Oklahoma")
    assert [each["name"] for each in state.answers] == ["Oklahoma", "Texas", "Dallas"]


async def test_it_says_plainly_when_there_is_none(ask):
    state = await ask("path", "find a path from Texas to Maine")
    assert state.answer == "No path within 6 steps leads from Texas to Maine."
    assert state.not_in_graph


async def test_an_end_that_does_not_exist_is_said(ask):
    state = await ask("path", "find a path from Texas to Fooville")
    assert "nothing is called 'Fooville'" in state.answer
