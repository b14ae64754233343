"""`attach`: a database of others read live, or copied; told in words, and offered with questions."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agents.errors import ChangeRefused
from agents.graphs.rooms import Rooms
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge
from tests.databases import FILMS, database  # noqa: F401 (a fixture)
from webapp import engine, places
from webapp.graphs.models import Graph

pytestmark = [pytest.mark.server, pytest.mark.django_db]


@pytest.fixture
def at(request):
    return request.getfixturevalue("neo4j").address


@pytest.fixture
def site(tmp_path, settings, monkeypatch):
    places.prepare(tmp_path / "data")
    settings.LOREGRAPH_DATA = tmp_path / "data"
    made = Rooms(SqliteStore(tmp_path / "site.db"), tmp_path / "data" / "attached", timeout=30)
    monkeypatch.setattr(engine, "store", lambda: made)
    yield made
    made.close()


@pytest.fixture
def films(database):  # noqa: F811
    database.run(*FILMS)
    return database


def attach(**options):
    out = StringIO()
    call_command("attach", graph="films", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_attach_tells_the_names_offers_questions_and_copies_nothing(site, films, at):
    said = attach(url=at)
    assert "Movie: 3 nodes, called by 'title', such as 'The Long Pier'" in said
    assert "read live" in said
    assert "Ask, for instance: " in said
    assert site.schema("films").nodes == 7
    assert site.own.graphs() == ()
    assert not Graph.objects.get(slug="films").public


def test_a_copy_is_a_graph_of_the_sites_own_and_takes_what_is_new_when_it_is_copied_again(site, films, at):
    before = films.everything()
    assert "7 nodes" in attach(url=at, copy=True)
    assert films.everything() == before
    assert site.own.graphs() == ("films",)
    assert not site.fixed("films")
    films.run("CREATE (:Movie {title: 'Gulls'})")
    attach(url=at, copy=True)
    assert site.schema("films").nodes == 8
    triples = [each.triple for each in site.export("films") if isinstance(each, Edge)]
    assert len(triples) == len(set(triples)) == 11


def test_an_attached_graph_is_not_copied_over(site, films, at):
    attach(url=at)
    with pytest.raises((CommandError, ChangeRefused), match="never writes there"):
        attach(url=at, copy=True)


def test_what_cannot_be_attached_is_told_in_a_sentence_without_the_password(site, films, at):
    with pytest.raises(CommandError, match="did you mean 'Movie'"):
        attach(url=at, labels=["Movies"])
    with pytest.raises(CommandError, match="cannot be reached") as refusal:
        attach(url="bolt://carl:hunter2@127.0.0.1:1")
    assert "127.0.0.1:1" in str(refusal.value)
    assert "hunter2" not in str(refusal.value)
    assert not Graph.objects.exists()
