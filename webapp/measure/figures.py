"""Figures that are of one kind of measuring alone: confusion, calibration, precision and recall."""

from collections import Counter
from collections.abc import Sequence
from statistics import mean
from typing import Any

from webapp.graphs.scoring import Scored, refusals, report

BINS = 10


def figures(what: str, scored: Sequence[Scored]) -> dict[str, Any]:
    """Return the report of a run."""
    own = {"qa": refusals, "intents": _intents, "linking": _linking}[what]
    return {**report(scored), **(own(scored) if scored else {})}


def _intents(scored: Sequence[Scored]) -> dict[str, Any]:
    missed = Counter((_said(each.expected), _said(each.came)) for each in scored if not each.exact)
    confusion = [{"expected": was, "came": came, "times": times} for (was, came), times in missed.most_common()]
    sure = [(each.thought["confidence"], each.exact) for each in scored if "confidence" in each.thought]
    return {"confusion": confusion, "ece": calibration_error(sure), "reliability": reliability(sure)}


def reliability(sure: Sequence[tuple[float, bool]]) -> list[dict[str, Any]]:
    """Return, for each tenth of confidence, how many there were, how sure, and how often right."""
    found = []
    for number in range(BINS):
        inside = [pair for pair in sure if min(BINS - 1, int(pair[0] * BINS)) == number]
        if inside:
            said, right = mean(each[0] for each in inside), mean(each[1] for each in inside)
            row = {"from": number / BINS, "texts": len(inside), "confidence": round(said, 4), "right": round(right, 4)}
            found.append(row)
    return found


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error (Naeini et al., 2015): how far confidence is from accuracy."""
    rows = reliability(sure)
    total = sum(row["texts"] for row in rows) or 1
    return round(sum(row["texts"] / total * abs(row["confidence"] - row["right"]) for row in rows), 4)


def _linking(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return precision, recall and F1 over all mentions, and how many unknown names were told."""
    right = sum(len(each.expected & each.came) for each in scored)
    came, expected = sum(len(each.came) for each in scored), sum(len(each.expected) for each in scored)
    precision, recall = right / came if came else 0.0, right / expected if expected else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    told = sum(len(each.thought.get("unknown", ())) for each in scored)
    rounded = {"precision": precision, "recall": recall, "mention_f1": f1}
    return {**{name: round(value, 4) for name, value in rounded.items()}, "unknown_told": told}


def _said(kinds: frozenset[Any]) -> str:
    return " + ".join(sorted(map(str, kinds)))
