"""A run outlives its page: a reload, a second tab and a lost line find it where it is."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk
from tests.browser.hosting import free_port, scripted, served

pytestmark = pytest.mark.browser
RELOADS = 100
WHOLE = "Sentence 23 is about sky:enceladus."


def test_a_reload_in_mid_answer_shows_the_same_run_to_its_end(talk):
    talk.ask("slow", whole=False)
    expect(talk.turn.locator(".answer")).to_contain_text("Sentence 3")
    talk.page.reload()
    expect(talk.page.locator("chat-turn")).to_have_count(1)
    expect(talk.turn.locator(".answer.caret")).to_contain_text("Sentence 0 is about sky:titan. Sentence 1")
    expect(talk.turn.locator(".after")).to_be_visible(timeout=30_000)
    text = talk.turn.locator(".claim").all_text_contents()
    assert [line.split(" is ")[0] for line in text] == [f"Sentence {n}" for n in range(24)]


@pytest.mark.slow
def test_a_hundred_reloads_in_mid_answer_lose_nothing(talk):
    tries = 0
    while tries < RELOADS:
        talk.ask("slow", whole=False)
        expect(talk.page.locator("chat-turn:not([run])")).to_have_count(0)
        while talk.page.locator(".go[aria-label^=Stop]").count() and tries < RELOADS:
            said = talk.turn.locator(".claim").count()
            talk.page.reload()
            talk.turn.locator(".bubble").wait_for()
            tries += 1
            assert talk.turn.locator(".claim").count() >= said
        expect(talk.turn.locator(".after")).to_be_visible(timeout=60_000)
        lines = talk.turn.locator(".claim").all_text_contents()
        assert [line.split(" is ")[0] for line in lines] == [f"Sentence {n}" for n in range(24)]


def test_a_question_that_a_reload_kept_from_being_sent_stands_in_the_field(talk):
    talk.page.route("**/c/", lambda route: None)  # the conversation is never made
    talk.page.fill("#question", "Which moons orbit Jupiter?")
    talk.page.keyboard.press("Enter")
    expect(talk.page.locator(".bubble p")).to_have_text("Which moons orbit Jupiter?")
    talk.page.keyboard.type("And Mars?")
    talk.page.reload()
    expect(talk.page.locator("#question")).to_have_value("Which moons orbit Jupiter?\nAnd Mars?")
    talk.page.unroute("**/c/")
    talk.page.fill("#question", "Which moons orbit Jupiter?")
    talk.page.keyboard.press("Enter")
    expect(talk.turn.locator(".after")).to_be_visible()
    talk.page.reload()
    expect(talk.page.locator(".bubble")).to_have_count(1)
    expect(talk.page.locator("#question")).to_have_value("")


def test_a_question_that_arrived_after_all_leaves_the_field(page):
    line = {"held": True}
    page.route_web_socket("**", lambda socket: None if line["held"] else socket.connect_to_server())
    talk = Talk(page)
    page.fill("#question", "slow")
    page.keyboard.press("Enter")
    page.wait_for_url("**/c/**")
    other = Talk(page.context.new_page())
    other.page.goto(page.url)
    expect(other.page.locator("#question")).to_have_value("slow")
    other.page.keyboard.press("Enter")
    expect(other.turn.locator(".answer")).to_contain_text("Sentence 0")
    line["held"] = False
    page.reload()
    expect(talk.turn.locator(".answer")).to_contain_text("Sentence 0")
    expect(page.locator("#question")).to_have_value("")


def test_a_second_tab_sees_the_same_run_as_it_happens(talk):
    talk.ask("Which moons orbit Jupiter?")
    other = Talk(talk.page.context.new_page())
    other.page.goto(talk.page.url)
    talk.ask("slow", whole=False)
    expect(other.turn.locator(".bubble p")).to_have_text("slow")
    expect(other.turn.locator(".answer.caret")).to_contain_text("Sentence 2")
    other.page.keyboard.press("Escape")
    expect(talk.turn.locator(".turn-state")).to_contain_text("You stopped this answer.")


def test_a_lost_line_comes_back_and_fetches_what_it_missed(open_context):
    page = open_context().new_page()
    page.add_init_script(
        "window.lines = []; const Line = WebSocket; window.WebSocket = class extends Line {"
        "constructor(...all) { super(...all); lines.push(this); } };"
    )
    talk = Talk(page)
    talk.ask("slow", whole=False)
    expect(talk.turn.locator(".answer")).to_contain_text("Sentence 2")
    page.evaluate("lines.at(-1).close()")
    expect(page.locator(".connection")).to_have_text("Connection lost. Coming back…")
    expect(page.locator(".connection")).to_have_text("")
    expect(talk.turn.locator(".after")).to_be_visible(timeout=30_000)
    expect(talk.turn.locator(".claim")).to_have_count(24)


def test_a_question_asked_while_the_line_is_down_waits_in_sight(page):
    line = {"down": True}
    page.route_web_socket("**", lambda socket: socket.close() if line["down"] else socket.connect_to_server())
    talk = Talk(page)
    page.fill("#question", "Which moons orbit Jupiter?")
    page.keyboard.press("Enter")
    expect(page.locator(".connection")).to_have_text("Connection lost. Coming back…")
    expect(page.locator(".pending .bubble")).to_have_text("Which moons orbit Jupiter?")
    page.keyboard.press("Escape")
    expect(page.locator("#question")).to_have_value("Which moons orbit Jupiter?")
    expect(page.locator(".pending .bubble")).to_have_count(0)
    page.keyboard.press("Enter")
    line["down"] = False
    expect(talk.turn.locator(".after")).to_be_visible(timeout=20_000)
    expect(page.locator(".bubble")).to_have_count(1)


def test_an_answer_that_a_restart_cut_off_says_so_and_can_be_asked_again(browser, tmp_path):
    port = free_port()
    with served(scripted(port), tmp_path, port) as site:
        talk = Talk(browser.new_page(base_url=site))
        talk.ask("slow", whole=False)
        expect(talk.turn.locator(".answer")).to_contain_text("Sentence 2", timeout=20_000)
    expect(talk.page.locator(".connection")).to_have_text("Connection lost. Coming back…")
    with served(scripted(port), tmp_path, port):
        expect(talk.turn.locator(".turn-state")).to_contain_text("The server was restarted", timeout=60_000)
        expect(talk.page.locator(".connection")).to_have_text("")
        expect(talk.turn.locator(".answer")).to_contain_text("Sentence 2")
        talk.turn.get_by_role("button", name="Try again").click()
        expect(talk.turn.locator(".answer")).to_contain_text("Sentence 2", timeout=20_000)
        expect(talk.turn.locator(".turn-state")).to_be_hidden()
        talk.page.close()


def test_a_conversation_that_is_reopened_shows_everything_anew(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("fail", whole=False)
    expect(talk.turn.locator(".turn-state")).to_be_visible()
    talk.page.reload()
    first = talk.page.locator("chat-turn").first
    expect(first.locator(".claim.tied")).to_have_count(3)
    expect(talk.turn.locator(".turn-state")).to_contain_text("costs too much")
    expect(talk.page.locator(".caret")).to_have_count(0)
