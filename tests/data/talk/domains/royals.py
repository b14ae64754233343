"""Talks about royal houses, on a graph without types."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def fighters(war: str) -> set[str]:
        return g.into(f"War/{war}", "fought in")

    return [
        talk(
            "pronoun",
            ("Who was Wren's father?", {"Person/Tobias"}),
            ("Who was he married to?", {"Person/Greta Thorne"}),
            ("and where was she born?", {"Seat/Thornfield"}),
        ),
        talk(
            "swap",
            ("Where was Corvin born?", {"Seat/Lothe Hall"}),
            ("And Konrad?", {"Seat/Vael Citadel"}),
            ("in which land does it stand?", {"Land/Vaelmoor"}, "pronoun"),
        ),
        talk(
            "noun",
            ("Who is the mother of Elinor?", {"Person/Sabine of Lothe"}),
            ("and her father?", {"Person/Aldric II"}),
        ),
        talk(
            "those",
            ("Who fought in the Siege of Tarsk?", fighters("Siege of Tarsk")),
            ("where were they buried?", g.out(fighters("Siege of Tarsk"), "buried in")),
            ("which of them also fought in the Salt War?", fighters("Siege of Tarsk") & fighters("Salt War")),
        ),
        talk(
            "correct",
            ("Who succeeded Elinor?", {"Person/Lucan"}),
            ("no, I mean Stellan", {"Person/Tova"}),
            ("where was she born?", {"Seat/Castle Dunmere"}, "pronoun"),
        ),
        talk(
            "why",
            ("Who won the Salt War?", {"House/House of Arlen"}),
            ("why do you say that?", {"House/House of Arlen"}),
            ("what is their motto?", ["By water and by word"], "pronoun"),
        ),
        talk(
            "topic",
            ("Who was married to Stellan's father?", {"Person/Vesna"}),
            ("When did the Lantern Rising begin?", ["1518"]),
            ("Who founded the House of Vael?", {"Founder/Vaela the Navigator"}),
        ),
        talk(
            "swap",
            ("Who was buried in Vael Cathedral?", g.into("Church/Vael Cathedral", "buried in")),
            ("and in Tarsk Minster?", g.into("Church/Tarsk Minster", "buried in")),
            ("how many?", len(g.into("Church/Tarsk Minster", "buried in")), "those"),
        ),
    ]
