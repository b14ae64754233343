"""A real server, a real browser, and eyes on everything a page must not do."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
START = 60  # seconds a server may take


def arguments() -> list[str]:
    """Return chromium's arguments; only root needs to leave its sandbox."""
    return [*QUIET, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else QUIET


def executable() -> str | None:
    """Return the system's chromium, or None for the one that Playwright keeps."""
    return which("chromium") or which("chromium-browser") or which("google-chrome")


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
    with served([sys.executable, "-m", "tests.browser.serve", str(port)], site_data, port) as address:
        yield address


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a site that keeps everything in a folder."""
    return {**os.environ, "LOREGRAPH_DATA": str(data), "DJANGO_SETTINGS_MODULE": "webapp.settings"}


@contextmanager
def served(command: list[str], data: Path, port: int) -> Iterator[str]:
    """Run a site while the block lasts; give its address."""
    with (data / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment(data), stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(server, address, data / "log")
        yield address
    finally:
        server.terminate()
        server.wait(20)


@contextmanager
def real_site(data: Path, *load: str) -> Iterator[str]:
    """Load a graph that everybody may read, with these arguments, and serve the site as it is, engine and all."""
    command = [sys.executable, "manage.py", "load", *load, "--public"]
    subprocess.run(command, cwd=ROOT, env=environment(data), check=True)
    port = free_port()
    daphne = ["-m", "daphne", "-v", "0", "-b", "127.0.0.1", "-p", str(port), "webapp.asgi:application"]
    with served([sys.executable, *daphne], data, port) as address:
        yield address


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(server: subprocess.Popen, address: str, log: Path) -> None:
    until = time.monotonic() + START
    while server.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"{address}/healthz", timeout=5).close()
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The site did not start:\n{log.read_text()[-3000:]}")


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
