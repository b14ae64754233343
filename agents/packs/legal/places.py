"""Jurisdictions: states and territories by all the ways that the sources write them."""

import re
from collections.abc import Mapping

from agents.model import Node

UNITED_STATES = "United States"
# How the sources write places that have another name of their own, or are misspelt.
_SAME = {
    "washington d.c.": "District of Columbia",
    "washignton d.c.": "District of Columbia",
    "d.c.": "District of Columbia",
    "dc": "District of Columbia",
    "district of columbia": "District of Columbia",
    "federated states of micronesia": "Federated States of Micronesia",
    "phillipines": "Philippines",
}
_ALIASES = {
    UNITED_STATES: ("U.S.", "US", "USA", "federal"),
    "District of Columbia": ("Washington D.C.", "D.C."),
}
_CODE = re.compile(r"(?P<country>[a-z]+)(?::(?P<first>[^;:]+))?(?::(?P<second>[^;:]+))?.*")


class Places:
    """Every jurisdiction named so far, by name."""

    def __init__(self, postal: Mapping[str, str], short: Mapping[str, str]) -> None:
        """Take the states by postal code ("NY") and by legal abbreviation ("N.Y."); only the latter is an alias.

        Half of the postal codes are words of the language ("IN", "ME", "OR", "LA").
        """
        self._codes = {code.lower(): place(name) for code, name in postal.items()}
        self._short: dict[str, list[str]] = {}
        for abbreviation, name in short.items():
            self._short.setdefault(place(name), []).append(abbreviation)

    def node(self, name: str) -> Node:
        """Return the node of a jurisdiction by its plain name."""
        aliases = dict.fromkeys([*_ALIASES.get(name, ()), *self._short.get(name, [])])
        return Node(jurisdiction_id(name), "Jurisdiction", name, tuple(each for each in aliases if each != name))

    def of_code(self, code: str) -> str:
        """Return the jurisdiction of a code ("us:ny;court.appeals"), "" for one that is none of these.

        A state has its own courts ("us:ny"); a district ("us:c2:ny.sd") and a circuit ("us:c9") are the nation's.
        """
        found = _CODE.fullmatch(code.split(";")[0])
        if not found or found["country"] != "us":
            return "England" if code.startswith("gb:england") else ""
        first = found["first"] or ""
        if first in ("", "c", "fed") or re.fullmatch(r"c\d+", first) or "." in first:
            return UNITED_STATES
        return "Navajo Nation" if "navajo" in code else self._codes.get(first, "")


def place(name: str) -> str:
    """Return the one name that a place has here."""
    name = " ".join(name.split())
    return _SAME.get(name.lower(), name)


def jurisdiction_id(name: str) -> str:
    """Return the id of a jurisdiction: "jurisdiction:new-york"."""
    return "jurisdiction:" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
