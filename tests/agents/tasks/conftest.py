"""A graph of a kitchen school: lessons that need lessons, dishes, what they are made with, and who cooks them."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State
from tests.fakes import Ear, ScriptedIntents

SCHOOL = "school"
LESSONS = ("Knife skills", "Stocks", "Roux", "Sauces", "Soups", "Braising", "Banquet", "Plating", "Tasting")
NEEDS = (
    *(("Stocks", "Knife skills"), ("Sauces", "Stocks"), ("Sauces", "Roux"), ("Soups", "Stocks"), ("Banquet", "Sauces")),
    *(("Banquet", "Plating"), ("Plating", "Tasting"), ("Tasting", "Plating"), ("Braising", "Stocks")),
)
MADE_WITH = {
    "Onion soup": ("Onion", "Butter", "Stock cube"),
    "Leek soup": ("Onion", "Butter", "Stock cube", "Leek"),
    "Potato soup": ("Onion", "Butter", "Stock cube", "Leek", "Potato"),
    "Apple tart": ("Apple", "Sugar", "Flour"),
    "Pear tart": ("Pear", "Sugar", "Flour"),
    "Plum tart": ("Plum", "Sugar", "Flour", "Cinnamon"),
    "Lonely dish": (),
}
ITEMS = tuple(dict.fromkeys(item for items in MADE_WITH.values() for item in items))


def key(name: str) -> str:
    return name.lower().replace(" ", "-")


def records() -> list[Node | Edge]:
    kinds = {"Lesson": LESSONS, "Dish": tuple(MADE_WITH), "Ingredient": ITEMS, "Cook": ("Ann", "Ben")}
    nodes = [Node(key(name), kind, name) for kind, names in kinds.items() for name in names]
    edges = [Edge(key(lesson), "requires", key(need)) for lesson, need in NEEDS]
    edges += [Edge(key(dish), "made_with", key(item)) for dish, items in MADE_WITH.items() for item in items]
    edges += [Edge("ann", "cooks", key(dish)) for dish in MADE_WITH if "soup" in dish]
    edges += [Edge("ben", "cooks", key(dish)) for dish in MADE_WITH if "tart" in dish]
    return [*nodes, *edges]


@pytest.fixture
def school(tmp_path: Path) -> SqliteStore:
    store = SqliteStore(tmp_path / "school.db")
    store.create(SCHOOL)
    store.load(SCHOOL, records())
    return store


@pytest.fixture
def pupil(school: SqliteStore) -> GraphReader:
    return GraphReader(school, embedder())


Learn = Callable[..., Awaitable[State]]


@pytest.fixture
def learn(school: SqliteStore, pupil: GraphReader, ear: Ear) -> Learn:
    """Ask the kitchen school."""

    async def asked(kind: str, text: str, **more: object) -> State:
        kit = Kit(school, pupil, ScriptedIntents(kind))
        return await run(kit, SCHOOL, text, ear, **more)  # type: ignore[arg-type]

    return asked
