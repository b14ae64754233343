"""A football league: abbreviations as names of relations and properties, two players of one name."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """Clubs, grounds, managers, players, agents, sponsors and towns."""
    g = Graph()
    g.table(
        "Club",
        "founded pts goals_for goals_agst turnover_m HAS_MGR>Mgr capt>Player home_gnd>Ground spons_by>Sponsor rival_of>Club loc_in>Town",
        """
        Ashcombe United | 1887 | 71 | 68 | 29 | 84.5 | Graham Tully | Dean Okafor | Mill Lane | Brightwell Energy | Ashcombe City | Ashcombe
        Ashcombe City | 1921 | 58 | 52 | 41 | 61 | Ricardo Paz | Luka Maric | The Foundry | Quayside Bank | | Ashcombe
        Port Selwyn | 1899 | 66 | 61 | 35 | 72 | Ola Nystrom | Callum Frayne | Harbour Park | Selwyn Ferries | Redmoor Town | Port Selwyn
        Redmoor Town | 1904 | 49 | 47 | 50 | 38 | Bernie Locke | Theo Adjei | Moor Road | Brightwell Energy | | Redmoor
        Calder Rovers | 1876 | 43 | 39 | 55 | 29.5 | Steve Hanley | Jordan Reed | Spinners Field | Holt Tyres | Thornbury Athletic | Calder
        Thornbury Athletic | 1893 | 37 | 36 | 60 | 24 | Ines Varga | Marek Havel | Abbey Ground | Holt Tyres | | Thornbury
        Linfield Harriers | 1932 | 28 | 30 | 72 | 18 | Paul Sefton | Gareth Pugh | Linfield Stadium | Pennine Foods | | Linfield
        """,
    )
    g.table(
        "Ground",
        "cap opened has_roof loc_in>Town",
        """
        Mill Lane | 42000 | 1911 | true | Ashcombe
        The Foundry | 33500 | 1998 | true | Ashcombe
        Harbour Park | 36200 | 2006 | true | Port Selwyn
        Moor Road | 21800 | 1904 | false | Redmoor
        Spinners Field | 17400 | 1889 | false | Calder
        Abbey Ground | 15100 | 1923 | false | Thornbury
        Linfield Stadium | 12600 | 2012 | true | Linfield
        """,
    )
    g.table(
        "Mgr",
        "dob apptd nat>Country prev_clb>Club asst_mgr>Coach",
        """
        Graham Tully | 1961-02-17 | 2015-06-01 | England | Redmoor Town | Sid Marsh
        Ricardo Paz | 1974-09-03 | 2021-07-12 | Spain | | Nuno Brito
        Ola Nystrom | 1969-12-20 | 2018-11-05 | Sweden | Ashcombe City | Karin Lund
        Bernie Locke | 1957-04-28 | 2019-01-14 | England | Calder Rovers | Phil Dyer
        Steve Hanley | 1972-08-09 | 2023-03-01 | Wales | | Owen Rees
        Ines Varga | 1980-05-15 | 2022-06-20 | Hungary | Linfield Harriers | Tom Ashby
        Paul Sefton | 1966-10-31 | 2023-10-02 | England | Thornbury Athletic | Joe Cragg
        """,
    )
    g.plain("Coach", "Sid Marsh, Nuno Brito, Karin Lund, Phil Dyer, Owen Rees, Tom Ashby, Joe Cragg")
    g.table(
        "Player",
        "goals assists apps yellows ht_cm dob wage_k inj plays_for>Club pos>Pos nat>Country prev_clb>Club rep_by>Agent",
        """
        Dean Okafor | 5 | 4 | 36 | 7 | 188 | 1992-03-08 | 55 | false | Ashcombe United | Defender | Nigeria | Port Selwyn | Vince Talbot
        Harry Kaine | 24 | 6 | 35 | 3 | 186 | 1995-07-19 | 90 | false | Ashcombe United | Forward | England | Redmoor Town | Vince Talbot
        Milo Brandt | 11 | 13 | 33 | 4 | 178 | 1998-01-30 | 70 | false | Ashcombe United | Midfielder | Germany | | Elsa Roth
        Yannick Sow | 9 | 8 | 28 | 2 | 174 | 2001-10-11 | 42 | true | Ashcombe United | Forward | Senegal | Calder Rovers | Amadou Fall
        Pete Lawler | 0 | 0 | 38 | 1 | 193 | 1990-12-02 | 48 | false | Ashcombe United | Goalkeeper | Ireland | |
        Luka Maric | 8 | 10 | 34 | 9 | 181 | 1993-05-24 | 58 | false | Ashcombe City | Midfielder | Croatia | Ashcombe United | Elsa Roth
        Bojan Petrov | 17 | 3 | 31 | 5 | 190 | 1996-11-13 | 64 | false | Ashcombe City | Forward | Bulgaria | Port Selwyn | Amadou Fall
        Jordan Reed | 3 | 2 | 30 | 11 | 185 | 1994-09-06 | 31 | false | Calder Rovers | Defender | England | Linfield Harriers | Vince Talbot
        Jordan Reed#2 | 6 | 5 | 27 | 0 | 172 | 2002-04-21 | 12 | false | Linfield Harriers | Midfielder | Jamaica | |
        Aled Morgan | 1 | 3 | 32 | 6 | 180 | 1997-06-15 | 29 | true | Ashcombe City | Defender | Wales | Calder Rovers | Vince Talbot
        Simon Thorne | 0 | 0 | 33 | 2 | 191 | 1991-08-27 | 34 | false | Ashcombe City | Goalkeeper | England | |
        Callum Frayne | 7 | 12 | 37 | 8 | 177 | 1991-01-05 | 61 | false | Port Selwyn | Midfielder | Scotland | Ashcombe United | Elsa Roth
        Tomas Lindqvist | 19 | 7 | 36 | 1 | 184 | 1999-02-14 | 66 | false | Port Selwyn | Forward | Sweden | | Elsa Roth
        Ibrahim Toure | 2 | 1 | 35 | 10 | 189 | 1995-10-29 | 37 | false | Port Selwyn | Defender | Senegal | Thornbury Athletic | Amadou Fall
        Kieran Walsh | 13 | 9 | 29 | 4 | 176 | 2000-08-03 | 39 | true | Port Selwyn | Forward | Ireland | Redmoor Town |
        Theo Adjei | 4 | 7 | 38 | 12 | 179 | 1990-06-18 | 28 | false | Redmoor Town | Midfielder | Ghana | Ashcombe City | Amadou Fall
        Ross Garvey | 15 | 2 | 34 | 3 | 183 | 1997-03-22 | 33 | false | Redmoor Town | Forward | Scotland | |
        Emil Krol | 2 | 1 | 31 | 5 | 194 | 1998-12-09 | 24 | false | Redmoor Town | Defender | Poland | Calder Rovers | Elsa Roth
        Danny Lusk | 10 | 4 | 32 | 2 | 182 | 1996-05-01 | 22 | false | Calder Rovers | Forward | England | Thornbury Athletic | Vince Talbot
        Owen Pritchard | 5 | 11 | 36 | 6 | 175 | 1999-09-17 | 20 | false | Calder Rovers | Midfielder | Wales | |
        Marek Havel | 6 | 6 | 37 | 8 | 180 | 1989-07-07 | 19 | false | Thornbury Athletic | Midfielder | Czechia | Linfield Harriers | Elsa Roth
        Joel Baptiste | 12 | 1 | 30 | 4 | 187 | 2000-11-25 | 17 | true | Thornbury Athletic | Forward | France | | Amadou Fall
        Gareth Pugh | 1 | 0 | 34 | 13 | 192 | 1988-04-12 | 14 | false | Linfield Harriers | Defender | Wales | Calder Rovers, Thornbury Athletic |
        Nico Serra | 8 | 3 | 33 | 3 | 173 | 2003-02-06 | 13 | false | Linfield Harriers | Forward | Spain | | Vince Talbot
        """,
    )
    g.table("Agent", "fee_pct", "Vince Talbot | 8\nElsa Roth | 6\nAmadou Fall | 7")
    g.plain("Sponsor", "Brightwell Energy, Quayside Bank, Selwyn Ferries, Holt Tyres, Pennine Foods")
    g.table(
        "Town",
        "pop",
        "Ashcombe | 412000\nPort Selwyn | 187000\nRedmoor | 96000\nCalder | 74000\nThornbury | 58000\nLinfield | 31000",
    )
    g.plain("Pos", "Goalkeeper, Defender, Midfielder, Forward")
    g.plain("Country", "England, Scotland, Wales, Ireland, Spain, Sweden, Hungary, Nigeria, Germany, Senegal, Croatia")
    g.plain("Country", "Bulgaria, Jamaica, Ghana, Poland, Czechia, France")
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    players, clubs, grounds = g.of("Player"), g.of("Club"), g.of("Ground")

    def squad(club: str) -> set[str]:
        return g.into(f"Club/{club}", "plays_for")

    def role(name: str) -> set[str]:
        return g.into(f"Pos/{name}", "pos")

    def clients(agent: str) -> set[str]:
        return g.into(f"Agent/{agent}", "rep_by")

    def from_(country: str) -> set[str]:
        return g.into(f"Country/{country}", "nat") & players

    def once(club: str) -> set[str]:
        return g.into(f"Club/{club}", "prev_clb") & players

    return [
        ("Who does Tomas Lindqvist play for?", "lookup", g.out("Player/Tomas Lindqvist", "plays_for")),
        ("who is the manager of redmoor town?", "lookup", g.out("Club/Redmoor Town", "HAS_MGR")),
        ("Captain of Calder Rovers?", "lookup", g.out("Club/Calder Rovers", "capt")),
        ("Where do Port Selwyn play their home games?", "lookup", g.out("Club/Port Selwyn", "home_gnd")),
        ("Which club does Ines Varga coach?", "inverse", g.into("Mgr/Ines Varga", "HAS_MGR")),
        ("Players represented by Amadou Fall", "inverse", clients("Amadou Fall")),
        ("Which clubs does Holt Tyres sponsor?", "inverse", g.into("Sponsor/Holt Tyres", "spons_by")),
        ("Which players used to be at Redmoor Town?", "inverse", once("Redmoor Town")),
        ("Who is Redmoor Town's rival?", "lookup", g.both("Club/Redmoor Town", "rival_of")),
        ("Who manages Joel Baptiste's team?", "two-hop", g.out("Player/Joel Baptiste", "plays_for", "HAS_MGR")),
        (
            "Who is the agent of the captain of Ashcombe United?",
            "two-hop",
            g.out("Club/Ashcombe United", "capt", "rep_by"),
        ),
        (
            "who assists the manager of Linfield Harriers?",
            "two-hop",
            g.out("Club/Linfield Harriers", "HAS_MGR", "asst_mgr"),
        ),
        ("In which town does Ross Garvey's club play?", "two-hop", g.out("Player/Ross Garvey", "plays_for", "loc_in")),
        (
            "What nationality is the captain of the club managed by Ola Nystrom?",
            "three-hop",
            g.out(g.into("Mgr/Ola Nystrom", "HAS_MGR"), "capt", "nat"),
        ),
        (
            "Which agents represent players of clubs sponsored by Brightwell Energy?",
            "three-hop",
            g.out(g.into(g.into("Sponsor/Brightwell Energy", "spons_by"), "plays_for"), "rep_by"),
        ),
        (
            "Which Welsh players are defenders?",
            "both",
            from_("Wales") & role("Defender"),
        ),
        ("Forwards at Port Selwyn?", "both", role("Forward") & squad("Port Selwyn")),
        ("Which players come from Scotland or Ireland?", "either", from_("Scotland") | from_("Ireland")),
        ("Ashcombe United players who aren't forwards", "but-not", squad("Ashcombe United") - role("Forward")),
        (
            "Which of Elsa Roth's clients do not play for Port Selwyn?",
            "but-not",
            clients("Elsa Roth") - squad("Port Selwyn"),
        ),
        ("How many goalkeepers are there?", "count", len(role("Goalkeeper"))),
        ("how many players does Vince Talbot look after", "count", len(clients("Vince Talbot"))),
        ("top scorer?", "superlative", g.top(players, "goals")),
        ("Who is the tallest player?", "superlative", g.top(players, "ht_cm")),
        ("Which club is the oldest?", "superlative", g.top(clubs, "founded", min)),
        ("What's the smallest ground by capacity?", "superlative", g.top(grounds, "cap", min)),
        ("Which midfielder has the most assists?", "superlative", g.top(role("Midfielder"), "assists")),
        ("Which club has the most players?", "superlative", g.most(clubs, lambda c: g.into(c, "plays_for"))),
        ("Who scored more than 12 goals?", "comparison", g.where(players, "goals", lambda v: v > 12)),
        ("Which clubs were founded before 1890?", "comparison", g.where(clubs, "founded", lambda v: v < 1890)),
        (
            "Which stadiums hold more people than The Foundry?",
            "comparison",
            g.where(grounds, "cap", lambda v: v > g.value("Ground/The Foundry", "cap")),
        ),
        ("Which players were born after 2000?", "comparison", g.where(players, "dob", lambda v: v > "2001")),
        ("Is Kieran Walsh injured?", "yes-no", g.value("Player/Kieran Walsh", "inj")),
        ("Does Danny Lusk play for Thornbury Athletic?", "yes-no", "Player/Danny Lusk" in squad("Thornbury Athletic")),
        ("goals by Kaine?", "property", g.value("Player/Harry Kaine", "goals")),
        ("How many yellow cards has Gareth Pugh had?", "property", g.value("Player/Gareth Pugh", "yellows")),
        (
            "how many goals did the Jordan Reed of Linfield Harriers score?",
            "property",
            g.value("Player/Jordan Reed#2", "goals"),
        ),
        ("When was Steve Hanley appointed?", "property", g.value("Mgr/Steve Hanley", "apptd")),
        ("What is the average height of the goalkeepers?", "average", mean(g.values(role("Goalkeeper"), "ht_cm"))),
        ("Total goals of the players of Redmoor Town?", "sum", sum(g.values(squad("Redmoor Town"), "goals"))),
        (
            "Which managers are English?",
            "typed",
            g.into("Country/England", "nat") & g.of("Mgr"),
        ),
        (
            "Who has the same agent as Joel Baptiste?",
            "same-as",
            g.into(g.out("Player/Joel Baptiste", "rep_by"), "rep_by") - {"Player/Joel Baptiste"},
        ),
        ("Who is the manager of Westmere Albion?", "absent", None),
        ("How many goals did Fabio Lenz score?", "absent", None),
        ("What shirt number does Luka Maric wear?", "absent", None),
        ("who owns Ashcombe United", "absent", None),
        ("Which school did Nico Serra go to?", "absent", None),
    ]
