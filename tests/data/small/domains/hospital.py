"""A hospital and its drugs: relations as verbs in capitals, two doctors of one name."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """Drugs, classes, conditions, side effects, makers, doctors, patients and wards."""
    g = Graph()
    g.table(
        "Drug",
        "approval_date daily_dose_mg price_per_pack prescription_only BELONGS_TO>DrugClass TREATS>Condition CAUSES>SideEffect"
        " INTERACTS_WITH>Drug CONTRAINDICATED_FOR>Condition MANUFACTURED_BY>Manufacturer",
        """
        Warfarin | 1954-06-08 | 5 | 7.5 | true | Anticoagulants | Atrial Fibrillation, Deep Vein Thrombosis | Bleeding, Bruising | Aspirin, Ibuprofen, Fluconazole | Pregnancy, Peptic Ulcer | Halden Pharma
        Apixaban | 2012-12-28 | 10 | 58 | true | Anticoagulants | Atrial Fibrillation, Deep Vein Thrombosis | Bleeding, Nausea | Fluconazole | Liver Failure | Corvana
        Aspirin | 1899-03-06 | 100 | 3.2 | false | NSAIDs | Headache, Heart Attack | Bleeding, Heartburn | Ibuprofen | Peptic Ulcer | Bremer Labs
        Ibuprofen | 1969-02-04 | 1200 | 4.1 | false | NSAIDs | Headache, Arthritis, Fever | Heartburn, Nausea | Lisinopril | Peptic Ulcer, Kidney Failure | Bremer Labs
        Naproxen | 1976-03-11 | 500 | 6.4 | false | NSAIDs | Arthritis, Migraine | Heartburn, Dizziness | Warfarin | Peptic Ulcer, Pregnancy | Osmia
        Paracetamol | 1955-08-01 | 3000 | 2.4 | false | Analgesics | Headache, Fever | Rash | | Liver Failure | Osmia
        Lisinopril | 1987-12-29 | 20 | 8.8 | true | ACE Inhibitors | Hypertension, Heart Failure | Dry Cough, Dizziness | Spironolactone | Pregnancy | Corvana
        Ramipril | 1991-01-28 | 10 | 9.1 | true | ACE Inhibitors | Hypertension, Heart Failure, Heart Attack | Dry Cough | Spironolactone | Pregnancy | Halden Pharma
        Spironolactone | 1960-01-21 | 50 | 11.3 | true | Diuretics | Heart Failure | Dizziness, Fatigue | | Kidney Failure | Nordisca
        Furosemide | 1966-07-01 | 40 | 5.6 | true | Diuretics | Heart Failure, Hypertension | Dizziness, Dehydration | | Kidney Failure | Nordisca
        Atorvastatin | 1996-12-17 | 40 | 14.9 | true | Statins | High Cholesterol | Muscle Pain | Clarithromycin | Pregnancy, Liver Failure | Corvana
        Simvastatin | 1991-12-23 | 20 | 10.2 | true | Statins | High Cholesterol | Muscle Pain, Nausea | Clarithromycin, Fluconazole | Pregnancy, Liver Failure | Osmia
        Metformin | 1994-12-29 | 2000 | 6.9 | true | Biguanides | Type 2 Diabetes | Nausea, Diarrhoea | | Kidney Failure | Bremer Labs
        Amoxicillin | 1974-01-18 | 1500 | 7.2 | true | Antibiotics | Pneumonia, Otitis | Diarrhoea, Rash | | Penicillin Allergy | Halden Pharma
        Clarithromycin | 1991-10-31 | 1000 | 16.4 | true | Antibiotics | Pneumonia, Bronchitis | Nausea, Diarrhoea | | | Corvana
        Fluconazole | 1990-01-29 | 200 | 12.7 | true | Antifungals | Thrush | Headaches, Rash | | Liver Failure | Nordisca
        Sumatriptan | 1992-12-28 | 50 | 19.5 | true | Triptans | Migraine | Drowsiness, Dizziness | Sertraline | Heart Attack | Osmia
        Sertraline | 1991-12-30 | 100 | 9.9 | true | SSRIs | Depression, Anxiety | Nausea, Insomnia | | | Corvana
        Salbutamol | 1982-05-12 | 1 | 5.1 | true | Bronchodilators | Asthma, Bronchitis | Tremor | | | Bremer Labs
        Omeprazole | 1989-09-14 | 40 | 8.2 | false | Proton Pump Inhibitors | Peptic Ulcer, Acid Reflux | Headaches | | | Halden Pharma
        """,
    )
    g.table(
        "Doctor",
        "years_of_experience on_leave SPECIALISES_IN>Specialty WORKS_ON>Ward SUPERVISES>Doctor PRESCRIBES>Drug TRAINED_AT>School",
        """
        Dr. Amara Obi | 22 | false | Cardiology | Willow Ward | Dr. Paul Stein, Dr. Helen Marsh | Warfarin, Ramipril, Furosemide | Leeds
        Dr. Paul Stein | 6 | false | Cardiology | Willow Ward | | Apixaban, Lisinopril, Atorvastatin | Heidelberg
        Dr. Helen Marsh | 9 | true | Cardiology | Birch Ward | | Warfarin, Spironolactone, Simvastatin | Leeds
        Dr. Jonas Weber | 17 | false | Neurology | Cedar Ward | Dr. Sana Malik | Sumatriptan, Naproxen, Sertraline | Heidelberg
        Dr. Sana Malik | 4 | false | Neurology | Cedar Ward | | Sumatriptan, Paracetamol | Lahore
        Dr. Helen Marsh#2 | 28 | false | Psychiatry | Elm Ward | | Sertraline | Dublin
        Dr. Ravi Menon | 13 | false | Pulmonology | Maple Ward | Dr. Lucia Conti | Salbutamol, Clarithromycin, Amoxicillin | Lahore
        Dr. Lucia Conti | 3 | true | Pulmonology | Maple Ward | | Salbutamol, Amoxicillin | Padua
        Dr. Femi Adeyemi | 15 | false | Endocrinology | Birch Ward | | Metformin, Atorvastatin | Dublin
        """,
    )
    g.table(
        "Patient",
        "age admitted_on smoker SUFFERS_FROM>Condition TAKES>Drug TREATED_BY>Doctor LIES_ON>Ward",
        """
        George Whitfield | 71 | 2023-11-02 | true | Atrial Fibrillation, Hypertension | Warfarin, Lisinopril | Dr. Amara Obi | Willow Ward
        Rosa Delgado | 64 | 2023-11-09 | false | Heart Failure | Ramipril, Furosemide | Dr. Amara Obi | Willow Ward
        Ingrid Holm | 58 | 2023-11-14 | false | Deep Vein Thrombosis | Apixaban | Dr. Paul Stein | Willow Ward
        Thomas Achebe | 77 | 2023-10-27 | true | Heart Failure, Type 2 Diabetes | Spironolactone, Metformin | Dr. Helen Marsh | Birch Ward
        Mei Tanaka | 34 | 2023-11-16 | false | Migraine | Sumatriptan, Paracetamol | Dr. Sana Malik | Cedar Ward
        Peter Novak | 45 | 2023-11-12 | true | Migraine, Depression | Naproxen, Sertraline | Dr. Jonas Weber | Cedar Ward
        Olivia Grant | 29 | 2023-11-05 | false | Depression, Anxiety | Sertraline | Dr. Helen Marsh#2 | Elm Ward
        Samuel Okoro | 52 | 2023-11-18 | true | Pneumonia, Asthma | Clarithromycin, Salbutamol | Dr. Ravi Menon | Maple Ward
        Lena Fischer | 19 | 2023-11-20 | false | Asthma | Salbutamol | Dr. Lucia Conti | Maple Ward
        Hugh Brannigan | 66 | 2023-11-01 | false | Type 2 Diabetes, High Cholesterol | Metformin, Atorvastatin | Dr. Femi Adeyemi | Birch Ward
        Nadia Petrova | 40 | 2023-11-21 | false | Pneumonia | Amoxicillin | Dr. Ravi Menon | Maple Ward
        """,
    )
    g.table(
        "Ward",
        "beds floor HEADED_BY>Doctor",
        """
        Willow Ward | 24 | 2 | Dr. Amara Obi
        Birch Ward | 18 | 1 | Dr. Femi Adeyemi
        Cedar Ward | 16 | 3 | Dr. Jonas Weber
        Elm Ward | 12 | 4 | Dr. Helen Marsh#2
        Maple Ward | 20 | 1 | Dr. Ravi Menon
        """,
    )
    g.table(
        "Manufacturer",
        "founded BASED_IN>Country",
        """
        Halden Pharma | 1921 | Norway
        Corvana | 1978 | Switzerland
        Bremer Labs | 1884 | Germany
        Osmia | 1963 | Ireland
        Nordisca | 1949 | Norway
        """,
    )
    g.table(
        "Condition",
        "chronic AFFECTS>Organ",
        """
        Atrial Fibrillation | true | Heart
        Deep Vein Thrombosis | false | Veins
        Headache | false | Brain
        Migraine | true | Brain
        Heart Attack | false | Heart
        Heart Failure | true | Heart
        Hypertension | true | Arteries
        Arthritis | true | Joints
        Fever | false |
        High Cholesterol | true | Arteries
        Type 2 Diabetes | true | Pancreas
        Pneumonia | false | Lungs
        Bronchitis | false | Lungs
        Asthma | true | Lungs
        Otitis | false | Ears
        Thrush | false | Mouth
        Depression | true | Brain
        Anxiety | true | Brain
        Peptic Ulcer | false | Stomach
        Acid Reflux | true | Stomach
        Pregnancy | false |
        Liver Failure | false | Liver
        Kidney Failure | true | Kidneys
        Penicillin Allergy | true |
        """,
    )
    g.plain(
        "DrugClass", "Anticoagulants, NSAIDs, Analgesics, ACE Inhibitors, Diuretics, Statins, Biguanides, Antibiotics"
    )
    g.plain("DrugClass", "Antifungals, Triptans, SSRIs, Bronchodilators, Proton Pump Inhibitors")
    g.plain(
        "SideEffect", "Bleeding, Bruising, Nausea, Heartburn, Dizziness, Rash, Dry Cough, Fatigue, Dehydration, Tremor"
    )
    g.plain("SideEffect", "Muscle Pain, Diarrhoea, Headaches, Drowsiness, Insomnia")
    g.plain("Specialty", "Cardiology, Neurology, Psychiatry, Pulmonology, Endocrinology")
    g.plain("School", "Leeds, Heidelberg, Lahore, Dublin, Padua")
    g.plain("Country", "Norway, Switzerland, Germany, Ireland")
    g.plain("Organ", "Heart, Veins, Brain, Arteries, Joints, Pancreas, Lungs, Ears, Mouth, Stomach, Liver, Kidneys")
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    drugs, patients = g.of("Drug"), g.of("Patient")

    def remedies(condition: str) -> set[str]:
        return g.into(f"Condition/{condition}", "TREATS")

    def causing(effect: str) -> set[str]:
        return g.into(f"SideEffect/{effect}", "CAUSES")

    def banned(condition: str) -> set[str]:
        return g.into(f"Condition/{condition}", "CONTRAINDICATED_FOR")

    def kind(name: str) -> set[str]:
        return g.into(f"DrugClass/{name}", "BELONGS_TO")

    def clashes(name: str) -> set[str]:
        return g.both(f"Drug/{name}", "INTERACTS_WITH")

    def users(name: str) -> set[str]:
        return g.into(f"Drug/{name}", "TAKES")

    def made(name: str) -> set[str]:
        return g.into(f"Manufacturer/{name}", "MANUFACTURED_BY")

    return [
        ("What does Metformin treat?", "lookup", g.out("Drug/Metformin", "TREATS")),
        ("side effects of sertraline?", "lookup", g.out("Drug/Sertraline", "CAUSES")),
        ("Who makes Naproxen?", "lookup", g.out("Drug/Naproxen", "MANUFACTURED_BY")),
        ("Which medicines is Thomas Achebe on?", "lookup", g.out("Patient/Thomas Achebe", "TAKES")),
        ("Who runs Maple Ward?", "lookup", g.out("Ward/Maple Ward", "HEADED_BY")),
        ("What can be given for pneumonia?", "inverse", remedies("Pneumonia")),
        ("Which drugs must not be used in pregnancy?", "inverse", banned("Pregnancy")),
        ("Which medications can give you a dry cough?", "inverse", causing("Dry Cough")),
        ("patients with asthma", "inverse", g.into("Condition/Asthma", "SUFFERS_FROM")),
        ("Which doctors work on Willow Ward?", "typed", g.into("Ward/Willow Ward", "WORKS_ON")),
        ("What does warfarin interact with?", "lookup", clashes("Warfarin")),
        (
            "In which country is the maker of Salbutamol based?",
            "two-hop",
            g.out("Drug/Salbutamol", "MANUFACTURED_BY", "BASED_IN"),
        ),
        (
            "What is the specialty of Ingrid Holm's doctor?",
            "two-hop",
            g.out("Patient/Ingrid Holm", "TREATED_BY", "SPECIALISES_IN"),
        ),
        (
            "Which side effects might Mei Tanaka's medication have?",
            "two-hop",
            g.out("Patient/Mei Tanaka", "TAKES", "CAUSES"),
        ),
        ("Which diseases do triptans treat?", "two-hop", g.out(kind("Triptans"), "TREATS")),
        (
            "Which organs are affected by the conditions that Clarithromycin treats?",
            "two-hop",
            g.out("Drug/Clarithromycin", "TREATS", "AFFECTS"),
        ),
        (
            "Where are the makers of the drugs that Dr. Sana Malik prescribes based?",
            "three-hop",
            g.out("Doctor/Dr. Sana Malik", "PRESCRIBES", "MANUFACTURED_BY", "BASED_IN"),
        ),
        (
            "Which drug classes are used against conditions of the stomach?",
            "three-hop",
            g.out(g.into("Organ/Stomach", "AFFECTS", "TREATS"), "BELONGS_TO"),
        ),
        (
            "Which drugs treat both headache and fever?",
            "both",
            remedies("Headache") & remedies("Fever"),
        ),
        ("drugs that cause nausea and diarrhoea", "both", causing("Nausea") & causing("Diarrhoea")),
        ("Which drugs treat migraine or depression?", "either", remedies("Migraine") | remedies("Depression")),
        (
            "Which drugs for heart failure aren't contraindicated in kidney failure?",
            "but-not",
            remedies("Heart Failure") - banned("Kidney Failure"),
        ),
        (
            "Which medicines from Corvana do not cause nausea?",
            "but-not",
            made("Corvana") - causing("Nausea"),
        ),
        ("How many drugs does Osmia produce?", "count", len(made("Osmia"))),
        ("how many patients are on Maple Ward", "count", len(g.into("Ward/Maple Ward", "LIES_ON"))),
        ("What's the most expensive drug?", "superlative", g.top(drugs, "price_per_pack")),
        ("Who is the youngest patient?", "superlative", g.top(patients, "age", min)),
        (
            "Which cardiologist has the most years of experience?",
            "superlative",
            g.top(g.into("Specialty/Cardiology", "SPECIALISES_IN"), "years_of_experience"),
        ),
        ("Which drug was approved first?", "superlative", g.top(drugs, "approval_date", min)),
        (
            "Which condition is treated by the most drugs?",
            "superlative",
            g.most(g.of("Condition"), lambda c: g.into(c, "TREATS")),
        ),
        ("Which drugs cost less than 5?", "comparison", g.where(drugs, "price_per_pack", lambda v: v < 5)),
        (
            "Which patients are over 65?",
            "comparison",
            g.where(patients, "age", lambda v: v > 65),
        ),
        (
            "Drugs approved after 1995?",
            "comparison",
            g.where(drugs, "approval_date", lambda v: v > "1996"),
        ),
        (
            "Which wards have more beds than Birch Ward?",
            "comparison",
            g.where(g.of("Ward"), "beds", lambda v: v > g.value("Ward/Birch Ward", "beds")),
        ),
        (
            "Can you buy Omeprazole without a prescription?",
            "yes-no",
            not g.value("Drug/Omeprazole", "prescription_only"),
        ),
        ("Does paracetamol treat arthritis?", "yes-no", "Drug/Paracetamol" in remedies("Arthritis")),
        ("Is Lucia Conti on leave?", "yes-no", g.value("Doctor/Dr. Lucia Conti", "on_leave")),
        ("When was Peter Novak admitted?", "property", g.value("Patient/Peter Novak", "admitted_on")),
        ("on what floor is elm ward", "property", g.value("Ward/Elm Ward", "floor")),
        (
            "What is the average age of the patients who take Sertraline?",
            "average",
            mean(g.values(users("Sertraline"), "age")),
        ),
        ("How many beds are there altogether?", "sum", sum(g.values(g.of("Ward"), "beds"))),
        (
            "Which doctors were trained at the same school as Dr. Ravi Menon?",
            "same-as",
            g.into(g.out("Doctor/Dr. Ravi Menon", "TRAINED_AT"), "TRAINED_AT") - {"Doctor/Dr. Ravi Menon"},
        ),
        (
            "Who does the psychiatrist Dr. Helen Marsh treat?",
            "inverse",
            g.into("Doctor/Dr. Helen Marsh#2", "TREATED_BY"),
        ),
        ("What are the side effects of Gabapentin?", "absent", None),
        ("Which ward is Walter Simmons on?", "absent", None),
        ("What is the blood type of George Whitfield?", "absent", None),
        ("Who discovered Aspirin?", "absent", None),
        ("how much does Dr. Amara Obi earn", "absent", None),
    ]
