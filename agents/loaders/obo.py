"""OBO ontologies: terms become nodes; `is_a` and `relationship` become edges.

Read here line by line and not with a library (pronto): a parser that builds the ontology takes twenty times
the file's size in memory, refuses all of it for one bad line, and no longer knows a term's line. Obsolete
terms are left out and counted. A term's type is its namespace, else what the ontology calls itself, else "Term".
"""

from collections.abc import Iterator

from agents.loaders.obo_stanzas import Stanza, Tag, quoted, stanzas, words
from agents.loaders.props import tidy
from agents.loaders.records import Item, Record, Reject, Skip
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node

NEEDS = 'it needs "[Term]" stanzas of "tag: value" lines'
_TERMS = ("Term", "Instance")
_KEPT = ("xref", "alt_id", "subset")  # further tags that become properties, each a list


def looks_like(file: TextFile) -> bool:
    """Say whether a version or a term stands in the first lines."""
    return any(line.startswith(("format-version:", "[Term]")) for line in file.sample)


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield a node for each term that is not obsolete; lines and stanzas that are none are rejected here."""
    default = ""
    for stanza in stanzas(file):
        yield from stanza.rejects
        if stanza.kind == "":
            default = stanza.first("default-namespace") or stanza.first("ontology")
        elif stanza.kind in _TERMS:
            yield _term(stanza, default, file.name)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield the edges of each term that is not obsolete."""
    for stanza in stanzas(file):
        if stanza.kind in _TERMS and stanza.first("id") and not stanza.obsolete:
            yield from _edges(stanza, file.name)


def term(stanza: Stanza, type: str) -> Node:
    """Make a node of a term's stanza, which has an id."""
    id = stanza.first("id")
    name = stanza.first("name") or id
    synonyms = (quoted(each) for each in stanza.values("synonym"))
    aliases = tuple(dict.fromkeys(each for each in synonyms if each and each != name))
    props = {"comment": stanza.first("comment") or None, **{key: stanza.values(key) for key in _KEPT}}
    return Node(id, type, name, aliases, quoted(stanza.first("def")), tidy(props))


def _term(stanza: Stanza, default: str, file: str) -> Item:
    if stanza.obsolete:
        return Skip("obsolete terms")
    if not stanza.first("id"):
        return Reject(file, stanza.line, f"the [{stanza.kind}] has no id", stanza.first("name"))
    return Record(term(stanza, stanza.first("namespace") or default or "Term"), file, stanza.line)


def _edges(stanza: Stanza, file: str) -> Iterator[Item]:
    id = stanza.first("id")
    for tag in stanza.tags:
        relation, target = _relation(tag)
        if relation and target:
            yield Record(Edge(id, relation, target), file, tag.line)
        elif tag.name in ("is_a", "relationship", "instance_of"):
            yield Reject(file, tag.line, f"the {tag.name} names no term", tag.value)


def _relation(tag: Tag) -> tuple[str, str]:
    """Read "is_a: X" and "relationship: part_of X"."""
    found = [*words(tag.value), "", ""]
    if tag.name in ("is_a", "instance_of"):
        return tag.name, found[0]
    return (found[0], found[1]) if tag.name == "relationship" else ("", "")
