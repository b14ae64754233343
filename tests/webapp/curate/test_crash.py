"""A process that is killed at any point of a commit leaves it to the next start, which ends it once and whole."""

import os
import signal
import subprocess
import sys

import pytest

from tests.house.repository import ROOT

SETUP = """
import os, signal, sys
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "webapp.settings")
django.setup()
from django.contrib.auth import get_user_model
from django.core.management import call_command
from agents.changes import PutEdge, PutNode
from agents.model import Edge, Node
from webapp import engine
from webapp.curate import commits, proposals
from webapp.curate.models import Commit, Proposal
from webapp.graphs.models import Graph, Membership

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""
BEGIN = """
call_command("migrate", verbosity=0)
store = engine.store()
store.drop("rivers")
store.create("rivers")
store.load("rivers", [Node("bonn", "City", "Bonn")])
graph = Graph.objects.create(slug="rivers", title="Rivers")
carl = get_user_model().objects.create_user("carl")
Membership.objects.create(graph=graph, user=carl, role="curator")
changes = [PutNode(Node("rhine", "River", "Rhine")), PutEdge(Edge("bonn", "LIES_ON", "rhine"))]
proposal = proposals.propose(graph, carl, changes, words="Bonn lies on the Rhine")
"""
COMMIT = """
proposals.accept(graph, [proposal], carl, proposals.drafted(graph, [proposal]))
"""
LOOK = """
import asyncio
from webapp.curate.starting import Mended

async def nothing(scope, receive, send):
    pass

asyncio.run(Mended(nothing)({}, None, None))
held = [each.to_json().get("name", "a fact") for each in engine.store().export("rivers")]
commit = Commit.objects.first()
print(sorted(held), commit.state if commit else None, Proposal.objects.get().state)
print(len(engine.store().history("rivers", "rhine")), len(commit.touched) if commit else 0)
"""
WHOLE = "['Bonn', 'Rhine', 'a fact'] applied accepted\n1 2\n"
NOTHING = "['Bonn'] None open\n0 0\n"

STORE = "from agents.graphs import {store}_changes as changes; "
STORES = ["sqlite", pytest.param("bolt", marks=pytest.mark.server)]
POINTS = {
    "before it is written": ("commits._write = die", NOTHING),
    "while it is written": ("Proposal.objects.filter = die", NOTHING),
    "after it is written, before the store": ("commits.finish = die", WHOLE),
    "inside the store's transaction": (STORE + "changes._keep = die", WHOLE),
    "at the end of the store's transaction": (STORE + "changes.raise_version = die", WHOLE),
    "after the store, before it is marked": ("commits._mark = die", WHOLE),
    "while it is marked": ("commits.decided.send = die", WHOLE),
    "after it is marked": (
        "end = commits._mark\ndef mark(*args):\n    end(*args)\n    die()\ncommits._mark = mark",
        WHOLE,
    ),
}  # fmt: skip


@pytest.fixture(params=STORES)
def store(request):
    """The store's name, and what the environment says of it."""
    if request.param == "sqlite":
        return "sqlite", {}
    return "bolt", {"LOREGRAPH_GRAPH": request.getfixturevalue("neo4j").address}


def run(data, script, more):
    site = {"LOREGRAPH_DATABASE": "", "LOREGRAPH_DATA": str(data), "DJANGO_SETTINGS_MODULE": "webapp.settings"}
    environment = {**os.environ, **site, **more}
    command = [sys.executable, "-c", SETUP + script]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("point", POINTS)
def test_a_commit_killed_there_is_whole_or_nothing_after_the_next_start(tmp_path, point, store):
    name, more = store
    crash, expected = POINTS[point]
    killed = run(tmp_path, f"{BEGIN}\n{crash.replace('{store}', name)}\n{COMMIT}", more)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert run(tmp_path, LOOK, more).stdout == expected


def test_without_a_crash_it_is_whole_at_once(tmp_path, store):
    assert run(tmp_path, BEGIN + COMMIT, store[1]).returncode == 0
    assert run(tmp_path, LOOK, store[1]).stdout == WHOLE
