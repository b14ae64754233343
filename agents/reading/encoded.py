"""What a schema holds as the bi-encoder is told it: names in words, between the types that they stand between."""

from agents.language.biencoder import Told
from agents.reading.names import bare, plain, spoken


def of_type(name: str) -> Told:
    """Return a type."""
    return Told("type", _said(name))


def of_property(name: str, owner: str) -> Told:
    """Return a property of a type ("" where nodes have no types)."""
    return Told("property", _said(name), behind=f"of {_said(owner)}" if owner else "")


def of_relation(name: str, head: str, tail: str) -> Told:
    """Return a relation between two types ("" where nodes have none)."""
    return Told("relation", bare(_said(name)), _said(head), _said(tail))


def of_label(name: str, relation: str, head: str, tail: str) -> Told:
    """Return a property of a relation's edges."""
    whole = (_said(head), bare(_said(relation)), _said(tail))
    return Told("label", _said(name), behind=f"of {' '.join(filter(None, whole))}")


def _said(name: str) -> str:
    return plain(spoken(name)) if name else ""
