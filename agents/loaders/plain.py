"""Triples as they stand, with tabs or as CSV with a header: every tail is a node, also where it looks like a value."""

from collections.abc import Iterator

from agents.loaders import csv_neo4j, tsv
from agents.loaders.records import Item
from agents.loaders.textfile import TextFile

NEEDS = "it needs rows of three columns with tabs between them, or a first line that names head, relation and tail"


def looks_like(file: TextFile) -> bool:
    """Say whether the file holds triples, written either way."""
    return tsv.looks_like(file) or csv_neo4j.has_triples(file)


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield the nodes that the rows name."""
    return csv_neo4j.nodes(file) if csv_neo4j.has_triples(file) else tsv.nodes(file)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge a row."""
    return csv_neo4j.edges(file) if csv_neo4j.has_triples(file) else tsv.edges(file)
