"""Talks about musicians, on a graph without types."""

from __future__ import annotations

from tests.data.small.domains.music import (
    ARTIST,
    AWARD,
    BORN,
    GENRE,
    INSIDE,
    LABEL,
    LENGTH,
    MEMBER,
    PLAYS,
    PRODUCER,
    SPOUSE,
)
from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def albums(group: str) -> set[str]:
        return g.into(f"Group/{group}", ARTIST)

    return [
        talk(
            "pronoun",
            ("Who produced Terminus?", {"Person/Anke Sommer"}),
            ("Where was she born?", g.out("Person/Anke Sommer", BORN)),
            ("Who is her spouse?", g.out("Person/Anke Sommer", SPOUSE)),
        ),
        talk(
            "swap",
            ("Which instruments does Isla Drummond play?", g.out("Person/Isla Drummond", PLAYS)),
            ("what about Fergus Tait?", g.out("Person/Fergus Tait", PLAYS)),
            ("and Silas Monk", g.out("Person/Silas Monk", PLAYS)),
        ),
        talk(
            "noun",
            ("What is the genre of Los Faroles?", g.out("Group/Los Faroles", GENRE)),
            ("and its label?", g.out("Group/Los Faroles", LABEL)),
        ),
        talk(
            "those",
            ("Which albums did Velvet Tramline release?", albums("Velvet Tramline")),
            ("who produced them?", g.out(albums("Velvet Tramline"), PRODUCER)),
        ),
        talk(
            "further",
            ("Who is the spouse of Ruth Delaney?", {"Person/Earl Jefferson"}),
            ("Where is Valparaiso?", {"Land/Chile"}, "topic"),
            ("Which instruments does Earl Jefferson play?", g.out("Person/Earl Jefferson", PLAYS), "topic"),
        ),
        talk(
            "correct",
            ("Which awards did Kleine Fabrik win?", g.out("Group/Kleine Fabrik", AWARD)),
            ("no, Moss & Copper", g.out("Group/Moss & Copper", AWARD)),
        ),
        talk(
            "word",
            ("Who are the members of Kleine Fabrik?", g.into("Group/Kleine Fabrik", MEMBER)),
            ("Los Faroles?", g.into("Group/Los Faroles", MEMBER)),
        ),
        talk(
            "those",
            ("Which people were born in Dortmund?", g.into("Town/Dortmund", BORN)),
            (
                "How many of them play the synthesizer?",
                len(g.into("Town/Dortmund", BORN) & g.into("Instrument/Synthesizer", PLAYS)),
            ),
        ),
        talk(
            "compare",
            ("What is the length of Verdigris?", [g.value("Album/Verdigris", LENGTH)]),
            ("and of Funicular?", [g.value("Album/Funicular", LENGTH)], "swap"),
            ("In which country is Leith?", g.out("Town/Leith", INSIDE), "topic"),
        ),
    ]
