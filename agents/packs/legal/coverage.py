"""Which courts a reporter's codes mean: "us:c9;court.appeals" is the Ninth Circuit."""

import re
from collections.abc import Mapping

from agents.packs.legal.courts import Court, jurisdiction
from agents.packs.legal.places import Places

_FEDERAL = {
    "us;supreme.court": "scotus",
    "us:c0;court.appeals": "cadc",
    "us:c;court.appeals.federal.circuit": "cafc",
    "us:c;tax.court": "tax",
    "us:c;court.international.trade": "cit",
    "us:c;court.federal.claims": "uscfc",
}
_STATE = re.compile(r"us:[a-z]{2};([a-z.]+)")


class Coverage:
    """Finds the court of a code; knows only what is certain."""

    def __init__(self, courts: Mapping[str, Court], places: Places) -> None:
        self._courts, self._places = courts, places
        self._of_state: dict[str, list[Court]] = {}
        for court in courts.values():
            if court["system"] == "state":
                self._of_state.setdefault(jurisdiction(court), []).append(court)

    def court(self, code: str) -> str:
        """Return the id of the one court that a code means, "" where it is none or several."""
        circuit = re.fullmatch(r"us:c([1-9]\d?);court\.appeals", code)
        known = f"ca{circuit[1]}" if circuit else _FEDERAL.get(code, "")
        return known if known in self._courts else self._state_court(code)

    def _state_court(self, code: str) -> str:
        """A state's highest court, or its only court, whose name holds all words of the code."""
        found = _STATE.fullmatch(code)
        if not found:
            return ""
        words = set(found[1].split(".")) - {""}
        alike = [
            court
            for court in self._of_state.get(self._places.of_code(code), [])
            if words and words <= set(re.findall(r"[a-z]+", court["name"].lower()))
        ]
        highest = [court for court in alike if court["level"] == "colr"]
        return next((str(only[0]["id"]) for only in (highest, alike) if len(only) == 1), "")
