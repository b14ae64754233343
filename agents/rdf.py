"""The words in which a graph is told as RDF: addresses of things, types, relations and properties, and typed values."""

import re
from datetime import date
from urllib.parse import quote, unquote

from agents.model import Scalar

RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
XSD, SKOS = "http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/2004/02/skos/core#"
DCTERMS, PROV = "http://purl.org/dc/terms/", "http://www.w3.org/ns/prov#"
TYPE, STATEMENT, LABEL, ALIAS = f"{RDF}type", f"{RDF}Statement", f"{RDFS}label", f"{SKOS}altLabel"
SUBJECT, PREDICATE, OBJECT = f"{RDF}subject", f"{RDF}predicate", f"{RDF}object"
DESCRIPTION, ACTIVITY = f"{DCTERMS}description", f"{PROV}Activity"
OURS = "urn:loregraph:"
NODES, TYPES, RELATIONS, PROPERTIES = (f"{OURS}{each}:" for each in ("node", "type", "relation", "property"))
STATEMENTS, COMMITS = f"{OURS}statement:", f"{OURS}commit:"
SOURCE, KIND, NAME, DETAIL = (f"{OURS}{each}" for each in ("source", "kind", "name", "detail"))
CONFIDENCE, STATUS, MANY, TOUCHED = (f"{OURS}{each}" for each in ("confidence", "status", "many", "touched"))
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
_ESCAPES = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_WHOLE = {"integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt",
          "unsignedLong", "negativeInteger", "nonPositiveInteger", "unsignedShort", "unsignedByte"}  # fmt: skip


def iri(space: str, name: str) -> str:
    """Return the address of something that is called so."""
    return space + quote(name, safe="")


def named(address: str, space: str = "") -> str:
    """Return what an address names: all of it in a space of ours, else its last part."""
    if space and address.startswith(space):
        return unquote(address.removeprefix(space))
    last = re.split(r"[#/:]", address.rstrip("#/:"))[-1]
    return unquote(last) or address


def text(value: str) -> str:
    """Return a text as N-Triples write it."""
    return f'"{_ESCAPES.sub(lambda each: _ESCAPED.get(each[0]) or f"{chr(92)}u{ord(each[0]):04X}", value)}"'


def literal(value: Scalar) -> str:
    """Return a value as N-Triples write it, with its type."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{XSD}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{XSD}integer>'
    if isinstance(value, float):
        return f'"{value!r}"^^<{XSD}double>'
    return f"{text(value)}^^<{XSD}date>" if _is_date(value) else text(value)


def value_of(lexical: str, datatype: str) -> Scalar:
    """Return the value of a literal; one that is not of its type is text."""
    kind = datatype.removeprefix(XSD) if datatype.startswith(XSD) else ""
    try:
        if kind == "boolean":
            return {"true": True, "1": True, "false": False, "0": False}[lexical.strip()]
        if kind in _WHOLE:
            return int(lexical)
        return float(lexical) if kind in ("double", "float", "decimal") else lexical
    except (ValueError, KeyError):
        return lexical


def _is_date(value: str) -> bool:
    try:
        return bool(_DATE.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False
