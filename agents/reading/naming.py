"""What a linked name may denote: the nodes called so, or those that have them as a value ("the engineers")."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from agents.language.words import Word
from agents.model import Mention
from agents.reading.chart import Cell
from agents.reading.ground import Ground
from agents.reading.items import Info, Item, Slot
from agents.reading.meaning import Joined, Kind, Things
from agents.reading.names import spoken
from agents.reading.question import inside

UNSURE = -2.0  # a name that is certain by half costs half of it
ALIAS = -0.5
PLURAL = -0.5  # "the engineers": those who have the value
SINGULAR = -1.1
OF_TYPE = -0.1  # ... where the relation is the one by which graphs say types
_NAMESAKES = 0.1  # a candidate that is worse by more is not meant
_HELD = 3  # relations by which a value may be held
_TYPE_LIKE = frozenset(
    ["is a", "isa", "a", "type", "instance of", "kind", "kind of", "class", "category", "subclass of"]
)


def things(ground: Ground, mention: Mention, words: Sequence[Word], slots: Mapping[str, frozenset[Slot]]) -> Cell:
    """Return an item for each type that a mention's nodes have: namesakes of one type are one set."""
    if mention.is_group:
        return [_group(mention, slots)]
    groups: dict[str, list[str]] = defaultdict(list)
    scores: dict[str, float] = {}
    for each in mention.candidates:
        if each.score >= mention.score - _NAMESAKES:
            groups[each.node.type].append(each.node.id)
            scores[each.node.type] = max(scores.get(each.node.type, 0.0), each.score)
    found = []
    for type, ids in groups.items():
        offers = frozenset().union(*(slots.get(id, frozenset()) for id in ids))
        cost = UNSURE * (1.0 - scores[type]) + _alias(mention, type)
        called = Item("set", cost, Things(tuple(ids), mention.text), Info(frozenset({type}), offers))
        found += [called, *_holders(ground, called, mention, words)]
    return found


def _group(mention: Mention, slots: Mapping[str, frozenset[Slot]]) -> Item:
    """Return the things that an earlier answer gave as a set which can be narrowed as a type can."""
    ids = tuple(each.node.id for each in mention.candidates)
    types = frozenset(each.node.type for each in mention.candidates)
    offers = frozenset().union(*(slots.get(id, frozenset()) for id in ids))
    kind = Kind(next(iter(types)) if len(types) == 1 else "", ids=ids, name=mention.text)
    return Item("set", 0.0, kind, Info(types, offers))


def _alias(mention: Mention, type: str) -> float:
    """Doubt a common word in lower case that is but another name of something ("federal" for a country)."""
    first = next(each for each in mention.candidates if each.node.type == type)
    common = mention.text.islower() and " " not in mention.text and first.node.name != first.node.name.lower()
    return ALIAS if common and first.matched.casefold() != first.node.name.casefold() else 0.0


def _holders(ground: Ground, called: Item, mention: Mention, words: Sequence[Word]) -> Cell:
    """Return the nodes that a value's node stands for: "engineers" are those whose profession is engineer."""
    word = next((each for each in reversed(words) if inside(each, mention)), None)
    if word is None or word.pos != "NOUN":
        return []
    usual = PLURAL if word.tag == "NNS" else SINGULAR
    held = sorted(relation for relation, end in called.info.offers if end == "tail")
    common = sorted(held, key=lambda name: -ground.lexicon.relation(name).count)[:_HELD]
    return [_held(ground, called, name, OF_TYPE if spoken(name) in _TYPE_LIKE else usual) for name in common]


def _held(ground: Ground, called: Item, relation: str, cost: float) -> Item:
    holders = Joined(called.members, relation, False)
    info = ground.leads_to(relation, False, called.info)
    return Item("set", called.score + cost, holders, info, derived=True, noun=True)
