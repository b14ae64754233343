"""Which types and relations a text names, by what they and their synonyms are called, in one or in many."""

import re

from agents.language.phrasing import plural, readable
from agents.model import NodeType, RelationType, Schema


def types_named(text: str, schema: Schema) -> tuple[NodeType, ...]:
    """Return the types that the text names, the longer name first where two overlap."""
    said = _words(text)
    found = [(each, _longest(said, (readable(each.name), *each.synonyms))) for each in schema.types if each.name]
    kept = [(each, name) for each, name in found if name]
    inside = {name for _, name in kept for _, other in kept if name != other and f" {name} " in f" {other} "}
    return tuple(each for each, name in kept if name not in inside)


def types_hidden(text: str, schema: Schema) -> str:
    """Return the text with the names of types replaced: "list all communities", where these are, as "list all things".

    So a request is told by the words around them, as it is by those around the names of nodes.
    """
    for kind in sorted(types_named(text, schema), key=lambda each: -len(each.name)):
        for name in (readable(kind.name), *kind.synonyms):
            for form, mask in ((plural(name.lower()), "things"), (name.lower(), "thing")):
                text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", mask, text, flags=re.IGNORECASE)
    return text


def relations_named(text: str, schema: Schema) -> tuple[RelationType, ...]:
    """Return the relations that the text names."""
    said = _words(text)
    return tuple(each for each in schema.relations if _longest(said, (readable(each.name), *each.synonyms)))


def _longest(said: str, names: tuple[str, ...]) -> str:
    forms = {form for name in names for form in (_bare(name), _bare(plural(name.lower())))}
    return max((form for form in forms if form and f" {form} " in said), key=len, default="")


def _words(text: str) -> str:
    return f" {_bare(text)} "


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))
