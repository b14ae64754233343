"""Carl measures a graph from its page and looks at what came out wrong."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.test_loading import carl, worker

__all__ = ["carl", "worker"]
pytestmark = pytest.mark.browser
GOLD = [
    {"question": "What does Pluto orbit?", "answers": ["Sun"], "kind": "one hop"},
    {"question": "What does Pluto orbit?", "answers": ["Nothing at all"], "kind": "wrong on purpose"},
]


def upload(page, text: str) -> None:
    page.goto("/g/sky/measure/")
    page.get_by_label("Gold").set_input_files({"name": "g.jsonl", "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Measure").click()


def test_a_run_waits_visibly_and_can_be_cancelled(carl):
    upload(carl, "\n".join(map(json.dumps, GOLD)))
    expect(carl.locator("#run progress")).to_be_visible()
    carl.get_by_role("button", name="Cancel").click()
    expect(carl.locator("#run")).to_contain_text("Cancelled")


def test_what_is_no_gold_is_told_by_its_line(carl):
    upload(carl, "prose")
    expect(carl.get_by_role("alert")).to_contain_text("line 1")


def test_a_miss_opens_and_tells_what_was_thought_on_a_phone_too(carl, worker):
    carl.set_viewport_size({"width": 390, "height": 800})
    upload(carl, "\n".join(map(json.dumps, GOLD)))
    miss = carl.locator("[data-misses] details").last
    expect(miss).to_be_visible(timeout=90_000)
    miss.locator("summary").click()
    expect(miss).to_contain_text("nothing at all")
    expect(miss).to_contain_text("Taken for")
    assert carl.evaluate("document.documentElement.scrollWidth <= innerWidth")
