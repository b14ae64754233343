"""What a statement of any kind may give, as JSON values of a bounded size."""

from typing import Any

_MOST = 200  # members of a list or a map
_LONGEST = 2_000  # characters of a text
_DEEP = 6


def plain(value: Any, depth: int = 0) -> Any:
    """Return a value of Neo4j as JSON's own types, cut where it is too large."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
    if depth > _DEEP:
        return "…"
    if isinstance(value, (list, tuple)):
        return [plain(each, depth + 1) for each in value[:_MOST]]
    if isinstance(value, dict):
        return {str(key): plain(each, depth + 1) for key, each in list(value.items())[:_MOST]}
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), **_shown(value, depth)}
    if hasattr(value, "relationships"):
        return [plain(each, depth + 1) for each in (*value.nodes[:_MOST], *value.relationships[:_MOST])]
    if hasattr(value, "start_node"):
        return {"type": value.type, **_shown(value, depth)}
    return str(value)[:_LONGEST]


def _shown(thing: Any, depth: int) -> dict[str, Any]:
    """Return the properties of a node or an edge, without those that Loregraph keeps for itself."""
    return {key: plain(each, depth + 1) for key, each in thing.items() if not key.startswith("_") or key[:4] == "_lg:"}
