""" "Why?" answers with what the last answer stands on."""

import pytest

from tests.agents.talk.conftest import names


@pytest.mark.parametrize("why", ["why?", "How do you know that?", "are you sure?", "What is your source?"])
async def test_the_answer_is_given_again_with_its_facts(talk, why):
    state = await talk("Which cities are located in Ohio?", why)
    assert names(state) == {"Columbus", "Cleveland"}
    assert {"Columbus is located in Ohio."} <= {each.text for each in state.claims}


async def test_every_fact_leads_to_its_edge(talk):
    state = await talk("Which cities are located in Ohio?", "why?")
    held = {each.id for each in state.evidence.edges}
    assert all(set(each.edges) <= held and each.edges for each in state.claims)


async def test_the_source_is_named(talk):
    state = await talk("Which cities are located in Ohio?", "how do you know?")
    assert "This comes from the file census.csv." in state.answer


async def test_the_talk_goes_on_after_it(talk):
    state = await talk("What is the capital of Ohio?", "why?", "Who is its mayor?")
    assert names(state) == {"Ann"}


async def test_why_with_more_words_is_a_question(talk):
    state = await talk("What is the capital of Ohio?", "why does the Red River flow through Texas?")
    assert not state.why
