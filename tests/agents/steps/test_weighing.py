"""Sources weighed against the graph: the preferred wins, the conflict is told, and the rest is unchanged."""

import pytest

from agents.declaration import declaration
from agents.extraction.triples import End, Triple
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.sources import selectors
from agents.sources.factuality import Checked, Outcome, Verdict
from agents.sources.manner import Manner
from agents.state import Turn
from tests.agents.conftest import DECLARED, GRAPH
from tests.agents.readings import read_as, valued
from tests.fakes import ScriptedIntents, ScriptedSource, ScriptedSources

TX, AU, DA = Node("s:tx", "State", "Texas"), Node("c:au", "City", "Austin"), Node("c:da", "City", "Dallas")
QUESTION = "what is the capital of Texas?"


def triple(head, relation, tail, text="It says so."):
    ends = [End(each.name, 0, 1, each, 1.0) if isinstance(each, Node) else End(each, 0, 1) for each in (head, tail)]
    return Triple(ends[0], relation, ends[1], relation, 1.0, sentence=text)


@pytest.fixture
def ask(store, reader, ear, monkeypatch):
    async def asked(*said, question=QUESTION, preference=(), turns=()):
        """Ask with sources of these kinds, each of which says a triple."""
        words = {**DECLARED, "relations": {**DECLARED["relations"], "capital": {"functional": True}}}
        store.declare(GRAPH, declaration({**words, "preference": preference}))
        sources = tuple(ScriptedSource(f"the {kind}", kind, (f"{kind} says {n}.",)) for n, (kind, _) in enumerate(said))
        claims = {f"{kind} says {n}.": each for n, (kind, each) in enumerate(said)}

        async def check(graph, passages, tools, documents=()):
            found = [claims[each.text] for each in passages]
            return tuple(
                Verdict(Outcome.UNKNOWN, claims=(Checked(each.sentence, Outcome.UNKNOWN, triple=each),))
                for each in found
            )

        monkeypatch.setattr(selectors, "check", check)
        manner = Manner("bottom-up", frozenset({"factuality"}))
        kit = Kit(store, reader, ScriptedIntents(), sources=ScriptedSources({GRAPH: sources}), manner=manner)
        return await run(kit, GRAPH, question, ear, turns=turns)

    return asked


def capital(reader):
    reader.enqueue(read_as("s:tx", "capital", out=True))


async def test_the_graph_is_believed_over_a_document_and_both_are_shown(ask, reader, ear):
    capital(reader)
    state = await ask(("document", triple(TX, "capital", DA, "Dallas is the capital of Texas.")))
    assert [each["name"] for each in state.answers] == ["Austin"]
    told = state.claims[-1]
    assert told.kind == "conflict"
    assert "the graph says" in told.text
    assert "Dallas is the capital of Texas" in told.text
    assert "I go by the graph, which here comes before documents" in told.text
    assert told.edges
    assert told.passages
    (event,) = ear.of("conflict.found")
    assert [each.kind for each in event.claims] == ["graph", "document"]
    assert event.about == "capital of Texas"


async def test_a_document_wins_where_the_graph_s_manager_prefers_it(ask, reader, ear):
    capital(reader)
    preference = ("person", "document", "graph", "card", "model")
    state = await ask(("document", triple(TX, "capital", DA, "Dallas is the capital.")), preference=preference)
    assert [each["name"] for each in state.answers] == ["Dallas"]
    assert state.claims[0].kind == "document"
    assert not any(each.kind == "graph" and each.edges for each in state.claims)
    assert state.claims[-1].text.endswith("I go by documents, which here comes before the graph.")


async def test_a_claim_of_a_model_alone_never_looks_like_a_fact_of_the_graph(ask, reader):
    said = triple(Node("s:oh", "State", "Ohio"), "capital", DA)
    state = await ask(("model", said), question="what is the capital of Ohio?")
    assert {each.kind for each in state.claims if each.passages} == {"model"}
    assert state.not_in_graph
    assert state.answers == ()


async def test_other_values_where_there_is_room_for_several_leave_the_answer_alone(ask, reader, ear):
    reader.enqueue(read_as("s:tx", "borders", out=True))
    oh = Node("s:oh", "State", "Ohio")
    state = await ask(("document", triple(TX, "borders", oh)), question="what does Texas border?")
    assert [each["name"] for each in state.answers] == ["Oklahoma"]
    assert ear.of("conflict.found") == []


async def test_a_value_that_contradicts_a_property_is_a_conflict(ask, reader, ear):
    reader.enqueue(valued("s:tx", "population"))
    state = await ask(("document", triple(TX, "population", "12 million")), question="population of Texas?")
    assert state.answers == ({"value": 29145505},)
    assert len(ear.of("conflict.found")) == 1


async def test_a_rounded_value_is_none(ask, reader, ear):
    reader.enqueue(valued("s:tx", "population"))
    await ask(("document", triple(TX, "population", "29 million")), question="population of Texas?")
    assert ear.of("conflict.found") == []


async def test_a_document_and_a_card_that_disagree_are_shown_where_the_graph_has_nothing(ask, ear):
    ok = Node("s:ok", "State", "Oklahoma")
    said = [("card", triple(ok, "capital", DA)), ("document", triple(ok, "capital", AU))]
    state = await ask(*said, question="what is the capital of Oklahoma?")
    assert [each.kind for each in ear.of("conflict.found")[0].claims] == ["document", "card"]
    assert state.not_in_graph


async def test_two_cards_that_answer_differently_are_told_and_neither_is_believed(store, reader, ear):
    texts = [f"{name} painted the dome of the state house of Oklahoma." for name in ("Ann Reed", "Bo Kerr")]
    sources = tuple(ScriptedSource(f"card {n}", "card", (text,)) for n, text in enumerate(texts))
    manner = Manner("bottom-up")
    kit = Kit(
        store, reader, ScriptedIntents(), embed=embedder(), sources=ScriptedSources({GRAPH: sources}), manner=manner
    )
    state = await run(kit, GRAPH, "Who painted the dome of the state house of Oklahoma?", ear)
    told = [each for each in state.claims if each.kind == "conflict"]
    assert told[0].text.startswith("Sources disagree on “")
    assert all(text[:-1] in told[0].text for text in texts)
    assert told[0].text.endswith("Both stand on cards alone, so neither is believed over the other.")
    assert len(told[0].passages) == 2
    assert [each.kind for each in ear.of("conflict.found")[0].claims] == ["card", "card"]
    assert state.not_in_graph


# --- what the person said -----------------------------------------------------------------------


@pytest.fixture
def talk(store):
    """Weigh an answer of the graph against what was said in the talk, read by the real reader."""
    words = {**DECLARED, "relations": {**DECLARED["relations"], "capital": {"functional": True}}}
    store.declare(GRAPH, declaration(words))
    reader = GraphReader(store, embedder())

    async def asked(question, *before, ear, kind="teach"):
        kit = Kit(store, reader, ScriptedIntents())
        turns = tuple(Turn(each, "", intent=kind) for each in before)
        return await run(kit, GRAPH, question, ear, turns=turns, intent="question")

    return asked


async def test_what_the_person_said_wins_over_the_graph(talk, ear):
    state = await talk("What is the capital of Texas?", "Remember that the capital of Texas is Dallas.", ear=ear)
    assert [each["name"] for each in state.answers] == ["Dallas"]
    assert state.claims[0].kind == "person"
    assert "I go by what you said in this talk, which here comes before the graph" in state.answer
    assert len(ear.of("conflict.found")) == 1


async def test_it_is_said_of_what_the_graph_lacks(talk, ear):
    state = await talk("What is the capital of Ohio?", "Remember that the capital of Ohio is Dallas.", ear=ear)
    assert state.not_in_graph
    assert any(each.kind == "person" and "Dallas" in each.text for each in state.claims)


async def test_what_was_said_of_other_things_is_let_be(talk, ear):
    state = await talk("Which cities are located in Texas?", "Remember that the capital of Texas is Dallas.", ear=ear)
    assert sorted(each["name"] for each in state.answers) == ["Austin", "Dallas"]
    assert ear.of("conflict.found") == []


async def test_a_question_of_the_talk_says_nothing(talk, ear):
    state = await talk("What is the capital of Texas?", "Is the capital of Texas Dallas?", ear=ear, kind="question")
    assert [each["name"] for each in state.answers] == ["Austin"]
    assert ear.of("conflict.found") == []
