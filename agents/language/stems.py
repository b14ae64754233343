"""Which words are made of one stem: "failed" and "failure", "successful" and "success"."""

from functools import lru_cache

_ENDINGS = sorted(
    """
    ful fully ness ure ed ing ion ation ment er or al ally ly ous ity y e s es ive ance ence ant ent able ible ism ist
    ic less ly ship hood dom ary ory""".split(),
    key=len,
    reverse=True,
)
# How Latin verbs change before "ion": "admission" is of admit, "decision" of decide, "prescription" of prescribe.
_CHANGED = {
    "mission": "mit",
    "cision": "cid",
    "clusion": "clud",
    "vasion": "vad",
    "pansion": "pand",
    "scription": "scrib",
}
_SHORTEST = 4  # letters of a stem
_DOUBLED = "bdgklmnprt"


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what words of one family have in common, as far as their endings tell; "" where a word is too short."""
    found = _unchanged(word.lower())
    while (shorter := _shorter(found)) != found:
        found = shorter
    doubled = len(found) > _SHORTEST and found[-1] == found[-2] and found[-1] in _DOUBLED
    found = found[:-1] if doubled else found
    return found if len(found) >= _SHORTEST and found.isalpha() else ""


def _unchanged(word: str) -> str:
    single = word.removesuffix("s")
    for ending, verb in _CHANGED.items():
        if single.endswith(ending) and len(single) > len(ending):
            return single.removesuffix(ending) + verb
    return word


def _shorter(word: str) -> str:
    if word.endswith("ed") and len(word) == _SHORTEST + 1:  # "fined" is of fine
        return word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word
