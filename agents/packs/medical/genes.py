"""Genes, the diseases they are associated with and the phenotypes of those, from genes_to_phenotype.txt.

All rows of a gene stand together. The file phenotype_to_genes.txt says the same again for every more general
phenotype, which `is_a` says already, so it is not read.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from agents.loaders.records import Item, Record, Reject, Skip
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node, Provenance
from agents.packs.medical.frequencies import pooled
from agents.packs.medical.terms import PHENOTYPE, Terms

Group = tuple[Node, int, Iterator[Item]]


class Row(NamedTuple):
    """One line: a gene, a term, how often, and the disease that it is about."""

    line: int
    gene: str
    symbol: str
    term: str
    frequency: str
    disease: str


def groups(file: TextFile, terms: Terms, release: str) -> Iterator[Group | Reject]:
    """Yield each gene with its edges, and what cannot be read."""
    source = (Provenance("file", f"{file.name} {release}"),)
    for key, entries in groupby(_rows(file), key=lambda row: row.gene if isinstance(row, Row) else row):
        if isinstance(key, Reject):
            yield key
        else:
            rows = [row for row in entries if isinstance(row, Row)]
            yield _gene(rows[0]), rows[0].line, _edges(rows, terms, file.name, source)


def _rows(file: TextFile) -> Iterator[Row | Reject]:
    for line, text in file.lines():
        cells = text.split("\t")
        if text.startswith("ncbi_gene_id\t") or not text.strip():
            continue
        if len(cells) != 6 or not cells[0].isdigit():
            yield Reject(file.name, line, "6 columns, from a gene's number on, were expected", text)
        else:
            gene, symbol, term, _, frequency, disease = cells
            yield Row(line, f"NCBIGene:{gene}", symbol, term, frequency, disease)


def _gene(row: Row) -> Node:
    return Node(row.gene, "Gene", row.symbol if row.symbol != "-" else row.gene)


def _edges(rows: list[Row], terms: Terms, file: str, source: tuple[Provenance, ...]) -> Iterator[Item]:
    for disease, line in {row.disease: row.line for row in reversed(rows)}.items():
        yield Record(Edge(rows[0].gene, "associated_with", disease, sources=source), file, line)
    shown: dict[str, list[Row]] = {}
    for row in rows:
        term = terms.id(row.term)
        if not term:
            yield Reject(file, row.line, f"there is no term '{row.term}'", row.symbol)
        elif terms.type(term) != PHENOTYPE:
            yield Skip("rows that say of a gene how its diseases are inherited or run (the diseases say so)")
        elif pooled((row.frequency,)).percent == 0:
            yield Skip("rows of phenotypes that nobody with the gene's disease had")
        else:
            shown.setdefault(term, []).append(row)
    for term, same in shown.items():
        diseases = tuple(dict.fromkeys(row.disease for row in same))
        yield Record(Edge(same[0].gene, "manifests_as", term, {"diseases": diseases}, source), file, same[0].line)
