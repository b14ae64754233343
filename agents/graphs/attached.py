"""Which graphs are databases of others: one file a graph in a folder, readable by its owner alone, for all processes.

A file holds an address with its password, how things are called there, and the words that were declared here.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import quote, unquote

from agents.declaration import Declaration

_ENDING = ".json"


@dataclass(frozen=True)
class Attachment:
    """A database that a graph is: where, which labels (none: all), what its nodes are called and known by.

    `key` marks what is kept beside it, so that one attached anew shares nothing with its forerunner; `words` counts
    the changes of the declaration.
    """

    url: str
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # properties that name nodes, wherever they have them
    ids: tuple[str, ...] = ()  # properties that nodes are known by
    declaration: Declaration = Declaration()  # noqa: RUF009 (frozen)
    key: str = ""
    words: int = 0

    def declared(self, declaration: Declaration) -> "Attachment":
        """Return it with other words."""
        return replace(self, declaration=declaration, words=self.words + 1)

    def to_json(self) -> dict[str, Any]:
        """Return its JSON form."""
        kept = {name: getattr(self, name) for name in ("url", "labels", "names", "ids", "key", "words")}
        return {**kept, "declaration": self.declaration.model_dump(mode="json", exclude_defaults=True)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Attachment":
        """Read its JSON form."""
        lists = {name: tuple(data[name]) for name in ("labels", "names", "ids")}
        return cls(**{**data, **lists, "declaration": Declaration.model_validate(data["declaration"])})


class Attachments:
    """The attached graphs of a folder, which is made once there is one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Return the names of all attached graphs, sorted."""
        found = (unquote(each.name.removesuffix(_ENDING)) for each in self.folder.glob(f"*{_ENDING}"))
        return tuple(sorted(found))

    def stamp(self, graph: str) -> int:
        """Return what changes whenever the graph's file does, 0 where it is not attached. Cheap."""
        try:
            return self._file(graph).stat().st_mtime_ns
        except (OSError, ValueError):  # a name that no file can have
            return 0

    def get(self, graph: str) -> Attachment | None:
        """Return what a graph is attached to, or None."""
        try:
            return Attachment.from_json(json.loads(self._file(graph).read_text("utf-8")))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, graph: str, attachment: Attachment) -> None:
        """Attach a graph, or attach it otherwise; the file changes whole."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = attachment if attachment.key else replace(attachment, key=token_hex(8))
        draft = self.folder / f".{token_hex(8)}"
        with open(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(made.to_json(), file, ensure_ascii=False)
        os.replace(draft, self._file(graph))

    def remove(self, graph: str) -> None:
        """Attach a graph no longer; nothing happens if it is not."""
        with suppress(FileNotFoundError):
            self._file(graph).unlink()

    def change(self, graph: str, how: Callable[[Attachment], Attachment]) -> None:
        """Attach a graph otherwise, if it is attached."""
        if found := self.get(graph):
            self.put(graph, how(found))

    def _file(self, graph: str) -> Path:
        return self.folder / f"{quote(graph, safe='')}{_ENDING}"
