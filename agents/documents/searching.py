"""A question put to documents: by words, by vector and by the nodes it names, taken together by their ranks."""

import re
from collections.abc import Sequence

from agents.language.english import LIGHT, QUESTION_WORDS, SOFT

SMOOTHING = 60  # of reciprocal rank fusion; Cormack, Clarke and Büttcher 2009
_MOST = 32  # words of a question
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_IDLE = LIGHT | SOFT | frozenset(QUESTION_WORDS)


def asked_for(question: str) -> str:
    """Return a question as FTS5 takes it: any of its words that carry something, each quoted; "" for none."""
    words = list(dict.fromkeys(each.lower() for each in _WORD.findall(question)))
    told = [each for each in words if each not in _IDLE] or words
    return " OR ".join(f'"{each}"' for each in told[:_MOST])


def fused(*rankings: Sequence[int]) -> dict[int, float]:
    """Return the keys of several rankings with the sum of their reciprocal ranks, best first."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(ranking, 1):
            scores[key] = scores.get(key, 0.0) + 1.0 / (SMOOTHING + rank)
    return dict(sorted(scores.items(), key=lambda each: (-each[1], each[0])))
