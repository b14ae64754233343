"""The whole way with nothing scripted: a file is loaded, and the real engine answers in the browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, real_site

pytestmark = pytest.mark.browser
GRAPH = "tests/data/small/hospital/graph.jsonl"
LONG = 60_000  # milliseconds: the first question waits for the language tools


@pytest.fixture(scope="module")
def site(tmp_path_factory, browser):
    """A site with the hospital in it."""
    with real_site(tmp_path_factory.mktemp("real"), GRAPH, "--graph", "hospital") as address:
        yield address


@pytest.fixture
def talk(page) -> Talk:
    """Rita's talk with the hospital."""
    page.set_default_timeout(LONG)
    return Talk(page, "hospital")


def test_a_question_goes_through_every_step_to_an_answer_that_its_facts_prove(talk):
    talk.ask("What does Warfarin interact with?")
    names = talk.turn.locator(".step .name").all_text_contents()
    assert names[:6] == ["Understand", "Find names", "Plan", "Search", "Reason", "Answer"]
    for drug in ("Aspirin", "Fluconazole", "Ibuprofen", "Naproxen"):
        expect(talk.turn.locator(".answer")).to_contain_text(drug)
    expect(talk.page.locator(".graph-bar .count")).to_have_text("5 nodes, 4 facts")

    sentence = talk.turn.locator(".claim", has_text="Naproxen").last
    sentence.hover()
    talk.page.get_by_role("tab", name="Table").click()
    row = talk.page.locator("graph-table tr", has_text="Naproxen")
    row.hover()
    expect(sentence).to_have_class("claim graph tied lit")
    sentence.hover()
    expect(row).to_have_class("lit")


def test_what_the_graph_does_not_hold_is_said_so(talk):
    talk.ask("What does Unobtainium interact with?")
    expect(talk.turn.locator(".answer")).to_have_attribute("data-words", "Not in this graph")


def test_a_graph_that_nobody_prepared_suggests_questions_that_it_answers(talk):
    suggested = talk.page.locator(".greeting [data-ask]")
    question = suggested.first.text_content()
    suggested.first.click()
    expect(talk.turn.locator(".bubble p")).to_have_text(question)
    talk.turn.locator(".claim.tied").first.wait_for()
