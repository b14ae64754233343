"""Courts, from courts-db: what they are called, where they sit, whose part they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agents.model import Edge, Node, Provenance, Value
from agents.packs.legal.dates import whole_span
from agents.packs.legal.places import UNITED_STATES, jurisdiction_id, place

Court = Mapping[str, Any]
_LEVELS = {
    "colr": "court of last resort",
    "iac": "intermediate appellate court",
    "gjc": "general jurisdiction court",
    "ljc": "limited jurisdiction court",
    "trial": "trial court",
    "gjc & iac": "general jurisdiction and intermediate appellate court",
}
_KINDS = {"ag": "attorney general", "trial & iac": "trial and appellate"}


def node(court: Court) -> Node:
    """Make a court's node; what people write for it and cite it by are aliases."""
    name = " ".join(court["name"].split())
    spoken = [court["citation_string"], court.get("name_abbreviation"), *court["examples"], *_numbered(name)]
    aliases = dict.fromkeys(" ".join(each.split()) for each in spoken if each and each.strip())
    return Node(
        court_id(court["id"]),
        "Court",
        name,
        tuple(each for each in aliases if each != name),
        _said(court),
        _props(court),
    )


def jurisdiction(court: Court) -> str:
    """Return the jurisdiction of a court: the nation for federal ones, the state for state ones, else ""."""
    if court["system"] == "federal":
        return UNITED_STATES
    return place(court["location"]) if court["system"] == "state" and court["location"] else ""


def edges(court: Court, known: Mapping[str, Court], source: Provenance) -> Iterator[Edge]:
    """Yield what joins a court to others and to places."""
    id, sources = court_id(court["id"]), (source,)
    if court.get("parent") in known:
        yield Edge(id, "part_of", court_id(court["parent"]), sources=sources)
    for above in _appeals(court, known):
        yield Edge(id, "appeals_to", court_id(above), sources=sources)
    if of := jurisdiction(court):
        yield Edge(id, "belongs_to", jurisdiction_id(of), sources=sources)
    if court["location"]:
        yield Edge(id, "located_in", jurisdiction_id(place(court["location"])), sources=sources)


def court_id(id: str) -> str:
    """Return a court's id here: "court:ca9"."""
    return f"court:{id}"


def _appeals(court: Court, known: Mapping[str, Court]) -> list[str]:
    given = court.get("appeal_to") or []
    named = [given] if isinstance(given, str) else given
    above = [each["id"] for each in known.values() if court["id"] in (each.get("lower_courts") or ())]
    return [each for each in dict.fromkeys([*named, *above]) if each in known]


def _said(court: Court) -> str:
    """Describe a court in a sentence, with the note that the source has on it."""
    words = [court["system"], _kind(court) if court["type"] in ("trial", "appellate", "bankruptcy") else "", "court"]
    what = " ".join(word for word in words if word)
    where = f" that sits in {place(court['location'])}" if court["location"] else ""
    return f"{'An' if what[0] in 'aeiou' else 'A'} {what}{where}. {court.get('notes') or ''}".strip()


def _props(court: Court) -> dict[str, Value]:
    props = {
        "system": court["system"],
        "level": _LEVELS.get(court["level"] or "", ""),
        "kind": _kind(court),
        "citation": court["citation_string"],
        "url": court.get("court_url") or court.get("url"),
        **whole_span(court["dates"]),
    }
    return {key: value for key, value in props.items() if value not in (None, "")}


def _kind(court: Court) -> str:
    return _KINDS.get(court["type"] or "", court["type"] or "")


# fmt: off
_ORDINALS: Sequence[str] = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
)
# fmt: on
_CIRCUIT = re.compile(r"Court of Appeals for the (\w+) Circuit")


def _numbered(name: str) -> list[str]:
    """Return how people call a federal circuit: "Ninth Circuit", "9th Circuit", "Ninth Circuit Court of Appeals"."""
    found = _CIRCUIT.fullmatch(name)
    if not found:
        return []
    ordinal = found[1]
    ways = [f"{ordinal} Circuit", f"{ordinal} Circuit Court of Appeals", f"United States {name}"]
    if ordinal in _ORDINALS:
        at = _ORDINALS.index(ordinal) + 1
        ways.append(f"{at}{({1: 'st', 2: 'nd', 3: 'rd'}).get(at, 'th')} Circuit")
    return ways
