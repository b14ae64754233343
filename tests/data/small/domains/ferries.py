"""Ferries between islands: relations named `type:verb-phrase`, properties with units, edges with properties."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question, extreme, mean


def build() -> Graph:
    """Islands, ports, ferries, companies and captains."""
    g = Graph()
    g.table(
        "Island",
        "area-km2 inhabitants highest-hill-m settled-in island:lies-near>Island island:belongs-to>Archipelago",
        """
        Storra | 412.5 | 18400 | 611 | 1240 | Vessay, Linga | Norland Isles
        Vessay | 128 | 4100 | 322 | 1310 | Linga, Brue | Norland Isles
        Linga | 36.5 | 950 | 148 | 1655 | Brue | Norland Isles
        Brue | 74 | 1720 | 405 | 1502 | Hallow | Norland Isles
        Hallow | 9.5 | 85 | 61 | 1788 | Mardle | Southern Skerries
        Mardle | 203 | 7600 | 290 | 1120 | Tey, Corrow | Southern Skerries
        Tey | 18 | 310 | 112 | 1833 | Corrow | Southern Skerries
        Corrow | 55 | 2240 | 233 | 1407 | | Southern Skerries
        Lone Stack | 2.5 | 0 | 96 | | | Outer Rocks
        """,
    )
    g.plain("Archipelago", "Norland Isles, Southern Skerries, Outer Rocks")
    g.table(
        "Port",
        "depth-m berths opened-in port:lies-on>Island",
        """
        Kirkhaven | 14.5 | 12 | 1871 | Storra
        Noust | 6 | 3 | 1923 | Storra
        Sandbay | 9 | 5 | 1899 | Vessay
        Grind | 4.5 | 2 | 1964 | Vessay
        Lingaster | 7.5 | 4 | 1938 | Linga
        Brueness | 8 | 4 | 1910 | Brue
        Hallowmouth | 3 | 1 | 1975 | Hallow
        Port Mardle | 11 | 9 | 1862 | Mardle
        Easter Wick | 5 | 2 | 1951 | Mardle
        Skerry Pier | 5.5 | 2 | 1989 | Mardle
        Teyhaven | 4 | 1 | 1968 | Tey
        Corrowford | 10 | 6 | 1885 | Corrow
        """,
    )
    g.table(
        "Company",
        "founded staff company:based-in>Port",
        """
        Norland Lines | 1908 | 640 | Kirkhaven
        Blue Skerry Ferries | 1956 | 310 | Port Mardle
        Corrow Crossings | 1994 | 48 | Corrowford
        Tern Boats | 2011 | 22 | Sandbay
        """,
    )
    g.table(
        "Ferry",
        "length-m built-in top-speed-kn car-spaces passengers is-electric ferry:calls-at[times-a-week;since]>Port ferry:run-by>Company ferry:registered-in>Port",
        """
        Aurora | 118 | 1998 | 21 | 240 | 900 | false | Kirkhaven [14;1998], Sandbay [14;1998], Lingaster [7;2003], Brueness [7;2010] | Norland Lines | Kirkhaven
        Sula | 86.5 | 2007 | 18.5 | 120 | 480 | false | Kirkhaven [21;2007], Noust [10;2009], Sandbay [21;2007] | Norland Lines | Kirkhaven
        Fulmar | 42 | 1979 | 13 | 18 | 150 | false | Grind [12;1985], Lingaster [12;1979] | Norland Lines | Sandbay
        Maid of Mardle | 94 | 1991 | 19 | 160 | 620 | false | Port Mardle [18;1991], Corrowford [18;1991], Brueness [4;2012] | Blue Skerry Ferries | Port Mardle
        Storm Petrel | 61 | 2015 | 24.5 | 40 | 300 | false | Port Mardle [9;2015], Easter Wick [9;2016], Teyhaven [9;2015], Hallowmouth [3;2019] | Blue Skerry Ferries | Port Mardle
        Selkie | 29 | 1968 | 11 | 6 | 80 | false | Hallowmouth [5;1975], Teyhaven [6;1970] | Blue Skerry Ferries | Easter Wick
        Corrow Belle | 52 | 2002 | 16 | 34 | 210 | false | Corrowford [20;2002], Skerry Pier [20;2004] | Corrow Crossings | Corrowford
        Volt | 38.5 | 2021 | 15 | 22 | 140 | true | Corrowford [28;2021], Teyhaven [28;2021] | Corrow Crossings | Corrowford
        Little Tern | 17 | 2018 | 27 | 0 | 45 | true | Sandbay [30;2018], Grind [30;2019] | Tern Boats | Sandbay
        """,
    )
    g.table(
        "Captain",
        "born-on person:commands[since;pay-k]>Ferry person:native-of>Island person:trained-under>Captain",
        """
        Ida Rosten | 1969-04-11 | Aurora [2011;98] | Storra | Olaf Brand
        Olaf Brand | 1951-12-30 | Fulmar [1984;61] | Vessay |
        Greta Munro | 1982-08-05 | Sula [2019;83] | Storra | Ida Rosten
        Tam Fairlie | 1975-01-23 | Maid of Mardle [2008;79] | Corrow | Olaf Brand
        Nell Harkness | 1988-06-17 | Storm Petrel [2015;72] | Mardle | Tam Fairlie
        Piet Vos | 1960-10-02 | Selkie [1992;44], Corrow Belle [2006;51] | Mardle |
        Una Clegg | 1994-03-09 | Volt [2021;66] | Corrow | Piet Vos
        Rory Sands | 1991-11-28 | Little Tern [2018;58] | Vessay | Greta Munro
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    islands, ports, ferries = g.of("Island"), g.of("Port"), g.of("Ferry")
    companies, captains = g.of("Company"), g.of("Captain")

    def fleet(company: str) -> Ids:
        return g.into(f"Company/{company}", "ferry:run-by")

    def on(island: str) -> Ids:
        return g.into(island, "port:lies-on")

    def of_isles(name: str) -> Ids:
        return g.into(f"Archipelago/{name}", "island:belongs-to")

    def calls(port: str) -> Ids:
        return g.into(f"Port/{port}", "ferry:calls-at")

    def near(island: str) -> Ids:
        return g.both(island, "island:lies-near")

    def label(relation: str, name: str, start: str = "", end: str = "") -> dict[tuple[str, str], float]:
        found = {(a, b): said[name] for (a, r, b), said in g.said.items() if r == relation and name in said}
        return {ends: v for ends, v in found.items() if start in ("", ends[0]) and end in ("", ends[1])}

    def often(name: str, **ends: str) -> dict[tuple[str, str], float]:
        return label("ferry:calls-at", name, **ends)

    def commands(name: str) -> dict[tuple[str, str], float]:
        return label("person:commands", name)

    def heads(pairs: set[tuple[str, str]]) -> Ids:
        return {head for head, _ in pairs}

    def tails(pairs: set[tuple[str, str]]) -> Ids:
        return {tail for _, tail in pairs}

    big = g.top(islands, "area-km2")
    inhabited = g.where(islands, "inhabitants", lambda n: n > 0)
    return [
        # superlatives, and superlatives of superlatives
        ("Which is the largest island?", "superlative", big),
        ("What is the second largest island?", "ordinal", g.top(islands - big, "area-km2")),
        ("Name the three fastest ferries.", "ordinal", {"Ferry/Little Tern", "Ferry/Storm Petrel", "Ferry/Aurora"}),
        (
            "Which ferry run by Norland Lines is the oldest?",
            "superlative",
            g.top(fleet("Norland Lines"), "built-in", min),
        ),
        ("What is the deepest port on Mardle?", "superlative", g.top(on("Island/Mardle"), "depth-m")),
        ("What is the deepest port on the largest island?", "nested", g.top(on(next(iter(big))), "depth-m")),
        (
            "Which is the smallest island in the Southern Skerries?",
            "superlative",
            g.top(of_isles("Southern Skerries"), "area-km2", min),
        ),
        ("Which ferries call at the deepest port?", "nested", g.into(g.top(ports, "depth-m"), "ferry:calls-at")),
        (
            "How many berths does the oldest port have?",
            "nested",
            [str(g.value(k, "berths")) for k in g.top(ports, "opened-in", min)],
        ),
        (
            "Who commands the slowest ferry of Blue Skerry Ferries?",
            "nested",
            g.into(g.top(fleet("Blue Skerry Ferries"), "top-speed-kn", min), "person:commands"),
        ),
        (
            "What is the youngest ferry of the oldest company?",
            "nested",
            g.top(g.into(g.top(companies, "founded", min), "ferry:run-by"), "built-in"),
        ),
        (
            "Which island with more than 1000 inhabitants has the lowest hill?",
            "superlative",
            g.top(g.where(islands, "inhabitants", lambda n: n > 1000), "highest-hill-m", min),
        ),
        # the most and the fewest of something
        ("Which island has the most ports?", "most", g.most(islands, lambda k: g.into(k, "port:lies-on"))),
        (
            "Which company runs the most ferries?",
            "most",
            extreme_all({k: len(g.into(k, "ferry:run-by")) for k in companies}),
        ),
        (
            "Which ferry calls at the fewest ports?",
            "most",
            {k for k in ferries if len(g.out(k, "ferry:calls-at")) == 2},
        ),
        ("What island lies near the most islands?", "most", extreme_all({k: len(near(k)) for k in islands})),
        (
            "Which port is called at by the most ferries?",
            "most",
            extreme_all({k: len(g.into(k, "ferry:calls-at")) for k in ports}),
        ),
        ("Who commands more than one ferry?", "counted", {k for k in captains if len(g.out(k, "person:commands")) > 1}),
        (
            "Which ferries call at at least four ports?",
            "counted",
            {k for k in ferries if len(g.out(k, "ferry:calls-at")) >= 4},
        ),
        ("Which islands have exactly two ports?", "counted", {k for k in islands if len(on(k)) == 2}),
        ("Which islands have no port?", "not", {k for k in islands if not on(k)}),
        ("How many islands have more than one port?", "nested count", len({k for k in islands if len(on(k)) > 1})),
        (
            "How many ferries call at the port with the most berths?",
            "nested count",
            len(g.into(g.top(ports, "berths"), "ferry:calls-at")),
        ),
        # comparisons with numbers, units and other things
        ("Which ferries are longer than 90 m?", "compare", g.where(ferries, "length-m", lambda v: v > 90)),
        ("Which ferries are faster than 20 knots?", "compare", g.where(ferries, "top-speed-kn", lambda v: v > 20)),
        ("Which ferries are faster than the Aurora?", "compare", g.where(ferries, "top-speed-kn", lambda v: v > 21)),
        ("Which islands are larger than Mardle?", "compare", g.where(islands, "area-km2", lambda v: v > 203)),
        (
            "Which islands have between 1,000 and 5,000 inhabitants?",
            "between",
            g.where(islands, "inhabitants", lambda v: 1000 <= v <= 5000),
        ),
        (
            "Which ports opened between 1890 and 1930?",
            "between",
            g.where(ports, "opened-in", lambda v: 1890 <= v <= 1930),
        ),
        ("Which ferries were built before 1990?", "date", g.where(ferries, "built-in", lambda v: v < 1990)),
        ("Which captains were born after 1985?", "date", g.where(captains, "born-on", lambda v: v > "1985-12-31")),
        ("Which ports are less than 5 metres deep?", "compare", g.where(ports, "depth-m", lambda v: v < 5)),
        (
            "How many ferries can carry more than 300 passengers?",
            "count",
            len(g.where(ferries, "passengers", lambda v: v > 300)),
        ),
        ("When was the Volt built?", "date", ["2021"]),
        ("Who is the oldest captain?", "superlative", {"Captain/Olaf Brand"}),
        ("Is the Sula longer than the Maid of Mardle?", "yes-no", False),
        ("Does the Fulmar call at Lingaster?", "yes-no", True),
        ("Which is faster, the Selkie or the Volt?", "compare", {"Ferry/Volt"}),
        (
            "Which ferries have a capacity of at least 480 passengers?",
            "compare",
            g.where(ferries, "passengers", lambda v: v >= 480),
        ),
        # negation, coordination
        ("Which ferries do not call at Kirkhaven?", "not", ferries - calls("Kirkhaven")),
        ("Which ferries call at Kirkhaven but not at Noust?", "not", calls("Kirkhaven") - calls("Noust")),
        ("Which ferries call at both Corrowford and Teyhaven?", "both", calls("Corrowford") & calls("Teyhaven")),
        ("Which ferries call at Grind or Hallowmouth?", "either", calls("Grind") | calls("Hallowmouth")),
        ("Which electric ferries are run by Corrow Crossings?", "both", {"Ferry/Volt"}),
        ("Which ferries are not electric?", "not", g.where(ferries, "is-electric", lambda v: not v)),
        (
            "Which islands near Linga belong to the Norland Isles and have more than 2000 inhabitants?",
            "both",
            g.where(near("Island/Linga") & of_isles("Norland Isles"), "inhabitants", lambda v: v > 2000),
        ),
        (
            "Which captains are natives of neither Storra nor Mardle?",
            "not",
            captains - g.into("Island/Storra", "person:native-of") - g.into("Island/Mardle", "person:native-of"),
        ),
        # sums and averages
        (
            "How many people live in the Southern Skerries in total?",
            "sum",
            sum(g.values(of_isles("Southern Skerries"), "inhabitants")),
        ),
        ("What is the total number of berths on Mardle?", "sum", sum(g.values(on("Island/Mardle"), "berths"))),
        (
            "What is the average length of the ferries of Corrow Crossings?",
            "average",
            mean(g.values(fleet("Corrow Crossings"), "length-m")),
        ),
        ("What is the average staff of the companies?", "average", mean(g.values(companies, "staff"))),
        ("How many berths are there on Storra?", "sum", sum(g.values(on("Island/Storra"), "berths"))),
        (
            "What is the combined area of the Norland Isles?",
            "sum",
            sum(g.values(of_isles("Norland Isles"), "area-km2")),
        ),
        # the same, in common
        (
            "Which captains come from the same island as Piet Vos?",
            "same",
            g.into("Island/Mardle", "person:native-of") - {"Captain/Piet Vos"},
        ),
        ("Which ferries are run by the same company as the Volt?", "same", fleet("Corrow Crossings") - {"Ferry/Volt"}),
        (
            "What do the Aurora and the Sula have in common?",
            "common",
            {"Port/Kirkhaven", "Port/Sandbay", "Company/Norland Lines"},
        ),
        (
            "Which ports do the Storm Petrel and the Selkie have in common?",
            "common",
            {"Port/Teyhaven", "Port/Hallowmouth"},
        ),
        # what edges say
        ("How often a week does the Volt call at Teyhaven?", "edge", ["28"]),
        ("Since when has the Aurora called at Brueness?", "edge", ["2010"]),
        (
            "Which port does the Aurora call at most often a week?",
            "edge",
            extreme_all(ends_of(often("times-a-week", start="Ferry/Aurora"), 1)),
        ),
        ("Who has the highest pay?", "edge", heads(top_of(commands("pay-k")))),
        (
            "Which ferries call at a port more than 20 times a week?",
            "edge",
            heads({ends for ends, v in often("times-a-week").items() if v > 20}),
        ),
        ("Which captain has commanded a ferry for the longest?", "edge", heads(top_of(commands("since"), min))),
        (
            "Which ports has the Storm Petrel called at since 2015?",
            "edge",
            tails({e for e, v in often("since", start="Ferry/Storm Petrel").items() if v == 2015}),
        ),
        (
            "Who started to command a ferry after 2014?",
            "edge",
            heads({ends for ends, v in commands("since").items() if v > 2014}),
        ),
        # plain ones, and properties
        ("How deep is Sandbay?", "property", ["9"]),
        ("What is the top speed of the Storm Petrel?", "property", ["24.5"]),
        ("How high is the highest hill of Brue?", "property", ["405"]),
        ("How many people live on Corrow?", "property", ["2240"]),
        ("In which year was Norland Lines founded?", "date", ["1908"]),
        (
            "Which islands can one reach with the Maid of Mardle?",
            "two-hop",
            g.out("Ferry/Maid of Mardle", "ferry:calls-at", "port:lies-on"),
        ),
        (
            "Who trained the captain of the Sula?",
            "two-hop",
            g.out(g.into("Ferry/Sula", "person:commands"), "person:trained-under"),
        ),
        ("How many inhabited islands are there?", "count", len(inhabited)),
        # not in the graph
        ("What does a ticket for the Aurora cost?", "absent", None),
        ("Which ferries call at Rotterdam?", "absent", None),
        ("What is the heaviest ferry?", "absent", None),
        ("Which ferry sank in 1953?", "absent", None),
        ("Which captains are married?", "absent", None),
    ]


def extreme_all(values: dict[str, float]) -> Ids:
    """All keys of the greatest value: an answer may be shared."""
    return {key for key, value in values.items() if value == max(values.values())}


def ends_of(pairs: dict[tuple[str, str], float], end: int) -> dict[str, float]:
    """Values by one end of their edges."""
    return {ends[end]: value for ends, value in pairs.items()}


def top_of(pairs: dict[tuple[str, str], float], pick=max) -> set[tuple[str, str]]:
    """The one edge of the extreme value."""
    return extreme(pairs, pick)
