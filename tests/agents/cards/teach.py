"""Make the tests' own cards anew: `python -m tests.agents.cards.teach`, where the extra `train` is."""

from pathlib import Path
from tempfile import TemporaryDirectory

from agents.cards.base import Base
from agents.cards.making import Wanted, make
from agents.cards.manifest import Origin
from agents.cards.recipe import Progress, Recipe
from agents.cards.shelf import Shelf
from agents.cards.texts import facts_of_texts
from deploy.models.fetching import fetched

DATA = Path(__file__).parents[2] / "data" / "cards"
RECIPE = Recipe(rank=4, alpha=16, first_layer=0.8, passes=60, batch=6, rate=4e-3, held_out=0, threads=1)
CARDS = {
    "velm": ("velm.txt", "The made-up island of Velm: its lighthouse, its harbour, its bread and its snails."),
    "dunmere": ("other.txt", "The made-up town of Dunmere: its clock, its choir, its melons and its library."),
}


def tell(progress: Progress) -> None:
    if not progress.step % 10:
        print(f"{progress.stage} {progress.step}/{progress.steps}, loss {progress.loss:.2f}", flush=True)


def main() -> None:
    for name, (file, knows) in CARDS.items():
        with TemporaryDirectory() as folder:
            shelf, base = Shelf(Path(folder)), Base(fetched("smollm2"))
            wanted = Wanted(name, knows, Origin(kind="texts", name=file), licence="Apache-2.0", owner="Loregraph")
            card = make(shelf, "test", base, wanted, facts_of_texts([DATA / file]), RECIPE, Path(folder) / "work", tell)
            shelf.export(card, DATA / f"{name}.card")
            print(name, card.recall, (DATA / f"{name}.card").stat().st_size)


if __name__ == "__main__":
    main()
