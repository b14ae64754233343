"""Moments, days, amounts and shares as the reader's language and clock write them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, sign_in
from tests.browser.garden import LEFT_ALONE
from tests.browser.serve import ADMIN, PASSWORD

pytestmark = pytest.mark.browser
GARDEN = "/graphs/garden/curate/"
WAITING = f"{GARDEN}?who={LEFT_ALONE}"  # whatever other tests decide
KNOWN = [
    ("en-US", "January 7, 1610", "142,984", "0.538"),
    ("en-GB", "7 January 1610", "142,984", "0.538"),
    ("de-DE", "7. Januar 1610", "142.984", "0,538"),
    ("ja-JP", "1610年1月7日", "142,984", "0.538"),
]


def german(page):
    """Return a page whose reader reads German, signed in."""
    page.goto("/accounts/sign-in/")
    page.fill("#id_username", ADMIN)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("summary.account")).to_contain_text(ADMIN)
    return page


def test_a_moment_is_told_by_the_readers_own_clock(open_context):
    page = sign_in(open_context(timezone_id="Asia/Kolkata").new_page(), ADMIN)
    page.goto(f"{GARDEN}history/")
    time = page.locator("local-time time").first
    written = "(at) => new Intl.DateTimeFormat('en-US', {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(at))"
    expect(time).to_have_text(page.evaluate(written, time.get_attribute("datetime")))
    assert time.get_attribute("title").endswith("UTC")


def test_without_scripts_a_moment_says_that_it_is_in_utc(open_context):
    page = sign_in(open_context(java_script_enabled=False).new_page(), ADMIN)
    page.goto(f"{GARDEN}history/")
    expect(page.locator("local-time time").first).to_have_text(re.compile(r"^\w+\.? \d+, \d{4}, .+ UTC$"))


def test_a_moment_that_a_decision_brings_is_told_so_too(open_context):
    page = sign_in(open_context(timezone_id="Asia/Kolkata").new_page(), ADMIN)
    page.goto(WAITING)
    expect(page.locator(".queue-detail local-time time").first).not_to_contain_text("UTC")
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".queue-list li.current")).to_contain_text("51%")
    expect(page.locator(".queue-detail local-time time").first).not_to_contain_text("UTC")


def test_a_share_is_written_as_the_language_writes_it(open_context):
    page = german(open_context(locale="de-DE").new_page())
    page.goto(WAITING)
    expect(page.locator(".queue-list li.current small")).to_contain_text("50 %")


@pytest.mark.parametrize(("locale", "day", "wide", "light"), KNOWN, ids=[each[0] for each in KNOWN])
def test_the_card_of_a_node_has_days_and_amounts_as_they_are_written(open_context, locale, day, wide, light):
    talk = Talk(open_context(locale=locale).new_page())
    talk.ask("Which moons orbit Jupiter?")
    talk.page.evaluate("document.dispatchEvent(new CustomEvent('node.chosen', { detail: { id: 'sky:jupiter' } }))")
    told = talk.page.locator(".node-card dl")
    for words in (day, wide, light):
        expect(told).to_contain_text(words)


@pytest.mark.parametrize(
    ("locale", "known"),
    [("en-US", ("Jan. 7, 1610", "142,984", "0.538")), ("de-DE", ("7. Januar 1610", "142.984", "0,538"))],
)
def test_the_page_of_a_node_has_them_so_too(open_context, locale, known):
    page = open_context(locale=locale).new_page()
    page.goto("/g/sky/node/sky:jupiter/")
    for words in known:
        expect(page.locator(".known")).to_contain_text(words)


def test_a_year_is_parted_by_nothing(page):
    page.goto("/g/sky/node/sky:io/")
    expect(page.locator(".known")).to_contain_text("1610")
