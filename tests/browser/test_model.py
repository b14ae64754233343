"""The site as it is, engine and all, with a language model on a server that does as it is told."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Talk, Watch
from tests.browser.hosting import real_site
from tests.chat_server import ChatServer

pytestmark = pytest.mark.browser
QUESTION = "Tell me about Texas."
FACTS = "Dallas\tlocated in\tTexas\nTexas\tborders\tOklahoma\nRed River\tflows through\tTexas\n"


def test_its_words_are_shown_and_marked_below_the_graphs_own(page, server):
    server.text = "Dallas is located in Texas. Texas borders Oklahoma. It was founded by Sam Houston in 1836."
    talk = Talk(page, "land")
    talk.ask(QUESTION)
    said = talk.turn.locator(".worded-sentence")
    assert ["unsupported" in (each.get_attribute("class") or "") for each in said.all()] == [False, False, True]
    assert {"Sam Houston", "1836"} <= set(said.nth(2).locator("mark").all_inner_texts())
    assert "Dallas" in talk.turn.locator(".answer").inner_text()
    expect(talk.turn.locator(".wording h3")).to_contain_text("openai:small")
    expect(talk.turn.locator(".model-cost")).to_contain_text("25 tokens")


@pytest.mark.parametrize("mode", ["error", "cut", "garbage", "stall"])
def test_a_model_that_fails_leaves_the_graphs_answer_and_says_so(page, server, mode):
    server.mode, server.text = mode, "Dallas is located in Texas. One two three four five six."
    talk = Talk(page, "land")
    talk.ask(QUESTION)
    assert "Texas borders Oklahoma." in talk.turn.locator(".answer").inner_text()
    expect(talk.turn.locator(".model-notes")).to_contain_text("The answer stands without it.")
    expect(talk.turn.locator(".wording")).to_be_hidden()


@pytest.fixture(scope="module")
def running():
    with ChatServer().running() as server:
        yield server


@pytest.fixture
def server(running):
    running.mode = ""
    return running


@pytest.fixture(scope="module")
def address(running, browser, tmp_path_factory):
    """A site with a small graph and the server's model, which may take fifteen seconds."""
    data = tmp_path_factory.mktemp("model")
    (data / "land.tsv").write_text(FACTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOREGRAPH_CHAT_MODEL", "openai:small")
        patch.setenv("LOREGRAPH_CHAT_URL", running.address)
        patch.setenv("LOREGRAPH_CHAT_SECONDS", "15")
        with real_site(data, str(data / "land.tsv"), "--graph", "land") as address:
            yield address


@pytest.fixture
def page(browser, address):
    watch, context = Watch(address), browser.new_context(base_url=address)
    context.set_default_timeout(60_000)
    watch.over(context)
    yield context.new_page()
    context.close()
    assert watch.faults == []
