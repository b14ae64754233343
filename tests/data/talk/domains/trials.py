"""Talks about trials: a nurse between two shifts, a patient's daughter, a statistician, somebody who types badly."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    trials, drugs, sponsors, hospitals = (g.of(each) for each in ("Trial", "Drug", "Sponsor", "Hospital"))

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def out(name: str, relation: str) -> set[str]:
        return g.out(of(name), relation)

    def into(name: str, relation: str) -> set[str]:
        return g.into(of(name), relation)

    def having(keys: set[str], name: str, value: object) -> set[str]:
        return g.where(keys, name, lambda each: each == value)

    def started(keys: set[str], least: str, most: str = "9999") -> set[str]:
        return g.where(keys, "start_date", lambda value: least <= str(value)[:4] <= most)

    psoriasis, asthma = into("Psoriasis", "studies_condition"), into("Asthma", "studies_condition")
    oral = having(drugs, "route", "oral")
    return [
        talk(
            "narrow",
            ("Which trials study psoriasis?", psoriasis),
            ("Only those in phase 2.", having(psoriasis, "phase", 2)),
            ("Who led them?", g.out(having(psoriasis, "phase", 2), "led_by"), "those"),
        ),
        talk(
            "swap",
            ("what does zelvorin cause", out("Zelvorin", "may_cause")),
            ("and quinaldex", out("Quinaldex", "may_cause")),
            ("who makes it", out("Quinaldex", "made_by"), "pronoun"),
        ),
        talk(
            "pronoun",
            ("Who led SAVANNA?", out("SAVANNA", "led_by")),
            ("What is his specialty?", ["infectious diseases"]),
            ("Who else has it?", {of("Dr Wanjiru Mbeki")}, "other"),
        ),
        talk(
            "noun",
            ("when did breeze-2 start", ["2017-01-15"]),
            ("and end? i mean the completion date", ["2019-12-20"]),
            ("how many enrolled", 860, "ellipsis"),
            ("sponsor?", out("BREEZE-2", "sponsored_by")),
        ),
        talk(
            "correct",
            ("Which drugs are taken by injection?", having(drugs, "route", "injection")),
            ("No, I meant orally.", oral),
            ("How many are there?", len(oral), "count"),
        ),
        talk(
            "compare",
            ("how many beds has Karen General", 480),
            ("and Nordvest Clinic?", 220, "swap"),
            ("which one is bigger", {of("Karen General")}),
            ("and the biggest of all hospitals?", g.top(hospitals, "beds"), "widen"),
        ),
        talk(
            "those",
            ("my mum has asthma, which trials are there for it?", asthma),
            ("are any of these recruiting?", False),
            ("which hospitals did they run at", g.out(asthma, "conducted_at")),
            ("which of those is in Dublin?", {of("St Brigid Hospital")}),
        ),
        talk(
            "count",
            ("How many trials are completed?", len(having(trials, "status", "completed"))),
            ("And recruiting?", len(having(trials, "status", "recruiting")), "swap"),
            ("Which are they?", having(trials, "status", "recruiting"), "those"),
            ("Which drugs do they test?", g.out(having(trials, "status", "recruiting"), "tests_drug"), "those"),
        ),
        talk(
            "swap",
            ("which trials started in 2019?", started(trials, "2019", "2019")),
            ("and in 2010?", started(trials, "2010", "2010")),
            ("what about after 2021", started(trials, "2022")),
        ),
        talk(
            "pronoun",
            ("What drug has the longest half life?", g.top(drugs, "half_life_hours")),
            ("when was it approved", 2020),
            ("which trials tested it?", into("Batrelimab", "tests_drug")),
            ("the largest one?", {of("AURORA-EXT")}, "those"),
        ),
        talk(
            "other",
            ("Which drugs does Calder Pharma make?", into("Calder Pharma", "made_by")),
            ("Which of them was approved first?", {of("Oxamatide")}, "those"),
            ("What side effects does the other one have?", out("Zelvorin", "may_cause")),
        ),
        talk(
            "negate",
            ("trials at Maple Grove Centre pls", into("Maple Grove Centre", "conducted_at")),
            (
                "without the recruiting ones",
                into("Maple Grove Centre", "conducted_at") - having(trials, "status", "recruiting"),
            ),
            ("which of them had more than 100 people", {of("AURORA-EXT")}, "those"),
        ),
        talk(
            "topic",
            ("Who sponsors HALCYON?", out("HALCYON", "sponsored_by")),
            ("How many employees does it have?", 75, "pronoun"),
            ("Which drugs may cause dizziness?", into("Dizziness", "may_cause")),
            ("And rash?", into("Rash", "may_cause"), "swap"),
        ),
        talk(
            "widen",
            ("which trials study malaria", into("Malaria", "studies_condition")),
            (
                "and also gout or migraine?",
                into("Malaria", "studies_condition") | into("Migraine", "studies_condition"),
            ),
        ),
        talk(
            "swap",
            ("What was Zelvorin compared with in BREEZE-1?", out("BREEZE-1", "compared_with")),
            ("and in BREEZE-2?", out("BREEZE-2", "compared_with")),
            ("what does that interact with?", {of("Zelvorin"), of("Quinaldex")}, "pronoun"),
        ),
        talk(
            "further",
            ("Where does Noah Singh work?", out("Dr Noah Singh", "employed_at")),
            ("In which city is that hospital?", ["Toronto"]),
            ("what trials does he lead", into("Dr Noah Singh", "led_by"), "pronoun"),
            ("how many of them are phase 2?", 2, "those"),
        ),
        talk(
            "ellipsis",
            ("Which sponsor has the most employees?", g.top(sponsors, "employees")),
            ("the fewest?", g.top(sponsors, "employees", min)),
            ("which country is it from", ["United Kingdom"], "pronoun"),
        ),
        talk(
            "correct",
            ("how many people took part in AURORA", 64),
            ("oops, AURORA-EXT", 410),
            ("ok and which adverse events were reported there", out("AURORA-EXT", "reported_event"), "pronoun"),
        ),
        talk(
            "those",
            ("Please list the phase 3 trials.", having(trials, "phase", 3)),
            ("Which one enrolled the most people?", {of("SAVANNA")}),
            ("Which enrolled the fewest?", {of("AURORA-EXT")}),
            ("Where was it conducted?", out("AURORA-EXT", "conducted_at"), "pronoun"),
        ),
        talk(
            "back",
            ("whats the icd code of gout", ["M10"]),
            ("migraine?", ["G43"], "swap"),
            ("any trials on that?", into("Migraine", "studies_condition"), "pronoun"),
            ("and on gout?", None, "swap"),
        ),
    ]
