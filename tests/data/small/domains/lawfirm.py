"""A mid-sized law firm: matters, hearings, papers, time and bills, as its practice-management system exports them."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def build():
    g = Graph()
    g.table(
        "lawyer",
        "job_title hourly_rate_gbp admitted_year direct_line office part_time reports_to>lawyer",
        """
    Philippa Renwick | managing partner | 420 | 1994 | 201 | Harrowby | false |
    Desmond Achterberg | partner | 380 | 2001 | 204 | Harrowby | false | Philippa Renwick
    Ingrid Salcombe | partner | 365 | 2003 | 207 | Melstead | true | Philippa Renwick
    Tomasz Wieloch | senior associate | 290 | 2011 | 212 | Harrowby | false | Desmond Achterberg
    Farah Quillan | senior associate | 275 | 2013 | 215 | Melstead | false | Ingrid Salcombe
    Gareth Pumphrey | associate | 220 | 2018 | 221 | Harrowby | false | Desmond Achterberg
    Noor Halvorsen | associate | 215 | 2019 | | Melstead | true | Ingrid Salcombe
    Beatrix Oduya | associate | 204 | 2021 | 226 | Harrowby | false | Tomasz Wieloch
    Callum Strand | trainee | 120 | | 230 | Melstead | false | Farah Quillan
    """,
    )
    g.table(
        "client",
        "client_kind town client_since on_retainer contact_email",
        """
    Brindle Logistics | company | Harrowby | 2009-04-01 | true | legal@brindle.example
    Marrow Bakeries | company | Melstead | 2018-03-19 | false | office@marrow.example
    Osgood Timber | company | Thornwick | 2015-09-14 | true | accounts@osgood.example
    Hollis Vane | individual | Melstead | 2021-02-22 | false | h.vane@post.example
    Petra Lindmark | individual | Harrowby | 2022-11-03 | false |
    Wend Valley Trust | charity | Melstead | 2017-06-30 | false | clerk@wendvalley.example
    Calder Dental Group | company | Thornwick | 2019-01-08 | true | admin@calderdental.example
    Rufus Amberley | individual | Thornwick | 2023-05-17 | false | rufus@post.example
    Kestrel Housing Association | charity | Harrowby | 2012-10-25 | true | estates@kestrel.example
    Lumen Optics | company | Melstead | 2024-02-12 | false | hello@lumen.example
    """,
    )
    g.table(
        "court",
        "town court_level issue_fee_gbp",
        """
    Northmere High Court | Northmere | high court | 1250
    Thornwick County Court | Thornwick | county court | 455
    Harrowby Employment Tribunal | Harrowby | tribunal | 0
    Melstead Family Court | Melstead | family court | 612
    Thornwick Magistrates | Thornwick | magistrates | 180
    """,
    )
    g.table(
        "matter",
        "practice_area opened_on closed_on status fee_basis claim_value_gbp opened_for>client lead_counsel>lawyer staffed_with[role;joined_on]>lawyer filed_in>court",
        """
    Brindle Depot Lease | real estate | 2022-03-14 | 2022-11-30 | closed | fixed fee | 310000 | Brindle Logistics | Farah Quillan | Noor Halvorsen [drafting;2022-03-21] |
    Brindle Driver Claim | employment | 2023-06-05 | | open | hourly | 48000 | Brindle Logistics | Tomasz Wieloch | Gareth Pumphrey [advocacy;2023-06-12], Beatrix Oduya [research;2023-08-01] | Harrowby Employment Tribunal
    Marrow Oven Supply | commercial | 2023-02-20 | | open | hourly | 125000 | Marrow Bakeries | Desmond Achterberg | Tomasz Wieloch [drafting;2023-02-27], Gareth Pumphrey [costs;2023-11-06] | Northmere High Court
    Osgood Boundary Dispute | real estate | 2021-09-01 | 2023-04-18 | closed | hourly | 67000 | Osgood Timber | Ingrid Salcombe | Farah Quillan [advocacy;2021-09-06], Noor Halvorsen [research;2022-01-10] | Thornwick County Court
    Osgood Sawmill Injury | personal injury | 2024-01-29 | | open | hourly | 210000 | Osgood Timber | Desmond Achterberg | Beatrix Oduya [research;2024-02-05], Gareth Pumphrey [drafting;2024-02-12] | Northmere High Court
    Vane Divorce | family | 2023-08-11 | | open | hourly | | Hollis Vane | Farah Quillan | Noor Halvorsen [disclosure;2023-08-14], Callum Strand [filing;2023-09-18] | Melstead Family Court
    Lindmark Estate | probate | 2022-12-01 | 2024-02-28 | closed | fixed fee | 540000 | Petra Lindmark | Ingrid Salcombe | Noor Halvorsen [drafting;2022-12-05] |
    Wend Valley Charter | commercial | 2023-11-07 | | on hold | fixed fee | | Wend Valley Trust | Philippa Renwick | Farah Quillan [drafting;2023-11-13] |
    Calder Partner Buyout | commercial | 2024-03-04 | | open | hourly | 900000 | Calder Dental Group | Philippa Renwick | Desmond Achterberg [negotiation;2024-03-04], Tomasz Wieloch [due diligence;2024-03-06], Beatrix Oduya [drafting;2024-03-06] |
    Calder Nurse Dismissal | employment | 2022-05-23 | 2023-03-09 | closed | fixed fee | 31000 | Calder Dental Group | Tomasz Wieloch | Gareth Pumphrey [advocacy;2022-06-01] | Harrowby Employment Tribunal
    Amberley Crash Claim | personal injury | 2023-05-22 | | open | contingency | 152000 | Rufus Amberley | Gareth Pumphrey | Beatrix Oduya [drafting;2023-05-29], Callum Strand [research;2023-09-25] | Thornwick County Court
    Kestrel Roof Defects | construction | 2022-08-15 | | on hold | hourly | 430000 | Kestrel Housing Association | Desmond Achterberg | Gareth Pumphrey [research;2022-08-22], Farah Quillan [negotiation;2023-04-03] | Northmere High Court
    """,
    )
    g.table(
        "hearing",
        "hearing_type hearing_date start_time courtroom outcome by_video hearing_of>matter attended_by>lawyer",
        """
    Nurse Dismissal Trial | trial | 2023-01-17 | 09:30 | 1 | lost | false | Calder Nurse Dismissal | Tomasz Wieloch, Gareth Pumphrey
    Osgood Boundary Trial | trial | 2023-02-27 | 10:00 | 3 | won | false | Osgood Boundary Dispute | Ingrid Salcombe, Farah Quillan, Noor Halvorsen
    Kestrel Expert Hearing | interim | 2023-03-21 | 10:30 | 4 | adjourned | false | Kestrel Roof Defects | Desmond Achterberg, Gareth Pumphrey
    Marrow First Directions | directions | 2023-09-12 | 10:45 | 4 | adjourned | true | Marrow Oven Supply | Desmond Achterberg, Tomasz Wieloch
    Brindle Preliminary Hearing | interim | 2023-10-03 | 11:00 | 2 | granted | true | Brindle Driver Claim | Gareth Pumphrey
    Amberley Directions | directions | 2023-11-30 | 12:00 | | adjourned | false | Amberley Crash Claim | Gareth Pumphrey, Beatrix Oduya
    Vane Maintenance Hearing | interim | 2023-12-14 | 15:15 | 6 | granted | false | Vane Divorce | Farah Quillan
    Marrow Costs Hearing | costs | 2024-02-06 | 14:00 | 2 | granted | false | Marrow Oven Supply | Tomasz Wieloch, Gareth Pumphrey
    Brindle Tribunal Day | trial | 2024-04-22 | 09:45 | 1 | | false | Brindle Driver Claim | Tomasz Wieloch, Gareth Pumphrey, Beatrix Oduya
    Vane Property Hearing | trial | 2024-05-09 | 10:15 | 5 | | false | Vane Divorce | Farah Quillan, Noor Halvorsen
    """,
    )
    g.table(
        "document",
        "doc_type dated page_count privileged filed_under>matter drafted_by>lawyer",
        """
    Depot Lease Final | lease | 2022-11-14 | 46 | false | Brindle Depot Lease | Farah Quillan
    Driver Claim Response | pleading | 2023-07-10 | 18 | false | Brindle Driver Claim | Gareth Pumphrey
    Driver Witness Statement | witness statement | 2023-09-04 | 9 | false | Brindle Driver Claim | Beatrix Oduya
    Oven Supply Particulars | pleading | 2023-04-17 | 32 | false | Marrow Oven Supply | Tomasz Wieloch
    Oven Supply Advice Note | advice | 2023-03-06 | 7 | true | Marrow Oven Supply | Desmond Achterberg
    Boundary Survey Report | expert report | 2022-05-19 | 54 | false | Osgood Boundary Dispute |
    Sawmill Liability Memo | advice | 2024-02-19 | 12 | true | Osgood Sawmill Injury | Beatrix Oduya, Desmond Achterberg
    Vane Financial Statement | disclosure | 2023-10-02 | 27 | false | Vane Divorce | Noor Halvorsen
    Probate Application | application | 2023-01-23 | 15 | false | Lindmark Estate | Noor Halvorsen, Ingrid Salcombe
    Roof Defects Report | expert report | 2022-12-08 | 88 | false | Kestrel Roof Defects |
    Buyout Draft Agreement | contract | 2024-03-22 | 61 | true | Calder Partner Buyout | Beatrix Oduya, Philippa Renwick
    Crash Claim Letter | letter | 2023-06-15 | 4 | false | Amberley Crash Claim | Gareth Pumphrey
    """,
    )
    g.table(
        "invoice",
        "issued_on due_by total_gbp paid paid_on billed_to>client",
        """
    INV-3001 | 2022-12-05 | 2023-01-04 | 6500 | true | 2022-12-28 | Brindle Logistics
    INV-3002 | 2023-03-20 | 2023-04-19 | 4200 | true | 2023-05-02 | Calder Dental Group
    INV-3003 | 2023-04-28 | 2023-05-28 | 18750 | true | 2023-05-25 | Osgood Timber
    INV-3004 | 2023-07-31 | 2023-08-30 | 9300 | true | 2023-10-11 | Kestrel Housing Association
    INV-3005 | 2023-09-29 | 2023-10-29 | 7480 | true | 2023-10-20 | Marrow Bakeries
    INV-3006 | 2023-12-18 | 2024-01-17 | 2950 | false | | Hollis Vane
    INV-3007 | 2024-01-31 | 2024-03-01 | 5120 | true | 2024-02-15 | Brindle Logistics
    INV-3008 | 2024-03-01 | 2024-03-31 | 12400 | true | 2024-03-27 | Petra Lindmark
    INV-3009 | 2024-03-28 | 2024-04-27 | 15600 | false | | Calder Dental Group
    INV-3010 | 2024-04-15 | 2024-05-15 | 8860 | false | | Osgood Timber
    INV-3011 | 2024-04-30 | 2024-05-30 | 1975 | false | | Wend Valley Trust
    INV-3012 | 2024-05-06 | 2024-06-05 | 3340 | false | | Brindle Logistics
    """,
    )
    g.table(
        "time_entry",
        "entry_date hours activity billable logged_by>lawyer booked_on>matter",
        """
    TE-701 | 2024-01-08 | 2.5 | drafting | true | Tomasz Wieloch | Marrow Oven Supply
    TE-702 | 2024-01-09 | 4 | research | true | Beatrix Oduya | Amberley Crash Claim
    TE-703 | 2024-01-11 | 0.5 | phone call | true | Farah Quillan | Vane Divorce
    TE-704 | 2024-01-16 | 6 | site visit | true | Desmond Achterberg | Kestrel Roof Defects
    TE-705 | 2024-01-30 | 3 | client meeting | true | Desmond Achterberg | Osgood Sawmill Injury
    TE-706 | 2024-02-05 | 5.5 | hearing preparation | true | Tomasz Wieloch | Marrow Oven Supply
    TE-707 | 2024-02-06 | 3.5 | court attendance | true | Gareth Pumphrey | Marrow Oven Supply
    TE-708 | 2024-02-13 | 2 | filing | false | Callum Strand | Vane Divorce
    TE-709 | 2024-02-20 | 1.5 | phone call | true | Ingrid Salcombe | Lindmark Estate
    TE-710 | 2024-03-05 | 4.5 | client meeting | true | Philippa Renwick | Calder Partner Buyout
    TE-711 | 2024-03-07 | 7.5 | drafting | true | Beatrix Oduya | Calder Partner Buyout
    TE-712 | 2024-03-12 | 1.25 | research | false | Callum Strand | Amberley Crash Claim
    TE-713 | 2024-03-14 | 3.25 | drafting | true | Gareth Pumphrey | Brindle Driver Claim
    TE-714 | 2024-03-19 | 8 | hearing preparation | true | Tomasz Wieloch | Brindle Driver Claim
    TE-715 | 2024-04-02 | 2.25 | research | false | Beatrix Oduya | Osgood Sawmill Injury
    TE-716 | 2024-04-11 | 1 | phone call | true | Farah Quillan | Wend Valley Charter
    """,
    )
    return g


def ask(g):
    L, C, _T, M, H, _D, Z, E = (
        g.of(t) for t in ("lawyer", "client", "court", "matter", "hearing", "document", "invoice", "time_entry")
    )
    k, w = g.key, g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def is_(keys, name, v):
        return w(keys, name, lambda x: x == v)

    # who and what
    a("Who's running the Vane divorce?", "lookup", g.out(k("Vane Divorce"), "lead_counsel"))
    a(
        "Whose case is Kestrel Roof Defects, I mean which client?",
        "lookup",
        g.out(k("Kestrel Roof Defects"), "opened_for"),
    )
    a("What does Philippa lead herself?", "inverse", g.into(k("Philippa Renwick"), "lead_counsel"))
    a("What work have we got from Osgood Timber?", "inverse", g.into(k("Osgood Timber"), "opened_for"))
    a("Besides the lead, who's on the Calder buyout team?", "lookup", g.out(k("Calder Partner Buyout"), "staffed_with"))
    a("Where are we litigating Marrow Oven Supply?", "lookup", g.out(k("Marrow Oven Supply"), "filed_in"))
    a("Which of our cases are before Northmere High Court?", "inverse", g.into(k("Northmere High Court"), "filed_in"))
    a("Who answers to Ingrid Salcombe?", "inverse", g.into(k("Ingrid Salcombe"), "reports_to"))
    a("Who went along to the Osgood boundary trial?", "lookup", g.out(k("Osgood Boundary Trial"), "attended_by"))
    a("Hearings Farah Quillan was at?", "inverse", g.into(k("Farah Quillan"), "attended_by"))
    a("List everything Noor Halvorsen has drafted, please.", "inverse", g.into(k("Noor Halvorsen"), "drafted_by"))
    a("What papers are on the Brindle Driver Claim file?", "inverse", g.into(k("Brindle Driver Claim"), "filed_under"))
    a("Pull up all the bills for Brindle Logistics", "inverse", g.into(k("Brindle Logistics"), "billed_to"))
    a("TE-704: whose time is that?", "lookup", g.out(k("TE-704"), "logged_by"))
    # values
    a("Gareth Pumphrey's extension?", "value", g.told("Gareth Pumphrey", "direct_line"))
    a("What do we charge an hour for Tomasz Wieloch?", "value", g.told("Tomasz Wieloch", "hourly_rate_gbp"))
    a(
        "When did Kestrel Housing Association first come to us?",
        "value",
        g.told("Kestrel Housing Association", "client_since"),
    )
    a("what time does the brindle tribunal day start", "value", g.told("Brindle Tribunal Day", "start_time"))
    a("How did the nurse dismissal trial end?", "value", g.told("Nurse Dismissal Trial", "outcome"))
    a("By when must INV-3010 be settled?", "value", g.told("INV-3010", "due_by"))
    a("How much is the Lindmark Estate worth?", "value", g.told("Lindmark Estate", "claim_value_gbp"))
    a(
        "Could you give me an e-mail address for the Wend Valley Trust?",
        "value",
        g.told("Wend Valley Trust", "contact_email"),
    )
    # hops
    a(
        "Which clients does Desmond Achterberg act for as lead?",
        "hops",
        g.out(g.into(k("Desmond Achterberg"), "lead_counsel"), "opened_for"),
    )
    a(
        "In which court was the Vane Maintenance Hearing?",
        "hops",
        g.out(k("Vane Maintenance Hearing"), "hearing_of", "filed_in"),
    )
    a(
        "Who has clocked hours for Calder Dental Group?",
        "hops",
        g.out(g.into(k("Calder Dental Group"), "opened_for", "booked_on"), "logged_by"),
    )
    a(
        "In which courts have we filed for clients that are on a retainer?",
        "hops",
        g.out(g.into(is_(C, "on_retainer", True), "opened_for"), "filed_in"),
    )
    a(
        "Which documents have we produced for clients in Thornwick?",
        "hops",
        g.into(is_(C, "town", "Thornwick"), "opened_for", "filed_under"),
    )
    a(
        "Who leads the matters that Callum Strand helps out on?",
        "hops",
        g.out(g.into(k("Callum Strand"), "staffed_with"), "lead_counsel"),
    )
    a(
        "Who is the supervisor of the lawyer leading the Amberley Crash Claim?",
        "hops",
        g.out(k("Amberley Crash Claim"), "lead_counsel", "reports_to"),
    )
    # filters, both, other, or
    a("What's on hold right now?", "filter", is_(M, "status", "on hold"))
    a(
        "Which commercial matters are still open?",
        "filter",
        is_(is_(M, "practice_area", "commercial"), "status", "open"),
    )
    a("Which matters are worth more than £400,000?", "filter", w(M, "claim_value_gbp", lambda v: v > 400000))
    a("Which bills haven't been paid?", "filter", is_(Z, "paid", False))
    a("Which clients signed up before 2016?", "filter", w(C, "client_since", lambda v: v < "2016"))
    a("Who works part-time?", "filter", is_(L, "part_time", True))
    a("Invoices sent out in April 2024", "filter", w(Z, "issued_on", lambda v: v.startswith("2024-04")))
    a(
        "Which hearings fell between September and November 2023?",
        "filter",
        w(H, "hearing_date", lambda v: "2023-09" <= v < "2023-12"),
    )
    a("Which hearings took place over video?", "filter", is_(H, "by_video", True))
    a(
        "Which invoices were paid late?",
        "filter",
        {i for i in Z if g.nodes[i].properties.get("paid_on", "") > g.value(i, "due_by")},
    )
    a("Which company clients aren't on a retainer?", "and", is_(is_(C, "client_kind", "company"), "on_retainer", False))
    a(
        "Who attended both the Marrow Costs Hearing and the Brindle Tribunal Day?",
        "and",
        g.out(k("Marrow Costs Hearing"), "attended_by") & g.out(k("Brindle Tribunal Day"), "attended_by"),
    )
    a("Which family or probate matters do we have?", "or", w(M, "practice_area", lambda v: v in ("family", "probate")))
    a(
        "Who besides Farah Quillan sits in the Melstead office?",
        "negation",
        is_(L, "office", "Melstead") - {k("Farah Quillan")},
    )
    # negation
    a("Which clients have never had an invoice from us?", "negation", C - g.out(Z, "billed_to"))
    a("Which lawyers have no time recorded?", "negation", L - g.out(E, "logged_by"))
    a("Which matters were never taken to any court?", "negation", {m for m in M if not g.out(m, "filed_in")})
    # counts, groups
    a("How many matters have we closed?", "count", len(is_(M, "status", "closed")))
    a(
        "How many times has Gareth Pumphrey been at a hearing?",
        "count",
        len(g.into(k("Gareth Pumphrey"), "attended_by")),
    )
    a("How many cases does each court have of ours?", "group", g.out(M, "filed_in"))
    a("Which clients have more than one matter with us?", "group", {c for c in C if len(g.into(c, "opened_for")) > 1})
    # sums, averages
    a(
        "How many hours has Tomasz Wieloch clocked up in total?",
        "sum",
        sum(g.values(g.into(k("Tomasz Wieloch"), "logged_by"), "hours")),
    )
    a("What's the total still owed on unpaid invoices?", "sum", sum(g.values(is_(Z, "paid", False), "total_gbp")))
    a(
        "How much have we billed Osgood Timber altogether?",
        "sum",
        sum(g.values(g.into(k("Osgood Timber"), "billed_to"), "total_gbp")),
    )
    a(
        "What's the average hourly rate of our associates, not counting the senior ones?",
        "average",
        mean(g.values(is_(L, "job_title", "associate"), "hourly_rate_gbp")),
    )
    a(
        "Average bill for Calder Dental Group?",
        "average",
        mean(g.values(g.into(k("Calder Dental Group"), "billed_to"), "total_gbp")),
    )
    # superlatives, comparisons
    a("What's the biggest invoice we've ever sent?", "superlative", g.top(Z, "total_gbp"))
    a("Which client has been with us longest?", "superlative", g.top(C, "client_since", min))
    a("Which invoice went out last?", "superlative", g.top(Z, "issued_on"))
    a("Who has drafted the most documents?", "superlative", g.most(L, lambda each: g.into(each, "drafted_by")))
    a("Who leads the most matters?", "superlative", g.most(L, lambda each: g.into(each, "lead_counsel")))
    a(
        "Who's pricier, Ingrid Salcombe or Desmond Achterberg?",
        "compare",
        g.top({k("Ingrid Salcombe"), k("Desmond Achterberg")}, "hourly_rate_gbp"),
    )
    a(
        "Which came first, Kestrel Roof Defects or Calder Nurse Dismissal?",
        "compare",
        g.top({k("Kestrel Roof Defects"), k("Calder Nurse Dismissal")}, "opened_on", min),
    )
    # yes or no
    a("Has Hollis Vane paid INV-3006?", "yes-no", g.value(k("INV-3006"), "paid"))
    a("Is Calder Dental Group on a retainer?", "yes-no", g.value(k("Calder Dental Group"), "on_retainer"))
    a("Is the Buyout Draft Agreement privileged?", "yes-no", g.value(k("Buyout Draft Agreement"), "privileged"))
    a(
        "Was Ingrid Salcombe at the Vane Property Hearing?",
        "yes-no",
        k("Ingrid Salcombe") in g.out(k("Vane Property Hearing"), "attended_by"),
    )
    # edges, sharing
    a(
        "What's Gareth Pumphrey doing on Kestrel Roof Defects?",
        "edge",
        g.edge_told("Kestrel Roof Defects", "staffed_with", "Gareth Pumphrey", "role"),
    )
    a(
        "Since when has Callum Strand been helping on the Vane Divorce?",
        "edge",
        g.edge_told("Vane Divorce", "staffed_with", "Callum Strand", "joined_on"),
    )
    a(
        "Who's doing the research on the Osgood Sawmill Injury?",
        "edge",
        g.heads("staffed_with", lambda d: d["role"] == "research", "Osgood Sawmill Injury"),
    )
    a(
        "Who has the same boss as Tomasz Wieloch?",
        "share",
        g.into(g.out(k("Tomasz Wieloch"), "reports_to"), "reports_to") - {k("Tomasz Wieloch")},
    )
    # absent
    a("Who's the judge at the Osgood Boundary Trial?", "absent", None)
    a("When was Callum Strand admitted?", "absent", None)
    a("Who's representing the other side in Marrow Oven Supply?", "absent", None)
    a("Rufus Amberley's mobile number?", "absent", None)
    a("When is Philippa Renwick on holiday?", "absent", None)
    a("Which invoices did we write off?", "absent", None)
    a("Who referred Petra Lindmark to us?", "absent", None)
    a("Who insures Osgood Timber?", "absent", None)
    return [x for x in q if x]
