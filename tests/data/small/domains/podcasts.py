"""A podcast network: shows, episodes, people, sponsors, topics, studios and reviews, named as in an RDF export."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def build():
    g = Graph()
    g.table(
        "Studio",
        "st.city st.rate_usd st.video st.mics",
        """
    Loft Nine | Leeds | 65 | true | 6
    Cellar Room | Bristol | 40 | false | 3
    Dockside Booth | Hull | 30 | false | 2
    Tanner Street | London | 120 | true | 8
    """,
    )
    g.plain(
        "Topic",
        "cold cases, sourdough, grass courts, tax havens, hauntings, startups, exoplanets, shipwrecks, fermentation, grief, smuggling",
    )
    g.table(
        "Person",
        "p.born p.city p.email",
        """
    Delphine Arko | 1984 | Leeds | delphine@quarrycast.example
    Wes Tannahill | 1979 | Hull | wes@quarrycast.example
    Mina Castellane | 1990 | Bristol | mina@quarrycast.example
    Joss Ferreby | 1987 | Leeds | joss@quarrycast.example
    Ottilie Brandt | 1972 | London | ottilie@quarrycast.example
    Raj Sundaresan | 1994 | London | raj@quarrycast.example
    Kerry-Ann Boyle | 1981 | Bristol |
    Lars Vindheim | 1968 | Hull | lars@quarrycast.example
    Bex Underhill | 1991 | Leeds | bex@quarrycast.example
    Tunde Lawani | 1986 | London | tunde@quarrycast.example
    Petra Vossen | 1976 | Bristol | petra@quarrycast.example
    Ines Calloway | 1965 | York |
    Hollis Graft | 1983 | London |
    Yusuf Demirkan | 1958 | Leeds | y.demirkan@post.example
    Carmen Ibarra-Webb | 1992 | Bristol | carmen@post.example
    Niall Corriston | 1977 | Dublin |
    Sunniva Dahlberg | 1989 | Bergen | sunniva@post.example
    Marlon Tatchell | | London |
    Fumiko Arase | 1970 | Kyoto | arase@post.example
    """,
    )
    g.table(
        "Show",
        "show.genre show.launched show.freq show.subs show.explicit show.cpm_usd show.host>Person show.prod>Person show.base>Studio show.spun>Show",
        """
    Night Ferry | true crime | 2019-05-06 | weekly | 84200 | true | 28.5 | Delphine Arko, Wes Tannahill | Bex Underhill | Loft Nine |
    Crumb Trail | food | 2020-11-16 | fortnightly | 31500 | false | 19 | Mina Castellane | Petra Vossen | Cellar Room |
    Second Serve | sport | 2018-02-12 | weekly | 56700 | false | 24 | Joss Ferreby, Kerry-Ann Boyle | Tunde Lawani | Loft Nine |
    Moth Hour | fiction | 2021-10-31 | monthly | 18900 | true | 15.5 | Ottilie Brandt | Bex Underhill | Tanner Street |
    Ledger Lines | business | 2017-09-04 | weekly | 102400 | false | 33 | Raj Sundaresan | Tunde Lawani | Tanner Street |
    Small Orbits | science | 2022-03-21 | fortnightly | 40300 | false | 22 | Kerry-Ann Boyle | Petra Vossen | Cellar Room |
    Harbour Lights | history | 2023-06-01 | monthly | 9700 | false | | Lars Vindheim, Wes Tannahill | Bex Underhill | Dockside Booth | Night Ferry
    Crumbs After Dark | food | 2023-01-20 | monthly | 12600 | true | 17 | Mina Castellane, Ottilie Brandt | Petra Vossen | Cellar Room | Crumb Trail
    """,
    )
    g.table(
        "Sponsor",
        "sp.industry sp.hq sp.budget_usd sp.since sp.rival>Sponsor",
        """
    Dunloe Mattress | bedding | Leeds | 45000 | 2019 | Featherby Sleep
    Featherby Sleep | bedding | Manchester | 38000 | 2021 |
    Kettleworth Coffee | drinks | Bristol | 22000 | 2020 |
    Plinth Payroll | software | London | 90000 | 2018 | Tallyhouse
    Tallyhouse | software | Dublin | 61000 | 2022 |
    Orrin Razors | grooming | London | 27500 | 2021 |
    Mossbox Meals | meal kits | Bristol | 33000 | 2020 |
    Gullwing Insurance | insurance | Hull | | 2024 |
    """,
    )
    g.table(
        "Episode",
        "ep.no ep.aired ep.mins ep.plays ep.in>Show ep.guest>Person ep.on>Topic ep.rec>Studio ep.ad[fee_usd;slot]>Sponsor",
        """
    The Pier at Two | 41 | 2023-02-06 | 52 | 71200 | Night Ferry | Hollis Graft | cold cases | Loft Nine | Dunloe Mattress [1800;pre-roll], Orrin Razors [1400;mid-roll]
    Nobody's Lighthouse | 48 | 2023-05-15 | 61 | 79800 | Night Ferry | Ines Calloway | cold cases, hauntings | Loft Nine | Dunloe Mattress [1900;mid-roll]
    The Vanished Purser | 60 | 2023-11-20 | 58 | 83500 | Night Ferry | Ines Calloway, Yusuf Demirkan | cold cases, shipwrecks | Tanner Street | Plinth Payroll [2300;pre-roll]
    Cold Tea | 72 | 2024-03-11 | 47 | 68900 | Night Ferry | | cold cases | Loft Nine | Orrin Razors [1500;mid-roll]
    Starter Trouble | 12 | 2023-01-09 | 34 | 22400 | Crumb Trail | Carmen Ibarra-Webb | sourdough, fermentation | Cellar Room | Kettleworth Coffee [600;pre-roll]
    Brine Time | 19 | 2023-06-19 | 38 | 25100 | Crumb Trail | Carmen Ibarra-Webb, Fumiko Arase | fermentation | Cellar Room | Mossbox Meals [750;mid-roll], Kettleworth Coffee [620;post-roll]
    Loaf of a Lifetime | 33 | 2024-02-05 | 41 | 28700 | Crumb Trail | Joss Ferreby | sourdough | Cellar Room | Mossbox Meals [800;pre-roll]
    Grass Stains | 88 | 2023-06-26 | 44 | 49900 | Second Serve | Niall Corriston | grass courts | Loft Nine | Orrin Razors [1100;pre-roll]
    The Long Rally | 97 | 2023-09-04 | 55 | 53400 | Second Serve | Sunniva Dahlberg | grass courts, grief | Loft Nine | Mossbox Meals [1050;mid-roll]
    Tie-Break Terror | 110 | 2024-01-15 | 39 | 46100 | Second Serve | | grass courts | Loft Nine |
    The Wallpaper | 15 | 2023-03-31 | 29 | 15800 | Moth Hour | Delphine Arko | hauntings | Tanner Street | Dunloe Mattress [500;post-roll]
    What Gran Left | 24 | 2023-12-22 | 33 | 17300 | Moth Hour | Marlon Tatchell | grief, hauntings | Tanner Street | Featherby Sleep [550;pre-roll]
    Islands of Money | 140 | 2023-04-17 | 49 | 95600 | Ledger Lines | Hollis Graft, Niall Corriston | tax havens | Tanner Street | Plinth Payroll [3100;pre-roll], Kettleworth Coffee [1700;mid-roll]
    Garage to Nowhere | 155 | 2023-08-14 | 51 | 99700 | Ledger Lines | Yusuf Demirkan | startups | Tanner Street | Tallyhouse [2900;mid-roll]
    The Bakery Bubble | 166 | 2024-02-19 | 46 | 97300 | Ledger Lines | Mina Castellane | startups, sourdough | Cellar Room | Plinth Payroll [3200;mid-roll]
    Smugglers' Ledger | 171 | 2024-05-06 | 63 | 101200 | Ledger Lines | Lars Vindheim | smuggling, tax havens | Dockside Booth | Plinth Payroll [3300;pre-roll], Tallyhouse [2750;post-roll]
    Hot Jupiters | 9 | 2023-02-20 | 36 | 31900 | Small Orbits | Fumiko Arase | exoplanets | Cellar Room | Kettleworth Coffee [700;pre-roll]
    A Wobble in the Light | 21 | 2023-10-02 | 42 | 36400 | Small Orbits | Sunniva Dahlberg | exoplanets | Loft Nine | Featherby Sleep [850;mid-roll]
    Wreck of the Marigold | 3 | 2023-08-03 | 57 | 8100 | Harbour Lights | Ines Calloway | shipwrecks | Dockside Booth |
    Lanterns and Lies | 8 | 2024-04-04 | 54 | 9300 | Harbour Lights | | shipwrecks, smuggling | Dockside Booth | Gullwing Insurance [300;pre-roll]
    Midnight Kimchi | 2 | 2023-02-17 | 26 | 9900 | Crumbs After Dark | Fumiko Arase | fermentation | Cellar Room | Mossbox Meals [400;pre-roll]
    Funeral Cake | 14 | 2024-01-26 | 31 | 11800 | Crumbs After Dark | | grief, sourdough | Cellar Room | Kettleworth Coffee [450;mid-roll]
    """,
    )
    g.table(
        "Review",
        "rev.stars rev.posted rev.by rev.app rev.of>Show",
        """
    R-01 | 5 | 2023-03-02 | tidewatcher88 | PodNest | Night Ferry
    R-02 | 2 | 2023-06-11 | gruffalump | Earshot | Night Ferry
    R-03 | 4 | 2023-12-04 | marl_and_clay | PodNest | Night Ferry
    R-04 | 5 | 2023-01-30 | breadhead | Earshot | Crumb Trail
    R-05 | 4 | 2024-02-08 | tidewatcher88 | PodNest | Crumb Trail
    R-06 | 3 | 2023-07-01 | netcord | Earshot | Second Serve
    R-07 | 1 | 2024-01-18 | gruffalump | PodNest | Second Serve
    R-08 | 5 | 2023-04-20 | ledgerdomain | PodNest | Ledger Lines
    R-09 | 4 | 2024-05-09 | breadhead | PodNest | Ledger Lines
    R-10 | 5 | 2023-10-10 | skylark_jo | Earshot | Small Orbits
    R-11 | 3 | 2024-01-02 | marl_and_clay | Earshot | Moth Hour
    R-12 | 4 | 2023-08-15 | tidewatcher88 | PodNest | Harbour Lights
    """,
    )
    return g


def ask(g):
    S, E, P, N, D, _T, V = (g.of(t) for t in ("Show", "Episode", "Person", "Sponsor", "Studio", "Topic", "Review"))
    k = g.key
    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def into(n, *r):
        return g.into(k(n), *r)

    def out(n, *r):
        return g.out(k(n), *r)

    def is_(x):
        return lambda v: v == x

    def fees(n):
        return [v["fee_usd"] for e, v in g.said.items() if e[1] == "ep.ad" and e[2] == k(n)]

    hosts = g.out(S, "show.host")
    guests = g.out(E, "ep.guest")
    # look-ups and inverse
    a("who's the voice of Ledger Lines?", "lookup", out("Ledger Lines", "show.host"))
    a("Which shows does Mina Castellane present?", "inverse", into("Mina Castellane", "show.host"))
    a("who produces Moth Hour again?", "lookup", out("Moth Hour", "show.prod"))
    a("what's Bex Underhill producing for us?", "inverse", into("Bex Underhill", "show.prod"))
    a("Where do the Second Serve lot normally work out of?", "lookup", out("Second Serve", "show.base"))
    a("which shows call the Cellar Room home?", "inverse", into("Cellar Room", "show.base"))
    a("Harbour Lights is a spin-off of what?", "lookup", out("Harbour Lights", "show.spun"))
    a("did anything get spun off from Crumb Trail, and if so what?", "inverse", into("Crumb Trail", "show.spun"))
    a("Who came on for Islands of Money?", "lookup", out("Islands of Money", "ep.guest"))
    a("what episodes have had Fumiko Arase on?", "inverse", into("Fumiko Arase", "ep.guest"))
    a("Which show was Garage to Nowhere an episode of?", "lookup", out("Garage to Nowhere", "ep.in"))
    a("give me all the Small Orbits episodes", "inverse", into("Small Orbits", "ep.in"))
    a("What's Lanterns and Lies about, topic-wise?", "lookup", out("Lanterns and Lies", "ep.on"))
    a("anything we've done on fermentation?", "inverse", into("fermentation", "ep.on"))
    a("Where did they tape The Vanished Purser?", "lookup", out("The Vanished Purser", "ep.rec"))
    a("what got recorded down at the Dockside Booth?", "inverse", into("Dockside Booth", "ep.rec"))
    a("Who bought ads on Brine Time?", "lookup", out("Brine Time", "ep.ad"))
    a("which episodes has Tallyhouse advertised on?", "inverse", into("Tallyhouse", "ep.ad"))
    a("who's Plinth Payroll up against?", "lookup", out("Plinth Payroll", "sp.rival"))
    # values
    a("How many subscribers has Night Ferry got?", "value", g.told("Night Ferry", "show.subs"))
    a("how often does Small Orbits come out?", "value", g.told("Small Orbits", "show.freq"))
    a("What's the CPM on Second Serve?", "value", g.told("Second Serve", "show.cpm_usd"))
    a("how long does Smugglers' Ledger run?", "value", g.told("Smugglers' Ledger", "ep.mins"))
    a("when did Cold Tea go out?", "value", g.told("Cold Tea", "ep.aired"))
    a("What would an hour at Tanner Street set me back?", "value", g.told("Tanner Street", "st.rate_usd"))
    a("Kettleworth Coffee's budget?", "value", g.told("Kettleworth Coffee", "sp.budget_usd"))
    a("what line of business are Orrin Razors in?", "value", g.told("Orrin Razors", "sp.industry"))
    a("what's a good email for Tunde Lawani?", "value", g.told("Tunde Lawani", "p.email"))
    a("How many stars did R-07 give?", "value", g.told("R-07", "rev.stars"))
    # edge
    a(
        "how much did Tallyhouse pay for their spot on Garage to Nowhere?",
        "edge",
        g.edge_told("Garage to Nowhere", "ep.ad", "Tallyhouse", "fee_usd"),
    )
    a(
        "where in Cold Tea did the Orrin Razors ad sit - pre, mid or post?",
        "edge",
        g.edge_told("Cold Tea", "ep.ad", "Orrin Razors", "slot"),
    )
    a(
        "Which episodes had Plinth Payroll as a pre-roll?",
        "edge",
        g.tails("ep.ad", lambda v: v["slot"] == "pre-roll", "Plinth Payroll"),
    )
    a(
        "which advertisers have ever taken a post-roll?",
        "edge",
        {e[2] for e, v in g.said.items() if e[1] == "ep.ad" and v["slot"] == "post-roll"},
    )
    # counts, sums, averages, groups, superlatives
    a("How many episodes had no guest?", "count", len(E - g.into(P, "ep.guest")))
    a(
        "how many people has Night Ferry had on as guests?",
        "count",
        len(g.out(into("Night Ferry", "ep.in"), "ep.guest")),
    )
    a("What has Plinth Payroll spent on ads with us all in?", "sum", sum(fees("Plinth Payroll")))
    a("total plays across the Ledger Lines episodes?", "sum", sum(g.values(into("Ledger Lines", "ep.in"), "ep.plays")))
    a(
        "How long is a Night Ferry episode on average?",
        "average",
        mean(g.values(into("Night Ferry", "ep.in"), "ep.mins")),
    )
    a("How many episodes are there per show?", "group", g.out(E, "ep.in"))
    a("how many reviews did each show pick up?", "group", g.out(V, "rev.of"))
    a("Which show's got the biggest following?", "superlative", g.top(S, "show.subs"))
    a("our longest episode ever?", "superlative", g.top(E, "ep.mins"))
    a("what's the cheapest studio to hire?", "superlative", g.top(D, "st.rate_usd", min))
    a("Which sponsor has the deepest pockets?", "superlative", g.top(N, "sp.budget_usd"))
    a("what was the last thing we put out?", "superlative", g.top(E, "ep.aired"))
    a("Which advertiser turns up on the most episodes?", "superlative", g.most(N, lambda n: g.into(n, "ep.ad")))
    # filters, dates
    a("which episodes cracked 90,000 plays?", "filter", w(E, "ep.plays", lambda v: v > 90000))
    a("Which shows are clean, i.e. not marked explicit?", "filter", w(S, "show.explicit", is_(False)))
    a("what did we air in February 2023?", "filter", w(E, "ep.aired", lambda v: v.startswith("2023-02")))
    a("which shows started up after 2021?", "filter", w(S, "show.launched", lambda v: v >= "2022"))
    a("Who's been sponsoring since before 2020?", "filter", w(N, "sp.since", lambda v: v < 2020))
    a("which studios can shoot video?", "filter", w(D, "st.video", is_(True)))
    a(
        "any weekly shows with a CPM under 30 bucks?",
        "and",
        w(S, "show.freq", is_("weekly")) & w(S, "show.cpm_usd", lambda v: v < 30),
    )
    a(
        "which reviews came in through Earshot with five stars?",
        "and",
        w(V, "rev.app", is_("Earshot")) & w(V, "rev.stars", is_(5)),
    )
    # hops
    a("Which sponsors have run ads on Crumb Trail?", "hops", g.out(into("Crumb Trail", "ep.in"), "ep.ad"))
    a(
        "who hosts the shows that Ines Calloway has been a guest on?",
        "hops",
        g.out(into("Ines Calloway", "ep.guest"), "ep.in", "show.host"),
    )
    a("which shows have done something on sourdough?", "hops", g.out(into("sourdough", "ep.on"), "ep.in"))
    a("What city is Moth Hour's home studio in?", "hops", g.only(out("Moth Hour", "show.base"), "st.city"))
    a(
        "which producers look after shows where Kettleworth Coffee has bought a spot?",
        "hops",
        g.out(into("Kettleworth Coffee", "ep.ad"), "ep.in", "show.prod"),
    )
    a(
        "which hosts have shows that got a one or two star review?",
        "hops",
        g.out(w(V, "rev.stars", lambda v: v <= 2), "rev.of", "show.host"),
    )
    # and / or / negation / compare / yes-no / share
    a("who's been both a host and a guest somewhere on the network?", "and", hosts & guests)
    a("which episodes talk about both grief and hauntings?", "and", into("grief", "ep.on") & into("hauntings", "ep.on"))
    a(
        "Episodes on smuggling or tax havens, what've we got?",
        "or",
        into("smuggling", "ep.on") | into("tax havens", "ep.on"),
    )
    a("which episodes went out without a single ad?", "negation", E - g.into(N, "ep.ad"))
    a("Which shows have nobody reviewed yet?", "negation", S - g.out(V, "rev.of"))
    a(
        "who fronts Night Ferry other than Delphine Arko?",
        "share",
        out("Night Ferry", "show.host") - {k("Delphine Arko")},
    )
    a(
        "which other shows are in the same genre as Crumb Trail?",
        "share",
        w(S, "show.genre", is_("food")) - {k("Crumb Trail")},
    )
    a(
        "what got more plays, Hot Jupiters or Grass Stains?",
        "compare",
        g.top({k("Hot Jupiters"), k("Grass Stains")}, "ep.plays"),
    )
    a("Is Moth Hour explicit?", "yes-no", g.value(k("Moth Hour"), "show.explicit"))
    a(
        "has Featherby Sleep ever advertised on Ledger Lines?",
        "yes-no",
        k("Featherby Sleep") in g.out(into("Ledger Lines", "ep.in"), "ep.ad"),
    )
    # absent
    a("What's Raj Sundaresan's salary?", "absent", None)
    a("which promo code does Mossbox Meals use?", "absent", None)
    a("how many people clicked through from the Dunloe Mattress ad?", "absent", None)
    a("who composed the theme tune for Night Ferry?", "absent", None)
    a("what age are most of Second Serve's listeners?", "absent", None)
    a("Which microphone brand do they have at Loft Nine?", "absent", None)
    a("which shows have won an award?", "absent", None)
    a("who's Hollis Graft's agent?", "absent", None)
    return q
