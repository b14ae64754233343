"""A real server, a real browser, and eyes on everything a page must not do."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.hosting import arguments, executable, free_port, scripted, served
from tests.browser.serve import PASSWORD


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A browser; without one the tests are skipped, but fail in CI."""
    playwright = pytest.importorskip("playwright.sync_api") if not os.environ.get("CI") else _playwright()
    with playwright.sync_playwright() as tools:
        try:
            opened = tools.chromium.launch(executable_path=executable(), args=arguments())
        except playwright.Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no browser: {str(error).splitlines()[0]}")
        yield opened
        opened.close()


def _playwright():
    from playwright import sync_api

    return sync_api


@pytest.fixture(scope="session")
def site_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the tests' site."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_data: Path, browser) -> Iterator[str]:
    """The address of a site of its own, with the sky loaded; the process ends with the tests."""
    port = free_port()
    with served(scripted(port), site_data, port) as address:
        yield address


class Watch:
    """What pages did that no page may do."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.faults: list[str] = []

    def over(self, context) -> None:
        """Watch every page of a browser's context."""
        context.expose_function("reportViolation", lambda words: self.faults.append(f"policy: {words}"))
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation', (event) => "
            "reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))"
        )
        context.on("request", self._request)
        context.on("page", self._page)

    def _request(self, request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:", "file:")):
            self.faults.append(f"request: {request.url}")

    def _page(self, page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: self._said(said) if said.type == "error" else None)
        page.on("websocket", lambda line: self._line(line.url))

    def _said(self, said) -> None:
        if "status of 4" not in said.text:  # pages that are refused on purpose say so here
            self.faults.append(f"console: {said.text}")

    def _line(self, url: str) -> None:
        if not url.startswith(self.site.replace("http", "ws")):
            self.faults.append(f"socket: {url}")


@pytest.fixture
def open_context(browser, site: str) -> Iterator:
    """Opens a browser's context as a person would have it; afterwards no page may have done anything wrong."""
    watch, opened = Watch(site), []

    def opener(width: int = 1400, height: int = 900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=site, **options)
        context.set_default_timeout(10_000)
        watch.over(context)
        opened.append(context)
        return context

    yield opener
    for context in opened:
        context.close()
    assert watch.faults == []


@pytest.fixture
def page(open_context):
    """A page of Rita, who reads, at a desk."""
    return open_context().new_page()


class Talk:
    """The chat page, in a person's words."""

    def __init__(self, page, graph: str = "sky") -> None:
        self.page = page
        page.goto(f"/g/{graph}/")

    def ask(self, question: str, whole: bool = True) -> None:
        """Ask, and wait for the answer's end."""
        before = self.page.locator("chat-turn").count()
        self.page.fill("#question", question)
        self.page.keyboard.press("Enter")
        self.page.locator("chat-turn").nth(before).wait_for()
        if whole:
            self.page.locator("chat-turn").nth(before).locator(".after:not([hidden])").wait_for()

    @property
    def turn(self):
        """The latest question with its answer."""
        return self.page.locator("chat-turn").last

    def drawing(self, words: str):
        """Return what an expression over the drawing (`view`) is worth."""
        return self.page.evaluate(f"() => {{ const view = document.querySelector('graph-view'); return {words}; }}")


@pytest.fixture
def talk(page) -> Talk:
    """Rita's talk with the sky."""
    return Talk(page)


def sign_in(page, name: str):
    """Return the page with somebody signed in."""
    page.goto("/accounts/sign-in/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    from playwright.sync_api import expect

    expect(page.locator("summary.account")).to_contain_text(name)
    return page
