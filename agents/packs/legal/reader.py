"""Courts from courts-db, reporters, statutes and journals from reporters-db: small JSON files, read whole."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from agents.errors import PackError
from agents.loaders.records import Item, Record, RecordSource
from agents.model import Edge, Node, Provenance
from agents.packs import data
from agents.packs.legal import courts, reporters
from agents.packs.legal.coverage import Coverage
from agents.packs.legal.places import Places, jurisdiction_id, place

_FILES = ("courts", "states", "reporters", "laws", "journals", "state_abbreviations")


def version() -> str:
    """Return the packages that hold the data: "courts-db 0.10.27, reporters-db 3.2.67"."""
    data.folder("courts_db", "legal"), data.folder("reporters_db", "legal")
    return f"{data.release('courts-db')}, {data.release('reporters-db')}"


def source() -> RecordSource:
    """Open the files."""
    return LegalSource()


class LegalSource:
    """The records of both packages."""

    def __init__(self) -> None:
        courts_folder = data.folder("courts_db", "legal") / "data"
        reporters_folder = data.folder("reporters_db", "legal") / "data"
        self._paths = {name: courts_folder / f"{name}.json" for name in _FILES[:2]}
        self._paths |= {name: reporters_folder / f"{name}.json" for name in _FILES[2:]}
        self._read: list[Path] = []

    @property
    def total(self) -> int:
        """How many bytes will be read in all."""
        return sum(path.stat().st_size for path in self._paths.values())

    def done(self) -> int:
        """How many bytes have been read so far."""
        return sum(path.stat().st_size for path in self._read)

    def items(self) -> Iterator[Item]:
        """Yield every node, then every edge; `line` is the entry's number in its file."""
        yield from self._numbered("courts", (courts.node(court) for court in self._courts.values()))
        for key, abbreviation, entry in self._reporters:
            yield from self._numbered("reporters", [reporters.reporter(key, abbreviation, entry)])
            yield from self._numbered("reporters", reporters.editions(key, entry))
        yield from self._numbered("laws", (reporters.law(*each) for each in self._laws))
        yield from self._numbered("journals", (reporters.journal(*each) for each in self._journals))
        edges = {file: list(self._edges(file)) for file in ("courts", "reporters", "laws")}
        named = dict.fromkeys(edge.tail for each in edges.values() for edge in each)
        yield from self._numbered("states", (node for node in self._jurisdictions() if node.id in named))
        for file, each in edges.items():
            yield from self._numbered(file, each)

    def _edges(self, file: str) -> Iterator[Edge]:
        source = Provenance("file", f"{file}.json", version())
        if file == "courts":
            for court in self._courts.values():
                yield from courts.edges(court, self._courts, source)
        elif file == "laws":
            for key, _, entry in self._laws:
                yield Edge(f"law:{key}", "covers", jurisdiction_id(place(entry["jurisdiction"])), sources=(source,))
        else:
            yield from self._reporter_edges(source)

    def _reporter_edges(self, source: Provenance) -> Iterator[Edge]:
        coverage = Coverage(self._courts, self._places)
        for key, _, entry in self._reporters:
            yield from reporters.edition_edges(key, entry, source)
            codes = entry["mlz_jurisdiction"]
            covered = dict.fromkeys(name for code in codes if (name := self._places.of_code(code)))
            reported = dict.fromkeys(id for code in codes if (id := coverage.court(code)))
            for name in covered:
                yield Edge(f"reporter:{key}", "covers", jurisdiction_id(name), sources=(source,))
            for id in reported:
                yield Edge(f"reporter:{key}", "reports", courts.court_id(id), sources=(source,))

    def _jurisdictions(self) -> Iterator[Node]:
        places = [place(court["location"]) for court in self._courts.values() if court["location"]]
        places += [place(entry["jurisdiction"]) for _, _, entry in self._laws]
        places += [
            name
            for _, _, entry in self._reporters
            for code in entry["mlz_jurisdiction"]
            for name in [self._places.of_code(code)]
        ]
        yield from (self._places.node(name) for name in dict.fromkeys(["United States", *places]) if name)

    def _numbered(self, file: str, values: Any) -> Iterator[Item]:
        for line, value in enumerate(values, start=1):
            yield Record(value, f"{file}.json", line)

    @cached_property
    def _courts(self) -> dict[str, courts.Court]:
        return {court["id"]: court for court in self._json("courts")}

    @cached_property
    def _reporters(self) -> list[tuple[str, str, reporters.Entry]]:
        return list(reporters.numbered(self._json("reporters")))

    @cached_property
    def _laws(self) -> list[tuple[str, str, reporters.Entry]]:
        return list(reporters.numbered(self._json("laws")))

    @cached_property
    def _journals(self) -> list[tuple[str, str, reporters.Entry]]:
        return list(reporters.numbered(self._json("journals")))

    @cached_property
    def _places(self) -> Places:
        return Places(self._json("states"), self._json("state_abbreviations"))

    def _json(self, name: str) -> Any:
        path = self._paths[name]
        try:
            content = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise PackError(f"The legal pack's file '{path.name}' cannot be read: {error}.") from error
        self._read.append(path)
        return content
