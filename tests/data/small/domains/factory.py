"""A maker of pumps and blowers: products, bills of materials, suppliers, machines, work orders, defects."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Plant",
        "city country opened_year floor_area_m2 headcount night_shift",
        """
    Ostheim Works | Ostheim | Germany | 1978 | 14500 | 310 | true
    Levane Plant | Levane | Italy | 1996 | 8200 | 145 | false
    Brodek Plant | Brodek | Poland | 2011 | 19800 | 420 | true
    """,
    )
    g.table(
        "Supplier",
        "country rating payment_terms_days contact_email iso_9001 partner_since",
        """
    Halvorsen Castings | Norway | B | 30 | sales@halvorsen.example | true | 2004
    Tessaro Motori | Italy | A | 60 | ordini@tessaro.example | true | 1999
    Kolinek Fasteners | Czechia | A | 14 | info@kolinek.example | true | 2010
    Drummond Seals | United Kingdom | C | 45 | desk@drummond.example | false | 2016
    Vietz Elektronik | Germany | B | 30 | vertrieb@vietz.example | true | 2008
    Polmet Stamping | Poland | B | 21 | | false | 2019
    Saarinen Bearings | Finland | A | 45 | orders@saarinen.example | true | 1987
    """,
    )
    g.table(
        "Part",
        "part_no material unit_cost_eur lead_time_days stock_qty supplied_by[price_eur;contract_until]>Supplier has_part[quantity]>Part",
        """
    Small Motor | 40-110 | | 46.5 | 12 | 210 | Tessaro Motori [44;2026-06-30] | Rotor [1], Stator [1], Ball Bearing [2]
    Big Motor | 40-120 | | 88 | 15 | 95 | | Rotor [2], Stator [2], Ball Bearing [4], Hex Bolt [6]
    Rotor | 41-210 | steel | 11.2 | 20 | 480 | Tessaro Motori [10.9;2025-12-31], Polmet Stamping [11.6;2026-03-31] |
    Stator | 41-220 | copper | 13.4 | 25 | 455 | Tessaro Motori [13.1;2025-12-31] |
    Ball Bearing | 60-203 | steel | 2.8 | 35 | 1900 | Saarinen Bearings [2.7;2027-01-31] |
    Pump Head | 50-300 | | 39.9 | 6 | 130 | | Pump Housing [1], Impeller [1], Shaft Seal [2], Hex Bolt [8]
    Pump Housing | 51-310 | cast iron | 18.3 | 42 | 160 | Halvorsen Castings [17.9;2026-09-30] |
    Impeller | 51-320 | brass | 9.6 | 28 | 220 | Halvorsen Castings [9.4;2026-09-30] |
    Shaft Seal | 62-015 | rubber | 1.9 | 10 | 0 | Drummond Seals [1.85;2025-08-31] |
    Hex Bolt | 70-006 | steel | 0.12 | 5 | 24000 | Kolinek Fasteners [0.11;2026-12-31], Polmet Stamping [0.14;2025-10-31] |
    Fan Unit | 52-400 | | 27.5 | 8 | 75 | | Fan Wheel [1], Fan Shroud [1], Hex Bolt [4]
    Fan Wheel | 53-410 | aluminium | 12.7 | 18 | 140 | Halvorsen Castings [12.2;2025-11-30] |
    Fan Shroud | 53-420 | plastic | 4.4 | 14 | 300 | Polmet Stamping [4.25;2026-03-31] |
    Control Board | 80-500 | | 22.6 | 55 | 64 | Vietz Elektronik [22;2025-09-30] |
    Power Cable | 80-510 | copper | 3.1 | 9 | 820 | Vietz Elektronik [2.95;2026-05-31] |
    Base Frame | 90-600 | steel | 14.9 | 11 | 118 | Polmet Stamping [14.5;2026-01-31] |
    Pressure Tank | 90-700 | steel | 61 | 48 | 33 | Halvorsen Castings [60;2026-09-30] |
    Cutter Blade | 90-800 | steel | 16.8 | | 12 | |
    Rubber Foot | 90-900 | rubber | 0.35 | 7 | 5200 | Drummond Seals [0.33;2025-08-31], Kolinek Fasteners [0.38;2026-12-31] |
    """,
    )
    g.table(
        "Product",
        "sku category list_price_eur weight_kg launch_date discontinued warranty_months made_at>Plant has_part[quantity]>Part",
        """
    Corvo 200 | CP-200 | pump | 389 | 11.4 | 2017-03-01 | false | 24 | Ostheim Works | Small Motor [1], Pump Head [1], Power Cable [1], Base Frame [1], Rubber Foot [4]
    Corvo 400 | CP-400 | pump | 615 | 18.9 | 2019-09-15 | false | 36 | Ostheim Works | Big Motor [1], Pump Head [2], Control Board [1], Power Cable [1], Base Frame [1], Rubber Foot [6]
    Minnow | MP-050 | pump | 129 | 3.2 | 2012-05-20 | true | 12 | Levane Plant | Small Motor [1], Impeller [1], Shaft Seal [1], Power Cable [1]
    Zephyr | BL-010 | blower | 249 | 6.7 | 2021-02-10 | false | 24 | Levane Plant | Small Motor [1], Fan Unit [1], Power Cable [1]
    Tornado | BL-020 | blower | 498 | 13.1 | 2023-10-05 | false | 24 | Brodek Plant | Big Motor [1], Fan Unit [2], Control Board [1], Power Cable [1], Rubber Foot [4]
    Badger | CO-008 | compressor | 740 | 31.5 | 2018-06-11 | false | 36 | Brodek Plant, Ostheim Works | Big Motor [1], Pressure Tank [1], Control Board [2], Base Frame [1], Hex Bolt [16]
    Molehill | SH-001 | shredder | 455 | 27.8 | 2014-04-02 | true | 12 | Brodek Plant | Big Motor [1], Cutter Blade [4], Base Frame [1]
    """,
    )
    g.table(
        "Machine",
        "machine_type purchase_year purchase_price_eur hourly_rate_eur last_service status installed_in>Plant",
        """
    Lathe L1 | lathe | 2009 | 84000 | 48 | 2024-11-12 | running | Ostheim Works
    Lathe L2 | lathe | 2017 | 112000 | 55 | 2025-02-03 | running | Brodek Plant
    Mill F3 | mill | 2015 | 139000 | 62 | 2025-01-20 | down | Ostheim Works
    Press P7 | press | 2003 | 67000 | 39 | 2024-08-29 | running | Brodek Plant
    Welder W2 | welder | 2020 | 45500 | 44 | 2025-03-17 | running | Brodek Plant
    Line Alpha | assembly line | 2012 | 310000 | 95 | 2025-03-05 | running | Ostheim Works
    Line Beta | assembly line | 2018 | 278000 | 90 | 2024-12-09 | running | Levane Plant
    Line Gamma | assembly line | 2022 | 405000 | 110 | | running | Brodek Plant
    Paint Booth | paint booth | 1999 | 52000 | 33 | 2024-06-14 | down | Levane Plant
    """,
    )
    g.table(
        "Operator",
        "hire_date shift hourly_wage_eur first_aider works_at>Plant trained_on[certified_on]>Machine",
        """
    Jana Rybak | 2012-04-16 | early | 17.5 | true | Brodek Plant | Line Gamma [2022-05-10], Press P7 [2013-02-01], Welder W2 [2020-09-14]
    Otto Brenneke | 1998-09-01 | early | 24.8 | false | Ostheim Works | Lathe L1 [2009-07-20], Mill F3 [2015-03-11]
    Giulia Manfrin | 2016-01-11 | late | 19.2 | true | Levane Plant | Line Beta [2018-10-02]
    Piotr Zawada | 2019-06-03 | night | 18.1 | false | Brodek Plant | Lathe L2 [2019-12-05], Line Gamma [2023-01-19]
    Hannelore Quast | 2005-02-14 | late | 23.4 | true | Ostheim Works | Line Alpha [2012-08-27], Lathe L1 [2010-01-15]
    Luca Bonetti | 2022-03-28 | early | 16.9 | false | Levane Plant | Line Beta [2022-06-30], Paint Booth [2022-09-08]
    Marek Sobol | 2021-10-18 | night | 17.1 | | Brodek Plant | Press P7 [2022-02-22]
    Dorota Kulesza | 2014-08-25 | late | 18.6 | false | Brodek Plant | Line Gamma [2022-05-10], Lathe L2 [2017-11-30]
    Tim Eberle | 2024-09-02 | night | 20.3 | false | Ostheim Works |
    """,
    )
    g.table(
        "WorkOrder",
        "quantity start_date end_date status priority produces>Product runs_on>Machine assigned_to>Operator",
        """
    WO-1041 | 120 | 2025-01-08 | 2025-01-22 | done | normal | Corvo 200 | Line Alpha | Hannelore Quast
    WO-1042 | 60 | 2025-01-13 | 2025-02-04 | done | high | Tornado | Line Gamma | Jana Rybak
    WO-1043 | 200 | 2025-01-27 | 2025-02-14 | done | normal | Zephyr | Line Beta | Giulia Manfrin, Luca Bonetti
    WO-1044 | 40 | 2025-02-03 | 2025-02-28 | done | normal | Badger | Line Gamma | Piotr Zawada
    WO-1045 | 75 | 2025-02-10 | 2025-02-26 | done | urgent | Corvo 400 | Line Alpha | Hannelore Quast
    WO-1046 | 150 | 2025-02-24 | 2025-03-12 | done | low | Zephyr | Line Beta | Luca Bonetti
    WO-1047 | 90 | 2025-03-03 | | running | high | Tornado | Line Gamma | Jana Rybak, Dorota Kulesza
    WO-1048 | 30 | 2025-03-10 | | on hold | normal | Badger | Line Alpha | Hannelore Quast
    WO-1049 | 100 | 2025-03-24 | | running | urgent | Corvo 400 | Line Alpha | Hannelore Quast
    WO-1050 | 110 | 2025-04-07 | | planned | normal | Corvo 200 | Line Alpha |
    """,
    )
    g.table(
        "Defect",
        "found_on severity root_cause cost_eur fixed found_in>WorkOrder affects_part>Part reported_by>Operator",
        """
    D-301 Leaking Seal | 2025-01-16 | major | worn tooling | 840 | true | WO-1041 | Shaft Seal | Hannelore Quast
    D-302 Cracked Housing | 2025-01-20 | critical | casting porosity | 2150 | true | WO-1041 | Pump Housing | Otto Brenneke
    D-303 Wobbly Fan | 2025-01-29 | minor | wrong torque | 120 | true | WO-1042 | Fan Wheel | Jana Rybak
    D-304 Dead Board | 2025-02-01 | critical | cold solder joint | 1310 | true | WO-1042 | Control Board | Piotr Zawada
    D-305 Scratched Shroud | 2025-02-06 | minor | handling | 65 | false | WO-1043 | Fan Shroud | Luca Bonetti
    D-306 Bent Frame | 2025-02-18 | major | handling | 430 | true | WO-1044 | Base Frame | Piotr Zawada
    D-307 Noisy Bearing | 2025-02-20 | major | | 560 | false | WO-1045 | Ball Bearing | Hannelore Quast
    D-308 Dripping Head | 2025-02-25 | major | worn tooling | 905 | false | WO-1045 | Shaft Seal | Otto Brenneke
    D-309 Flickering Display | 2025-03-11 | minor | | 210 | false | WO-1047 | Control Board | Dorota Kulesza
    D-310 Cracked Wheel | 2025-03-14 | critical | casting porosity | 1775 | false | WO-1047 | Fan Wheel | Jana Rybak
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""
    PL, S, PT, PR, M, operators, W, D = (
        g.of(t) for t in ("Plant", "Supplier", "Part", "Product", "Machine", "Operator", "WorkOrder", "Defect")
    )

    def k(n):
        found = [
            x for x in g.nodes if x.split("/")[1] == n or (x.split("/")[1].startswith(n + " ") and n.startswith("D-"))
        ]
        assert len(found) == 1, (n, found)
        return found[0]

    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def v(n, p):
        return [str(g.value(k(n), p))]

    def s(x, rel, y):
        return next(g.said[e] for e in g.edges if e == (k(x), rel, k(y)))

    def on(rel, p, test, start=None):
        return {
            e for e in g.said if e[1] == rel and p in g.said[e] and test(g.said[e][p]) and (start is None or start(e))
        }

    # the buyer
    a("Who do we get the ball bearings from?", "lookup", g.out(k("Ball Bearing"), "supplied_by"))
    a("Which parts do we buy from Polmet Stamping?", "inverse", g.into(k("Polmet Stamping"), "supplied_by"))
    a(
        "What does Tessaro charge us for a rotor?",
        "edge",
        [str(s("Rotor", "supplied_by", "Tessaro Motori")["price_eur"])],
    )
    a(
        "Until when is our contract with Vietz Elektronik for the control board?",
        "edge",
        [s("Control Board", "supplied_by", "Vietz Elektronik")["contract_until"]],
    )
    a(
        "How long do I wait for a control board once I have ordered it, in days?",
        "value",
        v("Control Board", "lead_time_days"),
    )
    a("Which part takes the longest to arrive?", "superlative", g.top(PT, "lead_time_days"))
    a("Parts that need more than 30 days to get here?", "filter", w(PT, "lead_time_days", lambda x: x > 30))
    a("Which part have we run out of?", "filter", w(PT, "stock_qty", lambda x: x == 0))
    a("Which suppliers are rated A?", "filter", w(S, "rating", lambda x: x == "A"))
    a("Is Drummond Seals ISO 9001 certified?", "yes-no", False)
    a("Which of our suppliers don't have ISO 9001?", "negation", w(S, "iso_9001", lambda x: not x))
    a("What email address do I write to at Kolinek?", "value", v("Kolinek Fasteners", "contact_email"))
    a("Which supplier have we been dealing with the longest?", "superlative", g.top(S, "partner_since", min))
    a("Who gives us the most time to pay?", "superlative", g.top(S, "payment_terms_days"))
    a("How many suppliers give us 30 days to pay?", "count", len(w(S, "payment_terms_days", lambda x: x == 30)))
    a(
        "Which parts can we get from more than one supplier?",
        "group",
        {p for p in PT if len(g.out(p, "supplied_by")) > 1},
    )
    a("How many parts does each supplier deliver?", "group", g.out(PT, "supplied_by"))
    a("Which parts do we not buy from anybody?", "negation", {p for p in PT if not g.out(p, "supplied_by")})
    a(
        "Is the hex bolt cheaper at Kolinek than at Polmet?",
        "yes-no",
        s("Hex Bolt", "supplied_by", "Kolinek Fasteners")["price_eur"]
        < s("Hex Bolt", "supplied_by", "Polmet Stamping")["price_eur"],
    )
    a(
        "In which plant is the product built that had the noisy bearing?",
        "hops",
        g.out(k("D-307"), "found_in", "produces", "made_at"),
    )
    a(
        "Which supplier other than Kolinek Fasteners sells us rubber feet?",
        "negation",
        g.out(k("Rubber Foot"), "supplied_by") - {k("Kolinek Fasteners")},
    )
    a("Which suppliers came on board after 2009?", "filter", w(S, "partner_since", lambda x: x > 2009))
    a("What's the dearest part we have, by unit cost?", "superlative", g.top(PT, "unit_cost_eur"))
    a(
        "Which steel parts come from Halvorsen?",
        "and",
        w(PT, "material", lambda x: x == "steel") & g.into(k("Halvorsen Castings"), "supplied_by"),
    )
    a("Which parts are made of copper or brass?", "or", w(PT, "material", lambda x: x in ("copper", "brass")))
    a(
        "From which countries do the things inside a pump head come?",
        "hops",
        sorted({g.value(x, "country") for x in g.out(k("Pump Head"), "has_part", "supplied_by")}),
    )
    a("Which suppliers' goods are inside the fan unit?", "hops", g.out(k("Fan Unit"), "has_part", "supplied_by"))
    # the bill of materials
    a("How many hex bolts go into one pump head?", "edge", [str(s("Pump Head", "has_part", "Hex Bolt")["quantity"])])
    a("What is a small motor put together from?", "lookup", g.out(k("Small Motor"), "has_part"))
    a("Which products use a control board?", "inverse", g.into(k("Control Board"), "has_part") & PR)
    a(
        "How many cutter blades does a Molehill need?",
        "edge",
        [str(s("Molehill", "has_part", "Cutter Blade")["quantity"])],
    )
    a(
        "Which products take a fan unit with two of them in each?",
        "edge",
        {e[0] for e in on("has_part", "quantity", lambda x: x == 2) if e[2] == k("Fan Unit")},
    )
    a(
        "Which products have both a big motor and a base frame in them?",
        "and",
        g.into(k("Big Motor"), "has_part") & g.into(k("Base Frame"), "has_part") & PR,
    )
    a("Which products are built without a power cable?", "negation", PR - g.into(k("Power Cable"), "has_part"))
    a(
        "Which products would be held up if we had no pump housings?",
        "hops",
        g.into(g.into(k("Pump Housing"), "has_part"), "has_part") & PR,
    )
    # the plant manager
    a("Where do we build the Zephyr?", "lookup", g.out(k("Zephyr"), "made_at"))
    a("What comes out of the Brodek plant?", "inverse", g.into(k("Brodek Plant"), "made_at"))
    a("Which product is made in more than one plant?", "group", {p for p in PR if len(g.out(p, "made_at")) > 1})
    a("In which plant do we have the most machines?", "superlative", g.most(PL, lambda x: g.into(x, "installed_in")))
    a("Total headcount over all plants, please.", "sum", sum(g.values(PL, "headcount")))
    a("Does Levane run a night shift?", "yes-no", False)
    a(
        "Is the Ostheim factory bigger in floor space than the one in Brodek?",
        "compare",
        g.value(k("Ostheim Works"), "floor_area_m2") > g.value(k("Brodek Plant"), "floor_area_m2"),
    )
    a("Which machines stand in Ostheim?", "inverse", g.into(k("Ostheim Works"), "installed_in"))
    a("Which machines are down right now?", "filter", w(M, "status", lambda x: x == "down"))
    a(
        "What's broken down at Levane?",
        "and",
        w(M, "status", lambda x: x == "down") & g.into(k("Levane Plant"), "installed_in"),
    )
    a(
        "What did we pay for all the machines in Brodek together?",
        "sum",
        sum(g.values(g.into(k("Brodek Plant"), "installed_in"), "purchase_price_eur")),
    )
    a(
        "What do our two lathes cost per hour on average?",
        "average",
        mean(g.values(w(M, "machine_type", lambda x: x == "lathe"), "hourly_rate_eur")),
    )
    a("Which machine was serviced the longest time ago?", "superlative", g.top(M, "last_service", min))
    a(
        "Which machines have had a service since the start of 2025?",
        "filter",
        w(M, "last_service", lambda x: x >= "2025"),
    )
    a("Who is allowed to operate Line Gamma?", "inverse", g.into(k("Line Gamma"), "trained_on"))
    a(
        "When did Jana Rybak get her ticket for the welder?",
        "edge",
        [s("Jana Rybak", "trained_on", "Welder W2")["certified_on"]],
    )
    a(
        "Which worker hasn't been trained on any machine yet?",
        "negation",
        {o for o in operators if not g.out(o, "trained_on")},
    )
    a(
        "Who works nights in Brodek?",
        "and",
        w(operators, "shift", lambda x: x == "night") & g.into(k("Brodek Plant"), "works_at"),
    )
    a("How many defects are still not fixed?", "count", len(w(D, "fixed", lambda x: not x)))
    a("Who has been with us the longest among the operators?", "superlative", g.top(operators, "hire_date", min))
    a(
        "Who earns more an hour, Otto Brenneke or Hannelore Quast?",
        "compare",
        g.top({k("Otto Brenneke"), k("Hannelore Quast")}, "hourly_wage_eur"),
    )
    a("What is WO-1049 supposed to make?", "lookup", g.out(k("WO-1049"), "produces"))
    a("Which machine gets the most operators?", "superlative", g.most(M, lambda x: g.into(x, "runs_on")))
    a("Who is working on WO-1047?", "lookup", g.out(k("WO-1047"), "assigned_to"))
    a(
        "How many Zephyrs have we run in total, over all orders?",
        "sum",
        sum(g.values(g.into(k("Zephyr"), "produces"), "quantity")),
    )
    a("Which orders began in February 2025?", "filter", w(W, "start_date", lambda x: x.startswith("2025-02")))
    a("Which order has nobody on it?", "negation", {o for o in W if not g.out(o, "assigned_to")})
    # the quality engineer
    a("Who reported the cracked housing?", "lookup", g.out(k("D-302"), "reported_by"))
    a("What caused the dead board?", "value", v("D-304", "root_cause"))
    a(
        "Which critical defects have not been fixed?",
        "and",
        w(D, "severity", lambda x: x == "critical") & w(D, "fixed", lambda x: not x),
    )
    a("Which supplier delivered the part behind D-306?", "hops", g.out(k("D-306"), "affects_part", "supplied_by"))
    a(
        "In which products did we find trouble with the control board?",
        "hops",
        g.out(g.into(k("Control Board"), "affects_part"), "found_in", "produces"),
    )
    a(
        "What have the major defects cost us altogether?",
        "sum",
        sum(g.values(w(D, "severity", lambda x: x == "major"), "cost_eur")),
    )
    a(
        "Which defects go back to the same root cause as D-302 Cracked Housing?",
        "share",
        w(D, "root_cause", lambda x: x == g.value(k("D-302"), "root_cause")) - {k("D-302")},
    )
    a(
        "Which defects turned up from 1 to 20 February 2025?",
        "filter",
        w(D, "found_on", lambda x: "2025-02-01" <= x <= "2025-02-20"),
    )
    # what the graph cannot tell
    a("What is the phone number of Saarinen Bearings?", "absent", None)
    a("How much electricity does Line Beta use in a year?", "absent", None)
    a("Which customers bought the Tornado?", "absent", None)
    a("Who is Jana Rybak's foreman?", "absent", None)
    a("What is the scrap rate of WO-1044?", "absent", None)
    a("How many vacation days does Tim Eberle have left?", "absent", None)
    a("What colour does the Badger come in?", "absent", None)
    a("Which forwarder brings us the pressure tanks?", "absent", None)
    return [x for x in q if x]
