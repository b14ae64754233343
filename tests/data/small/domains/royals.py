"""A royal house: an untyped table in plain words; kinship is by father and mother alone."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """Four generations, their spouses, castles, realms and wars. Column names get their spaces back at the end."""
    g = Graph()
    g.table(
        "Person",
        "sex title year_of_birth year_of_death father>Person mother>Person married_to>Person born_in>Seat buried_in>Church"
        " belongs_to>House reigned_over>Land succeeded_by>Person fought_in>War",
        """
        Aldric I | male | king | 1402 | 1461 | | | Maelis of Corrow | Castle Dunmere | Abbey of the Reeds | House of Arlen | Arlenmark | Aldric II | Salt War
        Maelis of Corrow | female | queen | 1409 | 1470 | | | | Corrow Keep | Abbey of the Reeds | House of Corrow | | |
        Aldric II | male | king | 1428 | 1489 | Aldric I | Maelis of Corrow | Sabine of Lothe | Castle Dunmere | Abbey of the Reeds | House of Arlen | Arlenmark | Elinor | Salt War, Siege of Tarsk
        Ysolde | female | princess | 1431 | 1502 | Aldric I | Maelis of Corrow | Hamon of Tarsk | Castle Dunmere | Tarsk Minster | House of Arlen | | |
        Rowan | male | prince | 1436 | 1474 | Aldric I | Maelis of Corrow | Petra Vance | Corrow Keep | Chapel of Saint Orm | House of Arlen | | | Siege of Tarsk
        Sabine of Lothe | female | queen | 1433 | 1480 | | | | Lothe Hall | Abbey of the Reeds | House of Lothe | | |
        Hamon of Tarsk | male | duke | 1425 | 1468 | | | | Tarsk Tower | Tarsk Minster | House of Tarsk | Tarskland | Edric | Siege of Tarsk
        Petra Vance | female | lady | 1440 | 1511 | | | | Lothe Hall | Chapel of Saint Orm | House of Vance | | |
        Elinor | female | queen | 1455 | 1524 | Aldric II | Sabine of Lothe | Anselm of Vael | Castle Dunmere | Abbey of the Reeds | House of Arlen | Arlenmark | Lucan |
        Tobias | male | prince | 1458 | 1519 | Aldric II | Sabine of Lothe | Greta Thorne | Castle Dunmere | Chapel of Saint Orm | House of Arlen | | | War of the Two Bridges
        Corvin | male | bishop | 1464 | 1530 | Aldric II | Sabine of Lothe | | Lothe Hall | Tarsk Minster | House of Arlen | | |
        Edric | male | duke | 1452 | 1500 | Hamon of Tarsk | Ysolde | Linnea Falk | Tarsk Tower | Tarsk Minster | House of Tarsk | Tarskland | Odile | War of the Two Bridges
        Ismay | female | lady | 1457 | 1515 | Hamon of Tarsk | Ysolde | Bertram Dray | Tarsk Tower | Abbey of the Reeds | House of Tarsk | | |
        Jasper | male | lord | 1465 | 1498 | Rowan | Petra Vance | | Corrow Keep | Chapel of Saint Orm | House of Arlen | | | War of the Two Bridges
        Otmar of Vael | male | king | 1420 | 1482 | | | Brida | Vael Citadel | Vael Cathedral | House of Vael | Vaelmoor | Konrad | Salt War
        Brida | female | queen | 1427 | 1491 | | | | Lothe Hall | Vael Cathedral | House of Lothe | | |
        Konrad | male | king | 1447 | 1509 | Otmar of Vael | Brida | | Vael Citadel | Vael Cathedral | House of Vael | Vaelmoor | | War of the Two Bridges
        Anselm of Vael | male | prince | 1453 | 1513 | Otmar of Vael | Brida | | Vael Citadel | Abbey of the Reeds | House of Vael | | |
        Greta Thorne | female | lady | 1460 | 1533 | | | | Thornfield | Chapel of Saint Orm | House of Thorne | | |
        Linnea Falk | female | countess | 1459 | 1521 | | | | Thornfield | Tarsk Minster | House of Falk | | |
        Bertram Dray | male | lord | 1450 | 1506 | | | | Dray House | Abbey of the Reeds | House of Dray | | | War of the Two Bridges
        Lucan | male | king | 1479 | 1547 | Anselm of Vael | Elinor | Vesna | Castle Dunmere | Abbey of the Reeds | House of Arlen | Arlenmark | Stellan | Lantern Rising
        Maelis the Younger | female | princess | 1483 | 1551 | Anselm of Vael | Elinor | Casimir Dray | Vael Citadel | Vael Cathedral | House of Arlen | | |
        Wren | female | lady | 1485 | 1540 | Tobias | Greta Thorne | | Thornfield | Chapel of Saint Orm | House of Arlen | | |
        Aldric Thorne | male | lord | 1488 | 1526 | Tobias | Greta Thorne | | Thornfield | Chapel of Saint Orm | House of Arlen | | | Lantern Rising
        Odile | female | duchess | 1481 | 1558 | Edric | Linnea Falk | | Tarsk Tower | Tarsk Minster | House of Tarsk | Tarskland | |
        Casimir Dray | male | lord | 1476 | 1539 | Bertram Dray | Ismay | | Dray House | Vael Cathedral | House of Dray | | | Lantern Rising
        Vesna | female | queen | 1486 | 1562 | | | | Vael Citadel | Abbey of the Reeds | House of Falk | | |
        Stellan | male | king | 1507 | 1571 | Lucan | Vesna | | Castle Dunmere | Abbey of the Reeds | House of Arlen | Arlenmark | Tova |
        Tova | female | queen | 1510 | 1583 | Lucan | Vesna | | Castle Dunmere | Abbey of the Reeds | House of Arlen | Arlenmark | |
        Rurik Dray | male | lord | 1508 | 1566 | Casimir Dray | Maelis the Younger | | Dray House | Vael Cathedral | House of Dray | | |
        """,
    )
    g.table(
        "Seat",
        "is_a built_in stands_in>Land",
        """
        Castle Dunmere | castle | 1188 | Northmarch
        Corrow Keep | castle | 1240 | Corrowshire
        Lothe Hall | castle | 1315 | The Lowlands
        Tarsk Tower | castle | 1097 | Tarskland
        Vael Citadel | castle | 1265 | Vaelmoor
        Thornfield | castle | 1405 | The Lowlands
        Dray House | castle | 1420 | Corrowshire
        """,
    )
    g.table(
        "Church",
        "is_a stands_in>Land",
        """
        Abbey of the Reeds | church | Northmarch
        Tarsk Minster | church | Tarskland
        Chapel of Saint Orm | church | The Lowlands
        Vael Cathedral | church | Vaelmoor
        """,
    )
    g.table(
        "War",
        "is_a began_in ended_in won_by>House",
        """
        Salt War | war | 1446 | 1453 | House of Arlen
        Siege of Tarsk | war | 1466 | 1468 | House of Arlen
        War of the Two Bridges | war | 1485 | 1492 | House of Vael
        Lantern Rising | war | 1518 | 1519 | House of Dray
        """,
    )
    g.table(
        "House",
        "motto founded_by>Founder",
        """
        House of Arlen | By water and by word | Arl the Ferryman
        House of Corrow | Bend, not break |
        House of Lothe | We wait | Lothar Greybeard
        House of Tarsk | Stone keeps | Tarsk One-Hand
        House of Vance | |
        House of Vael | Never inland | Vaela the Navigator
        House of Thorne | |
        House of Falk | |
        House of Dray | Slow and sure |
        """,
    )
    g.plain("Founder", "Arl the Ferryman, Lothar Greybeard, Tarsk One-Hand, Vaela the Navigator")
    g.table(
        "Land",
        "part_of>Land",
        "Arlenmark |\nNorthmarch | Arlenmark\nCorrowshire | Arlenmark\nThe Lowlands | Arlenmark\nTarskland |\nVaelmoor |",
    )
    return plain_words(g)


def plain_words(g: Graph) -> Graph:
    """Put spaces for the underscores that kept a relation in one piece."""
    g.edges = [(start, relation.replace("_", " "), end) for start, relation, end in g.edges]
    for node in g.nodes.values():
        node.properties = {name.replace("_", " "): value for name, value in node.properties.items()}
    return g


def parents(g: Graph, keys: set[str]) -> set[str]:
    """Fathers and mothers."""
    return g.out(keys, "father") | g.out(keys, "mother")


def men(g: Graph, keys: set[str]) -> set[str]:
    """Those who are male."""
    return g.where(keys, "sex", lambda value: value == "male")


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    people, wars, castles = g.of("Person"), g.of("War"), g.of("Seat")

    def person(name: str) -> str:
        return f"Person/{name}"

    def children(name: str) -> set[str]:
        return g.into(person(name), "father") | g.into(person(name), "mother")

    def siblings(name: str) -> set[str]:
        return g.into(g.out(person(name), "father"), "father") - {person(name)}

    def titled(title: str) -> set[str]:
        return g.where(people, "title", lambda v: v == title)

    def fighters(war: str) -> set[str]:
        return g.into(f"War/{war}", "fought in")

    def buried(church: str) -> set[str]:
        return g.into(f"Church/{church}", "buried in")

    def house(name: str) -> set[str]:
        return g.into(f"House/House of {name}", "belongs to")

    def rulers(land: str) -> set[str]:
        return g.into(f"Land/{land}", "reigned over")

    return [
        ("Who was Wren's father?", "lookup", g.out(person("Wren"), "father")),
        ("Where was Corvin born?", "lookup", g.out(person("Corvin"), "born in")),
        ("who came to the throne after Elinor", "lookup", g.out(person("Elinor"), "succeeded by")),
        ("Whom did Elinor marry?", "lookup", g.both(person("Elinor"), "married to")),
        ("Who was Casimir Dray's wife?", "lookup", g.both(person("Casimir Dray"), "married to")),
        ("Who fought in the Siege of Tarsk?", "inverse", fighters("Siege of Tarsk")),
        ("Who lies buried in Vael Cathedral?", "inverse", buried("Vael Cathedral")),
        ("Tobias's children?", "inverse", children("Tobias")),
        ("Sons and daughters of Sabine of Lothe, please", "inverse", children("Sabine of Lothe")),
        ("Who ruled Tarskland?", "inverse", rulers("Tarskland")),
        ("Where was Edric's mother born?", "two-hop", g.out(person("Edric"), "mother", "born in")),
        ("Who was the father of Lucan's mother?", "two-hop", g.out(person("Lucan"), "mother", "father")),
        (
            "In which land is the castle in which Jasper was born?",
            "two-hop",
            g.out(person("Jasper"), "born in", "stands in"),
        ),
        ("Who were Stellan's grandparents?", "two-hop", parents(g, parents(g, {person("Stellan")}))),
        (
            "Who was Greta Thorne's mother-in-law?",
            "two-hop",
            g.out(g.both(person("Greta Thorne"), "married to"), "mother"),
        ),
        (
            "which house won the war that Aldric Thorne fought in",
            "two-hop",
            g.out(person("Aldric Thorne"), "fought in", "won by"),
        ),
        (
            "Where is the mother of Elinor's husband buried?",
            "three-hop",
            g.out(g.both(person("Elinor"), "married to"), "mother", "buried in"),
        ),
        (
            "In which land does the birthplace of Odile's father stand?",
            "three-hop",
            g.out(person("Odile"), "father", "born in", "stands in"),
        ),
        (
            "Who fought in both the Salt War and the Siege of Tarsk?",
            "both",
            fighters("Salt War") & fighters("Siege of Tarsk"),
        ),
        (
            "Members of the House of Arlen who are buried in the Chapel of Saint Orm",
            "both",
            house("Arlen") & buried("Chapel of Saint Orm"),
        ),
        (
            "Who fought in the Salt War or the Lantern Rising?",
            "either",
            fighters("Salt War") | fighters("Lantern Rising"),
        ),
        (
            "Who fought in the War of the Two Bridges but doesn't belong to the House of Arlen?",
            "but-not",
            fighters("War of the Two Bridges") - house("Arlen"),
        ),
        ("Which queens did not reign over Arlenmark?", "but-not", titled("queen") - rulers("Arlenmark")),
        ("How many children did Aldric I have?", "count", len(children("Aldric I"))),
        ("how many people are buried in Tarsk Minster", "count", len(buried("Tarsk Minster"))),
        ("Which castle is the oldest?", "superlative", g.top(castles, "built in", min)),
        ("Who was born first of all?", "superlative", g.top(people, "year of birth", min)),
        ("Who died last?", "superlative", g.top(people, "year of death")),
        ("In which war did the most people fight?", "superlative", g.most(wars, lambda w: g.into(w, "fought in"))),
        (
            "Which church has the most people buried in it?",
            "superlative",
            g.most(g.of("Church"), lambda c: g.into(c, "buried in")),
        ),
        ("Who was born before 1426?", "comparison", g.where(people, "year of birth", lambda v: v < 1426)),
        (
            "Which castles were built later than Lothe Hall?",
            "comparison",
            g.where(castles, "built in", lambda v: v > g.value("Seat/Lothe Hall", "built in")),
        ),
        ("wars that began between 1460 and 1490", "comparison", g.where(wars, "began in", lambda v: 1460 <= v <= 1490)),
        ("Who died after 1555?", "comparison", g.where(people, "year of death", lambda v: v > 1555)),
        ("Was Corvin a bishop?", "yes-no", person("Corvin") in titled("bishop")),
        ("Was Rowan the father of Ismay?", "yes-no", person("Rowan") in g.out(person("Ismay"), "father")),
        ("Did Tobias take part in the Salt War?", "yes-no", person("Tobias") in fighters("Salt War")),
        ("What year did Petra Vance die?", "property", g.value(person("Petra Vance"), "year of death")),
        ("What's the motto of the House of Vael?", "property", [g.value("House/House of Vael", "motto")]),
        (
            "In which year were the children of Aldric II born, on average?",
            "average",
            mean(g.values(children("Aldric II"), "year of birth")),
        ),
        ("Which castles are there in The Lowlands?", "typed", g.into("Land/The Lowlands", "stands in") & castles),
        ("Who had the same parents as Ysolde?", "same-as", siblings("Ysolde")),
        ("Brothers of Elinor?", "same-as", men(g, siblings("Elinor"))),
        ("Who was the father of Hildebrand?", "absent", None),
        ("Where was Queen Isaura buried?", "absent", None),
        ("What was Lucan's favourite dish?", "absent", None),
        ("how tall was Edric", "absent", None),
        ("Who painted the portrait of Sabine of Lothe?", "absent", None),
    ]
