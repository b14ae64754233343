"""A wildlife reserve: animals, species, rangers, patrols, incidents, collars."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def spaced(g):
    """Column names stand with underscores in the tables below; the export has spaces."""

    def s(t):
        return t.replace("_", " ")

    for n in g.nodes.values():
        n.properties = {s(k): v for k, v in n.properties.items()}

    def e(x):
        return (x[0], s(x[1]), x[2])

    g.edges = [e(x) for x in g.edges]
    g.said = {e(x): {s(k): v for k, v in p.items()} for x, p in g.said.items()}
    return g


def build():
    g = Graph()
    g.table(
        "species",
        "latin_name status diet estimated_number gestation_days preys_on>species",
        """
    African elephant | Loxodonta africana | endangered | herbivore | 140 | 660 |
    White rhino | Ceratotherium simum | near threatened | herbivore | 18 | 480 |
    Lion | Panthera leo | vulnerable | carnivore | 34 | 110 | Plains zebra, Impala, Giraffe
    Cheetah | Acinonyx jubatus | vulnerable | carnivore | 12 | 93 | Impala
    Wild dog | Lycaon pictus | endangered | carnivore | 27 | 71 | Impala
    Spotted hyena | Crocuta crocuta | least concern | carnivore | 61 | | Plains zebra, Impala
    Giraffe | Giraffa camelopardalis | vulnerable | herbivore | 85 | 450 |
    Plains zebra | Equus quagga | near threatened | herbivore | 410 | 375 |
    Impala | Aepyceros melampus | least concern | herbivore | 1900 | 200 |
    """,
    )
    g.table(
        "area",
        "habitat size_km2 open_to_visitors",
        """
    Kite Pan | wetland | 12.5 | true
    Mbala Drift | riverine | 8.2 | true
    Thornfield | bushveld | 46 | false
    Ochre Hills | hills | 71.3 | true
    Long Reed Marsh | wetland | 19.4 | false
    Baobab Flats | grassland | 88 | true
    South Gorge | hills | 33.6 | false
    Fever Tree Bend | riverine | 6.9 | true
    """,
    )
    g.table(
        "camp",
        "opened beds price_per_night_usd has_radio lies_in>area",
        """
    Saddle Camp | 1994 | 12 | 85 | true | Ochre Hills
    Heron Camp | 2008 | 20 | 140 | true | Kite Pan
    Kudu Rest | 2016 | 8 | 210 | false | Baobab Flats
    Gorge Post | 1987 | 6 | | true | South Gorge
    Main Gate Lodge | 2011 | 34 | 165 | true | Mbala Drift
    Finfoot Tents | 2020 | 10 | 120 | false | Kite Pan
    """,
    )
    g.table(
        "collar",
        "maker signal fitted_on battery_percent price_usd",
        """
    C-03 | Wildtrace | GPS | 2022-04-11 | 38 | 2400
    C-05 | Wildtrace | GPS | 2023-08-02 | 71 | 2400
    C-08 | Savatek | VHF | 2021-10-19 | 12 | 650
    C-11 | Savatek | GPS | 2024-01-23 | 90 | 1950
    C-12 | Savatek | VHF | 2023-03-30 | 54 | 650
    C-14 | Lynxband | GPS | 2024-05-06 | 96 | 3100
    C-17 | Wildtrace | GPS | 2023-11-14 | 77 | 2550
    C-19 | Lynxband | GPS | 2022-09-27 | 25 | 3100
    C-20 | Savatek | VHF | | 100 | 700
    C-21 | Lynxband | GPS | | 100 | 3250
    """,
    )
    g.table(
        "animal",
        "sex born weight_kg hand_raised mark belongs_to>species is_child_of>animal was_seen_at[on;group_size]>area wears>collar",
        """
    Nandiri | female | 1984 | 2950 | false | long crossed tusks | African elephant | | Baobab Flats [2024-03-02;9], Mbala Drift [2024-04-18;7] |
    Boraku | male | 1979 | 5400 | false | broken right tusk | African elephant | | Mbala Drift [2024-02-02;1], Fever Tree Bend [2024-05-30;2] | C-03
    Tembika | female | 2006 | 2600 | false | | African elephant | Nandiri, Boraku | Long Reed Marsh [2024-05-03;5], Baobab Flats [2024-03-02;9] |
    Olwenya | male | 2015 | 1900 | false | notch in left ear | African elephant | Nandiri | Ochre Hills [2024-01-14;1] |
    Pipsa | female | 2021 | 640 | false | | African elephant | Tembika | Long Reed Marsh [2024-05-03;5] |
    Grumbold | male | 2001 | 2200 | false | bent horn | White rhino | | Baobab Flats [2024-03-22;2], Thornfield [2024-05-19;1] | C-19
    Sitari | female | 2005 | 1680 | false | | White rhino | | Thornfield [2024-05-25;1] | C-05
    Mokoti | male | 2019 | 1210 | true | scar on shoulder | White rhino | Sitari, Grumbold | Baobab Flats [2024-03-22;2] |
    Rasko | male | 2014 | 196 | false | black mane | Lion | | Baobab Flats [2024-04-06;4], Fever Tree Bend [2024-06-09;3] | C-17
    Ilanga | female | 2015 | 131 | false | | Lion | | Baobab Flats [2024-04-06;4] | C-11
    Kefira | female | 2019 | 122 | false | missing tail tuft | Lion | Ilanga, Rasko | Kite Pan [2024-02-25;1] |
    Zubo | male | 2021 | 148 | false | | Lion | Ilanga, Rasko | Fever Tree Bend [2024-06-09;3], Baobab Flats [2024-04-06;4] |
    Vesper | female | 2017 | 41 | false | | Cheetah | | Baobab Flats [2024-05-12;2], Ochre Hills [2024-01-31;1] | C-14
    Quill | male | 2020 | 47 | false | kinked tail | Cheetah | Vesper | Baobab Flats [2024-05-12;2] |
    Patch-Ear | male | 2018 | 29 | false | torn right ear | Wild dog | | Thornfield [2024-01-11;6], South Gorge [2024-06-01;8] | C-08
    Sorrel | female | 2019 | 25 | false | | Wild dog | | South Gorge [2024-06-01;8] |
    Old Mags | female | 2010 | 68 | false | one blind eye | Spotted hyena | | Kite Pan [2024-03-08;2], Mbala Drift [2024-06-20;4] | C-12
    Grinner | male | 2016 | | false | | Spotted hyena | Old Mags | Kite Pan [2024-03-08;2] |
    Lofty Ann | female | 2012 | 820 | false | | Giraffe | | Ochre Hills [2024-02-11;5] |
    Stilts | male | 2018 | 1100 | true | pale patches | Giraffe | | Ochre Hills [2024-02-11;5], Fever Tree Bend [2024-04-27;3] |
    Barcode | male | 2016 | 310 | false | | Plains zebra | | Kite Pan [2024-01-05;22] |
    Domino | female | 2017 | | false | broken stripe on rump | Plains zebra | | Kite Pan [2024-01-05;22], Mbala Drift [2024-03-29;15] |
    Twig | female | 2022 | 44 | true | | Impala | | |
    """,
    )
    g.table(
        "patrol",
        "date length_km travelled_by at_night passed_through>area",
        """
    Patrol 31 | 2024-01-09 | 14.5 | foot | true | Thornfield, South Gorge
    Patrol 32 | 2024-01-26 | 62 | vehicle | false | Baobab Flats, Kite Pan, Mbala Drift
    Patrol 33 | 2024-02-13 | 11 | foot | false | Ochre Hills
    Patrol 34 | 2024-03-05 | 48.5 | vehicle | false | Baobab Flats, Thornfield
    Patrol 35 | 2024-03-19 | 9 | boat | false | Long Reed Marsh, Kite Pan
    Patrol 36 | 2024-04-02 | 17 | foot | true | South Gorge, Ochre Hills
    Patrol 37 | 2024-04-21 | 23.5 | horse | false | Baobab Flats, Fever Tree Bend
    Patrol 38 | 2024-05-08 | 55 | vehicle | false | Mbala Drift, Fever Tree Bend, Baobab Flats
    Patrol 39 | 2024-05-27 | 12.5 | foot | true | Thornfield
    Patrol 40 | 2024-06-14 | 70.5 | vehicle | false | Ochre Hills, South Gorge, Thornfield, Mbala Drift
    """,
    )
    g.table(
        "ranger",
        "joined phone specialty monthly_pay_usd carries_rifle is_based_at>camp took_part_in[role]>patrol",
        """
    Tobias Ankole | 2009-03-01 | 082 441 0073 | tracking | 1450 | true | Saddle Camp | Patrol 31 [tracker], Patrol 33 [leader], Patrol 39 [tracker]
    Miriam Dlovu | 2013-06-15 | 082 441 0118 | veterinary | 1780 | false | Main Gate Lodge | Patrol 38 [leader]
    Petra Sundqvist | 2020-02-10 | 082 441 0256 | birds | 1210 | false | Heron Camp | Patrol 35 [leader]
    Jonas Kaptein | 2005-11-20 | 082 441 0009 | anti-poaching | 1900 | true | Gorge Post | Patrol 31 [leader], Patrol 36 [leader], Patrol 39 [leader]
    Wanja Muthiri | 2017-09-04 | 082 441 0187 | tracking | 1380 | true | Heron Camp | Patrol 34 [tracker], Patrol 35 [observer], Patrol 37 [tracker]
    Elias Brandvold | 2022-01-17 | | botany | 1100 | false | Main Gate Lodge | Patrol 32 [observer]
    Lerato Phasha | 2018-04-23 | 082 441 0201 | anti-poaching | 1520 | true | Gorge Post | Patrol 34 [leader], Patrol 36 [radio], Patrol 40 [leader]
    Samuel Okwiri | 2011-08-08 | 082 441 0095 | vehicles | 1340 | false | Main Gate Lodge | Patrol 32 [driver], Patrol 34 [driver], Patrol 38 [driver], Patrol 40 [driver]
    Nomsa Vilane | 2021-05-31 | 082 441 0274 | tracking | 1160 | true | Saddle Camp | Patrol 33 [tracker], Patrol 36 [tracker]
    Hugo Terblan | 2015-10-12 | 082 441 0150 | anti-poaching | 1490 | true | Kudu Rest | Patrol 32 [leader], Patrol 37 [leader], Patrol 39 [radio]
    """,
    )
    g.table(
        "incident",
        "date kind severity cost_usd resolved happened_in>area involved>animal was_handled_by>ranger",
        """
    Snare Line | 2024-01-11 | poaching | high | 900 | true | Thornfield | Patch-Ear | Jonas Kaptein, Miriam Dlovu
    Broken Fence | 2024-02-02 | damage | medium | 1750 | true | Mbala Drift | Boraku | Samuel Okwiri
    Reed Fire | 2024-02-20 | fire | high | 4200 | true | Long Reed Marsh | | Petra Sundqvist, Elias Brandvold
    Kitchen Raid | 2024-03-08 | conflict | low | 130 | true | Kite Pan | Old Mags, Grinner | Wanja Muthiri
    Horn Wound | 2024-03-22 | injury | high | 2600 | true | Baobab Flats | Mokoti, Grumbold | Miriam Dlovu
    Drone Alarm | 2024-04-16 | trespass | medium | | false | South Gorge | | Lerato Phasha
    Calf in Mud | 2024-05-03 | rescue | medium | 480 | true | Long Reed Marsh | Pipsa | Miriam Dlovu, Wanja Muthiri
    Shots at Night | 2024-05-25 | poaching | high | 1100 | false | Thornfield | Sitari | Jonas Kaptein, Hugo Terblan
    Jeep Chase | 2024-06-09 | conflict | low | 350 | true | Fever Tree Bend | Zubo | Hugo Terblan
    """,
    )
    return spaced(g)


def ask(g):
    S, A, R, C, P, Z, K, L = (
        g.of(t) for t in ("species", "animal", "ranger", "camp", "patrol", "incident", "collar", "area")
    )
    k = g.key
    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def of(n):
        return g.into(k(n), "belongs to")

    def sex(s, x):
        return w(s, "sex", lambda v: v == x)

    def kids(n):
        return g.into(k(n), "is child of")

    # look-ups both ways
    a("What kind of animal is Vesper?", "lookup", g.out(k("Vesper"), "belongs to"))
    a("Which elephants do you know by name?", "inverse", of("African elephant"))
    a("Where has Patch-Ear been spotted?", "lookup", g.out(k("Patch-Ear"), "was seen at"))
    a("Which animals have turned up at Kite Pan?", "inverse", g.into(k("Kite Pan"), "was seen at"))
    a("Who are Kefira's parents?", "lookup", g.out(k("Kefira"), "is child of"))
    a("Does Nandiri have any young, and if so which?", "inverse", kids("Nandiri"))
    a("What does the lion hunt?", "lookup", g.out(k("Lion"), "preys on"))
    a("Which predators go after impala?", "inverse", g.into(k("Impala"), "preys on"))
    a("Which collar has Rasko got on?", "lookup", g.out(k("Rasko"), "wears"))
    a("Whose neck is C-12 on?", "inverse", g.into(k("C-12"), "wears"))
    a("Remind me, which camp does Hugo Terblan work out of?", "lookup", g.out(k("Hugo Terblan"), "is based at"))
    a("Who's stationed at Main Gate Lodge?", "inverse", g.into(k("Main Gate Lodge"), "is based at"))
    a("In what part of the reserve do I find Kudu Rest?", "lookup", g.out(k("Kudu Rest"), "lies in"))
    a("Are there camps at Kite Pan? Which ones?", "inverse", g.into(k("Kite Pan"), "lies in"))
    a("What ground did Patrol 38 cover?", "lookup", g.out(k("Patrol 38"), "passed through"))
    a("Who went along on Patrol 36?", "inverse", g.into(k("Patrol 36"), "took part in"))
    a("Who dealt with the Reed Fire?", "lookup", g.out(k("Reed Fire"), "was handled by"))
    a("Which animals were behind the Kitchen Raid?", "lookup", g.out(k("Kitchen Raid"), "involved"))
    # values
    a("What's the Latin name for the wild dog?", "value", g.told("Wild dog", "latin name"))
    a("How heavy is Boraku?", "value", g.told("Boraku", "weight kg"))
    a("In what year was Lofty Ann born?", "value", g.told("Lofty Ann", "born"))
    a("How can we recognise Grumbold in the field?", "value", g.told("Grumbold", "mark"))
    a("Nomsa Vilane's phone number?", "value", g.told("Nomsa Vilane", "phone"))
    a("What would one night at Heron Camp set me back?", "value", g.told("Heron Camp", "price per night usd"))
    a("When did the Calf in Mud business take place?", "value", g.told("Calf in Mud", "date"))
    a("How much charge is left in C-19?", "value", g.told("C-19", "battery percent"))
    a("What sort of landscape is Thornfield?", "value", g.told("Thornfield", "habitat"))
    a("How long does a giraffe carry her calf, in days?", "value", g.told("Giraffe", "gestation days"))
    a("How did Patrol 35 get around?", "value", g.told("Patrol 35", "travelled by"))
    # edges
    a("On what day was Kefira seen at Kite Pan?", "edge", g.edge_told("Kefira", "was seen at", "Kite Pan", "on"))
    a(
        "How big was the group when Domino showed up at Mbala Drift?",
        "edge",
        g.edge_told("Domino", "was seen at", "Mbala Drift", "group size"),
    )
    a(
        "What was Lerato Phasha's job on Patrol 36?",
        "edge",
        g.edge_told("Lerato Phasha", "took part in", "Patrol 36", "role"),
    )
    a("Who led Patrol 34?", "edge", g.tails("took part in", lambda p: p["role"] == "leader", "Patrol 34"))
    a(
        "Which patrols did Samuel Okwiri drive on?",
        "edge",
        g.heads("took part in", lambda p: p["role"] == "driver", "Samuel Okwiri"),
    )
    a(
        "Which animals were sighted in June 2024?",
        "edge",
        g.tails("was seen at", lambda p: p["on"].startswith("2024-06")),
    )
    # hops
    a(
        "To which species does the animal with collar C-14 belong?",
        "hops",
        g.out(g.into(k("C-14"), "wears"), "belongs to"),
    )
    a("Which areas have lions been seen in?", "hops", g.out(of("Lion"), "was seen at"))
    a("Who are Pipsa's grandparents?", "hops", g.out(k("Pipsa"), "is child of", "is child of"))
    a(
        "Which rangers have patrolled Long Reed Marsh?",
        "hops",
        g.into(k("Long Reed Marsh"), "passed through", "took part in"),
    )
    a(
        "In which areas are the camps of the anti-poaching rangers?",
        "hops",
        g.out(w(R, "specialty", lambda v: v == "anti-poaching"), "is based at", "lies in"),
    )
    a(
        "Which species were caught up in incidents that Hugo Terblan handled?",
        "hops",
        g.out(g.into(k("Hugo Terblan"), "was handled by"), "involved", "belongs to"),
    )
    a("What make of collar is the cheetah Vesper fitted with?", "hops", g.only(g.out(k("Vesper"), "wears"), "maker"))
    # filters, and, or, negation
    a("Which parts of the reserve are off limits to visitors?", "filter", w(L, "open to visitors", lambda v: not v))
    a("Show me all patrols longer than 50 km.", "filter", w(P, "length km", lambda v: v > 50))
    a("Which animals were born in 2019?", "filter", w(A, "born", lambda v: v == 2019))
    a("Which of the collars are under 30 percent?", "filter", w(K, "battery percent", lambda v: v < 30))
    a("Which rangers started before 2012?", "filter", w(R, "joined", lambda v: v < "2012"))
    a(
        "What patrols went out between 1 March and 30 April 2024?",
        "filter",
        w(P, "date", lambda v: "2024-03-01" <= v <= "2024-04-30"),
    )
    a("Could you list the female lions, please?", "and", sex(of("Lion"), "female"))
    a(
        "Which meat-eating species are endangered?",
        "and",
        w(w(S, "diet", lambda v: v == "carnivore"), "status", lambda v: v == "endangered"),
    )
    a(
        "Which rangers who carry a rifle live at Heron Camp?",
        "and",
        w(g.into(k("Heron Camp"), "is based at"), "carries rifle", bool),
    )
    a(
        "Which animals have been seen both at Baobab Flats and at Fever Tree Bend?",
        "and",
        g.into(k("Baobab Flats"), "was seen at") & g.into(k("Fever Tree Bend"), "was seen at"),
    )
    a(
        "Which incidents took place at Thornfield or in South Gorge?",
        "or",
        g.into({k("Thornfield"), k("South Gorge")}, "happened in"),
    )
    a("Which animals have never been seen anywhere?", "negation", A - {e[0] for e in g.edges if e[1] == "was seen at"})
    a("Which collars are lying unused in the store, on no animal?", "negation", K - g.out(A, "wears"))
    a("Which rangers haven't handled a single incident?", "negation", R - g.out(Z, "was handled by"))
    # counts, groups, numbers
    a("How many children does Ilanga have?", "count", len(kids("Ilanga")))
    a("How many poaching incidents were there in 2024?", "count", len(w(Z, "kind", lambda v: v == "poaching")))
    a("For each camp, how many rangers are based there?", "group", g.out(R, "is based at"))
    a("What have all the incidents cost us in total?", "sum", sum(g.values(Z, "cost usd")))
    a("How far is a patrol on average?", "average", mean(g.values(P, "length km")))
    # superlatives, comparisons
    a("Which camp is the priciest?", "superlative", g.top(C, "price per night usd"))
    a("Who has been with us the longest of the rangers?", "superlative", g.top(R, "joined", min))
    a("Which ranger has been on the most patrols?", "superlative", g.most(R, lambda r: g.out(r, "took part in")))
    a("Who is heavier, Kefira or Zubo?", "compare", g.top({k("Kefira"), k("Zubo")}, "weight kg"))
    # yes/no, share
    a("Was Stilts raised by hand?", "yes-no", g.value(k("Stilts"), "hand raised"))
    a("Has Drone Alarm been cleared up yet?", "yes-no", g.value(k("Drone Alarm"), "resolved"))
    a("Did Patrol 33 pass through South Gorge?", "yes-no", k("South Gorge") in g.out(k("Patrol 33"), "passed through"))
    a(
        "Which other rangers have the same specialty as Tobias Ankole?",
        "share",
        w(R, "specialty", lambda v: v == "tracking") - {k("Tobias Ankole")},
    )
    a(
        "Other than Miriam Dlovu, who took care of the Calf in Mud?",
        "share",
        g.out(k("Calf in Mud"), "was handled by") - {k("Miriam Dlovu")},
    )
    # absent
    a("How tall is Lofty Ann?", "absent", None)
    a("Who spotted Kefira at Kite Pan?", "absent", None)
    a("On which number can I reach Elias Brandvold?", "absent", None)
    a("How much rain fell at Mbala Drift in March?", "absent", None)
    a("What was the number plate of the vehicle on Patrol 40?", "absent", None)
    a("Which poacher was arrested after Shots at Night?", "absent", None)
    a("What does Jonas Kaptein's wife do?", "absent", None)
    a("Which animals have been vaccinated against rabies?", "absent", None)
    return q
