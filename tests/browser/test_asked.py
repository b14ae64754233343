"""The drawing does what it is asked in words, and gives groups their colours."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SEEN = "view.nodes.get().filter((node) => !node.hidden).length"
COLOURS = "new Set(view.nodes.get().map((node) => node.color.background)).size"


def wait_for(talk, words: str) -> None:
    talk.page.wait_for_function(f"() => {{ const view = document.querySelector('graph-view'); return {words}; }}")


def test_what_is_hidden_in_words_is_hidden_and_comes_back(talk):
    talk.ask("Which moons orbit Jupiter?")
    wait_for(talk, f"{SEEN} === 8")
    talk.ask("hide the moons")
    wait_for(talk, f"{SEEN} === 2")
    talk.ask("show everything")
    wait_for(talk, f"{SEEN} === 8")


def test_only_what_is_asked_for_stays(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("only the moons")
    wait_for(talk, f"{SEEN} === 6")


def test_a_view_lasts_over_a_reload(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("hide the moons")
    wait_for(talk, f"{SEEN} === 2")
    talk.page.reload()
    wait_for(talk, f"view.nodes && {SEEN} === 2")


def test_the_next_answer_shows_all_that_it_finds(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("hide the moons")
    talk.ask("Which moons orbit Jupiter?")
    wait_for(talk, f"{SEEN} === 8")


def test_collapsing_a_node_takes_away_what_hangs_on_it_alone(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("collapse Jupiter")
    wait_for(talk, f"{SEEN} === 6")


def test_groups_have_colours_and_buttons_of_their_own(talk):
    talk.ask("group the moons")
    wait_for(talk, f"view.nodes && {COLOURS} === 2")
    buttons = talk.page.locator(".legend button:visible")
    expect(buttons).to_have_count(2)
    expect(buttons.first).to_contain_text("around Jupiter")
    buttons.first.click()
    wait_for(talk, "view.lit.nodes.size === 7")


def test_what_was_asked_in_words_can_be_undone_by_hand(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("hide the moons")
    wait_for(talk, f"{SEEN} === 2")
    talk.page.get_by_role("button", name="Undo the last change of the view").click()
    wait_for(talk, f"{SEEN} === 8")


def test_requests_add_up(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("collapse Jupiter")
    wait_for(talk, f"{SEEN} === 6")
    talk.ask("hide the moons")
    wait_for(talk, f"{SEEN} === 2")
