"""A graph as N-Triples, one statement a line: RDF that every tool reads, and `agents.loaders.rdf` reads back identical.

A fact is a triple of its own; what else is known of it (properties, sources, how sure) is said of an
`rdf:Statement`, and only where there is something. History is told as PROV-O does: a commit is an activity, with
what it did to each thing as JSON.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from agents import rdf as w
from agents.model import Edge, Node, Value

Said = tuple[str, str]  # a predicate, and an object as N-Triples write it


def lines(records: Iterable[Node | Edge], history: Iterable[Mapping[str, Any]] = ()) -> Iterator[str]:
    """Yield a line for each statement."""
    for each in records:
        yield from _node(each) if isinstance(each, Node) else _edge(each)
    for line in history:
        told = [(w.TOUCHED, w.text(_json(line)))] if "commit" in line else _commit(line)
        yield from _told(f"<{w.iri(w.COMMITS, str(line.get('commit') or line['id']))}>", told)


def _told(subject: str, said: Iterable[Said]) -> Iterator[str]:
    return (f"{subject} <{predicate}> {object} ." for predicate, object in said)


def _node(node: Node) -> Iterator[str]:
    said = [(w.TYPE, f"<{w.iri(w.TYPES, node.type)}>")] if node.type else []
    said += [(w.LABEL, w.text(node.name)), *((w.ALIAS, w.text(each)) for each in node.aliases)]
    said += [(w.DESCRIPTION, w.text(node.description))] if node.description else []
    return _told(f"<{w.iri(w.NODES, node.id)}>", [*said, *_props(node.props)])


def _props(props: Mapping[str, Value]) -> Iterator[Said]:
    """Yield properties; that one is a list is said where there are not several values to show it."""
    for key, value in props.items():
        predicate = w.iri(w.PROPERTIES, key)
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(value, tuple) and len(value) < 2:
            yield w.MANY, f"<{predicate}>"
        yield from ((predicate, w.literal(each)) for each in values)


def _edge(edge: Edge) -> Iterator[str]:
    head, tail = (f"<{w.iri(w.NODES, id)}>" for id in (edge.head, edge.tail))
    relation = w.iri(w.RELATIONS, edge.relation)
    yield from _told(head, [(relation, tail)])
    if more := list(_details(edge)):
        about = [(w.TYPE, f"<{w.STATEMENT}>"), (w.SUBJECT, head), (w.PREDICATE, f"<{relation}>"), (w.OBJECT, tail)]
        yield from _told(f"<{w.STATEMENTS}{edge.id}>", [*about, *more])
    for number, source in enumerate(edge.sources):
        said = [(w.KIND, source.kind), (w.NAME, source.name), (w.DETAIL, source.detail)]
        yield from _told(_source(edge, number), ((predicate, w.text(each)) for predicate, each in said))


def _details(edge: Edge) -> Iterator[Said]:
    yield from _props(edge.props)
    if edge.confidence != 1.0:
        yield w.CONFIDENCE, w.literal(float(edge.confidence))
    if edge.status != "accepted":
        yield w.STATUS, w.text(edge.status)
    yield from ((w.SOURCE, _source(edge, number)) for number in range(len(edge.sources)))


def _source(edge: Edge, number: int) -> str:
    return f"_:{edge.id}s{number}"


def _commit(commit: Mapping[str, Any]) -> Iterator[Said]:
    yield w.TYPE, f"<{w.ACTIVITY}>"
    yield f"{w.PROV}endedAtTime", f"{w.text(str(commit['at']))}^^<{w.XSD}dateTime>"
    yield f"{w.PROV}wasAssociatedWith", w.text(str(commit["author_name"]))
    yield f"{w.RDFS}comment", w.text(str(commit["reason"] or commit["summary"]))
    yield w.SOURCE, w.text(str(commit["source"]))
    yield f"{w.OURS}commit", w.text(_json(commit))


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(dict(data), ensure_ascii=False)
