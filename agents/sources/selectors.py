"""Selectors: which of the passages that sources gave reach the answer (Knowledge Card, arXiv 2305.09955, section 2.2).

Relevance keeps what speaks of the question, brevity the sentences that carry the answer, factuality what nothing
speaks against, and of passages that cannot both answer the better founded; of the best 2·n3 then n3 are drawn.
 Each can be switched off, and what each said of a passage is kept
with it (`Passage.scores`, `Passage.checked`).
"""

import asyncio
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import numpy as np

from agents.language.embeddings import Embedder
from agents.model import HELD_BACK, OUTDONE, Passage
from agents.sources.arbiter import Conflict
from agents.sources.asking import each_once
from agents.sources.brevity import shortened
from agents.sources.factuality import Outcome, Tools, Verdict, check
from agents.sources.manner import Manner
from agents.sources.rivals import Rivalry, Stand, rivalry, said_by
from agents.sources.source import Source
from agents.sources.statement import folded

_OFF_TOPIC = 0.2  # the cosine below which a passage has nothing to do with a question
_PIECES = 12  # sentences of a passage that are looked at
_KNOWN_BAD = (Outcome.CONTRADICTED, "failed")


@dataclass(frozen=True)
class Selected:
    """What the selectors did: the passages `kept`, best first, and those that evidence speaks against (`disputed`)."""

    kept: tuple[Passage, ...] = ()
    disputed: tuple[Passage, ...] = ()
    witnesses: tuple[Passage, ...] = ()  # of documents, that say otherwise than a passage and were not among them
    conflicts: tuple[Conflict, ...] = ()  # between passages that answer one question differently
    verdicts: tuple[tuple[str, Verdict], ...] = ()  # a passage's id and what its check found


async def select(
    graph: str,
    question: str,
    passages: Sequence[Passage],
    tools: Tools,
    manner: Manner,
    documents: Sequence[Source] = (),
) -> Selected:
    """Return at most n3 of the passages; fewer where there are fewer, and none where none is worth it."""
    said = said_by(passages)
    found = each_once(passages)
    if "relevance" in manner.selectors:
        found = relevant(tools.embed, question, found, manner.relevant)
    if "brevity" in manner.selectors:
        short = tuple(shortened(tools.embed, question, each) for each in found)
        said = {folded(cut.text): said[folded(each.text)] for each, cut in zip(found, short, strict=True)}
        found = each_once(short)
    if "factuality" not in manner.selectors:
        return Selected(sampled(found, manner.kept, manner.seed))
    verdicts = await check(graph, found, tools, documents)
    judged = tuple(_judged(each, verdict) for each, verdict in zip(found, verdicts, strict=True))
    stands = [
        Stand(each, verdict, said[folded(each.text)])
        for each, verdict in zip(judged, verdicts, strict=True)
        if not verdict.failed
    ]
    rivals = await asyncio.to_thread(_rivals, graph, question, stands, tools)
    judged = tuple(_outdone(each, rivals.lost) for each in judged)
    good = [each for each, verdict in zip(judged, verdicts, strict=True) if verdict.keeps and each.checked != OUTDONE]
    disputed = tuple(each for each in judged if each.checked in HELD_BACK)
    told = tuple((each.id, verdict) for each, verdict in zip(judged, verdicts, strict=True))
    kept = _founded_first(sampled(good, manner.kept, manner.seed))
    return Selected(kept, disputed, rivals.witnesses, rivals.conflicts, told)


def relevant(embed: Embedder, question: str, passages: Sequence[Passage], most: int) -> tuple[Passage, ...]:
    """Return the passages nearest the question by cosine, of the whole or of a sentence, at most `most`."""
    if not passages:
        return ()
    scored = [
        replace(each, scores={**each.scores, "relevance": cosine}) for each, cosine in _near(embed, question, passages)
    ]
    good = [each for each in scored if each.scores["relevance"] >= _OFF_TOPIC]
    return tuple(sorted(good, key=lambda each: -each.scores["relevance"])[:most])


def _near(embed: Embedder, question: str, passages: Sequence[Passage]) -> list[tuple[Passage, float]]:
    from agents.sources.brevity import sentences

    texts = [[each.text, *[said for _, said in sentences(each.text)[:_PIECES]]] for each in passages]
    vectors = embed.embed([question, *(text for group in texts for text in group)])
    cosines, found = vectors[1:] @ vectors[0], []
    at = 0
    for each, group in zip(passages, texts, strict=True):
        found.append((each, round(float(max(cosines[at : at + len(group)])), 4)))
        at += len(group)
    return found


def sampled(passages: Sequence[Passage], count: int, seed: int) -> tuple[Passage, ...]:
    """Return `count` of the best 2·count, drawn without replacement by their scores, best first.

    The same seed draws the same passages; where there are no more than `count`, all are taken.
    """
    best = sorted(passages, key=lambda each: -score(each))
    pool = best[: 2 * count]
    if len(pool) <= count:
        return tuple(pool)
    chances = np.array([max(score(each), 1e-9) for each in pool])
    drawn = np.random.default_rng(seed).choice(len(pool), count, replace=False, p=chances / chances.sum())
    return tuple(pool[at] for at in sorted(drawn))


def score(passage: Passage) -> float:
    """Return how well a passage did: its relevance (else what its source says), its source's share, and its truth.

    What is new weighs as much as what is known.
    """
    fit = passage.scores.get("relevance", passage.score) * passage.scores.get("router", 1.0)
    return fit * (passage.scores.get("factuality", 1.0) if passage.checked in _KNOWN_BAD else 1.0)


def _founded_first(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages that are kept, those first that other evidence speaks for: where two differ, it tells."""
    return tuple(sorted(passages, key=lambda each: each.checked != Outcome.SUPPORTED))


def _rivals(graph: str, question: str, stands: Sequence[Stand], tools: Tools) -> Rivalry:
    return rivalry(question, stands, tools.store.declaration(graph).preferred) if stands else Rivalry()


def _outdone(passage: Passage, lost: Container[str]) -> Passage:
    """Return the passage, marked where a better founded one says otherwise."""
    lost_now = passage.id in lost and passage.checked != Outcome.CONTRADICTED
    return replace(passage, checked=OUTDONE) if lost_now else passage


def _judged(passage: Passage, verdict: Verdict) -> Passage:
    """Return the passage with its check's outcome; a score only where something is known."""
    if verdict.failed:
        return replace(passage, checked="failed", scores={**passage.scores, "factuality": 0.0})
    known = {} if verdict.score is None else {"factuality": round(verdict.score, 4)}
    return replace(passage, checked=str(verdict.outcome), scores={**passage.scores, **known})
