"""A secondary school: pupils, forms, teachers, clubs, trips, incidents and exam marks."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, extreme, mean


def build():
    g = Graph()
    g.table(
        "Room",
        "capacity floor hasProjector",
        """
    Room 4 | 28 | 0 | true
    Room 11 | 30 | 1 | true
    Room 12 | 31 | 1 | false
    Room 21 | 32 | 2 | true
    Lab 1 | 24 | 0 | true
    Lab 2 | 22 | 0 | false
    Music Studio | 18 | 2 |
    Art Loft | 20 | 3 | false
    Sports Hall | 120 | 0 | false
    Library | 45 | 1 | true
    """,
    )
    g.table(
        "Subject",
        "lessonsPerWeek compulsory examBoard",
        """
    Mathematics | 5 | true | AQA
    English | 4 | true | AQA
    Physics | 3 | true | Edexcel
    Chemistry | 3 | true | Edexcel
    History | 2 | false | OCR
    Geography | 2 | false | OCR
    French | 3 | false | AQA
    Music | 1 | false |
    Art | 2 | false | WJEC
    """,
    )
    g.table(
        "Teacher",
        "jobTitle startDate email partTime salaryGBP teachesSubject>Subject",
        """
    Margaret Oyelaran | Head of Science | 2009-09-01 | m.oyelaran@fernhill.example | false | 52400 | Physics, Chemistry
    Tomas Whitlock | Head of Maths | 2013-01-07 | t.whitlock@fernhill.example | false | 50100 | Mathematics
    Priya Danforth | Teacher | 2019-09-02 | p.danforth@fernhill.example | false | 38200 | Mathematics, Physics
    Gareth Llewyn-Jones | Head of Humanities | 2011-09-01 | g.llewynjones@fernhill.example | false | 48900 | History, Geography
    Sylvie Marchetti | Teacher | 2016-04-18 | s.marchetti@fernhill.example | true | 27500 | French
    Ruth Abernethy | Head of English | 2006-09-04 | r.abernethy@fernhill.example | false | 53750 | English
    Callum Frayne | Teacher | 2021-09-01 | | false | 33600 | English, History
    Ingrid Solberg-Hale | Teacher | 2018-09-03 | i.solberghale@fernhill.example | true | 24800 | Music
    Dominic Petrie | Teacher | 2022-09-01 | d.petrie@fernhill.example | false | 32400 | Art
    Noor Rahmani | Teacher | 2023-09-04 | n.rahmani@fernhill.example | false | 31900 | Chemistry
    Hugh Castellan | Deputy Head | 2004-01-05 | h.castellan@fernhill.example | false | 61200 | Geography
    Beth Skelton | Librarian | 2015-09-07 | | true | 19800 |
    """,
    )
    g.table(
        "Form",
        "yearGroup hasTutor>Teacher basedIn>Room",
        """
    7 Alder | 7 | Priya Danforth | Room 11
    8 Birch | 8 | Callum Frayne | Room 12
    9 Cedar | 9 | Sylvie Marchetti | Room 21
    9 Maple | 9 | Noor Rahmani | Lab 2
    10 Elm | 10 | Gareth Llewyn-Jones | Room 4
    11 Hazel | 11 | Dominic Petrie | Art Loft
    """,
    )
    g.table(
        "Club",
        "weekday startsAt maxMembers termFeeGBP runBy>Teacher basedIn>Room",
        """
    Chess Club | Monday | 15:30 | 16 | 0 | Tomas Whitlock | Library
    Robotics Club | Wednesday | 15:45 | 12 | 35 | Priya Danforth | Lab 1
    Choir | Thursday | 12:40 | 40 | 10 | Ingrid Solberg-Hale | Music Studio
    Drama Club | Tuesday | 16:00 | 25 | 20 | Ruth Abernethy, Callum Frayne | Sports Hall
    Badminton Club | Friday | 15:30 | 20 | 15 | Hugh Castellan | Sports Hall
    Debating Society | Thursday | 15:40 | 14 | 0 | Callum Frayne | Room 12
    Ceramics Club | Monday | 15:45 | 10 | 45 | Dominic Petrie | Art Loft
    Gardening Club | | | 15 | 0 | Beth Skelton |
    """,
    )
    g.table(
        "Trip",
        "destination departs returns costGBP transport tripLeader>Teacher",
        """
    Battlefields Tour | Ypres | 2024-04-15 | 2024-04-18 | 410 | coach | Gareth Llewyn-Jones
    Paris Exchange | Paris | 2024-06-03 | 2024-06-10 | 585 | train | Sylvie Marchetti
    Glacier Fieldwork | Snowdonia | 2023-10-09 | 2023-10-11 | 165 | minibus | Hugh Castellan
    Science Museum Day | London | 2024-03-12 | 2024-03-12 | 28 | train | Margaret Oyelaran
    Theatre Evening | Bristol | 2024-02-08 | 2024-02-08 | 22 | coach | Ruth Abernethy
    Ski Week | Andorra | 2025-02-15 | 2025-02-22 | 890 | plane | Hugh Castellan
    """,
    )
    g.table(
        "Pupil",
        "dateOfBirth freeMeals attendancePct busRoute inForm>Form memberOfClub[joined]>Club siblingOf>Pupil goesOnTrip[paidGBP]>Trip satExamIn[mark;examDate]>Subject",
        """
    Amelia Thornbury | 2012-03-14 | false | 97.2 | R3 | 7 Alder | Choir [2023-09-14], Chess Club [2024-01-15] | Felix Thornbury | Theatre Evening [22] |
    Jonah Pelletier | 2011-11-30 | true | 91.5 | R3 | 7 Alder | Chess Club [2023-09-11] | | Science Museum Day [0] |
    Safiya Karimov | 2012-06-22 | false | 99.1 | | 7 Alder | Robotics Club [2023-09-13], Choir [2023-10-05] | | Science Museum Day [28] |
    Oscar Bramwell | 2012-01-09 | false | 94.3 | R1 | 7 Alder | | | |
    Ewan Drummore | 2010-10-17 | true | 88.4 | R7 | 8 Birch | Badminton Club [2022-09-16] | | |
    Chiara Vassallo | 2011-02-03 | false | 96.8 | R3 | 8 Birch | Drama Club [2022-09-13], Choir [2022-11-10] | | Paris Exchange [100] |
    Nathan Okonjo | 2011-05-25 | false | 93.7 | R7 | 8 Birch | Robotics Club [2023-01-11] | Marcus Okonjo | Science Museum Day [28] |
    Poppy Hartnoll | 2010-12-12 | true | 95.6 | | 8 Birch | Ceramics Club [2023-09-18] | | Theatre Evening [22] |
    Felix Thornbury | 2010-04-08 | false | 92.9 | R3 | 9 Cedar | Badminton Club [2022-01-14], Chess Club [2021-09-13] | | Paris Exchange [585] | Mathematics [64;2024-05-13], French [71;2024-05-16]
    Anya Kowalik | 2009-09-21 | false | 98.4 | R1 | 9 Cedar | Debating Society [2023-01-12], Chess Club [2022-09-12] | | Ski Week [400] | Mathematics [88;2024-05-13], English [82;2024-05-14]
    Dylan Mossop | 2010-07-02 | true | 81.3 | R7 | 9 Cedar | | | | Mathematics [39;2024-05-13], Physics [45;2024-05-17]
    Grace Adeyinka | 2010-02-27 | false | 97.9 | | 9 Cedar | Drama Club [2021-09-14], Debating Society [2022-09-15] | | Battlefields Tour [410], Theatre Evening [22] | English [91;2024-05-14], History [84;2024-05-20]
    Rory Finlayson | 2009-12-05 | false | 90.2 | R1 | 9 Maple | Badminton Club [2023-09-15] | | Glacier Fieldwork [165] | Geography [58;2024-05-21], Chemistry [62;2024-05-22]
    Hana Yoshikawa | 2010-05-16 | false | 99.6 | | 9 Maple | Choir [2021-09-16], Robotics Club [2022-09-14] | | Science Museum Day [28] | Mathematics [95;2024-05-13], Physics [93;2024-05-17], Music [97;2024-05-23]
    Kit Sandoval | 2010-01-19 | true | 86.7 | R7 | 9 Maple | Ceramics Club [2022-09-12] | | | English [47;2024-05-14], Art [76;2024-05-24]
    Marcus Okonjo | 2009-10-11 | false | 94.9 | R7 | 9 Maple | Badminton Club [2021-09-17] | | | Chemistry [70;2024-05-22], History [55;2024-05-20]
    Imogen Vassallo | 2008-11-23 | false | 95.1 | R3 | 10 Elm | Drama Club [2020-09-15] | Chiara Vassallo | Battlefields Tour [410], Paris Exchange [300] | French [89;2024-05-16], English [77;2024-05-14]
    Tariq Bennison | 2009-03-30 | true | 89.8 | R1 | 10 Elm | | | Battlefields Tour [200] | Mathematics [52;2024-05-13], History [61;2024-05-20]
    Lottie Greaves | 2009-06-07 | false | 96.3 | | 10 Elm | Ceramics Club [2021-01-18] | | Glacier Fieldwork [165] | Geography [80;2024-05-21], Art [85;2024-05-24]
    Owen Pelletier | 2009-01-15 | true | 93.3 | R3 | 10 Elm | Chess Club [2020-09-14] | Jonah Pelletier | | Physics [66;2024-05-17], Chemistry [59;2024-05-22]
    Zara Nightingale-Roe | 2008-09-28 | false | 98.8 | R1 | 10 Elm | Debating Society [2020-09-17], Robotics Club [2021-09-15], Drama Club [2022-01-18] | | Paris Exchange [585] | Mathematics [79;2024-05-13], French [94;2024-05-16], Physics [83;2024-05-17]
    Cameron Drummore | 2007-12-19 | true | 84.5 | R7 | 11 Hazel | Badminton Club [2020-01-17] | Ewan Drummore | Glacier Fieldwork [80] | Mathematics [41;2024-05-13], Geography [37;2024-05-21]
    Beatrix Lowther | 2008-02-10 | false | 99.3 | | 11 Hazel | Debating Society [2019-09-19], Choir [2020-01-16] | | Ski Week [890] | English [96;2024-05-14], Chemistry [90;2024-05-22]
    Samir Haddadi | 2007-10-04 | false | 92.1 | R1 | 11 Hazel | Robotics Club [2020-09-16] | | Science Museum Day [28] | Physics [74;2024-05-17], Mathematics [68;2024-05-13]
    Freya Hartnoll | 2008-05-31 | true | 97.5 | | 11 Hazel | Choir [2019-09-12] | Poppy Hartnoll | Battlefields Tour [150] | History [78;2024-05-20], Music [81;2024-05-23]
    Theo Kingsnorth | 2008-08-14 | false | 90.9 | R3 | 11 Hazel | | | Glacier Fieldwork [165] | Geography [49;2024-05-21], English [63;2024-05-14]
    """,
    )
    g.table(
        "Incident",
        "incidentDate category severity sanction detentionMin parentsInformed involvesPupil>Pupil reportedBy>Teacher",
        """
    INC-201 | 2023-09-19 | lateness | minor | detention | 30 | true | Dylan Mossop | Sylvie Marchetti
    INC-202 | 2023-10-05 | phone in class | minor | confiscation | | false | Theo Kingsnorth | Tomas Whitlock
    INC-203 | 2023-11-14 | fighting | serious | suspension | | true | Cameron Drummore, Dylan Mossop | Hugh Castellan
    INC-204 | 2023-12-01 | damage | serious | detention | 90 | true | Kit Sandoval | Dominic Petrie
    INC-205 | 2024-01-22 | lateness | minor | warning | | false | Ewan Drummore | Callum Frayne
    INC-206 | 2024-02-06 | rudeness | minor | detention | 45 | true | Cameron Drummore | Priya Danforth
    INC-207 | 2024-03-19 | phone in class | minor | detention | 30 | false | Rory Finlayson, Kit Sandoval | Noor Rahmani
    INC-208 | 2024-04-25 | bullying | serious | suspension | | true | Dylan Mossop | Ruth Abernethy
    INC-209 | 2024-05-08 | lateness | minor | detention | 60 | true | Tariq Bennison | Hugh Castellan
    """,
    )
    return g


def ask(g):
    P, F, T, _S, R, C, X, Z = (
        g.of(t) for t in ("Pupil", "Form", "Teacher", "Subject", "Room", "Club", "Trip", "Incident")
    )
    k = g.key
    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def into(n, *r):
        return g.into(k(n), *r)

    def out(n, *r):
        return g.out(k(n), *r)

    def marks(s):
        return [v["mark"] for e, v in g.said.items() if e[1] == "satExamIn" and e[2] == k(s)]

    def by(s, pick):
        return extreme({e[0]: v["mark"] for e, v in g.said.items() if e[1] == "satExamIn" and e[2] == k(s)}, pick)

    def is_(x):
        return lambda v: v == x

    # look-ups and inverse
    a("What form is Hana Yoshikawa in?", "lookup", out("Hana Yoshikawa", "inForm"))
    a("Could you give me the list of children in 9 Cedar, please?", "inverse", into("9 Cedar", "inForm"))
    a("Who looks after 11 Hazel as form tutor?", "lookup", out("11 Hazel", "hasTutor"))
    a("Which form does Callum Frayne have?", "inverse", into("Callum Frayne", "hasTutor"))
    a("Where is 9 Maple's home room?", "lookup", out("9 Maple", "basedIn"))
    a("Who teaches physics here?", "inverse", into("Physics", "teachesSubject"))
    a("Who takes the drama club?", "lookup", out("Drama Club", "runBy"))
    a(
        "Which clubs use the Sports Hall?",
        "inverse",
        w(C, "maxMembers", lambda v: True) & into("Sports Hall", "basedIn"),
    )
    a("My son wants to play chess - where do they play?", "lookup", out("Chess Club", "basedIn"))
    a(
        "Does Felix Thornbury have a brother or sister at the school, and who is it?",
        "lookup",
        g.both(k("Felix Thornbury"), "siblingOf"),
    )
    a("Who's going to Paris?", "inverse", into("Paris Exchange", "goesOnTrip"))
    a("What trips has Grace Adeyinka put her name down for?", "lookup", out("Grace Adeyinka", "goesOnTrip"))
    a("Which teacher is leading the Science Museum Day?", "lookup", out("Science Museum Day", "tripLeader"))
    a("Which trips does the deputy head lead?", "hops", g.into(w(T, "jobTitle", is_("Deputy Head")), "tripLeader"))
    a(
        "What has Dylan Mossop been written up for? Just the incident numbers.",
        "inverse",
        into("Dylan Mossop", "involvesPupil"),
    )
    a("Who reported INC-204?", "lookup", out("INC-204", "reportedBy"))
    # values
    a("When was Lottie Greaves born?", "value", g.told("Lottie Greaves", "dateOfBirth"))
    a("Email for Sylvie Marchetti?", "value", g.told("Sylvie Marchetti", "email"))
    a("What day of the week is Robotics Club on?", "value", g.told("Robotics Club", "weekday"))
    a("What time does debating start?", "value", g.told("Debating Society", "startsAt"))
    a("When do they get back from Paris?", "value", g.told("Paris Exchange", "returns"))
    a("How are the children travelling on the Glacier Fieldwork?", "value", g.told("Glacier Fieldwork", "transport"))
    a("How many people fit in Lab 2?", "value", g.told("Lab 2", "capacity"))
    a("Which exam board do we use for Art?", "value", g.told("Art", "examBoard"))
    a("What punishment came out of INC-208?", "value", g.told("INC-208", "sanction"))
    # edge
    a("What did Anya Kowalik get in maths?", "edge", g.edge_told("Anya Kowalik", "satExamIn", "Mathematics", "mark"))
    a("Who got more than 80 in English?", "edge", g.tails("satExamIn", lambda v: v["mark"] > 80, "English"))
    a(
        "Which pupils failed to reach 50 in geography?",
        "edge",
        g.tails("satExamIn", lambda v: v["mark"] < 50, "Geography"),
    )
    a(
        "When did Samir Haddadi join the robotics club?",
        "edge",
        g.edge_told("Samir Haddadi", "memberOfClub", "Robotics Club", "joined"),
    )
    a(
        "How much has Imogen Vassallo's family paid so far towards the Paris Exchange?",
        "edge",
        g.edge_told("Imogen Vassallo", "goesOnTrip", "Paris Exchange", "paidGBP"),
    )
    a(
        "Who still hasn't paid the full 410 pounds for the Battlefields Tour?",
        "edge",
        g.tails("goesOnTrip", lambda v: v["paidGBP"] < 410, "Battlefields Tour"),
    )
    a(
        "Which date did Theo Kingsnorth sit his English exam?",
        "edge",
        g.edge_told("Theo Kingsnorth", "satExamIn", "English", "examDate"),
    )
    # superlatives, averages, sums, counts
    a("Who came top in French?", "superlative", by("French", max))
    a("Who had the lowest maths mark?", "superlative", by("Mathematics", min))
    a("What was the average mark in mathematics?", "average", mean(marks("Mathematics")))
    a("Who has the worst attendance in the whole school?", "superlative", g.top(P, "attendancePct", min))
    a("Which child is the youngest?", "superlative", g.top(P, "dateOfBirth"))
    a("Which member of staff has been with us longest?", "superlative", g.top(T, "startDate", min))
    a("Which club is the dearest per term?", "superlative", g.top(C, "termFeeGBP"))
    a("Which club has the most children in it?", "superlative", g.most(C, lambda c: g.into(c, "memberOfClub")))
    a("Who belongs to the most clubs?", "superlative", g.most(P, lambda p: g.out(p, "memberOfClub")))
    a(
        "Which pupil has been involved in the most incidents?",
        "superlative",
        g.most(P, lambda p: g.into(p, "involvesPupil")),
    )
    a("What was our most recent incident?", "superlative", g.top(Z, "incidentDate"))
    a("How many pupils are on the Science Museum Day?", "count", len(into("Science Museum Day", "goesOnTrip")))
    a("How many children get free school meals?", "count", len(w(P, "freeMeals", is_(True))))
    a("How many minutes of detention have been handed out in total?", "sum", sum(g.values(Z, "detentionMin")))
    a(
        "How much money has been collected for the Battlefields Tour altogether?",
        "sum",
        sum(v["paidGBP"] for e, v in g.said.items() if e[1] == "goesOnTrip" and e[2] == k("Battlefields Tour")),
    )
    a("How many pupils are in each form?", "group", F)
    a("How many incidents has each teacher reported?", "group", g.out(Z, "reportedBy"))
    # filters, dates
    a("Which pupils have attendance below 90 percent?", "filter", w(P, "attendancePct", lambda v: v < 90))
    a("Who works part-time?", "filter", w(T, "partTime", is_(True)))
    a("Which clubs don't cost anything?", "filter", w(C, "termFeeGBP", is_(0)))
    a(
        "Which rooms have a projector and hold at least 30?",
        "and",
        w(R, "hasProjector", is_(True)) & w(R, "capacity", lambda v: v >= 30),
    )
    a(
        "What incidents did we have between October and December 2023?",
        "filter",
        w(Z, "incidentDate", lambda v: "2023-10-01" <= v <= "2023-12-31"),
    )
    a("Which staff have joined since 2020?", "filter", w(T, "startDate", lambda v: v >= "2020"))
    a("Which trips left before April 2024?", "filter", w(X, "departs", lambda v: v < "2024-04"))
    # hops
    a(
        "Who are the form tutors of the children in the ceramics club?",
        "hops",
        g.out(into("Ceramics Club", "memberOfClub"), "inForm", "hasTutor"),
    )
    a("Which clubs do pupils from 8 Birch go to?", "hops", g.out(into("8 Birch", "inForm"), "memberOfClub"))
    a(
        "Which forms have had a pupil in a serious incident?",
        "hops",
        g.out(w(Z, "severity", is_("serious")), "involvesPupil", "inForm"),
    )
    a(
        "What subjects does Kit Sandoval's tutor teach?",
        "hops",
        out("Kit Sandoval", "inForm", "hasTutor", "teachesSubject"),
    )
    # and / or / negation / compare / yes-no / share
    a("Who does both choir and robotics?", "and", into("Choir", "memberOfClub") & into("Robotics Club", "memberOfClub"))
    a("Which children on free meals are in 11 Hazel?", "and", w(P, "freeMeals", is_(True)) & into("11 Hazel", "inForm"))
    a(
        "Who is in either the debating society or the drama club?",
        "or",
        into("Debating Society", "memberOfClub") | into("Drama Club", "memberOfClub"),
    )
    a("Which pupils aren't in any club at all?", "negation", P - g.into(C, "memberOfClub"))
    a(
        "Who besides Priya Danforth teaches maths?",
        "share",
        into("Mathematics", "teachesSubject") - {k("Priya Danforth")},
    )
    a(
        "Which is more expensive, the Ski Week or the Paris Exchange?",
        "compare",
        g.top({k("Ski Week"), k("Paris Exchange")}, "costGBP"),
    )
    a("Were the parents told about INC-207?", "yes-no", g.value(k("INC-207"), "parentsInformed"))
    a("Does Jonah Pelletier get free school meals?", "yes-no", g.value(k("Jonah Pelletier"), "freeMeals"))
    a("Is history compulsory?", "yes-no", g.value(k("History"), "compulsory"))
    a(
        "Who did better in physics, Zara Nightingale-Roe or Samir Haddadi?",
        "compare",
        extreme(
            {x: g.said[x, "satExamIn", k("Physics")]["mark"] for x in (k("Zara Nightingale-Roe"), k("Samir Haddadi"))},
            max,
        ),
    )
    # absent
    a("What is Oscar Bramwell's home address?", "absent", None)
    a("Which pupils have a nut allergy?", "absent", None)
    a("When is the next parents' evening?", "absent", None)
    a("How much homework does Tomas Whitlock set?", "absent", None)
    a("Who is the school nurse?", "absent", None)
    a("What size blazer does Poppy Hartnoll wear?", "absent", None)
    a("Which governors sit on the finance committee?", "absent", None)
    a("What did the school play last year cost to put on?", "absent", None)
    return q
