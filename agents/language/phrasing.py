"""Words for facts: names of relations made readable, numbers, lists, and one sentence for an edge."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from agents.model import Edge, RelationType, Value

ABSENT = "Not in the graph"
UNSAID = "The graph does not say that"  # which is less than that it is not so
_LISTED = 10
_LAST_YEAR = 2100
_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")
_AS_IT_IS = ("series", "species", "data", "sheep", "information", "people")
_IRREGULAR = {"child": "children", "person": "people", "man": "men", "woman": "women", "mouse": "mice", "foot": "feet"}
_AFTER_IS = (
    *("located", "based", "associated", "related", "connected", "linked", "used", "known", "named", "derived"),
    *("contained", "included", "composed", "situated", "involved", "made", "born", "called", "caused"),
)
# Verbs that take no object: before a preposition their past is no passive ("worked on", and not "is worked on").
_NEEDS_NOTHING = (
    *("worked", "lived", "appeared", "acted", "starred", "played", "served", "moved", "returned", "belonged"),
    *("participated", "competed", "performed", "resided", "graduated", "studied", "reigned", "ruled", "retired"),
    *("travelled", "traveled", "arrived", "happened", "occurred", "died", "flowed", "existed", "specialised"),
    *("specialized", "succeeded", "voted", "debuted", "joined", "contributed"),
)
_PAST = (
    *("fought", "stood", "sat", "ran", "went", "led", "won", "wrote", "fell", "met", "spoke", "became", "lay", "sang"),
    *("came", "took", "grew", "flew", "swam", "rose", "began", "gave", "knew", "chose", "drove", "ate", "drew"),
)
_UNITS = frozenset(
    """
    minutes hours seconds days weeks months kg g mg cm mm km ha ml km2 percent pct euro eur usd gbp dollars pounds
    gb mb tb kb ghz mhz millions thousands billions degrees celsius""".split()
)
_NO_NOUN = ("part", "out", "ahead", "full", "capable", "aware", "short", "free", "inside", "instead", "is")
_ARE = {"is": "are", "was": "were", "are": "are", "were": "were"}
_STANDING = ("about", "near", "inside", "outside", "within", "beside", "behind", "between", "above", "below", "against")
_DONE = frozenset(
    """
    held kept sold made found written spoken driven taken given grown won lost sent bought taught brought caught led met
    set shown sung worn born drawn built broken chosen flown laid seen sown spent stolen sunk torn woven""".split()
)
_DID = dict(
    pair.split(":")
    for pair in """
    written:wrote taken:took given:gave driven:drove drawn:drew chosen:chose known:knew sung:sang seen:saw worn:wore
    flown:flew grown:grew shown:showed stolen:stole spoken:spoke broken:broke eaten:ate beaten:beat begun:began
    sown:sowed woven:wove torn:tore sunk:sank overseen:oversaw undertaken:undertook run:ran""".split()
)
_DONE_ALIKE = frozenset(
    """
    held kept sold made found won lost sent bought taught brought caught led met set built laid spent put cut sought
    understood read fed bred heard told hit fought""".split()
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
    before = re.match(rf"(.+?)( (?:{'|'.join(PREPOSITIONS)}) .+)", noun)
    if before:
        return f"{plural(before[1])}{before[2]}"
    if gap and last.endswith("ed"):
        return f"{plural(start)} {last}"
    if last.endswith("s") and not last.endswith(("ss", "us", "is", "as", "os", "lens")):
        return noun  # it is one of many already
    if last in _IRREGULAR:
        return f"{start}{gap}{_IRREGULAR[last]}"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


def is_plural(noun: str) -> bool:
    """Tell whether a noun is said of many already: "goals", "years of experience"."""
    first, last = (noun.split() or [""])[0], (noun.split() or [""])[-1]
    return plural(noun) == noun and (first.endswith("s") or last.endswith("s")) and not last.endswith(_AS_IT_IS)


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
        plain = str(int(value)) if _is_year(value, key) else quantity(value)
        return f"{plain} {unit or key_words(key)[1]}".strip()
    return f"{_dated(value)} {unit}".strip()


def key_words(key: str) -> tuple[str, str]:
    """Return a property's name in words, and the unit that it ends with: "yield_kg" → ("yield", "kg")."""
    words = readable(key).split()
    if len(words) > 1 and words[-1] in _UNITS:
        return " ".join(words[: -2 if words[-2] == "in" and len(words) > 2 else -1]), words[-1]
    return " ".join(words), ""


def happened(words: str) -> str:
    """Return the participle of a property that says when or where something happened, else "".

    "released in" and "founded" give "released" and "founded", which take "was".
    """
    parts = words.split()
    regular = bool(parts) and (parts[0] in _AFTER_IS or (parts[0].endswith("ed") and len(parts[0]) > 4))
    done = regular or (len(parts) == 2 and parts[0] in _DONE)
    return parts[0] if done and (len(parts) == 1 or (len(parts) == 2 and parts[1] in PREPOSITIONS)) else ""


def listing(items: Sequence[str], limit: int = _LISTED, of: int = 0) -> str:
    """Return "a, b and c"; of more than `limit` the first and how many more there are, `of` where not all are here."""
    if len(items) > limit + 1 or of > len(items):
        return folded(items[:limit], max(of, len(items)))
    comma = _comma(items)
    return f"{comma.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def either(items: Sequence[str]) -> str:
    """Return "a, b or c"."""
    comma = _comma(items)
    return (
        f"{comma.join(items[:-1])}{';' if comma == '; ' else ''} or {items[-1]}" if len(items) > 1 else "".join(items)
    )


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
        return _filled(template, head, tail)
    words = spoken(edge.relation)
    return f"the {words} of {head} is {tail}" if shape(words) == "noun" else f"{head} {predicate(words)} {tail}"


def many(name: str, relation: RelationType, way: str, others: str, count: int) -> str:
    """Return a clause for several edges of a relation, "out" of a node or "in" to it: "2 rivers flow through Ohio"."""
    words = spoken(relation.name, relation)
    if "{head}" in relation.template and "{tail}" in relation.template and way == "out":
        return _filled(re.sub(r"\b(the|a|an) (?=\{tail\})", "", relation.template), name, others)
    if not re.fullmatch(r"\{head\} [^{}]+ \{tail\}\.?", relation.template or "{head} x {tail}"):
        return _filled(relation.template, others, name)
    if shape(words) == "noun":
        return (
            f"the {plural(words, count)} of {name}, {others}" if way == "out" else f"{name} is the {words} of {others}"
        )
    if way == "out":
        return f"{name} {predicate(words)} {others}"
    return f"{others} {agreeing(words, count != 1)} {name}"


def _filled(template: str, head: str, tail: str) -> str:
    """Return a template with its slots filled; what fills one is never taken for a slot."""
    return re.sub(r"\{(head|tail)\}", lambda slot: head if slot[1] == "head" else tail, template).rstrip(". ")


def predicate(words: str) -> str:
    """Return what stands between head and tail: "part of" → "is part of", "borders" → "borders"."""
    first = words.split()[0] if words else words
    if re.fullmatch(r"[a-z]+ of", words) and not first.endswith("ed") and first not in (*_AFTER_IS, *_NO_NOUN):
        return f"is {a(first)} of"
    return f"is {words}" if shape(words) == "state" and first not in ("is", "are", "was", "were") else words


def active(words: str) -> str:
    """Return a passive with "by" as what the other end did: "is directed by" → "directed", "presided over by" →
    "presided over"; "" where words are none."""
    parts = words.split()
    parts = parts[1:] if parts[:1] and parts[0] in _ARE else parts
    if len(parts) < 2 or parts[-1] != "by":
        return ""
    did = _DID.get(parts[0], parts[0] if parts[0].endswith("ed") or parts[0] in _DONE_ALIKE else "")
    return " ".join([did, *parts[1:-1]]) if did else ""


def agreeing(words: str, many: bool) -> str:
    """Return a third person's predicate in the number of its subject: "is an edition of" → "are editions of"."""
    verb = predicate(words)
    if not many:
        return verb
    kind = re.match(r"is an? (\w+)(?= of\b)", verb)
    if kind:
        return f"are {plural(kind[1])}{verb[kind.end() :]}"
    first, _, rest = verb.partition(" ")
    return f"{_ARE[first]} {rest}" if first in _ARE else infinitive(verb)


def a(noun: str) -> str:
    """Return the noun with its indefinite article: "an edition"."""
    return f"{'an' if noun[:1].lower() in _VOWELS else 'a'} {noun}"


def shape(words: str) -> str:
    """Say how a relation's words behave: "verb" (borders), "state" (part of, located in) or "noun" (capital)."""
    parts = words.split() or [""]
    first, last = parts[0], parts[-1]
    if (
        first in ("is", "are", "was", "were", *PREPOSITIONS, *_STANDING)
        or first in _AFTER_IS
        or (last == "by" and first.endswith("ed"))
    ):
        return "state"
    if len(parts) > 1 and last.endswith("ed") and first not in ("has", "have", "is", "are", "was", "were"):
        return "noun"  # "instruments played"
    if first.endswith("ed") and last in PREPOSITIONS:
        return "verb" if first in _NEEDS_NOTHING else "state"
    if first in ("has", "have", "had", "can", "may", "does", *_PAST) or first.endswith(("ed", "ing")):
        return "verb"
    if last in PREPOSITIONS:
        return "verb" if _third_person(first) else "state"
    return "verb" if _third_person(first) else "noun"


def is_past(verb: str) -> bool:
    """Tell whether a verb is in the past: "directed", "fought"."""
    return verb.endswith("ed") or verb in _PAST


def closed(text: str) -> str:
    """Return the text as a sentence: with a full stop, unless it ends like one; only a leading "the" is capitalised."""
    text = capital_article(text.strip())
    return text if text.endswith((".", "?", "!", ":", "…")) else f"{text}."


def capital_article(text: str) -> str:
    """Return the text with a large first letter where that is no name's: a name is written as the graph has it."""
    first = text.split(" ", 1)[0]
    return capital(text) if first in ("the", "there", "no", "when", "what") else text


def has_value(name: str, key: str, said: Sequence[str]) -> str:
    """Return a clause that something has these values of a property: "the area of Ohio is 116,096 km2"."""
    words = key_words(key)[0]
    if happened(words) and not _amount(said[0]):
        done, place = words.partition(" ")[::2]
        return f"{name} was {done} {_when(said[0]) if place in ('', 'at', 'on') else place} {listing(said)}"
    if words in ("since", "until", "from", "to"):
        return f"{name}: {words} {listing(said)}"
    are = "is" if len(said) == 1 and not is_plural(words) else "are"
    return f"the {plural(words, len(said))} of {name} {are} {listing(said)}"


def _amount(said: str) -> bool:
    """Whether a value as it is said is a number that is no year."""
    digits = said.replace(",", "")
    return digits.isdigit() and not (digits == said and 1000 <= int(digits) <= _LAST_YEAR)


def _when(said: str) -> str:
    return "on" if re.search(r"[A-Z][a-z]+ \d{4}$", said) else "in"


def clipped(text: str, length: int = 120) -> str:
    """Return a text cut at a word, with an ellipsis, where it is longer."""
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0].rstrip(' ,;.')}…"


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


def _is_year(value: float, key: str) -> bool:
    """Tell whether a number is a year, by what it is called: "start year", "founded", "released in"."""
    words = readable(key)
    plain = float(value).is_integer() and abs(value) < 10_000
    return plain and ("year" in words.split() or bool(happened(words)) or words in ("born", "died", "opened", "since"))


def _ending(verb: str) -> int:
    return 2 if verb.endswith(("sses", "ches", "shes", "xes", "oes")) else 1


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
