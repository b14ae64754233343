"""Talks in English about a graph whose schema is German."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def born_in(town: str) -> set[str]:
        return g.into(f"Stadt/{town}", "geborenIn")

    return [
        talk(
            "swap",
            ("geborenIn Düsseldorf?", born_in("Düsseldorf")),
            ("and Leipzig?", born_in("Leipzig")),
            ("how many of them are there?", len(born_in("Leipzig")), "those"),
        ),
        talk(
            "correct",
            ("What is the flaeche of Bayern?", [70550]),
            ("no, I meant Hessen", [21116]),
        ),
        talk(
            "word",
            ("What is the laenge of the Elbe?", [1094]),
            ("Donau?", [2857]),
        ),
    ]
