"""The formats that a graph can be loaded from, and which of them a file is in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from agents.errors import LoadError, did_you_mean
from agents.loaders import apoc, csv_neo4j, graphml, obo, plain, rdf, tsv
from agents.loaders.records import Item
from agents.loaders.textfile import TextFile

Pass = Callable[[TextFile], Iterator[Item]]


@dataclass(frozen=True)
class Format:
    """A format: its files' endings, what it looks like, and a pass for nodes and one for edges.

    `implies` says that its nodes are mere mentions, so that files which describe nodes go first; `values` whether
    a file's edges are triples whose tails may be values instead of nodes.
    """

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[TextFile], bool]
    needs: str
    nodes: Pass
    edges: Pass
    implies: bool = False
    values: Callable[[TextFile], bool] = lambda _: False


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("apoc", (".jsonl", ".json", ".ndjson"), apoc.looks_like, apoc.NEEDS, apoc.nodes, apoc.edges),
        Format("rdf", (".nt", ".ttl", ".rdf", ".owl"), rdf.looks_like, rdf.NEEDS, rdf.nodes, rdf.edges),
        Format("graphml", (".graphml",), graphml.looks_like, graphml.NEEDS, graphml.nodes, graphml.edges),
        Format("obo", (".obo",), obo.looks_like, obo.NEEDS, obo.nodes, obo.edges),
        Format(
            "csv",
            (".csv",),
            csv_neo4j.looks_like,
            csv_neo4j.NEEDS,
            csv_neo4j.nodes,
            csv_neo4j.edges,
            values=csv_neo4j.has_triples,
        ),
        Format(
            "tsv",
            (".tsv", ".txt", ".tab"),
            tsv.looks_like,
            tsv.NEEDS,
            tsv.nodes,
            tsv.edges,
            implies=True,
            values=lambda _: True,
        ),
        Format("triples", (), plain.looks_like, plain.NEEDS, plain.nodes, plain.edges, implies=True),
    )
}


def format_of(file: TextFile, name: str | None = None) -> Format:
    """Return the named format, else the one that a file's ending and look tell; raise LoadError if it fits none."""
    if name:
        return _named(file, name)
    endings = [each.lower() for each in file.path.suffixes if each.lower() != ".gz"][-1:]
    by_ending = [each for each in FORMATS.values() if each.suffixes and set(endings) & set(each.suffixes)]
    for each in (*by_ending, *FORMATS.values()):
        if each.looks_like(file):
            return each
    if by_ending:
        raise _wrong(file, by_ending[0])
    raise LoadError(f"'{file.name}' is in none of the formats {', '.join(FORMATS)}.")


def _named(file: TextFile, name: str) -> Format:
    if name not in FORMATS:
        near = did_you_mean(name, FORMATS) or f"; there are {', '.join(FORMATS)}."
        raise LoadError(f"There is no format '{name}'{near}")
    if not FORMATS[name].looks_like(file):
        raise _wrong(file, FORMATS[name])
    return FORMATS[name]


def _wrong(file: TextFile, format: Format) -> LoadError:
    return LoadError(f"'{file.name}' is not in the format {format.name}: {format.needs}.")
