"""Sources beside the graph: asked at once, quoted as their own, and never a burden on the graph's own answer."""

import time

import pytest

from agents.errors import SourceError
from agents.kit import Kit
from agents.pipeline import run
from agents.sources.manner import Manner
from tests.agents.conftest import GRAPH
from tests.agents.readings import located
from tests.fakes import ScriptedIntents, ScriptedSource, ScriptedSources

GUIDE = ScriptedSource("Guide", texts=("Texas has many rivers.",))
EVERYTHING = "bottom-up"


@pytest.fixture
def asked(store, reader, ear):
    async def ask(text, *sources, kind="question", mode=EVERYTHING, graph=GRAPH, **manner):
        manner = Manner(mode, selectors=frozenset(), **manner)
        kit = Kit(store, reader, ScriptedIntents(kind), sources=ScriptedSources({GRAPH: sources}), manner=manner)
        return await run(kit, graph, text, ear)

    return ask


async def test_what_a_document_says_stands_after_what_the_graph_says(asked, reader):
    reader.enqueue(located("s:tx"))
    state = await asked("which cities are in Texas?", GUIDE)
    assert [each.kind for each in state.claims][-2:] == ["graph", "document"]
    assert state.claims[-1].text == "The document 'Guide' says: “Texas has many rivers.”"
    assert state.claims[-1].passages == tuple(each.id for each in state.evidence.passages)
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]


async def test_what_the_graph_lacks_stays_said_beside_what_a_document_says(asked):
    state = await asked("which rivers are in Texas?", GUIDE)
    assert state.not_in_graph
    assert state.answers == ()
    assert [each.kind for each in state.claims[:2]] == ["none", "document"]


async def test_a_card_and_a_model_speak_from_memory(asked):
    said = await asked("which rivers?", ScriptedSource("c", "card", ("A.",)), ScriptedSource("m", "model", ("B.",)))
    words = {each.kind: each.text for each in said.claims}
    assert words["card"].startswith("The card 'c' says, from what it was trained on")
    assert words["model"].startswith("The model 'm' says, from its own memory and unchecked")


@pytest.mark.parametrize("failure", [SourceError("It is away."), ZeroDivisionError()])
async def test_a_source_that_fails_is_told_and_the_others_go_on(asked, ear, failure):
    state = await asked("which rivers?", ScriptedSource("broken", failure=failure), GUIDE)
    assert [each.source for each in ear.of("source.failed")] == ["broken"]
    assert [each.source for each in state.evidence.passages] == ["Guide"]
    assert ear.kinds[-1] == "answer.done"


async def test_a_source_that_stalls_is_left_behind(asked, ear):
    started = time.monotonic()
    await asked("which rivers?", ScriptedSource("slow", texts=("x",), wait=30), GUIDE, seconds=0.2)
    assert time.monotonic() - started < 10
    assert ear.of("source.failed")[0].reason == "It gave no answer within 0.2 seconds."


async def test_sources_are_asked_at_once(asked):
    started = time.monotonic()
    await asked("which rivers?", *(ScriptedSource(f"s{n}", texts=(f"{n}",), wait=0.4) for n in range(8)))
    assert time.monotonic() - started < 2.4


async def test_each_source_tells_what_was_kept_of_what_it_gave(asked, ear):
    await asked(
        "which rivers?", ScriptedSource("Guide", texts=("One.", "Two.")), ScriptedSource("Echo", texts=("one.",))
    )
    told = {each.source: each for each in ear.of("source.asked")}
    assert (told["Guide"].given, [each.text for each in told["Guide"].passages]) == (2, ["One.", "Two."])
    assert (told["Echo"].given, told["Echo"].passages) == (1, ())
    assert [each["id"] for each in told["Guide"].to_json()["passages"]] == [each.id for each in told["Guide"].passages]


async def test_a_source_cannot_speak_for_another(asked):
    class Liar(ScriptedSource):
        async def passages(self, question, count, *, seed=0):
            found = await ScriptedSource("Guide", "document", ("Lies.",)).passages(question, count)
            return found * 9

    state = await asked("which rivers?", Liar("liar", "model"))
    assert [(each.source, each.kind) for each in state.evidence.passages] == [("liar", "model")]


@pytest.mark.parametrize("kind", ["smalltalk", "explore", "teach", "clusters", "completion", "idea"])
async def test_other_requests_ask_nobody(asked, kind):
    source = ScriptedSource("Guide", texts=("x",))
    state = await asked("show me Texas", source, kind=kind)
    assert (source.asked, state.evidence.passages) == ([], ())


async def test_a_question_that_names_nothing_of_the_graph_is_asked_of_the_sources(asked):
    source = ScriptedSource("Guide", texts=("Bees dance.",))
    state = await asked("why do bees dance?", source)
    assert source.asked == ["why do bees dance?"]
    assert state.not_in_graph
    assert any(each.kind == "document" for each in state.claims)


async def test_without_sources_an_answer_is_what_it_was(asked, ask, reader, ear):
    reader.enqueue(located("s:tx"))
    bare, told = await ask("question", "which cities are in Texas?"), list(ear.kinds)
    ear.heard.clear()
    same = await asked("which cities are in Texas?")
    assert (same.claims, same.evidence, same.answer) == (bare.claims, bare.evidence, bare.answer)
    assert ear.kinds == told


async def test_no_source_of_another_graph_is_asked(asked, store, ear):
    source = ScriptedSource("Guide", texts=("x",))
    store.create("other")
    await asked("which rivers?", source, graph="other")
    assert source.asked == []


async def test_nobody_is_asked_where_sources_are_switched_off(asked):
    source = ScriptedSource("Guide", texts=("x",))
    await asked("which rivers?", source, mode="off")
    assert source.asked == []


async def test_passages_of_several_requests_in_one_message_are_all_evidence(asked, reader):
    reader.enqueue(located("s:tx"))
    reader.enqueue(located("s:ok"))
    state = await asked("Which cities are in Texas? Which cities are in Oklahoma?", GUIDE)
    assert state.evidence.passages


async def test_the_person_may_have_sources_asked_otherwise(store, reader, ear):
    source = ScriptedSource("Guide", texts=("x",))
    kit = Kit(store, reader, ScriptedIntents(), sources=ScriptedSources({GRAPH: (source,)}))
    await run(kit, GRAPH, "which rivers?", ear, sources="off")
    assert source.asked == []
    await run(kit, GRAPH, "which rivers?", ear, sources="sideways")
    assert ear.heard[-1].reason == "There is no way 'sideways' to ask sources."
