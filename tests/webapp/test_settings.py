"""Settings: typed, with defaults, refused by name."""

import os
import stat
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from webapp import environment, places
from webapp.environment import BASE, SETTINGS

PRODUCTION = {"LOREGRAPH_HTTPS": "yes", "LOREGRAPH_HOSTS": "graph.example", "LOREGRAPH_SECRET_KEY": "abcdefgh-" * 8}


def test_every_default_is_sound(monkeypatch):
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
        environment.value(setting.name)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("LOREGRAPH_DEBUG", "maybe"),
        ("LOREGRAPH_HTTPS", "2"),
        ("LOREGRAPH_MAX_UPLOAD_MB", "0"),
        ("LOREGRAPH_MAX_UPLOAD_MB", "many"),
        ("LOREGRAPH_MAX_QUESTION", "-5"),
        ("LOREGRAPH_QUERY_SECONDS", "nan"),
        ("LOREGRAPH_QUERY_SECONDS", "0"),
        ("LOREGRAPH_RUN_SECONDS", "soon"),
        ("LOREGRAPH_HOSTS", ","),
        ("LOREGRAPH_HOSTS", "http://graph.example"),
        ("LOREGRAPH_GRAPH", "mysql://localhost"),
        ("LOREGRAPH_GRAPH", "neo4j:///graphs"),
        ("LOREGRAPH_GRAPH", "neo4j://localhost/a/b"),
        ("LOREGRAPH_GRAPH", "bolt://localhost:port"),
        ("LOREGRAPH_GRAPH", "sqlite:///"),
        ("LOREGRAPH_REDIS", "http://localhost"),
        ("LOREGRAPH_DATABASE", "mysql://localhost/lore"),
        ("LOREGRAPH_DATABASE", "postgres://localhost"),
        ("LOREGRAPH_DATABASE", "postgres://localhost:port/lore"),
        ("LOREGRAPH_DATABASE", "postgres://localhost/lore?service=other"),
        ("LOREGRAPH_LOG_LEVEL", "LOUD"),
        ("LOREGRAPH_DATA", "manage.py"),
    ],
)
def test_a_bad_value_is_refused_by_its_name(monkeypatch, name, given):
    monkeypatch.setenv(name, given)
    with pytest.raises(ImproperlyConfigured, match=f"{name} cannot be '"):
        environment.value(name)


def test_a_bad_key_is_refused_without_being_shown(monkeypatch):
    monkeypatch.setenv("LOREGRAPH_SECRET_KEY", "hunter2")
    with pytest.raises(ImproperlyConfigured, match="LOREGRAPH_SECRET_KEY") as refusal:
        environment.value("LOREGRAPH_SECRET_KEY")
    assert "hunter2" not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("LOREGRAPH_GRAPH", "neo4j://carl:hunter2@localhost/a/b"),
        ("LOREGRAPH_DATABASE", "postgres://carl:hunter2@localhost/a/b"),
    ],
)
def test_a_bad_address_is_refused_without_its_password(monkeypatch, name, given):
    monkeypatch.setenv(name, given)
    with pytest.raises(ImproperlyConfigured, match=name) as refusal:
        environment.value(name)
    assert "hunter2" not in str(refusal.value)


def test_the_address_of_a_database_is_taken_apart(monkeypatch):
    monkeypatch.setenv("LOREGRAPH_DATABASE", "postgres://carl:a%40b%2F@db.example:5433/lore?sslmode=require")
    found = environment.value("LOREGRAPH_DATABASE")
    assert [found[each] for each in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "lore",
        "carl",
        "a@b/",
        "db.example",
        "5433",
    ]
    assert found["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("LOREGRAPH_DEBUG", "Yes", True),
        ("LOREGRAPH_DEBUG", "off", False),
        ("LOREGRAPH_HOSTS", "a.example, b.example", ["a.example", "b.example"]),
        ("LOREGRAPH_QUERY_SECONDS", "2.5", 2.5),
        ("LOREGRAPH_GRAPH", "sqlite:////srv/graphs.sqlite3", "/srv/graphs.sqlite3"),
        ("LOREGRAPH_GRAPH", "sqlite:///here.sqlite3", str(BASE / "here.sqlite3")),
        ("LOREGRAPH_GRAPH", "neo4j://carl:a%40b@graph.example/lore", "neo4j://carl:a%40b@graph.example/lore"),
        ("LOREGRAPH_MAX_RUNS", "", 3),
    ],
)
def test_a_good_value_is_read(monkeypatch, name, given, value):
    monkeypatch.setenv(name, given)
    assert environment.value(name) == value


def test_a_name_that_is_no_setting_is_noticed(monkeypatch):
    monkeypatch.setenv("LOREGRAPH_HOST", "graph.example")
    assert "LOREGRAPH_HOST" in environment.unknown()


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path):
    places.prepare(tmp_path / "data")
    key = places.secret_key(tmp_path / "data")
    assert len(key) >= 50
    assert places.secret_key(tmp_path / "data") == key
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_is_refused_by_name(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="LOREGRAPH_DATA"):
        places.prepare(tmp_path / "file" / "data")


def test_production_settings_pass_the_deployment_check(tmp_path):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, LOREGRAPH_DATA=str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr


def test_a_misspelt_setting_is_told_by_the_check(tmp_path):
    done = manage("check", LOREGRAPH_HOST="graph.example", LOREGRAPH_DATA=str(tmp_path / "data"))
    assert "LOREGRAPH_HOST is no setting; did you mean 'LOREGRAPH_HOSTS'?" in done.stderr


def manage(*arguments, **environ):
    clean = {key: value for key, value in os.environ.items() if not key.startswith("LOREGRAPH_")}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=BASE, env=clean | environ, capture_output=True, text=True, check=False)
