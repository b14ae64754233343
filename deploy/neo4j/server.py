"""One Neo4j server: its home, its start and its end."""

import os
import secrets
import socket
import subprocess
from pathlib import Path
from time import monotonic, sleep

from deploy.neo4j.artefacts import Missing, jars, java
from deploy.parent import ending_with_this

USER = "neo4j"
_FOLDERS = ("certificates", "conf", "data", "import", "logs", "plugins", "run")
STARTED = "Started."
_MEMORY = ("-Xms256m", "-Xmx1g", "-XX:NewSize=500m", "-XX:+UseSerialGC")
_COMPILED = ("-XX:TieredStopAtLevel=1",)  # such a server lives for minutes, too few for what compiling better costs
_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.memory.pagecache.size=256m
db.transaction.monitor.check.interval=200ms
db.tx_log.rotation.retention_policy=keep_none
dbms.usage_report.enabled=false
"""


class Server:
    """A server with a home of its own on a port of the loopback; `start` and `stop` may be repeated.

    What it holds lies in `home`, its password (made once) in the file `password` there.
    """

    def __init__(self, home: Path, port: int = 0) -> None:
        self.home = home
        self.port = port or free_port()
        self.password = password(home)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """The address for LOREGRAPH_GRAPH."""
        return f"neo4j://{USER}:{self.password}@127.0.0.1:{self.port}/neo4j"

    def start(self, seconds: float = 120) -> None:
        """Start it and wait until it answers; raise Missing where it cannot be, or does not come up."""
        classes = f"{jars()}/*"
        self._prepare(classes)
        (self.home / "logs" / "neo4j.log").write_bytes(b"")
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        command = [java(), *_MEMORY, *_COMPILED, "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", classes]
        with (self.home / "logs" / "console.log").open("wb") as console:
            self._process = subprocess.Popen(
                [*command, "org.neo4j.server.CommunityEntryPoint", *folders],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches whoever started it, and that one ends it
                preexec_fn=ending_with_this(),
            )
        self._wait(seconds)

    def stop(self, kill: bool = False) -> None:
        """End it: in good order, or at once."""
        if self._process is None:
            return
        self._process.kill() if kill else self._process.terminate()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def wait(self) -> int:
        """Wait until it ends by itself; return its exit code."""
        assert self._process
        return self._process.wait()

    def _prepare(self, classes: str) -> None:
        for name in _FOLDERS:
            (self.home / name).mkdir(parents=True, exist_ok=True)
        (self.home / "conf" / "neo4j.conf").write_text(_SETTINGS.format(port=self.port), encoding="utf-8")
        if not (self.home / "data" / "dbms").exists():
            self._setpassword(classes)

    def _setpassword(self, classes: str) -> None:
        tool = [java(), "-cp", classes, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.password]
        places = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        done = subprocess.run(tool, env={**os.environ, **places}, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"Neo4j took no password: {(done.stdout + done.stderr).strip()[-500:]}")

    def _wait(self, seconds: float) -> None:
        assert self._process
        log, end = self.home / "logs" / "neo4j.log", monotonic() + seconds
        while STARTED not in log.read_text(encoding="utf-8", errors="replace"):
            if self._process.poll() is not None or monotonic() > end:
                self.stop(kill=True)
                console = (self.home / "logs" / "console.log").read_text(encoding="utf-8", errors="replace")
                raise Missing(f"Neo4j did not start: {(console + log.read_text(encoding='utf-8')).strip()[-800:]}")
            sleep(0.1)


def free_port() -> int:
    """Return a port of the loopback that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def password(home: Path) -> str:
    """Return a home's password, made once and readable by its owner alone."""
    place = home / "password"
    if not place.exists():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(place, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(16))
    return place.read_text(encoding="ascii").strip()
