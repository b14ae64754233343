"""Cases, judges and statutes, as a law office has them: verbs in the present, dates as days, sums of money."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """Courts, judges, statutes, parties, lawyers and the cases between them."""
    g = Graph()
    g.table(
        "Court",
        "level city court_hears_appeals_from>Court",
        """
        Harrow Magistrates | first instance | Harrow |
        Linden District Court | first instance | Linden |
        Court of Appeal for the Marches | appellate | Linden | Harrow Magistrates, Linden District Court
        High Court of Ravenna Bay | supreme | Port Ravenna | Court of Appeal for the Marches
        """,
    )
    g.table(
        "Judge",
        "appointedOn bornIn sitsOn>Court",
        """
        Adela Marsh | 2011-03-01 | 1963 | Linden District Court
        Conrad Bell | 2016-09-15 | 1971 | Harrow Magistrates
        Ines Oyelaran | 2004-01-12 | 1955 | High Court of Ravenna Bay
        Piers Holloway | 2019-06-30 | 1974 | Court of Appeal for the Marches
        Thea Roswell | 2009-11-05 | 1960 | Court of Appeal for the Marches
        """,
    )
    g.table(
        "Statute",
        "enactedYear sections repealed",
        """
        Fair Dealing Act | 1994 | 62 | false
        Data Custody Act | 2015 | 118 | false
        Riverbanks Act | 1931 | 20 | true
        Workplace Safety Act | 1978 | 204 | false
        """,
    )
    g.table(
        "Party",
        "kind",
        """
        Orion Mills Ltd | company
        Vesta Foods plc | company
        Maud Ferris | individual
        Jonah Tweed | individual
        City of Linden | public body
        Kestrel Logistics | company
        """,
    )
    g.table(
        "Firm",
        "foundedIn partners",
        """
        Quill & Hart | 1987 | 12
        Abara Chambers | 2014 | 3
        Northgate Legal | 2001 | 25
        """,
    )
    g.table(
        "Lawyer",
        "calledToBar employedBy>Firm",
        """
        Rosa Quill | 1999 | Quill & Hart
        Dmitri Hart | 2003 | Quill & Hart
        Lena Abara | 2012 | Abara Chambers
        Owen Stroud | 2018 | Northgate Legal
        """,
    )
    g.table(
        "Case",
        "filedOn decidedOn damagesAwarded outcome heardBy>Court presidedOverBy>Judge plaintiff>Party "
        "defendant>Party representsPlaintiff>Lawyer representsDefendant>Lawyer appliesStatute>Statute "
        "overrules>Case follows>Case",
        """
        Ferris v Orion Mills | 2012-02-10 | 2013-05-21 | 48000 | allowed | Linden District Court | Adela Marsh | Maud Ferris | Orion Mills Ltd | Rosa Quill | Lena Abara | Workplace Safety Act | |
        Tweed v Vesta Foods | 2016-10-03 | 2017-02-14 | 12500 | allowed | Harrow Magistrates | Conrad Bell | Jonah Tweed | Vesta Foods plc | Dmitri Hart | Owen Stroud | Fair Dealing Act, Workplace Safety Act | | Ferris v Orion Mills
        Linden v Kestrel | 2018-04-19 | 2019-01-08 | 0 | dismissed | Linden District Court | Adela Marsh | City of Linden | Kestrel Logistics | Lena Abara | Owen Stroud | Riverbanks Act | |
        Orion Mills v Vesta Foods | 2019-07-22 | 2021-03-30 | 350000 | allowed | Court of Appeal for the Marches | Thea Roswell | Orion Mills Ltd | Vesta Foods plc | Rosa Quill | Owen Stroud | Fair Dealing Act | Tweed v Vesta Foods |
        Tweed v Kestrel | 2020-01-15 | 2020-11-02 | 9000 | settled | Harrow Magistrates | Conrad Bell | Jonah Tweed | Kestrel Logistics | Dmitri Hart | Lena Abara | Data Custody Act | | Tweed v Vesta Foods
        Kestrel v City of Linden | 2021-05-06 | 2022-06-17 | 0 | dismissed | Court of Appeal for the Marches | Piers Holloway | Kestrel Logistics | City of Linden | Owen Stroud | Rosa Quill | Riverbanks Act, Data Custody Act | | Linden v Kestrel
        Vesta Foods v Orion Mills | 2021-09-01 | 2023-10-12 | 275000 | allowed | High Court of Ravenna Bay | Ines Oyelaran | Vesta Foods plc | Orion Mills Ltd | Owen Stroud | Rosa Quill | Fair Dealing Act | Orion Mills v Vesta Foods | Tweed v Vesta Foods
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of a trainee in the office."""
    cases, judges, lawyers, parties, statutes, firms = (
        g.of(each) for each in ("Case", "Judge", "Lawyer", "Party", "Statute", "Firm")
    )

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def year(name: str, least: str, most: str = "9999") -> Ids:
        return g.where(cases, name, lambda day: least <= str(day)[:4] <= most)

    def told(keys: Ids, name: str) -> list[str]:
        return sorted({str(g.value(key, name)) for key in keys})

    lost = g.where(cases, "outcome", lambda v: v == "dismissed")
    acting = ("representsPlaintiff", "representsDefendant")
    return [
        ("Which court heard Ferris v Orion Mills?", "lookup", g.out(of("Ferris v Orion Mills"), "heardBy")),
        ("Who presided over Tweed v Kestrel?", "lookup", g.out(of("Tweed v Kestrel"), "presidedOverBy")),
        ("who was the judge in Linden v Kestrel", "lookup", g.out(of("Linden v Kestrel"), "presidedOverBy")),
        ("Which cases did Adela Marsh preside over?", "inverse", g.into(of("Adela Marsh"), "presidedOverBy")),
        ("Which cases were heard by Harrow Magistrates?", "inverse", g.into(of("Harrow Magistrates"), "heardBy")),
        (
            "What cases apply the Workplace Safety Act?",
            "inverse",
            g.into(of("Workplace Safety Act"), "appliesStatute"),
        ),
        (
            "Which statutes were applied in Kestrel v City of Linden?",
            "lookup",
            g.out(of("Kestrel v City of Linden"), "appliesStatute"),
        ),
        ("Which case overruled Tweed v Vesta Foods?", "inverse", g.into(of("Tweed v Vesta Foods"), "overrules")),
        ("What did Vesta Foods v Orion Mills overrule?", "lookup", g.out(of("Vesta Foods v Orion Mills"), "overrules")),
        ("Which cases follow Tweed v Vesta Foods?", "inverse", g.into(of("Tweed v Vesta Foods"), "follows")),
        ("Who is the plaintiff in Ferris v Orion Mills?", "lookup", g.out(of("Ferris v Orion Mills"), "plaintiff")),
        (
            "Who was the defendant in Orion Mills v Vesta Foods?",
            "lookup",
            g.out(of("Orion Mills v Vesta Foods"), "defendant"),
        ),
        ("In which cases was Jonah Tweed the plaintiff?", "inverse", g.into(of("Jonah Tweed"), "plaintiff")),
        (
            "In how many cases was Orion Mills Ltd the defendant?",
            "count",
            len(g.into(of("Orion Mills Ltd"), "defendant")),
        ),
        (
            "Who represented the plaintiff in Ferris v Orion Mills?",
            "lookup",
            g.out(of("Ferris v Orion Mills"), "representsPlaintiff"),
        ),
        (
            "Which lawyer represented the defendant in Linden v Kestrel?",
            "lookup",
            g.out(of("Linden v Kestrel"), "representsDefendant"),
        ),
        ("Which firm does Rosa Quill work for?", "lookup", g.out(of("Rosa Quill"), "employedBy")),
        ("Who works at Quill & Hart?", "inverse", g.into(of("Quill & Hart"), "employedBy")),
        ("When was Ferris v Orion Mills filed?", "value", ["2012-02-10"]),
        ("When was Vesta Foods v Orion Mills decided?", "value", ["2023-10-12"]),
        ("Which cases were filed in 2021?", "filter", year("filedOn", "2021", "2021")),
        ("Which cases were decided after 2020?", "filter", year("decidedOn", "2021")),
        ("What cases were decided before 2019?", "filter", year("decidedOn", "0", "2018")),
        ("Which cases were filed between 2016 and 2019?", "filter", year("filedOn", "2016", "2019")),
        ("Which cases were dismissed?", "filter", lost),
        ("How many cases were settled?", "count", 1),
        ("What was the outcome of Tweed v Kestrel?", "value", ["settled"]),
        ("Was Linden v Kestrel dismissed?", "yes-no", True),
        ("How much was awarded in Orion Mills v Vesta Foods?", "value", ["350000"]),
        ("What were the damages in Ferris v Orion Mills?", "value", ["48000"]),
        ("Which case had the highest damages?", "superlative", g.top(cases, "damagesAwarded")),
        (
            "Which cases awarded more than 40000 in damages?",
            "filter",
            g.where(cases, "damagesAwarded", lambda v: v > 40000),
        ),
        ("Which judge was appointed most recently?", "superlative", g.top(judges, "appointedOn")),
        ("Who is the oldest judge?", "superlative", g.top(judges, "bornIn", min)),
        (
            "Which judges were appointed before 2010?",
            "filter",
            g.where(judges, "appointedOn", lambda v: str(v) < "2010"),
        ),
        (
            "Which judges sit on the Court of Appeal for the Marches?",
            "inverse",
            g.into(of("Court of Appeal for the Marches"), "sitsOn"),
        ),
        ("What court does Ines Oyelaran sit on?", "lookup", g.out(of("Ines Oyelaran"), "sitsOn")),
        (
            "Which court hears appeals from Linden District Court?",
            "inverse",
            g.into(of("Linden District Court"), "court_hears_appeals_from"),
        ),
        ("Which statutes have been repealed?", "filter", g.where(statutes, "repealed", bool)),
        ("Is the Riverbanks Act repealed?", "yes-no", True),
        ("When was the Data Custody Act enacted?", "value", ["2015"]),
        ("What is the oldest statute?", "superlative", g.top(statutes, "enactedYear", min)),
        ("Which statute has the most sections?", "superlative", g.top(statutes, "sections")),
        ("Which statute is applied in the most cases?", "superlative", {of("Fair Dealing Act")}),
        ("How many sections does the Fair Dealing Act have?", "value", ["62"]),
        (
            "Which companies were defendants?",
            "filter",
            g.out(cases, "defendant") & g.where(parties, "kind", lambda v: v == "company"),
        ),
        ("Which judge presided over the most cases?", "superlative", {of("Adela Marsh"), of("Conrad Bell")}),
        (
            "Which cases apply both the Riverbanks Act and the Data Custody Act?",
            "and",
            {of("Kestrel v City of Linden")},
        ),
        (
            "Which cases apply the Fair Dealing Act but not the Workplace Safety Act?",
            "not",
            g.into(of("Fair Dealing Act"), "appliesStatute") - g.into(of("Workplace Safety Act"), "appliesStatute"),
        ),
        (
            "Which statutes were applied by Conrad Bell?",
            "hops",
            g.out(g.into(of("Conrad Bell"), "presidedOverBy"), "appliesStatute"),
        ),
        (
            "Which judges have applied the Fair Dealing Act?",
            "hops",
            g.out(g.into(of("Fair Dealing Act"), "appliesStatute"), "presidedOverBy"),
        ),
        (
            "Which lawyers represented Kestrel Logistics?",
            "hops",
            g.out(g.into(of("Kestrel Logistics"), "plaintiff"), acting[0])
            | g.out(g.into(of("Kestrel Logistics"), "defendant"), acting[1]),
        ),
        (
            "Which cases were heard in Linden?",
            "hops",
            g.into(g.where(g.of("Court"), "city", lambda v: v == "Linden"), "heardBy"),
        ),
        ("Which firm has the most partners?", "superlative", g.top(firms, "partners")),
        ("How many cases did each court hear?", "group", g.out(cases, "heardBy")),
        ("What are the total damages awarded by Harrow Magistrates?", "sum", 21500),
        (
            "Which lawyers were called to the bar after 2000?",
            "filter",
            g.where(lawyers, "calledToBar", lambda v: v > 2000),
        ),
        (
            "Which cases against Orion Mills Ltd were allowed?",
            "filter",
            g.into(of("Orion Mills Ltd"), "defendant") & g.where(cases, "outcome", lambda v: v == "allowed"),
        ),
        ("Which cases have not been overruled?", "negation", cases - g.out(cases, "overrules")),
        ("Which cases have never been followed?", "negation", cases - g.out(cases, "follows")),
        ("When was the case that overruled Tweed v Vesta Foods decided?", "hops", ["2021-03-30"]),
        ("Who prosecuted Tweed v Kestrel?", "absent", None),
        ("Who was the juror in Linden v Kestrel?", "absent", None),
        ("What was the sentence in Tweed v Vesta Foods?", "absent", None),
        ("Which witnesses testified in Ferris v Orion Mills?", "absent", None),
        ("Who is Adela Marsh married to?", "absent", None),
        ("Which university did Lena Abara attend?", "absent", None),
        ("What does the Maritime Act say?", "absent", None),
        ("How many pages does the ruling in Tweed v Kestrel have?", "absent", None),
    ]
