"""Diseases and what is said of them, from phenotype.hpoa: all rows of a disease stand together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from agents.loaders.records import Item, Record, Reject
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node, Provenance, Value
from agents.packs.medical.disease_names import readable
from agents.packs.medical.frequencies import pooled
from agents.packs.medical.terms import ONSET, Terms

SOURCES = {"OMIM": "OMIM", "ORPHA": "Orphanet", "DECIPHER": "DECIPHER"}
_RELATIONS = {"P": "presents_with", "I": "inherited_as", "M": "has_modifier", "H": "has_history"}
_WIDTH = 12


class Row(NamedTuple):
    """One annotation, its columns named as the file names them."""

    line: int
    disease: str
    name: str
    qualifier: str
    term: str
    reference: str
    evidence: str
    onset: str
    frequency: str
    sex: str
    modifier: str
    aspect: str


Group = tuple[Node, int, Iterator[Item]]  # a disease, its first line, its edges and rejects, made as they are asked for


def groups(file: TextFile, terms: Terms, release: str) -> Iterator[Group | Reject]:
    """Yield each disease with its edges, and what cannot be read."""
    for key, entries in groupby(_rows(file), key=lambda row: row.disease if isinstance(row, Row) else row):
        if isinstance(key, Reject):
            yield key
        else:
            rows = [row for row in entries if isinstance(row, Row)]
            yield _disease(rows), rows[0].line, _edges(rows, terms, file.name, release)


def _rows(file: TextFile) -> Iterator[Row | Reject]:
    for line, text in file.lines():
        cells = text.split("\t")
        if text.startswith(("#", "database_id\t")) or not text.strip():
            continue
        if len(cells) != _WIDTH or ":" not in cells[0]:
            yield Reject(file.name, line, f"{_WIDTH} columns, from a disease's id on, were expected", text)
        else:
            yield Row(line, *cells[: _WIDTH - 1])


def _disease(rows: Sequence[Row]) -> Node:
    id = rows[0].disease
    name, aliases = readable(row.name for row in rows if row.name)
    return Node(id, "Disease", name, aliases, props={"source": SOURCES.get(id.split(":")[0], id.split(":")[0])})


def _edges(rows: Sequence[Row], terms: Terms, file: str, release: str) -> Iterator[Item]:
    facts: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if term := terms.id(row.term):
            facts.setdefault((_relation(row, terms), term), []).append(row)
        else:
            yield Reject(file, row.line, f"there is no term '{row.term}'", row.name)
    for (relation, term), same in _parted(facts).items():
        props = _props(same, terms)
        sources = _sources(same, f"{file} {release}")
        yield Record(Edge(same[0].disease, relation, term, props, sources), file, same[0].line)


def _relation(row: Row, terms: Terms) -> str:
    if row.qualifier == "NOT":
        return "excludes"
    if row.aspect == "C":
        return "has_onset" if terms.type(terms.id(row.term)) == ONSET else "has_course"
    return _RELATIONS.get(row.aspect, "presents_with")


def _parted(facts: Mapping[tuple[str, str], list[Row]]) -> Mapping[tuple[str, str], list[Row]]:
    """Keep apart what was looked for and seen in nobody ("0/5"): it is excluded, not present."""
    parted: dict[tuple[str, str], list[Row]] = {}
    for (relation, term), rows in facts.items():
        nobody = pooled(tuple(row.frequency for row in rows)).percent == 0
        parted.setdefault(("excludes" if nobody else relation, term), []).extend(rows)
    return parted


def _props(rows: Sequence[Row], terms: Terms) -> dict[str, Value]:
    frequency = pooled(tuple([row.frequency for row in rows]))
    onsets = [terms.name(row.onset) for row in rows if row.onset]
    coded = [each.strip() for row in rows if row.modifier for each in row.modifier.split(";")]
    props: dict[str, Value | None] = {
        "frequency": frequency.text,
        "frequency_percent": frequency.percent,
        "onset": _listed(onsets),
        "sex": _listed([row.sex.lower() for row in rows]),
        "modifiers": tuple(filter(None, dict.fromkeys(map(terms.name, coded)))),
        "evidence": _listed([row.evidence for row in rows]),
    }
    return {key: each for key, each in props.items() if each or each == 0.0}


def _listed(texts: list[str]) -> str:
    """Return what there is in words, each once."""
    return ", ".join(filter(None, dict.fromkeys(texts))) if len(texts) > 1 else "".join(texts)


def _sources(rows: Sequence[Row], file: str) -> tuple[Provenance, ...]:
    references = dict.fromkeys(each for row in rows for each in row.reference.split(";") if each)
    return (Provenance("file", file, ", ".join(references)),)
