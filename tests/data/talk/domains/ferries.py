"""Talks about ferries between islands."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def ports(island: str) -> set[str]:
        return g.into(f"Island/{island}", "port:lies-on")

    def run_by(company: str) -> set[str]:
        return g.into(f"Company/{company}", "ferry:run-by")

    def near(island: str) -> set[str]:
        return g.both(f"Island/{island}", "island:lies-near")

    natives = g.into("Island/Storra", "person:native-of")
    return [
        talk(
            "pronoun",
            ("Who commands the Aurora?", {"Captain/Ida Rosten"}),
            ("When was she born?", [g.value("Captain/Ida Rosten", "born-on")]),
            ("which island is she from?", {"Island/Storra"}),
        ),
        talk(
            "swap",
            ("Which ports lie on Mardle?", ports("Mardle")),
            ("and on Vessay?", ports("Vessay")),
            ("Storra?", ports("Storra"), "word"),
        ),
        talk(
            "those",
            ("Which ferries are run by Norland Lines?", run_by("Norland Lines")),
            ("which of them is the longest?", g.top(run_by("Norland Lines"), "length-m")),
            ("how many passengers does it carry?", g.value("Ferry/Aurora", "passengers"), "pronoun"),
        ),
        talk(
            "narrow",
            ("Which ferries are run by Corrow Crossings?", run_by("Corrow Crossings")),
            ("only the electric ones", g.where(run_by("Corrow Crossings"), "is-electric", bool)),
        ),
        talk(
            "correct",
            ("Which islands lie near Linga?", near("Linga")),
            ("sorry, I meant Tey", near("Tey")),
            ("and how many inhabitants does it have?", g.value("Island/Tey", "inhabitants"), "pronoun"),
        ),
        talk(
            "compare",
            ("When was Blue Skerry Ferries founded?", [g.value("Company/Blue Skerry Ferries", "founded")]),
            ("and Tern Boats?", [g.value("Company/Tern Boats", "founded")], "swap"),
            ("which of the two has more staff?", {"Company/Blue Skerry Ferries"}),
            ("where is the other one based?", {"Port/Sandbay"}, "ordinal"),
        ),
        talk(
            "topic",
            ("Who commands the Volt?", {"Captain/Una Clegg"}),
            ("Which company runs Selkie?", {"Company/Blue Skerry Ferries"}),
            ("What is the depth of Kirkhaven?", [g.value("Port/Kirkhaven", "depth-m")]),
        ),
        talk(
            "why",
            ("Which captains are natives of Storra?", natives),
            ("how do you know that?", natives),
            ("who trained them?", g.out(natives, "person:trained-under"), "those"),
        ),
        talk(
            "widen",
            ("Which ports lie on Tey?", ports("Tey")),
            ("also those on Brue", ports("Tey") | ports("Brue")),
            ("which of them is deeper?", {"Port/Brueness"}, "compare"),
        ),
    ]
