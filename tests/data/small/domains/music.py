"""Music: an untyped table whose relations are dotted paths, numbers and dates as tails."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean

BORN, BORN_ON, JOB = "people.person.place_of_birth", "people.person.date_of_birth", "people.person.profession"
SPOUSE, GENRE, LABEL = "people.person.spouse", "music.artist.genre", "music.artist.label"
MEMBER, PLAYS = "music.group_member.membership", "music.group_member.instruments_played"
ARTIST, RELEASED, LENGTH = "music.album.artist", "music.album.release_date", "music.album.length_minutes"
PRODUCER, FORMED, ORIGIN = "music.album.producer", "music.group.year_formed", "music.artist.origin"
INSIDE, PEOPLE, AWARD = "location.location.containedby", "location.location.population", "award.award_winner.awards_won"
FOUNDER, TAUGHT = "organization.organization.founders", "influence.influence_node.influenced_by"
SEAT = "organization.organization.headquarters"


def build() -> Graph:
    """Groups, singers, players, albums, labels, towns and awards."""
    g = Graph()
    g.table(
        "Group",
        f"{FORMED} {GENRE}>Genre {LABEL}>Label {ORIGIN}>Town {AWARD}>Award",
        """
        The Paper Kites of Leith | 1994 | Folk, Indie | Saltmarsh Records | Leith |
        Velvet Tramline | 1979 | Post-Punk | Northlight | Manchester | Mercury Crown
        Iron Lullaby | 1986 | Metal | Anvil House | Dortmund |
        Kleine Fabrik | 1983 | Electronic, Post-Punk | Tonwerk | Dortmund | Echo Star
        Los Faroles | 2001 | Cumbia, Folk | Saltmarsh Records | Valparaiso | Southern Lyre
        Moss & Copper | 2010 | Indie, Electronic | Northlight | Galway | Mercury Crown, Celtic Harp
        The Harbour Nine | 1958 | Jazz | Blue Quay | Baltimore | Golden Needle
        """,
    )
    g.table(
        "Person",
        f"{BORN_ON} {BORN}>Town {JOB}>Job {MEMBER}>Group {PLAYS}>Instrument {SPOUSE}>Person {TAUGHT}>Person",
        """
        Isla Drummond | 1971-03-14 | Leith | Singer, Songwriter | The Paper Kites of Leith | Guitar, Fiddle | Callum Baird | Maggie Thorne
        Callum Baird | 1969-11-02 | Leith | Drummer | The Paper Kites of Leith | Drums | |
        Fergus Tait | 1973-07-25 | Inverness | Guitarist | The Paper Kites of Leith | Guitar, Mandolin | |
        Maggie Thorne | 1938-01-19 | Galway | Singer | | Harp | |
        Declan Rourke | 1955-05-05 | Manchester | Singer, Poet | Velvet Tramline | Guitar | | Maggie Thorne
        Joyce Amsel | 1957-09-30 | Manchester | Bassist, Producer | Velvet Tramline | Bass Guitar, Synthesizer | Declan Rourke | Earl Jefferson
        Neil Hargreave | 1956-02-11 | Stockport | Drummer | Velvet Tramline | Drums | |
        Jürgen Falk | 1962-12-08 | Dortmund | Singer | Iron Lullaby | Guitar | |
        Dieter Rauch | 1963-04-17 | Essen | Guitarist, Producer | Iron Lullaby | Guitar, Synthesizer | | Jürgen Falk
        Anke Sommer | 1960-08-21 | Dortmund | Singer, Producer | Kleine Fabrik | Synthesizer | Dieter Rauch | Joyce Amsel
        Uwe Lindner | 1959-06-03 | Essen | Engineer | Kleine Fabrik | Synthesizer, Drums | |
        Camila Reyes | 1978-10-12 | Valparaiso | Singer, Songwriter | Los Faroles | Accordion, Guitar | Tomás Ibarra | Isla Drummond
        Tomás Ibarra | 1975-05-29 | Santiago | Drummer | Los Faroles | Drums, Accordion | |
        Niamh Corrigan | 1988-02-27 | Galway | Singer, Producer | Moss & Copper | Harp, Synthesizer | | Maggie Thorne, Anke Sommer
        Eoin Daly | 1986-09-09 | Cork | Engineer | Moss & Copper | Synthesizer | |
        Earl Jefferson | 1931-07-07 | Baltimore | Trumpeter, Composer | The Harbour Nine | Trumpet | |
        Ruth Delaney | 1934-04-23 | Annapolis | Pianist, Producer | The Harbour Nine | Piano | Earl Jefferson |
        Silas Monk | 1929-12-31 | Baltimore | Bassist | The Harbour Nine | Double Bass | |
        """,
    )
    g.table(
        "Album",
        f"{RELEASED} {LENGTH} {ARTIST}>Group {PRODUCER}>Person",
        """
        Tidewrack | 1996-05-20 | 44 | The Paper Kites of Leith | Joyce Amsel
        Lanterns at Low Water | 1999-10-04 | 51 | The Paper Kites of Leith | Isla Drummond
        Signal Box | 1981-02-13 | 38 | Velvet Tramline | Joyce Amsel
        Night Timetable | 1984-09-28 | 47 | Velvet Tramline | Joyce Amsel
        Terminus | 1990-11-16 | 62 | Velvet Tramline | Anke Sommer
        Hammerschlaf | 1989-04-01 | 56 | Iron Lullaby | Dieter Rauch
        Cradle of Rust | 1993-08-30 | 64 | Iron Lullaby | Dieter Rauch
        Schichtwechsel | 1985-03-22 | 41 | Kleine Fabrik | Anke Sommer
        Stempeluhr | 1988-06-10 | 43 | Kleine Fabrik | Anke Sommer
        Cerro Alegre | 2004-01-26 | 49 | Los Faroles | Camila Reyes
        Funicular | 2009-07-13 | 53 | Los Faroles | Joyce Amsel
        Verdigris | 2012-03-05 | 40 | Moss & Copper | Niamh Corrigan
        Peat Smoke Radio | 2016-11-11 | 58 | Moss & Copper | Niamh Corrigan
        Nine Below | 1961-04-18 | 35 | The Harbour Nine | Ruth Delaney
        Chesapeake Suite | 1965-10-22 | 72 | The Harbour Nine | Ruth Delaney
        """,
    )
    g.table(
        "Label",
        f"{FOUNDER}>Person {SEAT}>Town",
        """
        Saltmarsh Records | Isla Drummond | Leith
        Northlight | Joyce Amsel | Manchester
        Anvil House | Jürgen Falk, Dieter Rauch | Essen
        Tonwerk | Anke Sommer | Berlin
        Blue Quay | Silas Monk | Baltimore
        """,
    )
    g.table(
        "Town",
        f"{PEOPLE} {INSIDE}>Land",
        """
        Leith | 50000 | Scotland
        Inverness | 47000 | Scotland
        Galway | 85000 | Ireland
        Cork | 222000 | Ireland
        Manchester | 568000 | England
        Stockport | 295000 | England
        Dortmund | 593000 | Germany
        Essen | 582000 | Germany
        Berlin | 3755000 | Germany
        Valparaiso | 296000 | Chile
        Santiago | 6270000 | Chile
        Baltimore | 576000 | United States
        Annapolis | 40800 | United States
        """,
    )
    g.plain("Land", "Scotland, Ireland, England, Germany, Chile, United States")
    g.plain("Genre", "Folk, Indie, Post-Punk, Metal, Electronic, Cumbia, Jazz")
    g.plain("Award", "Mercury Crown, Echo Star, Southern Lyre, Celtic Harp, Golden Needle")
    g.plain(
        "Job", "Singer, Songwriter, Drummer, Guitarist, Poet, Bassist, Producer, Engineer, Trumpeter, Composer, Pianist"
    )
    g.plain(
        "Instrument",
        "Guitar, Fiddle, Drums, Mandolin, Harp, Bass Guitar, Synthesizer, Accordion, Trumpet, Piano, Double Bass",
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    albums, people, groups, towns = g.of("Album"), g.of("Person"), g.of("Group"), g.of("Town")

    def players(instrument: str) -> set[str]:
        return g.into(f"Instrument/{instrument}", PLAYS)

    def members(group: str) -> set[str]:
        return g.into(f"Group/{group}", MEMBER)

    def records(group: str) -> set[str]:
        return g.into(f"Group/{group}", ARTIST)

    def produced(person: str) -> set[str]:
        return g.into(f"Person/{person}", PRODUCER)

    def born(town: str) -> set[str]:
        return g.into(f"Town/{town}", BORN)

    def style(genre: str) -> set[str]:
        return g.into(f"Genre/{genre}", GENRE)

    def job(name: str) -> set[str]:
        return g.into(f"Job/{name}", JOB)

    return [
        ("Where was Fergus Tait born?", "lookup", g.out("Person/Fergus Tait", BORN)),
        ("what instruments does Joyce Amsel play", "lookup", g.out("Person/Joyce Amsel", PLAYS)),
        ("Who made the album Funicular?", "lookup", g.out("Album/Funicular", ARTIST)),
        ("What kind of music does Los Faroles make?", "lookup", g.out("Group/Los Faroles", GENRE)),
        ("Who is Niamh Corrigan influenced by?", "lookup", g.out("Person/Niamh Corrigan", TAUGHT)),
        ("Who belongs to Velvet Tramline?", "inverse", members("Velvet Tramline")),
        ("albums by iron lullaby", "inverse", records("Iron Lullaby")),
        ("Which records did Joyce Amsel produce?", "inverse", produced("Joyce Amsel")),
        ("Whom did Maggie Thorne influence?", "inverse", g.into("Person/Maggie Thorne", TAUGHT)),
        ("Which artists are signed to Saltmarsh Records?", "inverse", g.into("Label/Saltmarsh Records", LABEL)),
        ("Who is married to Camila Reyes?", "lookup", g.both("Person/Camila Reyes", SPOUSE)),
        ("Ruth Delaney's husband?", "lookup", g.both("Person/Ruth Delaney", SPOUSE)),
        ("In what country was Uwe Lindner born?", "two-hop", g.out("Person/Uwe Lindner", BORN, INSIDE)),
        (
            "Who founded the label of Kleine Fabrik?",
            "two-hop",
            g.out("Group/Kleine Fabrik", LABEL, FOUNDER),
        ),
        ("What awards did the band behind Nine Below win?", "two-hop", g.out("Album/Nine Below", ARTIST, AWARD)),
        (
            "Which people were born in Scotland?",
            "two-hop",
            g.into("Land/Scotland", INSIDE, BORN),
        ),
        (
            "When did the group that Eoin Daly is a member of form?",
            "two-hop",
            [g.value(key, FORMED) for key in g.out("Person/Eoin Daly", MEMBER)],
        ),
        (
            "Which instruments are played by members of the group that recorded Cerro Alegre?",
            "three-hop",
            g.out(g.into(g.out("Album/Cerro Alegre", ARTIST), MEMBER), PLAYS),
        ),
        (
            "Which country does Neil Hargreave's group come from?",
            "three-hop",
            g.out("Person/Neil Hargreave", MEMBER, ORIGIN, INSIDE),
        ),
        (
            "Which people play both guitar and synthesizer?",
            "both",
            players("Guitar") & players("Synthesizer"),
        ),
        ("Singers born in Dortmund?", "both", job("Singer") & born("Dortmund")),
        ("Who plays the accordion or the harp?", "either", players("Accordion") | players("Harp")),
        (
            "Which producers are not singers?",
            "but-not",
            job("Producer") - job("Singer"),
        ),
        (
            "Which albums by Velvet Tramline weren't produced by Joyce Amsel?",
            "but-not",
            records("Velvet Tramline") - produced("Joyce Amsel"),
        ),
        ("How many albums has Moss & Copper released?", "count", len(records("Moss & Copper"))),
        ("how many people work as drummers?", "count", len(job("Drummer"))),
        ("Longest album?", "superlative", g.top(albums, LENGTH)),
        (
            "What was the first album of Velvet Tramline?",
            "superlative",
            g.top(records("Velvet Tramline"), RELEASED, min),
        ),
        ("Who is the youngest musician?", "superlative", g.top(people, BORN_ON)),
        ("Which town has the fewest inhabitants?", "superlative", g.top(towns, PEOPLE, min)),
        (
            "Which group has the most albums?",
            "superlative",
            g.most(groups, lambda k: g.into(k, ARTIST)),
        ),
        (
            "Which albums run for more than 60 minutes?",
            "comparison",
            g.where(albums, LENGTH, lambda v: v > 60),
        ),
        ("Which groups were formed before 1980?", "comparison", g.where(groups, FORMED, lambda v: v < 1980)),
        (
            "albums released between 1986 and 1992",
            "comparison",
            g.where(albums, RELEASED, lambda v: "1986" <= v < "1993"),
        ),
        (
            "Which towns are bigger than Essen by population?",
            "comparison",
            g.where(towns, PEOPLE, lambda v: v > g.value("Town/Essen", PEOPLE)),
        ),
        ("Was Terminus produced by Anke Sommer?", "yes-no", "Album/Terminus" in produced("Anke Sommer")),
        ("Is Iron Lullaby a jazz band?", "yes-no", "Group/Iron Lullaby" in style("Jazz")),
        ("What is Earl Jefferson's date of birth?", "property", g.value("Person/Earl Jefferson", BORN_ON)),
        ("how many people live in Galway", "property", g.value("Town/Galway", PEOPLE)),
        (
            "On average, how long are the albums of Los Faroles?",
            "average",
            mean(g.values(records("Los Faroles"), LENGTH)),
        ),
        (
            "Total minutes of music on the albums of Kleine Fabrik?",
            "sum",
            sum(g.values(records("Kleine Fabrik"), LENGTH)),
        ),
        (
            "Which other groups are on the same label as Moss & Copper?",
            "same-as",
            g.into(g.out("Group/Moss & Copper", LABEL), LABEL) - {"Group/Moss & Copper"},
        ),
        ("Who plays the bassoon?", "absent", None),
        ("What albums did The Silver Wolves release?", "absent", None),
        ("Who is the manager of Velvet Tramline?", "absent", None),
        ("How many copies did Verdigris sell?", "absent", None),
        ("where was Ines Calloway born", "absent", None),
    ]
