"""The walk of a run: its events in order, its failures, and how it is stopped."""

import asyncio
import json

import pytest

from agents.errors import StoreTimeout
from agents.events import Event
from agents.kit import Kit
from agents.model import Edge, Node
from agents.pipeline import STEPS, answer_json, run
from tests.agents.conftest import GRAPH, NAMES
from tests.agents.readings import located
from tests.fakes import Ear, ScriptedIntents, ScriptedReader

NAMES_OF_STEPS = [each.name for each in STEPS]
KEYS = (
    *("question", "intent", "mentions", "plan", "query", "statement", "answers", "verdict", "not_in_graph", "answer"),
    *("evidence", "claims", "model_calls", "timings"),
)


async def test_it_tells_the_seven_steps_in_order(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    await ask("question", "which cities are in Texas?")
    assert [each.step for each in ear.of("step.started")] == NAMES_OF_STEPS
    assert [each.step for each in ear.of("step.finished")] == NAMES_OF_STEPS
    assert NAMES_OF_STEPS == ["understand", "link", "plan", "gather", "reason", "answer", "propose"]


async def test_it_starts_with_the_question_and_ends_with_the_answer(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    await ask("question", "which cities are in Texas?")
    assert ear.kinds[0] == "run.started"
    assert ear.kinds[-1] == "answer.done"


async def test_each_step_tells_its_event_between_its_start_and_its_end(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    await ask("question", "which cities are in Texas?")
    told = [each for each in ear.kinds if each not in ("step.started", "step.finished", "answer.delta")]
    assert told == [
        *("run.started", "graph.grown", "intent.understood", "entities.linked"),
        *("plan.made", "query.ran", "graph.grown", "claims.made", "answer.done"),
    ]


async def test_what_the_question_surely_speaks_of_is_drawn_before_the_search(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    await ask("question", "which cities are in Texas?")
    assert [each.id for each in ear.of("graph.grown")[0].nodes] == ["s:tx"]
    assert not ear.of("graph.grown")[0].edges


@pytest.mark.parametrize(("text", "drawn"), [("which cities are in Texas?", True), ("hide Texas", False)])
async def test_only_what_is_plainly_a_question_is_drawn_before_it_is_told_what_kind(text, drawn, store, reader, ear):
    heard = []

    class Listening(ScriptedIntents):
        def classify(self, text):
            heard.extend(ear.kinds)
            return super().classify(text)

    reader.enqueue(located("s:tx"))
    await run(Kit(store, reader, Listening("question")), GRAPH, text, ear)
    assert ("graph.grown" in heard) is drawn


async def test_the_pieces_of_the_answer_join_up_to_it(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    pieces = ear.of("answer.delta")
    assert "".join(each.text for each in pieces) == state.answer == ear.heard[-1].text
    assert [each.claim for each in pieces] == sorted(each.claim for each in pieces)


async def test_a_claim_stands_on_edges_that_were_shown(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    shown = {edge.id for event in ear.of("graph.grown") for edge in event.edges}
    assert state.claims[0].edges
    assert {edge for claim in state.claims for edge in claim.edges} <= shown


async def test_every_edge_that_is_shown_comes_with_both_its_ends(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    await ask("question", "which cities are in Texas?")
    grown = ear.of("graph.grown")[-1]
    assert {end for edge in grown.edges for end in (edge.head, edge.tail)} <= {each.id for each in grown.nodes}


async def test_it_counts_what_the_cap_of_the_evidence_left_out(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?", evidence_limit=1)
    assert len(state.evidence.edges) == 1
    assert ear.of("graph.grown")[-1].omitted == state.omitted == 1
    assert len(state.answers) == 2


async def test_it_times_every_step_and_the_whole(ask):
    state = await ask("smalltalk", "hello")
    assert set(state.timings) == {*NAMES_OF_STEPS, "total"}
    assert state.timings["total"] >= max(state.timings[each] for each in NAMES_OF_STEPS)


async def test_the_answer_as_json_has_every_key_of_the_design(ask, reader):
    reader.enqueue(located("s:tx"))
    found = json.loads(json.dumps(answer_json(await ask("question", "which cities are in Texas?"))))
    assert set(KEYS) <= set(found)
    assert [each["name"] for each in found["answers"]] == ["Austin", "Dallas"]
    assert found["mentions"][0]["node"]["id"] == "s:tx"
    assert found["query"]["kind"] == "match"
    assert "located_in" not in found["statement"]  # values travel as parameters


async def test_an_engine_error_is_told_as_a_failure(store, ear):
    class Slow(ScriptedReader):
        def link(self, graph, text, picks):
            raise StoreTimeout("This takes too long.")

    state = await run(Kit(store, Slow(store), ScriptedIntents()), GRAPH, "which cities?", ear)
    assert ear.kinds[-1] == "run.failed"
    assert ear.heard[-1].reason == "This takes too long."
    assert state.errors == ("This takes too long.",)


async def test_an_unknown_graph_is_a_failure_in_words(store, reader, ear):
    await run(Kit(store, ScriptedReader(store, NAMES), ScriptedIntents()), "nowhere", "what is Texas?", ear)
    assert ear.heard[-1].reason == "There is no graph called 'nowhere'."


async def test_a_defect_is_not_hidden(store, ear):
    class Broken(ScriptedReader):
        def read(self, graph, question, mentions):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await run(Kit(store, Broken(store), ScriptedIntents()), GRAPH, "which cities?", ear)
    assert "run.failed" not in ear.kinds


@pytest.mark.parametrize("step", NAMES_OF_STEPS)
async def test_it_can_be_stopped_at_any_step(store, reader, step):
    reached, ear = asyncio.Event(), Ear()

    async def hold(event: Event) -> None:
        await ear(event)
        if event.kind == "step.started" and event.step == step:
            reached.set()
            await asyncio.Event().wait()

    reader.enqueue(located("s:tx"))
    going = asyncio.create_task(run(Kit(store, reader, ScriptedIntents()), GRAPH, "which cities are in Texas?", hold))
    await asyncio.wait_for(reached.wait(), 5)
    going.cancel()
    with pytest.raises(asyncio.CancelledError):
        await going
    assert ear.heard[-1].step == step


async def test_two_runs_at_once_keep_their_events_apart(store):
    async def one(name: str) -> Ear:
        ear, reader = Ear(), ScriptedReader(store, NAMES)
        await run(Kit(store, reader, ScriptedIntents("explore")), GRAPH, f"show me {name}", ear)
        return ear

    texas, ohio = await asyncio.gather(one("Texas"), one("Ohio"))
    assert [each.text for each in texas.of("entities.linked")[0].mentions] == ["Texas"]
    assert [each.text for each in ohio.of("entities.linked")[0].mentions] == ["Ohio"]


async def test_an_answer_of_very_many_is_told_in_part_with_its_count(ask, reader, store, ear):
    store.load(GRAPH, [Node(f"t:{n}", "Town", f"Town {n}") for n in range(250)])
    store.load(GRAPH, [Edge(f"t:{n}", "located_in", "s:oh") for n in range(250)])
    reader.enqueue(located("s:oh", kind="Town"))
    state = await ask("question", "which towns are in Ohio?")
    done = ear.heard[-1]
    assert (len(done.answers), done.count) == (200, 250)
    assert len(state.answers) == len(answer_json(state)["answers"]) == 250
