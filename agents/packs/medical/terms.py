"""The terms of the Human Phenotype Ontology, and which type each is of: the branch it hangs in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from agents.loaders.obo import term
from agents.loaders.obo_stanzas import Stanza, stanzas
from agents.loaders.records import Item, Record, Skip
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node, Provenance

ROOT = "HP:0000001"
PHENOTYPE, ONSET, COURSE = "Phenotype", "Onset", "ClinicalCourse"
# From the narrowest branch to the widest; a term in two branches takes the first that it is found in.
_BRANCHES = {
    "HP:0000118": PHENOTYPE,
    "HP:0000005": "InheritanceMode",
    "HP:0003674": ONSET,
    "HP:0031797": COURSE,
    "HP:0012823": "ClinicalModifier",
    "HP:0040279": "Frequency",
    "HP:0032443": "MedicalHistory",
    "HP:0032223": "BloodGroup",
    "HP:0020228": "BiospecimenFeature",
}


@dataclass
class Terms:
    """Every term by id with its parents, and the ids that were merged into others."""

    nodes: dict[str, Node] = field(default_factory=dict)
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    left_out: list[Item] = field(default_factory=list)

    def id(self, id: str) -> str:
        """Return the current id of a term, "" for one that there is not."""
        id = self.merged.get(id, id)
        return id if id in self.nodes else ""

    def type(self, id: str) -> str:
        """Return the type of a term, "" for one that there is not."""
        return self.nodes[id].type if id in self.nodes else ""

    def branch(self, id: str) -> str:
        """Return the type that a term's place in the ontology gives it."""
        above = self.above(id)
        return next((type for branch, type in _BRANCHES.items() if branch in above), "")

    def above(self, id: str) -> set[str]:
        """Return a term and everything that it is a kind of."""
        found, open_ids = {id}, [id]
        while open_ids:
            new = set(self.parents.get(open_ids.pop(), ())) - found
            found |= new
            open_ids.extend(new)
        return found

    def name(self, id: str) -> str:
        """Return a term's name, "" for one that there is not."""
        node = self.nodes.get(self.id(id))
        return node.name if node else ""


def read(file: TextFile) -> Terms:
    """Read all terms; the root, which says nothing, and obsolete terms are left out."""
    terms = Terms()
    for stanza in stanzas(file):
        terms.left_out += stanza.rejects
        if stanza.kind == "Term":
            _take(terms, stanza)
    terms.nodes = {id: _typed(node, terms.branch(id)) for id, node in terms.nodes.items()}
    return terms


def records(terms: Terms, file: str) -> Iterator[Item]:
    """Yield a node for each term."""
    yield from terms.left_out
    for id, node in terms.nodes.items():
        yield Record(node, file, terms.lines[id])


def is_a(terms: Terms, file: str, source: Provenance) -> Iterator[Item]:
    """Yield an edge from each term to each of its parents."""
    for id in terms.nodes:
        for parent in terms.parents[id]:
            if parent != ROOT:
                yield Record(Edge(id, "is_a", parent, sources=(source,)), file, terms.lines[id])


def _take(terms: Terms, stanza: Stanza) -> None:
    id = stanza.first("id")
    if stanza.obsolete or id == ROOT:
        terms.left_out.append(Skip("obsolete terms" if stanza.obsolete else "root term"))
        return
    terms.nodes[id] = term(stanza, "")
    terms.lines[id] = stanza.line
    terms.parents[id] = tuple(value.split()[0] for value in stanza.values("is_a"))
    terms.merged |= dict.fromkeys(stanza.values("alt_id"), id)


def _typed(node: Node, type: str) -> Node:
    props = {key: node.props[key] for key in ("xref", "comment") if key in node.props}
    return Node(node.id, type, node.name, node.aliases, node.description, props)
