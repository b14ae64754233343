"""The site's language model: none unless it is set, opened by its name, paid from the day's purse, its key unseen."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from agents.llms.langchain import LangChainChat
from agents.llms.local import LocalChat
from tests.chat_server import ChatServer
from webapp import engine, environment
from webapp.chat import exporting
from webapp.spending import purse

KEY = "sk-secret-value"


@pytest.fixture(autouse=True)
def afresh():
    engine.chat.cache_clear()
    yield
    engine.chat.cache_clear()


@pytest.fixture
def server(settings):
    with ChatServer().running() as running:
        settings.LOREGRAPH_CHAT_MODEL, settings.LOREGRAPH_CHAT_URL = "openai:m", running.address
        settings.LOREGRAPH_CHAT_KEY = KEY
        yield running


def test_none_is_asked_unless_it_is_set():
    assert engine.chat() is None


def test_a_name_says_what_kind_of_model_it_is(settings):
    settings.LOREGRAPH_CHAT_MODEL = "local:/srv/m.gguf"
    assert isinstance(engine.chat()._chat, LocalChat)
    engine.chat.cache_clear()
    settings.LOREGRAPH_CHAT_MODEL = "openai:m"
    assert isinstance(engine.chat()._chat, LangChainChat)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("LOREGRAPH_CHAT_MODEL", "gpt"),
        ("LOREGRAPH_CHAT_MODEL", "openai:"),
        ("LOREGRAPH_CHAT_MODEL", "a b:c"),
        ("LOREGRAPH_CHAT_URL", "localhost:80"),
        ("LOREGRAPH_CHAT_URL", "file:///etc/passwd"),
        ("LOREGRAPH_CHAT_TOKENS", "0"),
    ],
)
def test_a_bad_setting_is_refused_by_its_name(monkeypatch, name, given):
    monkeypatch.setenv(name, given)
    with pytest.raises(ImproperlyConfigured, match=f"{name} cannot be '"):
        environment.value(name)


@pytest.mark.parametrize(
    ("name", "given"), [("LOREGRAPH_CHAT_KEY", "sk hunter2"), ("LOREGRAPH_CHAT_URL", "http://carl:hunter2@host/v1")]
)
def test_a_bad_secret_is_refused_without_being_shown(monkeypatch, name, given):
    monkeypatch.setenv(name, given)
    with pytest.raises(ImproperlyConfigured, match=name) as refused:
        environment.value(name)
    assert "hunter2" not in str(refused.value)


@pytest.mark.django_db(transaction=True)
def test_the_command_tries_it_and_tells_what_was_spent(server, capsys):
    call_command("model", "--try")
    said = capsys.readouterr().out
    assert "openai:m at http://127.0.0.1" in said
    assert "It said: Hello there." in said
    assert "Today: 25 of 1,000,000 tokens, in 1 calls" in said
    assert KEY not in said
    assert purse.spent().tokens == 25


@pytest.mark.django_db(transaction=True)
def test_the_command_fails_where_it_does_not_reply(server):
    server.mode = "locked"
    with pytest.raises(CommandError, match="key") as refused:
        call_command("model", "--try")
    assert KEY not in str(refused.value)


@pytest.mark.django_db(transaction=True)
def test_a_spent_day_asks_nobody(server, settings):
    settings.LOREGRAPH_CHAT_TOKENS_A_DAY = 10
    with pytest.raises(CommandError, match="used up"):
        call_command("model", "--try")
    assert server.asked == []


def test_without_one_the_command_says_so(capsys):
    call_command("model")
    assert "everything works without one" in capsys.readouterr().out


def test_an_export_marks_what_is_not_supported():
    turn = {"question": "Q?", "verdict": None, "claims": [], "answer": "A.", "facts": [], "state": "done"}
    wording = [{"text": "It is *so*.", "doubts": []}, {"text": "In 1846.", "doubts": [{"kind": "number"}]}]
    said = exporting._said({**turn, "wording": wording})
    assert "*In a language model's words:* It is \\*so\\*. In 1846. *(not supported)*" in said
