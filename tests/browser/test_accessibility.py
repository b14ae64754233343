"""axe-core finds nothing against WCAG 2.2 AA on any page, in light and in dark, on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Talk
from tests.browser.serve import ADMIN, CURATOR, PASSWORD

pytestmark = pytest.mark.browser
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
OPEN = [
    "/", "/g/sky/", "/g/empty/", "/accounts/sign-in/", "/docs/", "/docs/asking/", "/no-such-page/",
    "/g/sky/explore/", "/g/empty/explore/", "/g/sky/explore/questions/", "/g/sky/explore/kind/?type=Moon",
    "/g/sky/explore/search/?q=io", "/g/sky/node/sky:jupiter/",
]  # fmt: skip
CLOSED = ["/g/sky/feedback/", "/g/sky/load/", "/graphs/new/", "/accounts/password/"]
HERE = "/graphs/garden/curate/"
CURATED = [
    HERE, *(f"{HERE}{each}/" for each in ("history", "merge", "nodes/new", "nodes/rose/edit", "nodes/rose/merge",
    "nodes/rose/split", "nodes/rose/history", "edges/edit", "table", "rules", "export", "jobs/1", "proposals/3/edit")),
    f"{HERE}nodes/rose/merge/?with=bed0", f"{HERE}edges/edit/?head=rose&relation=GROWS_IN&tail=bed0",
    f"{HERE}?state=accepted", "/g/garden/members/", "/g/garden/measure/", "/audit/",
]  # fmt: skip
LOOKS = [("light", 1400), ("dark", 1400), ("light", 390)]


def faults(page) -> list[str]:
    """Return what axe-core finds: the rule, and where it is broken."""
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


def test_every_open_page_is_for_everyone(anywhere):
    found = {}
    for path in OPEN:
        anywhere.goto(path)
        found[path] = faults(anywhere)
    assert {path: each for path, each in found.items() if each} == {}


def test_the_curators_pages_are_for_everyone(anywhere):
    anywhere.goto("/accounts/sign-in/?next=/g/sky/feedback/")
    anywhere.fill("#id_username", CURATOR)
    anywhere.fill("#id_password", PASSWORD)
    anywhere.keyboard.press("Enter")
    expect(anywhere.locator("h1")).to_have_text("What readers say of the answers")
    found = {}
    for path in CLOSED:
        anywhere.goto(path)
        found[path] = faults(anywhere)
    assert {path: each for path, each in found.items() if each} == {}


def test_all_that_curators_and_the_admin_do_is_for_everyone_and_fits(anywhere):
    anywhere.goto("/accounts/sign-in/?next=/audit/")
    anywhere.fill("#id_username", ADMIN)
    anywhere.fill("#id_password", PASSWORD)
    anywhere.keyboard.press("Enter")
    expect(anywhere.locator("h1")).to_have_text("Audit log")
    anywhere.goto(f"{HERE}history/")
    commit = anywhere.locator("td a").first.get_attribute("href")
    found = {}
    for path in (*CURATED, commit):
        assert anywhere.goto(path).status == 200, path
        fits = anywhere.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found[path] = [*faults(anywhere), *([] if fits else ["it is wider than the window"])]
    assert {path: each for path, each in found.items() if each} == {}


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
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_label("Search by name")).to_be_focused()
