"""Talks about nights at telescopes: a visiting student, somebody who dictates, somebody whose English is second."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    sites, scopes, people, runs = (g.of(each) for each in ("Site", "Telescope", "Astronomer", "Observing_Run"))

    def nation(name: str) -> set[str]:
        return g.where(sites, "Nation", lambda value: value == name)

    def seen(name: str) -> set[str]:
        return g.into(f"Astronomer/{name}", "observer")

    def on(name: str) -> set[str]:
        return g.into(f"Telescope/{name}", "telescope")

    def born(name: str) -> float | str | bool:
        return g.value(f"Astronomer/{name}", "Birth_Year")

    def standing(name: str) -> set[str]:
        return g.into(f"Site/{name}", "site")

    def kind(name: str) -> set[str]:
        return g.where(scopes, "Telescope_Kind", lambda value: value == name)

    ostmark, valdoria = nation("Ostmark"), nation("Valdoria")
    kestrian = g.where(people, "Nationality", lambda value: value == "Kestrian")
    reflectors = kind("reflector")
    oona = seen("Oona Pike")
    return [
        talk(
            "those",
            ("which telescopes are at Dry Plateau", standing("Dry Plateau")),
            ("which is the bigger one by mirror diameter", {"Telescope/Gazer"}, "compare"),
            ("who observed with it?", g.out(on("Gazer"), "observer"), "pronoun"),
            ("and with the other one?", g.out(on("Widefield"), "observer"), "other"),
        ),
        talk(
            "swap",
            ("In what year was Runa Tolk born?", born("Runa Tolk")),
            ("and Basil Crane please?", born("Basil Crane")),
            ("same question for mira vance", born("Mira Vance")),
            ("who of the three has the most papers?", {"Astronomer/Mira Vance"}, "those"),
            ("and the least?", {"Astronomer/Basil Crane"}, "those"),
        ),
        talk(
            "pronoun",
            ("who was the observer of run E", {"Astronomer/Oona Pike"}),
            ("which nationality has she", ["Ostmarker"]),
            ("how many papers did she write?", g.value("Astronomer/Oona Pike", "Papers")),
            ("did she use Argus?", True),
            ("what other telescopes did she use", {"Telescope/Widefield"}, "other"),
        ),
        talk(
            "narrow",
            ("show all reflectors", reflectors),
            ("only ones after 1990 please", g.where(reflectors, "First_Light_Year", lambda v: v > 1990)),
            ("which sites are they on", {"Site/Cerro Brumo", "Site/Dry Plateau"}, "those"),
            ("the higher one?", {"Site/Dry Plateau"}, "compare"),
        ),
        talk(
            "correct",
            ("how high is Mount Sorrow", 1850),
            ("no wait, Pale Ridge", 2210),
            ("not the altitude, the clear nights", 240),
        ),
        talk(
            "before",
            ("what was the first light year of Lantern?", 1986),
            ("and where is it", {"Site/Mount Sorrow"}, "pronoun"),
            ("what nation is that", ["Kestria"], "pronoun"),
            ("who comes from there", kestrian, "pronoun"),
        ),
        talk(
            "count",
            ("which runs were in 2012", g.where(runs, "Year", lambda v: v == 2012)),
            ("and in 2018?", g.where(runs, "Year", lambda v: v == 2018), "swap"),
            ("how many of them lost no night to weather", 1, "those"),
            ("which one was that?", {"Observing_Run/Run H"}, "those"),
        ),
        talk(
            "several",
            ("who is the oldest astronomer and how many papers does he have?", ["Abel Frost", "31"]),
            ("and the youngest?", g.top(people, "Birth_Year"), "swap"),
            ("ok thank you. where is Old Brass and what kind is it?", ["Pale Ridge", "refractor"], "topic"),
        ),
        talk(
            "topic",
            ("which sites are in ostmark", ostmark),
            ("and valdoria", valdoria, "swap"),
            ("which of these has more clear nights", {"Site/Dry Plateau"}, "those"),
            ("nice. how many telescopes stand there?", len(standing("Dry Plateau")), "pronoun"),
            ("list them", standing("Dry Plateau"), "pronoun"),
        ),
        talk(
            "those",
            ("Which astronomers are Kestrian?", kestrian),
            ("when were they born", [1958, 1969], "those"),
            ("and what runs did the first one do", seen("Runa Tolk"), "ordinal"),
            ("the longest of those?", {"Observing_Run/Run B"}, "those"),
            ("which telescope was that on", {"Telescope/Lantern"}, "pronoun"),
        ),
        talk(
            "negate",
            ("which telescopes did Mira Vance use?", g.out(seen("Mira Vance"), "telescope")),
            ("which ones not", scopes - g.out(seen("Mira Vance"), "telescope")),
            ("is any of them a refractor?", True, "those"),
        ),
        talk(
            "compare",
            ("mirror diameter of Argus", 8.2),
            ("and gazer", 10.4, "swap"),
            ("so gazer is bigger?", True),
            ("which one is older", {"Telescope/Argus"}, "those"),
        ),
        talk(
            "pronoun",
            ("I was wondering which telescope is the oldest one", g.top(scopes, "First_Light_Year", min)),
            ("what is its mirror diameter", 0.6),
            ("did somebody ever observe with it", False),
            ("and with little owl?", True, "swap"),
        ),
        talk(
            "narrow",
            ("list the runs of Oona Pike", oona),
            ("just the one with argus", {"Observing_Run/Run E"}),
            ("how many nights did it have", 4, "pronoun"),
            ("and how many of them were lost to weather", 4, "pronoun"),
        ),
        talk(
            "more",
            ("who has more than 100 papers", g.where(people, "Papers", lambda v: v > 100)),
            ("more than 200?", g.where(people, "Papers", lambda v: v > 200), "swap"),
        ),
        talk(
            "back",
            ("how many clear nights has Low Fen", 60),
            ("that is not a lot! where is it?", ["Ostmark"], "pronoun"),
            ("what telescopes does Cerro Brumo have", standing("Cerro Brumo"), "topic"),
            ("which of them was used by Basil Crane", {"Telescope/Little Owl"}, "those"),
            ("again low fen, how high is it", 15, "back"),
        ),
    ]
