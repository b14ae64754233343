"""Academic publishing: papers, authors, institutions, venues, topics, grants, reviews."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Institution",
        "city country founded_year student_count is_public",
        """
    Halden University | Bergen | Norway | 1946 | 18400 | true
    Marlow Institute of Technology | Leeds | United Kingdom | 1908 | 9200 | true
    Castellan University | Porto | Portugal | 1871 | 14100 | true
    Brightwater College | Halifax | Canada | 1963 | 5300 | false
    Lindqvist Research Centre | Uppsala | Sweden | 1998 | | false
    Sato Polytechnic | Nagoya | Japan | 1955 | 11800 | true
    University of Westmark | Bergen | Norway | 1989 | 7600 | false
    """,
    )
    g.table(
        "Venue",
        "venue_type publisher impact_factor established_year",
        """
    Journal of Applied Glaciology | journal | Northfield Press | 4.2 | 1974
    Annals of Crop Science | journal | Harrow & Stone | 3.1 | 1988
    Computational Ecology Letters | journal | Northfield Press | 5.6 | 2006
    Conference on Learning from Sensors | conference | Open Proceedings Society | | 2012
    Symposium on Language Technology | conference | Open Proceedings Society | | 1999
    Review of Coastal Studies | journal | Harrow & Stone | 2.4 | 2015
    """,
    )
    g.table(
        "Topic",
        "definition SUBTOPIC_OF>Topic",
        """
    Earth Science | |
    Computer Science | |
    Biology | |
    Glaciology | the study of ice and glaciers | Earth Science
    Oceanography | the study of the sea and its currents | Earth Science
    Remote Sensing | observing the ground from aircraft or satellites | Earth Science
    Machine Learning | programs that improve with data | Computer Science
    Natural Language Processing | the handling of human language by computers | Computer Science
    Plant Genetics | the study of heredity in plants | Biology
    Ecology | how living things and their surroundings interact | Biology
    """,
    )
    g.table(
        "Author",
        "position h_index email AFFILIATED_WITH[since]>Institution SUPERVISED_BY>Author",
        """
    Ingrid Solvang | professor | 41 | i.solvang@halden.example | Halden University [2003] |
    Tomas Reyburn | professor | 35 | t.reyburn@marlow.example | Marlow Institute of Technology [1999] |
    Beatriz Fontes | associate professor | 22 | b.fontes@castellan.example | Castellan University [2011] |
    Kenji Moriwaki | professor | 38 | | Sato Polytechnic [2001] |
    Lena Akerholm | senior researcher | 19 | l.akerholm@lindqvist.example | Lindqvist Research Centre [2014] | Ingrid Solvang
    Oscar Penhale | postdoc | 9 | o.penhale@marlow.example | Marlow Institute of Technology [2020] | Tomas Reyburn
    Nadia Vukic | PhD student | 3 | n.vukic@halden.example | Halden University [2021] | Ingrid Solvang
    Hugo Tavares | PhD student | 2 | h.tavares@castellan.example | Castellan University [2022] | Beatriz Fontes
    Priya Ramanath | associate professor | 26 | p.ramanath@brightwater.example | Brightwater College [2013] |
    Yuki Hoshida | postdoc | 11 | | Sato Polytechnic [2019] | Kenji Moriwaki
    Emil Draper | assistant professor | 14 | e.draper@marlow.example | Marlow Institute of Technology [2017] | Tomas Reyburn
    Signe Bakke | assistant professor | 13 | s.bakke@westmark.example | University of Westmark [2018], Halden University [2016] | Ingrid Solvang
    Colette Marchand | senior researcher | 17 | c.marchand@lindqvist.example | Lindqvist Research Centre [2009] |
    Rafael Quintero | PhD student | | r.quintero@brightwater.example | Brightwater College [2023] | Priya Ramanath
    Wanda Kessel | postdoc | 7 | w.kessel@westmark.example | University of Westmark [2021] | Signe Bakke
    Arun Devaraj | professor | 30 | a.devaraj@brightwater.example | Brightwater College [2007], Marlow Institute of Technology [2016] |
    """,
    )
    g.table(
        "Grant",
        "agency amount_eur start_date end_date AWARDED_TO>Author HOSTED_BY>Institution",
        """
    Ice Futures | Nordic Science Council | 1200000 | 2014-01-01 | 2022-12-31 | Ingrid Solvang | Halden University
    Hardy Grains | Maple Research Fund | 850000 | 2015-04-01 | 2024-03-31 | Priya Ramanath | Brightwater College
    Voices of the Shore | Iberian Heritage Foundation | 240000 | 2019-09-01 | 2023-08-31 | Beatriz Fontes | Castellan University
    Blue Margins | Nordic Science Council | 675000 | 2018-06-01 | 2024-05-31 | Colette Marchand | Lindqvist Research Centre
    Smart Pastures | Rural Innovation Agency | 310000 | 2020-01-01 | 2023-12-31 | Emil Draper | Marlow Institute of Technology
    Quiet Machines | Pacific Computing Trust | 500000 | 2023-04-01 | | Kenji Moriwaki | Sato Polytechnic
    """,
    )
    g.table(
        "Paper",
        "published_on page_count citation_count open_access language AUTHORED_BY[author_position]>Author PUBLISHED_IN>Venue HAS_TOPIC>Topic CITES>Paper FUNDED_BY>Grant",
        """
    Melt Rates of Small Valley Glaciers | 2015-03-12 | 18 | 212 | false | English | Ingrid Solvang [1], Lena Akerholm [2] | Journal of Applied Glaciology | Glaciology | | Ice Futures
    Mapping Sea Ice from Cheap Drones | 2017-06-02 | 12 | 148 | true | English | Lena Akerholm [1], Emil Draper [2], Ingrid Solvang [3] | Journal of Applied Glaciology | Glaciology, Remote Sensing | Melt Rates of Small Valley Glaciers | Ice Futures
    Learning to Count Seabirds | 2018-09-21 | 9 | 96 | true | English | Emil Draper [1], Tomas Reyburn [2] | Conference on Learning from Sensors | Machine Learning, Ecology | |
    Drought Genes in Winter Barley | 2016-11-05 | 22 | 175 | false | English | Priya Ramanath [1], Arun Devaraj [2] | Annals of Crop Science | Plant Genetics | | Hardy Grains
    A Field Guide to Noisy Labels | 2019-05-14 | 14 | 267 | true | English | Tomas Reyburn [1], Kenji Moriwaki [2] | Conference on Learning from Sensors | Machine Learning | Learning to Count Seabirds |
    Parsing Dialects of Coastal Portuguese | 2020-07-30 | 11 | 54 | true | Portuguese | Beatriz Fontes [1], Oscar Penhale [2] | Symposium on Language Technology | Natural Language Processing | A Field Guide to Noisy Labels | Voices of the Shore
    Tidal Flats under Rising Seas | 2019-02-18 | 25 | 83 | false | English | Colette Marchand [1], Signe Bakke [2] | Review of Coastal Studies | Oceanography, Ecology | Melt Rates of Small Valley Glaciers | Blue Margins
    Kelp Forests as Early Warning Systems | 2021-04-09 | 16 | 61 | true | English | Signe Bakke [1], Wanda Kessel [2], Colette Marchand [3] | Computational Ecology Letters | Ecology, Oceanography | Tidal Flats under Rising Seas, Learning to Count Seabirds | Blue Margins
    Glacier Lakes Seen from Orbit | 2022-01-25 | 20 | 45 | true | English | Nadia Vukic [1], Ingrid Solvang [2], Signe Bakke [3] | Journal of Applied Glaciology | Glaciology, Remote Sensing | Melt Rates of Small Valley Glaciers, Mapping Sea Ice from Cheap Drones | Ice Futures
    Speech Recognition for Endangered Dialects | 2023-07-11 | 10 | 38 | true | English | Hugo Tavares [1], Beatriz Fontes [2], Yuki Hoshida [3] | Symposium on Language Technology | Natural Language Processing, Machine Learning | Parsing Dialects of Coastal Portuguese, A Field Guide to Noisy Labels | Voices of the Shore
    Yield Prediction with Few Samples | 2021-09-16 | 13 | 72 | false | English | Yuki Hoshida [1], Kenji Moriwaki [2], Priya Ramanath [3] | Annals of Crop Science | Machine Learning, Plant Genetics | Drought Genes in Winter Barley, A Field Guide to Noisy Labels | Hardy Grains
    Seasonal Rhythms of Soil Fungi | 2022-10-03 | 19 | 29 | false | English | Arun Devaraj [1], Wanda Kessel [2] | Computational Ecology Letters | Ecology | |
    Cheap Sensors for Hill Farms | 2020-09-24 | 8 | 58 | true | English | Oscar Penhale [1], Emil Draper [2], Arun Devaraj [3] | Conference on Learning from Sensors | Machine Learning | Learning to Count Seabirds | Smart Pastures
    Rust Resistance in Heritage Wheat | 2024-02-20 | 21 | 14 | true | English | Rafael Quintero [1], Priya Ramanath [2] | Annals of Crop Science | Plant Genetics | Drought Genes in Winter Barley, Yield Prediction with Few Samples | Hardy Grains
    Storm Surges and Harbour Towns | 2018-12-07 | 27 | 66 | false | French | Colette Marchand [1] | Review of Coastal Studies | Oceanography | |
    Icebergs in Shallow Fjords | 2024-05-28 | 17 | 8 | true | English | Nadia Vukic [1], Signe Bakke [2], Lena Akerholm [3] | Journal of Applied Glaciology | Glaciology, Oceanography | Glacier Lakes Seen from Orbit, Melt Rates of Small Valley Glaciers |
    Summaries That Farmers Trust | 2023-05-19 | 12 | 21 | true | English | Oscar Penhale [1], Beatriz Fontes [2] | Symposium on Language Technology | Natural Language Processing | Parsing Dialects of Coastal Portuguese, Cheap Sensors for Hill Farms | Smart Pastures
    When Models Forget the Weather | 2022-09-15 | 10 | 104 | true | English | Kenji Moriwaki [1], Yuki Hoshida [2], Tomas Reyburn [3] | Conference on Learning from Sensors | Machine Learning | A Field Guide to Noisy Labels, Yield Prediction with Few Samples |
    Pollinators on Abandoned Railways | 2024-03-14 | 15 | | false | English | Wanda Kessel [1], Signe Bakke [2] | Computational Ecology Letters | Ecology | Kelp Forests as Early Warning Systems |
    Wave Energy and Seabird Colonies | 2023-11-30 | 23 | 17 | false | English | Colette Marchand [1], Emil Draper [2] | Review of Coastal Studies | Oceanography, Ecology | Learning to Count Seabirds, Storm Surges and Harbour Towns | Blue Margins
    Snow Algae and Darkening Ice | 2020-02-13 | 15 | 77 | true | English | Lena Akerholm [1], Kenji Moriwaki [2] | Journal of Applied Glaciology | Glaciology, Ecology | Melt Rates of Small Valley Glaciers |
    """,
    )
    g.table(
        "Review",
        "review_date score recommendation REVIEW_OF>Paper REVIEWER>Author",
        """
    R-101 | 2014-10-20 | 8 | accept | Melt Rates of Small Valley Glaciers | Tomas Reyburn
    R-102 | 2018-06-11 | 6 | minor revision | Learning to Count Seabirds | Priya Ramanath
    R-103 | 2019-01-22 | 9 | accept | A Field Guide to Noisy Labels | Beatriz Fontes
    R-104 | 2020-03-03 | 4 | major revision | Parsing Dialects of Coastal Portuguese | Kenji Moriwaki
    R-105 | 2020-12-14 | 7 | minor revision | Kelp Forests as Early Warning Systems | Ingrid Solvang
    R-106 | 2021-08-30 | 5 | major revision | Glacier Lakes Seen from Orbit | Colette Marchand
    R-107 | 2021-09-27 | 8 | accept | Glacier Lakes Seen from Orbit | Arun Devaraj
    R-108 | 2022-05-17 | 3 | reject | Seasonal Rhythms of Soil Fungi | Signe Bakke
    R-109 | 2022-06-02 | 7 | accept | When Models Forget the Weather | Priya Ramanath
    R-110 | 2023-02-08 | 6 | minor revision | Speech Recognition for Endangered Dialects | Tomas Reyburn
    R-111 | 2023-11-15 | 9 | accept | Rust Resistance in Heritage Wheat | Kenji Moriwaki
    R-112 | 2024-01-19 | 5 | | Icebergs in Shallow Fjords | Arun Devaraj
    R-113 | 2022-05-29 | 6 | minor revision | Seasonal Rhythms of Soil Fungi | Lena Akerholm
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""
    institutions, V, _T, A, G, P, R = (
        g.of(t) for t in ("Institution", "Venue", "Topic", "Author", "Grant", "Paper", "Review")
    )

    k, v = g.key, g.told

    w = g.where
    o = g.out
    i = g.into
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def year(y):
        return w(P, "published_on", lambda d: d.startswith(str(y)))

    def said(s, r, t, p):
        return g.said[(k(s), r, k(t))][p]

    def wrote(x):
        return i(x, "AUTHORED_BY")

    # look-ups and what is on the other side
    a(
        'Who are the authors of the paper "Glacier Lakes Seen from Orbit"?',
        "lookup",
        o(k("Glacier Lakes Seen from Orbit"), "AUTHORED_BY"),
    )
    a("List the titles of all papers that Colette Marchand has written.", "inverse", wrote(k("Colette Marchand")))
    a(
        'In which venue was "Learning to Count Seabirds" published?',
        "lookup",
        o(k("Learning to Count Seabirds"), "PUBLISHED_IN"),
    )
    a(
        "List all papers that appeared in the Annals of Crop Science.",
        "inverse",
        i(k("Annals of Crop Science"), "PUBLISHED_IN"),
    )
    a("At which institution does Kenji Moriwaki work?", "lookup", o(k("Kenji Moriwaki"), "AFFILIATED_WITH"))
    a("Which researchers are based at Brightwater College?", "inverse", i(k("Brightwater College"), "AFFILIATED_WITH"))
    a("Who supervises Nadia Vukic?", "lookup", o(k("Nadia Vukic"), "SUPERVISED_BY"))
    a("Which researchers had Tomas Reyburn as their supervisor?", "inverse", i(k("Tomas Reyburn"), "SUPERVISED_BY"))
    a(
        'Which papers does "Kelp Forests as Early Warning Systems" refer to in its bibliography?',
        "lookup",
        o(k("Kelp Forests as Early Warning Systems"), "CITES"),
    )
    a(
        'Find all papers that cite "A Field Guide to Noisy Labels".',
        "inverse",
        i(k("A Field Guide to Noisy Labels"), "CITES"),
    )
    a("Who received the Blue Margins grant?", "lookup", o(k("Blue Margins"), "AWARDED_TO"))
    a("Which papers were paid for by Ice Futures?", "inverse", i(k("Ice Futures"), "FUNDED_BY"))
    a(
        'What topics does "Icebergs in Shallow Fjords" deal with?',
        "lookup",
        o(k("Icebergs in Shallow Fjords"), "HAS_TOPIC"),
    )
    a("Please return every paper about plant genetics.", "inverse", i(k("Plant Genetics"), "HAS_TOPIC"))
    a("Which topics fall under Earth Science?", "inverse", i(k("Earth Science"), "SUBTOPIC_OF"))
    # values
    a("What is the h-index of Lena Akerholm?", "value", v("Lena Akerholm", "h_index"))
    a("Oscar Penhale's email address?", "value", v("Oscar Penhale", "email"))
    a(
        'When was "Storm Surges and Harbour Towns" published?',
        "value",
        v("Storm Surges and Harbour Towns", "published_on"),
    )
    a(
        'How many pages long is "Tidal Flats under Rising Seas"?',
        "value",
        v("Tidal Flats under Rising Seas", "page_count"),
    )
    a(
        "What is the impact factor of Computational Ecology Letters?",
        "value",
        v("Computational Ecology Letters", "impact_factor"),
    )
    a("In which country is Castellan University located?", "value", v("Castellan University", "country"))
    a("How much money did Hardy Grains bring in?", "value", v("Hardy Grains", "amount_eur"))
    a("Which agency gave the money for Voices of the Shore?", "value", v("Voices of the Shore", "agency"))
    a("What did the reviewer recommend in R-106?", "value", v("R-106", "recommendation"))
    a("When does the Blue Margins project end?", "value", v("Blue Margins", "end_date"))
    a("What is glaciology?", "define", v("Glaciology", "definition"))
    # chains
    a(
        'Who refereed "Parsing Dialects of Coastal Portuguese"?',
        "hops",
        o(i(k("Parsing Dialects of Coastal Portuguese"), "REVIEW_OF"), "REVIEWER"),
    )
    a("Which papers has Priya Ramanath reviewed?", "hops", o(i(k("Priya Ramanath"), "REVIEWER"), "REVIEW_OF"))
    a(
        "Which authors have written about natural language processing?",
        "hops",
        o(i(k("Natural Language Processing"), "HAS_TOPIC"), "AUTHORED_BY"),
    )
    a(
        'To which institutions do the reviewers of "Glacier Lakes Seen from Orbit" belong?',
        "hops",
        o(i(k("Glacier Lakes Seen from Orbit"), "REVIEW_OF"), "REVIEWER", "AFFILIATED_WITH"),
    )
    a(
        'In which countries do the authors of "Mapping Sea Ice from Cheap Drones" work?',
        "hops",
        sorted(
            g.value(x, "country") for x in o(k("Mapping Sea Ice from Cheap Drones"), "AUTHORED_BY", "AFFILIATED_WITH")
        ),
    )
    a("Which papers cite at least one paper written by Emil Draper?", "hops", i(wrote(k("Emil Draper")), "CITES"))
    a("Who supervised the supervisor of Wanda Kessel?", "hops", o(k("Wanda Kessel"), "SUPERVISED_BY", "SUPERVISED_BY"))
    a(
        "What are the topics of the papers that the Smart Pastures grant supported?",
        "hops",
        o(i(k("Smart Pastures"), "FUNDED_BY"), "HAS_TOPIC"),
    )
    # filters, dates
    a("Which papers have more than 100 citations?", "filter", w(P, "citation_count", lambda n: n > 100))
    a("Which papers were published before 2017?", "filter", w(P, "published_on", lambda d: d < "2017"))
    a(
        "List all papers published between January 2019 and December 2020.",
        "filter",
        w(P, "published_on", lambda d: "2019" <= d < "2021"),
    )
    a("Which paper came out in September 2022?", "filter", w(P, "published_on", lambda d: d.startswith("2022-09")))
    a("Which papers published in 2024 are open access?", "filter", year(2024) & w(P, "open_access", lambda b: b))
    a(
        "Return the titles of the papers that appeared at a conference.",
        "filter",
        i(w(V, "venue_type", lambda t: t == "conference"), "PUBLISHED_IN"),
    )
    a(
        "Which postdocs work in Norway?",
        "filter",
        w(A, "position", lambda p: p == "postdoc")
        & i(w(institutions, "country", lambda c: c == "Norway"), "AFFILIATED_WITH"),
    )
    a(
        "Which papers received a review with a score of at least 8?",
        "filter",
        o(w(R, "score", lambda s: s >= 8), "REVIEW_OF"),
    )
    a("Which grants have started since 2019?", "filter", w(G, "start_date", lambda d: d >= "2019"))
    a(
        "Which papers are about both ecology and oceanography?",
        "and",
        i(k("Ecology"), "HAS_TOPIC") & i(k("Oceanography"), "HAS_TOPIC"),
    )
    a(
        "Which papers deal with remote sensing or plant genetics?",
        "or",
        i(k("Remote Sensing"), "HAS_TOPIC") | i(k("Plant Genetics"), "HAS_TOPIC"),
    )
    # negation
    a(
        "Which papers are written in a language other than English?",
        "negation",
        w(P, "language", lambda said: said != "English"),
    )
    a("Which authors have never reviewed a paper?", "negation", A - o(R, "REVIEWER"))
    a("List the papers that were not supported by any grant.", "negation", P - i(G, "FUNDED_BY"))
    a("Which grant has not led to any paper so far?", "negation", G - o(P, "FUNDED_BY"))
    # counts, groups
    a("How many papers were published in 2022?", "count", len(year(2022)))
    a("How many of the papers are open access?", "count", len(w(P, "open_access", lambda b: b)))
    a("How many papers has each venue published?", "group", o(P, "PUBLISHED_IN"))
    a("Which authors have published more than three papers?", "group", {x for x in A if len(wrote(x)) > 3})
    a(
        "Which authors hold a position at more than one institution?",
        "group",
        {x for x in A if len(o(x, "AFFILIATED_WITH")) > 1},
    )
    # sums, averages
    a(
        "What is the average number of citations of the papers in the Annals of Crop Science?",
        "average",
        mean(g.values(i(k("Annals of Crop Science"), "PUBLISHED_IN"), "citation_count")),
    )
    a(
        "What is the total amount that the Nordic Science Council has awarded?",
        "sum",
        sum(g.values(w(G, "agency", lambda x: x == "Nordic Science Council"), "amount_eur")),
    )
    a(
        "What is the average impact factor of the journals of Northfield Press?",
        "average",
        mean(g.values(w(V, "publisher", lambda x: x == "Northfield Press"), "impact_factor")),
    )
    # superlatives
    cited = sorted(w(P, "citation_count", lambda n: True), key=lambda x: -g.value(x, "citation_count"))
    assert g.value(cited[2], "citation_count") > g.value(cited[3], "citation_count")
    a("Return the three papers with the highest number of citations.", "superlative", set(cited[:3]))
    a("Which paper is the longest?", "superlative", g.top(P, "page_count"))
    a("Which institution is the oldest?", "superlative", g.top(institutions, "founded_year", min))
    a("Who has written the largest number of papers?", "superlative", g.most(A, wrote))
    a(
        "What is the most recent paper of the Symposium on Language Technology?",
        "superlative",
        g.top(i(k("Symposium on Language Technology"), "PUBLISHED_IN"), "published_on"),
    )
    # comparisons, yes-no, the same as
    a(
        'Which of the two papers has more citations, "Drought Genes in Winter Barley" or "Mapping Sea Ice from Cheap Drones"?',
        "compare",
        g.top({k("Drought Genes in Winter Barley"), k("Mapping Sea Ice from Cheap Drones")}, "citation_count"),
    )
    a(
        "Which grant started earlier, Blue Margins or Smart Pastures?",
        "compare",
        g.top({k("Blue Margins"), k("Smart Pastures")}, "start_date", min),
    )
    a("Is Brightwater College a public institution?", "yes-no", g.value(k("Brightwater College"), "is_public"))
    a(
        "Did Kenji Moriwaki and Priya Ramanath write a paper together?",
        "yes-no",
        bool(wrote(k("Kenji Moriwaki")) & wrote(k("Priya Ramanath"))),
    )
    a(
        "With whom has Hugo Tavares co-authored a paper?",
        "share",
        o(wrote(k("Hugo Tavares")), "AUTHORED_BY") - {k("Hugo Tavares")},
    )
    a(
        "Which other venues have the same publisher as the Annals of Crop Science?",
        "share",
        w(V, "publisher", lambda x: x == "Harrow & Stone") - {k("Annals of Crop Science")},
    )
    # on the edge
    a(
        'Who is the first author of "Cheap Sensors for Hill Farms"?',
        "edge",
        {
            e[2]
            for e, s in g.said.items()
            if e[0] == k("Cheap Sensors for Hill Farms") and s.get("author_position") == 1
        },
    )
    a(
        "Since when has Signe Bakke been at the University of Westmark?",
        "edge",
        [str(said("Signe Bakke", "AFFILIATED_WITH", "University of Westmark", "since"))],
    )
    # what the graph cannot tell
    a("What is the annual salary of Ingrid Solvang?", "absent", None)
    a("Which papers have been retracted?", "absent", None)
    a('How many times was "Learning to Count Seabirds" downloaded?', "absent", None)
    a("Who is the editor-in-chief of the Journal of Applied Glaciology?", "absent", None)
    a("What is the acceptance rate of the Symposium on Language Technology?", "absent", None)
    a("Which patents resulted from Smart Pastures?", "absent", None)
    a("When was Beatriz Fontes born?", "absent", None)
    a('Which data sets were used in "Yield Prediction with Few Samples"?', "absent", None)
    return q
