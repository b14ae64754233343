"""What a person teaches: proposed and said back, never written."""

import pytest

from agents.changes import changes_from_json
from agents.curation.drafting import draft
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State, Turn
from tests.agents.conftest import GRAPH
from tests.fakes import Ear, ScriptedIntents


@pytest.fixture
def tell(store: SqliteStore, ear: Ear):
    """Tell the graph of states something, with the real reader."""
    reader = GraphReader(store, embedder())

    async def told(text: str, *before: str, picks: dict[str, str] | None = None) -> State:
        kit = Kit(store, reader, ScriptedIntents("teach"))
        turns = tuple(Turn(each) for each in before)
        return await run(kit, GRAPH, text, ear, turns=turns, picks=picks or {})

    return told


def ops(state: State) -> list[tuple[str, ...]]:
    """Return the proposals' changes, in short."""
    found: list[tuple[str, ...]] = []
    for proposal in state.proposals:
        for each in changes_from_json(proposal.changes).changes:
            match each:
                case _ if hasattr(each, "node"):
                    found.append(("put", each.node.id, each.node.type, each.node.name))
                case _ if hasattr(each, "edge"):
                    found.append(("put", *each.edge.triple))
                case _ if hasattr(each, "relation"):
                    found.append(("remove", each.head, each.relation, each.tail))
                case _:
                    found.append(("remove", each.id))
    return found


def says(state: State) -> str:
    return state.claims[0].text if state.claims else ""


async def test_a_fact_becomes_a_proposal_and_nothing_is_written(tell, store, ear):
    version = store.version(GRAPH)
    state = await tell("remember that Maine borders Ohio")
    assert state.answer == "I propose: Maine borders Ohio. Nothing is changed yet; that is for a curator to decide."
    assert ops(state) == [("put", "s:me", "borders", "s:oh")]
    assert store.version(GRAPH) == version
    (made,) = ear.of("proposal.made")
    assert (made.words, made.sentence) == ("Maine borders Ohio", "remember that Maine borders Ohio")


async def test_a_proposal_can_be_applied_as_it_stands(tell, store):
    state = await tell("remember that Zorbtown is located in Ohio")
    changes = changes_from_json(state.proposals[0].changes)
    assert not draft(store, GRAPH, changes.changes).problems
    store.apply(GRAPH, changes)
    assert store.edges(GRAPH, [("zorbtown", "located_in", "s:oh")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("please add that Maine borders Ohio", [("put", "s:me", "borders", "s:oh")]),
        ("Save this: the capital of Oklahoma is Dallas.", [("put", "s:ok", "capital", "c:da")]),
        ("Dallas is the capital of Oklahoma", [("put", "s:ok", "capital", "c:da")]),
        ("Oklahoma's capital is Dallas", [("put", "s:ok", "capital", "c:da")]),
        ("add an edge from Dallas to Ohio: located in", [("put", "c:da", "located_in", "s:oh")]),
        ("Texas does not border Oklahoma", [("remove", "s:tx", "borders", "s:ok")]),
        ("it's not true that Texas borders Oklahoma", [("remove", "s:tx", "borders", "s:ok")]),
        ("please forget that Texas borders Oklahoma", [("remove", "s:tx", "borders", "s:ok")]),
        ("delete the link between Dallas and Texas", [("remove", "c:da", "located_in", "s:tx")]),
        ("delete Maine", [("remove", "s:me")]),
        (
            "remember that Zorbax Springs is located in Maine",
            [("put", "zorbax-springs", "City", "Zorbax Springs"), ("put", "zorbax-springs", "located_in", "s:me")],
        ),
        (
            "remember that Zorbax town is located in Maine",
            [("put", "zorbax-town", "City", "Zorbax town"), ("put", "zorbax-town", "located_in", "s:me")],
        ),
        ("remove Maine from the graph, please", [("remove", "s:me")]),
        ("rename Maine to Pine State", [("put", "s:me", "State", "Pine State")]),
        ("Maine should be called Pine State", [("put", "s:me", "State", "Pine State")]),
        ("change the type of Austin from city to area", [("put", "c:au", "Area", "Austin")]),
        ("create a new city called Houston", [("put", "houston", "City", "Houston")]),
        ("Houston is a city", [("put", "houston", "City", "Houston")]),
        (
            "no, the capital of Texas is Dallas",
            [("remove", "s:tx", "capital", "c:au"), ("put", "s:tx", "capital", "c:da")],
        ),
        ("that's wrong, Austin is not the capital of Texas", [("remove", "s:tx", "capital", "c:au")]),
        (
            "remember that Maine borders Ohio and Oklahoma",
            [("put", "s:me", "borders", "s:oh"), ("put", "s:me", "borders", "s:ok")],
        ),
        (
            "Remember that Maine borders Ohio. Rename Austin to Waterloo.",
            [("put", "s:me", "borders", "s:oh"), ("put", "c:au", "City", "Waterloo")],
        ),
    ],
)
async def test_what_is_said_becomes_the_change_that_it_means(tell, text: str, expected: list[tuple[str, ...]]):
    assert ops(await tell(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "put down that Austin is located in Oklahoma",
        "jot down: Austin is located in Oklahoma",
        "Austin is located in Oklahoma, record it",
    ],
)
async def test_the_words_that_ask_to_write_are_no_part_of_what_is_written(tell, text: str):
    assert ops(await tell(text)) == [("put", "c:au", "located_in", "s:ok")]


async def test_a_merge_takes_the_facts_along(tell):
    state = await tell("merge Dallas and Austin")
    assert ("remove", "c:au") in ops(state)
    assert ("put", "s:tx", "capital", "c:da") in ops(state)


async def test_a_merge_that_would_move_very_many_facts_is_left_to_curators(tell, store):
    store.load(GRAPH, [Node(f"v{at}", "City", f"Village {at}") for at in range(500)])
    store.load(GRAPH, [Edge(f"v{at}", "located_in", "s:me") for at in range(500)])
    state = await tell("merge Ohio and Maine")
    assert not state.proposals
    assert says(state).startswith("Maine has 500 facts: too many")


async def test_a_renamed_thing_keeps_its_old_name_beside_the_new(tell):
    (made,) = (await tell("rename Maine to Pine State")).proposals
    assert made.changes["changes"][0]["node"]["aliases"] == ["Maine"]


async def test_a_value_is_read_as_its_property_wants_it_and_what_the_graph_says_is_told(tell):
    state = await tell("Texas's population is 30 million")
    assert state.proposals[0].changes["changes"][0]["node"]["props"] == {"population": 30_000_000}
    assert says(state) == "I propose: the population of Texas is 30,000,000 people."
    assert state.claims[1].text == "Note: the graph says 29,145,505 people."


async def test_a_value_of_the_wrong_kind_is_asked_back(tell):
    state = await tell("set the population of Texas to lots")
    assert not state.proposals
    assert says(state) == "'population' is a number in this graph, and 'lots' is none."


async def test_a_new_thing_gets_the_type_that_the_relation_asks_for(tell):
    state = await tell("Remember that Zorbtown is located in Ohio")
    assert ops(state)[0] == ("put", "zorbtown", "City", "Zorbtown")
    assert state.claims[1].text == "Note: 'Zorbtown' is new to the graph; it would be a city."
    assert state.proposals[0].confidence < 0.8


async def test_a_name_that_is_nearly_known_is_asked_back(tell):
    state = await tell("remember that Austn is located in Ohio")
    assert not state.proposals
    assert "Did you mean Austin?" in state.answer


async def test_a_name_in_quotes_is_meant_as_it_stands(tell):
    state = await tell('remember that "Austn" is located in Ohio')
    assert ops(state)[0] == ("put", "austn", "City", "Austn")


async def test_what_the_graph_says_already_is_no_proposal(tell):
    for text in ("add that Texas borders Oklahoma", "Oklahoma borders Texas", "Texas is a state"):
        state = await tell(text)
        assert not state.proposals
        assert says(state).startswith("The graph says that already")


async def test_what_contradicts_the_graph_is_told(tell, store):
    places = [(Node(f"x{at}", "State", f"X{at}"), Node(f"y{at}", "City", f"Y{at}")) for at in range(6)]
    store.load(GRAPH, [node for pair in places for node in pair])
    store.load(GRAPH, [Edge(state.id, "capital", city.id) for state, city in places])
    state = await tell("remember that the capital of Texas is Dallas")
    assert any("The graph says otherwise" in each.text for each in state.claims)
    assert "The graph says otherwise" in state.proposals[0].why


async def test_a_thing_of_another_type_is_told_to_be(tell):
    state = await tell("Texas is a city")
    assert "the graph has it as a state" in state.proposals[0].why


async def test_a_relation_that_the_graph_lacks_is_proposed_as_a_new_one(tell):
    state = await tell("note that Maine admires Ohio")
    assert ops(state) == [("put", "s:me", "admires", "s:oh")]
    assert "The graph has no relation 'admires' yet" in state.proposals[0].why


async def test_denying_what_the_graph_does_not_say_changes_nothing(tell):
    state = await tell("Maine does not border Ohio")
    assert not state.proposals
    assert says(state) == "The graph does not say that: nothing joins Maine and Ohio by 'borders'."


async def test_that_is_wrong_means_what_was_said_last(tell):
    state = await tell("that is wrong", "What is the capital of Texas?")
    assert ops(state) == [("remove", "s:tx", "capital", "c:au")]


async def test_of_several_facts_it_asks_which_is_wrong(tell):
    state = await tell("that is wrong", "Which cities are located in Texas?")
    assert not state.proposals
    assert "Which of these is wrong?" in says(state)
    assert {each.text for each in state.claims[1:]} == {"Austin is located in Texas.", "Dallas is located in Texas."}


async def test_that_is_wrong_with_nothing_before_asks_what(tell):
    assert "I cannot tell which fact is wrong" in says(await tell("that's wrong"))


async def test_what_cannot_be_understood_is_asked_back(tell):
    for text in ("hm", "add a link between Austin and Ohio", "remember that it borders Maine", "delete Fooville"):
        state = await tell(text)
        assert not state.proposals
        assert state.claims[0].kind == "none"


async def test_a_thing_picked_for_a_name_is_taken(tell, store):
    store.load(GRAPH, [Node("c:au2", "City", "Austin")])
    state = await tell("remember that Austin is located in Ohio", picks={"austin": "c:au2"})
    assert ops(state) == [("put", "c:au2", "located_in", "s:oh")]


async def test_several_of_one_name_are_told(tell, store):
    store.load(GRAPH, [Node("c:au2", "City", "Austin")])
    state = await tell("remember that Austin is located in Ohio")
    assert any("several things are called 'Austin'" in each.text for each in state.claims)


@pytest.mark.parametrize(
    "text",
    [
        "remember that " + "a " * 5000,
        "rename " + "to " * 2000,
        "delete the link between " + "and " * 1000,
        "remember that <script>alert(1)</script> borders Texas",
        "remember that Texas borders \x00 '; drop table nodes; --",
        'remember that "" borders Texas',
        "merge Texas and Texas",
    ],
)
async def test_hostile_text_is_only_text(tell, store, text: str):
    version = store.version(GRAPH)
    await tell(text)
    assert store.version(GRAPH) == version
