"""Nights at telescopes, as a database has them: `tbl`-less tables, ids, numbers in most columns, rows that join."""

from __future__ import annotations

from ..kit import Graph, Ids, Question, mean


def build() -> Graph:
    """Sites, telescopes, astronomers, and observing runs."""
    g = Graph()
    g.table(
        "Site",
        "Site_ID Nation Altitude Clear_Nights",
        """
        Cerro Brumo | 1 | Valdoria | 2640 | 310
        Mount Sorrow | 2 | Kestria | 1850 | 190
        Dry Plateau | 3 | Valdoria | 3105 | 325
        Pale Ridge | 4 | Ostmark | 2210 | 240
        Low Fen | 5 | Ostmark | 15 | 60
        """,
    )
    g.table(
        "Telescope",
        "Telescope_ID Mirror_Diameter First_Light_Year Telescope_Kind site>Site",
        """
        Argus | 101 | 8.2 | 1999 | reflector | Cerro Brumo
        Little Owl | 102 | 1.2 | 1974 | reflector | Cerro Brumo
        Lantern | 103 | 4 | 1986 | reflector | Mount Sorrow
        Old Brass | 104 | 0.6 | 1899 | refractor | Pale Ridge
        Widefield | 105 | 2.5 | 2011 | survey | Dry Plateau
        Gazer | 106 | 10.4 | 2008 | reflector | Dry Plateau
        """,
    )
    g.table(
        "Astronomer",
        "Astronomer_ID Nationality Birth_Year Papers",
        """
        Runa Tolk | 1 | Kestrian | 1958 | 140
        Basil Crane | 2 | Valdorian | 1975 | 66
        Oona Pike | 3 | Ostmarker | 1981 | 92
        Hugo Stell | 4 | Valdorian | 1990 | 12
        Mira Vance | 5 | Kestrian | 1969 | 205
        Abel Frost | 6 | Ostmarker | 1948 | 31
        """,
    )
    g.table(
        "Observing_Run",
        "Year Nights Weather_Lost telescope>Telescope observer>Astronomer",
        """
        Run A | 2001 | 6 | 1 | Argus | Runa Tolk
        Run B | 2003 | 12 | 4 | Lantern | Runa Tolk
        Run C | 2009 | 3 | 0 | Gazer | Basil Crane
        Run D | 2012 | 20 | 2 | Widefield | Oona Pike
        Run E | 2012 | 4 | 4 | Argus | Oona Pike
        Run F | 2014 | 8 | 3 | Gazer | Mira Vance
        Run G | 2015 | 5 | 1 | Argus | Mira Vance
        Run H | 2018 | 2 | 0 | Little Owl | Basil Crane
        Run I | 2018 | 14 | 5 | Widefield | Mira Vance
        Run J | 2021 | 9 | 2 | Gazer | Runa Tolk
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of somebody who wants tables out of it."""
    sites, scopes, people, runs = (g.of(each) for each in ("Site", "Telescope", "Astronomer", "Observing_Run"))

    def told(keys: Ids, name: str) -> list[str]:
        return sorted({str(g.value(key, name)) for key in keys})

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    with_runs, observers = g.out(runs, "telescope"), g.out(runs, "observer")
    mirrors = g.values(scopes, "Mirror_Diameter")
    return [
        ("How many telescopes are there in total?", "count", len(scopes)),
        ("Count the number of observing runs.", "count", len(runs)),
        ("What are the names of the astronomers?", "lookup", people),
        ("List all nationalities of astronomers.", "value", told(people, "Nationality")),
        ("How many distinct nations have sites?", "count", len(told(sites, "Nation"))),
        ("What is the altitude of Pale Ridge?", "value", ["2210"]),
        ("On which site is Gazer?", "lookup", g.out(of("Gazer"), "site")),
        ("Which telescopes are at Cerro Brumo?", "inverse", g.into(of("Cerro Brumo"), "site")),
        (
            "Which telescopes are on sites in Valdoria?",
            "hops",
            g.into(g.where(sites, "Nation", lambda v: v == "Valdoria"), "site"),
        ),
        ("What is the highest site?", "superlative", g.top(sites, "Altitude")),
        ("What is the nation of the site with the lowest altitude?", "superlative", ["Ostmark"]),
        ("Give me the maximum number of papers across all astronomers.", "superlative", ["205"]),
        ("What is the minimum mirror diameter of reflectors?", "superlative", ["1.2"]),
        ("Who is the oldest astronomer?", "superlative", g.top(people, "Birth_Year", min)),
        ("What are the 2 telescopes with the largest mirror diameter?", "ordinal", {of("Gazer"), of("Argus")}),
        ("Which astronomers were born after 1970?", "filter", g.where(people, "Birth_Year", lambda v: v > 1970)),
        (
            "Find the astronomers whose nationality is Kestrian",
            "filter",
            g.where(people, "Nationality", lambda v: v == "Kestrian"),
        ),
        (
            "Which telescopes had first light before 1980?",
            "filter",
            g.where(scopes, "First_Light_Year", lambda v: v < 1980),
        ),
        (
            "Which telescopes have a mirror larger than average?",
            "filter",
            g.where(scopes, "Mirror_Diameter", lambda v: v > mean(mirrors)),
        ),
        ("How many sites are above 2000?", "count", len(g.where(sites, "Altitude", lambda v: v > 2000))),
        (
            "Show the telescopes that are not reflectors.",
            "negation",
            g.where(scopes, "Telescope_Kind", lambda v: v != "reflector"),
        ),
        ("Which telescopes have no observing run?", "negation", scopes - with_runs),
        ("Which astronomers have never been an observer?", "negation", people - observers),
        ("Which sites do not have any telescopes?", "negation", sites - g.out(scopes, "site")),
        (
            "What is the total number of nights of runs at Argus?",
            "sum",
            sum(g.values(g.into(of("Argus"), "telescope"), "Nights")),
        ),
        ("What is the average number of papers of Kestrian astronomers?", "average", 172.5),
        ("Who observed with Gazer?", "hops", g.out(g.into(of("Gazer"), "telescope"), "observer")),
        ("Which telescopes did Mira Vance use?", "hops", g.out(g.into(of("Mira Vance"), "observer"), "telescope")),
        ("Which astronomers used both Argus and Gazer?", "and", {of("Runa Tolk"), of("Mira Vance")}),
        (
            "Which telescopes were used by Oona Pike or Basil Crane?",
            "or",
            g.out(g.into({of("Oona Pike"), of("Basil Crane")}, "observer"), "telescope"),
        ),
        ("Show runs from 2012 or 2018", "or", g.where(runs, "Year", lambda v: v in (2012, 2018))),
        (
            "Which runs have fewer than 4 nights or more than 12 nights?",
            "or",
            g.where(runs, "Nights", lambda v: v < 4 or v > 12),
        ),
        ("How many telescopes does each site have?", "group", g.out(scopes, "site")),
        ("What is the number of astronomers of each nationality?", "group", told(people, "Nationality")),
        ("For each telescope, what is the total number of nights of its runs?", "group", with_runs),
        ("Which nationality is the most common?", "group", ["Kestrian", "Ostmarker", "Valdorian"]),
        ("What is the most common telescope kind?", "group", ["reflector"]),
        ("Which nation has the most sites?", "group", ["Ostmark", "Valdoria"]),
        ("Which telescope has the most runs?", "superlative", {of("Argus"), of("Gazer")}),
        (
            "Show the names of astronomers with at least 3 observing runs.",
            "filter",
            {of("Runa Tolk"), of("Mira Vance")},
        ),
        ("What is the year of the run with the most nights?", "superlative", ["2012"]),
        ("What is the birth year of the astronomer with the fewest papers?", "superlative", ["1990"]),
        ("List the telescope ids of telescopes on Dry Plateau.", "value", ["105", "106"]),
        ("Which nations have a site above 3000 and a site below 2700?", "and", ["Valdoria"]),
        ("Which site has telescopes from before 1980 and telescopes from after 1990?", "and", {of("Cerro Brumo")}),
        ("Who discovered Lantern?", "absent", None),
        ("Who built the Old Brass telescope?", "absent", None),
        ("Which comet was seen from Cerro Brumo?", "absent", None),
        ("What is the budget of Argus?", "absent", None),
        ("Which university employs Mira Vance?", "absent", None),
        ("Which astronomer won the most prizes?", "absent", None),
        ("What is the tallest telescope?", "absent", None),
        ("Which telescopes were paid for by Kestria?", "absent", None),
        ("Who is married to Hugo Stell?", "absent", None),
        ("When did Abel Frost die?", "absent", None),
    ]
