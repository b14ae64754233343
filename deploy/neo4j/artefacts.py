"""The server's jars and the Java that runs them, kept outside the checkout and fetched once."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from deploy.cache import cache

POM = Path(__file__).with_name("pom.xml")
_JAVAS = ("17", "21")  # what Neo4j 5 runs on
_DONE = "complete"


class Missing(Exception):
    """Something that the server needs is not on this machine."""


def jars() -> Path:
    """Return the folder of the server's jars, fetching them where they are not there yet; raise Missing."""
    folder = cache() / f"neo4j-{version()}"
    if not (folder / _DONE).exists():
        _fetch(folder)
    return folder


def java() -> str:
    """Return a Java of a version that the server runs on; raise Missing."""
    for each in _javas():
        if _java_version(each) in _JAVAS:
            return each
    raise Missing("Neo4j needs Java 17 or 21 (on Debian: apt install openjdk-17-jre-headless).")


def version() -> str:
    """Return the server's version, as the pom names it."""
    found = re.search(r"<artifactId>neo4j</artifactId>\s*<version>([^<]+)", POM.read_text(encoding="utf-8"))
    assert found
    return found[1]


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("Neo4j is fetched with Maven (on Debian: apt install maven).")
    draft = folder.with_name(f"{folder.name}.{os.getpid()}")
    draft.mkdir(parents=True, exist_ok=True)
    shutil.copy(POM, draft)
    command = [maven, "--quiet", "--batch-mode", "dependency:copy-dependencies", f"-DoutputDirectory={draft}"]
    done = subprocess.run([*command, "-DincludeScope=runtime"], cwd=draft, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        raise Missing(f"Maven could not fetch Neo4j: {(done.stdout + done.stderr).strip()[-500:]}")
    (draft / _DONE).touch()
    _put(draft, folder)


def _put(draft: Path, folder: Path) -> None:
    """Let a whole folder take its place; another process may have been first."""
    try:
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)


def _javas() -> Iterator[str]:
    if home := os.environ.get("JAVA_HOME"):
        yield str(Path(home) / "bin" / "java")
    if found := shutil.which("java"):
        yield found
    yield from sorted(str(each) for each in Path("/usr/lib/jvm").glob("*/bin/java"))


def _java_version(command: str) -> str:
    try:
        said = subprocess.run([command, "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        return ""
    found = re.search(r'version "(\d+)', said)
    return found[1] if found else ""
