"""Paintings and who made, owned and lent them: relations as plain phrases, years as numbers, things told of edges."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """Painters, works, museums, movements, exhibitions."""
    g = Graph()
    g.table("Country", "population_millions", "Orland | 12\nVesper | 48\nTamar | 5")
    g.table(
        "City",
        "in_country>Country",
        "Brann | Orland\nCalis | Vesper\nMeros | Vesper\nPort Ilan | Tamar",
    )
    g.table("Movement", "began", "Luminism | 1870\nGridwork | 1912\nNight School | 1931")
    g.table(
        "Painter",
        "birth_year death_year born_in>City belongs_to_movement>Movement taught>Painter married_to>Painter",
        """
        Ottoline Marr | 1841 | 1909 | Brann | Luminism | Piet Sandor |
        Piet Sandor | 1862 | 1938 | Calis | Luminism, Gridwork | Lise Quant |
        Lise Quant | 1888 | 1971 | Calis | Gridwork | Bruno Ake | Bruno Ake
        Bruno Ake | 1893 | 1950 | Port Ilan | Gridwork | |
        Nell Dray | 1905 | 1990 | Meros | Night School | |
        Samir Vos | 1911 | | Meros | Night School | |
        """,
    )
    g.table(
        "Museum",
        "founded visitors_per_year located_in>City",
        """
        Brann Gallery | 1851 | 310000 | Brann
        Calis House | 1920 | 95000 | Calis
        Museum of the Harbour | 1978 | 540000 | Port Ilan
        Meros Modern | 1999 | 720000 | Meros
        """,
    )
    g.plain("Subject", "Ships, Gardens, Bridges, Night, Trams")
    g.table(
        "Painting",
        "year height_cm width_cm technique painted_by>Painter hangs_in>Museum depicts>Subject",
        """
        Morning Ferry | 1881 | 90 | 140 | oil | Ottoline Marr | Brann Gallery | Ships
        The Orchard Wall | 1875 | 60 | 75 | oil | Ottoline Marr | Calis House | Gardens
        Salt Light | 1899 | 120 | 200 | oil | Piet Sandor | Museum of the Harbour | Ships
        Nine Squares | 1914 | 100 | 100 | tempera | Piet Sandor | Meros Modern |
        Red on Grid | 1921 | 81 | 81 | oil | Lise Quant | Meros Modern |
        Tilted Field | 1926 | 150 | 110 | collage | Lise Quant | Calis House |
        Bridge in Steps | 1919 | 70 | 95 | oil | Bruno Ake | Brann Gallery | Bridges
        Last Tram | 1934 | 110 | 160 | oil | Nell Dray | Meros Modern | Night, Trams
        Lamplighters | 1937 | 95 | 130 | watercolour | Nell Dray | Museum of the Harbour | Night
        Empty Quay | 1940 | 88 | 120 | oil | Samir Vos | Museum of the Harbour | Night, Ships
        """,
    )
    g.plain("Curator", "Edda Lorn, Mats Keller, Yun Osei")
    g.table(
        "Exhibition",
        "opened closed held_at>Museum showed[insured_for]>Painting curated_by>Curator",
        """
        Water and Work | 2018-03-02 | 2018-06-30 | Museum of the Harbour | Morning Ferry [2000000], Salt Light [3500000] | Edda Lorn
        Squares | 2021-10-15 | 2022-01-09 | Meros Modern | Nine Squares [1200000], Red on Grid [900000], Tilted Field [750000] | Yun Osei
        After Dark | 2023-05-05 | 2023-09-17 | Calis House | Last Tram [400000], Lamplighters [310000], Empty Quay [650000] | Mats Keller, Yun Osei
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of visitors."""
    works, painters, museums, shows = (g.of(each) for each in ("Painting", "Painter", "Museum", "Exhibition"))

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def by(name: str) -> Ids:
        return g.into(of(name), "painted_by")

    return [
        ("Who painted Morning Ferry?", "lookup", g.out(of("Morning Ferry"), "painted_by")),
        ("Which paintings did Nell Dray paint?", "inverse", by("Nell Dray")),
        ("paintings by Lise Quant", "inverse", by("Lise Quant")),
        ("Where does Salt Light hang?", "lookup", g.out(of("Salt Light"), "hangs_in")),
        ("Which museum has Red on Grid?", "lookup", g.out(of("Red on Grid"), "hangs_in")),
        ("What can I see at Brann Gallery?", "inverse", g.into(of("Brann Gallery"), "hangs_in")),
        ("Where was Bruno Ake born?", "lookup", g.out(of("Bruno Ake"), "born_in")),
        ("Which painters were born in Meros?", "inverse", g.into(of("Meros"), "born_in")),
        ("Which painters come from Vesper?", "hops", g.into(g.into(of("Vesper"), "in_country"), "born_in")),
        ("In which country was Ottoline Marr born?", "hops", {of("Orland")}),
        ("Who taught Lise Quant?", "inverse", {of("Piet Sandor")}),
        ("Who did Ottoline Marr teach?", "lookup", {of("Piet Sandor")}),
        ("Who was taught by Lise Quant?", "lookup", {of("Bruno Ake")}),
        ("Who is Lise Quant married to?", "lookup", {of("Bruno Ake")}),
        ("Who is Bruno Ake's wife?", "lookup", {of("Lise Quant")}),
        ("What movement did Samir Vos belong to?", "lookup", {of("Night School")}),
        ("Which painters belonged to Gridwork?", "inverse", g.into(of("Gridwork"), "belongs_to_movement")),
        ("Which painters were part of more than one movement?", "filter", {of("Piet Sandor")}),
        ("When was Nell Dray born?", "value", ["1905"]),
        ("When did Piet Sandor die?", "value", ["1938"]),
        ("Which painters are still alive?", "filter", {of("Samir Vos")}),
        ("Which painters died before 1950?", "filter", g.where(painters, "death_year", lambda v: v < 1950)),
        ("Who was born first, Bruno Ake or Lise Quant?", "superlative", {of("Lise Quant")}),
        ("Who is the youngest painter?", "superlative", {of("Samir Vos")}),
        ("When was Nine Squares painted?", "value", ["1914"]),
        ("Which paintings were painted before 1900?", "filter", g.where(works, "year", lambda v: v < 1900)),
        ("Which paintings are from the 1930s?", "filter", g.where(works, "year", lambda v: 1930 <= v < 1940)),
        ("What is the oldest painting?", "superlative", g.top(works, "year", min)),
        ("What is the oldest painting at Meros Modern?", "superlative", {of("Nine Squares")}),
        ("What is the widest painting?", "superlative", g.top(works, "width_cm")),
        ("How wide is Salt Light?", "value", ["200"]),
        ("How tall is Tilted Field?", "value", ["150"]),
        ("Which paintings are wider than 150 cm?", "filter", g.where(works, "width_cm", lambda v: v > 150)),
        (
            "Which paintings are larger than a metre in height?",
            "filter",
            g.where(works, "height_cm", lambda v: v > 100),
        ),
        ("Is Salt Light wider than Last Tram?", "yes-no", True),
        ("Which is wider, Last Tram or Lamplighters?", "superlative", {of("Last Tram")}),
        ("Which paintings are oil paintings?", "filter", g.where(works, "technique", lambda v: v == "oil")),
        ("Which oil paintings hang in Meros Modern?", "and", {of("Red on Grid"), of("Last Tram")}),
        ("What technique was used for Lamplighters?", "value", ["watercolour"]),
        ("Which paintings depict ships?", "inverse", g.into(of("Ships"), "depicts")),
        ("Which paintings show both night and ships?", "and", {of("Empty Quay")}),
        ("Which painters have painted ships?", "hops", g.out(g.into(of("Ships"), "depicts"), "painted_by")),
        ("What does Last Tram depict?", "lookup", g.out(of("Last Tram"), "depicts")),
        ("Which paintings depict nothing?", "negation", works - g.into(g.of("Subject"), "depicts")),
        ("Which museum gets the most visitors?", "superlative", g.top(museums, "visitors_per_year")),
        ("How many visitors does Calis House have per year?", "value", ["95000"]),
        ("Which museums were founded after 1950?", "filter", g.where(museums, "founded", lambda v: v > 1950)),
        ("Which museums are in Vesper?", "hops", {of("Calis House"), of("Meros Modern")}),
        ("Which museum has the most paintings?", "superlative", {of("Meros Modern"), of("Museum of the Harbour")}),
        ("How many paintings hang in each museum?", "group", museums),
        ("How many paintings did Ottoline Marr paint?", "count", 2),
        (
            "Who painted the most paintings?",
            "superlative",
            {of("Ottoline Marr"), of("Piet Sandor"), of("Lise Quant"), of("Nell Dray")},
        ),
        ("Which painters have only one painting?", "filter", {of("Bruno Ake"), of("Samir Vos")}),
        ("Which paintings were shown in Squares?", "lookup", g.out(of("Squares"), "showed")),
        ("In which exhibition was Empty Quay shown?", "inverse", {of("After Dark")}),
        ("Which paintings have never been exhibited?", "negation", works - g.out(shows, "showed")),
        ("Where was Water and Work held?", "lookup", {of("Museum of the Harbour")}),
        ("Who curated After Dark?", "lookup", {of("Mats Keller"), of("Yun Osei")}),
        ("Which exhibitions has Yun Osei curated?", "inverse", {of("Squares"), of("After Dark")}),
        ("When did Squares open?", "value", ["2021-10-15"]),
        ("When did After Dark close?", "value", ["2023-09-17"]),
        ("Which exhibitions opened after 2020?", "filter", {of("Squares"), of("After Dark")}),
        ("For how much was Salt Light insured?", "edge", ["3500000"]),
        ("Which painting was insured for the most?", "superlative", {of("Salt Light")}),
        ("Which paintings by Lise Quant were shown at Meros Modern?", "hops", {of("Red on Grid"), of("Tilted Field")}),
        ("Who painted the paintings that hang in Calis House?", "hops", {of("Ottoline Marr"), of("Lise Quant")}),
        (
            "Which painters have works in the museum that was founded in 1978?",
            "hops",
            {of("Piet Sandor"), of("Nell Dray"), of("Samir Vos")},
        ),
        (
            "Which museums have paintings by Luminism painters?",
            "hops",
            {of("Brann Gallery"), of("Calis House"), of("Museum of the Harbour"), of("Meros Modern")},
        ),
        ("Which paintings are in the same museum as Last Tram?", "hops", {of("Nine Squares"), of("Red on Grid")}),
        ("Which painters were born in the same city as Nell Dray?", "hops", {of("Samir Vos")}),
        ("What is the average height of paintings by Ottoline Marr?", "average", 75),
        ("How many painters belonged to each movement?", "group", g.of("Movement")),
        ("Did Nell Dray paint Last Tram?", "yes-no", True),
        ("Did Bruno Ake teach Lise Quant?", "yes-no", False),
        ("Who stole Salt Light?", "absent", None),
        ("How much did Morning Ferry cost?", "absent", None),
        ("Who is the director of Meros Modern?", "absent", None),
        ("Which paintings did Vincent van Gogh paint?", "absent", None),
        ("Who restored Tilted Field?", "absent", None),
        ("What is the opening time of Calis House?", "absent", None),
        ("Who sculpted Nine Squares?", "absent", None),
    ]
