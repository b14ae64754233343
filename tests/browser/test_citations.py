"""A sentence leads to its facts and to where each comes from; a fact leads to its sentences."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk

pytestmark = pytest.mark.browser


def test_sentences_are_numbered_by_their_facts(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.turn.locator(".cite")).to_have_text(["1–6", "7–10", "7–10"])


def test_a_number_leads_to_the_facts_and_their_source(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator(".cite").nth(1).click()
    expect(talk.turn.locator(".sources h3")).to_have_text("moons.tsv, release 3")
    fact = talk.turn.locator(".sources li .fact", has_text="Io was found by Galileo Galilei")
    expect(fact).to_contain_text("row 12")
    assert fact.evaluate("(fact) => fact === document.activeElement")
    talk.page.locator("#question").hover()
    expect(talk.turn.locator(".sources li.lit")).to_have_count(4)


def test_a_fact_leads_to_its_edge_and_the_edge_to_its_sentences(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator(".cite").nth(1).click()
    talk.turn.locator(".sources li .fact", has_text="Europa was found by").click()
    card = talk.page.locator(".node-card")
    expect(card.locator("h3")).to_have_text("Europa was found by Galileo Galilei")
    expect(card).to_contain_text("moons.tsv, release 3, row 12")
    sentences = card.locator("li")
    expect(sentences).to_have_text(["Galileo Galilei found 4 of them.", "So most of them were known in 1610."])
    sentences.last.click()
    expect(talk.turn.locator(".claim").nth(2)).to_be_focused()


def test_a_sentence_says_who_says_so(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.turn.locator(".cite").first).to_have_attribute("aria-label", "The graph says so: facts 1–6")
    expect(talk.turn.locator(".cite").last).to_have_attribute("aria-label", "inferred: facts 7–10")
    talk.ask("told by others")
    expect(talk.turn.locator(".kind")).to_have_text(["from a document", "a language model says so", "a person says so"])


def test_facts_of_documents_models_and_people_name_them(talk):
    talk.ask("told by others")
    talk.turn.locator(".sources summary").click()
    titles = talk.turn.locator(".sources h3")
    expect(titles).to_have_text(["document Sky atlas", "a language model, small-1", "said by Carl"])


def test_the_depth_of_the_steps_is_one_choice_and_remembered(talk):
    talk.ask("Which moons orbit Jupiter?")
    inside = talk.turn.locator("[data-step=plan] .inside")
    expect(inside).to_be_hidden()
    talk.turn.hover()
    talk.turn.get_by_role("button", name="Everything").click()
    expect(inside).to_be_visible()
    expect(talk.turn.locator("[data-step=gather] pre")).to_be_visible()
    talk.page.reload()
    expect(talk.turn.locator("[data-step=gather] pre")).to_be_visible()
    other = Talk(talk.page.context.new_page())
    other.ask("Does Triton orbit Neptune?")
    expect(other.turn.locator("[data-step=gather] pre")).to_be_visible()
    other.turn.get_by_role("button", name="One line").click()
    expect(other.turn.locator(".step-list")).to_be_hidden()
