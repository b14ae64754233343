"""Which words of a question work on sets: degrees, comparisons, sums, numbers."""

import re

from agents.language.english import NEGATIONS

# Words of degree, and whether more of the measure is meant.
MOST = {
    **dict.fromkeys("most greatest maximum max top".split(), True),
    **dict.fromkeys("least fewest minimum".split(), False),
}
MORE = {
    **dict.fromkeys("more greater over above exceeding exceeds exceed after".split(), ">"),
    **dict.fromkeys("less fewer under below before".split(), "<"),
    "since": ">=",
    "until": "<=",
}
# Verbs that compare with the number behind them ("topped 90,000"), and the other way round where that failed.
REACHING = {
    **dict.fromkeys("exceed top surpass pass crack beat break cross outstrip".split(), ">"),
    **dict.fromkeys("reach hit".split(), ">="),
}
NOT_REACHING = {">": "<=", ">=": "<"}
FAILING = frozenset("fail miss".split())
BEING = frozenset("is are was were".split())
ANYTHING = frozenset("anything something anyone someone anybody somebody".split())
NOTHING = frozenset("nothing nobody none".split())
TIMED = frozenset("before after since until".split())  # these compare times, and count nothing
AT = {"least": ">=", "most": "<=", "minimum": ">=", "maximum": "<="}  # "at least"
OR = {**dict.fromkeys("more over later above".split(), ">="), **dict.fromkeys("less fewer earlier below".split(), "<=")}
NO_MORE = {**dict.fromkeys(["more", "later", "greater"], "<="), **dict.fromkeys(["less", "fewer", "earlier"], ">=")}
EXACTLY = frozenset("exactly precisely only just".split())
AGGREGATES = {"total": "sum", "combined": "sum", "sum": "sum", "average": "average", "mean": "average"}
OF_ANY = frozenset("high low big small large great".split())  # "the highest offer": any amount is high or low
ALTOGETHER = frozenset(["together", "altogether"])  # at the end of a question
APIECE = frozenset(["each", "every", "per"])
SAME = frozenset("same share shares shared sharing common".split())
OPERATORS = frozenset({*MOST, *MORE, *AGGREGATES, "and", "or", "than", "between", *SAME, *NEGATIONS})

MULTIPLIERS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3, "m": 1e6}
_NUMBERS = {
    word: float(n)
    for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_ORDINALS = {
    word: n for n, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), start=2)
}
_DIGITS = re.compile(r"^\d[\d,]*(\.\d+)?$")
_NTH = re.compile(r"^([2-9]|[1-9]\d)(st|nd|rd|th)$")
_TENS = {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16}
_TENS |= {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
TIMES_SAID = {"once": 1.0, "twice": 2.0, "thrice": 3.0}  # "more than once"
_DECADE = re.compile(r"^(\d{3}0)'?s$")


def is_number(text: str) -> bool:
    """Whether a word is a number, in digits or (small ones, but "one") in letters."""
    return bool(_DIGITS.match(text)) or (text in _NUMBERS and text != "one")


def number(text: str) -> float:
    """Return the number that a word is; raise ValueError where it is none."""
    return _NUMBERS[text] if text in _NUMBERS else float(text.replace(",", ""))


def ordinal(text: str) -> int:
    """Return the place in an order that a word says ("second", "3rd": 3), 0 where it says none."""
    match = _NTH.match(text)
    return int(match[1]) if match else _ORDINALS.get(text, 0)


def century(text: str) -> int:
    """Return the first year of the century that an ordinal names: "20th" gives 1901; 0 where a word is no ordinal."""
    place = ordinal(text) or _TENS.get(text, 0)
    return 100 * (place - 1) + 1 if place else 0


def decade(text: str) -> int:
    """Return the first year of "the 1990s", 0 where a word is none."""
    match = _DECADE.match(text)
    return int(match[1]) if match else 0
