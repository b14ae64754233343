"""A music streaming service: artists, albums, tracks, playlists, users, labels, genres, plays."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Question, extreme, mean


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.table(
        "Label",
        "country foundedYear annualBudgetEur ownedBy>Label",
        """
    Tidewheel Records | Ireland | 1994 | 2400000 |
    Copper Lantern | Germany | 2008 | 650000 | Tidewheel Records
    Ninth Street Sound | United States | 1987 | 5100000 |
    Glasshaus | Germany | 2016 | | Ninth Street Sound
    Papaya Moon | Brazil | 2011 | 380000 |
    """,
    )
    g.table(
        "Genre",
        "mood",
        """
    Indie Folk | mellow
    Dream Pop | mellow
    Synthpop | upbeat
    Samba Jazz | upbeat
    Post-Rock | brooding
    Hip-Hop | energetic
    Ambient | calm
    """,
    )
    g.table(
        "Artist",
        "homeCity formedYear monthlyListeners verified signedTo[signedYear;royaltyPct]>Label hasGenre>Genre influencedBy>Artist",
        """
    Velvet Orchard | Cork | 2009 | 845000 | true | Tidewheel Records [2011;18] | Indie Folk, Dream Pop |
    Nora Quill | Galway | 2014 | 312000 | true | Copper Lantern [2016;15] | Indie Folk | Velvet Orchard
    Kassette Nord | Berlin | 2012 | 1260000 | true | Glasshaus [2017;20] | Synthpop |
    Mira Solano | Recife | 2010 | 690000 | true | Papaya Moon [2012;22] | Samba Jazz |
    Bloco Ferrugem | Salvador | 2016 | 154000 | false | Papaya Moon [2018;16] | Samba Jazz, Hip-Hop | Mira Solano
    Static Harbour | Leipzig | 2005 | 228000 | false | Copper Lantern [2009;14] | Post-Rock, Ambient |
    DJ Halftone | Atlanta | 2013 | 2150000 | true | Ninth Street Sound [2015;24] | Hip-Hop |
    Ghost Ferry | Berlin | 2018 | 97000 | false | Glasshaus [2019;12] | Ambient, Dream Pop | Static Harbour, Velvet Orchard
    Penny Arcane | Chicago | 2019 | 403000 | true | Ninth Street Sound [2020;17] | Synthpop, Hip-Hop | Kassette Nord, DJ Halftone
    Tall Pines | Cork | 2021 | | false | | Indie Folk | Nora Quill
    """,
    )
    g.table(
        "Album",
        "releaseDate format priceEur albumBy>Artist",
        """
    Salt and Honey | 2012-05-18 | LP | 9.99 | Velvet Orchard
    Lanterns Out West | 2018-10-05 | LP | 11.99 | Velvet Orchard
    Letters to the Tide | 2017-03-24 | LP | 9.49 | Nora Quill
    Small Hours | 2022-02-11 | EP | 4.99 | Nora Quill
    Neon Kanal | 2019-06-14 | LP | 10.99 | Kassette Nord
    Blitz Hotel | 2023-09-01 | LP | 12.99 | Kassette Nord
    Casa de Vento | 2015-08-21 | LP | 8.99 | Mira Solano
    Live in Olinda | 2020-11-27 | live | 7.49 | Mira Solano
    Carnaval Rust | 2021-02-05 | LP | 8.49 | Bloco Ferrugem
    The Long Pier | 2010-04-16 | LP | | Static Harbour
    Concrete Weather | 2016-07-08 | LP | 13.49 | DJ Halftone
    Night Shift Tapes | 2024-01-19 | EP | 5.49 | DJ Halftone
    Fog Signals | 2021-10-22 | LP | 6.99 | Ghost Ferry
    Pixel Saints | 2022-06-17 | LP | 10.49 | Penny Arcane
    Barn Sessions | 2023-04-28 | EP | 4.49 | Tall Pines
    """,
    )
    g.table(
        "Track",
        "durationSec bpm explicit onAlbum>Album featuring>Artist",
        """
    Bramble Road | 214 | 96 | false | Salt and Honey |
    Honeycomb | 187 | 104 | false | Salt and Honey |
    Westering | 245 | 88 | false | Lanterns Out West | Nora Quill
    Campfire Static | 203 | 112 | false | Lanterns Out West |
    Dear Undertow | 231 | 78 | false | Letters to the Tide |
    Postmarked | 176 | 92 | false | Letters to the Tide |
    Kettle Song | 158 | 84 | false | Small Hours |
    Kanalfahrt | 222 | 120 | false | Neon Kanal |
    Gelbes Licht | 198 | 124 | false | Neon Kanal |
    Lobby Lights | 209 | 128 | true | Blitz Hotel | Penny Arcane
    Checkout Time | 191 | 126 | false | Blitz Hotel |
    Vento Leste | 268 | 132 | false | Casa de Vento |
    Maracuja | 205 | 118 | false | Casa de Vento |
    Rua do Sol | 341 | 127 | false | Live in Olinda | Bloco Ferrugem
    Tin Parade | 184 | 140 | true | Carnaval Rust |
    Lata Velha | 196 | 136 | true | Carnaval Rust | Mira Solano
    Breakwater | 512 | | false | The Long Pier |
    Groyne | 437 | 70 | false | The Long Pier |
    Overpass | 193 | 90 | true | Concrete Weather |
    Cinderblock | 178 | 94 | true | Concrete Weather |
    Vending Machine | 166 | 86 | true | Night Shift Tapes | Penny Arcane
    Last Bus | 172 | 98 | false | Night Shift Tapes |
    Foghorn Lullaby | 388 | 60 | false | Fog Signals |
    Channel Light | 356 | | false | Fog Signals |
    Arcade Halo | 201 | 130 | false | Pixel Saints |
    Coin Slot | 189 | 138 | true | Pixel Saints | DJ Halftone
    Hayloft | 219 | 100 | false | Barn Sessions |
    """,
    )
    g.table(
        "User",
        "country plan joinedOn birthYear follows>User fanOf>Artist played[playCount;lastPlayed]>Track",
        """
    Amelie Brandt | Germany | premium | 2018-03-09 | 1991 | Jonas Keller, Tess Moran | Kassette Nord, Ghost Ferry | Kanalfahrt [84;2024-05-30], Lobby Lights [51;2024-06-02], Foghorn Lullaby [12;2023-11-14], Coin Slot [3;2023-07-09]
    Jonas Keller | Germany | family | 2016-11-21 | 1984 | Amelie Brandt | Static Harbour, Ghost Ferry | Breakwater [67;2024-06-08], Groyne [40;2024-02-17], Channel Light [29;2024-04-01]
    Tess Moran | Ireland | premium | 2019-01-15 | 1998 | Owen Lake | Velvet Orchard, Nora Quill, Tall Pines | Bramble Road [120;2024-06-10], Westering [73;2024-05-19], Hayloft [58;2024-06-09], Kettle Song [31;2024-01-05]
    Caio Bastos | Brazil | free | 2020-08-02 | 2001 | Sofia Duarte | Mira Solano, Bloco Ferrugem | Rua do Sol [46;2024-06-05], Tin Parade [92;2024-06-07], Overpass [8;2023-12-24]
    Rhea Patel | United Kingdom | premium | 2021-05-27 | 1995 | Tess Moran, Milo Grant, Amelie Brandt | Penny Arcane, Velvet Orchard | Arcade Halo [64;2024-06-01], Lobby Lights [22;2024-03-13], Honeycomb [17;2023-10-30]
    Owen Lake | Ireland | free | 2022-09-30 | | Tess Moran | Nora Quill | Dear Undertow [25;2024-05-11], Hayloft [9;2024-02-28]
    Sofia Duarte | Portugal | family | 2017-06-18 | 1979 | Caio Bastos | Mira Solano | Maracuja [110;2024-06-03], Vento Leste [55;2024-04-22], Lata Velha [14;2023-09-16]
    Milo Grant | United States | premium | 2015-02-12 | 1988 | | DJ Halftone, Penny Arcane | Overpass [135;2024-06-11], Vending Machine [48;2024-06-06], Coin Slot [37;2024-05-25], Last Bus [19;2024-03-02]
    Hana Ito | Japan | free | 2023-12-04 | 2004 | Rhea Patel, Milo Grant | | Arcade Halo [33;2024-06-04], Kanalfahrt [16;2024-05-07]
    """,
    )
    g.table(
        "Playlist",
        "isPublic createdOn followerCount madeBy>User includes[addedOn]>Track",
        """
    Rainy Kitchen | true | 2021-10-03 | 1340 | Tess Moran | Bramble Road [2021-10-03], Kettle Song [2022-02-12], Foghorn Lullaby [2022-01-08], Hayloft [2023-05-01]
    Night Drive A9 | true | 2019-07-20 | 5820 | Amelie Brandt | Kanalfahrt [2019-07-20], Gelbes Licht [2019-07-20], Lobby Lights [2023-09-03], Overpass [2020-04-11]
    Deep Focus Fog | true | 2022-01-11 | 2275 | Jonas Keller | Breakwater [2022-01-11], Groyne [2022-01-11], Channel Light [2022-03-19], Foghorn Lullaby [2022-01-11]
    Churrasco | false | 2021-12-18 | 12 | Caio Bastos | Rua do Sol [2021-12-18], Tin Parade [2021-12-18], Maracuja [2022-07-07]
    Gym Loud | true | 2020-01-02 | 9410 | Milo Grant | Overpass [2020-01-02], Cinderblock [2020-01-02], Coin Slot [2022-06-20], Vending Machine [2024-01-20], Tin Parade [2021-03-14]
    Slow Sundays | false | 2023-03-26 | 4 | Rhea Patel | Honeycomb [2023-03-26], Dear Undertow [2023-03-26]
    Late Bus Home | true | 2024-02-15 | 310 | Milo Grant | Last Bus [2024-02-15], Arcade Halo [2024-02-16], Checkout Time [2024-03-01]
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""
    L, _N, A, B, T, U, P = (g.of(t) for t in ("Label", "Genre", "Artist", "Album", "Track", "User", "Playlist"))

    k, v, said = g.key, g.told, g.edge_told

    w = g.where
    o = g.out
    i = g.into
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def plays(s=None, t=None):
        return {e: d for e, d in g.said.items() if e[1] == "played" and s in (None, e[0]) and t in (None, e[2])}

    def songs(x):
        return i(x, "albumBy", "onAlbum")

    # look-ups and what is on the other side
    a("who made Neon Kanal?", "lookup", o(k("Neon Kanal"), "albumBy"))
    a("What albums does Velvet Orchard have out?", "inverse", i(k("Velvet Orchard"), "albumBy"))
    a("Which album is Kettle Song from?", "lookup", o(k("Kettle Song"), "onAlbum"))
    a("what songs are on Carnaval Rust", "inverse", i(k("Carnaval Rust"), "onAlbum"))
    a("What label is Mira Solano with?", "lookup", o(k("Mira Solano"), "signedTo"))
    a("Who's on the Copper Lantern roster?", "inverse", i(k("Copper Lantern"), "signedTo"))
    a("What kind of music does Static Harbour play?", "lookup", o(k("Static Harbour"), "hasGenre"))
    a("Who here does hip-hop?", "inverse", i(k("Hip-Hop"), "hasGenre"))
    a("Who guests on Westering?", "lookup", o(k("Westering"), "featuring"))
    a("Which songs has Penny Arcane been a guest on?", "inverse", i(k("Penny Arcane"), "featuring"))
    a("Who put together the Deep Focus Fog playlist?", "lookup", o(k("Deep Focus Fog"), "madeBy"))
    a("Which playlists are Milo Grant's?", "inverse", i(k("Milo Grant"), "madeBy"))
    a("What's in Rainy Kitchen?", "lookup", o(k("Rainy Kitchen"), "includes"))
    a("Which playlists is Foghorn Lullaby on?", "inverse", i(k("Foghorn Lullaby"), "includes"))
    a("Who inspired Ghost Ferry?", "lookup", o(k("Ghost Ferry"), "influencedBy"))
    a("Which labels does Ninth Street Sound own?", "inverse", i(k("Ninth Street Sound"), "ownedBy"))
    a("Which users follow Tess Moran?", "inverse", i(k("Tess Moran"), "follows"))
    a("Who are Velvet Orchard's fans?", "inverse", i(k("Velvet Orchard"), "fanOf"))
    # values
    a("When did Blitz Hotel come out?", "value", v("Blitz Hotel", "releaseDate"))
    a("where is Kassette Nord from?", "value", v("Kassette Nord", "homeCity"))
    a("How long is Breakwater, in seconds?", "value", v("Breakwater", "durationSec"))
    a("Monthly listeners for Nora Quill?", "value", v("Nora Quill", "monthlyListeners"))
    a(
        "what's cheaper, Pixel Saints or Neon Kanal?",
        "compare",
        g.top({k("Pixel Saints"), k("Neon Kanal")}, "priceEur", min),
    )
    a("what plan is Sofia Duarte on?", "value", v("Sofia Duarte", "plan"))
    a("What's the tempo of Coin Slot?", "value", v("Coin Slot", "bpm"))
    a("How many followers does Gym Loud have?", "value", v("Gym Loud", "followerCount"))
    a("Who's our newest user?", "superlative", g.top(U, "joinedOn"))
    a("how many songs are there on Gym Loud?", "count", len(o(k("Gym Loud"), "includes")))
    # on the edge
    a(
        "How many times has Amelie Brandt listened to Kanalfahrt?",
        "edge",
        said("Amelie Brandt", "played", "Kanalfahrt", "playCount"),
    )
    a("When did Jonas Keller last put on Groyne?", "edge", said("Jonas Keller", "played", "Groyne", "lastPlayed"))
    a(
        "What cut does Mira Solano get from Papaya Moon?",
        "edge",
        said("Mira Solano", "signedTo", "Papaya Moon", "royaltyPct"),
    )
    a(
        "What got added to Rainy Kitchen in 2022?",
        "edge",
        {
            e[2]
            for e, d in g.said.items()
            if e[0] == k("Rainy Kitchen") and e[1] == "includes" and d["addedOn"].startswith("2022")
        },
    )
    a(
        "When was Lobby Lights added to Night Drive A9?",
        "edge",
        said("Night Drive A9", "includes", "Lobby Lights", "addedOn"),
    )
    a(
        "Which songs has Milo Grant played more than 40 times?",
        "edge",
        {e[2] for e, d in plays(s=k("Milo Grant")).items() if d["playCount"] > 40},
    )
    a(
        "Which artists signed their deal after 2016?",
        "edge",
        {e[0] for e, d in g.said.items() if e[1] == "signedTo" and d["signedYear"] > 2016},
    )
    a(
        "What's the song Tess Moran plays the most?",
        "edge",
        {e[2] for e in extreme({e: d["playCount"] for e, d in plays(s=k("Tess Moran")).items()}, max)},
    )
    a(
        "How many plays does Overpass have altogether?",
        "sum",
        sum(d["playCount"] for d in plays(t=k("Overpass")).values()),
    )
    # chains
    a("Whose song is Hayloft?", "hops", o(k("Hayloft"), "onAlbum", "albumBy"))
    a("Give me all of Velvet Orchard's songs", "hops", songs(k("Velvet Orchard")))
    a("Which label put out Letters to the Tide?", "hops", o(k("Letters to the Tide"), "albumBy", "signedTo"))
    a("Which albums have come from artists on Glasshaus?", "hops", i(k("Glasshaus"), "signedTo", "albumBy"))
    a(
        "Which artists can I hear on Night Drive A9? Main artists only, no guests.",
        "hops",
        o(k("Night Drive A9"), "includes", "onAlbum", "albumBy"),
    )
    a("What genres does Papaya Moon cover with its artists?", "hops", o(i(k("Papaya Moon"), "signedTo"), "hasGenre"))
    a("Who listens to songs from Pixel Saints?", "hops", i(i(k("Pixel Saints"), "onAlbum"), "played"))
    a("What playlists have the people Rhea Patel follows made?", "hops", i(o(k("Rhea Patel"), "follows"), "madeBy"))
    # filters, dates
    a("Which albums came out in 2021?", "filter", w(B, "releaseDate", lambda d: d.startswith("2021")))
    a("any albums from before 2013?", "filter", w(B, "releaseDate", lambda d: d < "2013"))
    a("What's been released since June 2022?", "filter", w(B, "releaseDate", lambda d: d >= "2022-06"))
    a("Which songs are over 5 minutes?", "filter", w(T, "durationSec", lambda s: s > 300))
    a(
        "I'm after EPs under 5 euros, which ones are there?",
        "filter",
        w(B, "format", lambda f: f == "EP") & w(B, "priceEur", lambda p: p < 5),
    )
    a(
        "What royalty percentage do we pay on average across the Papaya Moon deals?",
        "average",
        mean([d["royaltyPct"] for e, d in g.said.items() if e[1] == "signedTo" and e[2] == k("Papaya Moon")]),
    )
    a(
        "Which premium users live in Ireland?",
        "filter",
        w(U, "plan", lambda p: p == "premium") & w(U, "country", lambda c: c == "Ireland"),
    )
    a(
        "Which of Kassette Nord's songs are explicit?",
        "filter",
        songs(k("Kassette Nord")) & w(T, "explicit", lambda b: b),
    )
    a(
        "Who's a fan of both Kassette Nord and Ghost Ferry?",
        "and",
        i(k("Kassette Nord"), "fanOf") & i(k("Ghost Ferry"), "fanOf"),
    )
    a(
        "Which artists play samba jazz or post-rock?",
        "or",
        i(k("Samba Jazz"), "hasGenre") | i(k("Post-Rock"), "hasGenre"),
    )
    # negation
    a("Which artist doesn't have a label?", "negation", A - i(L, "signedTo"))
    a("Which songs aren't on any playlist?", "negation", T - o(P, "includes"))
    a("Which users have never made a playlist?", "negation", U - o(P, "madeBy"))
    # counts, groups, sums, averages
    a("How many people are on the free plan?", "count", len(w(U, "plan", lambda p: p == "free")))
    a("Could you break down how many artists each label has?", "group", o(A, "signedTo"))
    a("Which artists have at least two records out?", "group", {x for x in A if len(i(x, "albumBy")) > 1})
    a(
        "What's the average price of our EPs?",
        "average",
        round(mean(g.values(w(B, "format", lambda f: f == "EP"), "priceEur")), 6),
    )
    a(
        "total monthly listeners for the two Glasshaus acts, please",
        "sum",
        sum(g.values(i(k("Glasshaus"), "signedTo"), "monthlyListeners")),
    )
    # superlatives, comparisons, yes-no, the same as
    a("Who's our biggest artist by monthly listeners?", "superlative", g.top(A, "monthlyListeners"))
    a("What's the fastest song you have?", "superlative", g.top(T, "bpm"))
    a("Which playlist has the most songs?", "superlative", g.most(P, lambda x: o(x, "includes")))
    a(
        "who's been around longer, Static Harbour or Velvet Orchard?",
        "compare",
        g.top({k("Static Harbour"), k("Velvet Orchard")}, "formedYear", min),
    )
    a("Is Ghost Ferry verified?", "yes-no", g.value(k("Ghost Ferry"), "verified"))
    a("Has Owen Lake ever played Hayloft?", "yes-no", k("Hayloft") in o(k("Owen Lake"), "played"))
    a(
        "Which other artists are from the same town as Tall Pines?",
        "share",
        w(A, "homeCity", lambda c: c == "Cork") - {k("Tall Pines")},
    )
    # what the graph cannot tell
    a("Where is Kassette Nord touring next?", "absent", None)
    a("Who produced Concrete Weather?", "absent", None)
    a("What are the lyrics of Dear Undertow?", "absent", None)
    a("How often was Arcade Halo skipped?", "absent", None)
    a("Which songs has Caio Bastos downloaded for offline?", "absent", None)
    a("Has Mira Solano won any awards?", "absent", None)
    a("What does the family plan cost per month?", "absent", None)
    a("Who plays drums in Velvet Orchard?", "absent", None)
    return q
