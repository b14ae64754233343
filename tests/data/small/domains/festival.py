"""A music festival: plain phrases, Title Case properties, performances as events."""

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.plain("Country", "Iceland, Mali, Ireland, Japan, Chile")
    g.plain("Genre", "Folk, Jazz, Techno, Desert Blues, Post-rock")
    g.table(
        "Stage",
        "Capacity Covered",
        """
    Meadow Stage | 15000 | false
    Barn | 1200 | true
    Lake Stage | 6000 | false
    Tea Tent | 300 | true
    """,
    )
    g.table(
        "Artist",
        "Born Instrument comes_from>Country",
        """
    Brynja Sól | 1990 | cello | Iceland
    Kari Dal | 1987 | drums | Iceland
    Moussa Keita | 1975 | guitar | Mali
    Awa Traore | 1993 | voice | Mali
    Niamh Byrne | 1996 | fiddle | Ireland
    Cian Byrne | 1994 | accordion | Ireland
    Ren Ito | 1984 | synthesizer | Japan
    """,
    )
    g.table(
        "Band",
        "Formed Fee comes_from>Country plays>Genre has_member>Artist signed_to>Label",
        """
    Glacier Choir | 2008 | 9000 | Iceland | Post-rock | Brynja Sól, Kari Dal | Northlight Records
    Sand and Strings | 1999 | 14000 | Mali | Desert Blues | Moussa Keita, Awa Traore | Sahel Sounds House
    The Byrnes | 2015 | 3500 | Ireland | Folk | Niamh Byrne, Cian Byrne | Northlight Records
    Circuit Garden | 2012 | 7000 | Japan | Techno, Jazz | Ren Ito |
    """,
    ) if 0 else None
    g.table(
        "Label",
        "Founded based_in>Country",
        """
    Northlight Records | 1994 | Iceland
    Sahel Sounds House | 2001 | Mali
    """,
    )
    g.table(
        "Band",
        "Formed Fee hails_from>Country performs>Genre has_member>Artist signed_to>Label",
        """
    Glacier Choir | 2008 | 9000 | Iceland | Post-rock | Brynja Sól, Kari Dal | Northlight Records
    Sand and Strings | 1999 | 14000 | Mali | Desert Blues | Moussa Keita, Awa Traore | Sahel Sounds House
    The Byrnes | 2015 | 3500 | Ireland | Folk | Niamh Byrne, Cian Byrne | Northlight Records
    Circuit Garden | 2012 | 7000 | Japan | Techno, Jazz | Ren Ito |
    """,
    )
    g.table(
        "Album",
        "Released Tracks recorded_by>Band issued_by>Label",
        """
    Cold Harbour Hymns | 2011 | 9 | Glacier Choir | Northlight Records
    Second Thaw | 2019 | 11 | Glacier Choir | Northlight Records
    Well of Stars | 2004 | 8 | Sand and Strings | Sahel Sounds House
    Kitchen Reels | 2018 | 14 | The Byrnes | Northlight Records
    Moss Machine | 2020 | 10 | Circuit Garden |
    """,
    )
    g.table(
        "Set",
        "Day Starts Minutes played_by>Band takes_place_on>Stage",
        """
    Set 1 | Friday | 18:00 | 60 | The Byrnes | Tea Tent
    Set 2 | Friday | 21:30 | 90 | Sand and Strings | Meadow Stage
    Set 3 | Saturday | 16:00 | 45 | The Byrnes | Lake Stage
    Set 4 | Saturday | 20:00 | 75 | Glacier Choir | Lake Stage
    Set 5 | Sunday | 23:00 | 120 | Circuit Garden | Barn
    """,
    )
    g.table(
        "Sponsor",
        "Amount sponsors>Stage",
        """
    Halden Bank | 50000 | Meadow Stage, Lake Stage
    Brook Cider | 12000 | Barn
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def slots_of(name: str) -> Ids:
        return g.into(of(name), "played_by")

    bands, slots, stages, artists, albums, countries, sponsors = (
        g.of(each) for each in ("Band", "Set", "Stage", "Artist", "Album", "Country", "Sponsor")
    )
    return [
        ("Who are the members of Glacier Choir?", "lookup", g.out(of("Glacier Choir"), "has_member")),
        ("Which band is Ren Ito in?", "inverse", {of("Circuit Garden")}),
        ("What band does Awa Traore sing in?", "inverse", {of("Sand and Strings")}),
        ("Where is Sand and Strings from?", "lookup", {of("Mali")}),
        ("Which bands come from Ireland?", "inverse", {of("The Byrnes")}),
        ("What kind of music do The Byrnes play?", "lookup", {of("Folk")}),
        ("Which bands play jazz?", "inverse", {of("Circuit Garden")}),
        ("Who plays techno?", "inverse", {of("Circuit Garden")}),
        ("What label is Glacier Choir signed to?", "lookup", {of("Northlight Records")}),
        ("Which bands are on Northlight Records?", "inverse", g.into(of("Northlight Records"), "signed_to")),
        ("Which bands have no label?", "negation", {of("Circuit Garden")}),
        ("Who recorded Well of Stars?", "lookup", {of("Sand and Strings")}),
        ("Which albums did Glacier Choir record?", "inverse", g.into(of("Glacier Choir"), "recorded_by")),
        ("What albums has Circuit Garden released?", "inverse", {of("Moss Machine")}),
        ("When did Kitchen Reels come out?", "value", ["2018"]),
        ("Which albums came out before 2015?", "filter", g.where(albums, "Released", lambda v: v < 2015)),
        ("How many tracks are on Second Thaw?", "value", ["11"]),
        ("Which album has the most tracks?", "superlative", g.top(albums, "Tracks")),
        ("What is Glacier Choir's latest album?", "superlative", {of("Second Thaw")}),
        ("What was the first album by Glacier Choir?", "superlative", {of("Cold Harbour Hymns")}),
        ("Which label issued Kitchen Reels?", "lookup", {of("Northlight Records")}),
        ("How many albums has Northlight Records issued?", "count", 3),
        ("Which stage is The Byrnes playing on?", "hops", g.out(slots_of("The Byrnes"), "takes_place_on")),
        ("Who is playing on the Lake Stage?", "hops", g.out(g.into(of("Lake Stage"), "takes_place_on"), "played_by")),
        ("Which bands play on Saturday?", "hops", g.out(g.where(slots, "Day", lambda v: v == "Saturday"), "played_by")),
        ("What day is Circuit Garden on?", "hops", ["Sunday"]),
        ("At what time does Set 2 start?", "value", ["21:30"]),
        ("How long is Set 4?", "value", ["75"]),
        ("Which is the longest set?", "superlative", g.top(slots, "Minutes")),
        ("How many sets are there on Friday?", "count", 2),
        ("Which bands play more than once?", "group", {of("The Byrnes")}),
        ("Which bands play on Friday and Saturday?", "and", {of("The Byrnes")}),
        ("How long does Sand and Strings play for?", "hops", ["90"]),
        ("Which stages are covered?", "filter", g.where(stages, "Covered", bool)),
        ("Is the Barn covered?", "yes-no", True),
        ("How many people fit into the Tea Tent?", "value", ["300"]),
        ("What is the biggest stage?", "superlative", g.top(stages, "Capacity")),
        ("Who sponsors the Barn?", "inverse", {of("Brook Cider")}),
        ("Which stages does Halden Bank sponsor?", "lookup", g.out(of("Halden Bank"), "sponsors")),
        ("Which stage has no sponsor?", "negation", stages - g.out(sponsors, "sponsors")),
        ("How much does Brook Cider give?", "value", ["12000"]),
        ("Which band costs the most?", "superlative", g.top(bands, "Fee")),
        ("What is the fee of Circuit Garden?", "value", ["7000"]),
        ("Which bands cost less than 8000?", "filter", g.where(bands, "Fee", lambda v: v < 8000)),
        ("What do all the bands cost together?", "sum", 33500),
        ("When was Sand and Strings formed?", "value", ["1999"]),
        ("Which band is the youngest?", "superlative", g.top(bands, "Formed")),
        ("What instrument does Brynja Sol play?", "value", ["cello"]),
        ("Who plays the fiddle?", "filter", g.where(artists, "Instrument", lambda v: v == "fiddle")),
        ("Which artists were born in the 1990s?", "filter", g.where(artists, "Born", lambda v: 1990 <= v < 2000)),
        ("Who is the oldest artist?", "superlative", g.top(artists, "Born", min)),
        ("Who is the drummer of Glacier Choir?", "and", {of("Kari Dal")}),
        ("Which country is Moussa Keita from?", "lookup", {of("Mali")}),
        ("Which countries have no bands?", "negation", countries - g.out(bands, "hails_from")),
        ("How many members does each band have?", "group", bands),
        (
            "Which genres are performed at the Barn?",
            "hops",
            g.out(g.out(g.into(of("Barn"), "takes_place_on"), "played_by"), "performs"),
        ),
        ("Which band plays both jazz and techno?", "and", {of("Circuit Garden")}),
        ("Who plays on Friday but not on Saturday?", "not", {of("Sand and Strings")}),
        ("Where is Northlight Records based?", "lookup", {of("Iceland")}),
        ("Which label is older, Northlight Records or Sahel Sounds House?", "compare", {of("Northlight Records")}),
        ("Are Niamh Byrne and Cian Byrne in the same band?", "yes-no", True),
        (
            "Which artists are in bands that are signed to Northlight Records?",
            "hops",
            g.out(g.into(of("Northlight Records"), "signed_to"), "has_member"),
        ),
        ("What is the last set on Saturday?", "superlative", {of("Set 4")}),
        ("How much is a ticket?", "absent", None),
        ("Who is the manager of Glacier Choir?", "absent", None),
        ("Which stage has toilets?", "absent", None),
        ("What is the lead single of Second Thaw?", "absent", None),
        ("When does Radio Silence play?", "absent", None),
        ("Which bands won a Grammy?", "absent", None),
    ]
