"""The page speaks the reader's language: by the browser's wish, by choice, and from right to left."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("locale", "asks", "facts"),
    [
        ("es-ES", "¿Qué le gustaría saber?", "10 hechos"),
        ("de-DE", "Was möchten Sie wissen?", "10 Fakten"),
        ("zh-CN", "您想知道什么？", "10 条事实"),
        ("ja-JP", "何を知りたいですか？", "10 件の事実"),
    ],
)
def test_pages_and_scripts_speak_the_browsers_language(open_context, locale: str, asks: str, facts: str):
    page = open_context(locale=locale).new_page()
    talk = Talk(page)
    expect(page.locator(".greeting h2")).to_have_text(asks)
    talk.ask("Which moons orbit Jupiter?")
    expect(talk.turn.locator(".after")).to_contain_text(facts)
    assert page.evaluate("document.documentElement.lang").startswith(locale[:2])


def test_another_language_can_be_chosen_and_stays(page):
    page.goto("/g/sky/explore/")
    page.locator(".account").click()
    page.get_by_label("Language").select_option("de")
    page.locator(".language").get_by_role("button").click()
    expect(page.get_by_role("heading", name="Arten von Dingen")).to_be_visible()
    page.goto("/g/sky/")
    expect(page.locator(".greeting h2")).to_have_text("Was möchten Sie wissen?")


def test_numbers_are_written_as_the_language_writes_them(open_context):
    talk = Talk(open_context(locale="de-DE").new_page())
    talk.ask("partly")
    expect(talk.page.locator(".capped")).to_contain_text("6 von 1.006 Fakten")


def test_the_page_can_be_read_from_right_to_left(talk):
    talk.ask("Which moons orbit Jupiter?")
    talk.page.evaluate("document.documentElement.dir = 'rtl'")
    place = {name: talk.page.locator(name).bounding_box() for name in (".list-pane", ".talk-pane", ".graph-pane")}
    assert place[".list-pane"]["x"] > place[".talk-pane"]["x"] > place[".graph-pane"]["x"]
    assert talk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bubble, answer = (talk.turn.locator(name).bounding_box() for name in (".bubble", ".answer"))
    assert bubble["x"] <= answer["x"] + 1
    talk.page.get_by_role("separator").focus()
    before = talk.page.locator(".graph-pane").bounding_box()["width"]
    talk.page.keyboard.press("ArrowRight")
    assert talk.page.locator(".graph-pane").bounding_box()["width"] > before


def test_each_step_says_in_the_pages_language_what_it_did(open_context):
    talk = Talk(open_context(locale="de-DE").new_page())
    talk.ask("Which moons orbit Jupiter?")
    talk.page.evaluate("document.dispatchEvent(new CustomEvent('steps.depth', { detail: { name: 'everything' } }))")
    step = {name: talk.turn.locator(f'[data-step="{name}"]') for name in ("understand", "gather", "reason")}
    expect(step["understand"].locator(".line")).to_have_text(re.compile(r"^Verstanden als: Frage \(\d+\s%\)$"))
    expect(step["gather"].locator(".line")).to_have_text(re.compile(r"^\d+ Zeilen? aus \d+ Abfragen?$"))
    expect(step["understand"].locator(".inside")).to_contain_text("Weg")


def test_a_fault_of_ours_is_told_in_the_pages_language(open_context):
    talk = Talk(open_context(locale="es-ES").new_page())
    talk.ask("broken", whole=False)
    expect(talk.turn.locator(".turn-state")).to_contain_text("Algo falló por nuestra parte")


@pytest.mark.parametrize("width", [390, 1100, 1400])
def test_a_longer_language_has_room_for_the_depth_of_the_steps(open_context, width: int):
    talk = Talk(open_context(width, 900, locale="de-DE").new_page())
    talk.ask("Which moons orbit Jupiter?")
    if width == 390:  # where the steps are folded, there is no switch
        talk.turn.locator("run-steps > details > summary").click()
    switch = talk.turn.locator(".depth").bounding_box()
    for other in ("run-steps > details > summary", ".answer"):
        box = talk.turn.locator(other).bounding_box()
        apart = (
            box["x"] + box["width"] <= switch["x"]
            or switch["y"] + switch["height"] <= box["y"]
            or box["y"] + box["height"] <= switch["y"]
        )
        assert apart, other


def test_an_answer_is_read_in_its_own_direction(talk):
    talk.page.evaluate("document.documentElement.dir = 'rtl'")
    talk.ask("Which moons orbit Jupiter?")
    for part in (".answer", ".chip", ".ask-list button"):
        shown = talk.turn.locator(part).first
        assert shown.evaluate("(element) => getComputedStyle(element).direction") == "ltr"
