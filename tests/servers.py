"""Real servers and models for tests, each server started once a session and ended by its process id."""

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from glob import glob
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from types import SimpleNamespace

import pytest

from deploy.models.fetching import Missing as NoWeights
from deploy.models.fetching import fetched
from deploy.neo4j.artefacts import Missing
from deploy.neo4j.server import Server, free_port
from deploy.parent import ending_with_this


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory):
    """A Neo4j server of this session's own; where it cannot be had the tests are skipped, but fail in CI.

    TEST_NEO4J names one that runs, which the tests will empty: a second session then need not wait for its start.
    """
    if given := os.environ.get("TEST_NEO4J"):
        yield SimpleNamespace(address=given)
        return
    server = started(Server(tmp_path_factory.mktemp("neo4j")))
    yield server
    server.stop()


def started(server):
    """Start a server; where it cannot be had the test is skipped, but fails in CI."""
    try:
        server.start()
    except Missing as missing:
        if os.environ.get("CI"):
            pytest.fail(f"no Neo4j: {missing}")
        pytest.skip(f"no Neo4j: {missing}")
    return server


@pytest.fixture(scope="session")
def redis(tmp_path_factory):
    """The address of a Redis server of this session's own; where there is none tests are skipped, but fail in CI."""
    with process([program("redis-server"), "--port", str(port := free_port()), "--bind", "127.0.0.1", "--save", ""]):
        until_it_listens(port)
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture(scope="session")
def postgres():
    """The address of a PostgreSQL database of this session's own, as LOREGRAPH_DATABASE names one."""
    initdb, server, port = program("initdb", _POSTGRES), program("postgres", _POSTGRES), free_port()
    who = None if os.geteuid() else "nobody"  # PostgreSQL refuses to be run by root
    with TemporaryDirectory(prefix="postgres-") as place:  # outside pytest's own, which root alone may enter
        if who:
            shutil.chown(place, who)
        made = [initdb, "-D", f"{place}/data", "-U", "lore", "--auth=trust", "-E", "UTF8"]
        subprocess.run(made, check=True, capture_output=True, user=who, cwd=place)
        settings = ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={place}", "-c", "fsync=off"]
        with process([server, "-D", f"{place}/data", "-p", str(port), *settings], user=who, cwd=place):
            until_it_listens(port)
            yield f"postgres://lore@127.0.0.1:{port}/postgres"


_POSTGRES = "/usr/lib/postgresql/*/bin"  # Debian leaves them out of the path


def program(name, folder=""):
    """Return a program; without it the test is skipped, but fails in CI."""
    found = next(iter(sorted(glob(f"{folder}/{name}"), reverse=True)), None) or shutil.which(name)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"no {name}")
    return found


@contextmanager
def process(command, **options):
    """Run a server while the block lasts."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    started = subprocess.Popen(command, preexec_fn=ending_with_this(), **quiet, **options)
    try:
        yield started
    finally:
        started.terminate()
        started.wait(30)


def until_it_listens(port, seconds=60):
    end = monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            if monotonic() > end:
                raise
            sleep(0.1)


@pytest.fixture(scope="session")
def smollm2():
    """Return the path of the smallest real language model; without it tests are skipped, but fail in CI."""
    try:
        return fetched("smollm2")
    except NoWeights as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
