"""A real site in a process of its own, and how a browser is started for it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
START = 180  # seconds a server may take; a busy machine needs them


def arguments() -> list[str]:
    """Return chromium's arguments; only root needs to leave its sandbox."""
    return [*QUIET, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else QUIET


def executable() -> str | None:
    """Return the system's chromium, or None for the one that Playwright keeps."""
    return which("chromium") or which("chromium-browser") or which("google-chrome")


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a site that keeps everything in a folder."""
    return {**os.environ, "LOREGRAPH_DATA": str(data), "DJANGO_SETTINGS_MODULE": "webapp.settings"}


@contextmanager
def served(command: list[str], data: Path, port: int) -> Iterator[str]:
    """Run a site while the block lasts; give its address."""
    with (data / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment(data), stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(server, address, data / "log")
        yield address
    finally:
        server.terminate()
        server.wait(20)


def scripted(port: int) -> list[str]:
    """Return the command that serves the tests' site on a port."""
    return [sys.executable, "-m", "tests.browser.serve", str(port)]


@contextmanager
def empty_site(data: Path) -> Iterator[str]:
    """Serve a site on which nothing has been done yet, engine and all."""
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, env=environment(data), check=True)
    port = free_port()
    with served(daphne(port), data, port) as address:
        yield address


def daphne(port: int) -> list[str]:
    """Return the command that serves the site as it is on a port."""
    return [sys.executable, "-m", "daphne", "-v", "0", "-b", "127.0.0.1", "-p", str(port), "webapp.asgi:application"]


@contextmanager
def real_site(data: Path, *load: str) -> Iterator[str]:
    """Load a graph that everybody may read, with these arguments, and serve the site as it is, engine and all."""
    command = [sys.executable, "manage.py", "load", *load, "--public"]
    subprocess.run(command, cwd=ROOT, env=environment(data), check=True)
    port = free_port()
    with served(daphne(port), data, port) as address:
        yield address


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Wait until the site answers; raise RuntimeError with the end of its log where it does not."""
    until = time.monotonic() + START
    while server.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"{address}/healthz", timeout=5).close()
        except OSError:  # not there yet, or too busy to answer
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The site did not start:\n{log.read_text()[-3000:]}")
