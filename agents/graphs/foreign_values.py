"""What a database of others holds, as Cypher hands it over: values of the kinds that a graph knows.

Times and places come as texts. Lists that are longer than people read (an embedding, say) are left where they are.
"""

_PLAIN = "STRING NOT NULL | INTEGER NOT NULL | FLOAT NOT NULL | BOOLEAN NOT NULL"
_LISTED = 100  # members of a list that is shown
SHOWN = f"CASE WHEN {{v}} IS :: {_PLAIN} THEN {{v}} ELSE toStringOrNull({{v}}) END"
FOLDED = (
    "CASE WHEN {v} IS :: STRING NOT NULL THEN toLower(normalize({v}, NFKC)) WHEN {v} IS :: BOOLEAN NOT NULL"
    " THEN toInteger({v}) WHEN {v} IS :: INTEGER NOT NULL | FLOAT NOT NULL THEN {v}"
    " ELSE toLower(toStringOrNull({v})) END"
)
SHORT = f"CASE WHEN {{v}} IS :: LIST<ANY> NOT NULL THEN size({{v}}) <= {_LISTED} ELSE true END"
EITHER = f"CASE WHEN {{v}} IS :: LIST<ANY> NOT NULL THEN [x IN {{v}} | {SHOWN.format(v='x')}] ELSE {SHOWN} END"
BAG = f"[k IN keys({{n}}) WHERE {SHORT.format(v='{n}[k]')} | [k, {EITHER.format(v='{n}[k]')}]]"  # pairs of a thing
OURS = ("LoregraphGraph", "LoregraphChange", "LoregraphHappening", "LoregraphCounter")
NOT_OURS = f"{{n}}._key IS NULL AND NOT {{n}}:{'|'.join(OURS)}"  # Loregraph's own graphs may lie beside


def listed(expression: str, each: str) -> str:
    """Return a property's values as a list, each converted so, empty where there is none."""
    return f"[x IN coalesce([] + {expression}, []) | {each.format(v='x')}]"
