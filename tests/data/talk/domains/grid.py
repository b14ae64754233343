"""Talks about an electricity grid."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk

CAPACITY = "installed capacity (MW)"


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def burns(fuel: str) -> set[str]:
        return g.into(f"Fuel/{fuel}", "primary fuel")

    def owned(company: str) -> set[str]:
        return g.into(f"Company/{company}", "owner")

    def run(operator: str) -> set[str]:
        return g.into(f"Grid operator/{operator}", "responsible operator")

    def hit(line: str) -> set[str]:
        return g.into(f"Transmission line/{line}", "affected asset")

    def lives(state: str) -> set[str]:
        return g.into(f"State/{state}", "federal state")

    helvion = owned("Helvion Generation")
    return [
        talk(
            "those",
            ("Which power stations does Helvion Generation own?", helvion),
            ("which of those has the highest installed capacity?", g.top(helvion, CAPACITY)),
            ("what fuel does it use?", {"Fuel/Water"}, "pronoun"),
            ("which others use that?", burns("Water") - {"Power station/Heidberg Pumped Storage"}, "other"),
        ),
        talk(
            "swap",
            ("which outages affected L-310?", hit("L-310")),
            ("and L-101?", hit("L-101")),
            ("L-206?", hit("L-206")),
            ("who led it?", {"Engineer/Lars Bo Mikkelsen"}, "pronoun"),
        ),
        talk(
            "pronoun",
            ("who is the shift supervisor of Heidmark Control?", {"Engineer/Dipl.-Ing. Anke Petersen"}),
            ("when was she born?", [g.value("Engineer/Dipl.-Ing. Anke Petersen", "date of birth")]),
            ("and her deputy?", {"Engineer/Jan Hellweg"}),
        ),
        talk(
            "count",
            ("which substations is TransElb GmbH responsible for?", run("TransElb GmbH")),
            ("how many?", len(run("TransElb GmbH"))),
            ("and NordNetz AG?", run("NordNetz AG"), "swap"),
            ("which of them is older?", {"Substation/UW Altmoor Süd"}, "compare"),
        ),
        talk(
            "narrow",
            ("which towns are in Heidmark?", lives("Heidmark")),
            ("only those with more than 40000 people", g.where(lives("Heidmark"), "population", lambda v: v > 40000)),
            ("which power stations are there?", g.into({"Town/Altmoor", "Town/Elbwerder"}, "place"), "those"),
        ),
        talk(
            "correct",
            ("who owns Sundbank I?", g.out("Power station/Sundbank I", "owner")),
            ("no, I meant Altmoor B", g.out("Power station/Altmoor B", "owner")),
            ("who is its managing director?", ["Beate Kloss"], "pronoun"),
        ),
        talk(
            "topic",
            ("how long is L-205?", g.value("Transmission line/L-205", "length (km)")),
            ("who maintains it?", {"Contractor/Isolux Nord"}, "pronoun"),
            ("what caused Outage 2022-09?", {"Cause/Digger strike"}),
            ("how many customers were affected?", g.value("Outage/Outage 2022-09", "number of customers affected")),
        ),
        talk(
            "back",
            ("Where is UW Föhren?", {"Town/Groß Föhren"}),
            ("how many people live there?", g.value("Town/Groß Föhren", "population"), "pronoun"),
            ("which state is it in?", {"State/Heidmark"}, "pronoun"),
            ("and which power stations feed into UW Föhren?", g.into("Substation/UW Föhren", "point of connection")),
        ),
        talk(
            "negate",
            ("which power stations use natural gas?", burns("Natural gas")),
            ("which do not?", g.of("Power station") - burns("Natural gas")),
        ),
        talk(
            "same",
            ("what caused Outage 2021-07?", {"Cause/Icing"}),
            ("which other outages had the same cause?", {"Outage/Outage 2024-08"}, "other"),
            ("how long did it last?", g.value("Outage/Outage 2024-08", "duration (h)"), "pronoun"),
            ("same question for Outage 2023-01", g.value("Outage/Outage 2023-01", "duration (h)")),
        ),
    ]
