"""Facts to measure with, from a file: JSON lines of {"id"?, "statement", "question", "answer"}.

A statement may be told as a clause ("that ... ?"), with remarks on a picture: it is made a sentence.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agents.cards.facts import Fact, plain
from agents.language.embeddings import embedder

_PICTURED = re.compile(r"\s*\([^)]*pictured[^)]*\)")
_QUOTED = re.compile(r'"\s*([^"]*?)\s*"')


@dataclass(frozen=True)
class Known:
    """A fact, a question that nothing is ever trained on, its answer, and other wordings of the question."""

    fact: Fact
    question: str
    answer: str
    paraphrases: tuple[str, ...] = ()


def read(path: Path, paraphrases: Path | None = None) -> tuple[Known, ...]:
    """Read facts, each with its paraphrases: JSON lines of {"id", "question"}."""
    others: dict[str, list[str]] = {}
    for each in _lines(paraphrases) if paraphrases else []:
        others.setdefault(str(each["id"]), []).append(each["question"])
    found = []
    for number, each in enumerate(_lines(path)):
        asked = tuple(others.get(str(each.get("id", number)), ()))
        found.append(Known(Fact(sentence(each["statement"])), each["question"], each["answer"], asked))
    return tuple(found)


def sentence(statement: str) -> str:
    """Return a statement as a sentence."""
    text = _QUOTED.sub(r'"\1"', _PICTURED.sub("", re.sub(r"^\s*that ", "", statement)).strip().rstrip("?").strip())
    text = re.sub(r"\s+'s\b", "'s", re.sub(r"\s+([,.;])", r"\1", text))
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def never(known: Sequence[Known]) -> set[str]:
    """Return what no training may ask."""
    return {plain(each) for one in known for each in (one.question, *one.paraphrases)}


def clusters(known: Sequence[Known], count: int = 4, seed: int = 0) -> tuple[tuple[Known, ...], ...]:
    """Return the facts in `count` clusters of one size by topic: k-means on embeddings, then the nearest with room."""
    from sklearn.cluster import KMeans

    vectors = embedder().embed([each.fact.text for each in known])
    means = KMeans(count, random_state=seed, n_init=4).fit(vectors).cluster_centers_
    distances = np.linalg.norm(vectors[:, None] - means[None], axis=2)
    room = [len(known) // count + (at < len(known) % count) for at in range(count)]
    taken: dict[int, list[int]] = {at: [] for at in range(count)}
    for one in np.argsort(distances.min(axis=1)):
        home = next(at for at in np.argsort(distances[one]) if len(taken[int(at)]) < room[int(at)])
        taken[int(home)].append(int(one))
    return tuple(tuple(known[each] for each in sorted(taken[at])) for at in range(count))


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
