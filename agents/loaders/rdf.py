"""RDF by rdflib: N-Triples, Turtle and RDF/XML; our own exports come back identical.

In any RDF a subject becomes a node, with its `rdf:type` as its type and its labels as its names; a literal becomes
a property, a triple between two things an edge. The triples are gathered by subject in a temporary file, so that
N-Triples load in bounded memory; the other two are read whole by their parsers. No parser fetches anything.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple, cast
from weakref import WeakKeyDictionary

from agents import rdf as w
from agents.errors import LoadError
from agents.loaders.props import node as any_node
from agents.loaders.props import tidy
from agents.loaders.records import Item, Record, Reject, Skip
from agents.loaders.textfile import TextFile, unfit
from agents.model import Edge, Node, Provenance, Scalar, Value

NEEDS = "it needs N-Triples, Turtle or RDF/XML"
LARGEST = 200_000_000  # bytes of a file that its parser takes whole
_TRIPLE = re.compile(r"\s*(<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(<[^<>\s]*>|_:\S+|\".*\"\S*)\s*\.\s*(#.*)?$")
_TURTLE = re.compile(r"\s*(@prefix|@base|PREFIX|BASE)\s", re.IGNORECASE)
_XML = re.compile(r"<(\w+:)?RDF(\s|>|$)")
_EXTERNAL = re.compile(rb"<!ENTITY[^>]*(SYSTEM|PUBLIC)")
_FIELDS = (w.TYPE, w.LABEL, w.ALIAS, w.DESCRIPTION, w.MANY)
_SOURCE = {w.KIND, w.NAME, w.DETAIL}


class Said(NamedTuple):
    """A predicate and its object: an address ("i"), a blank node ("b") or a literal ("l": value and language)."""

    subject: str
    predicate: str
    kind: str
    object: str
    line: int


def looks_like(file: TextFile) -> bool:
    """Say whether it is one of the three."""
    return _form(file) is not None


def _form(file: TextFile) -> str | None:
    first = [line for line in file.sample[:50] if line.strip() and not line.lstrip().startswith("#")]
    if first and all(_TRIPLE.match(line) for line in first[:5]):
        return "nt"
    if any(_XML.search(line) for line in first):
        return "xml"
    return "turtle" if any(_TURTLE.match(line) for line in first) else None


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield a node for each subject that is a thing, and one for each mere mention."""
    triples = _gathered(file)
    yield from triples.rejects
    for subject, said in triples.groups():
        if any(each.predicate == w.TYPE and each.object == w.ACTIVITY for each in said):
            yield Skip("changes of a history")
        elif _is_thing(said):
            yield Record(_node(subject, said, file.name), file.name, said[0].line)
    for subject, line in triples.mentions():
        yield Record(_mention(subject, file.name), file.name, line, implied=True)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge for each triple between things, with what a statement says of it."""
    triples = _gathered(file)
    for subject, said in triples.groups():
        for each in said if _is_thing(said) and not _is_told(said) else ():
            if each.kind != "l" and each.predicate not in _FIELDS:
                edge = Edge(_id(subject, file.name), _relation(each.predicate), _id(each.object, file.name))
                yield Record(triples.dressed(edge, each), file.name, each.line)
    triples.close()
    _kept.pop(file, None)


# --- what triples say ---------------------------------------------------------------------------


def _is_thing(said: list[Said]) -> bool:
    types = {each.object for each in said if each.predicate == w.TYPE}
    return w.STATEMENT not in types and w.ACTIVITY not in types and not {e.predicate for e in said} <= _SOURCE


def _is_told(said: list[Said]) -> bool:
    return any(each.predicate == w.TYPE and each.object == w.ACTIVITY for each in said)


def _node(subject: str, said: list[Said], file: str) -> Node:
    id, types = (
        _id(subject, file),
        [w.named(e.object, w.TYPES) for e in said if e.predicate == w.TYPE and e.kind != "l"],
    )
    if not subject.startswith(w.NODES):
        bag = _bag(said)
        bag.setdefault("name", _called(subject)) if not {"label", "prefLabel", "name", "title"} & bag.keys() else None
        return any_node(id, tuple(types), bag)
    texts = {key: [str(_value(e)) for e in said if e.predicate == key] for key in (w.LABEL, w.ALIAS, w.DESCRIPTION)}
    name, description = ((texts[key] or [""])[0] for key in (w.LABEL, w.DESCRIPTION))
    return Node(id, (types or [""])[0], name, tuple(texts[w.ALIAS]), description, _props(said))


def _props(said: list[Said]) -> dict[str, Value]:
    """Return the properties of a thing of ours, lists as lists."""
    found: dict[str, list[Scalar]] = {}
    many = {w.named(each.object, w.PROPERTIES) for each in said if each.predicate == w.MANY}
    for each in said:
        if each.kind == "l" and each.predicate not in (*_FIELDS, w.CONFIDENCE, w.STATUS):
            found.setdefault(w.named(each.predicate, w.PROPERTIES), []).append(_value(each))
    for key in many:
        found.setdefault(key, [])
    return {key: values[0] if len(values) == 1 and key not in many else tuple(values) for key, values in found.items()}


def _bag(said: list[Said]) -> dict[str, Any]:
    """Return the literals of any thing by the last part of their predicates, English and untagged ones first."""
    found: dict[str, list[tuple[bool, Scalar]]] = {}
    for each in said:
        if each.kind == "l":
            language = json.loads(each.object)[1]
            foreign = bool(language) and not language.lower().startswith("en")
            found.setdefault(w.named(each.predicate), []).append((foreign, _value(each)))
    ordered = {key: [value for _, value in sorted(values, key=lambda e: e[0])] for key, values in found.items()}
    return tidy({key: values[0] if len(values) == 1 else values for key, values in ordered.items()})


def _value(said: Said) -> Scalar:
    value: Scalar = json.loads(said.object)[0]
    return value


def _id(term: str, file: str) -> str:
    if term.startswith("_:"):
        return f"{file}:{term}"
    return w.named(term, w.NODES) if term.startswith(w.NODES) else term


def _relation(predicate: str) -> str:
    return w.named(predicate, w.RELATIONS)


def _called(term: str) -> str:
    return term if term.startswith("_:") else w.named(term).replace("_", " ")


def _mention(term: str, file: str) -> Node:
    return Node(_id(term, file), "", _called(term) if not term.startswith(w.NODES) else w.named(term, w.NODES))


# --- triples by subject -------------------------------------------------------------------------


class Triples:
    """A file's triples in a temporary database, which stays in memory until it outgrows 64 MB."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.executescript(
            "pragma cache_size=-65536; pragma journal_mode=off; pragma synchronous=off;"
            "create table said (subject, predicate, kind, object, line); begin"
        )
        self.rejects: list[Reject] = []
        self._blank: dict[str, str] = {}
        self.line = 0

    def triple(self, subject: Any, predicate: Any, object: Any) -> None:
        """Keep a triple of rdflib's terms."""
        from rdflib import Literal

        kind, text = "i", self._term(object) if not isinstance(object, Literal) else ""
        if isinstance(object, Literal):
            value = w.value_of(str(object), str(object.datatype or ""))
            kind, text = "l", json.dumps([value, object.language or ""])
        elif text.startswith("_:"):
            kind = "b"
        row = (self._term(subject), str(predicate), kind, text, self.line)
        self._rows.execute("insert into said values (?, ?, ?, ?, ?)", row)

    def _term(self, term: Any) -> str:
        """Return an address, or a number for a blank node: the same whenever the file is read."""
        from rdflib import BNode

        return (
            f"_:{self._blank.setdefault(str(term), str(len(self._blank) + 1))}"
            if isinstance(term, BNode)
            else str(term)
        )

    def settle(self) -> None:
        """Make what was kept ready to be looked up."""
        self._rows.execute("create index said_by_subject on said (subject)")
        self._rows.execute(
            "create table told as select a.object as subject, b.object as predicate, c.object as object,"
            " t.subject as at from said t join said a on a.subject = t.subject and a.predicate = ?"
            " join said b on b.subject = t.subject and b.predicate = ?"
            " join said c on c.subject = t.subject and c.predicate = ?"
            " where t.predicate = ? and t.object = ?",
            (w.SUBJECT, w.PREDICATE, w.OBJECT, w.TYPE, w.STATEMENT),
        )
        self._rows.execute("create index told_by_triple on told (subject, predicate, object)")

    def groups(self) -> Iterator[tuple[str, list[Said]]]:
        """Yield every subject with what is said of it, as it stands in the file."""
        rows = self._rows.execute("select subject, predicate, kind, object, line from said order by subject, rowid")
        for subject, said in groupby((Said(*row) for row in rows), key=lambda each: each.subject):
            yield subject, list(said)

    def mentions(self) -> Iterator[tuple[str, int]]:
        """Yield what is only spoken of: no subject, no type, no statement's part."""
        yield from self._rows.execute(
            "select object, min(line) from said where kind in ('i', 'b') and predicate not in (?, ?, ?, ?, ?, ?)"
            " and object not in (select subject from said) group by object",
            (*_FIELDS[:1], w.MANY, w.SUBJECT, w.PREDICATE, w.OBJECT, w.SOURCE),
        )

    def dressed(self, edge: Edge, said: Said) -> Edge:
        """Return an edge with what a statement says of it."""
        sql = "select at from told where subject = ? and predicate = ? and object = ? limit 1"
        found = self._rows.execute(sql, (said.subject, said.predicate, said.object)).fetchone()
        if found is None:
            return edge
        told = self._of(found[0])
        first = {each.predicate: _value(each) for each in reversed(told) if each.kind == "l"}
        confidence, status = first.get(w.CONFIDENCE, 1.0), str(first.get(w.STATUS, "accepted"))
        sure = float(confidence) if isinstance(confidence, (int, float)) and 0 <= confidence <= 1 else 1.0
        sources = tuple(self._source(each.object) for each in told if each.predicate == w.SOURCE)
        return Edge(*edge.triple, _props(told), sources, sure, status)

    def _of(self, subject: str) -> list[Said]:
        sql = "select subject, predicate, kind, object, line from said where subject = ? order by rowid"
        return [Said(*row) for row in self._rows.execute(sql, (subject,))]

    def _source(self, subject: str) -> Provenance:
        said = {each.predicate: str(_value(each)) for each in self._of(subject) if each.kind == "l"}
        return Provenance(*(said.get(key, "") for key in (w.KIND, w.NAME, w.DETAIL)))

    def close(self) -> None:
        """Give the temporary file back."""
        self._rows.close()


_kept: "WeakKeyDictionary[TextFile, Triples]" = WeakKeyDictionary()


def _gathered(file: TextFile) -> Triples:
    """Return a file's triples, read once for its nodes and its edges."""
    if file not in _kept:
        found = Triples()
        _lines(file, found) if _form(file) == "nt" else _whole(file, found)
        found.settle()
        _kept[file] = found
    return _kept[file]


def _lines(file: TextFile, triples: Triples) -> None:
    from rdflib.exceptions import ParserError
    from rdflib.plugins.parsers.ntriples import W3CNTriplesParser

    parser: Any = W3CNTriplesParser(cast(Any, triples))
    for number, line in file.lines():
        triples.line = number
        reason = unfit(line)
        try:
            if not reason and line.strip():
                parser.line = line
                parser.parseline()
        except (ParserError, ValueError) as error:
            reason = f"it is no N-Triple: {str(error)[:200]}"
        if reason:
            triples.rejects.append(Reject(file.name, number, reason, line[:500]))


def _whole(file: TextFile, triples: Triples) -> None:
    from rdflib import Graph
    from rdflib.store import Store

    class Sink(Store):
        """Takes each triple as a parser finds it, and keeps none."""

        def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
            triples.triple(*triple)

    data = b""
    for chunk in file.chunks():
        data += chunk
        if len(data) > LARGEST:
            raise LoadError(f"'{file.name}' is too large to be read whole; write it as N-Triples (.nt).")
    if b"<!ENTITY" in data and _EXTERNAL.search(data):
        raise LoadError(f"'{file.name}' names entities of other files, which are not read.")
    try:
        Graph(store=Sink()).parse(data=data, format=_form(file) or "turtle", publicID="urn:file:")
    except Exception as error:  # the parsers have no error in common
        raise LoadError(f"'{file.name}' is no sound RDF: {str(error).strip()[:300]}.") from error
