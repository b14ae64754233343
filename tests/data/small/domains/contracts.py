"""Contracts between companies: UPPER_CASE relations, clauses and obligations."""

from __future__ import annotations

from ..kit import Graph, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Jurisdiction",
        "legalSystem",
        """
    England and Wales | common law
    New York | common law
    Germany | civil law
    """,
    )
    g.table(
        "Company",
        "employees revenueMillions INCORPORATED_IN>Jurisdiction SUBSIDIARY_OF>Company",
        """
    Torwald Holdings | 5200 | 870 | Germany |
    Torwald Chemie | 1300 | 210 | Germany | Torwald Holdings
    Brightwell Ltd | 240 | 36 | England and Wales |
    Carver Freight | 890 | 95 | New York |
    Lumen Software | 75 | 12 | New York | Brightwell Ltd
    Osier Bank | 15000 | 4100 | England and Wales |
    """,
    )
    g.table(
        "Lawyer",
        "barYear REPRESENTS>Company",
        """
    Judith Amsel | 1999 | Torwald Holdings, Torwald Chemie
    Peter Cole | 2010 | Brightwell Ltd
    Fatima Rahman | 2016 | Carver Freight, Lumen Software
    """,
    )
    g.table(
        "Contract",
        "kind signedOn expiresOn valueEuros confidential GOVERNED_BY>Jurisdiction DRAFTED_BY>Lawyer AMENDS>Contract",
        """
    MSA-17 | services | 2019-03-01 | 2024-03-01 | 450000 | true | England and Wales | Peter Cole |
    SUP-03 | supply | 2020-07-15 | 2025-07-15 | 2200000 | false | Germany | Judith Amsel |
    LOAN-88 | loan | 2021-11-30 | 2031-11-30 | 9000000 | true | England and Wales | |
    NDA-41 | non-disclosure | 2022-02-10 | 2027-02-10 | | true | New York | Fatima Rahman |
    MSA-17A | services | 2021-05-05 | 2024-03-01 | 520000 | true | England and Wales | Peter Cole | MSA-17
    CAR-09 | carriage | 2023-09-01 | 2024-09-01 | 130000 | false | New York | Fatima Rahman |
    """,
    )
    for tail, role, c in [
        ("Lumen Software", "supplier", "MSA-17"),
        ("Osier Bank", "customer", "MSA-17"),
        ("Torwald Chemie", "supplier", "SUP-03"),
        ("Brightwell Ltd", "customer", "SUP-03"),
        ("Osier Bank", "lender", "LOAN-88"),
        ("Torwald Holdings", "borrower", "LOAN-88"),
        ("Lumen Software", "discloser", "NDA-41"),
        ("Carver Freight", "recipient", "NDA-41"),
        ("Lumen Software", "supplier", "MSA-17A"),
        ("Osier Bank", "customer", "MSA-17A"),
        ("Carver Freight", "carrier", "CAR-09"),
        ("Torwald Chemie", "shipper", "CAR-09"),
    ]:
        e = (f"Company/{tail}", "PARTY_TO", f"Contract/{c}")
        g.edges.append(e)
        g.said[e] = {"role": role}
    g.table(
        "Clause",
        "topic noticeDays PART_OF>Contract",
        """
    MSA-17 §4 | termination | 90 | MSA-17
    MSA-17 §9 | liability | | MSA-17
    SUP-03 §2 | delivery | | SUP-03
    SUP-03 §11 | termination | 30 | SUP-03
    LOAN-88 §6 | default | 14 | LOAN-88
    NDA-41 §3 | confidentiality | | NDA-41
    CAR-09 §5 | liability | | CAR-09
    """,
    )
    g.table(
        "Dispute",
        "filedOn outcome amount ARISES_FROM>Contract BROUGHT_BY>Company AGAINST>Company",
        """
    Osier v Lumen | 2022-08-20 | settled | 80000 | MSA-17 | Osier Bank | Lumen Software
    Brightwell v Torwald | 2023-01-15 | pending | 300000 | SUP-03 | Brightwell Ltd | Torwald Chemie
    Carver v Torwald | 2024-02-02 | dismissed | 25000 | CAR-09 | Carver Freight | Torwald Chemie
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    contracts, companies, lawyers, jurisdictions, clauses, disputes = (
        g.of(each) for each in ("Contract", "Company", "Lawyer", "Jurisdiction", "Clause", "Dispute")
    )
    return [
        ("Who are the parties to LOAN-88?", "inverse", g.into(of("LOAN-88"), "PARTY_TO")),
        ("Which contracts is Osier Bank a party to?", "lookup", g.out(of("Osier Bank"), "PARTY_TO")),
        ("Who is the lender in LOAN-88?", "edge", {of("Osier Bank")}),
        ("Who is the supplier under MSA-17?", "edge", {of("Lumen Software")}),
        ("What role does Carver Freight have in NDA-41?", "edge", ["recipient"]),
        ("Which law governs SUP-03?", "lookup", {of("Germany")}),
        ("Which contracts are governed by the law of New York?", "inverse", g.into(of("New York"), "GOVERNED_BY")),
        ("Who drafted MSA-17?", "lookup", {of("Peter Cole")}),
        ("Which contracts did Fatima Rahman draft?", "inverse", g.into(of("Fatima Rahman"), "DRAFTED_BY")),
        ("Which contract does MSA-17A amend?", "lookup", {of("MSA-17")}),
        ("What amends MSA-17?", "inverse", {of("MSA-17A")}),
        ("Has NDA-41 been amended?", "yes-no", False),
        ("When was LOAN-88 signed?", "value", ["2021-11-30"]),
        ("When does NDA-41 expire?", "value", ["2027-02-10"]),
        ("Which contracts expire in 2024?", "filter", g.where(contracts, "expiresOn", lambda v: v.startswith("2024"))),
        ("Which contracts were signed before 2021?", "filter", g.where(contracts, "signedOn", lambda v: v < "2021")),
        ("Which contract expires last?", "superlative", g.top(contracts, "expiresOn")),
        ("What is CAR-09 worth?", "value", ["130000"]),
        ("What is the value of SUP-03?", "value", ["2200000"]),
        ("Which contract is worth the most?", "superlative", g.top(contracts, "valueEuros")),
        (
            "Which contracts are worth over a million euros?",
            "filter",
            g.where(contracts, "valueEuros", lambda v: v > 1e6),
        ),
        ("Which contracts are confidential?", "filter", g.where(contracts, "confidential", bool)),
        ("Is CAR-09 confidential?", "yes-no", False),
        ("What kind of contract is MSA-17?", "value", ["services"]),
        ("Which service contracts are there?", "filter", g.where(contracts, "kind", lambda v: v == "services")),
        ("How many contracts is Torwald Chemie party to?", "count", 2),
        ("Where is Brightwell Ltd incorporated?", "lookup", {of("England and Wales")}),
        ("Which companies are incorporated in Germany?", "inverse", g.into(of("Germany"), "INCORPORATED_IN")),
        ("What is the parent company of Lumen Software?", "lookup", {of("Brightwell Ltd")}),
        ("Which companies are subsidiaries of Torwald Holdings?", "inverse", {of("Torwald Chemie")}),
        ("Which companies have no parent?", "negation", companies - g.into(companies, "SUBSIDIARY_OF")),
        ("How many employees does Osier Bank have?", "value", ["15000"]),
        ("Which company has the fewest employees?", "superlative", g.top(companies, "employees", min)),
        (
            "Which companies employ more than 1000 people?",
            "filter",
            g.where(companies, "employees", lambda v: v > 1000),
        ),
        ("What is the revenue of Carver Freight?", "value", ["95"]),
        ("Who represents Torwald Chemie?", "inverse", {of("Judith Amsel")}),
        ("Which companies does Fatima Rahman represent?", "lookup", g.out(of("Fatima Rahman"), "REPRESENTS")),
        ("Who is Brightwell's lawyer?", "inverse", {of("Peter Cole")}),
        ("Which company has no lawyer?", "negation", companies - g.out(lawyers, "REPRESENTS")),
        ("Which lawyer was admitted to the bar first?", "superlative", g.top(lawyers, "barYear", min)),
        ("Which clauses are in MSA-17?", "inverse", g.into(of("MSA-17"), "PART_OF")),
        (
            "Which contracts have a termination clause?",
            "hops",
            g.out(g.where(clauses, "topic", lambda v: v == "termination"), "PART_OF"),
        ),
        ("Which clauses deal with liability?", "filter", g.where(clauses, "topic", lambda v: v == "liability")),
        ("What is SUP-03 §2 about?", "value", ["delivery"]),
        ("How many days' notice does MSA-17 §4 require?", "value", ["90"]),
        ("Which contract can be terminated with 30 days' notice?", "hops", {of("SUP-03")}),
        ("Which contracts have no clauses?", "negation", contracts - g.out(clauses, "PART_OF")),
        ("Who brought Brightwell v Torwald?", "lookup", {of("Brightwell Ltd")}),
        ("Against whom was Osier v Lumen brought?", "lookup", {of("Lumen Software")}),
        ("Which disputes were brought against Torwald Chemie?", "inverse", g.into(of("Torwald Chemie"), "AGAINST")),
        ("Who has sued Torwald Chemie?", "hops", g.out(g.into(of("Torwald Chemie"), "AGAINST"), "BROUGHT_BY")),
        ("Which disputes are still pending?", "filter", g.where(disputes, "outcome", lambda v: v == "pending")),
        ("How did Carver v Torwald end?", "value", ["dismissed"]),
        ("What was the outcome of Osier v Lumen?", "value", ["settled"]),
        ("Which contract did Osier v Lumen arise from?", "lookup", {of("MSA-17")}),
        ("Which contracts led to a dispute?", "hops", g.out(disputes, "ARISES_FROM")),
        ("Which disputes were filed in 2023?", "filter", g.where(disputes, "filedOn", lambda v: v.startswith("2023"))),
        ("How much was at stake in Brightwell v Torwald?", "value", ["300000"]),
        ("What is the total amount in dispute?", "sum", 405000),
        ("Which companies have never been sued?", "negation", companies - g.out(disputes, "AGAINST")),
        (
            "Which jurisdictions are common law?",
            "filter",
            g.where(jurisdictions, "legalSystem", lambda v: v == "common law"),
        ),
        (
            "Which contracts are between Osier Bank and Lumen Software?",
            "and",
            g.out(of("Osier Bank"), "PARTY_TO") & g.out(of("Lumen Software"), "PARTY_TO"),
        ),
        (
            "Which companies have contracts with Torwald Chemie?",
            "hops",
            (g.into(g.out(of("Torwald Chemie"), "PARTY_TO"), "PARTY_TO")) - {of("Torwald Chemie")},
        ),
        ("How many disputes are there?", "count", 3),
        ("How long is the notice period in LOAN-88 §6?", "value", ["14"]),
        ("Who witnessed LOAN-88?", "absent", None),
        ("What is the interest rate of LOAN-88?", "absent", None),
        ("Which judge heard Carver v Torwald?", "absent", None),
        ("Where is the office of Peter Cole?", "absent", None),
        ("When was ABC-12 signed?", "absent", None),
        ("Who is the CEO of Brightwell Ltd?", "absent", None),
    ]
