"""Whatever the graph and people write stays text. The fixture `open_context` watches each page for dialogs,
violations of the policy, errors, and requests to other hosts; every browser test fails on any of them."""

import pytest
from playwright.sync_api import expect

from tests.browser.sky import HOSTILE

pytestmark = pytest.mark.browser


def test_the_watch_would_notice_a_script_and_a_request(browser, site):
    from tests.browser.conftest import Watch

    watch, context = Watch(site), browser.new_context(base_url=site)
    watch.over(context)
    page = context.new_page()
    page.goto("/g/sky/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    page.evaluate("fetch('https://elsewhere.invalid/').catch(() => 0)")
    page.wait_for_timeout(500)
    context.close()
    assert any(fault.startswith("policy: script-src") for fault in watch.faults)
    assert any(fault.startswith("policy: connect-src") for fault in watch.faults)


def test_a_hostile_graph_is_shown_as_text_everywhere(talk):
    talk.ask("hostile")
    for step in ("link", "plan", "gather"):
        talk.turn.locator(f"[data-step={step}] > summary").click()
        expect(talk.turn.locator(f"[data-step={step}] .inside")).to_contain_text(HOSTILE)
    expect(talk.turn.locator(".claim")).to_contain_text(HOSTILE)
    talk.turn.locator(".chip").first.click()
    expect(talk.page.locator(".node-card h3")).to_have_text(HOSTILE)
    expect(talk.page.locator(".legend")).to_contain_text(HOSTILE)
    talk.page.get_by_role("tab", name="Table").click()
    expect(talk.page.locator("graph-table tbody tr")).to_contain_text(HOSTILE)
    assert talk.page.locator("main img, .graph-pane img").count() == 0


def test_a_hostile_tooltip_is_text(talk):
    talk.ask("hostile")
    title = talk.drawing("view.nodes.get('sky:hostile').title.outerHTML")
    assert "<img" not in title
    assert "&lt;img" in title


def test_a_hostile_question_is_text_after_a_reload_too(talk):
    talk.ask(HOSTILE)
    expect(talk.page.locator(".bubble p")).to_have_text(HOSTILE)
    talk.page.reload()
    expect(talk.page.locator(".bubble p")).to_have_text(HOSTILE)
    expect(talk.page.locator("conversation-list li.current a")).to_have_text(HOSTILE)


@pytest.mark.parametrize("address", ["/", "/g/sky/", "/accounts/sign-in/", "/docs/", "/no-such-page/"])
def test_every_page_has_a_strict_policy(page, address: str):
    policy = page.goto(address).headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
