"""A site of its own for each test: a cast, a scripted engine, a database in a folder that goes away."""

import pytest
from asgiref.sync import SyncToAsync
from django.contrib.auth.models import AbstractUser
from django.core.cache import cache
from django.db import connections

from tests.webapp.scripted import ScriptedPipeline, TinyStore
from webapp import crossing, engine, places
from webapp.curate import schemas
from webapp.graphs.models import Graph, Membership


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    places.prepare(tmp_path / "data")
    settings.LOREGRAPH_DATA = tmp_path / "data"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    schemas._known.clear()
    return settings.LOREGRAPH_DATA


@pytest.fixture(autouse=True)
def cold(monkeypatch):
    """Let no page build the real engine beside a test."""
    monkeypatch.setattr(engine, "warm", lambda graph: None)


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch):
    """Close what sockets left open that a test did not close: no database is dropped while one is connected."""
    monkeypatch.setattr(crossing, "_holders", set())
    yield
    SyncToAsync.single_thread_executor.submit(connections.close_all).result()


@pytest.fixture
def store(monkeypatch):
    store = TinyStore()
    monkeypatch.setattr(engine, "store", lambda: store)
    return store


@pytest.fixture
def pipeline(monkeypatch, store):
    pipeline = ScriptedPipeline()
    monkeypatch.setattr(engine, "pipeline", lambda: pipeline)
    monkeypatch.setattr(engine, "kit", lambda: None)
    return pipeline


@pytest.fixture
def rita(django_user_model) -> AbstractUser:
    return django_user_model.objects.create_user("rita", password="rita's password")


@pytest.fixture
def carl(django_user_model) -> AbstractUser:
    return django_user_model.objects.create_user("carl", password="carl's password", is_staff=True)


@pytest.fixture
def stan(django_user_model) -> AbstractUser:
    return django_user_model.objects.create_user("stan", password="stan's password")


@pytest.fixture
def rivers(store, db) -> Graph:
    """A public graph."""
    return Graph.objects.create(slug="rivers", title="Rivers", public=True)


@pytest.fixture
def secret(store, db, rita, carl) -> Graph:
    """A private graph that Rita reads and Carl curates."""
    graph = Graph.objects.create(slug="secret", title="Secret")
    Membership.objects.create(graph=graph, user=rita, role="reader")
    Membership.objects.create(graph=graph, user=carl, role="curator")
    return graph
