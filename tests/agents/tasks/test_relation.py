"""How two things are related, and whether one relation holds between them."""

from agents.declaration import declaration
from agents.model import Edge, Node
from agents.reading.reader import RelationGuess
from tests.agents.conftest import DECLARED
from tests.agents.readings import bordering


async def test_an_edge_between_them_is_said(ask):
    state = await ask("relation", "what is the relation between Oklahoma and Texas?")
    assert state.answer == "Texas borders Oklahoma."
    assert state.answers == ({"value": "borders"},)
    assert state.verdict is None


async def test_being_asked_whether_gives_a_verdict(ask):
    state = await ask("relation", "is Texas related to Oklahoma?")
    assert (state.verdict, state.answer) == ("yes", "Yes. Texas borders Oklahoma.")


async def test_without_an_edge_a_short_path_is_shown_as_an_inference(ask):
    state = await ask("relation", "is Dallas related to Oklahoma?")
    assert state.verdict == "no"
    assert state.claims[0].text == "No fact of this graph joins Dallas and Oklahoma directly."
    assert state.claims[1].text == (
        "They are connected in 2 steps: Dallas is located in Texas; Texas borders Oklahoma."
    )
    assert state.claims[1].kind == "inference"
    assert len(state.claims[1].edges) == 2


async def test_a_named_relation_that_an_edge_says_is_a_yes_of_the_graph(ask, reader):
    reader.guesses = (RelationGuess("located_in", 0.9),)
    state = await ask("relation", "does Austin lie in Texas?")
    assert (state.verdict, state.claims[-1].kind) == ("yes", "graph")


async def test_a_symmetric_relation_backwards_is_an_inferred_yes(ask, reader):
    reader.guesses = (RelationGuess("borders", 0.9),)
    state = await ask("relation", "does Oklahoma border Texas?")
    assert (state.verdict, state.claims[-1].kind) == ("yes", "inference")


async def test_a_transitive_relation_is_inferred_with_its_chain(ask, reader):
    reader.guesses = (RelationGuess("located_in", 0.9),)
    reader.names = ("Austin", "America")
    state = await ask("relation", "does Austin lie in America?")
    assert (state.verdict, state.claims[-1].kind) == ("yes", "inference")
    assert len(state.claims[-1].edges) == 3


async def test_a_relation_spoken_backwards_is_turned_round(ask, reader):
    reader.guesses = (RelationGuess("flowsThrough", 0.9, backwards=True),)
    state = await ask("relation", "is Texas crossed by Red River?")
    assert state.verdict == "yes"


async def test_the_wrong_direction_is_a_no_and_what_the_graph_says_is_shown(ask, reader):
    reader.guesses = (RelationGuess("flowsThrough", 0.9),)
    state = await ask("relation", "does Texas flow through Red River?")
    assert state.verdict == "no"
    assert state.claims[0].text == "The graph does not say that Texas flows through Red River."
    assert state.claims[-1].text == "Red River flows through Texas."


async def test_a_doubtful_relation_is_not_judged(ask, reader):
    reader.guesses = (RelationGuess("flowsThrough", 0.2),)
    state = await ask("relation", "what joins Texas to Oklahoma?")
    assert (state.verdict, state.answer) == (None, "Texas borders Oklahoma.")


async def test_an_unknown_thing_is_not_in_the_graph(ask):
    state = await ask("relation", "is Texas related to Fooville?")
    assert state.not_in_graph
    assert "nothing is called 'Fooville'" in state.answer


async def test_two_names_of_one_thing_are_no_two_ends(ask, reader):
    reader.names = ("Texas", "Lone Star State")
    state = await ask("relation", "is Texas related to the Lone Star State?")
    assert reader.asked[0] == "is Texas related to the Lone Star State?"
    assert state.not_in_graph


async def test_a_yes_or_no_that_reads_well_is_left_to_the_reader(ask, reader):
    reader.enqueue(bordering("s:tx", "s:ok"))
    state = await ask("relation", "does Texas border Oklahoma?")
    assert (state.verdict, state.answer) == ("yes", "Yes. Texas borders Oklahoma.")
    assert len(state.plan) == 1


async def test_a_chain_may_go_over_the_inverse_relation(ask, reader, store):
    store.load("land", [Node("a:ca", "Area", "Canada"), Edge("a:na", "contains", "a:ca")])
    declared = {**DECLARED, "relations": {"located_in": {"transitive": True, "inverse": "contains"}}}
    store.declare("land", declaration(declared))
    store.load("land", [Node("c:to", "City", "Toronto"), Edge("c:to", "located_in", "a:ca")])
    reader.guesses, reader.names = (RelationGuess("located_in", 0.9),), ("Toronto", "America")
    state = await ask("relation", "does Toronto lie in America?")
    assert (state.verdict, state.claims[-1].kind) == ("yes", "inference")
    reader.names = ("Austin", "Canada")
    assert (await ask("relation", "does Austin lie in Canada?")).verdict == "no"


async def test_a_question_inside_a_longer_text_is_judged(ask, reader):
    reader.guesses = (RelationGuess("located_in", 0.9),)
    reader.names = ("Austin", "Texas")
    text = "I have read much about the south. Considering where things lie, is it true that Austin lies in Texas?"
    assert (await ask("relation", text)).verdict == "yes"


async def test_whether_an_unknown_thing_is_related_is_no_edge_and_not_in_the_graph(ask):
    state = await ask("relation", "is Texas related to Fooville?")
    assert (state.verdict, state.not_in_graph) == ("no", True)
