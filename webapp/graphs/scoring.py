"""How well answers fit the ones that were expected: sets compared, and figures over many questions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean, median, quantiles
from typing import Any

NOT_IN_GRAPH = "NOT_IN_GRAPH"
VERDICTS = {"yes", "no"}


@dataclass(frozen=True)
class Scored:
    """A question with what was expected, what came, and how well that fits (`f1`, 0 to 1)."""

    question: str
    kind: str
    expected: frozenset[Any]
    came: frozenset[Any]
    milliseconds: float
    answer: str = ""
    thought: dict[str, Any] = field(default_factory=dict)

    @property
    def exact(self) -> bool:
        """Whether the sets are the same."""
        return self.expected == self.came

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where both sets are empty."""
        both = len(self.expected) + len(self.came)
        return 2 * len(self.expected & self.came) / both if both else 1.0

    def to_json(self) -> dict[str, Any]:
        """Return the question as a line of the misses."""
        sets = {"expected": sorted(self.expected, key=str), "came": sorted(self.came, key=str)}
        told = {"question": self.question, "kind": self.kind, **sets, "f1": round(self.f1, 4)}
        return {**told, "answer": self.answer, "milliseconds": self.milliseconds, "thought": self.thought}


def score(expected: dict[str, Any], said: dict[str, Any]) -> Scored:
    """Compare {"question", "answers", "kind"?, "accept"?} with what `ask --json` gave."""
    spelled = _spellings(expected)
    wanted = frozenset(_canonical(each) for each in expected["answers"])
    came = frozenset(spelled.get(each, each) for each in _came(said, wanted))
    kind, took = str(expected.get("kind", "")), float(said["timings"].get("total", 0.0))
    return Scored(said["question"], kind, wanted, came, took, said.get("answer", ""), thought(said))


def thought(said: dict[str, Any]) -> dict[str, Any]:
    """Return what the engine thought of a question, from what `ask --json` gave: enough to understand a miss."""
    mentions = [
        {"text": each["text"], "node": (each.get("node") or {}).get("name"), "score": each.get("score")}
        for each in said.get("mentions", ())
    ]
    chosen = {"words": [each["words"] for each in said.get("plan", ())], "query": said.get("query")}
    told = {key: said.get(key) for key in ("intent", "intents", "reading", "readings", "not_in_graph", "errors")}
    return {**told, "mentions": mentions, **chosen}


def _came(said: dict[str, Any], wanted: frozenset[Any]) -> set[Any]:
    """Return the set that an answer amounts to; a verdict counts where one is expected or nothing else came."""
    found = {_canonical(each["name"] if "name" in each else each.get("value")) for each in said["answers"]}
    if said.get("verdict") and wanted and wanted <= VERDICTS:
        return {said["verdict"]}
    if said.get("not_in_graph"):
        return {_canonical(NOT_IN_GRAPH)}
    if said.get("verdict") and not found:
        return {said["verdict"]}
    return found


def _canonical(value: Any) -> Any:
    """Return numbers as numbers, whatever way they were written, and text without regard to case."""
    text = " ".join(str(value).split()).casefold()
    try:
        return round(float(text.replace(",", "")), 6)
    except ValueError:
        return text


def _spellings(expected: dict[str, Any]) -> dict[Any, Any]:
    """Return which spelling counts as which answer: `accept` is {answer: [spelling]}, or a list for the only one."""
    accept = expected.get("accept") or {}
    if isinstance(accept, list):
        accept = {expected["answers"][0]: accept} if expected["answers"] else {}
    return {_canonical(each): _canonical(answer) for answer, spelled in accept.items() for each in spelled}


def report(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return the figures over all questions and for each kind."""
    kinds = defaultdict(list)
    for each in scored:
        kinds[each.kind or "unnamed"].append(each)
    times = sorted(each.milliseconds for each in scored)
    slowest = quantiles(times, n=20)[-1] if len(times) > 1 else sum(times)
    timing = {"median_ms": round(median(times), 1), "p95_ms": round(slowest, 1)} if times else {}
    return {**_figures(scored), "by_kind": {kind: _figures(each) for kind, each in sorted(kinds.items())}, **timing}


def _figures(scored: Sequence[Scored]) -> dict[str, Any]:
    if not scored:
        return {"questions": 0}
    exact, f1 = mean(each.exact for each in scored), mean(each.f1 for each in scored)
    return {"questions": len(scored), "exact": round(exact, 4), "f1": round(f1, 4)}


def refusals(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return how many questions without an answer got one, and how many with an answer were refused."""
    absent = {_canonical(NOT_IN_GRAPH)}
    without = [each for each in scored if each.expected == absent]
    having = [each for each in scored if each.expected != absent]
    return {
        "unanswerable": len(without),
        "false_answers": sum(each.came != absent for each in without),
        "answerable": len(having),
        "false_refusals": sum(each.came == absent for each in having),
    }
