"""Talks about an orchard, where fruits are called like other things."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def bordering(name: str) -> set[str]:
        return g.both(f"Region/{name}", "borders")

    return [
        talk(
            "swap",
            ("Which regions border Holm Vale?", bordering("Holm Vale")),
            ("and Fell Edge?", bordering("Fell Edge")),
            ("what is its capital?", {"Town/Marrowby"}, "pronoun"),
        ),
        talk(
            "pronoun",
            ("Who owns Bluegate?", {"Grower/Ann Osgood"}),
            ("Where is Bluegate based?", {"Town/Fellgate"}, "topic"),
            ("how many people live there?", g.value("Town/Fellgate", "people")),
        ),
        talk(
            "those",
            ("Which regions border Marrow Hills?", bordering("Marrow Hills")),
            ("which one of those is the largest?", g.top(bordering("Marrow Hills"), "area_ha")),
            ("and the smallest of them?", g.top(bordering("Marrow Hills"), "area_ha", min)),
        ),
        talk(
            "topic",
            ("What is the remedy for scab?", {"Remedy/Sulphur"}),
            ("What about the nurseries: which of them are organic?", {"Nursery/Harvest"}),
            ("Who lives in Ferry Plain?", g.into("Region/Ferry Plain", "lives_in")),
        ),
        talk(
            "compare",
            ("When was Josiah Penn born?", [g.value("Breeder/Josiah Penn", "born")]),
            ("And Marit Haugen?", [g.value("Breeder/Marit Haugen", "born")], "swap"),
            ("who of them was born later?", {"Breeder/Marit Haugen"}),
        ),
        talk(
            "correct",
            ("What is the remedy for mildew?", {"Remedy/Sulphur"}),
            ("No, for canker.", {"Remedy/Pruning"}),
        ),
        talk(
            "word",
            ("What is the capital of Sand Coast?", {"Town/Saltwick"}),
            ("Ferry Plain?", {"Town/Ferrybridge"}),
            ("rainfall?", [g.value("Region/Ferry Plain", "rainfall_mm")]),
        ),
        talk(
            "narrow",
            ("Which nurseries are there?", g.of("Nursery")),
            ("only the ones owned by Lewis Tiller", g.into("Grower/Lewis Tiller", "owner")),
        ),
    ]
