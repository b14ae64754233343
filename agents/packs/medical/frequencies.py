"""How often people with a disease have a phenotype: "3/8", "45%" or a class of the ontology."""

import re
from dataclasses import dataclass
from functools import lru_cache

_CLASSES = {  # name, and the middle of its range in percent
    "HP:0040280": ("obligate (100%)", 100.0),
    "HP:0040281": ("very frequent (80-99%)", 89.5),
    "HP:0040282": ("frequent (30-79%)", 54.5),
    "HP:0040283": ("occasional (5-29%)", 17.0),
    "HP:0040284": ("very rare (1-4%)", 2.5),
    "HP:0040285": ("excluded (0%)", 0.0),
}
_RATIO = re.compile(r"(\d+)/(\d+)")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")


@dataclass(frozen=True)
class Frequency:
    """As people read it, and in percent; "" and None where nobody has counted."""

    text: str = ""
    percent: float | None = None


@lru_cache(maxsize=10_000)  # a few hundred reports make up nearly all of a quarter of a million
def pooled(values: tuple[str, ...]) -> Frequency:
    """Make one of several reports: counted people are added up, else the first percentage, else the first class."""
    ratios = [found for value in values if (found := _RATIO.fullmatch(value)) and int(found[2])]
    if ratios:
        have, of = (sum(int(found[group]) for found in ratios) for group in (1, 2))
        return Frequency(f"{have}/{of}", round(100 * have / of, 1))
    percents = [value for value in values if _PERCENT.fullmatch(value)]
    if percents:
        return Frequency(percents[0], float(percents[0][:-1]))
    return next((Frequency(*_CLASSES[value]) for value in values if value in _CLASSES), Frequency())
