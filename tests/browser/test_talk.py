"""Rita asks: she sees the steps, the answer as it is written, and what she can do next."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, sign_in
from tests.browser.serve import CURATOR

pytestmark = pytest.mark.browser


def test_an_empty_conversation_is_greeted_with_questions_that_can_be_asked(talk):
    talk.page.get_by_role("button", name="Which moons orbit Jupiter?").click()
    expect(talk.turn.locator(".answer")).to_contain_text("6 moons orbit Jupiter")
    expect(talk.page.locator(".greeting")).to_have_count(0)


def test_an_empty_graph_says_so(page):
    page.goto("/g/empty/")
    expect(page.locator(".greeting")).to_contain_text("This graph holds nothing yet")


def test_the_first_question_gives_the_conversation_its_address(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.page).to_have_url(re.compile("/g/sky/c/"))
    expect(talk.page.locator("conversation-list li.current")).to_have_text("Which moons orbit Jupiter?")


def test_each_step_is_a_line_that_opens_to_what_was_decided(talk):
    talk.ask("Which moons orbit Jupiter?")
    names = talk.turn.locator(".step .name").all_text_contents()
    assert names == ["Understand", "Find names", "Plan", "Search", "Reason", "Answer"]
    talk.turn.locator("[data-step=gather] > summary").click()
    expect(talk.turn.locator("[data-step=gather] pre")).to_contain_text("SELECT head FROM edge")
    expect(talk.turn.locator("[data-step=gather] h3")).to_contain_text("6 rows in 0.8 ms")


def test_the_answer_is_there_in_pieces_before_it_is_whole(talk):
    talk.ask("slow", whole=False)
    expect(talk.turn.locator(".answer.caret")).to_contain_text("Sentence 1")
    assert "Sentence 7" not in talk.turn.locator(".answer").inner_text()


def test_a_question_stays_in_its_place_while_its_answer_is_written(talk):
    for question in ("many", "Which moons orbit Jupiter?"):
        talk.ask(question)
    talk.ask("slow", whole=False)
    expect(talk.turn.locator(".answer")).to_contain_text("Sentence 1")
    talk.page.wait_for_timeout(800)
    place = talk.turn.locator(".bubble").bounding_box()["y"]
    expect(talk.turn.locator(".answer")).to_contain_text("Sentence 6")
    assert talk.turn.locator(".bubble").bounding_box()["y"] == place < 180


def test_a_screen_reader_hears_the_whole_answer_once(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.page.locator("chat-log > [role=status]")).to_have_text(re.compile("^6 moons .* known in 1610.$"))


def test_another_node_can_be_picked_for_a_name(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator("[data-step=link] > summary").click()
    talk.turn.get_by_role("button", name="Saturn (Planet)").click()
    expect(talk.turn.locator("[data-step=link] .chosen")).to_contain_text("Saturn", use_inner_text=False)
    expect(talk.page.locator("chat-turn")).to_have_count(1)


def test_a_second_choice_keeps_the_first(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator("[data-step=link] > summary").click()
    talk.turn.get_by_role("button", name="Saturn (Planet)").click()
    expect(talk.turn.locator("[data-step=link] .chosen")).to_contain_text("Saturn", use_inner_text=False)
    expect(talk.turn.locator(".after")).to_be_visible()
    talk.turn.locator("[data-step=understand] > summary").click()
    talk.turn.get_by_role("button", name="path 6%").click()
    expect(talk.turn.locator("[data-step=understand] .chosen")).to_contain_text("path", use_inner_text=False)
    expect(talk.turn.locator("[data-step=link] .chosen")).to_contain_text("Saturn", use_inner_text=False)


def test_another_reading_can_be_picked_where_the_plan_was_made(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator("[data-step=plan] > summary").click()
    talk.turn.locator("[data-step=plan] button.pick").first.click()
    expect(talk.page.locator("chat-turn")).to_have_count(1)
    expect(talk.turn.locator(".answer")).to_be_visible()


def test_another_kind_of_request_can_be_picked(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.locator("[data-step=understand] > summary").click()
    talk.turn.get_by_role("button", name="path 6%").click()
    expect(talk.page.locator("chat-turn")).to_have_count(1)
    expect(talk.turn.locator("[data-step=understand] .chosen")).to_contain_text("path", use_inner_text=False)


def test_escape_stops_an_answer_which_can_be_tried_again(talk):
    talk.ask("slow", whole=False)
    expect(talk.turn.locator(".answer")).to_contain_text("Sentence 1")
    talk.page.keyboard.press("Escape")
    expect(talk.turn.locator(".turn-state")).to_contain_text("You stopped this answer.")
    expect(talk.turn.locator(".claim.tied").first).to_be_visible()
    talk.turn.get_by_role("button", name="Try again").click()
    expect(talk.turn.locator(".branches")).to_contain_text("2 / 2")
    talk.page.get_by_role("button", name="Stop (Escape)").click()
    expect(talk.turn.locator(".turn-state")).to_contain_text("You stopped this answer.")


@pytest.mark.parametrize(("question", "words"), [("fail", "costs too much"), ("refuse", "does not answer")])
def test_a_failure_is_worded_and_can_be_tried_again(talk, question: str, words: str):
    talk.ask(question, whole=False)
    expect(talk.turn.locator(".turn-state.wrong")).to_contain_text(words)
    expect(talk.turn.get_by_role("button", name="Try again")).to_be_visible()
    expect(talk.turn.locator("run-steps")).to_be_visible(visible=question == "fail")  # the other broke before any step
    talk.ask("Which moons orbit Jupiter?")


def test_what_is_not_in_the_graph_looks_so(talk):
    talk.ask("nothing")
    expect(talk.turn.locator(".answer.absent")).to_have_attribute("data-words", "Not in this graph")
    head = talk.turn.locator(".answer").evaluate("(answer) => getComputedStyle(answer, '::before').content")
    assert "Not in this graph" in head  # the sentence does not begin so


def test_an_answer_that_no_fact_joins_counts_its_things(talk):
    talk.ask("alone")
    expect(talk.turn.get_by_role("button", name="22 nodes")).to_be_visible()
    expect(talk.page.locator(".graph-bar .count")).to_have_text("22 nodes")


def test_a_verdict_stands_before_the_answer(talk):
    talk.ask("Does Triton orbit Neptune?")
    expect(talk.turn.locator(".verdict.yes")).to_have_text("Yes")


def test_an_inferred_sentence_says_so(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.turn.locator(".claim.inference ~ .kind")).to_have_text("inferred")


def test_a_long_answer_is_folded_until_asked_for(talk):
    talk.ask("many")
    expect(talk.turn.locator(".claim:visible")).to_have_count(8)
    talk.turn.get_by_role("button", name="Show all 23").click()
    expect(talk.turn.locator(".claim:visible")).to_have_count(23)
    expect(talk.turn.locator(".chip:visible")).to_have_count(6)
    talk.turn.get_by_role("button", name="Show all 49").click()
    expect(talk.turn.locator(".chip:visible")).to_have_count(49)


def test_a_suggestion_is_asked_at_a_click(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.get_by_role("button", name="Who found Titan?").click()
    expect(talk.page.locator(".bubble p").last).to_have_text("Who found Titan?")


def test_shift_enter_makes_a_line_and_the_draft_survives_a_reload(talk):
    talk.page.fill("#question", "one")
    talk.page.keyboard.press("Shift+Enter")
    talk.page.keyboard.type("two")
    talk.page.reload()
    expect(talk.page.locator("#question")).to_have_value("one\ntwo")


def test_a_question_that_is_too_long_is_not_sent(talk):
    talk.page.fill("#question", "x" * 2003)
    expect(talk.page.locator(".problem.wrong")).to_have_text("3 characters too long")
    expect(talk.page.locator(".go")).to_be_disabled()


def test_a_conversation_is_renamed_and_deleted_after_a_question(talk):
    talk.ask("Which moons orbit Jupiter?")
    entry = talk.page.locator("conversation-list li.current")
    entry.hover()
    entry.get_by_role("button", name="Rename").click()
    talk.page.keyboard.type("Galilean")
    with talk.page.expect_response(re.compile("/rename/")):
        talk.page.keyboard.press("Enter")
    talk.page.reload()
    expect(entry).to_have_text("Galilean")
    entry.hover()
    entry.get_by_role("button", name="Delete").click()
    talk.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(talk.page).to_have_url(re.compile("/g/sky/$"))
    expect(talk.page.locator("conversation-list li[data-url]")).to_have_count(0)


def test_a_question_on_the_first_page_is_asked_in_its_graph(page):
    page.goto("/")
    page.get_by_role("link", name="Who found Titan?").click()
    expect(page.locator(".bubble p")).to_have_text("Who found Titan?")


def test_a_link_from_elsewhere_asks_nothing_by_itself(page):
    page.goto("/g/sky/?q=Who+found+Titan%3F")
    expect(page.locator("#question")).to_have_value("Who found Titan?")
    expect(page.locator("chat-turn")).to_have_count(0)


def test_readers_see_licence_and_attribution(talk):
    about = talk.page.locator(".about")
    expect(about).to_contain_text("CC0 1.0")
    expect(about).to_contain_text("moons' catalogue")


def test_other_readings_stand_open_where_the_reading_is_not_sure(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.turn.locator(".other-ways")).not_to_have_attribute("open", "")
    talk.ask("unsure what I mean")
    expect(talk.turn.locator(".other-ways")).to_have_attribute("open", "")
    expect(talk.turn.get_by_role("button", name="planets").last).to_be_visible()
    expect(talk.turn.locator("[data-step=plan] h3").last).to_have_text("Did you mean")


def test_a_server_that_is_not_ready_says_why_a_first_question_takes_long(talk):
    talk.ask("early", whole=False)
    expect(talk.turn.locator("run-steps > details > summary")).to_contain_text("first question after a start")
    expect(talk.turn.locator(".answer")).to_contain_text("6 moons orbit Jupiter")
    expect(talk.turn.locator("run-steps > details > summary")).not_to_contain_text("first question")


def test_a_step_that_takes_long_says_so_and_that_it_can_be_stopped(talk):
    talk.ask("Does Triton orbit Neptune?")
    talk.ask("crawl", whole=False)
    steps = talk.turn.locator("run-steps > details > summary")
    expect(steps).to_contain_text("This takes longer than usual", timeout=20_000)
    expect(talk.turn.locator(".answer")).to_contain_text("At last.", timeout=20_000)
    expect(steps).not_to_contain_text("longer")


def test_a_reader_is_not_offered_to_propose_what_is_missing(talk):
    talk.ask("nothing")
    expect(talk.turn.locator(".after")).to_be_visible()
    expect(talk.turn.locator(".missing")).to_have_count(0)


def test_whoever_may_propose_leads_what_is_missing_to_the_curators(open_context):
    talk = Talk(sign_in(open_context().new_page(), CURATOR))
    talk.ask("lacking")
    talk.turn.get_by_role("button", name="Say it in words").click()
    expect(talk.page.locator("#question")).to_have_value("Remember that Triton ")
    talk.turn.get_by_role("link", name="Propose the missing fact").click()
    expect(talk.page.locator("[name=head]")).to_have_value("sky:triton")


def test_namesakes_are_told_apart_by_their_ids(talk):
    talk.ask("twins")
    expect(talk.turn.locator(".chip", has_text="sky:adrastea-2")).to_be_visible()
    expect(talk.turn.locator(".chip", has_text="Titan")).to_have_text("Titan")


def test_what_is_typed_behind_a_sent_question_stays(talk):
    talk.ask("Which moons orbit Jupiter?")
    sent = "Which moons orbit Saturn?"
    talk.page.evaluate(
        """(text) => {
          const field = document.querySelector("#question");
          field.value = text;
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
          field.value += " And";
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        sent,
    )
    expect(talk.turn.locator(".bubble p")).to_have_text(sent)
    expect(talk.page.locator("#question")).to_have_value(re.compile(r"^\s*And$"))


def test_a_question_stands_in_the_talk_before_the_server_takes_it(page):
    lines, held = [], []

    def between(line):
        lines.append(line)
        server = line.connect_to_server()
        line.on_message(lambda text: held.append(text) if "Saturn" in text else server.send(text))

    page.route_web_socket("**", between)
    talk = Talk(page)
    talk.ask("Which moons orbit Jupiter?")
    page.fill("#question", "Which moons orbit Saturn?")
    page.keyboard.press("Enter")
    expect(talk.turn.locator(".bubble")).to_have_text("Which moons orbit Saturn?")
    expect(page.locator("#question")).to_have_value("")
    expect(page.locator(".ask-list button:visible", has_text="Who found Titan?")).to_have_count(0)
    expect(talk.turn).to_have_class("pending")
    lines[-1].send('{"type": "refused", "reason": "Wait a minute."}')
    expect(page.locator("chat-turn")).to_have_count(1)
    expect(page.locator("#question")).to_have_value("Which moons orbit Saturn?")
    expect(page.locator(".ask-list button:visible", has_text="Who found Titan?")).to_have_count(1)
    assert len(held) == 1


def test_the_last_drawing_stays_until_the_next_has_something_to_show(talk):
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.page.locator(".graph-bar .count")).to_have_text("8 nodes, 10 facts")
    talk.page.evaluate(
        "() => { window.counts = [];"
        " document.addEventListener('graph.counted', ({ detail }) => counts.push(detail.nodes)); }"
    )
    talk.ask("Which moons orbit Jupiter?")
    assert 0 not in talk.page.evaluate("() => counts")


def test_a_server_that_is_not_there_is_told_of_in_words_and_the_question_stays(talk):
    talk.page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }")
    talk.page.fill("#question", "Which moons orbit Jupiter?")
    talk.page.keyboard.press("Enter")
    said = "The question could not be sent. The server does not answer. Try again in a moment."
    expect(talk.page.get_by_role("alert").filter(has_text="could not")).to_have_text(said)
    expect(talk.page.locator("#question")).to_have_value("Which moons orbit Jupiter?")
