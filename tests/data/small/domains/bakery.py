"""Bakeries as a shop's database has them: tables in the plural, orders that are rows, keys as relations."""

from __future__ import annotations

from ..kit import Graph, Ids, Question, mean


def build() -> Graph:
    """Branches, breads, customers and the orders that join them."""
    g = Graph()
    g.table(
        "branches",
        "branch_code town opening_year number_of_ovens rent",
        """
        Old Mill | OM1 | Harrowby | 1962 | 4 | 1200
        Station Road | SR2 | Harrowby | 1988 | 2 | 950
        Quayside | QS3 | Penmarsh | 2004 | 6 | 2100
        Hilltop | HT4 | Penmarsh | 2015 | 3 | 1400
        Greenway | GW5 | Tolley | 1999 | 5 | 1100
        Abbey Gate | AG6 | Tolley | 2021 | 1 | 800
        """,
    )
    g.table(
        "breads",
        "bread_id grain weight_grams price is_vegan",
        """
        Dark Loaf | 11 | rye | 900 | 4.5 | true
        Moon Bun | 12 | wheat | 120 | 1.2 | false
        Harvest Ring | 13 | spelt | 650 | 5.5 | true
        Soda Round | 14 | wheat | 500 | 3 | false
        Miller's Brick | 15 | rye | 1200 | 6 | true
        Oat Cob | 16 | oat | 450 | 3.5 | true
        Sunday Plait | 17 | wheat | 700 | 5 | false
        """,
    )
    g.table(
        "customers",
        "customer_id home_town age loyalty_points",
        """
        Edda Marlow | 1 | Harrowby | 34 | 120
        Tobin Reece | 2 | Harrowby | 61 | 480
        Sal Winter | 3 | Penmarsh | 27 | 15
        Ivo Larch | 4 | Tolley | 45 | 300
        Greta Moss | 5 | Penmarsh | 70 | 760
        Piers Adeney | 6 | Tolley | 19 | 0
        Lotte Brandt | 7 | Wick Ferry | 52 | 210
        """,
    )
    g.table(
        "orders",
        "order_year quantity payment_method customer>customers branch>branches bread>breads",
        """
        order 1 | 2019 | 10 | card | Edda Marlow | Old Mill | Dark Loaf
        order 2 | 2019 | 2 | cash | Edda Marlow | Station Road | Moon Bun
        order 3 | 2020 | 25 | card | Tobin Reece | Old Mill | Miller's Brick
        order 4 | 2020 | 4 | cash | Sal Winter | Quayside | Soda Round
        order 5 | 2021 | 6 | voucher | Ivo Larch | Greenway | Harvest Ring
        order 6 | 2021 | 40 | card | Greta Moss | Quayside | Moon Bun
        order 7 | 2021 | 3 | card | Greta Moss | Hilltop | Dark Loaf
        order 8 | 2022 | 8 | cash | Tobin Reece | Station Road | Dark Loaf
        order 9 | 2022 | 1 | card | Ivo Larch | Old Mill | Oat Cob
        order 10 | 2022 | 15 | voucher | Lotte Brandt | Quayside | Harvest Ring
        order 11 | 2023 | 5 | card | Greta Moss | Quayside | Dark Loaf
        order 12 | 2023 | 12 | cash | Edda Marlow | Old Mill | Moon Bun
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, as somebody asks who knows what columns there are."""
    branches, breads, customers, orders = (g.of(each) for each in ("branches", "breads", "customers", "orders"))

    def told(keys: Ids, name: str) -> list[str]:
        return sorted({str(g.value(key, name)) for key in keys})

    def by(keys: Ids, name: str, holds: object) -> Ids:
        return g.where(keys, name, holds if callable(holds) else lambda value: value == holds)

    def joined(keys: Ids, relation: str) -> Ids:
        return g.out(keys, relation)

    def ordered(who: Ids, relation: str) -> Ids:
        return g.into(who, relation)

    ages = g.values(customers, "age")
    return [
        ("How many breads are there?", "count", len(breads)),
        ("What are the names of all branches?", "lookup", branches),
        ("List the branch codes of all branches.", "value", told(branches, "branch_code")),
        ("What is the grain of Oat Cob?", "value", ["oat"]),
        ("Show the names of customers sorted by age in descending order.", "lookup", customers),
        ("What is the average age of customers?", "average", mean(ages)),
        ("What is the total number of ovens of all branches?", "sum", sum(g.values(branches, "number_of_ovens"))),
        ("What are the different grains of breads?", "value", told(breads, "grain")),
        ("How many different home towns do customers have?", "count", len(told(customers, "home_town"))),
        ("Which breads are made of rye?", "filter", by(breads, "grain", "rye")),
        (
            "Show the names of breads that weigh more than 600 grams",
            "filter",
            by(breads, "weight_grams", lambda v: v > 600),
        ),
        ("What is the price of the heaviest bread?", "superlative", [6]),
        ("Which branch opened first?", "superlative", g.top(branches, "opening_year", min)),
        ("What is the highest price among wheat breads?", "superlative", [5]),
        (
            "List the names of the 3 customers with the most loyalty points.",
            "ordinal",
            {"customers/Greta Moss", "customers/Tobin Reece", "customers/Ivo Larch"},
        ),
        ("What is the most common grain of breads?", "group", ["wheat"]),
        ("Which town has the most branches?", "group", ["Harrowby", "Penmarsh", "Tolley"]),
        ("How many orders does each branch have?", "group", joined(orders, "branch")),
        ("For each bread, how many orders are there?", "group", joined(orders, "bread")),
        ("Show the number of customers in each home town.", "group", told(customers, "home_town")),
        ("What is the average price of breads for each grain?", "group", told(breads, "grain")),
        ("Which payment methods were used by more than 3 orders?", "group", ["card", "cash"]),
        ("Which branch has the largest number of orders?", "superlative", {"branches/Old Mill", "branches/Quayside"}),
        (
            "Find the name of the customer who made the most orders.",
            "superlative",
            {"customers/Edda Marlow", "customers/Greta Moss"},
        ),
        (
            "What are the names of customers with more than 2 orders?",
            "filter",
            {"customers/Edda Marlow", "customers/Greta Moss"},
        ),
        (
            "Which breads were ordered by Greta Moss?",
            "hops",
            joined(ordered({"customers/Greta Moss"}, "customer"), "bread"),
        ),
        ("Which customers ordered at Quayside?", "hops", joined(ordered({"branches/Quayside"}, "branch"), "customer")),
        (
            "What are the names of customers who have not ordered anything?",
            "negation",
            customers - joined(orders, "customer"),
        ),
        ("Which branches have no orders?", "negation", branches - joined(orders, "branch")),
        ("Which breads were never ordered?", "negation", breads - joined(orders, "bread")),
        ("What are the breads whose grain is not wheat?", "negation", breads - by(breads, "grain", "wheat")),
        ("Which customers are older than the average age?", "filter", by(customers, "age", lambda v: v > mean(ages))),
        (
            "Which branches were opened before 1980 or after 2010?",
            "or",
            by(branches, "opening_year", lambda v: v < 1980 or v > 2010),
        ),
        ("Show the breads made of rye or spelt.", "or", by(breads, "grain", lambda v: v in ("rye", "spelt"))),
        (
            "Which branches have orders from both Edda Marlow and Tobin Reece?",
            "and",
            {"branches/Old Mill", "branches/Station Road"},
        ),
        (
            "Which branches had orders in 2019 and orders in 2022?",
            "and",
            {"branches/Old Mill", "branches/Station Road"},
        ),
        ("What is the number of orders paid in cash?", "count", len(by(orders, "payment_method", "cash"))),
        ("How many customers live in Harrowby?", "count", len(by(customers, "home_town", "Harrowby"))),
        (
            "Find the number of customers who did not order in Quayside.",
            "count",
            len(customers - joined(ordered({"branches/Quayside"}, "branch"), "customer")),
        ),
        (
            "What is the total quantity of orders for Dark Loaf?",
            "sum",
            sum(g.values(ordered({"breads/Dark Loaf"}, "bread"), "quantity")),
        ),
        ("What is the home town of the oldest customer?", "superlative", ["Penmarsh"]),
        (
            "Which vegan breads cost more than 4?",
            "filter",
            {"breads/Dark Loaf", "breads/Harvest Ring", "breads/Miller's Brick"},
        ),
        ("Give the ids of breads that weigh between 400 and 700 grams.", "value", ["13", "14", "16", "17"]),
        ("What is the bread id of Moon Bun?", "value", ["12"]),
        ("Show the rent of branches in Penmarsh", "value", ["1400", "2100"]),
        ("Which customers have the letter 'x' in their name?", "absent", None),
        ("Who is the baker of Dark Loaf?", "absent", None),
        ("Which flour mill supplies Old Mill?", "absent", None),
        ("What is the telephone number of Hilltop?", "absent", None),
        ("Who founded the Greenway branch?", "absent", None),
        ("Which branch has the highest rating?", "absent", None),
        ("How many calories does the Oat Cob have?", "absent", None),
        ("Which customers complained about Quayside?", "absent", None),
        ("When does Station Road close?", "absent", None),
    ]
