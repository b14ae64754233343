"""Adjectives of countries, of what has the country as a value or is joined with it."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

KILNS = {"Rook Kiln": ("Denmark", 40), "Tern Kiln": ("Netherlands", 12), "Wren Kiln": ("USA", 90)}
POTTERS = {
    "Asta Lind": ("Denmark", "Rook Kiln"),
    "Piet Maas": ("Holland", "Tern Kiln"),
    "Joe Park": ("UK", "Wren Kiln"),
}
GLAZES = {"Ash White": "Danish", "Sea Green": "Korean"}
RECORDS = [
    *(Node(f"k:{n}", "Kiln", n, props=frozen_props({"country": c, "staff": s})) for n, (c, s) in KILNS.items()),
    *(Node(f"g:{n}", "Glaze", n, props=frozen_props({"style": style})) for n, style in GLAZES.items()),
    *(Node(f"p:{name}", "Potter", name) for name in POTTERS),
    *(Node(f"c:{country}", "Country", country) for country, _ in POTTERS.values()),
    *(Edge(f"p:{name}", "born_in", f"c:{country}") for name, (country, _) in POTTERS.items()),
    *(Edge(f"p:{name}", "fires_in", f"k:{kiln}") for name, (_, kiln) in POTTERS.items()),
]


@pytest.fixture(scope="module")
def pottery(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("pottery")), RECORDS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which Danish kilns are there?", {"Rook Kiln"}),
        ("Which kilns are Dutch?", {"Tern Kiln"}),
        ("Which American kilns have more than 50 staff?", {"Wren Kiln"}),
        ("Which kilns are not american?", {"Rook Kiln", "Tern Kiln"}),
        ("Which British potters are there?", {"Joe Park"}),
        ("Which Dutch potters are there?", {"Piet Maas"}),
        ("Which glazes are Danish?", {"Ash White"}),
        ("Which Korean glazes are there?", {"Sea Green"}),
    ],
)
def test_it_stands_for_the_country(pottery: World, question: str, found: set[object]) -> None:
    assert pottery.answers(question) == found


def test_of_a_country_that_the_graph_has_not_nothing_is_known(pottery: World) -> None:
    assert pottery.read("Which Peruvian kilns are there?").status == "none"
