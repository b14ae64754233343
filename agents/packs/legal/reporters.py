"""Reporters and their editions, statutes and journals, from reporters-db."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agents.model import Edge, Node, Provenance, Value
from agents.packs.legal.dates import span

Entry = Mapping[str, Any]
_KINDS = {
    "state": "state reporter",
    "state_regional": "regional reporter",
    "federal": "federal reporter",
    "neutral": "neutral citation",
    "specialty": "specialty reporter",
    "specialty_lexis": "LexisNexis reporter",
    "specialty_west": "Westlaw reporter",
    "scotus_early": "early Supreme Court reporter",
    "leg_statute": "statutes",
    "leg_session": "session laws",
    "leg_act": "act",
    "admin_compilation": "administrative code",
    "admin_register": "administrative register",
    "admin_docket": "administrative docket",
    "admin_filing": "administrative filing",
    "municipal": "municipal code",
    "journal": "law journal",
}
_SERIES = re.compile(r"(?P<base>.*?)[ .]?(?P<number>2d|3d|[4-9]th)(?P<rest>\W.*)?")
_ORDINALS = {"2d": "Second", "3d": "Third", "4th": "Fourth", "5th": "Fifth", "6th": "Sixth"}
_BOILERPLATE = "Automatically generated."


def numbered(entries: Mapping[str, Sequence[Entry]]) -> Iterator[tuple[str, str, Entry]]:
    """Yield (unique key, abbreviation, entry): one abbreviation may stand for several reporters."""
    for key, same in entries.items():
        for at, entry in enumerate(same, start=1):
            yield (key if at == 1 else f"{key}#{at}"), key, entry


def reporter(key: str, abbreviation: str, entry: Entry) -> Node:
    """Make a reporter's node."""
    spellings = [way for way, edition in entry["variations"].items() if edition not in entry["editions"]]
    return _node(f"reporter:{key}", "Reporter", entry, [abbreviation, *spellings])


def editions(key: str, entry: Entry) -> Iterator[Node]:
    """Yield a node for each edition, called as it is cited, with its variations as aliases.

    A citation that is a plain word ("Ohio", "Hill") says little alone: it is shown with the reporter's name.
    """
    for name, dates in entry["editions"].items():
        shown = f"{name} ({entry['name']})" if name.isalpha() else name
        spellings = [way for way, edition in entry["variations"].items() if edition == name]
        spoken = f"{entry['name']}, {_ORDINALS[_number(name)]} Series" if _number(name) in _ORDINALS else ""
        aliases = tuple(dict.fromkeys(each for each in (name, spoken, *spellings) if each and each != shown))
        yield Node(edition_id(key, name), "Edition", shown, aliases, "", span(dates.get("start"), dates.get("end")))


def edition_edges(key: str, entry: Entry, source: Provenance) -> Iterator[Edge]:
    """Join editions to their reporter, and each series to the one that follows it ("F.2d" to "F.3d")."""
    names = list(entry["editions"])
    for name in names:
        yield Edge(edition_id(key, name), "edition_of", f"reporter:{key}", sources=(source,))
    series = {(_base(name), _rank(name)): name for name in names}
    for (base, rank), name in series.items():
        if follower := series.get((base, rank + 1)):
            yield Edge(edition_id(key, name), "succeeded_by", edition_id(key, follower), sources=(source,))


def law(key: str, abbreviation: str, entry: Entry) -> Node:
    """Make the node of a series of statutes or rules."""
    return _node(f"law:{key}", "StatuteSeries", entry, [abbreviation, *entry["variations"]])


def journal(key: str, abbreviation: str, entry: Entry) -> Node:
    """Make a journal's node."""
    return _node(f"journal:{key}", "Journal", entry, [abbreviation, *entry["variations"]])


def edition_id(key: str, name: str) -> str:
    """Return an edition's id: its reporter's key and how it is cited."""
    return f"edition:{key}/{name}"


def _node(id: str, type: str, entry: Entry, ways: Sequence[str]) -> Node:
    name, *others = [part.strip() for part in entry["name"].split(";") if part.strip()] or ways
    aliases = tuple(dict.fromkeys(each for each in (*others, *ways) if each and each != name))
    notes = str(entry.get("notes") or "")
    return Node(id, type, name, aliases, "" if notes.startswith(_BOILERPLATE) else notes, _props(entry, ways[0]))


def _props(entry: Entry, citation: str) -> dict[str, Value]:
    props = {
        "kind": _KINDS.get(entry["cite_type"], entry["cite_type"]),
        "citation": citation,
        "publisher": entry.get("publisher"),
        "url": entry.get("href"),
        **span(entry.get("start"), entry.get("end")),
    }
    return {key: value for key, value in props.items() if value not in (None, "")}


def _number(name: str) -> str:
    found = _SERIES.fullmatch(name)
    return found["number"] if found else ""


def _rank(name: str) -> int:
    return int(_number(name)[:1] or 1)


def _base(name: str) -> str:
    """Return an edition's abbreviation without its number, spaces and dots, so that "F." and "F.2d" are alike."""
    found = _SERIES.fullmatch(name)
    text = f"{found['base']}{found['rest'] or ''}" if found else name
    return re.sub(r"[\s.]", "", text).lower()
