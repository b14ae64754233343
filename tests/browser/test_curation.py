"""Curators at work: a thousand proposals by keyboard, two at once, forms, and the one who asked."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, sign_in
from tests.browser.garden import CONTRIBUTOR, MANY
from tests.browser.test_everyone import contrast

pytestmark = pytest.mark.browser
QUEUE = "/graphs/garden/curate/"
LEFT = "Number(document.querySelector('review-queue')?.dataset.left)"
CURRENT = "document.querySelector('.queue-list li.current a')?.getAttribute('href')"


@pytest.fixture
def carl(page):
    return sign_in(page, "carl")


def left(page) -> int:
    return page.evaluate(LEFT)


def press(page, key: str, until: str) -> None:
    """Press a key once the page is at rest (till then it takes none), and wait until what it leads to is there."""
    wait(page, "true")
    page.keyboard.press(key)
    wait(page, until)


def wait(page, until: str, seconds: float = 60) -> None:
    """Wait until an expression holds and the page is at rest. (Playwright's own way to wait needs eval.)"""
    ends = time.monotonic() + seconds
    while not page.evaluate(f"!document.body.dataset.busy && ({until})"):
        assert time.monotonic() < ends, until
        page.wait_for_timeout(5)


def moved(page, key: str) -> None:
    """Press a key that leads to another proposal."""
    press(page, key, f"{CURRENT} !== {page.evaluate(CURRENT)!r}")


def rejected(page, reason: str) -> None:
    """Press the key for a rejection, say why, and send it."""
    before = left(page)
    wait(page, "true")
    page.keyboard.press("r")
    page.keyboard.type(reason)
    press(page, "Enter", f"{LEFT} === {before - 1}")


# --- what a curator does, on the first of the thousand ------------------------------------------


def test_keys_move_decide_and_take_back(carl):
    carl.goto(QUEUE)
    first, before = carl.evaluate(CURRENT), left(carl)
    moved(carl, "n")
    moved(carl, "p")
    assert carl.evaluate(CURRENT) == first
    press(carl, "a", f"{LEFT} === {before - 1}")
    press(carl, "u", f"{LEFT} === {before}")
    rejected(carl, "Not a plant")
    press(carl, "u", f"{LEFT} === {before}")
    expect(carl.locator(".queue-detail h2")).to_have_text("Plant 0000 grows in Bed 0")


def test_a_rejection_needs_its_reason_and_writing_presses_no_keys(carl):
    carl.goto(QUEUE)
    before = left(carl)
    carl.keyboard.press("r")
    carl.keyboard.type("as a nap")
    assert left(carl) == before
    carl.keyboard.press("Escape")
    expect(carl.get_by_label("Reason of the rejection")).not_to_be_focused()
    moved(carl, "s")
    assert left(carl) == before


def test_what_speaks_against_it_is_beside_it(carl):
    carl.goto(f"{QUEUE}?q=rose")
    expect(carl.locator(".diff li.removed")).to_contain_text("Rose — GROWS_IN → Bed 0")


def test_hostile_words_stay_words(carl):
    carl.goto(f"{QUEUE}?q=onerror")
    expect(carl.locator(".queue-detail h2")).to_contain_text("<img src=x")
    assert carl.locator("main img").count() == 0


def test_many_are_previewed_and_accepted_and_taken_back_at_once(carl):
    carl.goto(f"{QUEUE}?q=Plant+099")
    assert left(carl) == 11
    carl.get_by_role("button", name="Preview all 11").click()
    expect(carl.locator("#detail .diff li")).to_have_count(22)
    carl.get_by_role("button", name="Accept all 11").click()
    expect(carl.locator("#queue h2")).to_contain_text("Nothing")
    press(carl, "u", f"{LEFT} === 11")


def test_two_curators_at_once_decide_once(carl, open_context):
    cora = sign_in(open_context().new_page(), "cora")
    for page in (carl, cora):
        page.goto(f"{QUEUE}?q=Plant+0500")
    carl.keyboard.press("a")
    expect(carl.locator("#queue h2")).to_contain_text("Nothing")
    cora.keyboard.press("a")
    expect(cora.locator("#queue [role=alert]")).to_be_visible()
    press(carl, "u", f"{LEFT} === 1")


def test_of_two_who_edit_one_node_the_second_sees_both(carl, open_context):
    cora = sign_in(open_context().new_page(), "cora")
    for page in (carl, cora):
        page.goto("/graphs/garden/curate/nodes/bed9/edit/")
    for page, name in ((carl, "Bed of herbs"), (cora, "Bed of leeks")):
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_role("button", name="Save").click()
    expect(carl.locator(".note.good")).to_contain_text("Done")
    conflict = cora.locator("[role=alert]")
    expect(conflict).to_contain_text("Bed of herbs")
    expect(conflict).to_contain_text("Bed of leeks")
    cora.get_by_role("button", name="Save").click()
    expect(cora.locator("h1")).to_have_text("Bed of leeks")


def test_a_fact_is_added_between_nodes_found_by_name(carl):
    carl.goto("/graphs/garden/curate/edges/edit/?head=rose")
    field = carl.get_by_label("To", exact=True)
    field.press_sequentially("Bed 4")
    carl.locator("datalist option[value=bed4]").wait_for(state="attached")
    field.fill("bed4")
    expect(carl.locator("node-picker").nth(1).locator(".picked")).to_have_text("Bed 4 (Bed)")
    carl.get_by_label("Relation").fill("GROWS_IN")
    carl.get_by_role("button", name="Save").click()
    expect(carl.get_by_role("row", name="Rose GROWS_IN Bed 4 Change")).to_be_visible()


def choose(page, graph: str, node: str) -> None:
    """Open a node's page and choose the node in its drawing."""
    page.goto(f"/g/{graph}/node/{node}/")
    page.wait_for_function("() => document.querySelector('graph-view')?.shown?.nodes.length")
    page.evaluate(f"document.dispatchEvent(new CustomEvent('node.chosen', {{ detail: {{ id: '{node}' }} }}))")
    expect(page.locator(".node-card h3")).to_be_visible()


def test_the_drawing_leads_whoever_may_to_the_form(carl, open_context):
    choose(carl, "garden", "rose")
    carl.locator(".node-card").get_by_role("link", name="Edit").click()
    expect(carl.get_by_label("Name", exact=True)).to_have_value("Rose")
    connie = sign_in(open_context().new_page(), CONTRIBUTOR)
    choose(connie, "garden", "rose")
    expect(connie.locator(".node-card").get_by_role("link", name="Propose a change")).to_be_visible()
    rita = open_context().new_page()
    choose(rita, "sky", "sky:jupiter")
    expect(rita.locator(".node-card").get_by_role("link", name="Propose a change")).to_have_count(0)


# --- the one who asked --------------------------------------------------------------------------


def test_the_one_who_proposed_is_told_in_the_conversation(carl, open_context):
    connie = sign_in(open_context().new_page(), CONTRIBUTOR)
    talk = Talk(connie, "garden")
    talk.ask("propose that the tulip grows in bed 3")
    note = connie.locator(".proposal-note")
    expect(note).to_contain_text("It waits for a curator")
    carl.goto(f"{QUEUE}?q=tulip")
    carl.keyboard.press("a")
    expect(note).to_contain_text("carl accepted what you proposed: The tulip grows in bed 3")
    connie.reload()
    expect(connie.locator(".proposal-note")).to_contain_text("carl accepted")
    press(carl, "u", f"{LEFT} === 1")
    rejected(carl, "It is a lily")
    expect(connie.locator(".proposal-note")).to_contain_text("It is a lily")


def test_a_reader_is_told_that_it_was_not_proposed(talk):
    talk.ask("propose that the tulip grows in bed 3")
    expect(talk.page.locator(".proposal-note")).to_contain_text("not propose")


# --- how it looks -------------------------------------------------------------------------------


def test_it_fits_a_phone(open_context):
    page = sign_in(open_context(390, 800, has_touch=True).new_page(), "carl")
    for address in (QUEUE, "/graphs/garden/curate/nodes/rose/edit/", "/graphs/garden/curate/history/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_text_stands_out(open_context, scheme: str):
    page = sign_in(open_context(color_scheme=scheme).new_page(), "carl")
    page.goto(QUEUE)
    seen = (
        ".queue-list small",
        ".queue-list li.current small",
        ".diff dt",
        ".diff ins",
        ".queue-count",
        "kbd",
        "blockquote",
    )
    assert {each: contrast(page, each) for each in seen if contrast(page, each) < 4.5} == {}


# --- all of them --------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_thousand_proposals_are_reviewed_by_keyboard_without_a_reload(carl):
    carl.goto(f"{QUEUE}?who={CONTRIBUTOR}")
    all_of_them = left(carl)
    assert all_of_them >= MANY - 1
    carl.evaluate("window.still = 'the same page'")
    carl.set_default_timeout(60_000)
    decided = 0
    while (now := left(carl)) > 0:
        if decided % 50 == 10:
            rejected(carl, f"Reason {decided}")
        elif decided % 50 == 20 and now > 1:
            moved(carl, "s")
            press(carl, "a", f"{LEFT} === {now - 1}")
        elif decided % 50 == 30:
            press(carl, "a", f"{LEFT} === {now - 1}")
            press(carl, "u", f"{LEFT} === {now}")
            press(
                carl,
                "a",
                f"{LEFT} === {now - 1} || document.querySelector('#queue h2').textContent.includes('Nothing')",
            )
        else:
            press(carl, "a", f"{LEFT} === {now - 1}")
        decided += 1
    assert decided >= MANY - 1
    assert carl.evaluate("window.still") == "the same page"
    carl.goto(f"{QUEUE}?state=rejected&who={CONTRIBUTOR}")
    assert left(carl) >= 20
