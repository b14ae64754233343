"""axe-core finds nothing against WCAG 2.2 AA on any page, in light and in dark, on a desk and on a phone."""

from collections.abc import Iterable
from itertools import chain

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.conftest import Talk, sign_in
from tests.browser.serve import ADMIN, CURATOR

pytestmark = pytest.mark.browser
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
AT_REST = """() => Promise.all(
    document.getAnimations()
        .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished.catch(() => {})))"""
LOOKS = [("light", 1400), ("dark", 1400), ("light", 390)]


def faults(page) -> list[str]:
    """Return what axe-core finds once nothing fades in any more: the rule, and where it is broken."""
    page.evaluate(AT_REST)
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for each in found for node in each["nodes"]
    ]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def anywhere(request, open_context):
    """A page in one of the looks."""
    scheme, width = request.param
    return open_context(width, 900, color_scheme=scheme, reduced_motion="reduce").new_page()


def test_axe_would_notice(page):
    page.goto("/g/sky/explore/")
    page.evaluate(
        "document.querySelector('main').append(document.createElement('img'), document.createElement('button'))"
    )
    assert {fault.split(":")[0] for fault in faults(page)} == {"image-alt", "button-name"}


def all_faults(page, paths: Iterable[str]) -> dict[str, list[str]]:
    """Visit pages; return the faults of each that has any."""
    found = {}
    for path in paths:
        assert page.goto(path).status == (404 if path == pages.MISSING else 200), path
        found[path] = faults(page)
    return {path: each for path, each in found.items() if each}


def test_every_open_page_is_for_everyone(anywhere):
    assert all_faults(anywhere, chain(*pages.ANYBODYS.values())) == {}


def test_the_curators_pages_are_for_everyone(anywhere):
    sign_in(anywhere, CURATOR)
    assert all_faults(anywhere, chain(*pages.CARLS.values())) == {}
    links = [link(anywhere, *each) for each in (("commit", "/commits/"), ("edit_proposal", "/proposals/"))]
    assert all_faults(anywhere, links) == {}


def test_the_admins_pages_are_for_everyone(anywhere):
    sign_in(anywhere, ADMIN)
    assert all_faults(anywhere, chain(*pages.ADMINS.values(), pages.GARDENS)) == {}


def link(page, name: str, part: str) -> str:
    """Return the address of a page that another page leads to."""
    page.goto(pages.LED_TO[f"curate:{name}"])
    return page.locator(f"a[href*='{part}']").first.get_attribute("href")


def test_a_talk_is_for_everyone_whatever_is_open(anywhere):
    talk, page = Talk(anywhere), anywhere
    for question in ("Which moons orbit Jupiter?", "nothing", "unsure what I mean", "told by others", "many"):
        talk.ask(question)
    talk.ask("fail", whole=False)
    expect(talk.turn.locator(".turn-state")).to_be_visible()
    talk.ask("Does Triton orbit Neptune?")
    talk.turn.locator(".sources summary").click()
    page.evaluate("document.dispatchEvent(new CustomEvent('steps.depth', { detail: { name: 'everything' } }))")
    assert faults(page) == []
    page.evaluate("document.getElementById('share-conversation').showModal()")
    assert faults(page) == []
    page.evaluate("document.getElementById('share-conversation').close()")
    page.keyboard.press("Escape")
    page.evaluate("document.getElementById('shortcuts').showModal()")
    assert faults(page) == []


def test_the_drawing_and_the_table_are_for_everyone(anywhere):
    talk, page = Talk(anywhere), anywhere
    talk.ask("Does Triton orbit Neptune?")
    if page.get_by_role("tab", name="Graph").is_visible():
        page.get_by_role("tab", name="Graph").click()
    page.evaluate("document.dispatchEvent(new CustomEvent('node.chosen', { detail: { id: 'sky:neptune' } }))")
    for tool in ("Find", "Filter", "Layout and colours"):
        page.locator(f".graph-tools summary[aria-label='{tool}']").click()
        assert faults(page) == []
    page.locator("body").press("Escape")
    page.get_by_role("tab", name="Table").click()
    assert faults(page) == []


def test_the_list_of_shortcuts_opens_by_a_question_mark(page):
    page.goto("/g/sky/explore/")
    page.locator("body").press("?")
    shortcuts = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(shortcuts).to_be_visible()
    page.keyboard.press("Escape")
    expect(shortcuts).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_label("Search by name")).to_be_focused()


def test_keys_that_act_alone_can_be_turned_off_and_stay_so(page):
    page.goto("/g/sky/explore/")
    page.locator("body").press("?")
    page.get_by_label("A key alone acts at once").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    for key in ("?", "/"):
        page.locator("body").press(key)
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_label("Search by name")).not_to_be_focused()


def test_so_can_those_of_a_review(page):
    sign_in(page, ADMIN)
    page.goto(pages.GARDEN)
    page.evaluate("localStorage.setItem('loregraph.single-keys', 'off')")
    current = page.locator(".queue-list li.current").inner_text()
    page.locator("body").press("n")
    page.wait_for_timeout(500)
    assert page.locator(".queue-list li.current").inner_text() == current
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".queue-list li.current")).not_to_have_text(current)
