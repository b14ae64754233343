"""Does a question ask for one thing alone? "Who built it?" does, "Which ships sank?" and "What causes it?" do not."""

from functools import lru_cache
from typing import Any

from agents.extraction.parsing import LONGEST, model

_ASKING = frozenset("who whom whose what which when where".split())
_PAST = ("VBD", "VBN")


@lru_cache(maxsize=500)
def asks_one(question: str) -> bool:
    """Tell whether one thing answers a question: by its noun, by what happened once, by what is *the* such-and-such."""
    words = [each for each in model()(question[:LONGEST]) if not each.is_space]
    asking = next((each for each in words if each.lower_ in _ASKING or _how(each)), None)
    if asking is None or asking.dep_ == "relcl":
        return _names_the_one(words)
    if asking.lower_ == "how":
        return True
    noun = _noun(asking, words)
    if noun is not None:
        return bool(noun.tag_ in ("NN", "NNP"))
    verb = next((each for each in words if each.i > asking.i and each.pos_ in ("AUX", "VERB")), asking)
    if verb.lemma_ == "be" and verb.dep_ not in ("aux", "auxpass"):
        return _the_one(verb)
    return bool(verb.tag_ in _PAST)


def _names_the_one(words: list[Any]) -> bool:
    """Tell whether *the* such-and-such is to be told: "Name the ship that sank"."""
    said = [each for each in words if each.dep_ == "dobj" and each.head.dep_ == "ROOT" and each.head.tag_ == "VB"]
    return any(each.tag_ in ("NN", "NNP") and any(part.lower_ == "the" for part in each.lefts) for each in said)


def _how(token: Any) -> bool:
    return token.lower_ == "how" and token.i + 1 < len(token.doc) and token.nbor().lower_ in (
        "many", "much", "old", "long", "tall", "high", "far", "big", "large", "deep", "often", "heavy", "fast", "wide"
    )  # fmt: skip


def _noun(asking: Any, words: list[Any]) -> Any:
    """Return the noun that "which" or "what" narrows: "which old station", "in what year"."""
    if asking.lower_ not in ("which", "what", "whose"):
        return None
    if asking.dep_ in ("det", "poss") and asking.head.pos_ in ("NOUN", "PROPN") and asking.head.i > asking.i:
        return asking.head
    after = [each for each in words if each.i == asking.i + 1]
    return after[0] if after and after[0].pos_ in ("NOUN", "PROPN") else None


def _the_one(verb: Any) -> bool:
    """Tell whether it is asked what *the* such-and-such is, or was."""
    said = [each for each in verb.children if each.dep_ in ("attr", "nsubj") and each.lower_ not in _ASKING]
    return any(each.tag_ in ("NN", "NNP") and any(part.lower_ == "the" for part in each.lefts) for each in said)
