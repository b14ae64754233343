"""What a language model adds to answers, and what it costs: gold questions asked without it and with it.

    python -m bench.model PROVIDER:MODEL|local:PATH --graph NAME [--store FILE] [--gold FILE] [--url URL] [--most N]

The graph lies in a store of Loregraph (default: the demo's); its gold questions are the pack's of that name, where
none are given. A key is taken from LOREGRAPH_CHAT_KEY. What is counted: exact sets with and without, answers whose
claims stayed word for word, how often the model was asked and failed, sentences of its wording and how many of them
are marked, and the times of those questions for which it was asked.
"""

import argparse
import asyncio
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from agents.events import Event, ModelFailed
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.llms.allowance import Allowance
from agents.llms.chat import Chat
from agents.llms.langchain import LangChainChat
from agents.llms.local import LocalChat
from agents.packs.pack import pack
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State
from bench.figures import Figure, table
from bench.gold import ABSENT, Gold, plain

_DEMO = Path("var/graphs.sqlite3")


@dataclass(frozen=True)
class Pair:
    """A question's answer without the model and with it, and what failed of the model."""

    gold: Gold
    alone: State
    helped: State
    failures: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether the model was asked."""
        return self.helped.model_calls > 0


def main() -> None:
    """Measure, and print a table; with --each what the model said, too."""
    options = _options()
    kit = _kit(options.store)
    chat = replace(kit, chat=_chat(options.model, options.url), allowance=Allowance(seconds=options.seconds))
    pairs = [asyncio.run(_asked(options.graph, each, kit, chat)) for each in _gold(options)[: options.most]]
    print(table(figures(pairs)))
    for each in pairs if options.each else ():
        _tell(each)


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Return the figures of what was asked."""
    asked = [each for each in pairs if each.asked]
    said = [sentence for each in pairs for sentence in each.helped.wording if sentence.text]
    advised = [each for each in pairs if each.helped.counsel]
    found = [
        Figure("right without a model", _share([right(each.gold, each.alone) for each in pairs]), "", str(len(pairs))),
        Figure("right with the model", _share([right(each.gold, each.helped) for each in pairs]), ""),
        Figure(
            "claims word for word the same", _share([each.alone.claims == each.helped.claims for each in pairs]), ""
        ),
        Figure("questions that asked it", len(asked), ""),
        Figure("calls", sum(each.helped.model_calls for each in pairs), ""),
        Figure("failures told", sum(len(each.failures) for each in pairs), ""),
        Figure("readings by its counsel", len(advised), "", f"{sum(right(e.gold, e.helped) for e in advised)} right"),
        Figure("sentences of its wording", len(said), ""),
        Figure("of these marked", _share([bool(each.doubts) for each in said]), ""),
    ]
    return found + ([*_times(asked)] if asked else [])


def _times(asked: Sequence[Pair]) -> list[Figure]:
    alone, helped = ([getattr(each, way).timings["total"] for each in asked] for way in ("alone", "helped"))
    read = [each.helped.tokens_in for each in asked]
    return [
        Figure("time without, median", median(alone), "ms"),
        Figure("time with, median", median(helped), "ms"),
        Figure("time with, longest", max(helped), "ms"),
        Figure("tokens read, median", median(read), "", f"at most {max(read)}"),
    ]


def right(gold: Gold, state: State) -> bool:
    """Tell whether an answer is exactly the set that is known to be right."""
    if gold.answers == ABSENT:
        return state.not_in_graph
    if {plain(each) for each in gold.answers} <= {"yes", "no"}:
        return state.verdict in gold.answers
    found = {plain(each.get("name") or each.get("value")) for each in state.answers}
    return (found or {plain(state.verdict)}) == {plain(each) for each in gold.answers}


def _share(of: Sequence[bool]) -> float:
    return sum(of) / len(of) if of else 0.0


async def _asked(graph: str, gold: Gold, kit: Kit, chat: Kit) -> Pair:
    failures: list[str] = []

    async def hear(event: Event) -> None:
        if isinstance(event, ModelFailed):
            failures.append(f"{event.purpose}: {event.reason}")

    alone = await run(kit, graph, gold.text, hear)
    helped = await run(chat, graph, gold.text, hear)
    return Pair(gold, alone, helped, tuple(failures))


def _tell(pair: Pair) -> None:
    if not pair.asked and not pair.failures:
        return
    print(f"\n{pair.gold.text} [{right(pair.gold, pair.alone)} -> {right(pair.gold, pair.helped)}]", *pair.failures)
    if pair.helped.counsel:
        print(f"  {pair.helped.counsel}: {pair.helped.plan[0].words}")
    for claim in pair.helped.claims:
        print(f"  = {claim.text[:200]}")
    for each in pair.helped.wording:
        print(f"  > {each.text} {[doubt.text for doubt in each.doubts] or ''} {each.claims}")


def _kit(store: Path) -> Kit:
    opened = SqliteStore(store)
    return Kit(store=opened, reader=GraphReader(opened, embedder()), intents=IntentClassifier())


def _chat(model: str, url: str) -> Chat:
    if model.startswith("local:"):
        return LocalChat(Path(model.removeprefix("local:")))
    return LangChainChat(model, url, os.environ.get("LOREGRAPH_CHAT_KEY", ""))


def _gold(options: argparse.Namespace) -> list[Gold]:
    text = (options.gold or pack(options.graph).gold).read_text("utf-8")
    data = [json.loads(line) for line in text.splitlines() if line.strip()]
    return [Gold(each["question"], tuple(str(one) for one in each["answers"])) for each in data if "question" in each]


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m bench.model", description=__doc__)
    options.add_argument("model")
    options.add_argument("--graph", required=True)
    options.add_argument("--store", type=Path, default=_DEMO)
    options.add_argument("--gold", type=Path)
    options.add_argument("--url", default="")
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--most", type=int)
    options.add_argument("--each", action="store_true")
    return options.parse_args()


if __name__ == "__main__":
    main()
