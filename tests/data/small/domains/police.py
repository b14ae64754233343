"""A criminal investigation: persons, crimes, vehicles, places, officers, calls, evidence, court dates."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def build():
    g = Graph()
    g.table(
        "Location",
        "kind postcode district",
        """
    14 Quarry Lane | residence | NB4 2RT | Northbank
    Flat 3 Tollgate House | residence | TG1 8HA | Tollgate
    27 Osier Street | residence | OS2 5LM | Millfield
    8 Beacon Rise | residence | NB7 1QD | Northbank
    Pellow's Jewellers | shop | TG1 4AA | Tollgate
    Dray Road Warehouse | warehouse | DR3 9WE | Docks
    The Lamplighter | pub | OS2 6JK | Millfield
    Calder Street Car Park | car park | TG1 7PP | Tollgate
    Eastcott Post Office | shop | EC5 3NB | Eastcott
    """,
    )
    g.table(
        "Officer",
        "rank badge_no joined station",
        """
    Judith Amory | detective inspector | 2214 | 2006 | Tollgate Station
    Sam Okeke | detective sergeant | 3391 | 2013 | Tollgate Station
    Bronwen Lisle | detective constable | 4078 | 2019 | Docks Station
    Victor Haigh | detective sergeant | 2950 | 2010 | Docks Station
    Priya Nand | detective constable | 4512 | 2022 | Tollgate Station
    Ralph Denby | police constable | 4630 | 2023 | Docks Station
    """,
    )
    g.table(
        "Crime",
        "offence date_committed status loss_gbp OCCURRED_AT>Location INVESTIGATED_BY>Officer",
        """
    C-101 Jewellery Robbery | robbery | 2023-11-04 | charged | 84500 | Pellow's Jewellers | Judith Amory, Sam Okeke
    C-102 Warehouse Arson | arson | 2023-12-21 | charged | 212000 | Dray Road Warehouse | Victor Haigh
    C-103 Pub Assault | assault | 2024-01-13 | closed | | The Lamplighter | Priya Nand
    C-104 Post Office Burglary | burglary | 2024-02-27 | charged | 6300 | Eastcott Post Office | Sam Okeke, Priya Nand
    C-105 Van Theft | vehicle theft | 2024-02-09 | open | 18900 | Calder Street Car Park | Bronwen Lisle
    C-106 Beacon Rise Burglary | burglary | 2024-04-18 | open | 4200 | 8 Beacon Rise | Judith Amory
    C-107 Copper Theft | theft | 2023-08-15 | closed | 3100 | Dray Road Warehouse | Victor Haigh, Bronwen Lisle
    C-108 Handbag Snatch | robbery | 2024-05-06 | open | 450 | Calder Street Car Park | Priya Nand
    """,
    )
    g.table(
        "Vehicle",
        "body colour first_registered mileage insured INVOLVED_IN>Crime",
        """
    LK19 WRT | van | white | 2019 | 88400 | true | C-105 Van Theft
    BD64 OYC | saloon | grey | 2014 | 121300 | false | C-101 Jewellery Robbery
    HV08 TUN | lorry | red | 2008 | 340900 | true | C-102 Warehouse Arson, C-107 Copper Theft
    YG71 PLE | hatchback | blue | 2021 | 22700 | true |
    FN15 KDS | motorcycle | black | 2015 | 41000 | false | C-104 Post Office Burglary
    RE12 JHO | pickup | green | 2012 | | true | C-107 Copper Theft
    """,
    )
    g.table(
        "Person",
        "date_of_birth occupation phone_no alias prior_convictions in_custody CURRENT_ADDRESS>Location OWNS>Vehicle KNOWS[relationship]>Person PARTY_TO[role]>Crime",
        """
    Marek Dobson | 1984-03-12 | mechanic | 555-0142 | Spanner | 3 | true | Flat 3 Tollgate House | BD64 OYC | Tobias Kerr [flatmate], Petra Wynn [cousin] | C-101 Jewellery Robbery [suspect], C-104 Post Office Burglary [suspect], C-105 Van Theft [suspect]
    Tobias Kerr | 1988-09-17 | locksmith | 555-0119 | Keys | 2 | false | Flat 3 Tollgate House | FN15 KDS | | C-101 Jewellery Robbery [suspect], C-104 Post Office Burglary [suspect]
    Petra Wynn | 1981-06-03 | accountant | 555-0139 | Velvet | 4 | false | | | Tobias Kerr [former cellmate] | C-104 Post Office Burglary [suspect]
    Callum Reddy | 1979-11-05 | lorry driver | 555-0103 | | 5 | true | 14 Quarry Lane | HV08 TUN | Graham Fitch [former colleague] | C-102 Warehouse Arson [suspect], C-103 Pub Assault [suspect]
    Dmitri Sallow | 1972-12-19 | scrap dealer | 555-0131 | Rusty | 7 | true | 14 Quarry Lane | RE12 JHO | Callum Reddy [housemate] | C-102 Warehouse Arson [suspect], C-107 Copper Theft [suspect]
    Hester Pellow | 1957-05-02 | jeweller | 555-0165 | | 0 | false | 8 Beacon Rise | | | C-101 Jewellery Robbery [victim]
    Ines Vautrey | 1996-01-22 | student | 555-0188 | | 0 | false | 8 Beacon Rise | | | C-101 Jewellery Robbery [witness], C-106 Beacon Rise Burglary [witness]
    Graham Fitch | 1966-08-25 | night watchman | | | 0 | false | 27 Osier Street | | | C-102 Warehouse Arson [witness], C-107 Copper Theft [witness]
    Neil Corrie | 1999-10-11 | courier | 555-0122 | | 1 | false | | LK19 WRT | Ines Vautrey [boyfriend] | C-103 Pub Assault [victim], C-105 Van Theft [victim], C-108 Handbag Snatch [suspect]
    Lena Prowse | 1991-07-30 | bartender | 555-0177 | | 0 | false | 27 Osier Street | | Yusra Halabi [friend] | C-103 Pub Assault [witness], C-108 Handbag Snatch [victim]
    Oona Bright | 1993-04-08 | postal clerk | 555-0194 | | 0 | false | 27 Osier Street | | | C-104 Post Office Burglary [witness]
    Yusra Halabi | 1985-02-14 | nurse | 555-0150 | | 0 | false | 8 Beacon Rise | YG71 PLE | | C-106 Beacon Rise Burglary [victim]
    """,
    )
    g.table(
        "PhoneCall",
        "made_on duration_min intercepted CALLER>Person CALLED>Person",
        """
    Call 5501 | 2023-11-03 | 4 | true | Marek Dobson | Tobias Kerr
    Call 5502 | 2023-11-04 | 2 | false | Tobias Kerr | Marek Dobson
    Call 5503 | 2023-12-20 | 11 | true | Dmitri Sallow | Callum Reddy
    Call 5504 | 2024-02-26 | 7 | true | Petra Wynn | Tobias Kerr
    Call 5505 | 2024-02-08 | 3 | false | Marek Dobson | Dmitri Sallow
    Call 5506 | 2024-01-14 | 18 | false | Lena Prowse | Yusra Halabi
    Call 5507 | 2024-02-27 | 1 | true | Petra Wynn | Marek Dobson
    Call 5508 | 2024-05-06 | 6 | false | Neil Corrie | Ines Vautrey
    """,
    )
    g.table(
        "Evidence",
        "category collected_on shelf fingerprints EVIDENCE_IN>Crime FOUND_AT>Location",
        """
    Pry Bar | tool | 2023-11-05 | A12 | true | C-101 Jewellery Robbery | Pellow's Jewellers
    Sapphire Brooch | jewellery | 2023-12-02 | S03 | false | C-101 Jewellery Robbery | Flat 3 Tollgate House
    Balaclava | clothing | 2023-11-04 | C09 | | C-101 Jewellery Robbery | Calder Street Car Park
    Petrol Can | container | 2023-12-22 | B07 | true | C-102 Warehouse Arson | Dray Road Warehouse
    Broken Bottle | glass | 2024-01-13 | C01 | true | C-103 Pub Assault | The Lamplighter
    Skeleton Keys | tool | 2024-03-01 | A14 | true | C-104 Post Office Burglary, C-106 Beacon Rise Burglary | Flat 3 Tollgate House
    Cash Bag | container | 2024-02-28 | S05 | false | C-104 Post Office Burglary | 14 Quarry Lane
    Number Plate | vehicle part | 2024-02-11 | D25 | false | C-105 Van Theft | Dray Road Warehouse
    Copper Coil | metal | 2023-08-20 | D22 | | C-107 Copper Theft | 14 Quarry Lane
    """,
    )
    g.table(
        "CourtDate",
        "scheduled_for court courtroom judge HEARING_OF>Crime",
        """
    H-31 Plea Hearing | 2024-03-18 | Eastcott Crown Court | 2 | Margery Alder | C-101 Jewellery Robbery
    H-32 Robbery Trial | 2024-09-09 | Eastcott Crown Court | 1 | Margery Alder | C-101 Jewellery Robbery
    H-33 Bail Hearing | 2024-01-08 | Millfield Magistrates | 4 | Simon Tethering | C-102 Warehouse Arson
    H-34 Arson Trial | 2024-10-21 | Eastcott Crown Court | 1 | Colm Darragh | C-102 Warehouse Arson
    H-35 Assault Sentencing | 2024-04-30 | Millfield Magistrates | 3 | Simon Tethering | C-103 Pub Assault
    H-36 Burglary Plea | 2024-05-20 | Millfield Magistrates | | | C-104 Post Office Burglary
    H-37 Theft Sentencing | 2023-11-27 | Millfield Magistrates | 4 | Simon Tethering | C-107 Copper Theft
    """,
    )
    return g


def ask(g):
    L, Q, C, V, P, T, E, H = (
        g.of(t) for t in ("Location", "Officer", "Crime", "Vehicle", "Person", "PhoneCall", "Evidence", "CourtDate")
    )

    def k(n):
        return next(x for x in g.nodes if x.split("/")[1] == n)

    def c(n):
        return next(x for x in C if n in x)

    def role(r, crimes=C):
        return {e[0] for e, s in g.said.items() if e[1] == "PARTY_TO" and s["role"] == r and e[2] in crimes}

    def cases(p, r):
        return {e[2] for e, s in g.said.items() if e[1] == "PARTY_TO" and s["role"] == r and e[0] == p}

    def val(n, p):
        return [str(g.value(k(n), p))]

    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    rob, ars, _pub, post, van, _bea, cop, _bag = (
        c(n) for n in ("Jewellery", "Arson", "Assault", "Post Office", "Van Theft", "Beacon", "Copper", "Handbag")
    )
    # the detectives
    a("Where does Callum Reddy live?", "lookup", g.out(k("Callum Reddy"), "CURRENT_ADDRESS"))
    a("Who is registered as living at 27 Osier Street?", "inverse", g.into(k("27 Osier Street"), "CURRENT_ADDRESS"))
    a("Marek Dobson's phone number?", "value", val("Marek Dobson", "phone_no"))
    a("Who goes by the nickname Rusty?", "inverse", w(P, "alias", lambda v: v == "Rusty"))
    a("Whose car is BD64 OYC?", "inverse", g.into(k("BD64 OYC"), "OWNS"))
    a("What does Yusra Halabi drive?", "lookup", g.out(k("Yusra Halabi"), "OWNS"))
    a("Who are our suspects for the jewellery robbery?", "edge", role("suspect", {rob}))
    a("Who saw the warehouse arson happen?", "edge", role("witness", {ars}))
    a("What part did Ines Vautrey play in the Beacon Rise burglary?", "edge", ["witness"])
    a("In which cases is Marek Dobson a suspect?", "edge", cases(k("Marek Dobson"), "suspect"))
    a("What relation is Petra Wynn to Marek Dobson?", "edge", ["cousin"])
    a("Whom did Marek Dobson phone?", "hops", g.out(g.into(k("Marek Dobson"), "CALLER"), "CALLED"))
    a("Who rang Tobias Kerr?", "hops", g.out(g.into(k("Tobias Kerr"), "CALLED"), "CALLER"))
    a("How long did call 5503 last?", "value", val("Call 5503", "duration_min"))
    a("What was the longest phone call?", "superlative", g.top(T, "duration_min"))
    a("Which calls were made in February 2024?", "filter", w(T, "made_on", lambda v: v.startswith("2024-02")))
    a(
        "Did Petra Wynn ever call Marek Dobson?",
        "yes-no",
        k("Petra Wynn") in g.out(g.into(k("Marek Dobson"), "CALLED"), "CALLER"),
    )
    a("Was call 5502 intercepted?", "yes-no", g.value(k("Call 5502"), "intercepted"))
    a(
        "Which of the intercepted calls were made by Petra Wynn?",
        "and",
        w(g.into(k("Petra Wynn"), "CALLER"), "intercepted", lambda v: v),
    )
    a("How many minutes do all the calls add up to?", "sum", sum(g.values(T, "duration_min")))
    a("On average, how many minutes did a call last?", "average", mean(g.values(T, "duration_min")))
    a("Which vehicles aren't insured?", "filter", w(V, "insured", lambda v: not v))
    a("Which vehicle was used in the post office burglary?", "inverse", g.into(post, "INVOLVED_IN"))
    a("Which vehicles don't turn up in any crime?", "negation", {x for x in V if not g.out(x, "INVOLVED_IN")})
    a("Who owns the vehicles that were mixed up in the copper theft?", "hops", g.into(cop, "INVOLVED_IN", "OWNS"))
    a("Which persons are in custody at the moment?", "filter", w(P, "in_custody", lambda v: v))
    a(
        "Could you tell me who shares an address with Dmitri Sallow?",
        "share",
        g.into(g.out(k("Dmitri Sallow"), "CURRENT_ADDRESS"), "CURRENT_ADDRESS") - {k("Dmitri Sallow")},
    )
    a(
        "Who besides Tobias Kerr is suspected of the post office burglary?",
        "share",
        role("suspect", {post}) - {k("Tobias Kerr")},
    )
    a("Which people have no known address?", "negation", {x for x in P if not g.out(x, "CURRENT_ADDRESS")})
    a("Who has more previous convictions, Callum Reddy or Petra Wynn?", "compare", {k("Callum Reddy")})
    a(
        "Who is suspected of both the jewellery robbery and the post office burglary?",
        "and",
        role("suspect", {rob}) & role("suspect", {post}),
    )
    a(
        "Which crimes happened in the Tollgate district?",
        "hops",
        g.into(w(L, "district", lambda v: v == "Tollgate"), "OCCURRED_AT"),
    )
    a(
        "Which officers are working on crimes that Marek Dobson is involved in?",
        "hops",
        g.out(k("Marek Dobson"), "PARTY_TO", "INVESTIGATED_BY"),
    )
    a("Which person is the youngest?", "superlative", g.top(P, "date_of_birth"))
    # the prosecutor
    a("Who is in charge of investigating the van theft?", "lookup", g.out(van, "INVESTIGATED_BY"))
    a("Which cases has Priya Nand got?", "inverse", g.into(k("Priya Nand"), "INVESTIGATED_BY"))
    a("Which cases currently stand at charged?", "filter", w(C, "status", lambda v: v == "charged"))
    a("When does the arson trial start?", "value", val("H-34 Arson Trial", "scheduled_for"))
    a("Which judge is sitting in the robbery trial?", "value", val("H-32 Robbery Trial", "judge"))
    a("Which court dates are there for the jewellery robbery?", "inverse", g.into(rob, "HEARING_OF"))
    a("What case is H-33 about?", "lookup", g.out(k("H-33 Bail Hearing"), "HEARING_OF"))
    a("Which hearings are held before Simon Tethering?", "filter", w(H, "judge", lambda v: v == "Simon Tethering"))
    a(
        "Which hearings take place at Eastcott Crown Court after June 2024?",
        "and",
        w(H, "court", lambda v: v == "Eastcott Crown Court") & w(H, "scheduled_for", lambda v: v > "2024-06-30"),
    )
    a("What is the very last court date on the list?", "superlative", g.top(H, "scheduled_for"))
    a("Which crimes have no court date yet?", "negation", C - g.out(H, "HEARING_OF"))
    a(
        "Who are the suspects in the case that the arson trial deals with?",
        "hops",
        role("suspect", g.out(k("H-34 Arson Trial"), "HEARING_OF")),
    )
    a("How many court dates does each crime have?", "group", g.out(H, "HEARING_OF"))
    a("Which crime did the greatest financial damage?", "superlative", g.top(C, "loss_gbp"))
    a(
        "What's the total loss from all burglaries?",
        "sum",
        sum(g.values(w(C, "offence", lambda v: v == "burglary"), "loss_gbp")),
    )
    a("Which crimes caused a loss of less than 5,000 pounds?", "filter", w(C, "loss_gbp", lambda v: v < 5000))
    a(
        "Which came first, the van theft or the post office burglary?",
        "compare",
        g.top({van, post}, "date_committed", min),
    )
    a(
        "Which offences were committed between 1 November 2023 and 31 January 2024?",
        "filter",
        w(C, "date_committed", lambda v: "2023-11-01" <= v <= "2024-01-31"),
    )
    # the archivist
    a("On which shelf do I find the petrol can?", "value", val("Petrol Can", "shelf"))
    a("Which exhibits belong to the jewellery robbery?", "inverse", g.into(rob, "EVIDENCE_IN"))
    a("Where was the copper coil picked up?", "lookup", g.out(k("Copper Coil"), "FOUND_AT"))
    a("What was seized at Flat 3 Tollgate House?", "inverse", g.into(k("Flat 3 Tollgate House"), "FOUND_AT"))
    a("When did the skeleton keys come into our hands?", "value", val("Skeleton Keys", "collected_on"))
    a("Were there fingerprints on the cash bag?", "yes-no", g.value(k("Cash Bag"), "fingerprints"))
    a(
        "Which item counts as evidence in more than one crime?",
        "group",
        {x for x in E if len(g.out(x, "EVIDENCE_IN")) > 1},
    )
    a(
        "Which crimes have evidence that was found at 14 Quarry Lane?",
        "hops",
        g.out(g.into(k("14 Quarry Lane"), "FOUND_AT"), "EVIDENCE_IN"),
    )
    a("How many pieces of evidence do we keep altogether?", "count", len(E))
    a("Which crime has the most evidence?", "superlative", g.most(C, lambda x: g.into(x, "EVIDENCE_IN")))
    a("For which crime have we got no evidence at all?", "negation", C - g.out(E, "EVIDENCE_IN"))
    a("Who has served longest in the force?", "superlative", g.top(Q, "joined", min))
    a("Which officer has nothing to investigate?", "negation", Q - g.out(C, "INVESTIGATED_BY"))
    a("How many investigations does each officer have?", "group", g.out(C, "INVESTIGATED_BY"))
    a(
        "Which other officers hold the same rank as Sam Okeke?",
        "share",
        w(Q, "rank", lambda v: v == g.value(k("Sam Okeke"), "rank")) - {k("Sam Okeke")},
    )
    a(
        "In which district do the suspects of the warehouse arson live?",
        "hops",
        sorted({g.value(x, "district") for x in g.out(role("suspect", {ars}), "CURRENT_ADDRESS")}),
    )
    a("How many people live at 8 Beacon Rise?", "count", len(g.into(k("8 Beacon Rise"), "CURRENT_ADDRESS")))
    a("How many crimes is Callum Reddy suspected of?", "count", len(cases(k("Callum Reddy"), "suspect")))
    # absent
    a("What is Lena Prowse's eye colour?", "absent", None)
    a("Which DNA profile was found on the balaclava?", "absent", None)
    a("Who is the defence lawyer of Marek Dobson?", "absent", None)
    a("How many years in prison did Callum Reddy get for the pub assault?", "absent", None)
    a("What is Judith Amory's salary?", "absent", None)
    a("Which informant tipped us off about the van theft?", "absent", None)
    a("Where was Call 5504 made from?", "absent", None)
    a("Who is on the jury of the robbery trial?", "absent", None)
    return q
