"""Carl adds a document and watches it being read; Rita follows a citation to its sentence."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from agents.documents.text import tidy
from tests.browser.hosting import ROOT, environment
from tests.browser.serve import CURATOR, PASSWORD
from tests.browser.test_accessibility import LOOKS, faults
from tests.browser.test_loading import carl, worker

__all__ = ["carl", "worker"]
pytestmark = pytest.mark.browser
FILLING = "\n\n".join(f"Paragraph {number}. " + "The night was dark and nothing moved. " * 12 for number in range(90))
TEXT = f"{FILLING}\n\nTriton orbits Neptune backwards. Nobody knows why <b>it</b> does.\n\n{FILLING}"


def add(page, name: str, text: str) -> None:
    """Add a document on the page that takes one."""
    page.goto("/g/sky/documents/")
    page.get_by_role("link", name="Add a document").click()
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Add", exact=True).click()


@pytest.fixture(scope="module")
def read(browser, site, site_data) -> str:
    """The address of a document that was read, with Triton's sentence cited."""
    path = site_data / "On Neptune.txt"
    path.write_text(TEXT)
    command = [sys.executable, "manage.py", "documents", "add", str(path), "--graph", "sky"]
    done = subprocess.run(command, cwd=ROOT, env=environment(site_data), check=True, capture_output=True, text=True)
    said = "Triton orbits Neptune backwards."
    start = tidy(TEXT).index(said)
    return f"/g/sky/documents/{done.stdout.split()[0]}/?from={start}&to={start + len(said)}#cited"


def test_a_document_is_read_without_a_reload(carl, worker):
    add(carl, "moons.md", "# Moons\n\nTriton orbits *Neptune*. It is cold.")
    expect(carl.locator("h1")).to_have_text("moons")
    expect(carl.locator(".document-text")).to_contain_text("Triton orbits Neptune.", timeout=60_000)
    expect(carl.locator("#progress")).to_have_count(0)


def test_a_reading_waits_visibly_and_can_be_cancelled(carl):
    add(carl, "more.txt", "Charon orbits Pluto.")
    expect(carl.locator("#progress progress")).to_be_visible()
    carl.get_by_role("button", name="Cancel").click()
    expect(carl.locator("#progress")).to_contain_text("Cancelled")
    carl.get_by_text("For curators").click()
    carl.get_by_role("link", name="Remove").click()
    carl.get_by_role("button", name="Remove it").click()
    expect(carl.locator("h1")).to_contain_text("Documents of")


def test_a_file_of_another_kind_is_refused_in_words(carl):
    add(carl, "letter.docx", "x")
    expect(carl.get_by_role("alert")).to_contain_text("no text, Markdown or PDF file")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def test_a_citation_opens_with_its_sentence_marked_and_in_sight(open_context, read, look):
    scheme, width = look
    page = open_context(width, 900, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(read)
    expect(page.locator("mark")).to_have_text("Triton orbits Neptune backwards.")
    expect(page.locator("mark")).to_be_in_viewport()
    expect(page.locator(".named")).to_contain_text("Neptune")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []


def test_readers_see_the_list_and_no_tools(page, read):
    page.goto("/g/sky/documents/")
    expect(page.get_by_role("link", name="Add a document")).to_have_count(0)
    page.get_by_role("link", name="On Neptune").click()
    expect(page.get_by_text("For curators")).to_have_count(0)
    page.get_by_role("link", name="After").click()
    expect(page.locator(".pages")).to_contain_text("2 /")
    page.get_by_role("link", name="After").click()
    expect(page.locator("p", has_text="Triton")).to_contain_text(
        "Triton orbits Neptune backwards. Nobody knows why <b>it"
    )


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def test_the_curators_pages_are_for_everyone(open_context, read, look):
    scheme, width = look
    page = open_context(width, 900, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto("/accounts/sign-in/?next=/g/sky/documents/")
    page.fill("#id_username", CURATOR)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Documents of")
    found = {"list": faults(page)}
    one = read.partition("?")[0]
    for path in ("/g/sky/documents/add/", one, f"{one}remove/"):
        page.goto(path)
        if page.get_by_text("For curators").count():
            page.get_by_text("For curators").click()
        found[path] = faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert {path: each for path, each in found.items() if each} == {}
