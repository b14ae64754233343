"""Server processes joined by a real Redis: what one of them tells, sockets of the other hear."""

import asyncio
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest
from channels.layers import channel_layers, get_channel_layer
from django.test import override_settings
from websockets.sync.client import connect

from tests.servers import free_port, redis  # noqa: F401 (a fixture)
from webapp.environment import BASE

pytestmark = pytest.mark.server
TELL = """
import sys, django; django.setup()
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
async_to_sync(get_channel_layer().group_send)(sys.argv[1], {"type": "run.event", "event": {"n": 1, "text": "Rhine"}})
"""


def surroundings(data, address):
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "webapp.settings",
        "LOREGRAPH_DATA": str(data),
        "LOREGRAPH_REDIS": address,
        "LOREGRAPH_DATABASE": "",
    }


@pytest.fixture
def layer(redis):  # noqa: F811
    """This process's own channel layer on the server."""
    layers = {"default": {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {"hosts": [redis]}}}
    with override_settings(CHANNEL_LAYERS=layers):
        channel_layers.backends.clear()
        yield get_channel_layer()
    channel_layers.backends.clear()


def test_what_another_process_tells_a_conversation_is_heard_here(layer, redis, tmp_path):  # noqa: F811
    with ThreadPoolExecutor(1) as thread:  # this one may be a browser's, whose loop goes on
        heard = thread.submit(asyncio.run, _heard(layer, surroundings(tmp_path, redis))).result()
    assert heard == {"type": "run.event", "event": {"n": 1, "text": "Rhine"}}


async def _heard(layer, environment):
    """Return what a channel of a conversation hears when another process tells it something."""
    channel = await layer.new_channel()
    await layer.group_add("conversation.abc", channel)
    told = await asyncio.create_subprocess_exec(
        sys.executable, "-c", TELL, "conversation.abc", cwd=BASE, env=environment
    )
    assert await told.wait() == 0
    heard = await asyncio.wait_for(layer.receive(channel), 10)
    await layer.close_pools()
    return heard


SECOND = """
import sys, django; django.setup()
from daphne.cli import CommandLineInterface
from tests.browser.serve import scripted
scripted()
CommandLineInterface().run(["-b", "127.0.0.1", "-p", sys.argv[1], "-v", "0", "webapp.asgi:application"])
"""


@pytest.fixture
def servers(tmp_path, redis):  # noqa: F811
    """Two server processes of one site, joined by the Redis server; their ports."""
    environ, ports, started = surroundings(tmp_path / "data", redis), (free_port(), free_port()), []
    for port, command in zip(ports, (["-m", "tests.browser.serve"], ["-c", SECOND]), strict=True):
        started.append(subprocess.Popen([sys.executable, *command, str(port)], cwd=BASE, env=environ))
        assert is_well(port)["channels"] == {"ok": True}
    yield ports
    for each in started:
        each.terminate()
        each.wait(20)


def is_well(port, seconds=120):
    """Wait until a server is up, and return what it tells of itself."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            return json.load(urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5))
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The server did not come up.")


def begun(port):
    """Begin a talk about the sky as a nameless visitor; return the path of its socket and the cookies."""
    jar = CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar))
    browser.open(f"http://127.0.0.1:{port}/g/sky/")
    token = next(each.value for each in jar if each.name == "csrftoken")
    asked = Request(f"http://127.0.0.1:{port}/g/sky/c/", data=b"", headers={"X-CSRFToken": token})
    made = json.load(browser.open(asked))
    return made["socket"], "; ".join(f"{each.name}={each.value}" for each in jar)


def socket(port, path, cookies):
    at, origin = f"ws://127.0.0.1:{port}{path}", f"http://127.0.0.1:{port}"
    return connect(at, origin=origin, additional_headers={"Cookie": cookies}, open_timeout=20)


def events(heard, last):
    """Return what a socket hears up to an event of the type `last`."""
    found = []
    while not found or found[-1]["type"] != last:
        found.append(json.loads(heard.recv(timeout=30)))
    return found


def test_a_run_of_one_server_is_heard_at_a_socket_of_the_other(servers):
    one, other = servers
    path, cookies = begun(one)
    with socket(one, path, cookies) as asking, socket(other, path, cookies) as listening:
        for each in (asking, listening):
            events(each, "ready")
        asking.send(json.dumps({"type": "ask", "text": "slow"}))
        assert [each["type"] for each in events(listening, "answer.done")] == [
            each["type"] for each in events(asking, "answer.done")
        ]


def test_a_run_of_one_server_is_stopped_from_the_other(servers):
    one, other = servers
    path, cookies = begun(one)
    with socket(one, path, cookies) as asking, socket(other, path, cookies) as listening:
        asking.send(json.dumps({"type": "ask", "text": "slow"}))
        run = next(each for each in events(listening, "answer.delta") if each["type"] == "run.started")["run"]
        listening.send(json.dumps({"type": "stop", "run": run}))
        assert events(asking, "run.stopped")
