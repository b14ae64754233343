"""Shipments: lorries, drivers, depots; columns as in a spreadsheet."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Depot",
        "city country dock_count opened",
        """
    Depot Nord | Hamburg | Germany | 24 | 2001
    Depot Sud | Lyon | France | 12 | 2010
    Depot Ost | Poznan | Poland | 30 | 2017
    Depot West | Ghent | Belgium | 8 | 1995
    """,
    )
    g.table(
        "Driver",
        "licence birth_year home_depot>Depot",
        """
    Anna Kraus | CE | 1980 | Depot Nord
    Bruno Petit | C | 1992 | Depot Sud
    Celina Nowak | CE | 1986 | Depot Ost
    Dirk Maes | CE | 1969 | Depot West
    Elif Demir | C | 1998 | Depot Nord
    """,
    )
    g.table(
        "Lorry",
        "make payload_kg registered electric stationed_at>Depot driven_by>Driver",
        """
    HH-441 | Voltan | 18000 | 2021 | true | Depot Nord | Anna Kraus
    LY-902 | Berlux | 12000 | 2015 | false | Depot Sud | Bruno Petit
    PO-117 | Berlux | 24000 | 2018 | false | Depot Ost | Celina Nowak
    GE-350 | Markos | 7500 | 2012 | false | Depot West | Dirk Maes
    HH-512 | Voltan | 7500 | 2023 | true | Depot Nord | Elif Demir
    """,
    )
    g.table(
        "Client",
        "sector contact_person",
        """
    Mira Foods | food | Olga Brand
    Tekno AG | electronics | Paul Zeller
    Flora Garden | plants | Rita Vos
    """,
    )
    g.table(
        "Shipment",
        "goods weight_kg dispatched delivered fragile price_eur from_depot>Depot to_depot>Depot carried_by>Lorry ordered_by>Client",
        """
    SH-001 | cheese | 4000 | 2024-01-08 | 2024-01-10 | false | 1200 | Depot Sud | Depot Nord | LY-902 | Mira Foods
    SH-002 | screens | 2500 | 2024-01-15 | 2024-01-16 | true | 2600 | Depot Nord | Depot West | HH-441 | Tekno AG
    SH-003 | tulips | 900 | 2024-02-01 | 2024-02-03 | true | 800 | Depot West | Depot Ost | GE-350 | Flora Garden
    SH-004 | flour | 20000 | 2024-02-20 | 2024-02-22 | false | 3100 | Depot Ost | Depot Nord | PO-117 | Mira Foods
    SH-005 | laptops | 1200 | 2024-03-05 | | true | 1900 | Depot Nord | Depot Sud | HH-512 | Tekno AG
    SH-006 | butter | 6000 | 2024-03-07 | 2024-03-09 | false | 1500 | Depot Sud | Depot West | LY-902 | Mira Foods
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    depots, drivers, lorries, shipments = (g.of(each) for each in ("Depot", "Driver", "Lorry", "Shipment"))
    return [
        ("Who drives HH-441?", "lookup", {of("Anna Kraus")}),
        ("Which lorry does Celina Nowak drive?", "inverse", {of("PO-117")}),
        ("Where is GE-350 stationed?", "lookup", {of("Depot West")}),
        ("Which lorries are based at Depot Nord?", "inverse", g.into(of("Depot Nord"), "stationed_at")),
        ("What was in SH-003?", "value", ["tulips"]),
        ("What goods did SH-001 contain?", "value", ["cheese"]),
        ("Which shipments went to Depot Nord?", "inverse", g.into(of("Depot Nord"), "to_depot")),
        ("Which shipments left from Depot Sud?", "inverse", g.into(of("Depot Sud"), "from_depot")),
        ("Where did SH-002 go?", "lookup", {of("Depot West")}),
        ("Where did SH-004 come from?", "lookup", {of("Depot Ost")}),
        ("Which lorry carried SH-004?", "lookup", {of("PO-117")}),
        ("What has LY-902 carried?", "inverse", g.into(of("LY-902"), "carried_by")),
        ("Who drove SH-003?", "hops", {of("Dirk Maes")}),
        ("Who delivered SH-001?", "hops", {of("Bruno Petit")}),
        (
            "Which shipments has Bruno Petit driven?",
            "hops",
            g.into(g.into(of("Bruno Petit"), "driven_by"), "carried_by"),
        ),
        ("Who ordered SH-005?", "lookup", {of("Tekno AG")}),
        ("What did Mira Foods ship?", "inverse", g.into(of("Mira Foods"), "ordered_by")),
        ("How many shipments did Tekno AG order?", "count", 2),
        ("When was SH-001 dispatched?", "value", ["2024-01-08"]),
        ("When did SH-006 arrive?", "value", ["2024-03-09"]),
        ("Which shipments have not been delivered yet?", "negation", {of("SH-005")}),
        ("Has SH-002 been delivered?", "yes-no", True),
        ("Which shipments are fragile?", "filter", g.where(shipments, "fragile", bool)),
        ("What is the heaviest shipment?", "superlative", g.top(shipments, "weight_kg")),
        ("How heavy was SH-006?", "value", ["6000"]),
        ("Which shipments weigh over 5 tonnes?", "filter", g.where(shipments, "weight_kg", lambda v: v > 5000)),
        ("Which shipments weighed less than 2000 kg?", "filter", g.where(shipments, "weight_kg", lambda v: v < 2000)),
        ("What did SH-004 cost?", "value", ["3100"]),
        ("Which shipment was the most expensive?", "superlative", g.top(shipments, "price_eur")),
        ("How much has Mira Foods spent?", "sum", 5800),
        ("What is the total weight of all fragile shipments?", "sum", 4600),
        ("What was the average price of shipments from Depot Nord?", "average", 2250),
        (
            "Which shipments were dispatched in February?",
            "filter",
            g.where(shipments, "dispatched", lambda v: v[5:7] == "02"),
        ),
        (
            "Which shipments were dispatched after 1 March 2024?",
            "filter",
            g.where(shipments, "dispatched", lambda v: v > "2024-03-01"),
        ),
        ("Which lorries are electric?", "filter", g.where(lorries, "electric", bool)),
        ("Which electric lorry can carry the most?", "superlative", {of("HH-441")}),
        ("Which lorry has the largest payload?", "superlative", g.top(lorries, "payload_kg")),
        ("What make is PO-117?", "value", ["Berlux"]),
        ("How many Voltan lorries are there?", "count", 2),
        ("Which lorries were registered before 2016?", "filter", g.where(lorries, "registered", lambda v: v < 2016)),
        ("What is the newest lorry?", "superlative", g.top(lorries, "registered")),
        ("Which drivers hold a CE licence?", "filter", g.where(drivers, "licence", lambda v: v == "CE")),
        ("Who is the youngest driver?", "superlative", g.top(drivers, "birth_year")),
        ("Which drivers are based at Depot Nord?", "inverse", g.into(of("Depot Nord"), "home_depot")),
        ("What is Dirk Maes's home depot?", "lookup", {of("Depot West")}),
        ("Which depot is in Poland?", "filter", {of("Depot Ost")}),
        ("In which city is Depot Sud?", "value", ["Lyon"]),
        ("How many docks does Depot Ost have?", "value", ["30"]),
        ("Which depot has the fewest docks?", "superlative", g.top(depots, "dock_count", min)),
        ("Which depot opened first?", "superlative", g.top(depots, "opened", min)),
        ("Which client is in electronics?", "filter", {of("Tekno AG")}),
        ("Who is the contact at Flora Garden?", "value", ["Rita Vos"]),
        ("Which clients have sent fragile goods?", "hops", g.out(g.where(shipments, "fragile", bool), "ordered_by")),
        ("Which client has the most shipments?", "superlative", {of("Mira Foods")}),
        ("How many shipments did each lorry carry?", "group", lorries),
        (
            "Which depots have received shipments from Depot Nord?",
            "hops",
            g.out(g.into(of("Depot Nord"), "from_depot"), "to_depot"),
        ),
        ("Did Mira Foods order anything fragile?", "yes-no", False),
        ("Which lorries went to Depot West?", "hops", g.out(g.into(of("Depot West"), "to_depot"), "carried_by")),
        ("Was SH-001 heavier than SH-006?", "yes-no", False),
        ("When did Tekno AG last order?", "hops", ["2024-03-05"]),
        (
            "Which shipments were carried by electric lorries?",
            "hops",
            g.into(g.where(lorries, "electric", bool), "carried_by"),
        ),
        ("How many shipments went from Depot Sud to Depot West?", "count", 1),
        ("How much fuel does LY-902 use?", "absent", None),
        ("Who is the manager of Depot Nord?", "absent", None),
        ("What is Anna Kraus's salary?", "absent", None),
        ("Which shipments were damaged?", "absent", None),
        ("Where is depot Atlantis?", "absent", None),
    ]
