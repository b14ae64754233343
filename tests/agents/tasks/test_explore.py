"""What is around something, and what a graph holds."""

from tests.agents.readings import located


async def test_it_shows_what_is_around_a_node(ask, ear):
    state = await ask("explore", "show me Texas")
    assert state.claims[0].text == "Here is what is around Texas: 5 nodes."
    assert {each["name"] for each in state.answers} == {"Oklahoma", "Austin", "Dallas", "Red River", "South"}
    assert len(ear.of("graph.grown")[0].edges) == 7  # with the one that joins two of the neighbours


async def test_edges_of_the_node_itself_come_before_those_among_its_neighbours(ask):
    state = await ask("explore", "show me Texas", evidence_limit=6)
    assert all("s:tx" in (each.head, each.tail) for each in state.evidence.edges)


async def test_what_is_around_is_grouped_by_relation(ask):
    state = await ask("explore", "show me Texas")
    assert "2 cities are located in Texas: Austin and Dallas." in [each.text for each in state.claims]


async def test_it_tells_what_the_graph_holds(ask):
    state = await ask("explore", "what is in this graph?")
    assert state.claims[0].text.startswith("States and rivers holds 9 nodes: 4 states, 2 areas, 2 cities and 1 river")
    assert "8 edges: located in (4), flows through (2)" in state.claims[1].text
    assert "Which rivers flow through Texas?" in state.claims[2].text


async def test_naming_a_type_makes_it_a_question(ask, reader):
    reader.enqueue(located("s:tx"))
    state = await ask("explore", "show me the cities")
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]


async def test_an_unknown_name_is_said(ask):
    state = await ask("explore", "show me Fooville")
    assert state.not_in_graph
