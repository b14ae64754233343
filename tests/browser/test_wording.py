"""A language model's words below an answer: as they come, tied, marked, and gone where the model fails."""

import pytest

from tests.browser import sky

pytestmark = pytest.mark.browser


def test_the_words_come_while_the_graphs_answer_stands(talk):
    talk.ask("worded: where is Triton?", whole=False)
    talk.turn.locator(".worded-sentence").first.wait_for()
    assert talk.turn.locator(".wording").get_attribute("class") == "wording writing"
    assert "Triton orbits Neptune." in talk.turn.locator(".answer").inner_text()
    assert talk.turn.locator(".answer .claim.tied").count() == 1  # its citations do not wait for the model


def test_a_sentence_that_the_answer_lacks_is_marked(talk):
    talk.ask("worded: where is Triton?")
    said = talk.turn.locator(".worded-sentence")
    assert [("unsupported" in (each.get_attribute("class") or "")) for each in said.all()] == [False, True, False]
    assert said.nth(1).locator("mark").all_inner_texts() == [sky.HOSTILE, "1846"]
    assert "not supported" in said.nth(1).inner_text()
    assert "1 sentence says what the answer does not." in talk.turn.locator(".wording").inner_text()


def test_a_sentence_leads_to_the_facts_it_rests_on_and_says_what_is_inferred(talk):
    talk.ask("worded: where is Triton?")
    said = talk.turn.locator(".worded-sentence")
    assert "inferred" in said.nth(2).inner_text()
    said.nth(0).locator(".cite").click()
    assert talk.turn.locator(".sources[open]").count() == 1


def test_what_it_cost_stands_below_and_in_the_steps(talk):
    talk.ask("worded: where is Triton?")
    assert "1 call of a language model, 250 tokens" in talk.turn.locator(".after").inner_text()
    talk.turn.locator("[data-step=answer] summary").first.click()
    told = talk.turn.locator("[data-step=answer]").inner_text()
    assert "small-1: wording the answer" in told
    assert "210 tokens read and 40 written" in told


def test_a_model_that_fails_leaves_the_answer_and_a_note(talk):
    talk.ask("unhelped: where is Triton?")
    assert talk.turn.locator(".wording").is_hidden()
    assert "Triton orbits Neptune." in talk.turn.locator(".answer").inner_text()
    note = talk.turn.locator(".model-notes").inner_text()
    assert "small-1 could not help: It gave no answer within 30 seconds. The answer stands without it." in note


def test_a_reload_shows_the_same_words(talk):
    talk.ask("worded: where is Triton?")
    before = talk.turn.locator(".wording").inner_text()
    talk.page.reload()
    talk.turn.locator(".after:not([hidden])").wait_for()
    assert talk.turn.locator(".wording").inner_text() == before
    assert talk.turn.locator(".wording mark").count() == 2


def test_the_words_are_read_from_right_to_left_or_on_a_phone_without_overflow(open_context):
    from tests.browser.conftest import Talk

    talk = Talk(open_context(width=390, height=800).new_page())
    talk.ask("worded: where is Triton?")
    assert talk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
