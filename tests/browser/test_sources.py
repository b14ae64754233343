"""Documents beside a graph, with nothing scripted: quoted as their own and weighed against the graph."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, sign_in
from tests.browser.hosting import ROOT, environment, real_site
from tests.browser.serve import PASSWORD
from tests.browser.test_accessibility import LOOKS, faults

pytestmark = pytest.mark.browser
LONG = 60_000  # milliseconds: the first question waits for the language tools
PROVINCES = ["Norland", "Suthmark", "Estvale", "Westmoor", "Highfen", "Lowdale", "Oakshire", "Elmshire", "Ashford"]
PROVINCES += ["Birchholm", "Pinewick", "Rowanby"]
GUIDE = """The provinces have old towns. The capital of Norland is Town of Suthmark.

Glass is blown in Estvale since the days of the first dukes, and its salt mines are still worked by hand.

The capital of Marlow is Marlowton.
"""
CURATOR = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}


@pytest.fixture(scope="module")
def site(tmp_path_factory, browser):
    """A site with provinces, and a guide to them that is wrong about one."""
    data = tmp_path_factory.mktemp("sources")
    graph, guide = data / "provinces.tsv", data / "guide.md"
    lines = [*(f"{each}\tcapital\tTown of {each}\n" for each in PROVINCES), "Marlow\tborders\tNorland\n"]
    graph.write_text("".join(lines))
    guide.write_text(GUIDE)
    with real_site(data, str(graph), "--graph", "provinces") as address:
        command = [sys.executable, "manage.py", "documents", "add", str(guide), "--graph", "provinces"]
        subprocess.run(command, cwd=ROOT, env=environment(data), check=True)
        person = ["createsuperuser", "--noinput", "--username", "carl", "--email", "carl@example.org"]
        subprocess.run(
            [sys.executable, "manage.py", *person], cwd=ROOT, env={**environment(data), **CURATOR}, check=True
        )
        yield address


@pytest.fixture
def talk(page) -> Talk:
    """Rita's talk with the provinces."""
    page.set_default_timeout(LONG)
    return Talk(page, "provinces")


def test_a_document_that_contradicts_the_graph_is_shown_and_the_graph_believed(talk):
    talk.ask("What is the capital of Norland?")
    answer = talk.turn.locator(".answer")
    expect(answer).to_contain_text("Town of Norland")
    conflict = answer.locator(".claim.conflict")
    expect(conflict).to_contain_text("The capital of Norland is Town of Suthmark")
    expect(conflict).to_contain_text("I go by the graph, which here comes before documents")
    expect(answer.locator(".kind")).to_have_text(["from the graph", "sources disagree"])


def test_what_the_graph_lacks_is_quoted_and_leads_to_its_place(talk):
    talk.ask("Since when is glass blown in Estvale?")
    expect(talk.turn.locator(".answer")).to_have_attribute("data-words", "Not in this graph")
    quoted = talk.turn.locator(".claim.document").first
    expect(quoted).to_contain_text("since the days of the first dukes")
    talk.turn.locator(".cite.passage").first.click()
    line = talk.turn.locator(".sources .quotation").first
    expect(line).to_be_focused()
    line.get_by_role("link", name="Read it in the document").click()
    expect(talk.page.locator("#cited")).to_contain_text("since the days of the first dukes")


def test_a_person_may_let_the_graph_answer_alone(talk):
    talk.ask("Since when is glass blown in Estvale?")
    talk.turn.locator(".other-ways").get_by_role("button", name="Let the graph answer alone").click()
    expect(talk.turn.locator(".claim.document")).to_have_count(0, timeout=LONG)
    expect(talk.turn.locator(".answer")).to_have_attribute("data-words", "Not in this graph", timeout=LONG)


def test_the_step_shows_what_each_selector_gave(talk):
    talk.ask("Since when is glass blown in Estvale?")
    talk.turn.hover()
    talk.turn.get_by_role("button", name="Everything").click()
    inside = talk.turn.locator("[data-step=gather] .inside")
    expect(inside).to_contain_text(re.compile(r"documents: \d+ given, \d+ kept"))
    expect(inside).to_contain_text(re.compile(r"relevance 0\.\d+"))


def test_a_claim_that_the_graph_lacks_is_proposed_from_the_answer(talk):
    sign_in(talk.page, "carl")
    talk = Talk(talk.page, "provinces")
    talk.ask("What is the capital of Marlow?")
    expect(talk.turn.locator(".claim.document")).to_contain_text("Marlowton")
    talk.turn.get_by_role("button", name="Propose this to the graph").click()
    note = talk.turn.locator(".proposal-note")
    expect(note).to_contain_text("Marlowton")
    expect(note).to_contain_text("It waits for a curator")
    assert faults(talk.page) == []
    talk.page.reload()
    expect(talk.turn.locator(".proposal-note")).to_contain_text("It waits for a curator")


def test_a_reader_is_offered_no_proposal(talk):
    talk.ask("What is the capital of Marlow?")
    expect(talk.turn.locator(".claim.document")).to_contain_text("Marlowton")
    expect(talk.turn.get_by_role("button", name="Propose this to the graph")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def test_sources_are_for_everyone_in_every_look(look, open_context):
    scheme, width = look
    page = open_context(width, 900, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.set_default_timeout(LONG)
    talk = Talk(page, "provinces")
    talk.ask("What is the capital of Norland?")
    talk.ask("Since when is glass blown in Estvale?")
    for summary in talk.page.locator(".sources summary").all():
        summary.click()
    talk.turn.hover()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
