"""Other forms of the names of a graph's small types: initials ("us" for "usa") and adjectives ("scottish").

Only types with few members are held, so that preparing a large graph stays cheap: these are the countries,
categories and kinds that questions use as adjectives.
"""

from collections import defaultdict
from collections.abc import Sequence

from agents.language.embeddings import Embedder
from agents.model import Candidate, Node

MEMBERS = 200  # nodes of a type at most
_SCORE = 0.87
_COSINE = 0.5
_ENDINGS = ("ish", "sh", "ch", "ese", "an", "ic", "i")
_CLEAR = ("ish", "sh", "ch", "ese")  # endings that hardly any other word has than an adjective of a place
_NEAR = 0.72
_PRACTISING = ("ist", "ists", "ian", "ians", "er", "ers", "or", "ors")
_FIELDS = ("y", "ics", "ing", "ism", "ture", "ion")
_LONG_STEM = 5
_SMALL = frozenset(["of", "the", "and"])


class AkinNames:
    """The names of some nodes, by their initials and by their first letters."""

    def __init__(self, nodes: Sequence[Node], embedder: Embedder) -> None:
        self._embedder = embedder
        self._names: dict[str, list[Node]] = defaultdict(list)
        self._initials: dict[str, list[Node]] = defaultdict(list)
        self._starts: dict[str, list[Node]] = defaultdict(list)
        self._letters: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            name = node.name.casefold()
            self._names[name].append(node)
            self._names[name[:-1]].append(node)
            self._starts[name[:2]].append(node)
            self._letters[name[:1]].append(node)
            if len(initials := _initials(name)) > 1:
                self._initials[initials].append(node)

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Return the nodes that a text is another form of the name of."""
        one = text.casefold().strip()
        letters = one.replace(".", "")
        found = [*self._initials.get(letters, ())] if len(letters) > 1 else []
        if len(initials := _initials(one)) > 1:
            found += [node for node in self._names.get(initials, ()) if len(node.name) - len(initials) <= 1]
        if len(one) > 4 and one.endswith(_ENDINGS) and " " not in one:
            found += [node for node in self._starts.get(one[:2], ()) if _adjective(one, node.name.casefold())]
        if len(one) > 4 and one.endswith(_CLEAR) and " " not in one:
            found += [node for node in self._letters.get(one[0], ()) if self._like(one, node.name, _NEAR)]
        if len(one) > _LONG_STEM and one.endswith(_PRACTISING) and " " not in one:
            found += [node for node in self._starts.get(one[:2], ()) if _practised(one, node.name.casefold())]
        once = {node.id: node for node in found}.values()
        return tuple(Candidate(node, _SCORE, "fuzzy", node.name) for node in once if self._like(one, node.name))

    def _like(self, text: str, name: str, least: float = _COSINE) -> bool:
        one, other = self._embedder.embed([text, name.casefold()])
        return float(one @ other) >= least


def _initials(text: str) -> str:
    words = text.replace(".", " ").split()
    return "".join(word[0] for word in words if word not in _SMALL) if len(words) > 1 else ""


def _practised(word: str, name: str) -> bool:
    """Whether somebody called so practises what is called so: a cardiologist does cardiology."""
    return " " not in name and name.endswith(_FIELDS) and _shared(word, name) >= max(_LONG_STEM, len(name) - 3)


def _adjective(word: str, name: str) -> bool:
    return " " not in name and _shared(word, name) >= min(4, len(name) - 2)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
