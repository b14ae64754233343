"""Words for facts: names of relations made readable, numbers, lists, and one sentence for an edge."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from agents.model import Edge, RelationType, Value

ABSENT = "Not in the graph"
_LISTED = 10
_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")
_AS_IT_IS = ("series", "species", "data", "sheep", "information", "people")
_IRREGULAR = {"child": "children", "person": "people", "man": "men", "woman": "women", "mouse": "mice", "foot": "feet"}
_AFTER_IS = (
    *("located", "based", "associated", "related", "connected", "linked", "used", "known", "named", "derived"),
    *("contained", "included", "composed", "situated", "involved", "made", "born", "called", "caused"),
)
PREPOSITIONS = ("of", "in", "on", "at", "by", "for", "to", "with", "from", "as", "into", "than", "over", "under")


def readable(name: str) -> str:
    """Return a schema's name as words: "HAS_PHENOTYPE" → "has phenotype", "people.birthPlace" → "birth place"."""
    last = re.split(r"[./#:]", name.strip("./#: "))[-1] or name
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", last)
    return " ".join(re.split(r"[\W_]+", apart)).strip().lower() or name


def spoken(name: str, relation: RelationType | None = None) -> str:
    """Return what is said between head and tail: a declared template's words, else the readable name."""
    middle = re.fullmatch(r"\{head\} ([^{}]+) \{tail\}\.?", relation.template if relation else "")
    words = middle[1].strip() if middle else readable(name)
    return "is a kind of" if words in ("is a", "isa", "is an") else words


def plural(noun: str, number: float = 2) -> str:
    """Return the noun as it follows a number: "city" → "cities" for anything but one."""
    if number == 1 or not noun or noun.lower().endswith(_AS_IT_IS):
        return noun
    start, gap, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        return f"{start}{gap}{_IRREGULAR[last]}"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


def counted(number: int, noun: str) -> str:
    """Return "1 state", "3 states", "1,204 states"."""
    return f"{quantity(number)} {plural(noun, number)}"


def quantity(number: float) -> str:
    """Return a number with its thousands parted and without needless decimals: 14229000.0 → "14,229,000"."""
    if isinstance(number, float) and not number.is_integer():
        return f"{number:,.4f}".rstrip("0").rstrip(".") if abs(number) >= 0.001 else f"{number:g}"
    return f"{int(number):,}"


def valued(value: Value | None, unit: str = "", key: str = "") -> str:
    """Return a property's value for people; a date in words, a year without a thousands mark."""
    if value is None:
        return "unknown"
    if isinstance(value, tuple):
        return listing([valued(each, unit, key) for each in value])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        plain = str(int(value)) if "year" in readable(key).split() and float(value).is_integer() else quantity(value)
        return f"{plain} {unit}".strip()
    return f"{_dated(value)} {unit}".strip()


def listing(items: Sequence[str], limit: int = _LISTED) -> str:
    """Return "a, b and c"; of more than `limit` the first and how many more there are."""
    if len(items) > limit + 1:
        return folded(items[:limit], len(items))
    comma = _comma(items)
    return f"{comma.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def folded(first: Sequence[str], count: int) -> str:
    """Return the first of `count` items and how many more there are: "a, b and 45 more"."""
    return f"{_comma(first).join(first)} and {quantity(count - len(first))} more"


def _comma(items: Sequence[str]) -> str:
    """Return what parts these items: a semicolon where one of them holds a comma itself."""
    return "; " if any("," in each and not each.replace(",", "").isdigit() for each in items) else ", "


def sentence(edge: Edge, names: Mapping[str, str], relation: RelationType | None = None) -> str:
    """Return an edge as a clause without a full stop, by its relation's template where one is declared."""
    head, tail = names.get(edge.head, edge.head), names.get(edge.tail, edge.tail)
    template = relation.template if relation else ""
    if "{head}" in template and "{tail}" in template:
        return re.sub(r"\{(head|tail)\}", lambda slot: head if slot[1] == "head" else tail, template).rstrip(". ")
    words = spoken(edge.relation)
    return f"the {words} of {head} is {tail}" if shape(words) == "noun" else f"{head} {predicate(words)} {tail}"


def many(name: str, words: str, way: str, others: str, count: int) -> str:
    """Return a clause for several edges of a relation, "out" of a node or "in" to it: "2 rivers flow through Ohio"."""
    if shape(words) == "noun":
        return (
            f"the {plural(words, count)} of {name}, {others}" if way == "out" else f"{name} is the {words} of {others}"
        )
    if way == "out":
        return f"{name} {predicate(words)} {others}"
    verb = predicate(words)
    return f"{others} {f'are {verb[3:]}' if verb.startswith('is ') else infinitive(verb)} {name}"


def predicate(words: str) -> str:
    """Return what stands between head and tail: "part of" → "is part of", "borders" → "borders"."""
    first = words.split()[0] if words else words
    return f"is {words}" if shape(words) == "state" and first not in ("is", "are", "was", "were") else words


def shape(words: str) -> str:
    """Say how a relation's words behave: "verb" (borders), "state" (part of, located in) or "noun" (capital)."""
    parts = words.split() or [""]
    first, last = parts[0], parts[-1]
    if (
        first in ("is", "are", "was", "were", *PREPOSITIONS)
        or first in _AFTER_IS
        or (last == "by" and first.endswith("ed"))
    ):
        return "state"
    if first in ("has", "have", "had", "can", "may", "does") or first.endswith("ed") or first.endswith("ing"):
        return "verb"
    if last in PREPOSITIONS:
        return "verb" if _third_person(first) else "state"
    return "verb" if _third_person(first) else "noun"


def closed(text: str) -> str:
    """Return the text as a sentence: with a full stop, unless it ends like one; only a leading "the" is capitalised."""
    text = capital(text.strip()) if text.strip().startswith("the ") else text.strip()
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."


def capital(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]


def infinitive(words: str) -> str:
    """Return a third person's verb in its base form: "treats pain" → "treat pain", "passes" → "pass"."""
    first, _, rest = words.partition(" ")
    if first == "has":
        first = "have"
    elif _third_person(first):
        first = f"{first[:-3]}y" if first.endswith("ies") and len(first) > 4 else first[: -_ending(first)]
    return f"{first} {rest}".strip()


def _ending(verb: str) -> int:
    return 2 if verb.endswith(("sses", "ches", "shes", "xes")) else 1


def _third_person(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ness"))


def _dated(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}(T00:00:00.*)?", text):
        return text
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{day.day} {day:%B} {day.year}"
