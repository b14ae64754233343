"""By which keys data says what a thing is called, in any data: compared without case, "_", "-" and spaces."""

# fmt: off
NAMES = (
    "name", "title", "label", "preflabel", "preferredlabel", "preferredname", "displayname", "fullname", "commonname",
    "canonicalname", "rdfs:label", "skos:preflabel", "caption", "heading", "term", "symbol",
)
ALIASES = (
    "aliases", "alias", "synonyms", "synonym", "aka", "alsoknownas", "altnames", "alternatenames", "alternativenames",
    "altlabel", "altlabels", "alternatelabels", "othernames", "skos:altlabel",
)
DESCRIPTIONS = ("description", "definition", "summary", "abstract", "gloss", "desc", "def", "skos:definition")
# fmt: on
_GENERIC = {"entity", "resource", "node", "thing", "owl:thing", "item", "object"}


def bare(key: str) -> str:
    """Return a key as it is compared."""
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def telling(label: str) -> bool:
    """Say whether a label tells what a thing is: not "_internal", and not "Entity"."""
    return not label.startswith("_") and label.lower() not in _GENERIC
