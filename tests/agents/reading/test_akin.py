"""Other forms of a name: initials and adjectives."""

import pytest

from agents.language.embeddings import embedder
from agents.model import Node
from agents.reading.akin import AkinNames

NAMES = ("United States", "United Kingdom", "Scotland", "Germany", "Ireland")


@pytest.fixture(scope="module")
def akin() -> AkinNames:
    return AkinNames([Node(name, "Country", name) for name in NAMES], embedder())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US", ["United States"]),
        ("u.k.", ["United Kingdom"]),
        ("Scottish", ["Scotland"]),
        ("irish", ["Ireland"]),
        ("u", []),
        ("", []),
        ("river", []),
        ("selfish", []),
    ],
)
def test_it_finds_other_forms_of_a_name(akin: AkinNames, text: str, names: list[str]) -> None:
    assert [each.node.name for each in akin.find(text)] == names
