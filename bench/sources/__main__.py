"""`python -m bench.sources --facts FILE --base GGUF`: what cards recall, and what they change in a model's answers.

Parts: `recall` (a card a cluster and seed, its given questions and paraphrases), `shape` (answers of another model
with no card, a card on other facts, the right one, documents), `poison` (a card of altered facts beside the right
one: what the selectors let through) and `graph` (a card of some things of a pack's graph: what it recalls, how true it
is, and what the gate lets pass). Trainings are kept in --folder and not repeated.
"""

import json
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from math import sqrt
from pathlib import Path

from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.recall import holds
from agents.cards.recipe import Recipe
from agents.sources.manner import Manner
from bench.sources import poison
from bench.sources.answering import Shelf, answerer
from bench.sources.cards import recalled, says, trained
from bench.sources.facts import Known, clusters, never, read
from bench.sources.graph_card import measured

PARTS = ("recall", "shape", "poison", "graph")
Pair = tuple[str, str]


def main() -> None:
    """Measure, and print a line a figure."""
    options = _options()
    known = read(options.facts, options.paraphrases) if options.facts else ()
    some, shut = clusters(known, options.parted) if known else (), never(known)
    for part in options.parts:
        {"recall": _recall, "shape": _shape, "poison": _poison, "graph": _graph}[part](options, some, shut)


def _recall(options: Namespace, some: Sequence[Sequence[Known]], shut: set[str]) -> None:
    for cluster in options.clusters:
        for seed in options.seeds:
            mine, adapter = some[cluster][: options.count], _card(options, some, shut, cluster, seed)
            answer = says(Base(options.base), adapter)
            _tell(f"cluster {cluster}, seed {seed}, given", recalled(answer, _given(mine)))
            if others := _paraphrased(mine):
                _tell(f"cluster {cluster}, seed {seed}, paraphrases", recalled(answer, others))


def _shape(options: Namespace, some: Sequence[Sequence[Known]], shut: set[str]) -> None:
    right, wrong = options.clusters[0], options.clusters[-1]
    mine, base = some[right][: options.count], Base(options.base)
    seed, library = options.seeds[0], Shelf(mine)
    conditions: dict[str, Callable[[str], Sequence[str]]] = {
        "no card": lambda question: (),
        "wrong card": _passages(base, _card(options, some, shut, wrong, seed)),
        "right card": _passages(base, _card(options, some, shut, right, seed)),
        "documents": library.search,
    }
    _answers(options, mine, conditions)


def _poison(options: Namespace, some: Sequence[Sequence[Known]], shut: set[str]) -> None:
    cluster = options.clusters[0]
    right = _card(options, some, shut, cluster, options.seeds[0])
    for name, count, of in poison.measured(options, some[cluster][: options.count], right, shut):
        _share(f"poison, cluster {cluster}, {name}", count, of)


def _graph(options: Namespace, some: Sequence[Sequence[Known]], shut: set[str]) -> None:
    for name, right, of in measured(options):
        _share(f"graph, {name}", right, of)


def _answers(options: Namespace, mine: Sequence[Known], conditions: dict[str, Callable[[str], Sequence[str]]]) -> None:
    answer = answerer(options.model)
    for name, passages in conditions.items():
        for kind, pairs in (("given", _given(mine)), ("paraphrases", _paraphrased(mine))):
            asked = pairs[: options.asked]
            if asked:
                _tell(f"{name}, {kind}", [holds(answer(said, passages(said)), expected) for said, expected in asked])


def _card(options: Namespace, some: Sequence[Sequence[Known]], shut: set[str], cluster: int, seed: int) -> Path:
    mine, count = some[cluster], options.count
    parted = "" if options.parted == 4 else f"{options.parted}-"
    folder = options.folder / f"card-{parted}{cluster}-{seed}-{count}-{options.passes}"
    learnt, out = [each.fact for each in mine[:count]], [each.fact for each in mine[count : count + 6]]
    recipe = Recipe(passes=options.passes, seed=seed, threads=options.threads)
    started = time.process_time()
    path = trained(Base(options.base), learnt, out, recipe, folder, shut)
    print(f"card {folder.name}: {time.process_time() - started:.0f} s of the processor in this run")
    return path


def _passages(base: Base, adapter: Path) -> Callable[[str], Sequence[str]]:
    return lambda question: [each.text for each in ask(base, adapter, question, seconds=300)]


def _given(mine: Sequence[Known]) -> list[Pair]:
    return [(each.question, each.answer) for each in mine]


def _paraphrased(mine: Sequence[Known]) -> list[Pair]:
    return [(said, each.answer) for each in mine for said in each.paraphrases]


def _tell(name: str, right: Sequence[bool]) -> None:
    _share(name, sum(right), len(right))


def _share(name: str, right: int, asked: int) -> None:
    share = round(right / asked, 3) if asked else None
    interval = [round(each, 3) for each in _interval(right, asked)] if asked else None
    print(json.dumps({"figure": name, "right": right, "asked": asked, "share": share, "in": interval}), flush=True)


def _interval(right: int, asked: int) -> tuple[float, float]:
    """Return Wilson's interval of 95 %."""
    z, share = 1.96, right / asked
    middle, half = share + z * z / (2 * asked), z * sqrt(share * (1 - share) / asked + (z / (2 * asked)) ** 2)
    return (middle - half) / (1 + z * z / asked), (middle + half) / (1 + z * z / asked)


def _numbers(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


def _options() -> Namespace:
    options = ArgumentParser(prog="python -m bench.sources", description=__doc__)
    options.add_argument("--facts", type=Path, help='JSON lines of {"statement", "question", "answer"}')
    options.add_argument("--paraphrases", type=Path, help='JSON lines of {"id", "question"}')
    options.add_argument("--base", type=Path, required=True, help="the GGUF file that cards are trained on")
    options.add_argument("--model", type=Path, help="the GGUF file that answers (default: the base)")
    options.add_argument("--folder", type=Path, default=Path("var/bench-cards"), help="where trainings are kept")
    options.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    options.add_argument("--parted", type=int, default=4, help="clusters that the facts are parted into, by topic")
    options.add_argument("--clusters", type=_numbers, default=[0, 1, 2, 3], help="those of them that are measured")
    options.add_argument("--seeds", type=_numbers, default=[0, 1, 2])
    options.add_argument("--count", type=int, default=60, help="facts a card")
    options.add_argument("--asked", type=int, default=60, help="questions a condition")
    options.add_argument("--altered", type=int, default=60, help="facts that the poisoned card learns altered")
    options.add_argument("--recited", action="store_true", help="no poisoned card is trained: what it learnt is said")
    options.add_argument("--samples", type=int, default=Manner().each, help="passages a card, of the part `poison`")
    options.add_argument("--answers", action="store_true", help="let the model answer with what is let through")
    options.add_argument("--passes", type=int, default=Recipe().passes)
    options.add_argument("--threads", type=int, default=Recipe().threads)
    options.add_argument("--pack", default="medical", help="whose graph the part `graph` is about")
    options.add_argument("--type", default="Disease", help="of the things that its card learns")
    options.add_argument("--relations", nargs="+", default=["presents_with", "inherited_as"])
    options.add_argument("--knows", default="Rare diseases: what they present with and how they are inherited.")
    options.add_argument("--things", type=int, default=40)
    given = options.parse_args()
    if max(given.clusters) >= given.parted:
        options.error("--clusters names more than --parted makes")
    if given.facts is None and set(given.parts) - {"graph"}:
        options.error("all parts but `graph` need --facts")
    given.model = given.model or given.base
    return given


if __name__ == "__main__":
    main()
