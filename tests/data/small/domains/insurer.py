"""Insurance: policies, claims, adjusters; UPPER relations and camelCase props."""

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Branch",
        "town staffCount",
        """
    Harbour Branch | Brill | 14
    Market Branch | Cobden | 9
    """,
    )
    g.table(
        "Adjuster",
        "grade WORKS_AT>Branch SUPERVISED_BY>Adjuster",
        """
    Gwen Pratt | senior | Harbour Branch |
    Ivo Sand | junior | Harbour Branch | Gwen Pratt
    Lily Marsh | senior | Market Branch |
    """,
    )
    g.table(
        "Customer",
        "age occupation riskScore LIVES_NEAR>Branch",
        """
    Ned Barrow | 45 | baker | 3.2 | Harbour Branch
    Olive Tan | 31 | pilot | 6.1 | Market Branch
    Piet Groen | 62 | farmer | 4.4 | Market Branch
    Quinn Adair | 27 | student | 7.5 | Harbour Branch
    """,
    )
    g.table(
        "Policy",
        "line premium startDate endDate excess HELD_BY>Customer SOLD_AT>Branch COVERS>Asset",
        """
    P-100 | motor | 620 | 2022-01-01 | 2023-01-01 | 250 | Ned Barrow | Harbour Branch | Van
    P-101 | home | 310 | 2022-06-01 | 2025-06-01 | 100 | Ned Barrow | Harbour Branch | Bakery
    P-102 | motor | 890 | 2023-03-15 | 2024-03-15 | 500 | Olive Tan | Market Branch | Sports Car
    P-103 | farm | 1450 | 2021-09-01 | 2026-09-01 | 1000 | Piet Groen | Market Branch | Barn, Tractor
    P-104 | motor | 980 | 2024-02-01 | 2025-02-01 | 500 | Quinn Adair | Harbour Branch | Scooter
    """,
    )
    g.table(
        "Asset",
        "value yearMade",
        """
    Van | 14000 | 2017
    Bakery | 230000 | 1988
    Sports Car | 61000 | 2021
    Barn | 90000 | 1954
    Tractor | 38000 | 2012
    Scooter | 2800 | 2022
    """,
    )
    g.table(
        "Claim",
        "filed amount status cause UNDER>Policy HANDLED_BY>Adjuster",
        """
    C-1 | 2022-05-02 | 3400 | paid | collision | P-100 | Ivo Sand
    C-2 | 2023-01-20 | 12000 | denied | flood | P-101 | Gwen Pratt
    C-3 | 2023-11-11 | 8000 | paid | collision | P-102 | Lily Marsh
    C-4 | 2024-04-09 | 51000 | open | fire | P-103 | Lily Marsh
    C-5 | 2024-07-30 | 900 | open | theft | P-104 | Ivo Sand
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def policies_of(name: str) -> Ids:
        return g.into(of(name), "HELD_BY")

    def claims_of(name: str) -> Ids:
        return g.into(policies_of(name), "UNDER")

    adjusters, customers, policies, assets, claims = (
        g.of(each) for each in ("Adjuster", "Customer", "Policy", "Asset", "Claim")
    )
    return [
        ("Who holds P-103?", "lookup", {of("Piet Groen")}),
        ("Which policies does Ned Barrow have?", "inverse", policies_of("Ned Barrow")),
        ("What does P-103 cover?", "lookup", g.out(of("P-103"), "COVERS")),
        ("Which policy covers the Scooter?", "inverse", {of("P-104")}),
        ("Is the Tractor insured?", "yes-no", True),
        ("What is the premium of P-102?", "value", ["890"]),
        ("How much does Quinn Adair pay?", "hops", ["980"]),
        ("How much does Ned Barrow pay in total?", "sum", 930),
        ("Which policy has the highest premium?", "superlative", g.top(policies, "premium")),
        ("Which policies are motor policies?", "filter", g.where(policies, "line", lambda v: v == "motor")),
        ("How many home policies are there?", "count", 1),
        ("When does P-101 end?", "value", ["2025-06-01"]),
        ("When did P-104 start?", "value", ["2024-02-01"]),
        ("Which policies expire in 2025?", "filter", g.where(policies, "endDate", lambda v: v.startswith("2025"))),
        ("Which policies began before 2022?", "filter", g.where(policies, "startDate", lambda v: v < "2022")),
        ("What is the excess on P-100?", "value", ["250"]),
        ("Who sold P-102?", "lookup", {of("Market Branch")}),
        ("Which policies were sold at Harbour Branch?", "inverse", g.into(of("Harbour Branch"), "SOLD_AT")),
        ("Which claims has Ned Barrow made?", "hops", claims_of("Ned Barrow")),
        ("Has Piet Groen made a claim?", "yes-no", True),
        ("Who filed C-3?", "hops", {of("Olive Tan")}),
        ("Who claimed for theft?", "hops", {of("Quinn Adair")}),
        ("Who made claim C-4?", "hops", {of("Piet Groen")}),
        ("Which policy is C-2 under?", "lookup", {of("P-101")}),
        ("Who is handling C-4?", "lookup", {of("Lily Marsh")}),
        ("Which claims does Ivo Sand handle?", "inverse", g.into(of("Ivo Sand"), "HANDLED_BY")),
        ("How much was claimed in C-1?", "value", ["3400"]),
        ("What was the reason for C-2?", "value", ["flood"]),
        ("Why was C-4 filed?", "value", ["fire"]),
        ("Which claims were caused by a collision?", "filter", g.where(claims, "cause", lambda v: v == "collision")),
        ("Which claims are still open?", "filter", g.where(claims, "status", lambda v: v == "open")),
        ("Was C-2 paid?", "yes-no", False),
        ("What is the status of C-5?", "value", ["open"]),
        ("How many claims have been paid?", "count", 2),
        ("What is the largest claim?", "superlative", g.top(claims, "amount")),
        ("Which claims are for more than 10,000?", "filter", g.where(claims, "amount", lambda v: v > 10000)),
        ("How much has been paid out in total?", "sum", 11400),
        ("What is the average claim?", "average", 15060),
        ("Which claims were filed in 2024?", "filter", g.where(claims, "filed", lambda v: v.startswith("2024"))),
        ("When did Olive Tan claim?", "hops", ["2023-11-11"]),
        ("Which customers have open claims?", "hops", {of("Piet Groen"), of("Quinn Adair")}),
        ("Who has had a claim denied?", "hops", {of("Ned Barrow")}),
        ("Which customers have more than one policy?", "group", {of("Ned Barrow")}),
        ("How old is Piet Groen?", "value", ["62"]),
        ("What does Olive Tan do for a living?", "value", ["pilot"]),
        ("Who is the riskiest customer?", "superlative", g.top(customers, "riskScore")),
        ("Which customers are under 40?", "filter", g.where(customers, "age", lambda v: v < 40)),
        ("Who is a farmer?", "filter", {of("Piet Groen")}),
        ("Who works at Harbour Branch?", "inverse", g.into(of("Harbour Branch"), "WORKS_AT")),
        ("Who is Ivo Sand's supervisor?", "lookup", {of("Gwen Pratt")}),
        ("Who does Gwen Pratt supervise?", "inverse", {of("Ivo Sand")}),
        ("Which adjusters are senior?", "filter", g.where(adjusters, "grade", lambda v: v == "senior")),
        ("How many claims does each adjuster handle?", "group", adjusters),
        ("Which branch has more staff?", "superlative", {of("Harbour Branch")}),
        ("Where is Market Branch?", "value", ["Cobden"]),
        ("Which customers live near Market Branch?", "inverse", g.into(of("Market Branch"), "LIVES_NEAR")),
        ("What is the most valuable asset?", "superlative", g.top(assets, "value")),
        ("What is the Barn worth?", "value", ["90000"]),
        ("Which assets were made before 2000?", "filter", g.where(assets, "yearMade", lambda v: v < 2000)),
        ("Which assets does Piet Groen insure?", "hops", g.out(policies_of("Piet Groen"), "COVERS")),
        ("Is Olive Tan's premium higher than Quinn Adair's?", "yes-no", False),
        ("Which customers of Market Branch have claims over 5000?", "hops", {of("Olive Tan"), of("Piet Groen")}),
        ("Which motor policies cost more than 700?", "and", {of("P-102"), of("P-104")}),
        ("Who is the beneficiary of P-101?", "absent", None),
        ("What is Ned Barrow's phone number?", "absent", None),
        ("Which court heard C-2?", "absent", None),
        ("Which policies include dental cover?", "absent", None),
        ("Who holds P-999?", "absent", None),
        ("What colour is the Van?", "absent", None),
    ]
