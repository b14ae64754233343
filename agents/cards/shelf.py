"""Where a site's cards lie: a folder a graph, a folder a card. A card belongs to one graph and is on or off there.

A card knows what its graph knows, so that no reader of another graph may be told of it: what is asked for is always
the cards of one graph. To stand beside another graph, a card is exported and imported there.
"""

import json
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.cards import archive
from agents.cards.archive import ADAPTER, MANIFEST, QUESTIONS, Question
from agents.cards.manifest import NAME, Manifest
from agents.errors import CardError, did_you_mean

MOST = 50  # cards of one graph
_STATE = "state.json"
_GRAPH = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True)
class Card:
    """A card as it lies on the shelf. `recall` is what this site found by its own test, None before it."""

    graph: str
    folder: Path
    manifest: Manifest
    on: bool = False
    recall: float | None = None
    asked: int = 0

    @property
    def name(self) -> str:
        """Its name, unique in its graph without regard to case."""
        return self.manifest.name

    @property
    def adapter(self) -> Path | None:
        """Its adapter's file; a remote card has none."""
        return self.folder / ADAPTER if self.manifest.base else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its own questions."""
        return archive.questions(self.folder / QUESTIONS)


class Shelf:
    """The cards of every graph, in a folder. Safe for several processes: what is there is there whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def cards(self, graph: str) -> tuple[Card, ...]:
        """Return a graph's cards by name; one whose files are broken is left out."""
        return tuple(sorted(self._read(graph), key=lambda each: each.name.lower()))

    def on(self, graph: str) -> tuple[Card, ...]:
        """Return the cards that are switched on beside a graph."""
        return tuple(each for each in self.cards(graph) if each.on)

    def card(self, graph: str, name: str) -> Card:
        """Return a card by its exact name (without regard to case); raise CardError where there is none."""
        known = self.cards(graph)
        for each in known:
            if each.name.lower() == name.lower():
                return each
        raise CardError(f"There is no card '{name}'{did_you_mean(name, [each.name for each in known]) or '.'}")

    def take(self, graph: str, path: Path) -> Card:
        """Take a card's file, off and untested; raise CardError where it is not sound or its name is taken."""
        draft = self._draft(graph)
        try:
            return self._settle(graph, draft, archive.unpack(path, draft))
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def keep(self, graph: str, card: Manifest, questions: Sequence[Question], adapter: Path | None) -> Card:
        """Keep a card that was made here, as `take` does."""
        draft = self._draft(graph)
        packed = draft.with_name(f"{draft.name}.zip")
        try:
            archive.pack(packed, card, questions, adapter)
            return self.take(graph, packed)
        finally:
            packed.unlink(missing_ok=True)
            shutil.rmtree(draft, ignore_errors=True)

    def export(self, card: Card, path: Path) -> None:
        """Write a card's file, with the recall that was found here."""
        told = card.manifest if card.recall is None else card.manifest.model_copy(update={"recall": card.recall})
        archive.pack(path, told, card.questions, card.adapter)

    def tested(self, card: Card, recall: float, asked: int) -> Card:
        """Note what a test found."""
        return self._noted(card, {"recall": recall, "asked": asked})

    def switch(self, card: Card, on: bool) -> Card:
        """Switch a card on or off."""
        return self._noted(card, {"on": on})

    def remove(self, card: Card) -> None:
        """Remove a card from the shelf."""
        gone = card.folder.with_name(f".gone-{secrets.token_hex(6)}")
        card.folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def drop(self, graph: str) -> None:
        """Remove all cards of a graph, because the graph goes."""
        shutil.rmtree(self._of(graph), ignore_errors=True)

    def _read(self, graph: str) -> Iterator[Card]:
        place = self._of(graph)
        for folder in sorted(place.iterdir()) if place.is_dir() else ():
            if not folder.name.startswith("."):
                try:
                    told = json.loads((folder / MANIFEST).read_text("utf-8"))
                    yield Card(graph, folder, Manifest.model_validate(told), **_state(folder))
                except (OSError, ValueError, TypeError):
                    continue

    def _settle(self, graph: str, draft: Path, card: Manifest) -> Card:
        known = self.cards(graph)
        if len(known) >= MOST:
            raise CardError(f"The graph has {MOST} cards already; remove one first.")
        if any(each.name.lower() == card.name.lower() for each in known):
            raise CardError(f"There is a card called '{card.name}' already.")
        home = self._of(graph) / secrets.token_hex(8)  # no name of a card ever becomes one of a file
        draft.rename(home)
        return Card(graph, home, card)

    def _draft(self, graph: str) -> Path:
        draft = self._of(graph) / f".draft-{secrets.token_hex(6)}"
        draft.mkdir(parents=True, mode=0o700)
        return draft

    def _of(self, graph: str) -> Path:
        if not _GRAPH.fullmatch(graph):
            raise CardError(f"'{graph[:60]}' names no graph.")
        return self._folder / graph

    def _noted(self, card: Card, told: dict[str, Any]) -> Card:
        state = {**_state(card.folder), **told}
        draft = card.folder / f".{_STATE}.{secrets.token_hex(4)}"
        draft.write_text(json.dumps(state), "utf-8")
        draft.replace(card.folder / _STATE)
        return Card(card.graph, card.folder, card.manifest, **state)


def _state(folder: Path) -> dict[str, Any]:
    path = folder / _STATE
    told = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {key: told[key] for key in ("on", "recall", "asked") if key in told}


__all__ = ["MOST", "NAME", "Card", "Shelf"]
