"""compose.yaml and the Dockerfile, as far as they can be checked without a container engine.

Every service says when it is well, what is kept lies in volumes, and what they name is there.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from threading import Thread

import pytest
import yaml
from django.core.management import get_commands
from django.http.request import split_domain_port, validate_host

from tests.house.repository import ROOT
from webapp.environment import SETTINGS

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
KEPT = {"web": "/data", "worker": "/data", "neo4j": "/data", "postgres": "/var/lib/postgresql/data"}


DOCKERFILE = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
COMMANDS = {line.split(" ", 1)[0]: line.split(" ", 1)[1] for line in DOCKERFILE.splitlines() if line[:1].isupper()}


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


def test_whoever_starts_it_is_told_of_all_that_it_asks_for():
    text = (ROOT / "compose.yaml").read_text()
    asked = set(re.findall(r"(?<!\$)\$\{(\w+)", text))
    told = (ROOT / "templates" / "docs" / "operating.md").read_text() + text.partition("\nx-")[0]
    assert {name for name in asked if name not in told} <= {each.name for each in SETTINGS} | {"PORT"}


def test_the_worker_runs_a_command_that_there_is():
    assert SERVICES["worker"]["command"].split()[2] in get_commands()


@pytest.mark.parametrize("service", ["web", "worker"])
def test_the_sites_services_are_of_one_image_that_is_built_here(service):
    assert (SERVICES[service]["build"], SERVICES[service]["image"]) == (".", "loregraph")


def test_what_the_image_takes_is_there_and_nothing_that_runs_is_missing():
    taken = [path for line in DOCKERFILE.splitlines() if line.startswith("COPY ") for path in line.split()[1:-1]]
    assert all((ROOT / path).exists() for path in taken)
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
    assert {*packages, "manage.py", "templates", "constraints.txt"} <= set(taken)


def test_the_image_installs_extras_that_there_are():
    extras = re.search(r"\.\[([\w,]+)\]", COMMANDS["RUN"])[1].split(",")
    known = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(extras) <= set(known)


def test_the_image_serves_what_there_is_as_nobody_special():
    (_, _, started) = json.loads(COMMANDS["CMD"])
    assert find_spec(re.search(r"(\S+):application", started)[1])
    assert COMMANDS["USER"] not in ("root", "0")
    assert f":{COMMANDS['EXPOSE']}" in SERVICES["web"]["ports"][0]


class Told(BaseHTTPRequestHandler):
    """Answers every request, and keeps by what name it was called."""

    def do_GET(self):
        self.server.called.append((self.headers["Host"], self.path))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.mark.parametrize("hosts", ["graph.example", ".example.org,other.example", "*", "localhost,127.0.0.1"])
def test_the_images_probe_calls_the_site_by_a_name_that_it_answers_to(hosts):
    server = HTTPServer(("127.0.0.1", 0), Told)
    server.called = []
    Thread(target=server.serve_forever, daemon=True).start()
    _, flag, code = json.loads(COMMANDS["HEALTHCHECK"].partition(" CMD ")[2])
    code = code.replace(":8000/", f":{server.server_port}/")
    subprocess.run([sys.executable, flag, code], env={**os.environ, "LOREGRAPH_HOSTS": hosts}, check=True, timeout=60)
    server.shutdown()
    ((host, path),) = server.called
    assert validate_host(split_domain_port(host)[0], hosts.split(","))
    assert path == "/healthz"
