"""Numbers and years in words, as they are compared: "1.4 million", "24 beds", "in 1966"."""

import re

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "hundred": 100.0}
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty""".split()
_NUMBER = re.compile(r"(?<![\w.])[-+]?\d[\d,  ]*(?:\.\d+)?(?![\w])|(?<![\w.])[-+]?\d[\d,]*(?:\.\d+)?")
_ROUGH = 0.03  # two numbers that are nearer than this are one, said roughly


def numbers(text: str) -> tuple[float, ...]:
    """Return the numbers of a text, in order; a scale behind a number multiplies it."""
    found = []
    for each in _NUMBER.finditer(text):
        digits = re.sub(r"[,  ]", "", each.group()).rstrip(".")
        if digits.strip("+-"):
            found.append(float(digits) * _scale(text[each.end() :]))
    words = re.findall(r"[A-Za-z]+", text.lower())
    found += [float(_SMALL.index(word)) for word in words if word in _SMALL and word != "one"]
    return tuple(found)


def _scale(after: str) -> float:
    word = re.match(r"\s*([A-Za-z]+)", after)
    return _SCALES.get(word[1].lower(), 1.0) if word else 1.0


def alike(one: float, other: float) -> bool:
    """Tell whether two numbers are one; years are never rough."""
    if all(1000 <= each <= 2100 and each.is_integer() for each in (one, other)):
        return one == other
    return abs(one - other) <= _ROUGH * max(abs(one), abs(other))
