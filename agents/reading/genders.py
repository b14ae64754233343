"""Who of a graph is a man and who a woman, as far as the graph says so: by a value or by a node that many share."""

from collections.abc import Mapping

from agents.graphs.store import GraphStore
from agents.reading.lexicon import SharedValue
from agents.reading.meaning import Joined, Kind, Meaning, Things, Where

_WORDS = {"male": ("male", "man", "m"), "female": ("female", "woman", "f")}


def genders(graph: str, store: GraphStore, values: Mapping[str, tuple[SharedValue, ...]]) -> dict[str, Meaning]:
    """Return what "male" and "female" denote; nothing where the graph does not tell both."""
    return _by_value(values) or _by_node(graph, store)


def _by_value(values: Mapping[str, tuple[SharedValue, ...]]) -> dict[str, Meaning]:
    """Return those whose property has the one value or the other."""
    held = {gender: [each for word in words for each in values.get(word, ())] for gender, words in _WORDS.items()}
    for man in held["male"]:
        for woman in held["female"]:
            if (man.owner, man.key) == (woman.owner, woman.key):
                both = {"male": man, "female": woman}
                return {name: Where(Kind(each.owner), each.key, "=", each.value) for name, each in both.items()}
    return {}


def _by_node(graph: str, store: GraphStore) -> dict[str, Meaning]:
    """Return those that one relation joins with the one node or the other."""
    for words in zip(*_WORDS.values(), strict=True):
        found = store.find_exact(graph, words)
        nodes = [next((each.node for each in found.get(word, ())), None) for word in words]
        if all(nodes):
            ids = [node.id for node in nodes if node]
            degrees = store.degree(graph, ids)
            shared = set(degrees.get(ids[0], {})) & set(degrees.get(ids[1], {}))
            for relation in sorted(relation for relation, way in shared if way == "in"):
                pairs = zip(_WORDS, ids, words, strict=True)
                return {name: Joined(Things((id,), word), relation, False) for name, id, word in pairs}
    return {}
