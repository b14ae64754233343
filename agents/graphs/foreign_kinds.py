"""What the nodes of a Neo4j database that Loregraph did not make are called and known by: one Kind a label.

Where nobody says, the property that names a label's nodes is guessed from a sample of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agents.errors import GraphError, did_you_mean
from agents.graphs.bolt_connections import Transaction
from agents.graphs.callings import ALIASES, DESCRIPTIONS, NAMES, bare, telling
from agents.graphs.cypher_words import quoted
from agents.graphs.foreign_values import BAG, NOT_OURS

SAMPLE = 200  # nodes of a label that are looked at
_LONGEST = 120  # characters of what may be a name
_WORDS = re.compile(r"(?!\d{4}-\d\d)(?!https?:).*[^\W\d_]", re.DOTALL)  # letters, and neither a date nor an address
UNSAYABLE = frozenset("\\\0")  # no statement can name what has these in its name
_WHOLE = ("name", "fullname", "displayname", "preferredname")
_PARTS = (("firstname", "lastname"), ("givenname", "familyname"), ("forename", "surname"))
_KNOWN_BY = re.compile(r"(id|key|code|number|no|nr)$")
Bag = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """A label: how many nodes have it, and by which properties they are called (none: by their ids) and known.

    A name of several properties is these, a blank between; `example` is one such name.
    """

    label: str
    count: int
    name: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    description: str = ""
    id: str = ""
    example: str = ""

    @property
    def own(self) -> frozenset[str]:
        """The properties that become something other than properties."""
        return frozenset({*self.name, *self.aliases, *([self.description] if self.description else [])})

    @property
    def sentence(self) -> str:
        """What is told of it."""
        names = " and ".join(f"'{each}'" for each in self.name)
        called = f"called by {names}, such as {self.example!r}" if names else "called by their ids"
        return f"{self.label}: {self.count:,} {'node' if self.count == 1 else 'nodes'}, {called}"


def kinds(tx: Transaction, labels: Sequence[str], names: Sequence[str], ids: Sequence[str]) -> tuple[Kind, ...]:
    """Return the labels there are, or those of them that are wanted: the telling and frequent ones first.

    `names` and `ids` are properties that name nodes, and that nodes are known by, wherever they have them.
    Raise GraphError for a label that is not there.
    """
    found = _counts(tx)
    for each in labels:
        if each not in found:
            raise GraphError(f"The database has no label '{each}'{did_you_mean(each, found)}.")
    chosen = {label: count for label, count in found.items() if not labels or label in labels}
    order = sorted(chosen, key=lambda label: (not telling(label), -chosen[label], label))
    return tuple(_kind(tx, label, chosen[label], names, ids) for label in order)


def _counts(tx: Transaction) -> dict[str, int]:
    """Return {label: how many nodes}. Neo4j keeps these counts, but where Loregraph's own graphs lie beside."""
    alone = tx.one("MATCH (g:LoregraphGraph) RETURN count(g)") == [0]
    where = "" if alone else f" WHERE {NOT_OURS.format(n='n')}"
    found = {}
    for (label,) in tx.all("CALL db.labels() YIELD label RETURN label"):
        if not label.startswith("Loregraph") and not set(label) & UNSAYABLE:
            row = tx.one(f"MATCH (n:{quoted(label)}){where} RETURN count(n)")
            found[label] = row[0] if row else 0
    return {label: count for label, count in found.items() if count}


def _kind(tx: Transaction, label: str, count: int, names: Sequence[str], ids: Sequence[str]) -> Kind:
    statement = (
        f"MATCH (n:{quoted(label)}) WHERE {NOT_OURS.format(n='n')} WITH n LIMIT $most RETURN {BAG.format(n='n')}"
    )
    bags = [dict(row[0]) for row in tx.rows(statement, most=SAMPLE)]
    keys = dict.fromkeys(key for bag in bags for key in bag)
    known = next((key for key in ids if key in keys and _is_unique(tx, label, key)), "")
    told = next(((key,) for key in names if key in keys), ())
    made = replace(guessed(label, bags), label=label, count=count, id=known)
    if told:
        aliases = tuple(each for each in made.aliases if each not in told)
        described = "" if made.description in told else made.description
        made = replace(made, name=told, aliases=aliases, description=described)
    return replace(made, example=next(filter(None, (name_in(bag, made.name) for bag in bags)), ""))


def _is_unique(tx: Transaction, label: str, key: str) -> bool:
    there = f"MATCH (n:{quoted(label)}) WHERE n.{quoted(key)} IS NOT NULL AND {NOT_OURS.format(n='n')}"
    return tx.one(f"{there} RETURN count(n) > 0 AND count(n) = count(DISTINCT n.{quoted(key)})") == [True]


def guessed(label: str, bags: Sequence[Bag]) -> Kind:
    """Return what these nodes seem to be called by: a key that says so, else the one whose short texts differ most.

    Texts that some of them share (an order's city) name nobody where a number of their own does.
    """
    keys = sorted({key for bag in bags for key in bag if not set(key) & UNSAYABLE})
    texts = {key: text for key in keys if (text := _texts(bag.get(key) for bag in bags))}
    shown = {key: each for key, each in texts.items() if 2 * len(each) > len(bags)}  # most of them have it
    name = _by_word(label, shown) or _most_telling(shown, len(bags), 0.95) or _by_number(keys, bags)
    name = name or _most_telling(shown, len(bags), 0.5)
    others = [key for word in ALIASES for key in keys if bare(key) == word and key not in name]
    described = [key for word in DESCRIPTIONS for key in texts if bare(key) == word and key not in name]
    return Kind(label, 0, name, tuple(others), described[0] if described else "")


def _by_word(label: str, texts: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the keys that say of themselves that they are the name."""
    called = {bare(key): key for key in sorted(texts, reverse=True)}
    for word in _WHOLE:
        if word in called:
            return (called[word],)
    for parts in _PARTS:
        if all(each in called for each in parts):
            return tuple(called[each] for each in parts)
    endings = [key for word, key in called.items() if word.endswith(("name", "title"))]
    endings.sort(key=lambda key: (not bare(key).startswith(bare(label)), not bare(key).endswith("name"), key))
    sure = [called[word] for word in NAMES if word in called] + endings
    return next(((key,) for key in sure if 2 * len(set(texts[key])) > len(texts[key])), ())


def _most_telling(texts: Mapping[str, list[str]], of: int, least: float) -> tuple[str, ...]:
    """Return the key whose texts are short, of letters and seldom the same: more than `least` of them differ."""
    scores = {
        key: len({each for each in some if 1 < len(each) <= _LONGEST and _WORDS.match(each)}) / max(of, 1)
        for key, some in texts.items()
    }
    best = max(sorted(scores), key=lambda key: scores[key], default="")
    return (best,) if best and scores[best] > least else ()


def _by_number(keys: Iterable[str], bags: Sequence[Bag]) -> tuple[str, ...]:
    """Return the key that all of them are numbered by."""
    for key in keys:
        values = {text for bag in bags if (text := text_of(bag.get(key)))}
        if _KNOWN_BY.search(bare(key)) and len(values) == len(bags) > 0:
            return (key,)
    return ()


def _texts(values: Iterable[Any]) -> list[str]:
    return [each.strip() for each in values if isinstance(each, str) and each.strip()]


# --- the name and the id of one node, as `foreign_layout` writes them in Cypher ---


def text_of(value: Any) -> str:
    """Return a value as Cypher's toString gives it; nothing for a list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def name_in(bag: Bag, keys: Sequence[str]) -> str:
    """Return the name that these properties make, or nothing where one of them is missing."""
    parts = [text_of(bag.get(key)) for key in keys]
    return " ".join(parts) if all(parts) else ""
