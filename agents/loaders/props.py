"""A bag of properties, as data carries it, becomes a node: which key is its name, which its aliases.

How a name is found, in any data: keys are compared without case and without "_", "-" and spaces. The first
of `NAMES` that holds text is the name. Without one it is the key that ends in "name" or "title", if just
one does ("caseName", "drug_name"); then first and last name put together; then the id. What becomes a
field leaves the properties. Aliases are all of `ALIASES`, lists or text with "|" between, and the other
values of a name that is a list; the description is the first of `DESCRIPTIONS`.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

from agents.graphs.callings import ALIASES, DESCRIPTIONS, NAMES, bare, telling
from agents.model import Node, Scalar, Value


def node(id: str, labels: tuple[str, ...], bag: Mapping[str, Any]) -> Node:
    """Make a node of an id, labels and a bag of properties. Further labels stay as the property "labels"."""
    props = tidy(bag)
    keys = {bare(key): key for key in reversed(props)}
    name, others = _name(props, keys)
    aliases = (*others, *(alias for key in ALIASES if key in keys for alias in _texts(props.pop(keys[key]))))
    description = next((str(props.pop(keys[key])) for key in DESCRIPTIONS if _is_text(props, keys.get(key))), "")
    if len(labels) > 1:
        props.setdefault("labels", labels)
    name = name or id
    kept = tuple(dict.fromkeys(alias for alias in aliases if alias and alias != name))
    return Node(id, type_of(labels), name, kept, description, props)


def type_of(labels: tuple[str, ...]) -> str:
    """Return the first label that says something: not "_internal", and not "Entity" if there is another."""
    return next(iter((*filter(telling, labels), *labels)), "")


def tidy(bag: Mapping[str, Any]) -> dict[str, Value]:
    """Make a bag's values property values: lists become tuples, maps become JSON text, nulls go."""
    return {str(key): _value(each) for key, each in bag.items() if each is not None and each != []}


def _name(props: dict[str, Value], keys: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Take the name out of the properties; return it and the further names of a list."""
    key = next((keys[each] for each in NAMES if each in keys and _texts(props[keys[each]])), None)
    endings = [real for plain, real in keys.items() if plain.endswith(("name", "title")) and _is_text(props, real)]
    key = key or (endings[0] if len(endings) == 1 else None)
    if key:
        first, *others = _texts(props.pop(key), split=False)
        return first, tuple(others)
    parts = [props.get(keys.get(each, "")) for each in ("firstname", "lastname")]
    return " ".join(str(each) for each in parts if each) if all(parts) else "", ()


def _texts(value: Value, split: bool = True) -> list[str]:
    values = value if isinstance(value, tuple) else str(value).split("|") if split else (value,)
    return [text for each in values if (text := str(each).strip())]


def _is_text(props: Mapping[str, Value], key: str | None) -> bool:
    value = props.get(key) if key else None
    return isinstance(value, str) and bool(value.strip())


def _value(value: Any) -> Value:
    if isinstance(value, (list, tuple)):
        return tuple(_scalar(each) for each in value if each is not None)
    return _scalar(value)


def _scalar(value: Any) -> Scalar:
    """Numbers that JSON or a store's 64 bits cannot hold become text."""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return value if -(2**63) <= value < 2**63 else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return json.dumps(value, ensure_ascii=False)
