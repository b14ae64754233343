"""A run is paused, its plan changed, let go on and started over."""

import asyncio

import pytest

from agents.events import RunPaused, RunReset, RunResumed
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.reins import Change, Reins
from tests.agents.conftest import GRAPH
from tests.fakes import ScriptedIntents

QUESTION = "Which cities are located in Texas?"


class Ear:
    """Hears events, and does what is to be done when the run is paused, one thing a pause."""

    def __init__(self, *deeds):
        self.events, self.deeds = [], list(deeds)

    async def __call__(self, event):
        self.events.append(event)
        if isinstance(event, RunPaused) and self.deeds:
            asyncio.get_running_loop().call_soon(self.deeds.pop(0))

    @property
    def kinds(self):
        return [each.kind for each in self.events]

    def all(self, kind):
        return [each for each in self.events if each.kind == kind]


@pytest.fixture
def kit(store):
    return Kit(store, GraphReader(store, embedder()), ScriptedIntents())


async def held(kit, *deeds, reins=None):
    reins = reins or Reins(hold=True)
    ear = Ear(*(lambda deed=deed: deed(reins) for deed in deeds))
    return await asyncio.wait_for(run(kit, GRAPH, QUESTION, ear, reins=reins), 20), ear


def names(state):
    return {each["name"] for each in state.answers}


async def test_a_run_that_is_to_be_held_waits_before_its_plan_is_carried_out(kit):
    state, ear = await held(kit, Reins.go_on)
    kinds = ear.kinds
    assert kinds.index("plan.made") < kinds.index("run.paused") < kinds.index("run.resumed") < kinds.index("query.ran")
    assert names(state) == {"Austin", "Dallas"}


async def test_a_run_that_nobody_holds_goes_its_way(kit):
    ear = Ear()
    await run(kit, GRAPH, QUESTION, ear)
    assert not {RunPaused.kind, RunResumed.kind, RunReset.kind} & {*ear.kinds}


async def test_a_pause_holds_the_next_step(kit):
    reins = Reins()
    reins.pause()
    _, ear = await held(kit, Reins.go_on, reins=reins)
    assert [each.step for each in ear.all("run.paused")] == ["understand"]


async def test_a_step_that_is_left_out_is_not_run_and_nothing_is_said_of_it(kit):
    def leave_out(reins):
        assert reins.change(Change(dropped=frozenset({0})))
        reins.go_on()

    state, ear = await held(kit, leave_out)
    assert ear.all("plan.made")[-1].dropped == (0,)
    assert not ear.all("query.ran")
    assert (state.answers, state.verdict, state.not_in_graph) == ((), None, False)
    assert state.answer.startswith("Left out of the plan, as you asked: cities")


async def test_what_was_left_out_is_taken_in_again(kit):
    def change_twice(reins):
        reins.change(Change(dropped=frozenset({0})))
        reins.change(Change(dropped=frozenset()))
        reins.go_on()

    state, _ = await held(kit, change_twice)
    assert names(state) == {"Austin", "Dallas"}


async def test_another_reading_has_its_own_plan(kit):
    def read_otherwise(reins):
        reins.change(Change(reading=1))
        reins.go_on()

    state, ear = await held(kit, read_otherwise)
    first, second = ear.all("plan.made")
    assert first.steps[0].words != second.steps[0].words == state.plan[0].words


async def test_a_step_that_is_not_there_ends_the_run_in_words(kit):
    state, _ = await held(kit, lambda reins: reins.change(Change(dropped=frozenset({7}))))
    assert state.errors == ("There is no step number 7; this plan has 1.",)


async def test_a_run_started_over_has_nothing_changed_and_is_held_again(kit):
    def spoil(reins):
        reins.change(Change(dropped=frozenset({0})))
        reins.start_over()

    state, ear = await held(kit, spoil, Reins.go_on)
    assert ear.kinds.count("run.reset") == 1
    assert ear.kinds.count("run.paused") == 2
    assert names(state) == {"Austin", "Dallas"}


async def test_a_plan_that_was_carried_out_is_changed_no_more(kit):
    reins = Reins()
    await run(kit, GRAPH, QUESTION, Ear(), reins=reins)
    assert not reins.change(Change(dropped=frozenset({0})))
    assert not reins.start_over()
