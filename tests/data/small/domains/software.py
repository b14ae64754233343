"""A software company: camelCase relations, typed, two people of one name."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """Offices, teams, people, projects, technologies and clients."""
    g = Graph()
    g.table(
        "Office",
        "country openedOn desks",
        """
        Lisbon | Portugal | 2009-05-04 | 60
        Tallinn | Estonia | 2014-09-01 | 45
        Leeds | United Kingdom | 2017-03-20 | 30
        Bergen | Norway | 2021-01-11 | 18
        """,
    )
    g.table(
        "Team",
        "basedIn>Office monthlyBudget",
        """
        Platform | Tallinn | 42000
        Checkout | Lisbon | 31000
        Mobile | Lisbon | 27500
        Data | Leeds | 38000
        Security | Bergen | 22500
        Design | Leeds | 16000
        """,
    )
    g.table(
        "Person",
        "hiredOn salary worksRemotely memberOf>Team reportsTo>Person worksOn>Project speaks>Language mentoredBy>Person",
        """
        Ines Carvalho | 2009-05-04 | 141000 | false | | | | Portuguese, English |
        Madis Tamm | 2014-09-15 | 112000 | false | Platform | Ines Carvalho | Atlas, Quarry | Estonian, English |
        Rui Falcao | 2011-02-01 | 108000 | false | Checkout | Ines Carvalho | Cashpoint | Portuguese, English |
        Joana Pires | 2016-06-13 | 96000 | true | Mobile | Rui Falcao | Pocket, Beacon | Portuguese, Spanish, English | Rui Falcao
        Harriet Cole | 2017-03-20 | 104500 | false | Data | Ines Carvalho | Quarry, Delta | English, French |
        Sindre Moen | 2021-01-11 | 99000 | true | Security | Madis Tamm | Vault, Atlas | Norwegian, English | Harriet Cole
        Tom Barlow | 2018-10-08 | 78000 | false | Data | Harriet Cole | Delta | English | Harriet Cole
        Alex Kim | 2019-01-07 | 74000 | true | Platform | Madis Tamm | Atlas | Korean, English | Madis Tamm
        Alex Kim#2 | 2022-04-25 | 61000 | false | Design | Harriet Cole | Pocket | English, German | Tom Barlow
        Liisa Kask | 2015-11-02 | 88000 | false | Platform | Madis Tamm | Atlas, Vault, Quarry | Estonian, English, Finnish |
        Priya Nair | 2020-08-17 | 82500 | true | Checkout | Rui Falcao | Cashpoint, Ledgerline | English, Hindi | Joana Pires
        Bruno Matos | 2018-02-26 | 71000 | false | Checkout | Rui Falcao | Ledgerline | Portuguese | Rui Falcao
        Clara Voss | 2019-07-01 | 76500 | true | Mobile | Joana Pires | Beacon | German, English | Joana Pires
        Diogo Leal | 2023-01-09 | 52000 | false | Mobile | Joana Pires | Pocket | Portuguese, English | Clara Voss
        Ewan Reid | 2021-05-31 | 69000 | false | Data | Harriet Cole | Delta, Ledgerline | English | Tom Barlow
        Noor Haddad | 2022-09-05 | 64500 | true | Security | Sindre Moen | Vault, Atlas | Arabic, French, English | Sindre Moen
        Oskar Lind | 2016-03-14 | 81000 | true | Design | Harriet Cole | Beacon, Cashpoint | Swedish, English |
        Marta Sousa | 2013-10-21 | 90500 | false | Platform | Madis Tamm | Quarry | Portuguese, English |
        Kaja Solberg | 2023-08-28 | 55500 | false | Security | Sindre Moen | Atlas | Norwegian, English | Noor Haddad
        Yusuf Demir | 2020-02-10 | 73000 | true | Data | Harriet Cole | Quarry | Turkish, German, English | Ewan Reid
        """,
    )
    g.table(
        "Project",
        "startedOn deadline budgetInEuro commissionedBy>Client usesTechnology>Technology dependsOn>Project ledBy>Person",
        """
        Atlas | 2015-02-01 | 2025-06-30 | 910000 | | Go, Kubernetes, PostgreSQL | | Liisa Kask
        Quarry | 2018-05-15 | 2024-12-31 | 640000 | Northwind Rail | Python, Spark, Kubernetes | Atlas | Harriet Cole
        Cashpoint | 2012-01-09 | 2024-03-31 | 775000 | Banco Ribeira | Java, PostgreSQL, Kafka | Atlas, Vault | Rui Falcao
        Pocket | 2020-11-02 | 2024-09-15 | 330000 | Banco Ribeira | Kotlin, Swift | Cashpoint | Joana Pires
        Beacon | 2021-03-22 | 2025-01-20 | 285000 | Harbour Trust | Kotlin, TypeScript | Vault | Clara Voss
        Delta | 2019-08-19 | 2024-05-10 | 410000 | Northwind Rail | Python, Airflow, PostgreSQL | Quarry | Tom Barlow
        Vault | 2016-09-05 | 2026-02-28 | 520000 | Harbour Trust | Rust, Kubernetes | | Sindre Moen
        Ledgerline | 2022-06-06 | 2025-10-01 | 365000 | Fjord Seafood | Java, TypeScript | Cashpoint, Delta | Priya Nair
        """,
    )
    g.table(
        "Technology",
        "isOpenSource firstReleased writtenIn>Technology",
        """
        Go | true | 2009 |
        Kubernetes | true | 2014 | Go
        PostgreSQL | true | 1996 | C
        Python | true | 1991 | C
        Spark | true | 2014 | Scala
        Java | true | 1995 |
        Kafka | true | 2011 | Java
        Kotlin | true | 2011 | Java
        Swift | true | 2015 |
        TypeScript | true | 2012 |
        Airflow | true | 2015 | Python
        Rust | true | 2012 |
        C | false | 1972 |
        Scala | true | 2004 | Java
        Splunk | false | 2003 | C
        """,
    )
    g.table(
        "Client",
        "sector customerSince headquarteredIn>City",
        """
        Northwind Rail | transport | 2018-01-15 | York
        Banco Ribeira | banking | 2011-11-30 | Porto
        Harbour Trust | insurance | 2016-07-01 | Bristol
        Fjord Seafood | fishing | 2022-03-03 | Stavanger
        """,
    )
    g.plain("City", "York, Porto, Bristol, Stavanger")
    g.plain("Language", "Portuguese, English, Spanish, Estonian, French, Norwegian, Korean, German, Finnish, Hindi")
    g.plain("Language", "Arabic, Swedish, Turkish")
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    people, projects, technologies = g.of("Person"), g.of("Project"), g.of("Technology")

    def staff(project: str) -> set[str]:
        return g.into(f"Project/{project}", "worksOn")

    def team(name: str) -> set[str]:
        return g.into(f"Team/{name}", "memberOf")

    def speakers(name: str) -> set[str]:
        return g.into(f"Language/{name}", "speaks")

    def users(name: str) -> set[str]:
        return g.into(f"Technology/{name}", "usesTechnology")

    return [
        ("Who is Bruno Matos's boss?", "lookup", g.out("Person/Bruno Matos", "reportsTo")),
        ("which team is Liisa Kask in", "lookup", g.out("Person/Liisa Kask", "memberOf")),
        ("What tech does the Cashpoint project rely on?", "lookup", g.out("Project/Cashpoint", "usesTechnology")),
        ("Languages spoken by Joana Pires?", "lookup", g.out("Person/Joana Pires", "speaks")),
        ("Who is in charge of Beacon?", "lookup", g.out("Project/Beacon", "ledBy")),
        ("Who are Sindre Moen's direct reports?", "inverse", g.into("Person/Sindre Moen", "reportsTo")),
        ("people working on vault", "inverse", staff("Vault")),
        ("Which projects did Northwind Rail order?", "inverse", g.into("Client/Northwind Rail", "commissionedBy")),
        ("whom does Rui Falcao mentor?", "inverse", g.into("Person/Rui Falcao", "mentoredBy")),
        (
            "In which office does Noor Haddad's team sit?",
            "two-hop",
            g.out("Person/Noor Haddad", "memberOf", "basedIn"),
        ),
        (
            "Who is the manager of Clara Voss's manager?",
            "two-hop",
            g.out("Person/Clara Voss", "reportsTo", "reportsTo"),
        ),
        (
            "What technologies are used in projects commissioned by Harbour Trust?",
            "two-hop",
            g.out(g.into("Client/Harbour Trust", "commissionedBy"), "usesTechnology"),
        ),
        (
            "Which clients is Priya Nair doing work for?",
            "two-hop",
            g.out("Person/Priya Nair", "worksOn", "commissionedBy"),
        ),
        (
            "In what city is the company that commissioned the project led by Tom Barlow headquartered?",
            "three-hop",
            g.out(g.into("Person/Tom Barlow", "ledBy"), "commissionedBy", "headquarteredIn"),
        ),
        (
            "Which languages do the people who work on projects for Fjord Seafood speak?",
            "three-hop",
            g.out(g.into("Client/Fjord Seafood", "commissionedBy", "worksOn"), "speaks"),
        ),
        ("Who works on both Atlas and Vault?", "both", staff("Atlas") & staff("Vault")),
        (
            "Which projects use Python as well as PostgreSQL?",
            "both",
            users("Python") & users("PostgreSQL"),
        ),
        ("who speaks norwegian or estonian?", "either", speakers("Norwegian") | speakers("Estonian")),
        ("Which people speak Portuguese but not English?", "but-not", speakers("Portuguese") - speakers("English")),
        ("Who works on Atlas but isn't a member of the Platform team?", "but-not", staff("Atlas") - team("Platform")),
        ("How many people are on the Data team?", "count", len(team("Data"))),
        ("number of projects using Kubernetes", "count", len(users("Kubernetes"))),
        ("Which person earns the most?", "superlative", g.top(people, "salary")),
        ("What's the cheapest project?", "superlative", g.top(projects, "budgetInEuro", min)),
        ("Who was hired last?", "superlative", g.top(people, "hiredOn")),
        (
            "Which project has the most people working on it?",
            "superlative",
            g.most(projects, lambda p: g.into(p, "worksOn")),
        ),
        ("what is the oldest technology?", "superlative", g.top(technologies, "firstReleased", min)),
        (
            "Which projects cost more than 600000 euros?",
            "comparison",
            g.where(projects, "budgetInEuro", lambda v: v > 600000),
        ),
        ("Who joined the company before 2014?", "comparison", g.where(people, "hiredOn", lambda v: v < "2014")),
        (
            "Which projects have a bigger budget than Vault?",
            "comparison",
            g.where(projects, "budgetInEuro", lambda v: v > g.value("Project/Vault", "budgetInEuro")),
        ),
        (
            "who speaks more than two languages",
            "comparison",
            {p for p in people if len(g.out(p, "speaks")) > 2},
        ),
        ("Does Oskar Lind work from home?", "yes-no", g.value("Person/Oskar Lind", "worksRemotely")),
        ("Is Splunk open source?", "yes-no", g.value("Technology/Splunk", "isOpenSource")),
        ("Does Pocket depend on Cashpoint?", "yes-no", "Project/Cashpoint" in g.out("Project/Pocket", "dependsOn")),
        ("When is Delta due?", "property", [g.value("Project/Delta", "deadline")]),
        ("how many desks are there in the Tallinn office", "property", g.value("Office/Tallinn", "desks")),
        ("What is the average salary in the Security team?", "average", mean(g.values(team("Security"), "salary"))),
        (
            "Total budget of all projects for Banco Ribeira, please",
            "sum",
            sum(g.values(g.into("Client/Banco Ribeira", "commissionedBy"), "budgetInEuro")),
        ),
        (
            "Which technologies are written in C?",
            "typed",
            g.into("Technology/C", "writtenIn"),
        ),
        (
            "Who has the same mentor as Ewan Reid?",
            "same-as",
            g.into(g.out("Person/Ewan Reid", "mentoredBy"), "mentoredBy") - {"Person/Ewan Reid"},
        ),
        (
            "What's the salary of the Alex Kim who is on the Platform team?",
            "property",
            g.value("Person/Alex Kim", "salary"),
        ),
        ("Who manages Svetlana Orlova?", "absent", None),
        ("Which people work on the Nimbus project?", "absent", None),
        ("What is Harriet Cole's phone number?", "absent", None),
        ("Which university did Madis Tamm graduate from?", "absent", None),
        ("how old is Liisa Kask's husband", "absent", None),
    ]
