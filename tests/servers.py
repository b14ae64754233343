"""Real servers and models for tests, each server started once a session and ended by its process id."""

import os
from types import SimpleNamespace

import pytest

from deploy.models.fetching import Missing as NoWeights
from deploy.models.fetching import fetched
from deploy.neo4j.artefacts import Missing
from deploy.neo4j.server import Server


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
def smollm2():
    """Return the path of the smallest real language model; without it tests are skipped, but fail in CI."""
    try:
        return fetched("smollm2")
    except NoWeights as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
