"""`make neo4j`: in a container where an engine answers, else from the artefacts. A command stands for the engine."""

import subprocess
import sys

import pytest

from deploy.neo4j import __main__ as main
from deploy.neo4j.artefacts import Missing
from deploy.neo4j.container import Container, engine

DOCKER = f"""#!{sys.executable}
import os, sys, time, pathlib
log, kind = pathlib.Path({{log!r}}), {{kind!r}}
with log.open("a") as file:
    file.write(" ".join(sys.argv[1:]) + "|" + os.environ.get("NEO4J_AUTH", "") + chr(10))
if sys.argv[1] == "info":
    print("27.1") if kind != "away" else None
    sys.exit(kind == "away")
if sys.argv[1] == "run":
    print("no such image" if kind == "broken" else "Started.", flush=True)
    until = time.monotonic() + 60
    while kind != "broken" and time.monotonic() < until and " stop " not in " " + log.read_text().replace(chr(10), " "):
        time.sleep(0.05)
"""


@pytest.fixture
def docker(tmp_path, monkeypatch):
    """Put a command called docker first on the path; it notes what it is told."""

    def made(kind="well"):
        place = tmp_path / "bin" / "docker"
        place.parent.mkdir()
        place.write_text(DOCKER.format(log=str(tmp_path / "told"), kind=kind))
        place.chmod(0o755)
        monkeypatch.setenv("PATH", f"{place.parent}:/usr/bin:/bin")
        return lambda: (tmp_path / "told").read_text().splitlines()

    return made


def test_an_engine_that_answers_is_taken(docker, tmp_path):
    docker()
    assert engine() == str(tmp_path / "bin" / "docker")


def test_a_command_without_an_engine_behind_it_is_not_taken(docker):
    docker("away")
    assert engine() is None


def test_without_the_command_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engine() is None


def test_the_container_serves_the_loopback_alone_and_its_password_is_in_no_list_of_processes(docker, tmp_path):
    told = docker()
    server = Container(engine(), tmp_path / "home", 7729)
    server.start(30)
    server.stop()
    run = next(each for each in told() if each.startswith("run "))
    command, _, auth = run.partition("|")
    assert "--publish 127.0.0.1:7729:7687" in command
    assert auth == f"neo4j/{server.password}"
    assert server.password not in command
    assert told()[-1].startswith("stop loregraph-neo4j-7729")


def test_one_that_does_not_come_up_is_told_with_its_reason(docker, tmp_path):
    docker("broken")
    with pytest.raises(Missing, match="no such image"):
        Container(engine(), tmp_path / "home", 7729).start(30)


@pytest.mark.parametrize(("kind", "taken"), [("well", "container"), ("away", "artefacts")])
def test_make_neo4j_takes_what_there_is(docker, tmp_path, monkeypatch, capsys, kind, taken):
    docker(kind)
    monkeypatch.setattr(sys, "argv", ["neo4j", "--home", str(tmp_path / "home"), "--port", "7729"])
    for each in ("Container", "Server"):
        monkeypatch.setattr(f"deploy.neo4j.__main__.{each}.start", lambda self: None)
        monkeypatch.setattr(f"deploy.neo4j.__main__.{each}.wait", lambda self: 0)
    assert main.main() == 0
    assert taken in capsys.readouterr().out


def test_the_makefile_starts_it(docker):
    docker()
    said = subprocess.run(["make", "--dry-run", "neo4j"], capture_output=True, text=True, check=True).stdout
    assert "-m deploy.neo4j --port" in said
