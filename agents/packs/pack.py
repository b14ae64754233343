"""Packs: a folder a domain with `pack.yaml` (words, licence, examples), `reader.py` (its data) and `gold.jsonl`.

A pack's reader has two functions: `version()` names the release of its data, `source()` gives its records.
A pack without a reader has words only, for files that people load themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from agents.declaration import Declaration, declaration
from agents.errors import PackError, did_you_mean
from agents.graphs.store import GraphStore
from agents.loaders.load import load
from agents.loaders.records import RecordSource
from agents.loaders.result import LoadResult, OnProgress

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pack:
    """A pack's folder, by the pack's name."""

    name: str
    folder: Path

    @cached_property
    def words(self) -> Declaration:
        """What `pack.yaml` declares, without a version; raise PackError where it is not sound."""
        return declaration(dict(manifest(self.folder / "pack.yaml")))

    @property
    def gold(self) -> Path:
        """The file of gold questions."""
        return self.folder / "gold.jsonl"

    @property
    def has_data(self) -> bool:
        """Whether the pack brings data of its own."""
        return (self.folder / "reader.py").exists()

    def source(self) -> RecordSource:
        """Open the pack's own data; raise PackError where it has none or its package is not installed."""
        source: RecordSource = self._reader().source()
        return source

    def declaration(self) -> Declaration:
        """The words with the version of the data: its release, and a digest of how it is read and called."""
        return self.words.model_copy(update={"version": f"{self._reader().version()}+{_digest(self.folder)}"})

    def _reader(self) -> Any:
        if not self.has_data:
            raise PackError(f"The pack '{self.name}' has no data of its own; name files to load with it.")
        return import_module(f"agents.packs.{self.name}.reader")


def packs(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the names of all packs, sorted."""
    return tuple(sorted(each.parent.name for each in folder.glob("*/pack.yaml")))


def pack(name: str, folder: Path = FOLDER) -> Pack:
    """Return a pack by name; raise PackError where there is none."""
    if name not in packs(folder):
        near = did_you_mean(name, packs(folder)) or f"; there are {', '.join(packs(folder))}."
        raise PackError(f"There is no pack '{name}'{near}")
    return Pack(name, folder / name)


def load_pack(
    store: GraphStore,
    graph: str,
    pack: Pack,
    on_progress: OnProgress | None = None,
    rejects: Path | None = None,
) -> LoadResult:
    """Load a pack's own data into a graph, as `agents.loaders.load.load` does."""
    return load(store, graph, pack.source(), pack.declaration(), on_progress, rejects)


def pack_loaded(store: GraphStore, graph: str, pack: Pack) -> bool:
    """Say whether the graph holds all of this version of the pack's data. Cheap: reads no data."""
    return graph in store.graphs() and store.declaration(graph) == pack.declaration()


def manifest(path: Path) -> Mapping[str, Any]:
    """Return what a file of words says; raise PackError where it cannot be read."""
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise PackError(f"The manifest '{path.parent.name}/{path.name}' cannot be read: {error}.") from error
    if not isinstance(data, Mapping):
        raise PackError(f"The manifest '{path.parent.name}/{path.name}' is no mapping of keys to values.")
    return data


def _digest(folder: Path) -> str:
    """Six hex digits that change when the pack's words or code do."""
    files = sorted([*folder.glob("*.py"), *folder.glob("*.yaml")])
    return blake2b(b"\0".join(file.read_bytes() for file in files), digest_size=3).hexdigest()
