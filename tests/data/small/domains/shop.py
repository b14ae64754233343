"""A shop's orders in the classic shape: UPPER_CASE verbs, camelCase properties, amounts on the edges."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """Customers, orders, products, suppliers, employees."""
    g = Graph()
    g.table(
        "Supplier",
        "country contactName",
        """
        Alder Dairy | Denmark | Birte Holm
        Nonna Grana | Italy | Carlo Sesti
        Pacific Harvest | Japan | Emi Sato
        Umber Mills | Canada | Luc Roy
        """,
    )
    g.plain("Category", "Dairy, Grains, Seafood, Sweets, Spices")
    g.table(
        "Product",
        "unitPrice unitsInStock discontinued PART_OF>Category SUPPLIED_BY>Supplier",
        """
        Blue Round | 21.5 | 40 | false | Dairy | Alder Dairy
        Salted Butter | 4.2 | 310 | false | Dairy | Alder Dairy
        Farro | 6 | 0 | false | Grains | Nonna Grana
        Chestnut Flour | 9.8 | 12 | true | Grains | Nonna Grana
        Dried Kelp | 14 | 85 | false | Seafood | Pacific Harvest
        Smoked Eel | 38 | 6 | false | Seafood | Pacific Harvest
        Maple Fudge | 7.5 | 150 | false | Sweets | Umber Mills
        Birch Syrup | 19 | 0 | true | Sweets | Umber Mills
        """,
    )
    g.table(
        "Employee",
        "title hiredOn REPORTS_TO>Employee",
        """
        Agnes Vale | sales manager | 2008-04-01 |
        Boris Thun | sales representative | 2012-09-17 | Agnes Vale
        Chika Eze | sales representative | 2015-02-02 | Agnes Vale
        Dario Pons | trainee | 2022-06-20 | Chika Eze
        """,
    )
    g.table(
        "Customer",
        "city country phone",
        """
        Corner Bistro | Lyon | France | 11-20
        Hotel Aurora | Oslo | Norway | 22-34
        Green Basket | Lyon | France | 11-77
        Old Mill Inn | Bath | United Kingdom | 44-19
        Tide Cafe | Bergen | Norway | 22-90
        """,
    )
    g.table(
        "Order",
        "orderDate shippedDate freight shipCity PURCHASED_BY>Customer SOLD_BY>Employee CONTAINS[quantity;discount]>Product",
        """
        O-1001 | 2023-01-09 | 2023-01-12 | 32.5 | Lyon | Corner Bistro | Boris Thun | Blue Round [4;0], Salted Butter [30;0.05]
        O-1002 | 2023-02-20 | 2023-03-01 | 88 | Oslo | Hotel Aurora | Chika Eze | Smoked Eel [10;0.1], Dried Kelp [25;0], Farro [12;0]
        O-1003 | 2023-05-14 | 2023-05-15 | 12 | Lyon | Green Basket | Boris Thun | Farro [20;0], Chestnut Flour [15;0.2]
        O-1004 | 2023-11-30 | 2023-12-08 | 51 | Bath | Old Mill Inn | Agnes Vale | Blue Round [2;0], Maple Fudge [40;0]
        O-1005 | 2024-01-22 | 2024-01-25 | 9.5 | Lyon | Corner Bistro | Chika Eze | Birch Syrup [6;0]
        O-1006 | 2024-03-03 | 2024-03-19 | 140 | Oslo | Hotel Aurora | Chika Eze | Smoked Eel [24;0.15], Salted Butter [60;0.05]
        O-1007 | 2024-07-07 | | 22 | Lyon | Green Basket | Dario Pons | Maple Fudge [18;0], Dried Kelp [5;0]
        O-1008 | 2024-07-29 | | 64 | Oslo | Hotel Aurora | Boris Thun | Blue Round [9;0]
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of somebody who runs the shop."""
    orders, products, customers, staff, suppliers = (
        g.of(each) for each in ("Order", "Product", "Customer", "Employee", "Supplier")
    )

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def year(name: str, least: str, most: str = "9999") -> Ids:
        return g.where(orders, name, lambda day: least <= str(day)[: len(least)] <= most)

    def bought(name: str) -> Ids:
        return g.out(g.into(of(name), "CONTAINS"), "PURCHASED_BY")

    def orders_of(name: str) -> Ids:
        return g.into(of(name), "PURCHASED_BY")

    return [
        ("Which products are in the dairy category?", "inverse", g.into(of("Dairy"), "PART_OF")),
        ("What category is Dried Kelp in?", "lookup", g.out(of("Dried Kelp"), "PART_OF")),
        ("Who supplies Farro?", "lookup", g.out(of("Farro"), "SUPPLIED_BY")),
        ("Which products does Umber Mills supply?", "inverse", g.into(of("Umber Mills"), "SUPPLIED_BY")),
        ("What did order O-1002 contain?", "lookup", g.out(of("O-1002"), "CONTAINS")),
        ("Which orders contain Smoked Eel?", "inverse", g.into(of("Smoked Eel"), "CONTAINS")),
        ("Who placed order O-1004?", "lookup", g.out(of("O-1004"), "PURCHASED_BY")),
        ("Which orders did Hotel Aurora place?", "inverse", orders_of("Hotel Aurora")),
        ("Who sold O-1007?", "lookup", g.out(of("O-1007"), "SOLD_BY")),
        ("Which orders were sold by Chika Eze?", "inverse", g.into(of("Chika Eze"), "SOLD_BY")),
        ("Which customers bought Blue Round?", "hops", bought("Blue Round")),
        ("Which customers purchased Farro?", "hops", bought("Farro")),
        ("What products has Corner Bistro ordered?", "hops", g.out(orders_of("Corner Bistro"), "CONTAINS")),
        ("What has Green Basket bought?", "hops", g.out(orders_of("Green Basket"), "CONTAINS")),
        (
            "Which customers ordered products from Pacific Harvest?",
            "hops",
            g.out(g.into(g.into(of("Pacific Harvest"), "SUPPLIED_BY"), "CONTAINS"), "PURCHASED_BY"),
        ),
        ("Which employees sold to Hotel Aurora?", "hops", g.out(orders_of("Hotel Aurora"), "SOLD_BY")),
        ("Which customers did Boris Thun sell to?", "hops", g.out(g.into(of("Boris Thun"), "SOLD_BY"), "PURCHASED_BY")),
        ("Which suppliers are in Italy?", "filter", g.where(suppliers, "country", lambda v: v == "Italy")),
        ("Which customers are from Norway?", "filter", g.where(customers, "country", lambda v: v == "Norway")),
        ("Which customers live in Lyon?", "filter", g.where(customers, "city", lambda v: v == "Lyon")),
        ("How many customers are there in France?", "count", 2),
        ("What is the phone number of Tide Cafe?", "value", ["22-90"]),
        ("How much does Salted Butter cost?", "value", ["4.2"]),
        ("What is the price of Smoked Eel?", "value", ["38"]),
        ("How many units of Maple Fudge are in stock?", "value", ["150"]),
        ("Which products are out of stock?", "filter", g.where(products, "unitsInStock", lambda v: v == 0)),
        ("Which products are discontinued?", "filter", g.where(products, "discontinued", bool)),
        ("Is Chestnut Flour discontinued?", "yes-no", True),
        ("What is the most expensive product?", "superlative", g.top(products, "unitPrice")),
        ("What is the cheapest dairy product?", "superlative", {of("Salted Butter")}),
        ("Which products cost more than 15?", "filter", g.where(products, "unitPrice", lambda v: v > 15)),
        ("Which products cost between 5 and 10?", "filter", g.where(products, "unitPrice", lambda v: 5 <= v <= 10)),
        ("What is the average price of seafood products?", "average", 26),
        ("When was O-1003 ordered?", "value", ["2023-05-14"]),
        ("When was O-1001 shipped?", "value", ["2023-01-12"]),
        ("Which orders were placed in 2024?", "filter", year("orderDate", "2024")),
        ("Which orders were placed in July 2024?", "filter", year("orderDate", "2024-07", "2024-07")),
        ("Which orders have not been shipped?", "negation", {of("O-1007"), of("O-1008")}),
        ("Which orders were shipped in 2023?", "filter", year("shippedDate", "2023", "2023")),
        ("How many orders did Hotel Aurora place in 2024?", "count", 2),
        ("Which order had the highest freight?", "superlative", g.top(orders, "freight")),
        ("What is the total freight of Corner Bistro's orders?", "sum", 42),
        ("How many Blue Round were in O-1004?", "edge", ["2"]),
        ("What quantity of Smoked Eel did O-1006 contain?", "edge", ["24"]),
        ("Who does Dario Pons report to?", "lookup", g.out(of("Dario Pons"), "REPORTS_TO")),
        ("Who reports to Agnes Vale?", "inverse", g.into(of("Agnes Vale"), "REPORTS_TO")),
        ("Who is Boris Thun's boss?", "lookup", g.out(of("Boris Thun"), "REPORTS_TO")),
        ("Which employee was hired last?", "superlative", g.top(staff, "hiredOn")),
        ("Who was hired before 2013?", "filter", g.where(staff, "hiredOn", lambda v: str(v) < "2013")),
        (
            "Who are the sales representatives?",
            "filter",
            g.where(staff, "title", lambda v: v == "sales representative"),
        ),
        ("Which customer has placed the most orders?", "superlative", {of("Hotel Aurora")}),
        ("Which customers have never ordered anything?", "negation", customers - g.out(orders, "PURCHASED_BY")),
        ("Which categories have no products?", "negation", g.of("Category") - g.out(products, "PART_OF")),
        ("How many products does each supplier supply?", "group", suppliers),
        ("Which product has been ordered most often?", "superlative", {of("Blue Round")}),
        ("Which orders contain both Farro and Chestnut Flour?", "and", {of("O-1003")}),
        ("Which customers bought Blue Round but not Maple Fudge?", "not", bought("Blue Round") - bought("Maple Fudge")),
        ("Which customers bought Farro or Birch Syrup?", "or", bought("Farro") | bought("Birch Syrup")),
        ("Which employee sold the most orders?", "superlative", {of("Boris Thun"), of("Chika Eze")}),
        ("Which orders were shipped to Oslo?", "filter", g.where(orders, "shipCity", lambda v: v == "Oslo")),
        ("Which countries do our customers come from?", "value", ["France", "Norway", "United Kingdom"]),
        (
            "Which suppliers supply products that cost more than 20?",
            "hops",
            g.out(g.where(products, "unitPrice", lambda v: v > 20), "SUPPLIED_BY"),
        ),
        ("Which orders contain more than two products?", "filter", {of("O-1002")}),
        ("Who is the contact at Nonna Grana?", "value", ["Carlo Sesti"]),
        ("Which seafood products cost less than 20?", "and", {of("Dried Kelp")}),
        ("Which customers in Lyon bought dairy products?", "hops", {of("Corner Bistro")}),
        ("What is the most common customer country?", "group", ["France", "Norway"]),
        ("Did Old Mill Inn buy Maple Fudge?", "yes-no", True),
        ("Did Tide Cafe order anything?", "yes-no", False),
        ("What is the salary of Agnes Vale?", "absent", None),
        ("Which warehouse stores Farro?", "absent", None),
        ("Who paid for O-1003 by credit card?", "absent", None),
        ("What is the email address of Hotel Aurora?", "absent", None),
        ("Which products contain nuts?", "absent", None),
        ("Who is the owner of Corner Bistro?", "absent", None),
        ("How many orders of Old Gouda were there?", "absent", None),
    ]
