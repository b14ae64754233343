"""Rita keeps her conversations: she asks anew, finds, shares and exports them, and says what helped."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk
from tests.browser.serve import CURATOR, PASSWORD

pytestmark = pytest.mark.browser


def test_an_edited_question_opens_a_branch_and_both_can_be_walked(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("Does Triton orbit Neptune?")
    first = talk.page.locator("chat-turn").first
    first.hover()
    first.get_by_role("button", name="Edit and ask again").click()
    talk.page.keyboard.press("Control+A")
    talk.page.keyboard.type("nothing")
    talk.page.keyboard.press("Enter")
    expect(talk.turn.locator(".answer.absent")).to_be_visible()
    expect(talk.page.locator("chat-turn")).to_have_count(1)
    expect(talk.turn.locator(".branches")).to_contain_text("2 / 2")
    expect(talk.page.locator(".graph-bar .count")).to_have_text("")
    talk.turn.get_by_role("button", name="The version before").click()
    expect(talk.page.locator("chat-turn")).to_have_count(2)
    expect(talk.page.locator(".bubble p").last).to_have_text("Does Triton orbit Neptune?")
    expect(talk.page.locator("chat-turn").first.locator(".branches")).to_contain_text("1 / 2")


def test_a_follow_up_stands_on_its_own_branch_after_a_reload_too(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.get_by_role("button", name="Ask again", exact=True).click()
    expect(talk.turn.locator(".branches")).to_contain_text("2 / 2")
    expect(talk.turn.locator(".after")).to_be_visible()
    talk.ask("Does Triton orbit Neptune?")
    talk.page.reload()
    expect(talk.page.locator("chat-turn")).to_have_count(2)
    expect(talk.page.locator("chat-turn").first.locator(".branches")).to_contain_text("2 / 2")


def test_escape_leaves_a_question_as_it_was(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.hover()
    talk.turn.get_by_role("button", name="Edit and ask again").click()
    talk.page.keyboard.type("!")
    talk.page.keyboard.press("Escape")
    expect(talk.page.locator(".bubble p")).to_have_text("Which moons orbit Jupiter?")


def test_a_second_tab_follows_to_the_new_branch(talk):
    talk.ask("Which moons orbit Jupiter?")
    other = Talk(talk.page.context.new_page())
    other.page.goto(talk.page.url)
    talk.turn.get_by_role("button", name="Ask again", exact=True).click()
    expect(other.turn.locator(".branches")).to_contain_text("2 / 2")
    expect(other.page.locator("chat-turn")).to_have_count(1)


def test_conversations_are_found_by_what_was_said_in_them(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.get_by_role("link", name="New conversation").click()
    talk.ask("nothing")
    found = talk.page.locator("conversation-list li[data-url]")
    expect(found).to_have_count(2)
    talk.page.get_by_label("Search your conversations").fill("ganymede")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("Which moons orbit Jupiter?")
    found.hover()
    expect(found.get_by_role("button", name="Rename")).to_be_visible()
    talk.page.get_by_label("Search your conversations").fill("no such thing")
    expect(talk.page.locator("conversation-list li.none")).to_contain_text("No conversation of yours holds that.")


def test_conversations_are_listed_by_the_days_of_the_readers_clock(talk):
    talk.ask("Which moons orbit Jupiter?")
    days = talk.page.locator("conversation-list .day")
    expect(days).to_have_text(["Today"])
    for later, words in ((1, "Yesterday"), (5, "Last 7 days"), (20, "Last 30 days")):
        talk.page.clock.set_fixed_time(datetime.now() + timedelta(days=later))
        talk.page.reload()
        expect(days).to_have_text([words])
    talk.page.clock.set_fixed_time(datetime.now() + timedelta(days=80))
    talk.page.reload()
    expect(days).to_have_text([f"{datetime.now():%B %Y}"])


def test_a_day_is_told_once_and_goes_with_its_last_conversation(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.get_by_role("link", name="New conversation").click()
    talk.ask("nothing")
    days = talk.page.locator("conversation-list .day")
    expect(days).to_have_text(["Today"])
    talk.page.get_by_label("Search your conversations").fill("no such thing")
    expect(days).to_have_count(0)


MANY = """async () => {
  const { createUrl } = JSON.parse(document.getElementById('chat-state').textContent);
  const headers = { 'X-CSRFToken': document.body.dataset.csrf };
  for (let each = 0; each < 105; each++) await fetch(createUrl, { method: 'POST', headers });
}"""


def test_older_conversations_are_brought_when_asked_for(talk):
    talk.page.evaluate(MANY)
    talk.page.reload()
    listed = talk.page.locator("conversation-list li[data-url]")
    expect(listed).to_have_count(100)
    talk.page.get_by_role("button", name="Show older ones").click()
    expect(listed).to_have_count(105)
    listed.last.hover()
    expect(listed.last.get_by_role("button", name="Rename")).to_be_visible()


def test_a_link_shows_the_conversation_to_a_stranger_until_it_is_taken_back(talk, open_context):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.get_by_role("button", name="Share").click()
    talk.page.get_by_role("button", name="Make a link").click()
    link = talk.page.get_by_label("The link")
    expect(link).to_have_value(re.compile("/s/"))
    stranger = open_context().new_page()
    stranger.goto(link.input_value())
    expect(stranger.locator(".claim.tied")).to_have_count(3)
    expect(stranger.locator("#question")).to_have_count(0)
    stranger.locator(".claim").nth(1).hover()
    expect(stranger.locator(".claim.lit").first).to_be_visible()
    talk.page.get_by_role("button", name="Take the link back").click()
    expect(talk.page.get_by_role("button", name="Make a link")).to_be_visible()
    assert stranger.goto(stranger.url).status == 404


@pytest.mark.parametrize(("kind", "holds"), [("Markdown", "6 moons orbit Jupiter"), ("JSON", '"question"')])
def test_a_conversation_is_exported(talk, kind: str, holds: str):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.locator("talk-bar summary").click()
    with talk.page.expect_download() as saved:
        talk.page.get_by_role("link", name=kind).click()
    assert holds in saved.value.path().read_text()


def test_a_thumb_with_a_reason_reaches_the_curators(talk, open_context):
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.get_by_role("button", name="Not a good answer").click()
    talk.turn.get_by_label("What was wrong with it, in your words").fill("Thebe is missing")
    talk.turn.get_by_role("button", name="Send").click()
    expect(talk.turn.locator(".foot")).to_contain_text("Thank you.")
    talk.page.reload()
    expect(talk.turn.get_by_role("button", name="Not a good answer")).to_have_attribute("aria-pressed", "true")
    carl = open_context().new_page()
    carl.goto("/accounts/sign-in/?next=/g/sky/feedback/")
    carl.fill("#id_username", CURATOR)
    carl.fill("#id_password", PASSWORD)
    carl.keyboard.press("Enter")
    expect(carl.locator(".verdicts li").first).to_contain_text("Thebe is missing")
    expect(carl.locator(".verdicts li").first).to_contain_text("Which moons orbit Jupiter?")


def test_an_answer_is_copied_with_its_sources(talk):
    talk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    talk.ask("Which moons orbit Jupiter?")
    talk.turn.get_by_role("button", name="Copy the answer").click()
    talk.page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('[1] Io orbits Jupiter'))")


def test_it_is_copied_too_where_the_browser_keeps_its_clipboard_shut_and_a_screen_reader_hears_so(talk):
    talk.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    talk.page.reload()
    talk.ask("Does Triton orbit Neptune?")
    talk.page.evaluate("document.addEventListener('copy', () => { window.taken = getSelection().toString(); })")
    talk.turn.get_by_role("button", name="Copy the answer").click()
    expect(talk.page.locator("chat-log > [role=status]")).to_have_text("Copied")
    assert "[1] Triton orbits Neptune" in talk.page.evaluate("window.taken")
