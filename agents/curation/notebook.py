"""What happened to many things, a line for each, in a file that a killed process leaves readable.

A line is a tag and a thing as JSON: "e+" a fact that was added, "e-" one that was removed; after "n~", a node that was
changed, it is [before, after]. It is plain text while it grows and gzip once it is whole. Marks stand between the
lines of batches: "> 7" before the seventh is done, "< 7" after it.
"""

import gzip
import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any

import orjson

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
        self._file: IO[bytes] | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was noted."""
        return self._file is not None

    def add(self, pairs: Iterable[Swap]) -> None:
        """Note what happens to things. It is in the file when this returns."""
        told = [(tag(each), each) for each in pairs]
        self.counts.update(name for name, _ in told)
        self._write(b"".join(b"%b %b\n" % (name.encode(), _text(each)) for name, each in told))

    def add_new(self, records: Sequence[Subject]) -> None:
        """Note that things were added where nothing was: the same as `add`, for much less time."""
        edges = sum(type(each) is Edge for each in records)
        self.counts += Counter({"e+": edges, "n+": len(records) - edges})
        self._write(b"".join(b"%b %b\n" % (b"e+" if type(e) is Edge else b"n+", _json(e)) for e in records))

    def mark(self, sign: str, number: int) -> None:
        """Note that a batch begins (">") or ended ("<")."""
        self._write(f"{sign} {number}\n".encode())

    def _write(self, text: bytes) -> None:
        if not text:
            return
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _cut(self.path)
            self._file = self.path.open("ab")
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
            yield _swap(name, json.loads(rest))


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


def _text(each: Swap) -> bytes:
    if each.before is not None and each.after is not None:
        return b"[%b,%b]" % (_json(each.before), _json(each.after))
    return _json(each.subject)


def _json(subject: Subject) -> bytes:
    """Return a thing's JSON, quickly wherever that loses nothing, for a load writes one for each thing.

    A number that is none becomes null so, and integers and texts may be refused: those are written with care.
    """
    try:
        text = orjson.dumps(subject)
    except TypeError:
        text = b"null"
    return text if b"null" not in text else _encode(subject.to_json()).encode("utf-8", "surrogatepass")


def _swap(name: str, told: Any) -> Swap:
    pair = told if isinstance(told, list) else (None, told) if name[1] == "+" else (told, None)
    return Swap(*map(subject, pair))


def subject(data: dict[str, Any] | None) -> Subject | None:
    """Read a node or an edge from its JSON form."""
    if data is None:
        return None
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)
