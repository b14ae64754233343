"""On a phone, in the dark, by keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, sign_in

pytestmark = pytest.mark.browser


def contrast(page, selector: str) -> float:
    """Return the contrast of an element's text with what is painted behind it, as WCAG counts it."""
    return page.evaluate(
        """(selector) => {
        const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
        const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255)
          .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
          .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
        const element = document.querySelector(selector);
        let behind = element;
        while (behind && numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
        const colours = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
        const [a, b] = colours.map(numbers).map(light);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      }""",
        selector,
    )


def test_a_phone_has_tabs_for_talk_graph_and_conversations(open_context):
    page = open_context(390, 800, has_touch=True).new_page()
    talk = Talk(page)
    talk.ask("Which moons orbit Jupiter?")
    expect(page.locator(".graph-pane")).to_be_hidden()
    page.get_by_role("tab", name="Graph").click()
    expect(page.locator(".graph-pane")).to_be_visible()
    expect(page.locator("chat-log")).to_be_hidden()
    page.get_by_role("tab", name="Conversations").click()
    expect(page.locator("conversation-list li.current")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


WAYS = ["/g/sky/explore/", "/g/sky/feedback/", "/graphs/sky/curate/", "/graphs/sky/curate/history/", "/g/sky/measure/"]


@pytest.mark.parametrize("address", WAYS)
def test_every_page_of_a_graph_leads_to_all_that_one_may_do_with_it(open_context, address: str):
    page = sign_in(open_context(390, 800).new_page(), "carl")
    page.goto(address)
    page.locator("summary[aria-label^='Graph: The sky']").click()
    menu = page.get_by_role("navigation", name="Graphs")
    for name in ("Ask", "Explore", "What can I ask?", "Documents", "Curate", "Measure its answers", "What readers say"):
        expect(menu.get_by_role("link", name=name, exact=name == "Ask")).to_be_visible()
    expect(menu.get_by_role("link", name="Members and settings")).to_have_count(0)


def test_a_reader_is_shown_no_way_that_is_shut_to_her(page):
    page.goto("/g/sky/explore/")
    page.locator("summary[aria-label^='Graph: The sky']").click()
    menu = page.get_by_role("navigation", name="Graphs")
    expect(menu.get_by_role("link", name="What can I ask?")).to_be_visible()
    for name in ("Curate", "Measure its answers", "Cards", "The garden", "The workshop"):
        expect(menu.get_by_role("link", name=name)).to_have_count(0)


def test_the_theme_follows_the_system_and_the_switch(open_context):
    page = open_context(color_scheme="dark").new_page()
    page.goto("/g/sky/")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    switch = page.get_by_role("button", name="Theme:")
    switch.click()
    assert page.evaluate(background) != dark
    page.reload()
    assert page.evaluate(background) != dark
    switch.click()
    assert page.evaluate(background) == dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(open_context, scheme: str):
    page = open_context(color_scheme=scheme).new_page()
    talk = Talk(page)
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("nothing")
    seen = (
        ".claim.tied",
        ".claim.none",
        ".bubble p",
        ".step .line",
        ".about span",
        ".hint",
        ".count",
        ".chip",
        ".kind",
    )
    weak = {selector: contrast(page, selector) for selector in seen if contrast(page, selector) < 4.5}
    assert weak == {}


def test_everything_can_be_done_by_keyboard(page):
    talk = Talk(page)
    page.keyboard.press("Tab")
    page.locator("body").press("Home")
    page.locator("#question").focus()
    page.keyboard.type("Which moons orbit Jupiter?")
    page.keyboard.press("Enter")
    talk.turn.locator(".after:not([hidden])").wait_for()
    reach(page, ".claim")
    expect(page.locator(".claim.lit").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".claim[aria-pressed=true]")).to_have_count(1)
    reach(page, "#tab-drawing")
    page.keyboard.press("ArrowRight")
    expect(page.locator("graph-table")).to_be_visible()
    reach(page, "graph-table tbody tr")
    page.keyboard.press("ArrowDown")
    expect(page.locator("graph-table tbody tr").nth(1)).to_be_focused()


def reach(page, selector: str) -> None:
    """Press Tab until an element of the selector has the focus, which must be seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"Tab never comes to {selector}.")


def test_the_first_tab_skips_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()


def test_the_splitter_moves_by_arrow_keys(talk):
    splitter = talk.page.get_by_role("separator", name="Width of the graph")
    before = talk.page.locator(".graph-pane").bounding_box()["width"]
    splitter.focus()
    talk.page.keyboard.press("ArrowLeft")
    assert talk.page.locator(".graph-pane").bounding_box()["width"] > before


def test_panes_can_be_closed_and_stay_so(talk):
    talk.page.get_by_role("button", name="Graph", exact=True).click()
    expect(talk.page.locator(".graph-pane")).to_be_hidden()
    talk.page.reload()
    expect(talk.page.locator(".graph-pane")).to_be_hidden()
    expect(talk.page.get_by_role("button", name="Graph", exact=True)).to_have_attribute("aria-expanded", "false")


def test_a_phone_held_across_leaves_room_for_the_talk(open_context):
    page = open_context(844, 390).new_page()
    Talk(page).ask("Which moons orbit Jupiter?")
    assert page.locator("chat-log").bounding_box()["height"] > 200
    expect(page.locator(".under .hint")).to_be_hidden()
