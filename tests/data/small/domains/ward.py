"""A hospital ward: patients, admissions, medicines, beds, lab results."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Diagnosis",
        "icd10Code chronic isolationNeeded description",
        """
    Pneumonia | J18.9 | false | false | infection of the lung tissue
    COPD | J44.9 | true | false | long-term narrowing of the airways
    Heart Failure | I50.9 | true | false | the heart pumps too weakly for what the body needs
    Atrial Fibrillation | I48.9 | true | false | irregular and often fast heartbeat
    Type 2 Diabetes | E11.9 | true | false | raised blood sugar because insulin works poorly
    Influenza | J10.1 | false | true | viral infection of nose, throat and lungs
    Pulmonary Embolism | I26.9 | false | false | blood clot in an artery of the lung
    Asthma | J45.9 | true | false | attacks of wheezing from inflamed airways
    C. difficile Infection | A04.7 | false | true | bowel infection after antibiotics
    """,
    )
    g.table(
        "Medicine",
        "drugClass form packPriceGBP stockPacks controlled TREATS>Diagnosis INTERACTS_WITH[severity]>Medicine",
        """
    Amoxicillin | antibiotic | capsule | 1.85 | 40 | false | Pneumonia |
    Prednisolone | steroid | tablet | 2.15 | 25 | false | COPD, Asthma |
    Salbutamol | bronchodilator | nebule | 3.45 | 18 | false | COPD, Asthma |
    Furosemide | diuretic | tablet | 0.95 | 32 | false | Heart Failure |
    Bisoprolol | beta blocker | tablet | 1.25 | 28 | false | Heart Failure, Atrial Fibrillation | Salbutamol [moderate]
    Apixaban | anticoagulant | tablet | 26.65 | 9 | false | Atrial Fibrillation, Pulmonary Embolism |
    Metformin | antidiabetic | tablet | 1.55 | 22 | false | Type 2 Diabetes |
    Oseltamivir | antiviral | capsule | 15.45 | 6 | false | Influenza |
    Vancomycin | antibiotic | capsule | 88 | 3 | false | C. difficile Infection |
    Morphine | opioid | ampoule | 7.25 | 12 | true | |
    Oxycodone | opioid | tablet | 12.55 | 5 | true | | Morphine [severe]
    Paracetamol | painkiller | tablet | 0.65 | 60 | false | |
    Ibuprofen | anti-inflammatory | tablet | 1.15 | | false | | Apixaban [severe], Furosemide [moderate], Prednisolone [mild]
    """,
    )
    g.table(
        "Patient",
        "hospitalNumber dateOfBirth sex weightKg bloodGroup livesAlone resusStatus nextOfKin HAS_DIAGNOSIS[diagnosedOn]>Diagnosis PRESCRIBED[doseMg;route;timesPerDay]>Medicine ALLERGIC_TO[reaction]>Medicine",
        """
    Albert Finch | H20417 | 1941-03-12 | male | 71 | A+ | true | DNACPR | Carol Finch | Pneumonia [2025-03-02], COPD [2012-05-14] | Amoxicillin [500;oral;3], Prednisolone [30;oral;1], Salbutamol [5;nebuliser;4] |
    Beatriz Lomax | H20588 | 1968-11-30 | female | 64 | O+ | false | full | Ian Lomax | Atrial Fibrillation [2021-06-09] | Apixaban [5;oral;2], Bisoprolol [2.5;oral;1] | Ibuprofen [rash]
    Cyril Dunmore | H19874 | 1937-07-05 | male | 82 | B+ | true | DNACPR | | Heart Failure [2017-10-03], Atrial Fibrillation [2016-01-26] | Furosemide [40;intravenous;2], Bisoprolol [1.25;oral;1], Apixaban [2.5;oral;2] | Morphine [vomiting]
    Deepa Narang | H21003 | 1985-01-22 | female | 58 | O- | false | full | Sanjay Narang | Asthma [1999-04-11] | Salbutamol [2.5;nebuliser;4], Prednisolone [40;oral;1] | Ibuprofen [wheeze]
    Eamon Kelleher | H20911 | 1954-09-17 | male | 104 | A+ | false | full | Nuala Kelleher | Type 2 Diabetes [2010-02-18], Heart Failure [2022-12-06] | Metformin [1000;oral;2], Furosemide [80;intravenous;2], Bisoprolol [5;oral;1] |
    Freya Lindqvist | H21120 | 1996-05-08 | female | 61 | AB+ | true | full | Karin Lindqvist | Influenza [2025-03-03] | Oseltamivir [75;oral;2], Paracetamol [1000;oral;4] |
    Gordon Tembo | H20645 | 1949-12-02 | male | 77 | O+ | false | full | Ruth Tembo | COPD [2015-09-21], Pneumonia [2025-03-07] | Amoxicillin [1000;intravenous;3], Salbutamol [2.5;nebuliser;6] |
    Hilda Prosser | H19530 | 1933-02-19 | female | 49 | A- | true | DNACPR | | C. difficile Infection [2025-02-27], Heart Failure [2014-06-30] | Vancomycin [125;oral;4], Furosemide [20;oral;1], Morphine [2.5;subcutaneous;4] |
    Imran Qadir | H21077 | 1979-06-25 | male | 90 | B+ | false | full | Sara Qadir | Pulmonary Embolism [2025-03-06] | Apixaban [10;oral;2], Morphine [5;intravenous;4], Paracetamol [1000;oral;4] | Amoxicillin [rash]
    Judith Osei | H20802 | 1962-08-14 | female | | O+ | true | full | Kofi Osei | Type 2 Diabetes [2018-03-15], Pneumonia [2025-03-07] | Metformin [500;oral;3], Vancomycin [1000;intravenous;2] | Amoxicillin [anaphylaxis]
    Kwame Larbi | H21144 | 2001-10-03 | male | 68 | | false | full | Abena Larbi | Asthma [2008-11-05], Influenza [2025-03-08], Pneumonia [2025-03-09] | Oseltamivir [75;oral;2], Salbutamol [5;nebuliser;4], Paracetamol [1000;intravenous;3] |
    """,
    )
    g.table(
        "Doctor",
        "grade specialty bleep startedOn SUPERVISES>Doctor",
        """
    Dr Ilse Varga | consultant | respiratory medicine | 4410 | 2009-09-01 | Dr Hannah Breck, Dr Mei Tan
    Dr Tomas Okafor | consultant | cardiology | 4411 | 2015-02-16 | Dr Rui Salgado
    Dr Hannah Breck | registrar | respiratory medicine | 4425 | 2020-08-05 | Dr Owen Pryce
    Dr Rui Salgado | registrar | cardiology | 4427 | 2021-08-04 |
    Dr Mei Tan | foundation doctor | general medicine | | 2024-08-07 |
    Dr Owen Pryce | foundation doctor | general medicine | 4433 | 2023-08-02 |
    """,
    )
    g.table(
        "Nurse",
        "band shift extension ivTrained CARES_FOR>Patient",
        """
    Joan Achebe | 7 | day | 3301 | true | Albert Finch, Cyril Dunmore, Judith Osei
    Piotr Zielak | 5 | night | 3302 | true | Albert Finch, Imran Qadir
    Siobhan Daly | 6 | day | 3303 | true | Hilda Prosser, Freya Lindqvist, Kwame Larbi, Eamon Kelleher
    Marcus Yeo | 5 | night | | false | Gordon Tembo, Cyril Dunmore
    Leila Haddad | 6 | night | 3305 | true | Hilda Prosser, Eamon Kelleher, Kwame Larbi
    """,
    )
    g.table(
        "Bed",
        "bay bedType hasOxygen hasMonitor status",
        """
    Bed 1 | A | standard | true | true | occupied
    Bed 2 | A | standard | true | true | occupied
    Bed 3 | A | bariatric | true | true | occupied
    Bed 4 | B | standard | true | false | occupied
    Bed 5 | B | standard | true | false | occupied
    Bed 6 | B | standard | true | false | occupied
    Bed 7 | C | standard | false | false | free
    Bed 8 | C | bariatric | false | false | cleaning
    Side Room 1 | | isolation | true | false | occupied
    Side Room 2 | | isolation | false | false | occupied
    Side Room 3 | | isolation | true | true | occupied
    """,
    )
    g.table(
        "Admission",
        "admittedOn cameFrom presentingComplaint dischargedOn plannedDischarge STAY_OF>Patient ADMITTED_BY>Doctor IN_BED>Bed",
        """
    ADM-3088 | 2025-02-03 | A&E | chest pain | 2025-02-09 | | Eamon Kelleher | Dr Tomas Okafor | Bed 3
    ADM-3101 | 2025-02-24 | GP referral | leg swelling | | 2025-03-14 | Cyril Dunmore | Dr Rui Salgado | Bed 1
    ADM-3102 | 2025-02-26 | nursing home | diarrhoea | | 2025-03-18 | Hilda Prosser | Dr Hannah Breck | Side Room 1
    ADM-3104 | 2025-03-01 | A&E | palpitations | 2025-03-04 | | Beatriz Lomax | Dr Tomas Okafor | Bed 2
    ADM-3105 | 2025-03-02 | A&E | breathlessness | | 2025-03-11 | Albert Finch | Dr Owen Pryce | Bed 4
    ADM-3107 | 2025-03-03 | A&E | fever | | | Freya Lindqvist | Dr Mei Tan | Side Room 2
    ADM-3108 | 2025-03-04 | A&E | wheeze | 2025-03-06 | | Deepa Narang | Dr Hannah Breck | Bed 5
    ADM-3110 | 2025-03-05 | GP referral | breathlessness | | 2025-03-12 | Eamon Kelleher | Dr Rui Salgado | Bed 3
    ADM-3111 | 2025-03-06 | A&E | chest pain | | 2025-03-13 | Imran Qadir | Dr Mei Tan | Bed 2
    ADM-3112 | 2025-03-07 | transfer | fever | | 2025-03-15 | Judith Osei | Dr Ilse Varga | Bed 6
    ADM-3113 | 2025-03-07 | A&E | breathlessness | | | Gordon Tembo | Dr Owen Pryce | Bed 5
    ADM-3115 | 2025-03-08 | A&E | wheeze | | | Kwame Larbi | Dr Owen Pryce | Side Room 3
    """,
    )
    g.table(
        "LabResult",
        "test result unit takenOn flag SAMPLE_FROM>Patient REQUESTED_BY>Doctor",
        """
    LR-901 | CRP | 148 | mg/L | 2025-03-02 | high | Albert Finch | Dr Owen Pryce
    LR-902 | white cell count | 15.2 | 10^9/L | 2025-03-02 | high | Albert Finch | Dr Owen Pryce
    LR-903 | BNP | 1850 | ng/L | 2025-02-24 | high | Cyril Dunmore | Dr Rui Salgado
    LR-904 | potassium | 3.1 | mmol/L | 2025-02-25 | low | Cyril Dunmore | Dr Rui Salgado
    LR-905 | potassium | 4.4 | mmol/L | 2025-03-05 | normal | Eamon Kelleher | Dr Rui Salgado
    LR-906 | HbA1c | 71 | mmol/mol | 2025-03-06 | high | Eamon Kelleher | Dr Tomas Okafor
    LR-907 | D-dimer | 4200 | ng/mL | 2025-03-06 | high | Imran Qadir | Dr Mei Tan
    LR-908 | CRP | 62 | mg/L | 2025-03-07 | high | Judith Osei | Dr Ilse Varga
    LR-909 | haemoglobin | 88 | g/L | 2025-02-27 | low | Hilda Prosser | Dr Hannah Breck
    LR-910 | CRP | 4 | mg/L | 2025-03-04 | normal | Deepa Narang | Dr Hannah Breck
    LR-911 | CRP | 96 | mg/L | 2025-03-07 | high | Gordon Tembo | Dr Owen Pryce
    LR-912 | potassium | 5.9 | mmol/L | 2025-03-08 | high | Hilda Prosser | Dr Ilse Varga
    LR-913 | haemoglobin | 131 | g/L | 2025-03-01 | normal | Beatriz Lomax | Dr Tomas Okafor
    LR-914 | troponin | 6 | ng/L | 2025-03-08 | normal | Kwame Larbi | Dr Owen Pryce
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""
    D, M, P, K, N, B, A, L = (
        g.of(t) for t in ("Diagnosis", "Medicine", "Patient", "Doctor", "Nurse", "Bed", "Admission", "LabResult")
    )
    k, v, one, said, tails, heads = g.key, g.told, g.only, g.edge_told, g.tails, g.heads

    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def stay(n):
        return g.into(k(n), "STAY_OF")

    def on(rel):
        return lambda x: g.into(x, rel)

    # medicines and allergies
    a("What is Judith Osei allergic to?", "lookup", g.out(k("Judith Osei"), "ALLERGIC_TO"))
    a("Who mustn't have ibuprofen because of an allergy?", "inverse", g.into(k("Ibuprofen"), "ALLERGIC_TO"))
    a("How does Osei react to amoxicillin?", "edge", said("Judith Osei", "ALLERGIC_TO", "Amoxicillin", "reaction"))
    a("Which meds is Cyril Dunmore on?", "lookup", g.out(k("Cyril Dunmore"), "PRESCRIBED"))
    a("Who's getting salbutamol?", "inverse", g.into(k("Salbutamol"), "PRESCRIBED"))
    a("Kelleher's furosemide dose?", "edge", said("Eamon Kelleher", "PRESCRIBED", "Furosemide", "doseMg"))
    a(
        "By what route does Mr Dunmore have his furosemide?",
        "edge",
        said("Cyril Dunmore", "PRESCRIBED", "Furosemide", "route"),
    )
    a(
        "How many times a day does Hilda Prosser get vancomycin?",
        "edge",
        said("Hilda Prosser", "PRESCRIBED", "Vancomycin", "timesPerDay"),
    )
    a(
        "Which patients are having something intravenously?",
        "edge",
        tails("PRESCRIBED", lambda d: d["route"] == "intravenous"),
    )
    a("Who gets amoxicillin orally?", "edge", tails("PRESCRIBED", lambda d: d["route"] == "oral", "Amoxicillin"))
    a(
        "What goes through the nebuliser for Deepa Narang?",
        "edge",
        heads("PRESCRIBED", lambda d: d["route"] == "nebuliser", "Deepa Narang"),
    )
    a("What can I give someone for asthma?", "inverse", g.into(k("Asthma"), "TREATS"))
    a("What is apixaban good for?", "lookup", g.out(k("Apixaban"), "TREATS"))
    a("Which drugs don't go together with ibuprofen?", "lookup", g.both(k("Ibuprofen"), "INTERACTS_WITH"))
    a(
        "How serious is it if I combine ibuprofen with apixaban?",
        "edge",
        said("Ibuprofen", "INTERACTS_WITH", "Apixaban", "severity"),
    )
    a("Is morphine a controlled drug?", "yes-no", True)
    a("How many packs of oseltamivir have we got left?", "value", v("Oseltamivir", "stockPacks"))
    a("Which medicine costs us the most per pack?", "superlative", g.top(M, "packPriceGBP"))
    a("Show me everything with fewer than 10 packs in stock", "filter", w(M, "stockPacks", lambda x: x < 10))
    a("Is Imran Qadir on apixaban?", "yes-no", k("Apixaban") in g.out(k("Imran Qadir"), "PRESCRIBED"))
    a("Which medicines is nobody taking at the moment?", "negation", M - g.out(P, "PRESCRIBED"))
    a("Which drug is given to the most patients?", "superlative", g.most(M, on("PRESCRIBED")))
    a(
        "How many packs of opioids do we hold in total?",
        "sum",
        sum(g.values(w(M, "drugClass", lambda x: x == "opioid"), "stockPacks")),
    )
    a(
        "Who is on both furosemide and bisoprolol?",
        "and",
        g.into(k("Furosemide"), "PRESCRIBED") & g.into(k("Bisoprolol"), "PRESCRIBED"),
    )
    # patients
    a("Finch's date of birth?", "value", v("Albert Finch", "dateOfBirth"))
    a("Which of the two came in first, Lindqvist or Qadir?", "compare", {k("Freya Lindqvist")})
    a(
        "Which patients came in between 1 and 4 March 2025?",
        "hops",
        g.out(w(A, "admittedOn", lambda x: "2025-03-01" <= x <= "2025-03-04"), "STAY_OF"),
    )
    a("Who is Gordon Tembo's next of kin?", "value", v("Gordon Tembo", "nextOfKin"))
    a("Which patients have a DNACPR?", "filter", w(P, "resusStatus", lambda x: x == "DNACPR"))
    a("Who goes home to an empty house, I mean who lives alone?", "filter", w(P, "livesAlone", lambda x: x is True))
    a("Who is our oldest patient?", "superlative", g.top(P, "dateOfBirth", min))
    a("Which patients weigh less than 60 kg?", "filter", w(P, "weightKg", lambda x: x < 60))
    a(
        "What's the average weight of the women?",
        "average",
        mean(g.values(w(P, "sex", lambda x: x == "female"), "weightKg")),
    )
    a("Who's heavier, Tembo or Larbi?", "compare", {k("Gordon Tembo")})
    a(
        "Who has the same blood group as Cyril Dunmore?",
        "share",
        w(P, "bloodGroup", lambda x: x == "B+") - {k("Cyril Dunmore")},
    )
    a("Is Marcus Yeo IV trained?", "yes-no", g.value(k("Marcus Yeo"), "ivTrained"))
    # diagnoses
    a("What has Kwame Larbi been diagnosed with?", "lookup", g.out(k("Kwame Larbi"), "HAS_DIAGNOSIS"))
    a("Who has heart failure?", "inverse", g.into(k("Heart Failure"), "HAS_DIAGNOSIS"))
    a(
        "When was COPD first found in Albert Finch?",
        "edge",
        said("Albert Finch", "HAS_DIAGNOSIS", "COPD", "diagnosedOn"),
    )
    a(
        "Which patients have pneumonia on top of COPD?",
        "and",
        g.into(k("Pneumonia"), "HAS_DIAGNOSIS") & g.into(k("COPD"), "HAS_DIAGNOSIS"),
    )
    a(
        "Who has heart failure but no atrial fibrillation?",
        "negation",
        g.into(k("Heart Failure"), "HAS_DIAGNOSIS") - g.into(k("Atrial Fibrillation"), "HAS_DIAGNOSIS"),
    )
    a(
        "Which patients have a condition that needs isolation?",
        "hops",
        g.into(w(D, "isolationNeeded", lambda x: x is True), "HAS_DIAGNOSIS"),
    )
    a("What is COPD?", "define", v("COPD", "description"))
    a(
        "Who else has influenza besides Freya Lindqvist?",
        "share",
        g.into(k("Influenza"), "HAS_DIAGNOSIS") - {k("Freya Lindqvist")},
    )
    a("How many patients have each diagnosis?", "group", g.out(P, "HAS_DIAGNOSIS"))
    a(
        "Which nurses look after people with diabetes?",
        "hops",
        g.into(k("Type 2 Diabetes"), "HAS_DIAGNOSIS", "CARES_FOR"),
    )
    # nurses and doctors
    a("Which nurses have Hilda Prosser?", "inverse", g.into(k("Hilda Prosser"), "CARES_FOR"))
    a("How many patients is Joan Achebe looking after?", "count", len(g.out(k("Joan Achebe"), "CARES_FOR")))
    a("Which nurse has the most patients?", "superlative", g.most(N, lambda x: g.out(x, "CARES_FOR")))
    a(
        "Which of the night nurses are trained for IVs?",
        "and",
        w(N, "shift", lambda x: x == "night") & w(N, "ivTrained", lambda x: x is True),
    )
    a("What extension do I ring for Leila Haddad?", "value", v("Leila Haddad", "extension"))
    a("Who is Dr Pryce's supervisor?", "inverse", g.into(k("Dr Owen Pryce"), "SUPERVISES"))
    a("Which doctors joined us since 2021?", "filter", w(K, "startedOn", lambda x: x >= "2021"))
    # beds and admissions
    a("Where is Albert Finch, which bed?", "hops", g.out(stay("Albert Finch"), "IN_BED"))
    a("Who's in Side Room 2?", "hops", g.out(g.into(k("Side Room 2"), "IN_BED"), "STAY_OF"))
    a("Which beds are free right now?", "filter", w(B, "status", lambda x: x == "free"))
    a("How many beds have a monitor?", "count", len(w(B, "hasMonitor", lambda x: x is True)))
    a("Which beds have no oxygen?", "negation", w(B, "hasOxygen", lambda x: x is False))
    a("When did Judith Osei come in?", "hops", one(stay("Judith Osei"), "admittedOn"))
    a("Who admitted Imran Qadir?", "hops", g.out(stay("Imran Qadir"), "ADMITTED_BY"))
    a(
        "Which patients were admitted on 7 March 2025?",
        "hops",
        g.out(w(A, "admittedOn", lambda x: x == "2025-03-07"), "STAY_OF"),
    )
    a("Which admissions happened in February 2025?", "filter", w(A, "admittedOn", lambda x: x.startswith("2025-02")))
    a("Which doctor has admitted the most patients?", "superlative", g.most(K, on("ADMITTED_BY")))
    a("Who has been admitted more than once?", "group", {p for p in P if len(g.into(p, "STAY_OF")) > 1})
    a("When is Mr Finch supposed to go home?", "hops", one(stay("Albert Finch"), "plannedDischarge"))
    # lab
    crp = w(L, "test", lambda x: x == "CRP")
    a("What was Tembo's CRP?", "hops", one(crp & g.into(k("Gordon Tembo"), "SAMPLE_FROM"), "result"))
    a(
        "Whose potassium came back low?",
        "hops",
        g.out(w(L, "test", lambda x: x == "potassium") & w(L, "flag", lambda x: x == "low"), "SAMPLE_FROM"),
    )
    a("Mean CRP across all the samples?", "average", mean(g.values(crp, "result")))
    a("Which lab results has Dr Breck asked for?", "inverse", g.into(k("Dr Hannah Breck"), "REQUESTED_BY"))
    a("Whose CRP was the highest?", "superlative", g.out(g.top(crp, "result"), "SAMPLE_FROM"))
    assert len(q) == 70, len(q)
    a("What's Finch's blood pressure this morning?", "absent", None)
    a("Who is the ward pharmacist?", "absent", None)
    a("When is Deepa Narang's follow-up appointment?", "absent", None)
    a("What does Dr Tan earn?", "absent", None)
    a("Which patients are vegetarian?", "absent", None)
    a("When does the amoxicillin expire?", "absent", None)
    a("Who visited Hilda Prosser yesterday?", "absent", None)
    a("Which surgeon operated on Kelleher?", "absent", None)
    return q
