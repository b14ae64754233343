"""Every page fits a phone, a tablet and a desk, read from left to right and from right to left."""

from itertools import chain

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.conftest import Talk, sign_in
from tests.browser.serve import ADMIN, CURATOR

pytestmark = pytest.mark.browser
BEYOND = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth"


@pytest.fixture(params=[390, 820, 1400])
def anywhere(request, open_context):
    return open_context(request.param, 900).new_page()


def beyond(page) -> dict[str, int]:
    """Return by how many pixels the page is wider than the window, for the ways of reading in which it is."""
    found = {}
    for way in ("ltr", "rtl"):
        page.evaluate("(way) => { document.documentElement.dir = way; }", way)
        found[way] = page.evaluate(BEYOND)
    return {way: pixels for way, pixels in found.items() if pixels > 0}


def too_wide(page, paths) -> dict[str, dict[str, int]]:
    found = {}
    for path in paths:
        page.goto(path)
        found[path] = beyond(page)
    return {path: each for path, each in found.items() if each}


def test_a_page_that_is_too_wide_would_be_noticed(page):
    page.goto("/docs/")
    page.evaluate("document.querySelector('main').style.minWidth = '1500px'")
    assert set(beyond(page)) == {"ltr", "rtl"}


def test_every_page_fits(anywhere):
    assert too_wide(anywhere, chain(*pages.ANYBODYS.values())) == {}
    sign_in(anywhere, CURATOR)
    assert too_wide(anywhere, chain(*pages.CARLS.values(), pages.LED_TO.values())) == {}
    anywhere.context.clear_cookies()
    sign_in(anywhere, ADMIN)
    assert too_wide(anywhere, chain(*pages.ADMINS.values(), pages.GARDENS)) == {}


def test_a_talk_fits(anywhere):
    talk = Talk(anywhere)
    for question in ("Which moons orbit Jupiter?", "unsure what I mean", "hostile", "told by others"):
        talk.ask(question)
    anywhere.evaluate("document.dispatchEvent(new CustomEvent('steps.depth', { detail: { name: 'everything' } }))")
    assert beyond(anywhere) == {}


def test_names_stay_whole_in_a_table_on_a_phone(open_context):
    talk = Talk(open_context(390, 844).new_page())
    talk.ask("Which moons orbit Jupiter?")
    talk.page.locator("pane-tabs [data-pane=graph]").click()
    talk.page.get_by_role("tab", name="Table").click()
    narrow = (
        "(cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.clientHeight > 120).length"
    )
    assert talk.page.locator("graph-table td:first-child").evaluate_all(narrow) == 0


def test_no_row_is_kept_for_the_depth_of_steps_that_are_folded(open_context):
    talk = Talk(open_context(390, 844).new_page())
    talk.ask("Which moons orbit Jupiter?")
    steps, answer = (talk.turn.locator(each).bounding_box() for each in ("run-steps > details > summary", ".answer"))
    assert answer["y"] - steps["y"] - steps["height"] < 20
    talk.turn.locator("run-steps > details > summary").click()
    expect(talk.turn.get_by_role("button", name="Everything")).to_have_css("opacity", "1")


@pytest.mark.parametrize("width", [390, 820, 1400])
def test_the_way_to_the_latest_lies_over_nothing_that_can_be_pressed(open_context, width: int):
    talk = Talk(open_context(width, 700).new_page())
    talk.ask("many")
    talk.turn.get_by_role("button", name="Show all").first.click()
    talk.page.locator("chat-log").evaluate("(log) => log.scrollTo(0, 0)")
    expect(talk.page.get_by_role("button", name="To the latest")).to_be_visible()
    way, log = (talk.page.locator(each).bounding_box() for each in (".to-end", "chat-log"))
    assert log["width"] - way["width"] < 30  # the scroll bar stays free
    for part in (0.05, 0.5, 0.95):
        x, y = way["x"] + part * way["width"], way["y"] + way["height"] / 2
        assert talk.page.evaluate("([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.to-end'))", [x, y])


def test_the_manuals_list_of_pages_stands_above_them_on_a_tablet(open_context):
    page = open_context(820, 1100).new_page()
    page.goto("/docs/settings/")
    listed, told = (page.locator(each).bounding_box() for each in (".manual nav", ".prose"))
    assert told["y"] >= listed["y"] + listed["height"]
    assert told["width"] > 700


def test_the_bar_above_a_drawing_keeps_its_buttons_within_a_tablet(open_context):
    talk = Talk(open_context(820, 1100).new_page())
    for question in ("Which moons orbit Jupiter?", "Who found Titan?"):
        talk.ask(question)
    pane = talk.page.locator(".graph-pane").bounding_box()
    for button in (".graph-bar [data-scope]", ".graph-bar .saving > summary"):
        box = talk.page.locator(button).bounding_box()
        assert box["x"] + box["width"] <= pane["x"] + pane["width"]


def test_a_count_is_whole_and_saving_in_its_corner_on_a_tablet(open_context):
    talk = Talk(open_context(820, 1100).new_page())
    for question in ("Which moons orbit Jupiter?", "Who found Titan?"):
        talk.ask(question)
        count, tabs, saving = (talk.page.locator(f".graph-bar {each}") for each in (".count", ".segments", ".saving"))
        assert count.evaluate("(count) => count.scrollWidth <= count.clientWidth")
        assert abs(saving.bounding_box()["y"] - tabs.bounding_box()["y"]) < 12


def test_the_words_of_shortcuts_begin_in_one_line(page):
    page.goto("/g/sky/explore/")
    page.locator("body").press("?")
    assert len(set(page.locator(".shortcuts dd").evaluate_all("(all) => all.map((each) => each.offsetLeft)"))) == 1


def test_no_line_of_an_answer_is_underlined_beyond_its_words(open_context):
    talk = Talk(open_context(390, 844).new_page())
    talk.ask("Which moons orbit Jupiter?")
    widest = talk.turn.locator(".claim").first.evaluate(
        "(claim) => Math.max(...[...claim.getClientRects()].map((each) => each.right))"
    )
    box = talk.turn.locator(".answer").bounding_box()
    assert widest <= box["x"] + box["width"] + 1
