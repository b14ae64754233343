"""What happened to many things, a line for each, in a file that a killed process leaves readable.

A line is a tag and the thing before and after, as JSON: "e+" a fact that was added, "n~" a node that was changed,
"e-" a fact that was removed. It is plain text while it grows and gzip once it is whole. Marks stand between the
lines of batches: "> 7" before the seventh is done, "< 7" after it.
"""

import gzip
import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any

from agents.changes import Swap
from agents.model import Edge, Node

Subject = Node | Edge
_SIGNS = {"+": "added", "~": "changed", "-": "removed"}
_KINDS = {"n": "node", "e": "fact"}


class Notebook:
    """A file of notes that grows; `counts` has how many there are by tag."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.counts: Counter[str] = Counter()
        self._file: IO[str] | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was noted."""
        return self._file is not None

    def add(self, pairs: Iterable[Swap]) -> None:
        """Note what happens to things. It is in the file when this returns."""
        told = [(tag(each), each) for each in pairs]
        self.counts.update(name for name, _ in told)
        self._write("".join(f"{name} {_text(each)}\n" for name, each in told))

    def mark(self, sign: str, number: int) -> None:
        """Note that a batch begins (">") or ended ("<")."""
        self._write(f"{sign} {number}\n")

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _cut(self.path)
            self._file = self.path.open("a", encoding="utf-8", errors="surrogatepass")
        self._file.write(text)
        self._file.flush()

    def close(self) -> None:
        """End it; it is packed from now on."""
        if self._file is not None:
            self._file.close()
            packed = self.path.with_name(f"{self.path.name}.part")
            with self.path.open("rb") as plain_text, gzip.open(packed, "wb", compresslevel=3) as out:
                copyfileobj(plain_text, out)
            packed.rename(_packed(self.path))
            self.path.unlink()


def read(path: Path, tags: Collection[str] = ()) -> Iterator[Swap]:
    """Yield what was noted, of these tags or of all, in order; nothing where there are no notes."""
    for line in _lines(path):
        name, _, rest = line.partition(" ")
        if name[:1] in _KINDS and (not tags or name in tags):
            before, after = json.loads(rest)
            yield Swap(subject(before), subject(after))


def marks(path: Path) -> tuple[int, int]:
    """Return the last batch that ended and the last that began; 0 where none did."""
    last = {"<": 0, ">": 0}
    for line in _lines(path):
        if line[:1] in last:
            last[line[0]] = int(line[2:])
    return last["<"], last[">"]


def counted(path: Path) -> Counter[str]:
    """Return how many notes there are by tag."""
    return Counter(line[:2] for line in _lines(path) if line[:1] in _KINDS)


def tag(each: Swap) -> str:
    """Return the tag of something that happened: the kind of thing, and whether it came, went or changed."""
    kind = "e" if isinstance(each.subject, Edge) else "n"
    return kind + ("+" if each.before is None else "-" if each.after is None else "~")


def said(counts: Counter[str]) -> str:
    """Say counts by tag in a few words."""
    parts = [(counts[kind + sign], noun, verb) for sign, verb in _SIGNS.items() for kind, noun in _KINDS.items()]
    told = [f"{number:,} {noun}{'s' if number != 1 else ''} {verb}" for number, noun, verb in parts if number]
    return ", ".join(told) or "nothing changed"


def _lines(path: Path) -> Iterator[str]:
    """Yield the whole lines; a last one that was cut off is none."""
    packed = _packed(path)
    if packed.is_file():
        with gzip.open(packed, "rt", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            yield from (line for line in file if line.endswith("\n"))
    elif path.is_file():
        with path.open(encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            yield from (line for line in file if line.endswith("\n"))


def _packed(path: Path) -> Path:
    return path.with_name(f"{path.name}.gz")


def _cut(path: Path) -> None:
    """Cut a last line off that a kill left unfinished, and open a packed file again."""
    packed = _packed(path)
    if packed.is_file() and not path.is_file():
        with gzip.open(packed, "rb") as file, path.open("wb") as out:
            copyfileobj(file, out)
        packed.unlink()
    if path.is_file():
        whole = sum(len(line) for line in path.open("rb") if line.endswith(b"\n"))
        os.truncate(path, whole)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _text(each: Swap) -> str:
    return _encode([_json(each.before), _json(each.after)])


def _json(subject: Subject | None) -> Any:
    """Return what `to_json` does, some times faster: a load writes a line for each thing."""
    if subject is None:
        return None
    props = dict(subject.props)
    if isinstance(subject, Node):
        node = {"id": subject.id, "type": subject.type, "name": subject.name, "props": props}
        return {**node, "aliases": subject.aliases, "description": subject.description}
    edge: dict[str, Any] = {"head": subject.head, "relation": subject.relation, "tail": subject.tail, "props": props}
    if subject.sources:
        edge["sources"] = [{"kind": e.kind, "name": e.name, "detail": e.detail} for e in subject.sources]
    return {**edge, "confidence": subject.confidence, "status": subject.status}


def subject(data: dict[str, Any] | None) -> Subject | None:
    """Read a node or an edge from its JSON form."""
    if data is None:
        return None
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)
