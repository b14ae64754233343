"""Rivers on a real store, which Carl curates and to which Connie contributes."""

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node, Provenance
from webapp import engine
from webapp.graphs.models import Graph, Membership

RHINE = Node("river:rhine", "River", "Rhine", ("Rhein",), "", {"km": 1230})
MAIN = Node("river:main", "River", "Main", (), "", {"km": 525})
BONN = Node("bonn", "City", "Bonn")
FLOWS = Edge("river:main", "FLOWS_INTO", "river:rhine", {}, (Provenance("file", "a map"),))


@pytest.fixture
def store(tmp_path, monkeypatch):
    made = SqliteStore(tmp_path / "graphs.sqlite3")
    monkeypatch.setattr(engine, "store", lambda: made)
    for graph in ("rivers", "other"):
        made.create(graph)
        made.load(graph, [RHINE, MAIN, BONN, FLOWS])
    yield made
    made.close()


@pytest.fixture
def connie(django_user_model):
    return django_user_model.objects.create_user("connie", password="connie's password")


@pytest.fixture
def rivers(store, db, carl, connie, rita):
    """A private graph, and beside it one of others."""
    Graph.objects.create(slug="other", title="Other")
    graph = Graph.objects.create(slug="rivers", title="Rivers")
    for person, role in ((carl, "curator"), (connie, "contributor"), (rita, "reader")):
        Membership.objects.create(graph=graph, user=person, role=role)
    return graph
