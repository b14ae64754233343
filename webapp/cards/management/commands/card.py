"""`manage.py card train|import|export|list|show|on|off|remove|ask --graph NAME`: a graph's cards from a terminal."""

import json
from argparse import ArgumentParser
from pathlib import Path
from shutil import rmtree
from signal import SIGINT, signal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from tqdm import tqdm

from agents.errors import CardError
from webapp import engine
from webapp.graphs.command import EngineCommand, known_graph

if TYPE_CHECKING:
    from agents.cards.facts import Fact
    from agents.cards.manifest import Origin
    from agents.cards.recipe import Progress

RECIPE = ("passes", "rank", "rate", "batch", "seed", "held_out", "threads")


class Command(EngineCommand):
    """Trains, takes, hands out, shows, switches, removes and asks a graph's cards."""

    help = "Train, import, export, list, show, switch on and off, remove and ask a graph's cards."
    stopped = "Stopped. What was learnt is kept: the same command goes on from there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to do, and with what."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        train = verbs.add_parser("train", help="train a card on text files, or on the graph put into words")
        train.add_argument("card", help="what the card is to be called")
        train.add_argument("files", nargs="*", type=Path, metavar="FILE", help="text files (none: the graph)")
        train.add_argument("--knows", required=True, help="what it knows, in one sentence")
        train.add_argument("--match", default="", help="of the graph only what this Match (JSON) returns")
        train.add_argument("--never", type=Path, help="a file of questions, one a line, that must not be taught")
        train.add_argument("--licence", default="", help="the licence of what it learns")
        train.add_argument("--owner", default="", help="whose card it is")
        train.add_argument("--language", default="en", help="its language (default: en)")
        for name, kind in {**dict.fromkeys(RECIPE, int), "rate": float, "held_out": float}.items():
            train.add_argument(f"--{name.replace('_', '-')}", type=kind, help="a setting of the training")
        take = verbs.add_parser("import", help="take a card's file")
        take.add_argument("file", type=Path, nargs="?", help="the card's file")
        take.add_argument("--remote", default="", metavar="MODEL", help="instead: a chat model or an address")
        take.add_argument("--name", default="", help="what a remote card is to be called")
        take.add_argument("--knows", default="", help="what a remote card knows, in one sentence")
        take.add_argument("--system", default="", help="words before each question to a remote card")
        take.add_argument("--example", action="append", default=[], help="a question of a remote card's kind")
        export = verbs.add_parser("export", help="write a card as one file")
        export.add_argument("card", help="which")
        export.add_argument("file", type=Path, help="where to")
        ask = verbs.add_parser("ask", help="ask one card alone")
        ask.add_argument("card", help="which")
        ask.add_argument("question", help="what")
        ask.add_argument("--count", type=int, default=1, help="passages (default: 1)")
        ask.add_argument("--seed", type=int, default=0, help="of the passages after the first")
        named = [verbs.add_parser(verb, help=help) for verb, help in _NAMED.items()]
        for each in named:
            each.add_argument("card", help="which")
        for each in (train, take, export, ask, verbs.add_parser("list", help="list the cards"), *named):
            each.add_argument("--graph", required=True, help="the graph whose cards they are")

    def work(self, verb: str, graph: str, **given: Any) -> None:
        """Do it."""
        known_graph(graph)
        getattr(self, f"_{verb}")(graph, **given)

    def _train(self, graph: str, card: str, knows: str, **given: Any) -> None:
        from agents.cards.making import Wanted, make
        from agents.cards.recipe import Recipe
        from agents.cards.switching import required
        from agents.cards.training import Stopped

        facts, origin = _facts(graph, given["files"], given["match"])
        wanted = Wanted(card, knows, origin, given["licence"], given["owner"], given["language"])
        recipe = Recipe(**{key: given[key] for key in RECIPE if given[key] is not None})
        folder = Path(settings.LOREGRAPH_DATA) / "trainings" / graph / card
        if not folder.resolve().is_relative_to((Path(settings.LOREGRAPH_DATA) / "trainings" / graph).resolve()):
            raise CardError(f"'{card}' cannot name a card.")
        never = given["never"].read_text("utf-8").splitlines() if given["never"] else ()
        self.stdout.write(f"{len(facts):,} facts, for example: {facts[0].text}")
        try:
            with _Bar(self.stderr._out) as bar:  # type: ignore[attr-defined]
                base = required(engine.card_base())
                made = make(engine.shelf(), graph, base, wanted, facts, recipe, folder, bar, never)
        except Stopped:
            raise KeyboardInterrupt from None
        rmtree(folder, ignore_errors=True)
        self.stdout.write(f"'{made.name}' recalls {made.recall or 0:.0%} of {made.asked} questions. It is off.")

    def _import(self, graph: str, file: Path | None, remote: str, **given: Any) -> None:
        if remote:
            made = engine.shelf().keep(graph, _remote(remote, **given), (), None)
        elif file is None or not file.is_file():
            raise CardError("Name a card's file, or a remote model with --remote.")
        else:
            made = engine.shelf().take(graph, file)
        self.stdout.write(f"Took '{made.name}': {made.manifest.knows} It is off.")

    def _export(self, graph: str, card: str, file: Path, **_: Any) -> None:
        engine.shelf().export(engine.shelf().card(graph, card), file)
        self.stdout.write(f"Wrote {file} ({file.stat().st_size:,} bytes).")

    def _list(self, graph: str, **_: Any) -> None:
        for each in engine.shelf().cards(graph):
            recall = f"recalls {each.recall:.0%}" if each.recall is not None else "not tested"
            told = f"{each.name} ({each.manifest.kind}, {recall}): {each.manifest.knows}"
            self.stdout.write(f"{'on ' if each.on else 'off'}  {told}")

    def _show(self, graph: str, card: str, **_: Any) -> None:
        found = engine.shelf().card(graph, card)
        told = {**found.manifest.model_dump(mode="json"), "on": found.on, "recall_here": found.recall}
        self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))

    def _on(self, graph: str, card: str, **_: Any) -> None:
        from agents.cards.switching import switch_on

        found = switch_on(engine.shelf(), engine.card_base(), engine.shelf().card(graph, card))
        self.stdout.write(f"'{found.name}' is on.")

    def _off(self, graph: str, card: str, **_: Any) -> None:
        found = engine.shelf().switch(engine.shelf().card(graph, card), False)
        self.stdout.write(f"'{found.name}' is off.")

    def _remove(self, graph: str, card: str, **_: Any) -> None:
        found = engine.shelf().card(graph, card)
        engine.shelf().remove(found)
        self.stdout.write(f"Removed '{found.name}'.")

    def _ask(self, graph: str, card: str, question: str, count: int, seed: int, **_: Any) -> None:
        from asgiref.sync import async_to_sync

        source = engine.card_source(engine.shelf().card(graph, card))
        for each in async_to_sync(source.passages)(question, max(1, min(count, 20)), seed=seed):
            self.stdout.write(f"{each.score:.2f}  {each.text}")


_NAMED = {
    "show": "tell all that a card says of itself",
    "on": "switch a card on; it is tested first where it was not",
    "off": "switch a card off",
    "remove": "remove a card",
}


def _facts(graph: str, files: list[Path], match: str) -> "tuple[tuple[Fact, ...], Origin]":
    from agents.cards.manifest import Origin
    from agents.cards.texts import facts_of_texts
    from agents.cards.worded import facts_of_graph
    from agents.query import Match

    if files:
        if missing := [str(each) for each in files if not each.is_file()]:
            raise CardError(f"There is no file {missing[0]}.")
        return facts_of_texts(files), Origin(kind="texts", name=", ".join(each.name for each in files)[:300])
    store = engine.store()
    query = _match(match) if match else None
    origin = Origin(kind="graph", name=graph, version=str(store.version(graph)))
    if query is not None and not isinstance(query, Match):
        raise CardError("What is given with --match is a query, but no Match.")
    return facts_of_graph(store, graph, query), origin


def _match(text: str) -> Any:
    from agents.query import query_from_json

    try:
        return query_from_json({"kind": "match", **json.loads(text)})
    except (ValueError, TypeError) as error:
        raise CardError(f"What is given with --match is no JSON object: {error}.") from error


def _remote(model: str, name: str, knows: str, system: str, example: list[str], **_: Any) -> Any:
    from datetime import UTC, datetime

    from agents.cards.manifest import manifest

    kind = "endpoint" if "://" in model else "chat"
    told = {"name": name, "knows": knows, "made": datetime.now(UTC).date(), "made_of": {"kind": "none"}}
    return manifest({**told, "remote": {"kind": kind, "model": model, "system": system}, "examples": example})


class _Bar:
    """The progress of a training in a terminal: a bar with the loss; elsewhere, a line now and then.

    Ctrl-C is heard between two steps, so that the checkpoint is whole.
    """

    def __init__(self, out: Any) -> None:
        self.out, self.stage, self.step, self.ended = out, "", 0, False
        self.bar: tqdm | None = None

    def __enter__(self) -> "_Bar":
        self.former = signal(SIGINT, self._end)
        return self

    def _end(self, *_: object) -> None:
        self.ended = True

    def __exit__(self, *_: object) -> None:
        signal(SIGINT, self.former)
        if self.bar is not None:
            self.bar.close()

    def __call__(self, progress: "Progress") -> None:
        """Show how far it is; raise Stopped once somebody wished so."""
        from agents.cards.training import Stopped

        if self.ended:
            raise Stopped
        if self.out.isatty():
            self._draw(progress)
        elif progress.step >= self.step + max(1, progress.steps // 20) or progress.stage != self.stage:
            self.step = progress.step
            left = f", {progress.left / 60:.0f} minutes left" if progress.left is not None else ""
            self.out.write(f"{progress.stage} {progress.step}/{progress.steps}, loss {progress.loss:.2f}{left}\n")
        self.stage = progress.stage

    def _draw(self, progress: "Progress") -> None:
        if self.bar is None or progress.stage != self.stage:
            if self.bar is not None:
                self.bar.close()
            self.bar = tqdm(total=progress.steps or None, desc=progress.stage, file=self.out)
        self.bar.set_postfix_str(f"loss {progress.loss:.2f}", refresh=False)
        self.bar.update(progress.step - self.bar.n)
