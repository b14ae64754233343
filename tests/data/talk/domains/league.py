"""Talks about a football league."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def players(club: str) -> set[str]:
        return g.into(f"Club/{club}", "plays_for")

    def from_(country: str) -> set[str]:
        return g.into(f"Country/{country}", "nat") & g.of("Player")

    def forwards(keys: set[str]) -> set[str]:
        return keys & g.into("Pos/Forward", "pos")

    return [
        talk(
            "pronoun",
            ("Which club does Harry Kaine play for?", {"Club/Ashcombe United"}),
            ("Who is its captain?", {"Player/Dean Okafor"}),
            ("how many goals did he score?", g.value("Player/Dean Okafor", "goals")),
        ),
        talk(
            "narrow",
            ("Which players play for Port Selwyn?", players("Port Selwyn")),
            ("just the forwards", forwards(players("Port Selwyn"))),
            ("which of them scored more goals?", g.top(forwards(players("Port Selwyn")), "goals"), "compare"),
        ),
        talk(
            "swap",
            ("Who sponsors Redmoor Town?", {"Sponsor/Brightwell Energy"}),
            ("and Calder Rovers?", {"Sponsor/Holt Tyres"}),
            ("Who else do they sponsor?", {"Club/Thornbury Athletic"}, "pronoun"),
        ),
        talk(
            "noun",
            ("Who is the captain of Calder Rovers?", {"Player/Jordan Reed"}),
            ("and the home ground?", {"Ground/Spinners Field"}),
            ("what about its sponsor?", {"Sponsor/Holt Tyres"}),
        ),
        talk(
            "those",
            ("Which players are from Wales?", from_("Wales")),
            ("how many of them are defenders?", len(from_("Wales") & g.into("Pos/Defender", "pos"))),
            ("Which clubs do they play for?", g.out(from_("Wales"), "plays_for")),
        ),
        talk(
            "topic",
            ("Which players are represented by Amadou Fall?", g.into("Agent/Amadou Fall", "rep_by")),
            ("How many clubs are there?", len(g.of("Club"))),
            ("which town is The Foundry in", {"Town/Ashcombe"}),
        ),
        talk(
            "further",
            ("Who plays for Linfield Harriers?", players("Linfield Harriers")),
            ("Which ground is in Calder?", {"Ground/Spinners Field"}, "topic"),
            ("when was it opened?", [g.value("Ground/Spinners Field", "opened")], "pronoun"),
            ("back to Linfield Harriers: who is the captain?", {"Player/Gareth Pugh"}),
        ),
        talk(
            "correct",
            ("Which players are from Senegal?", from_("Senegal")),
            ("I meant Spain", from_("Spain")),
            ("which club does he play for?", {"Club/Linfield Harriers"}, "pronoun"),
        ),
    ]
