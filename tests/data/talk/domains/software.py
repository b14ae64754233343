"""Talks about the software company."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def users(name: str) -> set[str]:
        return g.into(f"Technology/{name}", "usesTechnology")

    def staff(project: str) -> set[str]:
        return g.into(f"Project/{project}", "worksOn")

    def speakers(name: str) -> set[str]:
        return g.into(f"Language/{name}", "speaks")

    def tech(project: str) -> set[str]:
        return g.out(f"Project/{project}", "usesTechnology")

    projects = g.of("Project")
    return [
        talk(
            "pronoun",
            ("Who leads Beacon?", g.out("Project/Beacon", "ledBy")),
            ("Which team is she in?", {"Team/Mobile"}),
            ("and where is it based?", {"Office/Lisbon"}),
        ),
        talk(
            "swap",
            ("Which projects use Kubernetes?", users("Kubernetes")),
            ("and PostgreSQL?", users("PostgreSQL")),
            ("what about Rust?", users("Rust")),
        ),
        talk(
            "those",
            ("Who works on Atlas?", staff("Atlas")),
            ("which of them speak Norwegian?", staff("Atlas") & speakers("Norwegian")),
            ("how many is that?", len(staff("Atlas") & speakers("Norwegian"))),
        ),
        talk(
            "narrow",
            ("Which people speak Portuguese?", speakers("Portuguese")),
            ("only those in the Checkout team", speakers("Portuguese") & g.into("Team/Checkout", "memberOf")),
        ),
        talk(
            "compare",
            ("Who leads Delta?", {"Person/Tom Barlow"}),
            ("and Vault?", {"Person/Sindre Moen"}, "swap"),
            ("which of the two earns more?", {"Person/Sindre Moen"}),
        ),
        talk(
            "topic",
            ("Who leads Beacon?", {"Person/Clara Voss"}),
            ("And which languages does Yusuf Demir speak?", g.out("Person/Yusuf Demir", "speaks")),
            ("How many offices are there?", len(g.of("Office"))),
        ),
        talk(
            "further",
            ("Who leads Pocket?", {"Person/Joana Pires"}),
            ("Which technologies does Pocket use?", tech("Pocket"), "topic"),
            ("What is her salary?", g.value("Person/Joana Pires", "salary")),
        ),
        talk(
            "correct",
            ("Which projects use Java?", users("Java")),
            ("no, I meant Kotlin", users("Kotlin")),
        ),
        talk(
            "why",
            ("Who leads Quarry?", {"Person/Harriet Cole"}),
            ("how do you know?", {"Person/Harriet Cole"}),
        ),
        talk(
            "same",
            ("What is the deadline of Atlas?", [g.value("Project/Atlas", "deadline")]),
            ("same for Vault", [g.value("Project/Vault", "deadline")]),
            ("and who leads it?", {"Person/Sindre Moen"}, "pronoun"),
        ),
        talk(
            "widen",
            ("Which projects use Kotlin?", users("Kotlin")),
            ("also those that use Java", users("Kotlin") | users("Java")),
        ),
        talk(
            "word",
            ("Which technologies does Atlas use?", tech("Atlas")),
            ("Vault?", tech("Vault")),
            ("deadline?", [g.value("Project/Vault", "deadline")]),
        ),
        talk(
            "narrow",
            ("Which projects depend on Atlas?", g.into("Project/Atlas", "dependsOn")),
            ("without the ones that use Java", g.into("Project/Atlas", "dependsOn") - users("Java")),
        ),
        talk(
            "ordinal",
            (
                "What are the two most expensive projects?",
                set(sorted(projects, key=lambda p: -float(g.value(p, "budgetInEuro")))[:2]),
            ),
            ("who leads the first one?", {"Person/Liisa Kask"}),
            ("and the other one?", {"Person/Rui Falcao"}),
        ),
        talk(
            "those",
            ("Who are Harriet Cole's direct reports?", g.into("Person/Harriet Cole", "reportsTo")),
            (
                "how many of them work remotely?",
                len(g.where(g.into("Person/Harriet Cole", "reportsTo"), "worksRemotely", bool)),
            ),
            (
                "who of those was hired last?",
                g.top(g.into("Person/Harriet Cole", "reportsTo"), "hiredOn"),
            ),
        ),
    ]
