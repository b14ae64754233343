"""A Neo4j server for development in a container, where there is a container engine."""

import os
import shutil
import subprocess
from pathlib import Path
from time import monotonic, sleep

from deploy.neo4j.artefacts import Missing
from deploy.neo4j.server import STARTED, USER, password
from deploy.parent import ending_with_this

IMAGE = "neo4j:5.26-community"
_ASKED = 10  # seconds that an engine may take to say whether it is there
_MEMORY = {"NEO4J_server_memory_heap_max__size": "1g", "NEO4J_server_memory_pagecache_size": "256m"}


def engine() -> str | None:
    """Return the command of a Docker engine that answers, or None: the command alone may be there without one."""
    command = shutil.which("docker")
    if command is None:
        return None
    try:
        asked = [command, "info", "--format", "{{.ServerVersion}}"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=_ASKED)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return command if done.returncode == 0 and done.stdout.strip() else None


class Container:
    """A server in a container on a port of the loopback; what it holds lies in `home`, and so does its password."""

    def __init__(self, docker: str, home: Path, port: int) -> None:
        self.home, self.port = home, port
        self.password = password(home)
        self._docker, self._name = docker, f"loregraph-neo4j-{port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """The address for LOREGRAPH_GRAPH."""
        return f"neo4j://{USER}:{self.password}@127.0.0.1:{self.port}/neo4j"

    def start(self, seconds: float = 600) -> None:
        """Start it and wait until it answers, which takes a while where the image is fetched; raise Missing."""
        for name in ("container", "logs"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        log = self.home / "logs" / "container.log"
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                self._command(),
                env={**os.environ, **_MEMORY, "NEO4J_AUTH": f"{USER}/{self.password}"},  # no list of processes shows it
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches whoever started it, and that one ends it
                preexec_fn=ending_with_this(),
            )
        end = monotonic() + seconds
        while STARTED not in log.read_text(encoding="utf-8", errors="replace"):
            if self._process.poll() is not None or monotonic() > end:
                self.stop()
                raise Missing(
                    f"Neo4j did not start: {log.read_text(encoding='utf-8', errors='replace').strip()[-800:]}"
                )
            sleep(0.1)

    def stop(self) -> None:
        """End it in good order."""
        if self._process is None:
            return
        subprocess.run([self._docker, "stop", self._name], capture_output=True, check=False, timeout=90)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def wait(self) -> int:
        """Wait until it ends by itself; return its exit code."""
        assert self._process
        return self._process.wait()

    def _command(self) -> list[str]:
        options = ["--rm", "--name", self._name, "--publish", f"127.0.0.1:{self.port}:7687"]
        options += ["--volume", f"{self.home / 'container'}:/data"]
        options += [part for name in ("NEO4J_AUTH", *_MEMORY) for part in ("--env", name)]
        return [self._docker, "run", *options, IMAGE]
