"""A catering company as an old ERP exports it: dishes, ingredients, allergens, suppliers, events, clients."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, mean


def build():
    g = Graph()
    g.table(
        "ALRG",
        "eu_no lbl_cd",
        """
    Gluten | 1 | GLU
    Crustaceans | 2 | CRU
    Eggs | 3 | EGG
    Fish | 4 | FSH
    Soy | 6 | SOY
    Milk | 7 | MLK
    Tree nuts | 8 | NUT
    Celery | 9 | CEL
    Mustard | 10 | MUS
    Sesame | 11 | SES
    """,
    )
    g.table(
        "CHEF",
        "hired_dt hr_rate spec mob_no rep_to>CHEF",
        """
    Ines Corvalho | 2012-04-01 | 42 | sauces | 0171 555 201 |
    Matteo Brandl | 2015-09-14 | 34 | meat | 0171 555 214 | Ines Corvalho
    Orla Finnerty | 2018-02-05 | 31.5 | pastry | 0171 555 222 | Ines Corvalho
    Yoshi Tamaru | 2019-11-18 | 30 | fish | | Matteo Brandl
    Hanne Lovik | 2021-03-22 | 26 | pastry | 0171 555 240 | Orla Finnerty
    Rupert Sallow | 2023-06-01 | 22.5 | vegetables | 0171 555 251 | Matteo Brandl
    """,
    )
    g.table(
        "DISH",
        "cat prep_min cost_pp kcal veg_fl dev_by>CHEF",
        """
    Prawn Cocktail | starter | 20 | 4.8 | 310 | false | Yoshi Tamaru
    Beetroot Tartare | starter | 35 | 2.1 | 180 | true | Rupert Sallow
    Goat Cheese Tartlet | starter | 45 | 2.9 | 360 | true | Orla Finnerty
    Celeriac Soup | starter | 40 | 1.7 | 240 | true | Ines Corvalho
    Hummus Plate | starter | 15 | 1.4 | 290 | true | Rupert Sallow
    Roast Salmon | main | 30 | 6.6 | 520 | false | Yoshi Tamaru
    Salmon en Croute | main | 75 | 7.9 | 690 | false | Yoshi Tamaru
    Braised Lamb | main | 210 | 8.5 | 740 | false | Matteo Brandl
    Lamb Pie | main | 120 | 6.2 | 810 | false | Matteo Brandl
    Tofu Rice Bowl | main | 25 | 3.6 | 480 | true | Rupert Sallow
    Coconut Curry | main | 50 | 3.2 | 560 | true | Ines Corvalho
    Lemon Tart | dessert | 90 | 2.3 | 430 | true | Orla Finnerty
    Chocolate Torte | dessert | 80 | 3.1 | 520 | true | Orla Finnerty
    Hazelnut Praline | dessert | 60 | 2.7 | | true | Hanne Lovik
    Rice Pudding | dessert | 55 | 1.2 | 350 | true | Hanne Lovik
    """,
    )
    g.table(
        "INGR",
        "uom stk_qty shelf_d org_fl ingr_of[qty_g]>DISH has_alrg>ALRG",
        """
    Wheat flour | kg | 80 | 270 | false | Lemon Tart [60], Lamb Pie [90] | Gluten
    Butter | kg | 24 | 45 | true | Celeriac Soup [15], Roast Salmon [20], Lamb Pie [40], Lemon Tart [35], Chocolate Torte [45] | Milk
    Double cream | l | 18 | 12 | true | Celeriac Soup [50], Hazelnut Praline [40], Rice Pudding [80] | Milk
    Free-range eggs | pc | 360 | 21 | true | Goat Cheese Tartlet [25], Lemon Tart [50], Chocolate Torte [55] | Eggs
    Almond meal | kg | 9 | 180 | false | Chocolate Torte [40] | Tree nuts
    Hazelnuts | kg | 7.5 | 240 | false | Hazelnut Praline [35] | Tree nuts
    Salmon fillet | kg | 14 | 3 | false | Roast Salmon [180], Salmon en Croute [160] | Fish
    King prawns | kg | 6 | 2 | false | Prawn Cocktail [90] | Crustaceans
    Tofu | kg | 11 | 28 | true | Tofu Rice Bowl [120] | Soy
    Tahini | kg | 5 | 365 | true | Hummus Plate [25] | Sesame
    Chickpeas | kg | 40 | 730 | true | Hummus Plate [110], Coconut Curry [90] |
    Celeriac | kg | 22 | 30 | false | Celeriac Soup [150], Braised Lamb [80] | Celery
    Dijon mustard | kg | 4 | 300 | false | Beetroot Tartare [8], Salmon en Croute [12] | Mustard
    Mayonnaise | kg | 8 | 60 | false | Prawn Cocktail [30] | Eggs, Mustard
    Soy sauce | l | 10 | 540 | false | Tofu Rice Bowl [15] | Soy, Gluten
    Lamb shoulder | kg | 28 | 5 | true | Braised Lamb [220], Lamb Pie [140] |
    Beetroot | kg | 30 | 35 | true | Beetroot Tartare [130] |
    Lemons | kg | 16 | 25 | false | Prawn Cocktail [10], Hummus Plate [12], Roast Salmon [15], Lemon Tart [45] |
    Dark chocolate | kg | 13 | 400 | false | Chocolate Torte [70], Hazelnut Praline [50] | Milk, Soy
    Coconut milk | l | 26 | 420 | false | Coconut Curry [100] |
    Basmati rice | kg | 55 | 600 | false | Tofu Rice Bowl [100], Coconut Curry [95], Rice Pudding [60] |
    Rapeseed oil | l | 33 | 330 | true | Beetroot Tartare [10], Braised Lamb [12] |
    Goat cheese | kg | 8.5 | 18 | true | Goat Cheese Tartlet [55] | Milk
    Puff pastry | kg | 12 | 90 | false | Goat Cheese Tartlet [60], Salmon en Croute [75] | Gluten, Milk
    Oat cream | l | | 200 | true | | Gluten
    """,
    )
    subst = [
        ("Oat cream", "Double cream"),
        ("Coconut milk", "Double cream"),
        ("Rapeseed oil", "Butter"),
        ("Hazelnuts", "Almond meal"),
        ("Tofu", "Goat cheese"),
    ]
    for x, y in subst:
        g.edges.append((f"INGR/{x}", "subst_for", f"INGR/{y}"))
    g.table(
        "SUPP",
        "supp_no city tel since_yr min_ord_eur rtg supp_for[pr_eur;lead_d]>INGR",
        """
    Brackwater Fish | S-0107 | Port Ellery | 0440 71 20 | 2014 | 150 | 4.6 | Salmon fillet [19.5;1], King prawns [24;2]
    Hollin Dairy | S-0112 | Hollin | 0440 33 08 | 2012 | 80 | 4.8 | Butter [8.2;2], Double cream [5.4;2], Goat cheese [14;3], Oat cream [3.1;4]
    Marsh & Tull | S-0115 | Grenwick | 0440 90 00 | 2012 | 200 | 3.7 | Wheat flour [0.9;3], Puff pastry [4.3;3], Basmati rice [2.2;3], Rapeseed oil [2.6;3], Chickpeas [1.8;3], Dijon mustard [6.5;4], Mayonnaise [4.1;4], Soy sauce [5.2;4], Dark chocolate [11.5;5]
    Greenlane Farm | S-0121 | Hollin | 0440 33 41 | 2016 | 50 | 4.9 | Beetroot [1.6;1], Celeriac [2.1;1], Free-range eggs [0.35;1], Rapeseed oil [3.4;2]
    Fernley Butchers | S-0126 | Grenwick | 0440 90 57 | 2015 | 120 | 4.3 | Lamb shoulder [16.8;2]
    Orient Larder | S-0133 | Port Ellery | | 2019 | 100 | 4.1 | Tofu [6.9;4], Tahini [9.6;6], Soy sauce [4.7;5], Coconut milk [3.3;6], Basmati rice [2.5;5]
    Nutwood Mill | S-0138 | Ashby Vale | 0440 62 15 | 2020 | 60 | 4.4 | Almond meal [13.2;7], Hazelnuts [15.6;7], Wheat flour [1.3;6]
    Vossen Import | S-0144 | Grenwick | 0440 91 30 | 2022 | 250 | 3.2 | Lemons [2.4;8], Coconut milk [2.9;10], Dark chocolate [10.2;9]
    Tidewell Foods | S-0151 | Ashby Vale | 0440 62 88 | 2024 | | |
    """,
    )
    g.table(
        "VEN",
        "city cap rent_eur kitch_fl",
        """
    Orchard Barn | Hollin | 140 | 1800 | false
    Quay Hall | Port Ellery | 320 | 3500 | true
    Linden House | Grenwick | 90 | 1250 | true
    The Old Dye Works | Grenwick | 220 | 2600 | true
    Vale Pavilion | Ashby Vale | 60 | 700 | false
    """,
    )
    g.table(
        "CUST",
        "cust_no cust_typ disc_pct since_yr email alrg_decl>ALRG",
        """
    Corbin Shipping | K1003 | corporate | 10 | 2013 | office@corbin-shipping.example |
    Tessaly Bank | K1008 | corporate | 12.5 | 2015 | events@tessaly.example | Crustaceans
    Marta Aldermoor | K1015 | private | | 2023 | marta@aldermoor.example | Tree nuts, Milk
    Felix Dunmore | K1017 | private | | 2022 | f.dunmore@post.example | Gluten
    Ravensby School | K1021 | public | 5 | 2018 | desk@ravensby.example | Tree nuts, Sesame
    Lumen Studio | K1024 | corporate | 5 | 2021 | hello@lumenstudio.example |
    Grenwick Council | K1026 | public | 8 | 2016 | catering@grenwick.example | Celery
    Pia Sorrento | K1030 | private | | 2024 | | Eggs
    """,
    )
    g.table(
        "EVT",
        "evt_typ evt_dt guests bud_eur stat cust_ref>CUST at_ven>VEN chef_resp>CHEF asst_by[hrs]>CHEF ord_ln[qty;unit_pr]>DISH",
        """
    EV2041 Corbin Gala | gala | 2024-02-10 | 180 | 14500 | done | Corbin Shipping | Quay Hall | Ines Corvalho | Yoshi Tamaru [9], Orla Finnerty [7] | Prawn Cocktail [180;11.5], Braised Lamb [120;24], Tofu Rice Bowl [60;16], Chocolate Torte [180;9]
    EV2042 Tessaly Lunch | lunch | 2024-03-06 | 40 | 2200 | done | Tessaly Bank | Linden House | Matteo Brandl | Rupert Sallow [5] | Celeriac Soup [40;6.5], Lamb Pie [40;18]
    EV2043 Ravensby Prize Day | reception | 2024-03-27 | 110 | 2900 | done | Ravensby School | Orchard Barn | Orla Finnerty | Hanne Lovik [6], Rupert Sallow [4] | Beetroot Tartare [110;7], Rice Pudding [110;5.5]
    EV2044 Aldermoor Wedding | wedding | 2024-05-18 | 95 | 9800 | done | Marta Aldermoor | Orchard Barn | Ines Corvalho | Matteo Brandl [10], Hanne Lovik [8] | Beetroot Tartare [95;7.5], Braised Lamb [70;25], Coconut Curry [25;17]
    EV2045 Lumen Launch | reception | 2024-06-13 | 75 | 4100 | done | Lumen Studio | The Old Dye Works | Yoshi Tamaru | Rupert Sallow [6] | Prawn Cocktail [75;12], Hummus Plate [75;6], Hazelnut Praline [75;8]
    EV2046 Dunmore Birthday | birthday | 2024-07-05 | 30 | 1900 | done | Felix Dunmore | Vale Pavilion | Rupert Sallow | | Hummus Plate [30;6.5], Coconut Curry [30;16.5], Hazelnut Praline [30;8.5]
    EV2047 Council Reception | reception | 2024-09-12 | 150 | 6000 | confirmed | Grenwick Council | The Old Dye Works | Matteo Brandl | Orla Finnerty [8] | Goat Cheese Tartlet [150;8], Lemon Tart [150;7]
    EV2048 Corbin Board Dinner | dinner | 2024-09-26 | 18 | 2400 | confirmed | Corbin Shipping | Linden House | Yoshi Tamaru | | Goat Cheese Tartlet [18;9.5], Salmon en Croute [18;27], Lemon Tart [18;9]
    EV2049 Tessaly Summit | conference | 2024-10-15 | 260 | 17500 | tentative | Tessaly Bank | Quay Hall | Ines Corvalho | Matteo Brandl [12], Hanne Lovik [12] | Celeriac Soup [260;6], Roast Salmon [160;21], Tofu Rice Bowl [100;15], Chocolate Torte [260;8.5]
    EV2050 Sorrento Engagement | engagement | 2024-10-26 | 45 | 3600 | cancelled | Pia Sorrento | Vale Pavilion | Orla Finnerty | | Celeriac Soup [45;7], Roast Salmon [45;22.5]
    EV2051 Ravensby Carol Supper | supper | 2024-12-11 | 130 | | tentative | Ravensby School | The Old Dye Works | Matteo Brandl | Rupert Sallow [5] | Lamb Pie [130;15]
    """,
    )
    return g


def ask(g):
    D, N, _L, U, V, _T, E, C = (g.of(t) for t in ("DISH", "INGR", "ALRG", "SUPP", "VEN", "CUST", "EVT", "CHEF"))
    k = g.key
    w = g.where
    q = []

    def a(t, kind, ans):
        return q.append((t, kind, ans))

    def ev(n):
        (x,) = [e.split("/")[1] for e in E if e.endswith(n)]
        return x

    def e(n):
        return k(ev(n))

    def has(d):
        return g.into(k(d), "ingr_of")  # ingredients of a dish

    def al(d):
        return g.out(g.into(d, "ingr_of"), "has_alrg")  # allergens of a dish

    def bad(*n):
        return g.out(g.into({k(x) for x in n}, "has_alrg"), "ingr_of")

    def qty(n):
        return sum(p["qty"] for x, p in g.said.items() if x[1] == "ord_ln" and x[0] == e(n))

    M = w(D, "cat", lambda v: v == "main")
    Z = w(D, "cat", lambda v: v == "dessert")
    B = w(D, "cat", lambda v: v == "starter")
    # look-ups both ways
    a("What goes into the Chocolate Torte?", "lookup", has("Chocolate Torte"))
    a("Which dishes do we use butter in?", "inverse", g.out(k("Butter"), "ingr_of"))
    a("Which allergens are in the mayonnaise?", "lookup", g.out(k("Mayonnaise"), "has_alrg"))
    a("Which ingredients of ours contain milk?", "inverse", g.into(k("Milk"), "has_alrg"))
    a("Who do we buy coconut milk from?", "inverse", g.into(k("Coconut milk"), "supp_for"))
    a("What can I get from Greenlane Farm?", "lookup", g.out(k("Greenlane Farm"), "supp_for"))
    a("Which chef came up with the Coconut Curry?", "lookup", g.out(k("Coconut Curry"), "dev_by"))
    a("What dishes has Orla Finnerty created?", "inverse", g.into(k("Orla Finnerty"), "dev_by"))
    a("Who is Hanne Lovik's boss?", "lookup", g.out(k("Hanne Lovik"), "rep_to"))
    a("And who works under Matteo Brandl?", "inverse", g.into(k("Matteo Brandl"), "rep_to"))
    a("Where was the Lumen Launch held?", "lookup", g.out(e("Lumen Launch"), "at_ven"))
    a("Which events have been booked into Orchard Barn?", "inverse", g.into(k("Orchard Barn"), "at_ven"))
    a(
        "Who was in charge of the cooking at the Aldermoor Wedding?",
        "lookup",
        g.out(e("Aldermoor Wedding"), "chef_resp"),
    )
    a("What has Tessaly Bank booked with us?", "inverse", g.into(k("Tessaly Bank"), "cust_ref"))
    a("What's on the menu of the Dunmore Birthday?", "lookup", g.out(e("Dunmore Birthday"), "ord_ln"))
    a("What can I take instead of double cream?", "inverse", g.into(k("Double cream"), "subst_for"))
    a("What has Marta Aldermoor said she is allergic to?", "lookup", g.out(k("Marta Aldermoor"), "alrg_decl"))
    a("Which clients told us they can't have tree nuts?", "inverse", g.into(k("Tree nuts"), "alrg_decl"))
    # values
    a("How long does the Braised Lamb take to make, in minutes?", "value", g.told("Braised Lamb", "prep_min"))
    a("Calories in the Lamb Pie?", "value", g.told("Lamb Pie", "kcal"))
    a("What's the phone number of Fernley Butchers?", "value", g.told("Fernley Butchers", "tel"))
    a("How many people fit into Quay Hall?", "value", g.told("Quay Hall", "cap"))
    a("What discount do we give Grenwick Council?", "value", g.told("Grenwick Council", "disc_pct"))
    a("Where can I write to Felix Dunmore by e-mail?", "value", g.told("Felix Dunmore", "email"))
    a("When is the Corbin Board Dinner?", "value", g.told(ev("Corbin Board Dinner"), "evt_dt"))
    a(
        "How much are they prepared to spend on the Council Reception?",
        "value",
        g.told(ev("Council Reception"), "bud_eur"),
    )
    a("For how many days does puff pastry keep?", "value", g.told("Puff pastry", "shelf_d"))
    a("What does Ines Corvalho earn an hour?", "value", g.told("Ines Corvalho", "hr_rate"))
    a("How much salmon fillet is there in stock?", "value", g.told("Salmon fillet", "stk_qty"))
    # edges
    a(
        "How many portions of Hummus Plate did Lumen Studio order for the Lumen Launch?",
        "edge",
        g.edge_told(ev("Lumen Launch"), "ord_ln", "Hummus Plate", "qty"),
    )
    a(
        "What price per portion did we charge for the Braised Lamb at the Corbin Gala?",
        "edge",
        g.edge_told(ev("Corbin Gala"), "ord_ln", "Braised Lamb", "unit_pr"),
    )
    a(
        "How many grams of tahini are in a Hummus Plate?",
        "edge",
        g.edge_told("Tahini", "ingr_of", "Hummus Plate", "qty_g"),
    )
    a(
        "What does Vossen Import ask for dark chocolate?",
        "edge",
        g.edge_told("Vossen Import", "supp_for", "Dark chocolate", "pr_eur"),
    )
    a(
        "How many days does Orient Larder need to deliver tofu?",
        "edge",
        g.edge_told("Orient Larder", "supp_for", "Tofu", "lead_d"),
    )
    a(
        "How many hours did Hanne Lovik help out at the Aldermoor Wedding?",
        "edge",
        g.edge_told(ev("Aldermoor Wedding"), "asst_by", "Hanne Lovik", "hrs"),
    )
    a(
        "Which ingredients would Marsh & Tull bring us for less than 2 euros?",
        "edge",
        g.heads("supp_for", lambda p: p["pr_eur"] < 2, "Marsh & Tull"),
    )
    # hops
    a("Which allergens do I need to warn people about with the Salmon en Croute?", "hops", al(k("Salmon en Croute")))
    a("I can't have nuts. Which dishes have tree nuts in them?", "hops", bad("Tree nuts"))
    a("Which suppliers do we depend on for the Lemon Tart?", "hops", g.into(k("Lemon Tart"), "ingr_of", "supp_for"))
    a(
        "In which city did the Ravensby Prize Day take place?",
        "hops",
        g.only(g.out(e("Ravensby Prize Day"), "at_ven"), "city"),
    )
    a(
        "Which clients have booked The Old Dye Works for an event?",
        "hops",
        g.out(g.into(k("The Old Dye Works"), "at_ven"), "cust_ref"),
    )
    a(
        "Which chefs are responsible for the events of Corbin Shipping?",
        "hops",
        g.out(g.into(k("Corbin Shipping"), "cust_ref"), "chef_resp"),
    )
    a(
        "Which clients have been served dishes invented by Hanne Lovik?",
        "hops",
        g.out(g.into(g.into(k("Hanne Lovik"), "dev_by"), "ord_ln"), "cust_ref"),
    )
    a("Which events have a dish with fish in it on their order?", "hops", g.into(bad("Fish"), "ord_ln"))
    # filters, and, or, negation
    a("Which main courses can a vegetarian eat?", "and", w(M, "veg_fl", bool))
    a("What desserts do you offer?", "filter", Z)
    a("Which dishes cost us less than 2 euros a head?", "filter", w(D, "cost_pp", lambda v: v < 2))
    a("Which venues hold more than 200 guests?", "filter", w(V, "cap", lambda v: v > 200))
    a("Which events are not firm yet, only tentative?", "filter", w(E, "stat", lambda v: v == "tentative"))
    a("What have we got on in September 2024?", "filter", w(E, "evt_dt", lambda v: v.startswith("2024-09")))
    a("Which suppliers have we worked with since before 2015?", "filter", w(U, "since_yr", lambda v: v < 2015))
    a(
        "Which suppliers in Grenwick are rated below 4?",
        "and",
        w(w(U, "city", lambda v: v == "Grenwick"), "rtg", lambda v: v < 4),
    )
    a("Which desserts are free of gluten?", "negation", Z - bad("Gluten"))
    a(
        "My daughter reacts to milk and to eggs; which starters contain neither of them?",
        "negation",
        B - bad("Milk", "Eggs"),
    )
    a("Which dishes contain both eggs and milk?", "and", bad("Eggs") & bad("Milk"))
    a("Which dishes have sesame or celery in them?", "or", bad("Sesame", "Celery"))
    a("Which ingredient isn't used in any dish at all?", "negation", N - {x[0] for x in g.edges if x[1] == "ingr_of"})
    a("From which suppliers do we buy nothing so far?", "negation", U - g.into(N, "supp_for"))
    # counts, groups, numbers
    a("How many dishes are made with lemons?", "count", len(g.out(k("Lemons"), "ingr_of")))
    a("How many events are there at each venue?", "group", g.out(E, "at_ven"))
    a("How many portions went out altogether at the Corbin Gala?", "sum", qty("Corbin Gala"))
    a("What is the average hourly rate of our chefs?", "average", mean(g.values(C, "hr_rate")))
    # superlatives, comparisons
    a("Which event has the most guests?", "superlative", g.top(E, "guests"))
    a(
        "Which supplier can provide us with the most ingredients?",
        "superlative",
        g.most(U, lambda u: g.out(u, "supp_for")),
    )
    a("Who's the newest chef in the kitchen?", "superlative", g.top(C, "hired_dt"))
    a(
        "Which is cheaper to rent, Orchard Barn or Linden House?",
        "compare",
        g.top({k("Orchard Barn"), k("Linden House")}, "rent_eur", min),
    )
    # yes/no, share
    a("Is there a kitchen at Vale Pavilion?", "yes-no", g.value(k("Vale Pavilion"), "kitch_fl"))
    a("I'm allergic to soy. Does the Hazelnut Praline contain any?", "yes-no", k("Soy") in al(k("Hazelnut Praline")))
    a(
        "Which other chefs specialise in the same thing as Orla Finnerty?",
        "share",
        w(C, "spec", lambda v: v == "pastry") - {k("Orla Finnerty")},
    )
    a(
        "Apart from Marsh & Tull, who else sells us wheat flour?",
        "share",
        g.into(k("Wheat flour"), "supp_for") - {k("Marsh & Tull")},
    )
    # absent
    a("What wine goes with the Roast Salmon?", "absent", None)
    a("How much sugar does the Lemon Tart have per portion?", "absent", None)
    a("On which phone can I get hold of Orient Larder?", "absent", None)
    a("Who complained about the food at the Tessaly Lunch?", "absent", None)
    a("Has Corbin Shipping paid its invoice for the gala yet?", "absent", None)
    a("Is the lamb halal?", "absent", None)
    a("How many parking spaces does Quay Hall have?", "absent", None)
    a("Which waiters served at the Aldermoor Wedding?", "absent", None)
    return q
