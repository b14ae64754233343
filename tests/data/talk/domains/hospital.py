"""Talks about a hospital."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def treating(name: str) -> set[str]:
        return g.into(f"Condition/{name}", "TREATS")

    def causing(name: str) -> set[str]:
        return g.into(f"SideEffect/{name}", "CAUSES")

    def on(ward: str) -> set[str]:
        return g.into(f"Ward/{ward}", "LIES_ON")

    def effects(drug: str) -> set[str]:
        return g.out(f"Drug/{drug}", "CAUSES")

    return [
        talk(
            "pronoun",
            ("Which ward does Mei Tanaka lie on?", {"Ward/Cedar Ward"}),
            ("who heads it?", {"Doctor/Dr. Jonas Weber"}),
            ("What does he specialise in?", {"Specialty/Neurology"}),
        ),
        talk(
            "swap",
            ("What does warfarin treat?", g.out("Drug/Warfarin", "TREATS")),
            ("and metformin?", g.out("Drug/Metformin", "TREATS")),
            ("what are its side effects?", effects("Metformin"), "pronoun"),
        ),
        talk(
            "those",
            ("Which drugs treat migraine?", treating("Migraine")),
            ("which of those cause dizziness?", treating("Migraine") & causing("Dizziness")),
            ("and which of them cause drowsiness?", treating("Migraine") & causing("Drowsiness")),
        ),
        talk(
            "narrow",
            ("Which drugs treat hypertension?", treating("Hypertension")),
            (
                "only those made by Corvana",
                treating("Hypertension") & g.into("Manufacturer/Corvana", "MANUFACTURED_BY"),
            ),
        ),
        talk(
            "narrow",
            ("Which patients take sertraline?", g.into("Drug/Sertraline", "TAKES")),
            ("excluding smokers", g.where(g.into("Drug/Sertraline", "TAKES"), "smoker", lambda smokes: not smokes)),
        ),
        talk(
            "correct",
            ("What causes heartburn?", causing("Heartburn")),
            ("sorry, I meant nausea", causing("Nausea")),
            ("how many are those?", len(causing("Nausea")), "those"),
        ),
        talk(
            "compare",
            ("Which drugs treat fever?", treating("Fever")),
            ("which of them is cheaper?", g.top(treating("Fever"), "price_per_pack", min)),
            ("And who makes the other one?", {"Manufacturer/Bremer Labs"}, "ordinal"),
        ),
        talk(
            "topic",
            ("Who treats George Whitfield?", {"Doctor/Dr. Amara Obi"}),
            ("Which drugs does Dr. Femi Adeyemi prescribe?", g.out("Doctor/Dr. Femi Adeyemi", "PRESCRIBES")),
            ("Which conditions affect the lungs?", g.into("Organ/Lungs", "AFFECTS")),
        ),
        talk(
            "unanswered",
            ("Which drugs treat scurvy?", None),
            ("and asthma?", treating("Asthma")),
        ),
        talk(
            "further",
            ("Who treats Samuel Okoro?", {"Doctor/Dr. Ravi Menon"}),
            ("What does Samuel Okoro suffer from?", g.out("Patient/Samuel Okoro", "SUFFERS_FROM"), "topic"),
            ("Which ward does that doctor work on?", {"Ward/Maple Ward"}),
        ),
        talk(
            "noun",
            ("Which class does apixaban belong to?", {"DrugClass/Anticoagulants"}),
            ("and its manufacturer?", {"Manufacturer/Corvana"}),
            ("price?", [g.value("Drug/Apixaban", "price_per_pack")], "word"),
        ),
        talk(
            "why",
            ("What is thrush treated with?", treating("Thrush")),
            ("how do you know that?", treating("Thrush")),
        ),
        talk(
            "widen",
            ("Which drugs cause rash?", causing("Rash")),
            ("or tremor", causing("Rash") | causing("Tremor")),
        ),
        talk(
            "swap",
            ("How many patients lie on Willow Ward?", len(on("Willow Ward"))),
            ("on Maple Ward?", len(on("Maple Ward"))),
            ("who are they?", on("Maple Ward"), "those"),
        ),
    ]
