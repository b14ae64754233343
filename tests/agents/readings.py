"""Readings that the scripted reader gives in several tests."""

from agents.model import Schema
from agents.query import Match, Pattern, Return, Var
from agents.reading.compile import compile_meaning
from agents.reading.meaning import Joined, Things
from agents.reading.reader import Form, Reading


def located(place: str, kind: str = "City", form: Form = "set", count: bool = False) -> Reading:
    """Read a question as: what of a type is located in a place."""
    edge = Pattern(source="x", target="place", relations=("located_in",))
    what = Return(variable="x", aggregate="count" if count else None)
    variables = (Var(name="x", types=(kind,)), Var(name="place", ids=(place,)))
    query = Match(variables=variables, patterns=(edge,), returns=(what,))
    return Reading(query, -0.1, form, f"{kind} located in {place}")


def valued(node: str, key: str) -> Reading:
    """Read a question as: a property of a node."""
    query = Match(variables=(Var(name="x", ids=(node,)),), returns=(Return(variable="x", key=key),))
    return Reading(query, -0.1, "value", f"{key} of {node}")


def compared(nodes: tuple[str, ...], key: str) -> Reading:
    """Read a question as: compare nodes by a property."""
    columns = (Return(variable="x"), Return(variable="x", key=key))
    return Reading(Match(variables=(Var(name="x", ids=nodes),), returns=columns), -0.1, "compare", f"{key} compared")


def bordering(one: str, other: str) -> Reading:
    """Read a question as: whether one thing borders another."""
    edge = Pattern(source="a", target="b", relations=("borders",))
    variables = (Var(name="a", ids=(one,)), Var(name="b", ids=(other,)))
    query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="a"),))
    return Reading(query, -0.1, "verdict", f"{one} borders {other}")


def read_as(node: str, relation: str, out: bool) -> Reading:
    """Read a question as: what a relation leads to from a node."""
    meaning = Joined(Things((node,), node), relation, out)
    return Reading(compile_meaning(meaning, Schema()), -0.1, "set", f"{relation} of {node}", meaning)
