"""Films: relations as verbs in the passive, years as numbers, two films and two people of one name."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, mean


def build() -> Graph:
    """Films with their people, places, genres, studios, books and prizes."""
    g = Graph()
    g.table(
        "Film",
        "released_in runtime_minutes box_office_millions in_colour directed_by>Person written_by>Person stars>Person"
        " shot_in>Place has_genre>Genre produced_by>Studio based_on>Book awarded>Prize followed_by>Film",
        """
        The Glass Orchard | 1962 | 118 | 12.5 | false | Edith Marlow | Edith Marlow | Paul Renner, Vera Lind | Prague | Drama | Kestrel Pictures | The Glass Orchard | Golden Lantern |
        Night Ferry | 1951 | 94 | 4.2 | false | Otto Brandt | Henry Sayle | Vera Lind, Carl Dowd | Hamburg | Thriller | Kestrel Pictures | | |
        Night Ferry#2 | 2004 | 107 | 88 | true | Lena Ortiz | Sam Whitlock | Jude Akande, Mia Torres | Lisbon | Thriller | Red Harbour | | |
        Salt and Iron | 1978 | 141 | 36 | true | Otto Brandt | Henry Sayle, Anna Ferro | Carl Dowd, Rosa Villar | Sicily, Naples | Historical, Drama | Bluebird Studios | Salt and Iron | Golden Lantern, Critics' Circle Award |
        Halfway to Tromso | 1999 | 102 | 21 | true | Signe Dahl | Signe Dahl | Mia Torres, Erik Holm | Tromso | Comedy, Drama | Polar Film | | Silver Reel |
        The Cartographer | 2010 | 156 | 310 | true | Lena Ortiz | Sam Whitlock | Jude Akande, Nadia Roy, Erik Holm | Morocco, Lisbon | Adventure | Red Harbour | The Mapmaker's Son | Golden Lantern, Silver Reel | The Cartographer Returns
        The Cartographer Returns | 2013 | 149 | 402.5 | true | Lena Ortiz | Sam Whitlock, Nadia Roy | Jude Akande, Nadia Roy | Morocco | Adventure | Red Harbour | | | The Cartographer's Last Voyage
        The Cartographer's Last Voyage | 2017 | 132 | 275 | true | David Osei | Sam Whitlock | Jude Akande, Peter Holt | Iceland | Adventure | Red Harbour | | |
        Paper Lions | 1987 | 99 | 54 | true | Anna Ferro | Anna Ferro | Rosa Villar, Peter Holt | Naples | Comedy | Bluebird Studios | | Critics' Circle Award |
        Station Zero | 1983 | 112 | 97 | true | Carl Dowd | Henry Sayle | Peter Holt, Wanda Kerr | Iceland | Science Fiction | Bluebird Studios | Station Zero | | Station Zero: Descent
        Station Zero: Descent | 1986 | 121 | 69 | true | Carl Dowd | Ivo Petrak | Wanda Kerr, Paul Renner | Prague | Science Fiction, Horror | Bluebird Studios | | |
        A Winter Quarrel | 1968 | 88 | 3.1 | false | Edith Marlow | Ivo Petrak | Vera Lind, Paul Renner | Prague | Comedy | Kestrel Pictures | | |
        The Quiet Harvest | 2019 | 125 | 18 | true | Signe Dahl | Tove Lund | Erik Holm, Nadia Roy | Tromso, Bergen | Drama | Polar Film | Harvest Letters | Golden Lantern, Silver Reel |
        Blackthorn | 2015 | 97 | 143 | true | David Osei | Tove Lund | Mia Torres, Wanda Kerr | Scotland | Horror | Mooncalf | | |
        Blackthorn Rising | 2018 | 101 | 120 | true | David Osei | Grace Bell | Mia Torres, Jude Akande | Scotland | Horror | Mooncalf | | |
        Seven Umbrellas | 2008 | 91 | 62 | true | Grace Bell | Grace Bell | Rosa Villar, Jude Akande | Paris | Comedy, Romance | Mooncalf | | Silver Reel |
        Letters from Oran | 1974 | 129 | 15 | true | Anna Ferro | Anna Ferro, Ivo Petrak | Carl Dowd, Vera Lind | Morocco | Historical, Romance | Kestrel Pictures | Letters from Oran | |
        The Understudy | 1995 | 104 | 33 | true | Peter Holt | Grace Bell | Rosa Villar, Paul Renner | Paris | Drama | Bluebird Studios | | |
        Copper Moon | 2021 | 138 | 195 | true | Nadia Roy | Nadia Roy, Tove Lund | Erik Holm, Mia Torres | Morocco | Science Fiction | Red Harbour | Copper Moon | Critics' Circle Award |
        """,
    )
    g.table(
        "Person",
        "born_in_year born_in>Place married_to>Person",
        """
        Edith Marlow | 1921 | London | Henry Sayle
        Otto Brandt | 1915 | Hamburg |
        Henry Sayle | 1918 | London |
        Lena Ortiz | 1970 | Lisbon | Sam Whitlock
        Sam Whitlock | 1966 | Scotland |
        Signe Dahl | 1958 | Bergen |
        David Osei | 1979 | London |
        Anna Ferro | 1939 | Naples | Carl Dowd
        Carl Dowd | 1927 | London |
        Paul Renner | 1930 | Prague |
        Vera Lind | 1925 | Hamburg |
        Rosa Villar | 1955 | Naples |
        Jude Akande | 1976 | London |
        Mia Torres | 1982 | Lisbon | Erik Holm
        Erik Holm | 1974 | Bergen |
        Nadia Roy | 1984 | Paris |
        Peter Holt | 1949 | Scotland |
        Wanda Kerr | 1957 | Scotland |
        Ivo Petrak | 1933 | Prague |
        Tove Lund | 1971 | Tromso |
        Grace Bell | 1963 | London | Peter Holt
        Clement Hughes | 1890 | London |
        Leila Haddou | 1905 | Morocco |
        Franco Salvi | 1902 | Sicily |
        """,
    )
    g.table(
        "Book",
        "published_in authored_by>Person",
        """
        The Glass Orchard | 1934 | Clement Hughes
        Salt and Iron | 1947 | Franco Salvi
        The Mapmaker's Son | 1928 | Clement Hughes
        Station Zero | 1971 | Henry Sayle
        Harvest Letters | 2002 | Tove Lund
        Letters from Oran | 1939 | Leila Haddou
        Copper Moon | 2014 | Nadia Roy
        """,
    )
    g.table(
        "Studio",
        "founded_in headquartered_in>Place owned_by>Studio",
        """
        Kestrel Pictures | 1938 | London |
        Bluebird Studios | 1959 | Naples |
        Red Harbour | 1998 | Lisbon | Bluebird Studios
        Polar Film | 1985 | Bergen |
        Mooncalf | 2005 | London | Red Harbour
        """,
    )
    g.table("Prize", "first_given_in", "Golden Lantern | 1949\nSilver Reel | 1990\nCritics' Circle Award | 1972")
    g.plain("Genre", "Drama, Thriller, Historical, Comedy, Adventure, Science Fiction, Horror, Romance")
    g.plain(
        "Place", "Prague, Hamburg, Lisbon, Sicily, Naples, Tromso, Morocco, Iceland, Bergen, Scotland, Paris, London"
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    films, people = g.of("Film"), g.of("Person")

    def by(person: str) -> set[str]:
        return g.into(f"Person/{person}", "directed_by")

    def cast(person: str) -> set[str]:
        return g.into(f"Person/{person}", "stars")

    def genre(name: str) -> set[str]:
        return g.into(f"Genre/{name}", "has_genre")

    def shot(name: str) -> set[str]:
        return g.into(f"Place/{name}", "shot_in")

    def prize(name: str) -> set[str]:
        return g.into(f"Prize/{name}", "awarded")

    return [
        ("Who directed Paper Lions?", "lookup", g.out("Film/Paper Lions", "directed_by")),
        ("who acted in Blackthorn", "lookup", g.out("Film/Blackthorn", "stars")),
        ("Where was Seven Umbrellas filmed?", "lookup", g.out("Film/Seven Umbrellas", "shot_in")),
        (
            "What is the sequel to The Cartographer Returns?",
            "lookup",
            g.out("Film/The Cartographer Returns", "followed_by"),
        ),
        ("movies by Signe Dahl", "inverse", by("Signe Dahl")),
        ("Which films did Wanda Kerr appear in?", "inverse", cast("Wanda Kerr")),
        ("What films were scripted by Ivo Petrak?", "inverse", g.into("Person/Ivo Petrak", "written_by")),
        ("which movies won the Silver Reel?", "inverse", prize("Silver Reel")),
        (
            "Where was the director of Letters from Oran born?",
            "two-hop",
            g.out("Film/Letters from Oran", "directed_by", "born_in"),
        ),
        (
            "Who wrote the book that The Cartographer is based on?",
            "two-hop",
            g.out("Film/The Cartographer", "based_on", "authored_by"),
        ),
        ("Which actors has Otto Brandt worked with as a director?", "two-hop", g.out(by("Otto Brandt"), "stars")),
        (
            "who played in films shot in Iceland?",
            "two-hop",
            g.out(shot("Iceland"), "stars"),
        ),
        (
            "Who is the spouse of the director of The Glass Orchard?",
            "two-hop",
            g.out("Film/The Glass Orchard", "directed_by", "married_to"),
        ),
        (
            "Who starred in movies based on books by Clement Hughes?",
            "three-hop",
            g.out(g.into(g.into("Person/Clement Hughes", "authored_by"), "based_on"), "stars"),
        ),
        (
            "What are the birthplaces of the stars of films directed by Nadia Roy?",
            "three-hop",
            g.out(by("Nadia Roy"), "stars", "born_in"),
        ),
        ("Which films star both Rosa Villar and Paul Renner?", "both", cast("Rosa Villar") & cast("Paul Renner")),
        (
            "Films that got the Golden Lantern and the Silver Reel?",
            "both",
            prize("Golden Lantern") & prize("Silver Reel"),
        ),
        ("Which films were shot in Naples or in Paris?", "either", shot("Naples") | shot("Paris")),
        ("Which horror films do not star Mia Torres?", "but-not", genre("Horror") - cast("Mia Torres")),
        (
            "Jude Akande movies that were not directed by Lena Ortiz",
            "but-not",
            cast("Jude Akande") - by("Lena Ortiz"),
        ),
        ("How many comedies are there?", "count", len(genre("Comedy"))),
        ("how many films has David Osei made as director", "count", len(by("David Osei"))),
        ("What is the longest movie?", "superlative", g.top(films, "runtime_minutes")),
        ("Which film earned the most at the box office?", "superlative", g.top(films, "box_office_millions")),
        (
            "Which was the earliest science fiction film?",
            "superlative",
            g.top(genre("Science Fiction"), "released_in", min),
        ),
        ("Who is the oldest person?", "superlative", g.top(people, "born_in_year", min)),
        (
            "Which actor has been in the most films?",
            "superlative",
            g.most(g.out(films, "stars"), lambda p: g.into(p, "stars")),
        ),
        ("Which films came out before 1965?", "comparison", g.where(films, "released_in", lambda v: v < 1965)),
        (
            "Films released between 1980 and 1990",
            "comparison",
            g.where(films, "released_in", lambda v: 1980 <= v <= 1990),
        ),
        (
            "Which movies run longer than Salt and Iron?",
            "comparison",
            g.where(films, "runtime_minutes", lambda v: v > g.value("Film/Salt and Iron", "runtime_minutes")),
        ),
        ("Which films have more than two stars?", "comparison", {f for f in films if len(g.out(f, "stars")) > 2}),
        ("Did Peter Holt direct The Understudy?", "yes-no", "Film/The Understudy" in by("Peter Holt")),
        ("Was A Winter Quarrel made in colour?", "yes-no", g.value("Film/A Winter Quarrel", "in_colour")),
        ("is blackthorn a comedy?", "yes-no", "Film/Blackthorn" in genre("Comedy")),
        ("In what year did Halfway to Tromso come out?", "property", g.value("Film/Halfway to Tromso", "released_in")),
        ("How long is Copper Moon?", "property", g.value("Film/Copper Moon", "runtime_minutes")),
        (
            "When was the Night Ferry directed by Lena Ortiz released?",
            "property",
            g.value("Film/Night Ferry#2", "released_in"),
        ),
        (
            "What's the average running time of David Osei's films?",
            "average",
            mean(g.values(by("David Osei"), "runtime_minutes")),
        ),
        (
            "Which writers have directed films themselves?",
            "both",
            g.out(films, "written_by") & g.out(films, "directed_by"),
        ),
        (
            "Which films have the same director as Night Ferry from 1951?",
            "same-as",
            g.into(g.out("Film/Night Ferry", "directed_by"), "directed_by") - {"Film/Night Ferry"},
        ),
        ("Which studios belong to Bluebird Studios?", "typed", g.into("Studio/Bluebird Studios", "owned_by")),
        ("Who directed The Velvet Compass?", "absent", None),
        ("Which films star Tilda Grant?", "absent", None),
        ("Who composed the music for Station Zero: Descent?", "absent", None),
        ("What is Rosa Villar's height?", "absent", None),
        ("which cinema showed Copper Moon first?", "absent", None),
    ]
