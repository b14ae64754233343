"""Data protection law: regulations, articles, authorities, decisions, breaches."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Authority",
        "country seat founded staff head annual_budget_eur",
        """
    Office for Data Rights | Ireland | Cork | 1989 | 210 | Maeve Corrigan | 24000000
    Health Data Inspectorate | Ireland | Galway | 2012 | 45 | Fintan Rooney | 5200000
    Belgian Privacy Chamber | Belgium | Ghent | 1994 | 130 | Liesbeth Vanacker | 15500000
    Nordic Data Board | Denmark | Aarhus | 2003 | 95 | Soren Kjeldgaard |
    """,
    )
    g.table(
        "Regulation",
        "short_name country in_force_since maximum_fine_eur enforced_by>Authority",
        """
    Data Dignity Act | DDA | Ireland | 2018-05-25 | 20000000 | Office for Data Rights
    Biometric Identifiers Act | BIA | Belgium | 2021-01-01 | 5000000 | Belgian Privacy Chamber
    Patient Records Act | PRA | Ireland | 2014-09-01 | 1500000 | Health Data Inspectorate, Office for Data Rights
    Children's Privacy Code | CPC | Denmark | 2023-07-01 | 8000000 | Nordic Data Board
    Marketing Consent Regulation | MCR | Belgium | 2011-04-15 | | Belgian Privacy Chamber, Nordic Data Board
    """,
    )
    g.table(
        "Obligation",
        "summary applies_to deadline_in_hours written_record_required",
        """
    Data minimisation | collect no more data than the purpose needs | controller | | false
    Storage limitation | delete data once its purpose has ended | controller | | true
    Legal basis | have a lawful ground before any processing starts | controller | | true
    Erasure on request | delete a person's data when that person asks | controller | 720 | false
    Encryption | store and send data in encrypted form | both | | false
    Access control | let only authorised staff see the data | both | | true
    Breach notification | tell the authority about a breach | controller | 72 | true
    Explicit consent | get a clear and separate yes from the person | controller | | true
    Access logging | keep a log of who opened which record | processor | | true
    Age verification | check how old a user is before sign-up | controller | | false
    Parental consent | get a parent's permission for users under 16 | controller | | true
    Profiling ban | make no profiles of minors for advertising | both | | false
    Easy opt-out | let people stop marketing with one click | controller | 48 | false
    """,
    )
    g.table(
        "Article",
        "title paragraphs part_of>Regulation imposes>Obligation refers_to>Article",
        """
    DDA Art. 5 | Principles of processing | 2 | Data Dignity Act | Data minimisation, Storage limitation |
    DDA Art. 6 | Lawfulness | 4 | Data Dignity Act | Legal basis | DDA Art. 5
    DDA Art. 17 | Right to be forgotten | 3 | Data Dignity Act | Erasure on request | DDA Art. 6
    DDA Art. 32 | Security of processing | 4 | Data Dignity Act | Encryption, Access control | DDA Art. 5
    DDA Art. 33 | Reporting incidents | 5 | Data Dignity Act | Breach notification | DDA Art. 32
    BIA Art. 3 | Permission for biometrics | 2 | Biometric Identifiers Act | Explicit consent | DDA Art. 6
    BIA Art. 8 | Destruction of templates | 1 | Biometric Identifiers Act | Storage limitation | BIA Art. 3, DDA Art. 5
    PRA Art. 4 | Confidential records | 3 | Patient Records Act | Access control | DDA Art. 32
    PRA Art. 11 | Audit of access | 2 | Patient Records Act | Access logging | PRA Art. 4
    CPC Art. 2 | Young users | 3 | Children's Privacy Code | Age verification, Parental consent | DDA Art. 6
    CPC Art. 9 | Profiles of minors | 2 | Children's Privacy Code | Profiling ban |
    MCR Art. 1 | Opt-in for advertising | 6 | Marketing Consent Regulation | Explicit consent |
    MCR Art. 7 | Unsubscribing | 1 | Marketing Consent Regulation | Easy opt-out | MCR Art. 1
    """,
    )
    g.table(
        "DataCategory",
        "special_category typical_example",
        """
    Health records | true | discharge letter
    Fingerprints | true | clock-in template
    Face images | true | door camera photo
    Location data | false | GPS trace
    Email addresses | false | newsletter list
    Payment card numbers | false | saved card
    Browsing history | false | visited pages
    Home addresses | false | delivery address
    Salary data | false | payslip
    Children's profiles | false | player account
    """,
    )
    g.table(
        "Company",
        "sector country employees annual_turnover_eur listed_on_stock_exchange data_protection_officer supervised_by>Authority processes[legal_basis;retention_months]>DataCategory",
        """
    Brightloom Media | advertising | Ireland | 320 | 85000000 | true | Orla Devane | Office for Data Rights | Email addresses [consent;24], Browsing history [consent;12], Location data [legitimate interest;6]
    Carewell Clinics | healthcare | Ireland | 1450 | 210000000 | false | Niamh Tully | Health Data Inspectorate | Health records [legal obligation;120], Home addresses [contract;60]
    Fernhill Pharmacy Group | healthcare | Ireland | 640 | 98000000 | false | | Health Data Inspectorate | Health records [legal obligation;96], Payment card numbers [contract;18]
    Gatekey Systems | security | Belgium | 75 | 12000000 | false | Joris Maes | Belgian Privacy Chamber | Fingerprints [consent;3], Face images [consent;1]
    Vandamme Retail | retail | Belgium | 5200 | 940000000 | true | Ines Claessens | Belgian Privacy Chamber | Email addresses [consent;36], Payment card numbers [contract;13], Home addresses [contract;24]
    Postduif Logistics | logistics | Belgium | 2100 | 330000000 | false | | Belgian Privacy Chamber | Home addresses [contract;12], Location data [contract;2]
    Lilleput Games | gaming | Denmark | 160 | 41000000 | false | Astrid Holmgaard | Nordic Data Board | Children's profiles [consent;12], Browsing history [consent;6], Email addresses [contract;24]
    Skovbank | banking | Denmark | 880 | 275000000 | true | Mikkel Thorup | Nordic Data Board | Payment card numbers [contract;84], Salary data [contract;60], Home addresses [legal obligation;60]
    Tallow Insurance | insurance | Ireland | 1100 | 460000000 | true | Declan Furey | Office for Data Rights | Health records [consent;72], Salary data [contract;84], Email addresses [contract;84], Home addresses [contract;84]
    Fjordfit | fitness | Denmark | 38 | 6500000 | false | | Nordic Data Board | Location data [consent;24], Health records [consent;24], Fingerprints [consent;6]
    """,
    )
    g.table(
        "Breach",
        "date_discovered date_reported cause people_affected data_was_encrypted happened_at>Company exposed[number_of_records]>DataCategory",
        """
    Carewell Laptop Theft | 2022-11-08 | 2022-11-10 | stolen device | 3100 | false | Carewell Clinics | Health records [3100]
    Brightloom Mailing Leak | 2023-02-20 | 2023-02-28 | human error | 48000 | false | Brightloom Media | Email addresses [48000], Browsing history [12500]
    Vandamme Checkout Skimming | 2023-06-14 | 2023-06-16 | hacking | 67500 | false | Vandamme Retail | Payment card numbers [67500], Home addresses [41000]
    Gatekey Server Intrusion | 2024-01-19 | 2024-02-05 | hacking | 9400 | false | Gatekey Systems | Fingerprints [9400], Face images [2200]
    Lilleput Account Dump | 2024-03-02 | 2024-03-04 | hacking | 120000 | true | Lilleput Games | Children's profiles [120000], Email addresses [95000]
    Tallow Misdirected Letters | 2024-05-27 | 2024-05-28 | human error | 260 | false | Tallow Insurance | Health records [260]
    Skovbank Portal Bug | 2024-09-11 | 2024-09-12 | software bug | 5400 | false | Skovbank | Salary data [5400]
    Fernhill Ransomware | 2025-01-13 | 2025-01-15 | hacking | 22000 | true | Fernhill Pharmacy Group | Health records [22000], Payment card numbers [8000]
    Carewell Portal Mix-up | 2025-02-06 | | software bug | 85 | false | Carewell Clinics | Health records [85]
    """,
    )
    g.table(
        "Decision",
        "date outcome fine_eur appealed issued_by>Authority addressed_to>Company found_violation_of>Article follows_from>Breach",
        """
    HDI-03-2023 | 2023-04-18 | fine | 180000 | false | Health Data Inspectorate | Carewell Clinics | PRA Art. 4, DDA Art. 32 | Carewell Laptop Theft
    ODR-07-2023 | 2023-10-09 | fine | 750000 | true | Office for Data Rights | Brightloom Media | DDA Art. 33, DDA Art. 32 | Brightloom Mailing Leak
    BPC-11-2023 | 2023-12-01 | fine | 2400000 | true | Belgian Privacy Chamber | Vandamme Retail | DDA Art. 32 | Vandamme Checkout Skimming
    BPC-02-2024 | 2024-02-15 | fine | 120000 | false | Belgian Privacy Chamber | Vandamme Retail | MCR Art. 7 |
    BPC-09-2024 | 2024-07-22 | fine | 300000 | true | Belgian Privacy Chamber | Gatekey Systems | BIA Art. 3, BIA Art. 8, DDA Art. 33 | Gatekey Server Intrusion
    ODR-10-2024 | 2024-08-14 | reprimand | | false | Office for Data Rights | Tallow Insurance | DDA Art. 5 | Tallow Misdirected Letters
    NDB-05-2024 | 2024-09-30 | fine | 900000 | false | Nordic Data Board | Lilleput Games | CPC Art. 2, CPC Art. 9 | Lilleput Account Dump
    NDB-01-2025 | 2025-01-21 | order | | false | Nordic Data Board | Skovbank | DDA Art. 32 | Skovbank Portal Bug
    NDB-02-2025 | 2025-02-10 | fine | 40000 | false | Nordic Data Board | Fjordfit | DDA Art. 17 |
    BPC-03-2025 | 2025-03-03 | reprimand | | false | Belgian Privacy Chamber | Postduif Logistics | DDA Art. 17 |
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""
    U, R, duties, T, C, Y, B, X = (
        g.of(t)
        for t in ("Authority", "Regulation", "Obligation", "Article", "DataCategory", "Company", "Breach", "Decision")
    )
    k, v, one, said, tails = g.key, g.told, g.only, g.edge_told, g.tails

    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def eq(want):
        return lambda x: x == want

    # regulations, articles and obligations
    a("When did the Data Dignity Act come into force?", "value", v("Data Dignity Act", "in_force_since"))
    a(
        "What's the most a company can be fined under the Biometric Identifiers Act?",
        "value",
        v("Biometric Identifiers Act", "maximum_fine_eur"),
    )
    a("What does PRA stand for?", "inverse", {k("Patient Records Act")})
    a("Who enforces the Patient Records Act?", "lookup", g.out(k("Patient Records Act"), "enforced_by"))
    a(
        "Which laws is the Nordic Data Board responsible for enforcing?",
        "inverse",
        g.into(k("Nordic Data Board"), "enforced_by"),
    )
    a("Which of these laws has been around the longest?", "superlative", g.top(R, "in_force_since", min))
    a("Which regulations took effect after 2020?", "filter", w(R, "in_force_since", lambda x: x >= "2021"))
    a("What must a company do under DDA Art. 32?", "lookup", g.out(k("DDA Art. 32"), "imposes"))
    a("Where is explicit consent demanded? I need the articles", "inverse", g.into(k("Explicit consent"), "imposes"))
    a("Which law does CPC Art. 9 belong to?", "lookup", g.out(k("CPC Art. 9"), "part_of"))
    a(
        "What articles are there in the Children's Privacy Code?",
        "inverse",
        g.into(k("Children's Privacy Code"), "part_of"),
    )
    a("Which articles point back to DDA Art. 6?", "inverse", g.into(k("DDA Art. 6"), "refers_to"))
    a(
        "Which was discovered earlier, the Skovbank Portal Bug or the Tallow Misdirected Letters?",
        "compare",
        g.top({k("Skovbank Portal Bug"), k("Tallow Misdirected Letters")}, "date_discovered", min),
    )
    a("Which articles don't mention any other article?", "negation", T - {e[0] for e in g.edges if e[1] == "refers_to"})
    a("DDA Art. 17's title?", "value", v("DDA Art. 17", "title"))
    a("Which article has the most paragraphs?", "superlative", g.top(T, "paragraphs"))
    a(
        "How many articles of the Data Dignity Act do we have here?",
        "count",
        len(g.into(k("Data Dignity Act"), "part_of")),
    )
    a("What is meant by data minimisation?", "define", v("Data minimisation", "summary"))
    a(
        "Within how many hours does a breach notification have to be made?",
        "value",
        v("Breach notification", "deadline_in_hours"),
    )
    a(
        "Which obligations have to be documented in writing and bind controllers and processors alike?",
        "and",
        w(duties, "written_record_required", eq(True)) & w(duties, "applies_to", eq("both")),
    )
    a("Is a written record required for encryption?", "yes-no", g.value(k("Encryption"), "written_record_required"))
    a("Which duties fall only on processors?", "filter", w(duties, "applies_to", eq("processor")))
    a(
        "Which regulations impose storage limitation?",
        "hops",
        g.out(g.into(k("Storage limitation"), "imposes"), "part_of"),
    )
    a(
        "What obligations follow from the Marketing Consent Regulation?",
        "hops",
        g.out(g.into(k("Marketing Consent Regulation"), "part_of"), "imposes"),
    )
    a("How many articles does each regulation have?", "group", g.out(T, "part_of"))
    # authorities
    a("Who runs the Belgian Privacy Chamber?", "value", v("Belgian Privacy Chamber", "head"))
    a("Where does the Nordic Data Board have its seat?", "value", v("Nordic Data Board", "seat"))
    a("Which authority is the youngest?", "superlative", g.top(U, "founded"))
    a(
        "Who has more staff, the Nordic Data Board or the Belgian Privacy Chamber?",
        "compare",
        {k("Belgian Privacy Chamber")},
    )
    a("How many people work for the authorities on average?", "average", mean(g.values(U, "staff")))
    a("Which watchdogs sit in Ireland?", "filter", w(U, "country", eq("Ireland")))
    a("Which authority has handed down the most decisions?", "superlative", g.most(U, lambda x: g.into(x, "issued_by")))
    # companies
    a("Who's the data protection officer at Skovbank?", "value", v("Skovbank", "data_protection_officer"))
    a(
        "Which companies haven't named a data protection officer?",
        "negation",
        Y - w(Y, "data_protection_officer", lambda x: True),
    )
    a(
        "Which firms does the Health Data Inspectorate oversee?",
        "inverse",
        g.into(k("Health Data Inspectorate"), "supervised_by"),
    )
    a("What kinds of data does Fjordfit handle?", "lookup", g.out(k("Fjordfit"), "processes"))
    a("Which companies hold health records?", "inverse", g.into(k("Health records"), "processes"))
    a(
        "On what legal basis does Brightloom Media use location data?",
        "edge",
        said("Brightloom Media", "processes", "Location data", "legal_basis"),
    )
    a(
        "How many months may Carewell Clinics keep its health records?",
        "edge",
        said("Carewell Clinics", "processes", "Health records", "retention_months"),
    )
    a(
        "Who keeps health records on the basis of consent?",
        "edge",
        tails("processes", eq2("legal_basis", "consent"), "Health records"),
    )
    a(
        "Which companies keep any data for more than 80 months?",
        "edge",
        tails("processes", lambda d: d["retention_months"] > 80),
    )
    a(
        "Who works with both email addresses and browsing history?",
        "and",
        g.into(k("Email addresses"), "processes") & g.into(k("Browsing history"), "processes"),
    )
    a(
        "Which companies process any special category data?",
        "hops",
        g.into(w(C, "special_category", eq(True)), "processes"),
    )
    a("Are fingerprints special category data?", "yes-no", g.value(k("Fingerprints"), "special_category"))
    a("Which company has the largest turnover?", "superlative", g.top(Y, "annual_turnover_eur"))
    a(
        "Which Danish companies have fewer than 200 employees?",
        "filter",
        w(Y, "country", eq("Denmark")) & w(Y, "employees", lambda x: x < 200),
    )
    a(
        "Which companies outside Belgium are traded on the stock exchange?",
        "negation",
        w(Y, "listed_on_stock_exchange", eq(True)) - w(Y, "country", eq("Belgium")),
    )
    a(
        "Which other company is in the same sector as Carewell Clinics?",
        "share",
        w(Y, "sector", eq("healthcare")) - {k("Carewell Clinics")},
    )
    # breaches
    a("What caused the Tallow Misdirected Letters breach?", "value", v("Tallow Misdirected Letters", "cause"))
    a(
        "Whose was the Fernhill Ransomware incident, which company got hit?",
        "lookup",
        g.out(k("Fernhill Ransomware"), "happened_at"),
    )
    a("Which incidents were down to hacking?", "filter", w(B, "cause", eq("hacking")))
    a(
        "How many people were affected by hacking in total?",
        "sum",
        sum(g.values(w(B, "cause", eq("hacking")), "people_affected")),
    )
    a(
        "What kind of data got out in the Gatekey Server Intrusion?",
        "lookup",
        g.out(k("Gatekey Server Intrusion"), "exposed"),
    )
    a(
        "How many email addresses leaked in the Lilleput Account Dump?",
        "edge",
        said("Lilleput Account Dump", "exposed", "Email addresses", "number_of_records"),
    )
    a("Which breach hit the most people?", "superlative", g.top(B, "people_affected"))
    a(
        "Which breaches were discovered between June 2023 and March 2024?",
        "filter",
        w(B, "date_discovered", lambda x: "2023-06" <= x < "2024-04"),
    )
    a(
        "Was the data encrypted in the Skovbank Portal Bug?",
        "yes-no",
        g.value(k("Skovbank Portal Bug"), "data_was_encrypted"),
    )
    a("Which breaches have not led to any decision so far?", "negation", B - g.out(X, "follows_from"))
    a("Which companies have had more than one breach?", "group", {y for y in Y if len(g.into(y, "happened_at")) > 1})
    # decisions and fines
    a("How much was Gatekey Systems fined?", "hops", one(g.into(k("Gatekey Systems"), "addressed_to"), "fine_eur"))
    a("Who was on the receiving end of decision NDB-02-2025?", "lookup", g.out(k("NDB-02-2025"), "addressed_to"))
    a(
        "Which companies has the Belgian Privacy Chamber ruled against?",
        "hops",
        g.out(g.into(k("Belgian Privacy Chamber"), "issued_by"), "addressed_to"),
    )
    a("Who got away with a reprimand?", "hops", g.out(w(X, "outcome", eq("reprimand")), "addressed_to"))
    a("Which decisions were appealed?", "filter", w(X, "appealed", eq(True)))
    a("Add up all the fines for me please", "sum", sum(g.values(X, "fine_eur")))
    a(
        "What's the average fine in 2023?",
        "average",
        mean(g.values(w(X, "date", lambda x: x.startswith("2023")), "fine_eur")),
    )
    a("What was the most recent decision?", "superlative", g.top(X, "date"))
    a("Which article gets violated most often?", "superlative", g.most(T, lambda x: g.into(x, "found_violation_of")))
    a(
        "Which companies broke rules of the Biometric Identifiers Act?",
        "hops",
        g.out(g.into(k("Biometric Identifiers Act"), "part_of", "found_violation_of"), "addressed_to"),
    )
    a(
        "Which authority dealt with the Brightloom Mailing Leak?",
        "hops",
        g.out(g.into(k("Brightloom Mailing Leak"), "follows_from"), "issued_by"),
    )
    assert len(q) == 70, len(q)
    a("Which law firm represented Vandamme Retail?", "absent", None)
    a("Who hacked Gatekey Systems?", "absent", None)
    a("How did the court rule on Brightloom's appeal?", "absent", None)
    a("Who is the chief executive of Lilleput Games?", "absent", None)
    a("Did Carewell Clinics pay compensation to the patients?", "absent", None)
    a("How many complaints did the Office for Data Rights receive last year?", "absent", None)
    a("Which companies transfer data to the United States?", "absent", None)
    a("Which members of parliament voted against the Children's Privacy Code?", "absent", None)
    return q


def eq2(name, want):
    return lambda said: said[name] == want
