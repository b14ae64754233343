"""The whole way with nothing scripted: a file is loaded, and the real engine answers in the browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk
from tests.browser.hosting import real_site

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
    answer = talk.turn.locator(".answer")
    expect(answer).to_have_attribute("data-words", "Not in this graph")
    assert answer.inner_text().startswith("Not in the graph")
    head = "(answer) => getComputedStyle(answer, '::before').content"
    assert answer.evaluate(head) == "none"  # the sentence itself begins so


def test_a_graph_that_nobody_prepared_suggests_questions_that_it_answers(talk):
    suggested = talk.page.locator(".greeting [data-ask]")
    question = suggested.first.text_content()
    suggested.first.click()
    expect(talk.turn.locator(".bubble p")).to_have_text(question)
    talk.turn.locator(".claim.tied").first.wait_for()


# --- the plan ------------------------------------------------------------------------------------


@pytest.fixture
def held(talk) -> Talk:
    """Rita's talk, whose runs wait before their plans are carried out."""
    talk.page.evaluate("localStorage.setItem('loregraph.hold', 'yes')")
    talk.page.reload()
    talk.ask("What does Warfarin interact with?", whole=False)
    expect(talk.turn.locator(".plan-state")).to_have_text("Paused before: Search", timeout=LONG)
    return talk


def test_a_run_waits_before_its_plan_is_carried_out_and_goes_on_when_told(held):
    assert held.turn.locator("[data-step=gather]").count() == 0
    held.turn.get_by_role("button", name="Go on").press("Enter")
    expect(held.turn.locator(".answer")).to_contain_text("Fluconazole")
    expect(held.turn.get_by_role("button", name="Go on")).to_be_hidden()


def test_a_step_can_be_left_out_of_the_plan_and_the_plan_put_back(held):
    step = held.turn.get_by_role("checkbox", name="Carry out:")
    step.uncheck()
    expect(step).not_to_be_checked()
    held.turn.get_by_role("button", name="Start over").click()
    expect(held.turn.locator(".plan-state")).to_have_text("Paused before: Search", timeout=LONG)
    expect(held.turn.get_by_role("checkbox", name="Carry out:")).to_be_checked()
    held.turn.get_by_role("checkbox", name="Carry out:").uncheck()
    held.turn.get_by_role("button", name="Go on").click()
    expect(held.turn.locator(".answer")).to_contain_text("Left out of the plan, as you asked")


def test_a_run_that_waits_is_found_waiting_after_a_reload(held):
    held.page.reload()
    expect(held.turn.locator(".plan-state")).to_have_text("Paused before: Search", timeout=LONG)
    held.turn.get_by_role("button", name="Go on").click()
    expect(held.turn.locator(".answer")).to_contain_text("Fluconazole")


def test_the_plan_can_be_handled_on_a_phone(held):
    held.page.set_viewport_size({"width": 360, "height": 740})
    go = held.turn.get_by_role("button", name="Go on")
    assert go.bounding_box()["x"] + go.bounding_box()["width"] <= 360
    go.click()
    expect(held.turn.locator(".answer")).to_contain_text("Fluconazole")


def test_the_rest_of_the_talk_goes_on_about_what_was_picked(talk):
    talk.ask("Where does Dr. Helen Marsh work?")
    talk.turn.locator("[data-step=link] > summary").click()
    talk.turn.locator("[data-step=link] button.pick").first.click()
    answer = talk.turn.locator(".answer")
    expect(answer).not_to_contain_text("2 wards", timeout=LONG)
    expect(answer).to_contain_text(re.compile("(Birch|Elm) Ward"), timeout=LONG)
    expect(talk.page.locator("chat-turn")).to_have_count(1)
    picked = answer.inner_text()
    assert ("Birch Ward" in picked) != ("Elm Ward" in picked)
    talk.ask("Which patients does she treat?")
    expect(talk.turn.locator(".answer")).to_contain_text("Thomas Achebe" if "Birch Ward" in picked else "Olivia Grant")
