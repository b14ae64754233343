"""A saved picture opens from a file with the network closed, and asks nobody for anything."""

import pytest
from playwright.sync_api import expect

from tests.browser.sky import HOSTILE
from tests.browser.test_accessibility import faults

pytestmark = pytest.mark.browser


def saved(talk, tmp_path):
    """Save the talk's graph and return the file."""
    talk.page.locator(".saving summary").click()
    with talk.page.expect_download() as download:
        talk.page.get_by_role("link", name="A page that opens offline").click()
    path = tmp_path / "picture.html"
    download.value.save_as(path)
    return path


@pytest.fixture
def offline(open_context):
    """A page whose network is closed."""
    context = open_context()
    context.set_offline(True)
    return context.new_page()


def test_it_draws_offline(talk, offline, tmp_path):
    talk.ask("Which moons orbit Jupiter?")
    asked = []
    offline.on("request", lambda request: asked.append(request.url))
    offline.goto(saved(talk, tmp_path).as_uri())
    expect(offline.locator("#drawing canvas")).to_be_visible()
    expect(offline.locator("tbody tr")).to_have_count(10)
    expect(offline.locator("footer")).to_contain_text("Licence: CC0 1.0")
    offline.wait_for_timeout(500)
    assert [url for url in asked if not url.startswith("file:")] == []


def test_it_holds_what_was_shown_and_no_more(talk, offline, tmp_path):
    talk.ask("Which moons orbit Jupiter?")
    talk.ask("Does Triton orbit Neptune?")
    expect(talk.page.locator(".graph-bar .count")).to_have_text("2 nodes, 1 fact")
    offline.goto(saved(talk, tmp_path).as_uri())
    expect(offline.locator("tbody tr")).to_have_count(1)


def test_its_legend_filters(talk, offline, tmp_path):
    talk.ask("Which moons orbit Jupiter?")
    offline.goto(saved(talk, tmp_path).as_uri())
    moons = offline.get_by_role("button", name="Moon")
    moons.click()
    expect(moons).to_have_attribute("aria-pressed", "false")


def test_hostile_names_stay_text_in_it(talk, offline, tmp_path):
    talk.ask("hostile")
    offline.goto(saved(talk, tmp_path).as_uri())
    expect(offline.locator("tbody tr")).to_contain_text(HOSTILE)
    expect(offline.locator("#drawing canvas")).to_be_visible()
    assert offline.locator("img").count() == 0


def test_it_holds_what_was_opened_by_hand_in_the_colours_of_the_page(talk, offline, tmp_path):
    talk.ask("Does Triton orbit Neptune?")
    talk.page.locator("graph-view").evaluate("(view) => { view.choose('sky:neptune'); }")
    talk.page.get_by_role("button", name="Expand").click()
    expect(talk.page.locator(".graph-bar .count")).to_have_text("4 nodes, 3 facts")
    offline.goto(saved(talk, tmp_path).as_uri())
    expect(offline.locator("tbody tr")).to_have_count(3)
    shown = "(dot) => getComputedStyle(dot).{}"
    for kind in ("Moon", "Planet"):
        there = offline.locator(f"[data-type={kind}] .dot").evaluate(shown.format("color"))
        here = talk.page.locator(".legend button", has_text=kind).locator(".dot")
        assert here.evaluate(shown.format("backgroundColor")) == there


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_for_everyone_and_fits_a_phone(talk, open_context, tmp_path, scheme: str):
    talk.ask("hostile")
    alone = open_context(390, 844, color_scheme=scheme).new_page()
    alone.goto(saved(talk, tmp_path).as_uri())
    expect(alone.locator("tbody tr")).to_have_count(1)
    assert faults(alone) == []
    assert alone.evaluate("document.documentElement.scrollWidth <= innerWidth")
