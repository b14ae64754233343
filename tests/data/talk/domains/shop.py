"""Talks about orders: the owner on the telephone, a new clerk, a buyer who writes full sentences, a careless driver."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    orders, products, customers, staff = (g.of(each) for each in ("Order", "Product", "Customer", "Employee"))

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def out(name: str, relation: str) -> set[str]:
        return g.out(of(name), relation)

    def into(name: str, relation: str) -> set[str]:
        return g.into(of(name), relation)

    def having(keys: set[str], name: str, value: object) -> set[str]:
        return g.where(keys, name, lambda each: each == value)

    def ordered(keys: set[str], when: str) -> set[str]:
        return g.where(keys, "orderDate", lambda value: str(value).startswith(when))

    def bought(name: str) -> set[str]:
        return g.out(into(name, "CONTAINS"), "PURCHASED_BY")

    aurora = into("Hotel Aurora", "PURCHASED_BY")
    lyon = having(customers, "city", "Lyon")
    return [
        talk(
            "swap",
            ("What does Blue Round cost?", 21.5),
            ("and the smoked eel", 38),
            ("Farro?", 6),
            ("which of the three is the cheapest", {of("Farro")}, "compare"),
        ),
        talk(
            "pronoun",
            ("Who placed order O-1004?", out("O-1004", "PURCHASED_BY")),
            ("What is their phone number?", ["44-19"]),
            ("Did they order anything else?", False, "other"),
        ),
        talk(
            "narrow",
            ("orders of hotel aurora", aurora),
            ("just 2024", ordered(aurora, "2024")),
            ("who sold those", g.out(ordered(aurora, "2024"), "SOLD_BY"), "those"),
        ),
        talk(
            "those",
            ("Which products does Umber Mills supply?", into("Umber Mills", "SUPPLIED_BY")),
            ("Which of those are out of stock?", {of("Birch Syrup")}),
            ("Who ordered it?", bought("Birch Syrup"), "pronoun"),
        ),
        talk(
            "correct",
            ("who supplies dried kelp", out("Dried Kelp", "SUPPLIED_BY")),
            ("no i meant birch syrup", out("Birch Syrup", "SUPPLIED_BY")),
            ("whats their country", ["Canada"], "pronoun"),
        ),
        talk(
            "count",
            ("Which customers are in Lyon?", lyon),
            ("And in Oslo?", having(customers, "city", "Oslo"), "swap"),
            ("How many orders did they place?", len(aurora), "pronoun"),
            ("When was the last one?", ["2024-07-29"], "those"),
        ),
        talk(
            "noun",
            ("who is Boris Thun's boss?", out("Boris Thun", "REPORTS_TO")),
            ("her title?", ["sales manager"]),
            ("when hired?", ["2008-04-01"]),
            ("who else reports to her", {of("Chika Eze")}, "other"),
        ),
        talk(
            "other",
            ("Which products are discontinued?", g.where(products, "discontinued", bool)),
            ("Which one is more expensive?", {of("Birch Syrup")}, "compare"),
            ("What category is the other one in?", out("Chestnut Flour", "PART_OF")),
        ),
        talk(
            "negate",
            ("which orders have been shipped to lyon", having(orders, "shipCity", "Lyon")),
            ("not the ones from 2023", having(orders, "shipCity", "Lyon") - ordered(orders, "2023")),
            (
                "what was in them?",
                g.out(having(orders, "shipCity", "Lyon") - ordered(orders, "2023"), "CONTAINS"),
                "those",
            ),
        ),
        talk(
            "pronoun",
            ("What did O-1002 contain?", out("O-1002", "CONTAINS")),
            ("Who bought it?", out("O-1002", "PURCHASED_BY")),
            ("And who sold it?", out("O-1002", "SOLD_BY")),
            ("When was that order shipped?", ["2023-03-01"], "noun"),
        ),
        talk(
            "ordinal",
            ("Which order had the highest freight?", g.top(orders, "freight")),
            ("and the lowest", g.top(orders, "freight", min), "swap"),
            ("which customer was that", {of("Corner Bistro")}, "pronoun"),
            ("and for the first one?", {of("Hotel Aurora")}),
        ),
        talk(
            "widen",
            ("Who bought Farro?", bought("Farro")),
            ("Or Maple Fudge?", bought("Farro") | bought("Maple Fudge")),
            ("Which of them are from France?", {of("Green Basket")}, "those"),
        ),
        talk(
            "narrow",
            ("I'd like to see all dairy products, please.", into("Dairy", "PART_OF")),
            ("Cheaper than 10?", {of("Salted Butter")}),
            ("How many units do we have of that?", 310, "pronoun"),
        ),
        talk(
            "swap",
            ("how many orders were placed in 2023", len(ordered(orders, "2023"))),
            ("and 2024", len(ordered(orders, "2024"))),
            ("show me them", ordered(orders, "2024"), "those"),
            ("which ones have not been shipped", {of("O-1007"), of("O-1008")}, "those"),
        ),
        talk(
            "topic",
            ("Who sold O-1007?", out("O-1007", "SOLD_BY")),
            ("who is he reporting to?", out("Dario Pons", "REPORTS_TO"), "pronoun"),
            ("Which suppliers are in Japan?", {of("Pacific Harvest")}),
            ("what do they supply?", into("Pacific Harvest", "SUPPLIED_BY"), "pronoun"),
        ),
        talk(
            "those",
            ("who are our sales representatives", having(staff, "title", "sales representative")),
            ("who of them has been here longer, i.e. was hired first?", {of("Boris Thun")}),
            ("which orders did he sell", into("Boris Thun", "SOLD_BY"), "pronoun"),
            ("how many?", 3, "count"),
        ),
        talk(
            "ellipsis",
            ("Which customers bought Blue Round?", bought("Blue Round")),
            ("Salted Butter?", bought("Salted Butter")),
            ("both?", bought("Blue Round") & bought("Salted Butter")),
        ),
        talk(
            "back",
            ("phone of tide cafe?", ["22-90"]),
            ("of green basket?", ["11-77"], "swap"),
            ("great, what did green basket order", g.out(into("Green Basket", "PURCHASED_BY"), "CONTAINS"), "topic"),
            ("and tide cafe, where is it", ["Bergen"]),
        ),
        talk(
            "further",
            ("Which order contains Birch Syrup?", into("Birch Syrup", "CONTAINS")),
            ("When was this order placed?", ["2024-01-22"]),
            ("By whom?", out("O-1005", "PURCHASED_BY"), "ellipsis"),
            ("What else did that customer buy?", {of("Blue Round"), of("Salted Butter")}, "other"),
        ),
        talk(
            "compare",
            ("whats the price of maple fudge", 7.5),
            ("is it more expensive than chestnut flour?", False),
            ("which products cost more than it", g.where(products, "unitPrice", lambda v: v > 7.5), "pronoun"),
            ("the priciest?", {of("Smoked Eel")}, "those"),
        ),
    ]
