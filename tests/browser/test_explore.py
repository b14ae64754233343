"""Looking around: search as one types, kinds, hierarchies, and a page for every node."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import sign_in
from tests.browser.serve import CURATOR

pytestmark = pytest.mark.browser
OPTIONS = "#found [role=option]"


@pytest.fixture
def explore(page):
    page.goto("/g/sky/explore/")
    return page


@pytest.fixture
def workshop(page):
    sign_in(page, CURATOR)
    page.goto("/g/workshop/explore/")
    return page


def heading(page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_typing_finds_names_and_the_keyboard_leads_to_one(explore):
    explore.locator("body").press("/")
    explore.keyboard.type("titan")
    expect(explore.locator(OPTIONS)).to_have_count(2)
    explore.keyboard.press("ArrowDown")
    explore.keyboard.press("ArrowDown")
    second = explore.locator(OPTIONS).nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(explore.get_by_role("combobox")).to_have_attribute("aria-activedescendant", second.get_attribute("id"))
    explore.keyboard.press("ArrowUp")
    explore.keyboard.press("Enter")
    heading(explore, "Titan")
    assert explore.url.endswith("/g/sky/node/sky:titan/")


def test_the_up_key_begins_at_the_end_and_escape_closes(explore):
    explore.locator("body").press("/")
    explore.keyboard.type("titan")
    expect(explore.locator(OPTIONS)).to_have_count(2)
    explore.keyboard.press("ArrowUp")
    expect(explore.locator(OPTIONS).nth(1)).to_have_attribute("aria-selected", "true")
    explore.keyboard.press("Escape")
    expect(explore.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    expect(explore.get_by_role("combobox")).to_be_focused()


def test_a_name_that_is_not_there_has_words_and_a_next_step(explore):
    explore.locator("body").press("/")
    explore.keyboard.type("qqqqqq")
    expect(explore.locator("#found")).to_contain_text("Nothing is called that.")
    explore.keyboard.press("ArrowDown")
    explore.keyboard.press("Enter")
    heading(explore, "What is called “qqqqqq”")
    expect(explore.locator("main")).to_contain_text("Try fewer letters")


def test_another_name_is_found_too(workshop):
    workshop.get_by_role("combobox").fill("handsaw")
    expect(workshop.locator(OPTIONS)).to_contain_text("Handsaw")
    workshop.keyboard.press("Enter")
    heading(workshop, "Saw")


def test_a_kind_is_looked_through_page_by_page_and_narrowed(explore):
    explore.get_by_role("link", name="Asteroid").click()
    nodes = explore.locator(".nodes a")
    expect(nodes).to_have_count(50)
    first = nodes.first.inner_text()
    explore.get_by_role("link", name="After").click()
    expect(explore.locator(".pages")).to_contain_text("Page 2")
    assert nodes.first.inner_text() != first
    explore.get_by_label("Names that hold").fill("rock 419")
    expect(nodes).to_have_count(1)
    nodes.click()
    heading(explore, "Rock 419")


def test_a_hierarchy_opens_branch_by_branch_by_keyboard(workshop):
    top = workshop.locator(".branch > summary", has_text="Cutting tool")
    expect(top).to_contain_text("3")
    top.focus()
    workshop.keyboard.press("Enter")
    saw = workshop.locator(".branch > summary", has_text="Saw")
    expect(saw).to_contain_text("2")
    saw.focus()
    workshop.keyboard.press("Enter")
    workshop.get_by_role("link", name="Ripsaw").click()
    heading(workshop, "Ripsaw")


def test_the_facts_of_a_node_are_grouped_paged_and_narrowed(page):
    page.goto("/g/sky/node/sky:mars/")
    group = page.locator(".facts-of")
    expect(group).to_contain_text("423")
    lines = group.locator("li a")
    expect(lines).to_have_count(8)
    for count in (50, 100):
        group.get_by_role("button", name="Show more").click()
        expect(lines).to_have_count(count)
    group.get_by_role("searchbox").fill("phob")
    expect(lines).to_have_text(["Phobos"])
    expect(group).to_contain_text("moons.tsv, release 3, row 12")


def test_what_lies_around_a_node_is_drawn(page):
    page.goto("/g/sky/node/sky:neptune/")
    page.wait_for_function("() => document.querySelector('graph-view').nodes?.length === 4")
    page.get_by_role("link", name="Triton").click()
    heading(page, "Triton")


def test_asking_about_a_node_leads_to_the_talk_with_it(page):
    page.goto("/g/sky/node/sky:jupiter/")
    page.get_by_role("link", name="Ask about this").click()
    expect(page.locator("chat-turn .bubble")).to_contain_text("What is known about Jupiter?")


def test_a_nodes_page_tells_who_changed_it_and_why(workshop):
    workshop.goto("/g/workshop/node/hammer/")
    history = workshop.get_by_role("region", name="History")
    expect(history).to_contain_text("carl")
    expect(history).to_contain_text("Tidied up")
