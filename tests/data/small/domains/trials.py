"""Clinical trials as a registry tells them: snake_case relations, phases as numbers, counts of people, dates."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question, mean


def build() -> Graph:
    """Sponsors, drugs, conditions, sites, investigators and trials with their arms."""
    g = Graph()
    g.table(
        "Sponsor",
        "country employees",
        """
        Calder Pharma | Denmark | 5200
        Nuvia Bio | Canada | 340
        Institute of Tropical Care | Kenya | 900
        Haldane Trust | United Kingdom | 75
        """,
    )
    g.table("Condition", "icd_code", "Asthma | J45\nMigraine | G43\nMalaria | B54\nPsoriasis | L40\nGout | M10")
    g.plain("AdverseEvent", "Nausea, Headache, Rash, Fatigue, Dizziness")
    g.table(
        "Drug",
        "approval_year route half_life_hours made_by>Sponsor may_cause>AdverseEvent interacts_with>Drug",
        """
        Zelvorin | 2014 | oral | 12 | Calder Pharma | Nausea, Headache |
        Batrelimab | 2020 | injection | 340 | Nuvia Bio | Rash, Fatigue |
        Oxamatide | 1998 | oral | 6 | Calder Pharma | Dizziness | Zelvorin
        Quinaldex | 2009 | oral | 18 | Institute of Tropical Care | Nausea, Dizziness | Oxamatide
        Placebo | | oral | | | |
        """,
    )
    g.table(
        "Hospital",
        "city beds",
        """
        St Brigid Hospital | Dublin | 610
        Karen General | Nairobi | 480
        Nordvest Clinic | Aarhus | 220
        Maple Grove Centre | Toronto | 900
        """,
    )
    g.table(
        "Investigator",
        "specialty employed_at>Hospital",
        """
        Dr Aoife Kerr | pulmonology | St Brigid Hospital
        Dr Juma Otieno | infectious diseases | Karen General
        Dr Sanne Friis | neurology | Nordvest Clinic
        Dr Noah Singh | dermatology | Maple Grove Centre
        Dr Wanjiru Mbeki | infectious diseases | Karen General
        """,
    )
    g.table(
        "Trial",
        "phase enrolled start_date completion_date status sponsored_by>Sponsor tests_drug>Drug compared_with>Drug "
        "studies_condition>Condition conducted_at>Hospital led_by>Investigator reported_event[affected]>AdverseEvent",
        """
        BREEZE-1 | 2 | 120 | 2015-03-01 | 2016-08-30 | completed | Calder Pharma | Zelvorin | Placebo | Asthma | St Brigid Hospital | Dr Aoife Kerr | Nausea [14], Headache [9]
        BREEZE-2 | 3 | 860 | 2017-01-15 | 2019-12-20 | completed | Calder Pharma | Zelvorin | Oxamatide | Asthma | St Brigid Hospital, Nordvest Clinic | Dr Aoife Kerr | Nausea [77], Fatigue [30]
        AURORA | 2 | 64 | 2019-09-10 | 2020-04-01 | terminated | Nuvia Bio | Batrelimab | Placebo | Psoriasis | Maple Grove Centre | Dr Noah Singh | Rash [21]
        AURORA-EXT | 3 | 410 | 2021-02-02 | 2023-06-15 | completed | Nuvia Bio | Batrelimab | Placebo | Psoriasis | Maple Grove Centre, St Brigid Hospital | Dr Noah Singh | Rash [40], Fatigue [12]
        HALCYON | 1 | 24 | 2022-11-11 | 2023-03-03 | completed | Haldane Trust | Oxamatide | | Migraine | Nordvest Clinic | Dr Sanne Friis | Dizziness [3]
        SAVANNA | 3 | 1500 | 2010-06-01 | 2013-05-05 | completed | Institute of Tropical Care | Quinaldex | Placebo | Malaria | Karen General | Dr Juma Otieno | Nausea [210], Dizziness [95]
        SAVANNA-KIDS | 2 | 300 | 2023-08-21 | | recruiting | Institute of Tropical Care | Quinaldex | | Malaria | Karen General | Dr Wanjiru Mbeki |
        CLEARSKIN | 2 | 90 | 2024-01-09 | | recruiting | Haldane Trust | Zelvorin | Batrelimab | Psoriasis | Maple Grove Centre | Dr Noah Singh |
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of somebody who reads about trials."""
    trials, drugs, sponsors, people = (g.of(each) for each in ("Trial", "Drug", "Sponsor", "Investigator"))

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def year(name: str, least: str, most: str = "9999") -> Ids:
        return g.where(trials, name, lambda day: least <= str(day)[:4] <= most)

    phase3 = g.where(trials, "phase", lambda v: v == 3)
    recruiting = g.where(trials, "status", lambda v: v == "recruiting")
    return [
        ("Which drug does AURORA test?", "lookup", g.out(of("AURORA"), "tests_drug")),
        ("Which trials test Zelvorin?", "inverse", g.into(of("Zelvorin"), "tests_drug")),
        ("Who sponsors SAVANNA?", "lookup", g.out(of("SAVANNA"), "sponsored_by")),
        ("What trials has the Haldane Trust sponsored?", "inverse", g.into(of("Haldane Trust"), "sponsored_by")),
        ("Who led BREEZE-2?", "lookup", g.out(of("BREEZE-2"), "led_by")),
        ("Which trials are led by Noah Singh?", "inverse", g.into(of("Dr Noah Singh"), "led_by")),
        ("Where was BREEZE-2 conducted?", "lookup", g.out(of("BREEZE-2"), "conducted_at")),
        ("Which trials ran at Maple Grove Centre?", "inverse", g.into(of("Maple Grove Centre"), "conducted_at")),
        ("What condition does HALCYON study?", "lookup", g.out(of("HALCYON"), "studies_condition")),
        ("Which trials are there on psoriasis?", "inverse", g.into(of("Psoriasis"), "studies_condition")),
        ("What was Zelvorin compared with in BREEZE-2?", "lookup", g.out(of("BREEZE-2"), "compared_with")),
        ("Which trials compared a drug with placebo?", "inverse", g.into(of("Placebo"), "compared_with")),
        ("Who makes Batrelimab?", "lookup", g.out(of("Batrelimab"), "made_by")),
        ("Which drugs are made by Calder Pharma?", "inverse", g.into(of("Calder Pharma"), "made_by")),
        ("What side effects can Quinaldex cause?", "lookup", g.out(of("Quinaldex"), "may_cause")),
        ("Which drugs may cause nausea?", "inverse", g.into(of("Nausea"), "may_cause")),
        ("Does Zelvorin cause headache?", "yes-no", True),
        ("What does Oxamatide interact with?", "lookup", g.both(of("Oxamatide"), "interacts_with")),
        ("Which adverse events were reported in AURORA-EXT?", "lookup", g.out(of("AURORA-EXT"), "reported_event")),
        ("How many people were affected by nausea in BREEZE-2?", "edge", ["77"]),
        ("How many people were enrolled in SAVANNA?", "value", ["1500"]),
        ("how many patients took part in AURORA", "value", ["64"]),
        ("What phase is CLEARSKIN?", "value", ["2"]),
        ("Which trials are in phase 3?", "filter", phase3),
        ("How many phase 2 trials are there?", "count", 4),
        ("Which phase 3 trials test Zelvorin?", "and", phase3 & g.into(of("Zelvorin"), "tests_drug")),
        ("Which trials are still recruiting?", "filter", recruiting),
        ("Which trial was terminated?", "filter", {of("AURORA")}),
        ("Is BREEZE-1 completed?", "yes-no", True),
        ("When did SAVANNA start?", "value", ["2010-06-01"]),
        ("When was AURORA-EXT completed?", "value", ["2023-06-15"]),
        ("Which trials started after 2020?", "filter", year("start_date", "2021")),
        ("Which trials were completed in 2023?", "filter", year("completion_date", "2023", "2023")),
        ("Which trials have no completion date?", "negation", recruiting),
        ("Which trial enrolled the most people?", "superlative", g.top(trials, "enrolled")),
        ("What is the smallest trial?", "superlative", g.top(trials, "enrolled", min)),
        ("Which trials enrolled fewer than 100 people?", "filter", g.where(trials, "enrolled", lambda v: v < 100)),
        ("What is the average enrolment of phase 3 trials?", "average", round(mean(g.values(phase3, "enrolled")), 2)),
        ("How many people were enrolled in trials of Batrelimab?", "sum", 474),
        ("Which drugs are taken orally?", "filter", g.where(drugs, "route", lambda v: v == "oral")),
        ("Which drug has the longest half-life?", "superlative", g.top(drugs, "half_life_hours")),
        ("What is the half-life of Zelvorin?", "value", ["12"]),
        ("Which drugs were approved before 2010?", "filter", g.where(drugs, "approval_year", lambda v: v < 2010)),
        ("What is the newest drug?", "superlative", g.top(drugs, "approval_year")),
        ("Where does Juma Otieno work?", "lookup", g.out(of("Dr Juma Otieno"), "employed_at")),
        ("Who works at Karen General?", "inverse", g.into(of("Karen General"), "employed_at")),
        (
            "Which investigators specialise in infectious diseases?",
            "filter",
            g.where(people, "specialty", lambda v: v == "infectious diseases"),
        ),
        ("What is the ICD code of gout?", "value", ["M10"]),
        ("Which condition has the code G43?", "filter", {of("Migraine")}),
        ("Which sponsors are from Canada?", "filter", g.where(sponsors, "country", lambda v: v == "Canada")),
        (
            "Which conditions has Calder Pharma studied?",
            "hops",
            g.out(g.into(of("Calder Pharma"), "sponsored_by"), "studies_condition"),
        ),
        (
            "Which drugs have been tested for psoriasis?",
            "hops",
            g.out(g.into(of("Psoriasis"), "studies_condition"), "tests_drug"),
        ),
        (
            "Which hospitals took part in trials of Zelvorin?",
            "hops",
            g.out(g.into(of("Zelvorin"), "tests_drug"), "conducted_at"),
        ),
        (
            "Which investigators have led trials on malaria?",
            "hops",
            g.out(g.into(of("Malaria"), "studies_condition"), "led_by"),
        ),
        ("Which conditions have no trial?", "negation", g.of("Condition") - g.out(trials, "studies_condition")),
        ("Which drug is tested in the most trials?", "superlative", {of("Zelvorin")}),
        ("Which hospitals host more than two trials?", "filter", {of("St Brigid Hospital"), of("Maple Grove Centre")}),
        ("How many trials did each sponsor run?", "group", sponsors),
        ("Which adverse event was reported most often?", "superlative", {of("Nausea")}),
        ("Which drugs cause both nausea and dizziness?", "and", {of("Quinaldex")}),
        ("Which drugs cause nausea but not headache?", "not", {of("Quinaldex")}),
        ("Which adverse events does Zelvorin share with Quinaldex?", "and", {of("Nausea")}),
        ("Which trials by Nuvia Bio started in 2019?", "and", {of("AURORA")}),
        ("In which city was SAVANNA conducted?", "hops", ["Nairobi"]),
        ("Which completed trials studied asthma?", "and", {of("BREEZE-1"), of("BREEZE-2")}),
        ("What is the dose of Zelvorin?", "absent", None),
        ("How much does Batrelimab cost?", "absent", None),
        ("Which gene does Zelvorin target?", "absent", None),
        ("Who invented Oxamatide?", "absent", None),
        ("How many patients died in SAVANNA?", "absent", None),
        ("Which trials test Ibuprofen?", "absent", None),
        ("Which journal published BREEZE-2?", "absent", None),
        ("Who funds St Brigid Hospital?", "absent", None),
    ]
