"""Carl loads a file from the page and watches it go in."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.hosting import ROOT
from tests.browser.serve import CURATOR, PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def carl(page):
    """A page where Carl is signed in."""
    page.goto("/accounts/sign-in/")
    page.get_by_label("Username").fill(CURATOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("summary.account")).to_contain_text(CURATOR)
    return page


@pytest.fixture
def worker(site_data):
    """A worker beside the site; it ends with the test."""
    environment = {**os.environ, "LOREGRAPH_DATA": str(site_data), "DJANGO_SETTINGS_MODULE": "webapp.settings"}
    process = subprocess.Popen([sys.executable, "manage.py", "db_worker"], cwd=ROOT, env=environment)
    yield process
    process.terminate()
    process.wait(20)


def upload(page, name: str, text: str) -> None:
    """Upload a file on the page that takes one."""
    page.goto("/g/sky/load/")
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Upload and load").click()


def test_a_load_waits_visibly_and_can_be_cancelled(carl):
    upload(carl, "more.tsv", "Charon\tORBITS\tPluto\n")
    expect(carl.locator("#progress")).to_be_visible()
    expect(carl.locator("#progress progress")).to_be_visible()
    carl.get_by_role("button", name="Cancel").click()
    expect(carl.locator("#progress")).to_contain_text("Cancelled")


def test_a_load_goes_to_its_end_without_a_reload(carl, worker):
    upload(carl, "more.tsv", "Charon\tORBITS\tPluto\n")
    expect(carl.locator("#progress .note.good")).to_be_visible(timeout=30_000)
    carl.get_by_role("link", name="Ask the graph").click()
    expect(carl.locator(".greeting")).to_be_visible()


def test_a_wrong_password_is_answered_in_words(page):
    page.goto("/accounts/sign-in/")
    page.get_by_label("Username").fill(CURATOR)
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("correct username and password")


def test_rita_is_not_shown_the_door_to_loading(page):
    assert page.goto("/g/sky/load/").status == 404
    expect(page.get_by_role("heading")).to_have_text("Nothing is here")


def test_a_form_that_was_open_too_long_is_refused_on_a_page_of_ours(page):
    page.goto("/accounts/sign-in/")
    page.context.clear_cookies()
    page.get_by_label("Username").fill(CURATOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading")).to_have_text("That is not allowed")
    expect(page.locator(".site-header")).to_be_visible()
