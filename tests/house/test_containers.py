"""compose.yaml: every service says when it is well, and what is kept lies in volumes."""

import re

import pytest
import yaml

from tests.house.repository import ROOT
from webapp.environment import SETTINGS

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
KEPT = {"web": "/data", "worker": "/data", "neo4j": "/data", "postgres": "/var/lib/postgresql/data"}


def test_it_has_all_that_the_site_stands_on():
    assert set(SERVICES) == {"web", "worker", "neo4j", "postgres", "redis"}


@pytest.mark.parametrize("name", ["neo4j", "postgres", "redis"])
def test_a_server_says_when_it_is_well_and_the_site_waits_for_that(name):
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES["web"]["depends_on"][name] == {"condition": "service_healthy"}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_lies_in_a_volume(name):
    volumes = dict(each.split(":") for each in SERVICES[name]["volumes"])
    assert KEPT[name] in volumes.values()
    assert set(volumes) <= set(COMPOSE["volumes"])


def test_it_sets_what_are_settings_and_no_password():
    surroundings = SERVICES["web"]["environment"]
    assert set(surroundings) <= {each.name for each in SETTINGS}
    assert re.search(r"\$\{POSTGRES_PASSWORD", surroundings["LOREGRAPH_DATABASE"])
    assert re.search(r"\$\{NEO4J_PASSWORD", surroundings["LOREGRAPH_GRAPH"])


def test_only_the_site_is_reached_from_outside_and_that_on_the_loopback():
    assert {name for name, each in SERVICES.items() if "ports" in each} == {"web"}
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["web"]["ports"])
