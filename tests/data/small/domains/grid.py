"""An electricity grid: relations are noun phrases of several words (`point of connection`), units stand in brackets, names are call signs."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from dataclasses import replace

from ..kit import Graph, Ids, Question, mean


def build() -> Graph:
    """Power stations with their units, substations, lines, operators, control rooms, towns and outages; `_` is written as a space."""
    g = Graph()
    g.table(
        "Grid_operator",
        "year_of_incorporation number_of_employees registered_office>Town parent_company>Holding",
        """
        NordNetz AG | 1998 | 2350 | Altmoor | Helvion Holding
        TransElb GmbH | 2005 | 1180 | Elbwerder | Helvion Holding
        Sundpower A/S | 1987 | 640 | Karlshavn |
        Stadtwerke Brenz | 1922 | 310 | Brenz | City of Brenz
        """,
    )
    g.plain("Holding", "Helvion Holding, City of Brenz, Meridian Partners")
    g.table(
        "Town",
        "population federal_state>State",
        """
        Altmoor | 48200 | Heidmark
        Elbwerder | 131000 | Heidmark
        Karlshavn | 22500 | Sundland
        Brenz | 87400 | Bergland
        Unterau | 9300 | Bergland
        Groß Föhren | 3150 | Heidmark
        Sankt Wendel | 16800 | Bergland
        """,
    )
    g.plain("State", "Heidmark, Sundland, Bergland")
    g.table(
        "Substation",
        "nominal_voltage_(kV) year_of_commissioning number_of_transformers site>Town responsible_operator>Grid_operator control_room>Control_room",
        """
        UW Altmoor Nord | 380 | 1974 | 4 | Altmoor | NordNetz AG | Heidmark Control
        UW Altmoor Süd | 110 | 1961 | 2 | Altmoor | NordNetz AG | Heidmark Control
        UW Elbwerder | 380 | 1983 | 6 | Elbwerder | TransElb GmbH | Heidmark Control
        UW Karlshavn | 220 | 1990 | 3 | Karlshavn | Sundpower A/S | Sound Dispatch
        UW Brenz West | 220 | 1979 | 3 | Brenz | Stadtwerke Brenz | Brenz Leitstelle
        UW Unterau | 110 | 2012 | 1 | Unterau | Stadtwerke Brenz | Brenz Leitstelle
        UW Föhren | 380 | 2019 | 5 | Groß Föhren | TransElb GmbH | Heidmark Control
        """,
    )
    g.table(
        "Control_room",
        "number_of_desks shift_supervisor>Engineer location>Town",
        """
        Heidmark Control | 14 | Dipl.-Ing. Anke Petersen | Elbwerder
        Sound Dispatch | 5 | Lars Bo Mikkelsen | Karlshavn
        Brenz Leitstelle | 4 | Dr.-Ing. Rudolf Maier | Brenz
        """,
    )
    g.table(
        "Engineer",
        "date_of_birth employer>Grid_operator deputy>Engineer",
        """
        Dipl.-Ing. Anke Petersen | 1970-08-19 | TransElb GmbH | Jan Hellweg
        Lars Bo Mikkelsen | 1985-02-03 | Sundpower A/S |
        Dr.-Ing. Rudolf Maier | 1963-11-27 | Stadtwerke Brenz | Fatma Yıldız
        Jan Hellweg | 1991-06-06 | TransElb GmbH |
        Fatma Yıldız | 1988-04-15 | Stadtwerke Brenz |
        Tove Ahlgren | 1979-12-12 | NordNetz AG | Jan Hellweg
        """,
    )
    g.table(
        "Power_station",
        "installed_capacity_(MW) year_of_commissioning annual_emissions_(kt_CO2) cooling_water primary_fuel>Fuel owner>Company point_of_connection[feed-in_limit_(MW)]>Substation place>Town",
        """
        Altmoor A | 820 | 1986 | 5100 | true | Hard coal | Helvion Generation | UW Altmoor Nord [800] | Altmoor
        Altmoor B | 450 | 2011 | 1350 | true | Natural gas | Helvion Generation | UW Altmoor Nord [450] | Altmoor
        Elbwerder CHP | 190 | 2003 | 610 | true | Natural gas | TransElb Wärme | UW Elbwerder [150] | Elbwerder
        Sundbank I | 288 | 2015 | 0 | false | Offshore wind | Sundpower A/S Renewables | UW Karlshavn [288] | Karlshavn
        Sundbank II | 402 | 2021 | 0 | false | Offshore wind | Sundpower A/S Renewables | UW Karlshavn [280], UW Föhren [122] | Karlshavn
        Brenz Waste-to-Energy | 32 | 1994 | 140 | true | Municipal waste | City Energy Brenz | UW Brenz West [30] | Brenz
        Unterau Run-of-River | 14 | 1957 | 0 | false | Water | City Energy Brenz | UW Unterau [14] | Unterau
        Föhren Solar Park | 75 | 2020 | 0 | false | Sunlight | Green Acres eG | UW Föhren [70] | Groß Föhren
        Wendel Biogas | 3.5 | 2009 | 4 | false | Biogas | Green Acres eG | UW Unterau [3.5] | Sankt Wendel
        Heidberg Pumped Storage | 1060 | 1976 | 0 | false | Water | Helvion Generation | UW Elbwerder [1000], UW Altmoor Nord [500] | Elbwerder
        """,
    )
    g.plain("Fuel", "Hard coal, Natural gas, Offshore wind, Municipal waste, Water, Sunlight, Biogas, Lignite")
    g.table(
        "Company",
        "managing_director shareholder>Holding",
        """
        Helvion Generation | Beate Kloss | Helvion Holding
        TransElb Wärme | Jörg Thiele | Helvion Holding
        Sundpower A/S Renewables | Signe Dahl | Meridian Partners
        City Energy Brenz | Beate Kloss | City of Brenz
        Green Acres eG | Hannes Grün |
        """,
    )
    g.table(
        "Transmission_line",
        "length_(km) thermal_rating_(MVA) nominal_voltage_(kV) year_of_commissioning start_point>Substation end_point>Substation maintenance_contractor>Contractor",
        """
        L-101 | 64.5 | 1790 | 380 | 1976 | UW Altmoor Nord | UW Elbwerder | Mastbau Krüger
        L-102 | 8.2 | 180 | 110 | 1962 | UW Altmoor Nord | UW Altmoor Süd | Mastbau Krüger
        L-205 | 131 | 2400 | 380 | 2019 | UW Elbwerder | UW Föhren | Isolux Nord
        L-206 | 97 | 620 | 220 | 1991 | UW Karlshavn | UW Föhren | Isolux Nord
        L-310 | 41.5 | 520 | 220 | 1980 | UW Brenz West | UW Elbwerder | Bergfreileitung KG
        L-311 | 19 | 150 | 110 | 2012 | UW Brenz West | UW Unterau | Bergfreileitung KG
        """,
    )
    g.plain("Contractor", "Mastbau Krüger, Isolux Nord, Bergfreileitung KG")
    g.table(
        "Outage",
        "start_date duration_(h) number_of_customers_affected affected_asset>Transmission_line root_cause>Cause incident_lead>Engineer",
        """
        Outage 2021-07 | 2021-11-04 | 3.5 | 12400 | L-310 | Icing | Dr.-Ing. Rudolf Maier
        Outage 2022-02 | 2022-02-18 | 26 | 61000 | L-101 | Storm | Dipl.-Ing. Anke Petersen
        Outage 2022-09 | 2022-08-30 | 1.5 | 800 | L-311 | Digger strike | Fatma Yıldız
        Outage 2023-01 | 2023-01-12 | 7 | 15300 | L-310 | Storm | Fatma Yıldız
        Outage 2024-03 | 2024-05-21 | 0.5 | 0 | L-206 | Relay misoperation | Lars Bo Mikkelsen
        Outage 2024-08 | 2024-12-09 | 11 | 34700 | L-102 | Icing | Tove Ahlgren
        """,
    )
    g.plain("Cause", "Icing, Storm, Digger strike, Relay misoperation")
    return _spaced(g)


def _spaced(g: Graph) -> Graph:
    """Write types, relations and properties as words with spaces between them."""
    keys = {key: f"{_words(node.type)}/{key.partition('/')[2]}" for key, node in g.nodes.items()}
    nodes = {
        keys[key]: replace(
            node, key=keys[key], type=_words(node.type), properties={_words(k): v for k, v in node.properties.items()}
        )
        for key, node in g.nodes.items()
    }

    def moved(edge: tuple[str, str, str]) -> tuple[str, str, str]:
        return keys[edge[0]], _words(edge[1]), keys[edge[2]]

    said = {moved(edge): {_words(k): v for k, v in values.items()} for edge, values in g.said.items()}
    return Graph(nodes, [moved(edge) for edge in g.edges], said)


def _words(name: str) -> str:
    return name.replace("_", " ")


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    stations, lines, substations = g.of("Power station"), g.of("Transmission line"), g.of("Substation")
    outages, towns, engineers, operators = g.of("Outage"), g.of("Town"), g.of("Engineer"), g.of("Grid operator")
    capacity, length = "installed capacity (MW)", "length (km)"

    def burns(fuel: str) -> Ids:
        return g.into(f"Fuel/{fuel}", "primary fuel")

    def owned(company: str) -> Ids:
        return g.into(f"Company/{company}", "owner")

    def ends(line: str) -> Ids:
        return g.out(line, "start point") | g.out(line, "end point")

    def at(substation: str) -> Ids:
        return g.into(f"Substation/{substation}", "start point") | g.into(f"Substation/{substation}", "end point")

    def feeding(substation: str) -> Ids:
        return g.into(f"Substation/{substation}", "point of connection")

    def limit(station: str, substation: str) -> float:
        return g.said[f"Power station/{station}", "point of connection", f"Substation/{substation}"][
            "feed-in limit (MW)"
        ]

    def inside(state: str) -> Ids:
        return g.into(f"State/{state}", "federal state")

    storm, icing = g.into("Cause/Storm", "root cause"), g.into("Cause/Icing", "root cause")
    nordnetz = g.into("Grid operator/NordNetz AG", "responsible operator")
    transelb = g.into("Grid operator/TransElb GmbH", "responsible operator")
    gas, helvion = burns("Natural gas"), owned("Helvion Generation")
    heidmark = g.into("Control room/Heidmark Control", "control room")
    return [
        ("who owns Sundbank II", "lookup", g.out("Power station/Sundbank II", "owner")),
        ("What fuel does Altmoor A run on?", "lookup", g.out("Power station/Altmoor A", "primary fuel")),
        ("gas fired power stations", "inverse", gas),
        (
            "Where does Föhren Solar Park connect to the grid?",
            "lookup",
            g.out("Power station/Föhren Solar Park", "point of connection"),
        ),
        ("which power stations are connected at UW Elbwerder?", "inverse", feeding("UW Elbwerder")),
        ("which substations is NordNetz responsible for", "inverse", nordnetz),
        ("operator of UW Unterau?", "lookup", g.out("Substation/UW Unterau", "responsible operator")),
        (
            "Who is the shift supervisor at Sound Dispatch?",
            "lookup",
            g.out("Control room/Sound Dispatch", "shift supervisor"),
        ),
        ("petersen's deputy", "lookup", g.out("Engineer/Dipl.-Ing. Anke Petersen", "deputy")),
        ("whose deputy is Jan Hellweg?", "inverse", g.into("Engineer/Jan Hellweg", "deputy")),
        ("From which substation does L-205 start?", "lookup", g.out("Transmission line/L-205", "start point")),
        ("where does line L-310 end", "lookup", g.out("Transmission line/L-310", "end point")),
        ("who maintains L-102", "lookup", g.out("Transmission line/L-102", "maintenance contractor")),
        (
            "lines maintained by Bergfreileitung",
            "inverse",
            g.into("Contractor/Bergfreileitung KG", "maintenance contractor"),
        ),
        ("What caused the 2022-02 outage?", "lookup", g.out("Outage/Outage 2022-02", "root cause")),
        ("Which outages were caused by a storm?", "inverse", storm),
        ("Who led the response to Outage 2024-08?", "lookup", g.out("Outage/Outage 2024-08", "incident lead")),
        ("capacity of Heidberg pumped storage", "property", g.value("Power station/Heidberg Pumped Storage", capacity)),
        ("how long is L-206?", "property", g.value("Transmission line/L-206", length)),
        (
            "What's the voltage of the Karlshavn substation",
            "property",
            g.value("Substation/UW Karlshavn", "nominal voltage (kV)"),
        ),
        ("When did the 2023-01 outage start?", "date", [g.value("Outage/Outage 2023-01", "start date")]),
        (
            "in what year was the Elbwerder CHP commissioned",
            "property",
            g.value("Power station/Elbwerder CHP", "year of commissioning"),
        ),
        (
            "Who is the managing director of Green Acres?",
            "property",
            [g.value("Company/Green Acres eG", "managing director")],
        ),
        (
            "which companies have Beate Kloss as managing director",
            "property",
            g.where(g.of("Company"), "managing director", lambda v: v == "Beate Kloss"),
        ),
        ("Which state is Unterau in?", "lookup", g.out("Town/Unterau", "federal state")),
        (
            "in which state does NordNetz AG have its registered office?",
            "two-hop",
            g.out("Grid operator/NordNetz AG", "registered office", "federal state"),
        ),
        ("Power stations in Bergland", "two-hop", g.into(inside("Bergland"), "place")),
        (
            "Who is a shareholder in the company that owns Altmoor B?",
            "two-hop",
            g.out("Power station/Altmoor B", "owner", "shareholder"),
        ),
        (
            "which town is the control room of UW Föhren located in",
            "two-hop",
            g.out("Substation/UW Föhren", "control room", "location"),
        ),
        (
            "Who supervises the control room that UW Brenz West reports to?",
            "two-hop",
            g.out("Substation/UW Brenz West", "control room", "shift supervisor"),
        ),
        (
            "parent company of the operator responsible for UW Altmoor Süd",
            "two-hop",
            g.out("Substation/UW Altmoor Süd", "responsible operator", "parent company"),
        ),
        (
            "who is the employer of the engineer that led Outage 2022-02?",
            "two-hop",
            g.out("Outage/Outage 2022-02", "incident lead", "employer"),
        ),
        (
            "which contractor maintains the line hit by Outage 2024-03",
            "two-hop",
            g.out("Outage/Outage 2024-03", "affected asset", "maintenance contractor"),
        ),
        (
            "L-101's end point's control room's shift supervisor",
            "three-hop",
            g.out("Transmission line/L-101", "end point", "control room", "shift supervisor"),
        ),
        (
            "In which town is the registered office of the operator of the substation where Sundbank I feeds in?",
            "three-hop",
            g.out("Power station/Sundbank I", "point of connection", "responsible operator", "registered office"),
        ),
        (
            "wich power stations feed in at a substation of TransElb GmbH",
            "two-hop",
            g.into(transelb, "point of connection"),
        ),
        ("how many power stations does Helvion Generation own?", "count", len(helvion)),
        ("how many outages hit L-310", "count", len(g.into("Transmission line/L-310", "affected asset"))),
        ("number of substations controlled from Heidmark Control", "count", len(heidmark)),
        (
            "How many transformers are there at UW Föhren?",
            "property",
            g.value("Substation/UW Föhren", "number of transformers"),
        ),
        ("biggest power station by capacity", "superlative", g.top(stations, capacity)),
        ("Which line is the longest?", "superlative", g.top(lines, length)),
        (
            "the shortest 380 kV line",
            "superlative",
            g.top(g.where(lines, "nominal voltage (kV)", lambda v: v == 380), length, min),
        ),
        ("which outage lasted the longest", "superlative", g.top(outages, "duration (h)")),
        ("What is the oldest power station?", "superlative", g.top(stations, "year of commissioning", min)),
        ("Which power station has the highest emissions", "superlative", g.top(stations, "annual emissions (kt CO2)")),
        ("the outage that affected the most customers", "superlative", g.top(outages, "number of customers affected")),
        (
            "Which operator is responsible for the fewest substations?",
            "superlative",
            g.most(operators, lambda each: g.into(each, "responsible operator"), min),
        ),
        (
            "which engineer led most outages",
            "superlative",
            g.most(engineers, lambda each: g.into(each, "incident lead")),
        ),
        ("the smallest town in Heidmark", "superlative", g.top(inside("Heidmark"), "population", min)),
        ("power stations over 400 MW", "comparison", g.where(stations, capacity, lambda v: v > 400)),
        ("which lines are shorter than 20 km?", "comparison", g.where(lines, length, lambda v: v < 20)),
        (
            "Substations commissioned after 1985",
            "comparison",
            g.where(substations, "year of commissioning", lambda v: v > 1985),
        ),
        ("towns with at least 80,000 people", "comparison", g.where(towns, "population", lambda v: v >= 80000)),
        ("outages before 2022-06-01", "comparison", g.where(outages, "start date", lambda v: v < "2022-06-01")),
        (
            "Which lines have a thermal rating between 500 and 2000 MVA?",
            "between",
            g.where(lines, "thermal rating (MVA)", lambda v: 500 <= v <= 2000),
        ),
        (
            "which power stations have a larger capacity than Sundbank II",
            "comparison",
            g.where(stations, capacity, lambda v: v > g.value("Power station/Sundbank II", capacity)),
        ),
        ("power stations owned by Helvion Generation that run on natural gas", "both", helvion & gas),
        (
            "Which stations are connected to both UW Karlshavn and UW Föhren?",
            "both",
            feeding("UW Karlshavn") & feeding("UW Föhren"),
        ),
        ("stations of Helvion Generation that do not burn hard coal", "but-not", helvion - burns("Hard coal")),
        (
            "outages caused by icing or by a digger strike",
            "either",
            icing | g.into("Cause/Digger strike", "root cause"),
        ),
        ("which lines touch UW Elbwerder", "either", at("UW Elbwerder")),
        ("Which two substations does L-206 link?", "lookup", ends("Transmission line/L-206")),
        ("Is Tove Ahlgren employed by NordNetz AG?", "yes-no", True),
        ("is Wendel Biogas connected to UW Föhren?", "yes-no", False),
        ("Does Sundbank I use cooling water?", "yes-no", g.value("Power station/Sundbank I", "cooling water")),
        (
            "is altmoor a newer than altmoor b",
            "yes-no",
            g.value("Power station/Altmoor A", "year of commissioning")
            > g.value("Power station/Altmoor B", "year of commissioning"),
        ),
        (
            "Which has more inhabitants, Brenz or Altmoor?",
            "compare",
            g.top({"Town/Brenz", "Town/Altmoor"}, "population"),
        ),
        (
            "which power stations use the same fuel as Unterau Run-of-River?",
            "same-as",
            burns("Water") - {"Power station/Unterau Run-of-River"},
        ),
        ("whats the feed-in limit of Sundbank II at UW Föhren", "edge", limit("Sundbank II", "UW Föhren")),
        ("total capacity of all the stations owned by Helvion Generation", "sum", sum(g.values(helvion, capacity))),
        (
            "average length of the lines maintained by Isolux Nord?",
            "average",
            mean(g.values(g.into("Contractor/Isolux Nord", "maintenance contractor"), length)),
        ),
        ("power stations without cooling water", "not", g.where(stations, "cooling water", lambda v: v is False)),
        ("substations no power station is connected to", "not", substations - g.out(stations, "point of connection")),
        ("who is the mayor of Brenz?", "absent", None),
        ("What is the wholesale price of electricity in Heidmark", "absent", None),
        ("which turbines are installed in Sundbank I?", "absent", None),
        ("who built L-101", "absent", None),
        ("Which substations does Rheinstrom AG operate?", "absent", None),
        ("how many people died in Outage 2022-02?", "absent", None),
        ("what's the phone number of Heidmark Control", "absent", None),
        ("Where did Fatma Yıldız go to university?", "absent", None),
        ("which nuclear reactor is in Karlshavn", "absent", None),
        ("who insures Altmoor A?", "absent", None),
    ]
