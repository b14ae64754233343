"""The language model on which cards stand here: one file, known by its sha256."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from agents.cards.header import header
from agents.cards.manifest import BaseModelFile, Manifest
from agents.errors import CardError
from agents.llms.gguf import Gguf, loaded


@dataclass(frozen=True)
class Base:
    """A GGUF file that cards stand on."""

    path: Path

    @property
    def file(self) -> BaseModelFile:
        """What a manifest tells of it; raise CardError where there is no such model."""
        try:
            told = self.path.stat()
        except OSError as error:
            raise CardError(f"There is no base model for cards at {self.path}.") from error
        return _described(self.path, told.st_size, told.st_mtime_ns)

    @property
    def model(self) -> Gguf:
        """The model, loaded once a process."""
        return loaded(self.path.resolve())

    def check(self, card: Manifest) -> None:
        """Raise CardError where a card was made for another base, naming both."""
        if card.base is None:
            return
        if card.base.sha256 != self.file.sha256:
            both = f"'{card.base.name}' ({card.base.sha256[:12]}…), and the base here is '{self.file.name}'"
            raise CardError(f"The card '{card.name}' was made for {both} ({self.file.sha256[:12]}…).")


@lru_cache(maxsize=8)
def _described(path: Path, size: int, changed: int) -> BaseModelFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return BaseModelFile(name=path.stem[:120], sha256=digest, architecture=header(path).architecture[:40])
