"""A harbour: ships, berths, pilots, tugs and what is landed, as a Neo4j database has them."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def build():
    g = Graph()
    g.table(
        "ShippingLine",
        "country founded phone",
        """
    Nordsund Shipping | Norway | 1928 | +47 55 0101
    Carrack Lines | Malta | 1974 | +356 2055 77
    Blue Meridian | Panama | 1999 |
    Tern Ferries | Denmark | 1961 | +45 33 0808
    Aldous Bulk | Liberia | 1985 | +231 77 4410
    Sable Coast Tankers | Liberia | 2006 | +231 77 9021
    """,
    )
    g.table(
        "Ship",
        "imoNumber shipType flag builtYear lengthM draughtM grossTonnage OPERATED_BY>ShippingLine SISTER_OF>Ship",
        """
    Halcyon Drift | 9210101 | container ship | Malta | 2004 | 220 | 11.5 | 41200 | Carrack Lines | Pelagia
    Pelagia | 9210102 | container ship | Malta | 2005 | 221 | 11.6 | 41350 | Carrack Lines |
    Borealis Trader | 9330417 | bulk carrier | Norway | 2011 | 189 | 10.9 | 30800 | Nordsund Shipping |
    Stina Marie | 9187744 | general cargo | Norway | 1998 | 88 | 5.2 | 2990 | Nordsund Shipping |
    Ocean Thistle | 9456120 | tanker | Liberia | 2016 | 183 | 11.1 | 29400 | Sable Coast Tankers |
    Kormoran | 9120033 | bulk carrier | Liberia | 1995 | 172 | 9.8 | 24100 | Aldous Bulk |
    Grey Wether | 9501288 | bulk carrier | Panama | 2018 | 229 | 12.8 | 43500 | Aldous Bulk |
    Lady Ottoline | 9288800 | ferry | Denmark | 2009 | 142 | 5.9 | 18700 | Tern Ferries | Lady Rosalind
    Lady Rosalind | 9288812 | ferry | Denmark | 2010 | 143 | 6 | 18750 | Tern Ferries |
    Amber Dune | 9612345 | tanker | Panama | 2021 | 146 | 8.7 | 16900 | Sable Coast Tankers |
    Tarn Express | 9577001 | container ship | Panama | 2019 | 168 | 9.2 | 21300 | Blue Meridian |
    Vesla | | general cargo | Norway | 1989 | 74 | 4.6 | 1890 | |
    """,
    )
    g.table(
        "Cargo",
        "hazardous tariffEurPerTonne storage",
        """
    Grain | false | 1.8 | silo
    Timber | false | 2.4 | open yard
    Diesel | true | 5.5 | tank farm
    Fertiliser | true | 3.1 | shed
    Containers | false | 6.2 | container yard
    Coal | false | 1.2 | open yard
    Fish Meal | false | 2.9 | shed
    Paraffin | true | 4.7 | tank farm
    """,
    )
    g.table(
        "Berth",
        "depthM quayLengthM dailyFeeEur shorePower area HANDLES>Cargo",
        """
    Berth 1 | 7.5 | 160 | 900 | true | Inner Basin |
    Berth 2 | 8 | 120 | 750 | false | Inner Basin | Timber, Fish Meal
    Berth 3 | 13.2 | 260 | 2400 | true | East Quay | Grain, Fertiliser
    Berth 4 | 13.5 | 310 | 2900 | true | East Quay | Containers
    Berth 5 | 11.9 | 240 | 2100 | false | East Quay | Coal, Grain, Timber
    Oil Jetty | 12.6 | 200 | 3300 | false | Outer Mole | Diesel, Paraffin
    Lay-by Berth | 6.1 | 95 | 400 | false | Outer Mole |
    """,
    )
    g.table(
        "Pilot",
        "licensedSince grade mobile maxLengthM LICENSED_FOR>Berth TRAINED_BY>Pilot",
        """
    Eskil Brandt | 1996 | senior | 0700-11 | 300 | Berth 3, Berth 4, Berth 5, Oil Jetty |
    Maud Penrose | 2003 | senior | 0700-14 | 280 | Berth 1, Berth 3, Berth 4, Oil Jetty, Lay-by Berth | Eskil Brandt
    Jory Tredinnick | 2012 | first class | 0700-19 | 230 | Berth 1, Berth 2, Berth 3, Berth 5 | Eskil Brandt
    Sanna Vik | 2017 | first class | 0700-23 | 230 | Berth 2, Berth 4, Berth 5 | Maud Penrose
    Colm Hanratty | 2022 | second class | 0700-27 | 150 | Berth 1, Berth 2 | Jory Tredinnick
    Ida Lorne | 2023 | trainee | | 100 | Berth 2 | Jory Tredinnick
    """,
    )
    g.table(
        "Tug",
        "builtYear bollardPullT fuel inService",
        """
    Badger | 1992 | 28 | diesel | true
    Otter | 2008 | 45 | diesel | true
    Marten | 2015 | 62 | diesel | true
    Stoat | 1987 | 22 | diesel | false
    Lynx | 2023 | 70 | electric | true
    """,
    )
    g.table(
        "PortCall",
        "arrived departed status duesEur CALL_OF>Ship MOORED_AT>Berth PILOTED_BY>Pilot ASSISTED_BY[hours]>Tug UNLOADED[tonnes]>Cargo LOADED[tonnes]>Cargo",
        """
    PC-401 | 2024-03-02 | 2024-03-04 | sailed | 18400 | Halcyon Drift | Berth 4 | Eskil Brandt | Marten [2.5], Otter [2] | Containers [9200] | Containers [6100]
    PC-402 | 2024-03-05 | 2024-03-08 | sailed | 12100 | Borealis Trader | Berth 3 | Jory Tredinnick | Otter [1.5] | Fertiliser [14000] | Grain [21500]
    PC-403 | 2024-03-09 | 2024-03-10 | sailed | 1300 | Stina Marie | Berth 2 | Colm Hanratty | | Fish Meal [1100] | Timber [1700]
    PC-404 | 2024-03-14 | 2024-03-15 | sailed | 15900 | Ocean Thistle | Oil Jetty | Maud Penrose | Marten [3], Lynx [3.5] | Diesel [26000] |
    PC-405 | 2024-03-16 | 2024-03-16 | sailed | 4200 | Lady Ottoline | Berth 1 | Maud Penrose | | |
    PC-406 | 2024-03-21 | 2024-03-26 | sailed | 13700 | Kormoran | Berth 5 | Sanna Vik | Badger [2], Otter [2.5] | Coal [19800] |
    PC-407 | 2024-04-01 | 2024-04-03 | sailed | 19250 | Pelagia | Berth 4 | Eskil Brandt | Lynx [2] | Containers [8800] | Containers [7300]
    PC-408 | 2024-04-06 | 2024-04-12 | sailed | 21600 | Grey Wether | Berth 3 | Eskil Brandt | Marten [4], Lynx [4.5], Otter [3] | | Grain [38500]
    PC-409 | 2024-04-13 | 2024-04-14 | sailed | 8700 | Tarn Express | Berth 4 | Sanna Vik | Otter [1] | Containers [4300] |
    PC-410 | 2024-04-18 | 2024-04-19 | sailed | 7350 | Amber Dune | Oil Jetty | Maud Penrose | Badger [1.25] | Paraffin [9600] |
    PC-411 | 2024-04-25 | 2024-04-27 | sailed | 1450 | Stina Marie | Berth 2 | Ida Lorne | | | Timber [2050]
    PC-412 | 2024-05-02 | | in port | | Halcyon Drift | Berth 4 | Sanna Vik | Marten [2] | Containers [9900] |
    PC-413 | 2024-05-03 | | in port | | Kormoran | Berth 5 | Jory Tredinnick | Badger [1.75] | Coal [20300] |
    PC-414 | 2024-05-04 | | at anchor | | Amber Dune | | Maud Penrose | | |
    """,
    )
    g.table(
        "Inspection",
        "inspectedOn result deficiencies shipDetained inspector INSPECTED>Ship",
        """
    INS-21 | 2023-06-13 | passed | 1 | false | R. Calloway | Halcyon Drift
    INS-22 | 2023-09-05 | failed | 9 | true | R. Calloway | Kormoran
    INS-23 | 2023-11-28 | passed | 0 | false | T. Ekwall | Lady Ottoline
    INS-24 | 2024-01-17 | passed | 3 | false | T. Ekwall | Stina Marie
    INS-25 | 2024-03-15 | passed | 2 | false | R. Calloway | Ocean Thistle
    INS-26 | 2024-03-22 | passed with remarks | 5 | false | T. Ekwall | Kormoran
    INS-27 | 2024-04-08 | passed | 0 | false | M. Suarez | Grey Wether
    INS-28 | 2024-04-26 | failed | 7 | false | M. Suarez | Stina Marie
    INS-29 | 2024-05-05 | failed | 11 | true | R. Calloway | Amber Dune
    """,
    )
    return g


def ask(g):
    _N, S, X, B, P, T, C, Z = (
        g.of(t) for t in ("ShippingLine", "Ship", "Cargo", "Berth", "Pilot", "Tug", "PortCall", "Inspection")
    )
    k, w = g.key, g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def is_(keys, name, v):
        return w(keys, name, lambda x: x == v)

    def calls(n):
        return g.into(k(n), "CALL_OF")

    def inspections(n):
        return g.into(k(n), "INSPECTED")

    # plain, both ways
    a("Who runs the Borealis Trader?", "lookup", g.out(k("Borealis Trader"), "OPERATED_BY"))
    a("Which boats belong to Aldous Bulk?", "inverse", g.into(k("Aldous Bulk"), "OPERATED_BY"))
    a("What can we put over the quay at Berth 5?", "lookup", g.out(k("Berth 5"), "HANDLES"))
    a("Where can timber go?", "inverse", g.into(k("Timber"), "HANDLES"))
    a("Who brought in PC-406?", "lookup", g.out(k("PC-406"), "PILOTED_BY"))
    a("Which calls did Eskil Brandt pilot?", "inverse", g.into(k("Eskil Brandt"), "PILOTED_BY"))
    a("Which berths is Sanna Vik allowed to take ships to?", "lookup", g.out(k("Sanna Vik"), "LICENSED_FOR"))
    a("Who's got the ticket for the Oil Jetty?", "inverse", g.into(k("Oil Jetty"), "LICENSED_FOR"))
    a("Who taught Colm Hanratty the job?", "lookup", g.out(k("Colm Hanratty"), "TRAINED_BY"))
    a("Which pilots learned under Eskil Brandt?", "inverse", g.into(k("Eskil Brandt"), "TRAINED_BY"))
    a("Which tugs pulled on PC-408?", "lookup", g.out(k("PC-408"), "ASSISTED_BY"))
    a("What jobs has the Lynx been out on?", "inverse", g.into(k("Lynx"), "ASSISTED_BY"))
    a("What did PC-402 take on board?", "lookup", g.out(k("PC-402"), "LOADED"))
    a("Which inspections has the Kormoran had?", "inverse", inspections("Kormoran"))
    # values
    a("What flag is the Ocean Thistle flying?", "value", g.told("Ocean Thistle", "flag"))
    a("How deep is it at Berth 3?", "value", g.told("Berth 3", "depthM"))
    a("what does the oil jetty cost a day", "value", g.told("Oil Jetty", "dailyFeeEur"))
    a("Maud Penrose's mobile?", "value", g.told("Maud Penrose", "mobile"))
    a("How long is the Grey Wether?", "value", g.told("Grey Wether", "lengthM"))
    a("When was the old Vesla built?", "value", g.told("Vesla", "builtYear"))
    a("Since when has Jory Tredinnick had his licence?", "value", g.told("Jory Tredinnick", "licensedSince"))
    a("Would you happen to have a phone number for Tern Ferries?", "value", g.told("Tern Ferries", "phone"))
    a("When did PC-404 sail?", "value", g.told("PC-404", "departed"))
    a("How much pull has the Marten got?", "value", g.told("Marten", "bollardPullT"))
    # chains
    a("Who piloted the Tarn Express?", "hops", g.out(calls("Tarn Express"), "PILOTED_BY"))
    a("What's the Stina Marie been landing here?", "hops", g.out(calls("Stina Marie"), "UNLOADED"))
    a("Which ships has Maud Penrose brought in?", "hops", g.out(g.into(k("Maud Penrose"), "PILOTED_BY"), "CALL_OF"))
    a("Which tugs have helped the Kormoran?", "hops", g.out(calls("Kormoran"), "ASSISTED_BY"))
    a(
        "Which shipping lines have had grain loaded here?",
        "hops",
        g.out(g.into(k("Grain"), "LOADED"), "CALL_OF", "OPERATED_BY"),
    )
    a(
        "Which berths have Carrack Lines' ships been lying at?",
        "hops",
        g.out(g.into(k("Carrack Lines"), "OPERATED_BY", "CALL_OF"), "MOORED_AT"),
    )
    a(
        "Which pilots have handled ships of Sable Coast Tankers?",
        "hops",
        g.out(g.into(k("Sable Coast Tankers"), "OPERATED_BY", "CALL_OF"), "PILOTED_BY"),
    )
    a(
        "Whose ship was checked in INS-27, which company's I mean?",
        "hops",
        g.out(k("INS-27"), "INSPECTED", "OPERATED_BY"),
    )
    # filters
    a("Which calls are in port at the moment?", "filter", is_(C, "status", "in port"))
    a("Berths with shore power?", "filter", is_(B, "shorePower", True))
    a("Which ships draw more than 11 metres?", "filter", w(S, "draughtM", lambda v: v > 11))
    a(
        "Which bulk carriers were built after 2000?",
        "and",
        w(is_(S, "shipType", "bulk carrier"), "builtYear", lambda v: v > 2000),
    )
    a("Which cargoes are dangerous?", "filter", is_(X, "hazardous", True))
    a("Which port calls came in during April 2024?", "filter", w(C, "arrived", lambda v: v.startswith("2024-04")))
    a(
        "Which inspections were done between the start of March and the end of April 2024?",
        "filter",
        w(Z, "inspectedOn", lambda v: "2024-03" <= v < "2024-05"),
    )
    a(
        "Which berths on the East Quay cost under 2,500 a day?",
        "and",
        w(is_(B, "area", "East Quay"), "dailyFeeEur", lambda v: v < 2500),
    )
    a("Which ships fly the flag of Panama or Malta?", "or", w(S, "flag", lambda v: v in ("Panama", "Malta")))
    a("Which berths take both coal and grain?", "and", g.into(k("Coal"), "HANDLES") & g.into(k("Grain"), "HANDLES"))
    a(
        "Other than Eskil Brandt, who can go to Berth 4?",
        "negation",
        g.into(k("Berth 4"), "LICENSED_FOR") - {k("Eskil Brandt")},
    )
    # negation
    a("Which ships have never called here?", "negation", S - g.out(C, "CALL_OF"))
    a("Which tug is out of action?", "filter", is_(T, "inService", False))
    a("Which calls managed without a tug?", "negation", {c for c in C if not g.out(c, "ASSISTED_BY")})
    a("Which ships have never been inspected?", "negation", S - g.out(Z, "INSPECTED"))
    # counts and groups
    a("How many times has Otter been used?", "count", len(g.into(k("Otter"), "ASSISTED_BY")))
    a("How many ships has each shipping line got?", "group", g.out(S, "OPERATED_BY"))
    a("Which berths have had more than one call?", "group", {b for b in B if len(g.into(b, "MOORED_AT")) > 1})
    # sums and averages
    a(
        "How much in dues did we take from the Stina Marie all told?",
        "sum",
        sum(g.values(calls("Stina Marie"), "duesEur")),
    )
    a(
        "How many tonnes of coal have been landed altogether?",
        "sum",
        sum(d["tonnes"] for e, d in g.said.items() if e[1] == "UNLOADED" and e[2] == k("Coal")),
    )
    a(
        "What's the average daily fee on the Outer Mole?",
        "average",
        mean(g.values(is_(B, "area", "Outer Mole"), "dailyFeeEur")),
    )
    a(
        "How many deficiencies did the failed inspections have on average?",
        "average",
        mean(g.values(is_(Z, "result", "failed"), "deficiencies")),
    )
    # superlatives, comparisons
    a("What's our strongest tug?", "superlative", g.top(T, "bollardPullT"))
    a("Which is the deepest berth we have?", "superlative", g.top(B, "depthM"))
    a("Which pilot has had the licence longest?", "superlative", g.top(P, "licensedSince", min))
    a("Which pilot has done the most port calls?", "superlative", g.most(P, lambda p: g.into(p, "PILOTED_BY")))
    a("Which berth gets the most calls?", "superlative", g.most(B, lambda b: g.into(b, "MOORED_AT")))
    a("What was the last inspection we had?", "superlative", g.top(Z, "inspectedOn"))
    a(
        "Which is longer, the Lady Ottoline or the Lady Rosalind?",
        "compare",
        g.top({k("Lady Ottoline"), k("Lady Rosalind")}, "lengthM"),
    )
    a("Badger or Stoat: which is older?", "compare", g.top({k("Badger"), k("Stoat")}, "builtYear", min))
    # yes or no
    a("Was the ship held after INS-22?", "yes-no", g.value(k("INS-22"), "shipDetained"))
    a("Can Colm Hanratty take a ship to Berth 3?", "yes-no", k("Berth 3") in g.out(k("Colm Hanratty"), "LICENSED_FOR"))
    a("Is paraffin hazardous?", "yes-no", g.value(k("Paraffin"), "hazardous"))
    # edges, sharing
    a(
        "How many hours did the Marten put in on PC-408?",
        "edge",
        g.edge_told("PC-408", "ASSISTED_BY", "Marten", "hours"),
    )
    a("How many tonnes of diesel came off PC-404?", "edge", g.edge_told("PC-404", "UNLOADED", "Diesel", "tonnes"))
    a(
        "Which calls loaded over 20,000 tonnes of grain?",
        "edge",
        g.tails("LOADED", lambda d: d["tonnes"] > 20000, "Grain"),
    )
    a("Which ship is the Halcyon Drift's sister?", "lookup", g.both(k("Halcyon Drift"), "SISTER_OF"))
    a(
        "Which other ships sail for the same outfit as the Amber Dune?",
        "share",
        g.into(g.out(k("Amber Dune"), "OPERATED_BY"), "OPERATED_BY") - {k("Amber Dune")},
    )
    # absent
    a("Who's the skipper of the Grey Wether?", "absent", None)
    a("How big is the crew of the Pelagia?", "absent", None)
    a("Where's the Tarn Express headed next?", "absent", None)
    a("What time is high water at Berth 2?", "absent", None)
    a("Which agent looks after Aldous Bulk here?", "absent", None)
    a("What's Ida Lorne's mobile number?", "absent", None)
    a("Who's skippering the Otter?", "absent", None)
    a("Which ships have run aground in the fairway?", "absent", None)
    return [x for x in q if x]
