"""The first minutes: nothing is there yet, or not for this person; each page has words and a next step."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.hosting import ROOT, empty_site, environment
from tests.browser.test_accessibility import faults

pytestmark = pytest.mark.browser
PASSWORD = "a password of the first minutes"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, browser) -> Iterator:
    """Opens the first page of a site on which nothing was done but that two people were let in."""
    data = tmp_path_factory.mktemp("fresh")
    with empty_site(data) as address:
        for name, staff in (("ella", "True"), ("rita", "False")):
            person(data, name, staff)
        contexts = []

        def opened(name: str = ""):
            contexts.append(browser.new_context(base_url=address, viewport={"width": 820, "height": 900}))
            page = contexts[-1].new_page()
            page.goto("/accounts/sign-in/" if name else "/")
            if name:
                page.fill("#id_username", name)
                page.fill("#id_password", PASSWORD)
                page.keyboard.press("Enter")
                expect(page.locator("summary.account")).to_contain_text(name, timeout=20_000)
                page.goto("/")
            return page

        yield opened
        for each in contexts:
            each.close()


def person(data, name: str, staff: str) -> None:
    made = f"create_user({name!r}, password={PASSWORD!r}, is_staff={staff})"
    code = f"from django.contrib.auth import get_user_model as m; m().objects.{made}"
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment(data)}, check=True)


def test_a_stranger_is_told_to_sign_in(fresh):
    page = fresh()
    expect(page.get_by_role("heading", name="There is no graph for you yet")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    expect(page.get_by_label("Username")).to_be_focused()


def test_whoever_may_make_a_graph_is_led_to_its_form(fresh):
    page = fresh("ella")
    assert faults(page) == []
    page.get_by_role("main").get_by_role("link", name="New graph").click()
    expect(page.get_by_role("heading", name="New graph")).to_be_visible()


def test_whoever_may_not_is_told_whom_to_ask(fresh):
    page = fresh("rita")
    expect(page.get_by_role("main")).to_contain_text("Ask whoever runs this site to let you into a graph.")
    assert faults(page) == []


def test_a_graph_that_is_not_hers_looks_like_none_and_leads_on(page):
    page.goto("/g/workshop/")
    expect(page.get_by_role("heading", name="Nothing is here")).to_be_visible()
    page.get_by_role("link", name="All graphs", exact=True).click()
    expect(page.get_by_role("heading", name="Ask a graph, see where the answer comes from")).to_be_visible()
