"""An estate agency: snake_case relations; listings, viewings, offers."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "neighbourhood",
        "population median_income",
        """
    Riverside | 12400 | 41000
    Old Quarter | 5200 | 38500
    Hillcrest | 8100 | 67000
    """,
    )
    g.table(
        "school",
        "founded pupils rating located_in>neighbourhood",
        """
    St. Brigid's | 1923 | 410 | good | Riverside
    Hillcrest Academy | 1988 | 900 | outstanding | Hillcrest
    Quarter Primary | 1967 | 230 | fair | Old Quarter
    """,
    )
    g.table(
        "agent",
        "commission_rate joined",
        """
    Della Frost | 1.5 | 2012-05-01
    Marcus Webb | 2 | 2018-09-15
    Yuki Tan | 1.75 | 2021-01-04
    """,
    )
    g.table(
        "person",
        "age profession",
        """
    Arthur Bell | 67 | retired teacher
    Nora Finch | 34 | architect
    Luis Ortega | 41 | chef
    Hanna Voss | 29 | nurse
    Tobias Crane | 52 | lawyer
    """,
    )
    g.table(
        "property",
        "kind asking_price bedrooms floor_area_sqm built has_garden energy_class in_neighbourhood>neighbourhood listed_by>agent owned_by>person near>school",
        """
    12 Mill Lane | house | 320000 | 3 | 110 | 1934 | true | D | Riverside | Della Frost | Arthur Bell | St. Brigid's
    Flat 4 Harbour Court | flat | 185000 | 1 | 48 | 2009 | false | B | Riverside | Marcus Webb | Tobias Crane | St. Brigid's
    The Old Bakery | house | 410000 | 4 | 160 | 1880 | true | F | Old Quarter | Della Frost | Nora Finch | Quarter Primary
    7 Summit Road | house | 690000 | 5 | 240 | 2015 | true | A | Hillcrest | Yuki Tan | Tobias Crane | Hillcrest Academy
    Studio 9 Loom Street | flat | 140000 | 0 | 31 | 1998 | false | C | Old Quarter | Marcus Webb | Luis Ortega | Quarter Primary
    22 Crest Avenue | bungalow | 505000 | 3 | 135 | 1972 | true | E | Hillcrest | Della Frost | Arthur Bell |
    """,
    )
    g.table(
        "viewing",
        "on_day viewing_of>property attended_by>person conducted_by>agent",
        """
    viewing 1 | 2024-02-03 | 12 Mill Lane | Hanna Voss | Della Frost
    viewing 2 | 2024-02-10 | 12 Mill Lane | Luis Ortega | Della Frost
    viewing 3 | 2024-02-21 | 7 Summit Road | Nora Finch | Yuki Tan
    viewing 4 | 2024-03-01 | Flat 4 Harbour Court | Hanna Voss | Marcus Webb
    viewing 5 | 2024-04-12 | The Old Bakery | Luis Ortega | Yuki Tan
    """,
    )
    g.table(
        "offer",
        "amount made_on status offer_for>property made_by>person",
        """
    offer A | 305000 | 2024-02-12 | rejected | 12 Mill Lane | Hanna Voss
    offer B | 318000 | 2024-02-20 | accepted | 12 Mill Lane | Luis Ortega
    offer C | 655000 | 2024-03-02 | pending | 7 Summit Road | Nora Finch
    offer D | 180000 | 2024-03-05 | accepted | Flat 4 Harbour Court | Hanna Voss
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    properties, viewings, offers, persons, agents, schools, quarters = (
        g.of(each) for each in ("property", "viewing", "offer", "person", "agent", "school", "neighbourhood")
    )
    return [
        ("Who owns The Old Bakery?", "lookup", {of("Nora Finch")}),
        ("Which properties does Arthur Bell own?", "inverse", g.into(of("Arthur Bell"), "owned_by")),
        ("Which agent lists 22 Crest Avenue?", "lookup", {of("Della Frost")}),
        ("How many properties does Marcus Webb list?", "count", 2),
        ("Which properties are in Hillcrest?", "inverse", g.into(of("Hillcrest"), "in_neighbourhood")),
        ("Where is 12 Mill Lane?", "lookup", {of("Riverside")}),
        ("How much is 12 Mill Lane?", "value", ["320000"]),
        ("What is the asking price of the Old Bakery?", "value", ["410000"]),
        ("How big is 7 Summit Road?", "value", ["240"]),
        ("How many bedrooms does 22 Crest Avenue have?", "value", ["3"]),
        ("When was The Old Bakery built?", "value", ["1880"]),
        (
            "Which houses have a garden?",
            "and",
            g.where(properties, "kind", lambda v: v == "house") & g.where(properties, "has_garden", bool),
        ),
        ("Does Flat 4 Harbour Court have a garden?", "yes-no", False),
        ("Which properties have no garden?", "filter", g.where(properties, "has_garden", lambda v: not v)),
        ("Show me all flats", "filter", g.where(properties, "kind", lambda v: v == "flat")),
        ("Which flats cost less than 150000?", "and", {of("Studio 9 Loom Street")}),
        ("What is the cheapest house?", "superlative", {of("12 Mill Lane")}),
        ("Which property is the most expensive?", "superlative", g.top(properties, "asking_price")),
        ("Which is the newest property?", "superlative", g.top(properties, "built")),
        ("Which properties were built before 1950?", "filter", g.where(properties, "built", lambda v: v < 1950)),
        ("Which properties have at least four bedrooms?", "filter", g.where(properties, "bedrooms", lambda v: v >= 4)),
        ("Which three-bedroom properties are there?", "filter", g.where(properties, "bedrooms", lambda v: v == 3)),
        (
            "Which houses are under half a million?",
            "and",
            g.where(properties, "kind", lambda v: v == "house")
            & g.where(properties, "asking_price", lambda v: v < 500000),
        ),
        ("What energy class is 7 Summit Road?", "value", ["A"]),
        ("Which properties have energy class A or B?", "or", g.where(properties, "energy_class", lambda v: v in "AB")),
        (
            "Which properties are near an outstanding school?",
            "hops",
            g.into(g.where(schools, "rating", lambda v: v == "outstanding"), "near"),
        ),
        ("Which properties are close to Quarter Primary?", "inverse", g.into(of("Quarter Primary"), "near")),
        ("Which schools are in Riverside?", "inverse", g.into(of("Riverside"), "located_in")),
        ("How many pupils does Hillcrest Academy have?", "value", ["900"]),
        ("Which school is the oldest?", "superlative", g.top(schools, "founded", min)),
        ("Which neighbourhood has the highest median income?", "superlative", g.top(quarters, "median_income")),
        ("How many people live in the Old Quarter?", "value", ["5200"]),
        ("How many properties are there in each neighbourhood?", "group", quarters),
        ("What is the average asking price in Riverside?", "average", 252500),
        ("Who viewed 12 Mill Lane?", "hops", g.out(g.into(of("12 Mill Lane"), "viewing_of"), "attended_by")),
        (
            "Which properties has Luis Ortega viewed?",
            "hops",
            g.out(g.into(of("Luis Ortega"), "attended_by"), "viewing_of"),
        ),
        (
            "Which properties has Hanna Voss looked at?",
            "hops",
            g.out(g.into(of("Hanna Voss"), "attended_by"), "viewing_of"),
        ),
        (
            "Which viewings took place in February 2024?",
            "filter",
            g.where(viewings, "on_day", lambda v: v.startswith("2024-02")),
        ),
        ("When did Nora Finch view 7 Summit Road?", "hops", ["2024-02-21"]),
        ("Who conducted viewing 5?", "lookup", {of("Yuki Tan")}),
        ("Which properties have not been viewed?", "negation", properties - g.out(viewings, "viewing_of")),
        ("Who has made an offer for 12 Mill Lane?", "hops", g.out(g.into(of("12 Mill Lane"), "offer_for"), "made_by")),
        ("How much did Luis Ortega offer for 12 Mill Lane?", "hops", ["318000"]),
        ("Which offers were accepted?", "filter", g.where(offers, "status", lambda v: v == "accepted")),
        ("Was Hanna Voss's offer for 12 Mill Lane accepted?", "yes-no", False),
        ("Which properties have a pending offer?", "hops", {of("7 Summit Road")}),
        ("What was the highest offer?", "superlative", g.top(offers, "amount")),
        ("Whose offer was rejected?", "hops", {of("Hanna Voss")}),
        ("How many offers did Hanna Voss make?", "count", 2),
        ("Who has made the most offers?", "superlative", {of("Hanna Voss")}),
        ("Which people have not made any offers?", "negation", persons - g.out(offers, "made_by")),
        ("What does Luis Ortega do?", "value", ["chef"]),
        ("How old is Arthur Bell?", "value", ["67"]),
        ("Who is older than 50?", "filter", g.where(persons, "age", lambda v: v > 50)),
        ("Who is the youngest person?", "superlative", g.top(persons, "age", min)),
        ("Who is a nurse?", "filter", g.where(persons, "profession", lambda v: v == "nurse")),
        ("Which agent charges the lowest commission?", "superlative", g.top(agents, "commission_rate", min)),
        ("When did Yuki Tan join?", "value", ["2021-01-04"]),
        ("Which agents joined before 2020?", "filter", g.where(agents, "joined", lambda v: v < "2020")),
        ("Which agent lists the most properties?", "superlative", g.most(agents, lambda x: g.into(x, "listed_by"))),
        ("Is the Old Bakery bigger than 22 Crest Avenue?", "yes-no", True),
        ("Which is cheaper, 12 Mill Lane or The Old Bakery?", "compare", {of("12 Mill Lane")}),
        ("Which properties in Riverside cost more than 200000?", "and", {of("12 Mill Lane")}),
        ("Which owner has more than one property?", "group", {of("Arthur Bell"), of("Tobias Crane")}),
        ("What properties does Tobias Crane own in Hillcrest?", "and", {of("7 Summit Road")}),
        ("How many bathrooms does 12 Mill Lane have?", "absent", None),
        ("Who is the mayor of Hillcrest?", "absent", None),
        ("Which properties allow pets?", "absent", None),
        ("What is the rent of Flat 4 Harbour Court?", "absent", None),
        ("Who lives in 14 Oak Drive?", "absent", None),
        ("Which properties have a swimming pool?", "absent", None),
    ]
