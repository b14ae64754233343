"""A university: courses with prerequisites, lecturers, students with grades, exams, rooms, clubs."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Room",
        "building floor seats hasProjector",
        """
    Aula Birch | Main Building | 0 | 320 | true
    M 104 | Main Building | 1 | 60 | true
    M 212 | Main Building | 2 | 24 | false
    Lab K3 | Kepner House | 0 | 18 | true
    K 201 | Kepner House | 2 | 45 | true
    Studio W | Weir Hall | 1 | 30 |
    Cellar Hall | Weir Hall | -1 | 90 | false
    """,
    )
    g.table(
        "Lecturer",
        "title email office officeHours joined worksFor>Department",
        """
    Ingrid Solheim | Professor | i.solheim@uni.example | M 310 | Tuesday 14:00 | 2004 | Computing
    Rafael Ocampo | Dr | r.ocampo@uni.example | M 315 | Thursday 10:00 | 2017 | Computing
    Beatrix Fenn | Professor | b.fenn@uni.example | K 118 | Monday 09:00 | 1998 | Mathematics
    Samir Daoud | Dr | s.daoud@uni.example | K 121 | | 2019 | Mathematics
    Nora Whitlock | Professor | n.whitlock@uni.example | W 07 | Wednesday 11:00 | 2011 | Linguistics
    Piet Verhagen | Dr | | W 09 | Friday 13:00 | 2021 | Linguistics
    Yuki Amano | Dr | y.amano@uni.example | K 305 | Tuesday 10:00 | 2015 | Biology
    Gordon Maclaren | Professor | g.maclaren@uni.example | K 301 | Thursday 15:00 | 2009 | Biology
    """,
    )
    g.table(
        "Department",
        "founded phone building headedBy>Lecturer",
        """
    Computing | 1984 | 555-0110 | Main Building | Ingrid Solheim
    Mathematics | 1921 | 555-0120 | Kepner House | Beatrix Fenn
    Linguistics | 1963 | 555-0130 | Weir Hall | Nora Whitlock
    Biology | 1935 | 555-0140 | Kepner House | Gordon Maclaren
    """,
    )
    g.table(
        "Course",
        "code credits level weekday startTime language maxStudents offeredBy>Department taughtBy>Lecturer requires>Course takesPlaceIn>Room",
        """
    Programming I | CO101 | 6 | bachelor | Monday | 09:00 | English | 300 | Computing | Rafael Ocampo | | Aula Birch
    Programming II | CO102 | 6 | bachelor | Tuesday | 09:00 | English | 60 | Computing | Rafael Ocampo | Programming I | M 104
    Algorithms | CO201 | 8 | bachelor | Wednesday | 13:00 | English | 50 | Computing | Ingrid Solheim | Programming II, Discrete Maths | M 104
    Machine Learning | CO401 | 10 | master | Thursday | 13:00 | English | 40 | Computing | Ingrid Solheim, Samir Daoud | Algorithms, Statistics | K 201
    Discrete Maths | MA110 | 5 | bachelor | Monday | 11:00 | German | 80 | Mathematics | Beatrix Fenn | | Cellar Hall
    Calculus | MA120 | 7 | bachelor | Tuesday | 11:00 | German | 80 | Mathematics | Samir Daoud | | Cellar Hall
    Statistics | MA210 | 6 | bachelor | Friday | 09:00 | English | 45 | Mathematics | Samir Daoud | Calculus | K 201
    Intro to Linguistics | LI100 | 5 | bachelor | Wednesday | 09:00 | German | 60 | Linguistics | Nora Whitlock | | M 104
    Phonetics | LI210 | 4 | bachelor | Thursday | 09:00 | English | 24 | Linguistics | Piet Verhagen | Intro to Linguistics | M 212
    Computational Linguistics | LI420 | 9 | master | Tuesday | 15:00 | English | 20 | Linguistics, Computing | Piet Verhagen, Ingrid Solheim | Phonetics, Programming I | Lab K3
    Cell Biology | BI110 | 6 | bachelor | Wednesday | 11:00 | German | 45 | Biology | Yuki Amano | | K 201
    Genetics | BI220 | 7 | bachelor | Friday | 13:00 | English | 40 | Biology | Gordon Maclaren | Cell Biology, Statistics | K 201
    Field Ecology | BI330 | 3 | bachelor | | | German | 16 | Biology | Yuki Amano | Cell Biology |
    """,
    )
    g.table(
        "Exam",
        "date time durationMin format examOf>Course takesPlaceIn>Room",
        """
    Programming I Final | 2025-02-03 | 09:00 | 120 | written | Programming I | Aula Birch
    Programming I Resit | 2025-03-31 | 14:00 | 120 | written | Programming I | M 104
    Programming II Final | 2025-07-14 | 10:00 | 100 | written | Programming II | M 104
    Algorithms Final | 2025-07-21 | 13:00 | 150 | written | Algorithms | Aula Birch
    Machine Learning Oral | 2025-07-24 | 10:00 | 30 | oral | Machine Learning | M 212
    Discrete Maths Final | 2025-02-07 | 09:00 | 90 | written | Discrete Maths | Cellar Hall
    Calculus Final | 2025-02-10 | 11:00 | 135 | written | Calculus | Aula Birch
    Calculus Resit | 2025-04-02 | 11:00 | 135 | written | Calculus | Cellar Hall
    Statistics Final | 2025-07-17 | 09:00 | 110 | written | Statistics | K 201
    Intro to Linguistics Final | 2025-02-12 | 10:00 | 75 | written | Intro to Linguistics | M 104
    Phonetics Oral | 2025-07-10 | | 20 | oral | Phonetics | M 212
    Genetics Final | 2025-07-28 | 13:00 | 95 | written | Genetics | K 201
    """,
    )
    g.table(
        "Club",
        "founded feeEur meetsOn meetsIn>Room",
        """
    Chess Circle | 1958 | 10 | Monday | M 212
    Robotics Crew | 2016 | 35 | Thursday | Lab K3
    Weir Choir | 1931 | 20 | Wednesday | Cellar Hall
    Debate Society | 1974 | 15 | Tuesday | M 104
    Hiking Gang | 2009 | 0 | Saturday |
    """,
    )
    g.table(
        "Student",
        "matricNo homeTown startedIn birthDate isExchange feesOwedEur majorsIn>Department advisedBy>Lecturer memberOf[role;since]>Club",
        """
    Lotte Janssen | 220115 | Arnhem | 2022 | 2003-04-11 | false | 0 | Computing | Ingrid Solheim | Robotics Crew [president;2023], Chess Circle [member;2022]
    Emeka Obi | 230204 | Enugu | 2023 | 2004-09-02 | false | 350 | Computing | Rafael Ocampo | Robotics Crew [member;2024]
    Sofia Brandt | 220131 | Kassel | 2022 | 2002-12-19 | false | 0 | Mathematics | Beatrix Fenn | Chess Circle [president;2024]
    Tomas Rezek | 240310 | Olomouc | 2024 | 2005-06-30 | false | 120 | Mathematics | Samir Daoud | Hiking Gang [member;2024]
    Mila Horvat | 230277 | Osijek | 2023 | 2004-01-25 | false | 0 | Linguistics | Nora Whitlock | Weir Choir [treasurer;2024], Debate Society [member;2023]
    Callum Reid | 210048 | Perth | 2021 | 2001-08-14 | false | 780 | Linguistics | Nora Whitlock | Debate Society [president;2023]
    Aiko Tanabe | 249001 | Nara | 2024 | 2003-03-08 | true | 0 | Biology | Yuki Amano | Weir Choir [member;2024], Hiking Gang [member;2025]
    Jonas Keller | 220176 | Kassel | 2022 | 2002-05-05 | false | 0 | Biology | Gordon Maclaren | Hiking Gang [president;2023]
    Ines Duarte | 249014 | Braga | 2024 | 2002-10-27 | true | 60 | Computing | Ingrid Solheim | Weir Choir [member;2025]
    Ravi Menon | 240322 | Kochi | 2024 | 2005-11-16 | false | 0 | Computing | Rafael Ocampo |
    Hedda Lind | 210065 | Umea | 2021 | 2000-07-21 | false | 0 | Mathematics | Beatrix Fenn | Weir Choir [president;2022], Chess Circle [member;2021]
    Paul Achter | 230290 | Kassel | 2023 | | false | 210 | Biology | Yuki Amano |
    """,
    )
    enrolled = """
    Lotte Janssen: Algorithms 88, Statistics 79, Machine Learning -, Programming I 95, Phonetics 71
    Emeka Obi: Programming I 74, Programming II 66, Discrete Maths 58, Algorithms -
    Sofia Brandt: Calculus 97, Discrete Maths 93, Statistics 91, Machine Learning -
    Tomas Rezek: Calculus 44, Discrete Maths 62, Programming I 51
    Mila Horvat: Intro to Linguistics 85, Phonetics 90, Programming I 68, Computational Linguistics -
    Callum Reid: Intro to Linguistics 55, Phonetics 47
    Aiko Tanabe: Cell Biology 82, Field Ecology 89, Intro to Linguistics 77
    Jonas Keller: Cell Biology 73, Genetics 64, Statistics 60
    Ines Duarte: Programming I 83, Calculus 70, Computational Linguistics -
    Ravi Menon: Programming I 38, Discrete Maths 49
    Hedda Lind: Statistics 86, Algorithms 92, Machine Learning -
    Paul Achter: Cell Biology 67, Field Ecology 75, Genetics -
    """
    for line in filter(None, map(str.strip, enrolled.split("\n"))):
        who, rest = line.split(": ")
        for c in rest.split(", "):
            name, grade = c.rsplit(" ", 1)
            e = (f"Student/{who}", "enrolledIn", f"Course/{name}")
            g.edges.append(e)
            if grade != "-":
                g.said[e] = {"grade": int(grade)}
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""
    R, L, DP, C, E, CL, ST = (g.of(t) for t in ("Room", "Lecturer", "Department", "Course", "Exam", "Club", "Student"))

    k, v = g.key, g.told

    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def gr(st, c):
        return g.said[(k(st), "enrolledIn", k(c))]["grade"]

    def grades(c):
        return {e[0]: d["grade"] for e, d in g.said.items() if e[1] == "enrolledIn" and e[2] == k(c)}

    def role(club, r):
        return {e[0] for e, d in g.said.items() if e[1] == "memberOf" and e[2] == k(club) and d["role"] == r}

    # students
    a("who's teaching Algorithms?", "lookup", g.out(k("Algorithms"), "taughtBy"))
    a("What does Samir Daoud teach?", "inverse", g.into(k("Samir Daoud"), "taughtBy"))
    a(
        "Which courses does Machine Learning directly ask for beforehand?",
        "lookup",
        g.out(k("Machine Learning"), "requires"),
    )
    a("Which course builds directly on Calculus?", "inverse", g.into(k("Calculus"), "requires"))
    a(
        "What must I pass before the courses that come right before Algorithms?",
        "hops",
        g.out(k("Algorithms"), "requires", "requires"),
    )
    a(
        "Which courses can I just take without having done anything before?",
        "negation",
        {c for c in C if not g.out(c, "requires")},
    )
    a("How many credits do you get for Genetics?", "value", v("Genetics", "credits"))
    a("Which course gives the most credits?", "superlative", g.top(C, "credits"))
    a("Any courses worth 8 credits or more?", "filter", w(C, "credits", lambda x: x >= 8))
    a("what day is Phonetics on?", "value", v("Phonetics", "weekday"))
    a("What time does Discrete Maths start?", "value", v("Discrete Maths", "startTime"))
    a("Which lectures are on Tuesdays?", "filter", w(C, "weekday", lambda x: x == "Tuesday"))
    a(
        "Which of the Computing courses are on a Tuesday?",
        "and",
        w(C, "weekday", lambda x: x == "Tuesday") & g.into(k("Computing"), "offeredBy"),
    )
    a(
        "Which bachelor courses are held in German?",
        "and",
        w(C, "language", lambda x: x == "German") & w(C, "level", lambda x: x == "bachelor"),
    )
    a("Is Cell Biology in English?", "yes-no", False)
    a("Where is Statistics?", "lookup", g.out(k("Statistics"), "takesPlaceIn"))
    a(
        "Which building do I have to go to for Computational Linguistics?",
        "hops",
        [g.value(x, "building") for x in g.out(k("Computational Linguistics"), "takesPlaceIn")],
    )
    a("When's the Calculus resit?", "value", v("Calculus Resit", "date"))
    a("How long is the Algorithms exam?", "value", v("Algorithms Final", "durationMin"))
    a("Which exams are oral?", "filter", w(E, "format", lambda x: x == "oral"))
    a("What exams are there in February 2025?", "filter", w(E, "date", lambda x: x.startswith("2025-02")))
    a("Which exam is the very last one?", "superlative", g.top(E, "date"))
    a("Exams between 9 and 20 July 2025?", "filter", w(E, "date", lambda x: "2025-07-09" <= x <= "2025-07-20"))
    a("Which courses have no exam at all?", "negation", C - g.out(E, "examOf"))
    a("Which courses have more than one exam?", "group", {c for c in C if len(g.into(c, "examOf")) > 1})
    a("What did Sofia Brandt get in Calculus?", "edge", [str(gr("Sofia Brandt", "Calculus"))])
    a(
        "Did Lotte do better than Hedda Lind in Algorithms?",
        "compare",
        gr("Lotte Janssen", "Algorithms") > gr("Hedda Lind", "Algorithms"),
    )
    d = grades("Programming I")
    a("Who got the best grade in Programming I?", "edge", {x for x in d if d[x] == max(d.values())})
    a("Who has less than 50 in Phonetics?", "edge", {x for x, y in grades("Phonetics").items() if y < 50})
    a("Who scored above 80 in Statistics?", "edge", {x for x, y in grades("Statistics").items() if y > 80})
    a("What's the average grade in Cell Biology?", "average", mean(list(grades("Cell Biology").values())))
    a("Who has signed up for Machine Learning?", "inverse", g.into(k("Machine Learning"), "enrolledIn"))
    a("What is Mila Horvat taking?", "lookup", g.out(k("Mila Horvat"), "enrolledIn"))
    a(
        "Who takes both Statistics and Algorithms?",
        "and",
        g.into(k("Statistics"), "enrolledIn") & g.into(k("Algorithms"), "enrolledIn"),
    )
    a(
        "Who does Discrete Maths but not Calculus?",
        "negation",
        g.into(k("Discrete Maths"), "enrolledIn") - g.into(k("Calculus"), "enrolledIn"),
    )
    a(
        "Which courses do Emeka Obi and Ravi Menon have in common?",
        "share",
        g.out(k("Emeka Obi"), "enrolledIn") & g.out(k("Ravi Menon"), "enrolledIn"),
    )
    a(
        "Which lecturers does Jonas Keller have classes with?",
        "hops",
        g.out(k("Jonas Keller"), "enrolledIn", "taughtBy"),
    )
    a("when can I drop by Professor Fenn's office?", "value", v("Beatrix Fenn", "officeHours"))
    a("Where's Gordon Maclaren's office?", "value", v("Gordon Maclaren", "office"))
    a("Which clubs is Hedda Lind in?", "lookup", g.out(k("Hedda Lind"), "memberOf"))
    a("Who sings in the Weir Choir?", "inverse", g.into(k("Weir Choir"), "memberOf"))
    a("who runs the Robotics Crew as president?", "edge", role("Robotics Crew", "president"))
    a("Who looks after the money in the choir?", "edge", role("Weir Choir", "treasurer"))
    a(
        "Since when has Lotte Janssen been in the Chess Circle?",
        "edge",
        [str(g.said[(k("Lotte Janssen"), "memberOf", k("Chess Circle"))]["since"])],
    )
    a("Which club costs nothing?", "filter", w(CL, "feeEur", lambda x: x == 0))
    a("What would it cost me to join the Robotics Crew?", "value", v("Robotics Crew", "feeEur"))
    a("What's the oldest club on campus?", "superlative", g.top(CL, "founded", min))
    a("Which club has the most people?", "superlative", g.most(CL, lambda x: g.into(x, "memberOf")))
    a("Where do the debaters meet?", "lookup", g.out(k("Debate Society"), "meetsIn"))
    a(
        "Who from Biology is in the hiking club?",
        "and",
        g.into(k("Biology"), "majorsIn") & g.into(k("Hiking Gang"), "memberOf"),
    )
    # the secretary
    a("Which students aren't in any club?", "negation", {s for s in ST if not g.out(s, "memberOf")})
    a("Who still owes us money?", "filter", w(ST, "feesOwedEur", lambda x: x > 0))
    a(
        "How much do the Computing students owe us in all?",
        "sum",
        sum(g.values(g.into(k("Computing"), "majorsIn"), "feesOwedEur")),
    )
    a("Who owes the most?", "superlative", g.top(ST, "feesOwedEur"))
    a("Which students are here on exchange?", "filter", w(ST, "isExchange", lambda x: x))
    a("Could you tell me Callum Reid's matriculation number?", "value", v("Callum Reid", "matricNo"))
    a(
        "Which students come from the same town as Sofia Brandt?",
        "share",
        w(ST, "homeTown", lambda x: x == g.value(k("Sofia Brandt"), "homeTown")) - {k("Sofia Brandt")},
    )
    a("Who started before 2022?", "filter", w(ST, "startedIn", lambda x: x < 2022))
    a("Who's the youngest student we have on file?", "superlative", g.top(ST, "birthDate"))
    a("Who is Ines Duarte's adviser?", "lookup", g.out(k("Ines Duarte"), "advisedBy"))
    a("Who are the students that Nora Whitlock looks after?", "inverse", g.into(k("Nora Whitlock"), "advisedBy"))
    a("How many students has each department got?", "group", g.out(ST, "majorsIn"))
    a("Who's the head of Mathematics?", "lookup", g.out(k("Mathematics"), "headedBy"))
    a("Which number do I ring to reach Linguistics?", "value", v("Linguistics", "phone"))
    a("Which course is run by two departments?", "group", {c for c in C if len(g.out(c, "offeredBy")) == 2})
    a("How many lecturers joined after 2010?", "count", len(w(L, "joined", lambda x: x > 2010)))
    a(
        "Which rooms hold at least 60 people and have a projector?",
        "and",
        w(R, "seats", lambda x: x >= 60) & w(R, "hasProjector", lambda x: x),
    )
    a(
        "Has the Cellar Hall got more seats than M 104?",
        "yes-no",
        g.value(k("Cellar Hall"), "seats") > g.value(k("M 104"), "seats"),
    )
    a("How many exams are written in the Aula Birch?", "count", len(g.into(k("Aula Birch"), "takesPlaceIn") & E))
    a(
        "Which department heads give the courses that Paul Achter sits in?",
        "hops",
        g.out(k("Paul Achter"), "enrolledIn", "taughtBy") & g.out(DP, "headedBy"),
    )
    # what the graph cannot tell
    a("what's the wifi password in Kepner House?", "absent", None)
    a("Which textbook do we need for Calculus?", "absent", None)
    a("How much does Ingrid Solheim earn?", "absent", None)
    a("Who's Tomas Rezek's flatmate?", "absent", None)
    a("When was Paul Achter born?", "absent", None)
    a("What's on the menu in the canteen on Fridays?", "absent", None)
    a("Which students won a scholarship?", "absent", None)
    a("How often did Emeka Obi miss class?", "absent", None)
    return q
