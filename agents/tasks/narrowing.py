"""What narrows a path: "using only borders", "without located in", "via Ohio", "avoiding Texas"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agents.graphs.store import Path
from agents.kit import Kit
from agents.language.phrasing import readable
from agents.model import Mention, Schema
from agents.state import State
from agents.tasks.ends import ids, subjects
from agents.tasks.schema_names import relations_named

_SURE = 0.5  # below this score words name no relation
_BY = r"(?:using|along|over|through|via|with|by|following|of)"
_ONLY = re.compile(
    rf"\b{_BY}?\s*\b(?:only|just|solely|exclusively|nothing but)\s+(?:{_BY}\s+)?(?:the\s+)?([^,.;?!]+)", re.I
)
_ALONG = re.compile(r"\b(?:using|along|following)\s+(?:the\s+)?([^,.;?!]+)", re.I)
_WITHOUT = re.compile(
    rf"\b(?:without|excluding|except|ignoring|avoiding|avoid|not\s+(?:going\s+)?{_BY}|but\s+no|bypassing)\s+"
    r"(?:the\s+|using\s+|going through\s+|passing\s+|any\s+)*([^,.;?!]+)",
    re.I,
)
_VIA = re.compile(r"\b(via|through|over|by way of|passing|passing through|across|including)\s+(the\s+)?$", re.I)
_CUT = re.compile(r"\b(from|to|between|is|are|relations?|edges?|links?|facts?|connections?|steps?)\b.*", re.I)


@dataclass(frozen=True)
class Narrowing:
    """Relations that a path may take (none: any) and things that it has to pass or to avoid."""

    relations: tuple[str, ...] = ()
    via: tuple[Mention, ...] = ()
    avoid: tuple[Mention, ...] = ()
    words: str = ""

    def lets(self, path: Path) -> bool:
        """Tell whether a path avoids what it has to avoid."""
        avoided = {id for each in self.avoid for id in ids(each)}
        return not avoided & {each.id for each in path.nodes}


ANY = Narrowing()


def narrowing(state: State, kit: Kit) -> Narrowing:
    """Return what the request says of the path it asks for."""
    schema, text = kit.store.schema(state.graph), state.text
    found = subjects(state)
    without = _spans(_WITHOUT, text)
    avoid = tuple(each for each in found if any(start <= each.start < end for start, end in without))
    via = tuple(each for each in found if each not in avoid and _VIA.search(text[: each.start]))
    barred = _relations(state, kit, without)
    only = _relations(state, kit, _spans(_ONLY, text) or _spans(_ALONG, text))
    kept = only or (tuple(each.name for each in schema.relations if each.name not in barred) if barred else ())
    return Narrowing(kept, via, avoid, _words(only, barred, schema))


def _spans(pattern: "re.Pattern[str]", text: str) -> list[tuple[int, int]]:
    return [each.span(1) for each in pattern.finditer(text)]


def _relations(state: State, kit: Kit, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Return the relations that the words in these spans name."""
    found: dict[str, None] = {}
    for start, end in spans:
        words = _unnamed(state, start, end)
        if called := relations_named(words, kit.store.schema(state.graph)):
            found.update(dict.fromkeys(each.name for each in called))
            continue
        for part in re.split(r"\s*(?:,|\band\b|\bor\b)\s*", _CUT.sub("", words)):
            best = next(iter(kit.reader.relations(state.graph, part.strip())), None) if part.strip() else None
            if best and best.score >= _SURE:
                found[best.relation] = None
    return tuple(found)


def _unnamed(state: State, start: int, end: int) -> str:
    """Return the text of a span up to the first thing that it names."""
    first = min((each.start for each in state.linked if start <= each.start < end), default=end)
    return state.text[start:first]


def _words(only: tuple[str, ...], barred: tuple[str, ...], schema: Schema) -> str:
    said = [f"only by {_listed(only)}"] if only else [f"without {_listed(barred)}"] if barred else []
    return f" {said[0]}" if said else ""


def _listed(relations: Iterable[str]) -> str:
    return " or ".join(f"'{readable(each)}'" for each in relations)
