"""An orchard book: fruit that is named like relations, types and properties (Parent, Capital, Yield, Apple)."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean

FRUIT = (
    "year yield_kg weight_g storage_weeks self_fertile genus>Genus bred_by>Breeder grown_in>Region resistant_to>Disease"
    " susceptible_to>Disease use>Use sold_by>Nursery rootstock>Rootstock parent>{0} pollinator>{0}"
)


def build() -> Graph:
    """Apples, pears and plums with their breeders, regions, nurseries, diseases and uses."""
    g = Graph()
    g.table(
        "Apple",
        FRUIT.format("Apple"),
        """
        Parent | 1871 | 38 | 140 | 10 | false | Malus | Josiah Penn | Holm Vale | Canker | Scab | Cider | Old Walls | M25 | | Harvest
        Capital | 1896 | 52 | 185 | 14 | true | Malus | Josiah Penn | Holm Vale, Marrow Hills | Scab | Mildew | Cooking, Storage | Old Walls, Harvest | M25 | Parent |
        Harvest | 1902 | 61 | 160 | 4 | false | Malus | Edith Marchbank | Sand Coast | | Scab, Canker | Dessert | Tiller and Daughter | MM106 | Parent | Capital
        Yield | 1934 | 88 | 205 | 12 | true | Malus | Edith Marchbank | Marrow Hills | Mildew | Canker | Cooking | Tiller and Daughter, Bluegate | MM106 | Capital, Harvest |
        Nursery Queen | 1948 | 47 | 150 | 18 | false | Malus | Arthur Region | Holm Vale | Scab, Mildew | | Dessert, Storage | Bluegate | M9 | Harvest | Yield
        Relation | 1955 | 55 | 175 | 16 | false | Malus | Arthur Region | Sand Coast, Ferry Plain | Canker | Mildew | Dessert | Harvest | M9 | Capital, Nursery Queen | Parent
        Red Saturday | 1967 | 43 | 132 | 3 | true | Malus | Marit Haugen | Fell Edge | Scab | | Dessert | Bluegate | M9 | Harvest |
        Lantern Russet | 1823 | 29 | 118 | 26 | false | Malus | | Fell Edge, Holm Vale | Canker, Scab | Woolly Aphid | Storage, Dessert | Old Walls | M25 | | Parent
        Cobbler | 1979 | 74 | 245 | 9 | true | Malus | Marit Haugen | Marrow Hills | Scab, Canker | Mildew | Cooking | Tiller and Daughter | MM106 | Yield, Lantern Russet |
        First Frost | 1991 | 50 | 155 | 20 | false | Malus | Sunil Rao | Fell Edge | Scab, Mildew, Canker | | Dessert, Storage, Juice | Bluegate, Harvest | M9 | Lantern Russet, Nursery Queen | Red Saturday
        Golden Clerk | 1999 | 66 | 168 | 15 | true | Malus | Sunil Rao | Ferry Plain | Mildew | Woolly Aphid | Juice, Dessert | Harvest | MM106 | Relation |
        Bitter Jack | 1840 | 80 | 110 | 6 | false | Malus | | Holm Vale | Scab | Canker | Cider | Old Walls | M25 | | Parent
        Sweet Meg | 2008 | 57 | 145 | 8 | true | Malus | Sunil Rao | Holm Vale, Sand Coast | Canker | Scab | Cider, Juice | Tiller and Daughter | MM106 | Bitter Jack, Red Saturday |
        """,
    )
    g.table(
        "Pear",
        FRUIT.format("Pear"),
        """
        Apple | 1859 | 34 | 190 | 7 | false | Pyrus | Josiah Penn | Sand Coast | Pear Scab | Fireblight | Dessert | Old Walls | Quince A | | Abbot's Lamp
        Abbot's Lamp | 1780 | 41 | 172 | 11 | false | Pyrus | | Holm Vale | | Pear Scab, Fireblight | Cooking | Old Walls | Quince A | | Apple
        Region | 1912 | 49 | 215 | 13 | true | Pyrus | Edith Marchbank | Ferry Plain | Fireblight | Pear Scab | Dessert, Storage | Tiller and Daughter | Quince C | Abbot's Lamp |
        Silver Flute | 1963 | 58 | 230 | 17 | false | Pyrus | Arthur Region | Ferry Plain, Sand Coast | Pear Scab | | Dessert | Bluegate | Quince C | Apple, Region | Region
        Huffling | 1801 | 95 | 98 | 2 | false | Pyrus | | Marrow Hills | Pear Scab | Canker | Perry | Old Walls | Quince A | | Abbot's Lamp
        Bell Rope | 1986 | 63 | 240 | 19 | true | Pyrus | Marit Haugen | Fell Edge | Fireblight, Canker | | Storage, Cooking | Harvest | Quince C | Region, Huffling |
        """,
    )
    g.table(
        "Plum",
        FRUIT.format("Plum"),
        """
        Breeder's Blue | 1888 | 31 | 42 | 1 | true | Prunus | Josiah Penn | Holm Vale | | Silver Leaf | Jam | Old Walls | Pixy | |
        Widow Orme | 1865 | 27 | 38 | 2 | false | Prunus | | Sand Coast | Silver Leaf | Brown Rot | Dessert, Jam | Old Walls | Pixy | | Breeder's Blue
        Early Tax | 1921 | 36 | 51 | 1 | true | Prunus | Edith Marchbank | Marrow Hills | Brown Rot | | Dessert | Tiller and Daughter | St Julien | Breeder's Blue |
        Nine Bells | 1974 | 45 | 59 | 3 | false | Prunus | Marit Haugen | Ferry Plain | Brown Rot, Silver Leaf | | Jam, Dessert | Bluegate | St Julien | Widow Orme, Early Tax | Early Tax
        Late Wages | 2011 | 33 | 47 | 2 | true | Prunus | Sunil Rao | Sand Coast | Brown Rot | Silver Leaf | Dessert | Bluegate | Pixy | Dark Ferryman |
        Dark Ferryman | 2003 | 40 | 64 | 2 | true | Prunus | Sunil Rao | Ferry Plain | Silver Leaf | Brown Rot | Jam | Harvest | St Julien | Nine Bells |
        """,
    )
    g.table(
        "Breeder",
        "born pupil_of>Breeder lives_in>Region",
        """
        Josiah Penn | 1839-10-04 | | Holm Vale
        Edith Marchbank | 1874-02-19 | Josiah Penn | Marrow Hills
        Arthur Region | 1908-07-30 | Edith Marchbank | Ferry Plain
        Marit Haugen | 1931-11-11 | Arthur Region | Fell Edge
        Sunil Rao | 1960-05-06 | Marit Haugen | Ferry Plain
        """,
    )
    g.table(
        "Nursery",
        "opened organic based_in>Town owner>Grower",
        """
        Old Walls | 1868 | false | Holm | Hester Crane
        Harvest | 1954 | true | Ferrybridge | Lewis Tiller
        Tiller and Daughter | 1919 | true | Marrowby | Lewis Tiller
        Bluegate | 1987 | false | Fellgate | Ann Osgood
        """,
    )
    g.table(
        "Region",
        "rainfall_mm area_ha capital>Town borders>Region",
        """
        Holm Vale | 720 | 5400 | Holm | Marrow Hills, Sand Coast
        Marrow Hills | 980 | 3900 | Marrowby | Fell Edge
        Sand Coast | 610 | 2750 | Saltwick | Ferry Plain
        Ferry Plain | 660 | 6100 | Ferrybridge | Marrow Hills
        Fell Edge | 1240 | 1800 | Fellgate |
        """,
    )
    g.table("Town", "people", "Holm | 21000\nMarrowby | 9400\nSaltwick | 15200\nFerrybridge | 33800\nFellgate | 4100")
    g.table("Genus", "family>Family", "Malus | Rosaceae\nPyrus | Rosaceae\nPrunus | Rosaceae")
    g.plain("Family", "Rosaceae")
    g.table(
        "Disease",
        "fungal remedy>Remedy",
        """
        Scab | true | Sulphur
        Canker | true | Pruning
        Mildew | true | Sulphur
        Woolly Aphid | false | Soap
        Pear Scab | true | Sulphur
        Fireblight | false | Pruning
        Silver Leaf | true | Pruning
        Brown Rot | true | Copper
        """,
    )
    g.plain("Remedy", "Sulphur, Pruning, Soap, Copper")
    g.plain("Use", "Cider, Cooking, Storage, Dessert, Juice, Perry, Jam")
    g.plain("Rootstock", "M25, MM106, M9, Quince A, Quince C, Pixy, St Julien")
    g.plain("Grower", "Hester Crane, Lewis Tiller, Ann Osgood")
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    apples, pears, plums = g.of("Apple"), g.of("Pear"), g.of("Plum")
    fruit = apples | pears | plums

    def grown(region: str) -> set[str]:
        return g.into(f"Region/{region}", "grown_in")

    def hardy(disease: str) -> set[str]:
        return g.into(f"Disease/{disease}", "resistant_to")

    def prone(disease: str) -> set[str]:
        return g.into(f"Disease/{disease}", "susceptible_to")

    def bred(person: str) -> set[str]:
        return g.into(f"Breeder/{person}", "bred_by")

    def good_for(use: str) -> set[str]:
        return g.into(f"Use/{use}", "use")

    def sold(nursery: str) -> set[str]:
        return g.into(f"Nursery/{nursery}", "sold_by")

    def offspring(apple: str) -> set[str]:
        return g.into(f"Apple/{apple}", "parent")

    return [
        ("Who bred Capital?", "lookup", g.out("Apple/Capital", "bred_by")),
        ("What are the parents of Yield?", "lookup", g.out("Apple/Yield", "parent")),
        ("which diseases does first frost resist", "lookup", g.out("Apple/First Frost", "resistant_to")),
        ("What is the capital of Sand Coast?", "lookup", g.out("Region/Sand Coast", "capital")),
        ("What is Huffling used for?", "lookup", g.out("Pear/Huffling", "use")),
        ("Which apples have Parent as a parent?", "inverse", offspring("Parent")),
        ("varieties bred by Marit Haugen", "inverse", bred("Marit Haugen")),
        ("What fruit is susceptible to brown rot?", "inverse", prone("Brown Rot")),
        ("Which nurseries are run by Lewis Tiller?", "inverse", g.into("Grower/Lewis Tiller", "owner")),
        ("Who was taught by Edith Marchbank?", "inverse", g.into("Breeder/Edith Marchbank", "pupil_of")),
        ("Which regions border Marrow Hills?", "lookup", g.both("Region/Marrow Hills", "borders")),
        (
            "In which town is the nursery that sells Nine Bells?",
            "two-hop",
            g.out("Plum/Nine Bells", "sold_by", "based_in"),
        ),
        ("What are the grandparents of Golden Clerk?", "two-hop", g.out("Apple/Golden Clerk", "parent", "parent")),
        (
            "What is the capital of the region where Cobbler is grown?",
            "two-hop",
            g.out("Apple/Cobbler", "grown_in", "capital"),
        ),
        (
            "Where does the breeder of Silver Flute live?",
            "two-hop",
            g.out("Pear/Silver Flute", "bred_by", "lives_in"),
        ),
        (
            "What helps against the diseases that Lantern Russet gets?",
            "two-hop",
            g.out("Apple/Lantern Russet", "susceptible_to", "remedy"),
        ),
        (
            "Who owns the nurseries selling the offspring of Bitter Jack?",
            "three-hop",
            g.out(offspring("Bitter Jack"), "sold_by", "owner"),
        ),
        (
            "Which town is the capital of the region where the breeder of Dark Ferryman lives?",
            "three-hop",
            g.out("Plum/Dark Ferryman", "bred_by", "lives_in", "capital"),
        ),
        (
            "Which apples are good for both dessert and storage?",
            "both",
            good_for("Dessert") & good_for("Storage") & apples,
        ),
        ("Fruit resistant to scab and mildew?", "both", hardy("Scab") & hardy("Mildew")),
        ("Which varieties are used for perry or juice?", "either", good_for("Perry") | good_for("Juice")),
        (
            "Which apples resist canker but not scab?",
            "but-not",
            (hardy("Canker") - hardy("Scab")) & apples,
        ),
        ("Cider apples that are not grown in Sand Coast", "but-not", good_for("Cider") - grown("Sand Coast")),
        ("How many pears are there?", "count", len(pears)),
        ("how many varieties does the nursery Harvest sell?", "count", len(sold("Harvest"))),
        ("Which apple is the heaviest?", "superlative", g.top(apples, "weight_g")),
        ("What is the oldest variety of all?", "superlative", g.top(fruit, "year", min)),
        ("Which apple keeps longest in storage?", "superlative", g.top(apples, "storage_weeks")),
        ("wettest region?", "superlative", g.top(g.of("Region"), "rainfall_mm")),
        (
            "Which breeder bred the most varieties?",
            "superlative",
            g.most(g.of("Breeder"), lambda b: g.into(b, "bred_by")),
        ),
        ("Which fruit varieties yield more than 70 kg?", "comparison", g.where(fruit, "yield_kg", lambda v: v > 70)),
        ("Which plums date from before 1900?", "comparison", g.where(plums, "year", lambda v: v < 1900)),
        ("apples from between 1930 and 1960", "comparison", g.where(apples, "year", lambda v: 1930 <= v <= 1960)),
        (
            "Which pears weigh more than Region?",
            "comparison",
            g.where(pears, "weight_g", lambda v: v > g.value("Pear/Region", "weight_g")),
        ),
        ("Is Relation self-fertile?", "yes-no", g.value("Apple/Relation", "self_fertile")),
        ("Does Tiller and Daughter grow organically?", "yes-no", g.value("Nursery/Tiller and Daughter", "organic")),
        ("Is Capital resistant to scab?", "yes-no", "Apple/Capital" in hardy("Scab")),
        ("What is the yield of the apple Yield?", "property", g.value("Apple/Yield", "yield_kg")),
        ("When did the Harvest nursery open?", "property", g.value("Nursery/Harvest", "opened")),
        ("how heavy is the pear called Apple", "property", g.value("Pear/Apple", "weight_g")),
        (
            "What's the average weight of Sunil Rao's plums?",
            "average",
            mean(g.values(plums & bred("Sunil Rao"), "weight_g")),
        ),
        ("Total area of all regions?", "sum", sum(g.values(g.of("Region"), "area_ha"))),
        ("Which pears are grown on Ferry Plain?", "typed", grown("Ferry Plain") & pears),
        (
            "Which other apples have the same breeder as Nursery Queen?",
            "same-as",
            (g.into(g.out("Apple/Nursery Queen", "bred_by"), "bred_by") & apples) - {"Apple/Nursery Queen"},
        ),
        ("Who bred Tipton's Pride?", "absent", None),
        ("Which cherries resist silver leaf?", "absent", None),
        ("What does a tree of Cobbler cost?", "absent", None),
        ("what colour is Red Saturday", "absent", None),
        ("Who is the mayor of Holm?", "absent", None),
    ]
