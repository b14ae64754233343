"""What the keys of a GraphML file say, and texts that XML can hold."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

FIELD, PROPERTY, JSON = "field", "property", "json"
KINDS: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODED = "%:"


class Key(NamedTuple):
    """A key: what it is of ("node", "edge", "graph"), its name and type, and what it is to us."""

    of: str
    name: str
    kind: str
    role: str = ""


def fits(text: str) -> bool:
    """Say whether XML can hold a text as it is."""
    return _UNFIT.search(text) is None


def xml_id(id: str) -> str:
    """Return an id that XML can hold."""
    return id if fits(id) and not id.startswith(_CODED) else _CODED + quote(id, safe="")


def real_id(id: str) -> str:
    """Return the id that was written so."""
    return unquote(id.removeprefix(_CODED)) if id.startswith(_CODED) else id
