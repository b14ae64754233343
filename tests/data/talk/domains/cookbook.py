"""A cookery book with its cooks, dishes and markets, and how people chat about it. The graph is for talks alone."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, does, talk


def build() -> Graph:
    """Regions, towns, cooks, restaurants, ingredients and dishes."""
    g = Graph()
    g.table(
        "Region",
        "climate",
        """
        Almara | dry
        Norrland | cold
        Teverra | mild
        """,
    )
    g.table(
        "Town",
        "population region>Region",
        """
        Sollia | 52000 | Almara
        Bresk | 8100 | Norrland
        Porto Vento | 143000 | Teverra
        Calda | 17500 | Almara
        """,
    )
    g.table(
        "Cook",
        "born nickname lives_in>Town learned_from>Cook",
        """
        Anna Ferrant | 1951 | La Nonna | Sollia |
        Bruno Castel | 1974 | | Porto Vento | Anna Ferrant
        Ida Holm | 1980 | Snowflake | Bresk | Anna Ferrant
        Pavel Dorn | 1992 | | Porto Vento | Bruno Castel
        Marisol Vega | 1988 | Mari | Calda | Bruno Castel
        """,
    )
    g.table(
        "Restaurant",
        "opened seats stars located_in>Town owned_by>Cook",
        """
        The Copper Pot | 1985 | 40 | 1 | Sollia | Anna Ferrant
        Vento | 2006 | 120 | 2 | Porto Vento | Bruno Castel
        Little Fjord | 2012 | 24 | 3 | Bresk | Ida Holm
        Sal y Limon | 2019 | 35 | 0 | Calda | Marisol Vega
        Night Kitchen | 2021 | 60 | 0 | Porto Vento | Pavel Dorn
        """,
    )
    g.table(
        "Ingredient",
        "kind grown_in>Region goes_with>Ingredient",
        """
        Saffron | spice | Almara |
        Fennel | vegetable | Teverra | Saffron
        Cod | fish | Norrland | Fennel
        Lemon | fruit | Almara, Teverra | Cod
        Dill | herb | Norrland | Cod
        Chickpea | legume | Almara | Saffron
        Almond | nut | Almara |
        Butter | dairy | Norrland, Teverra | Dill
        """,
    )
    g.table(
        "Dish",
        "minutes calories price invented_by>Cook contains>Ingredient served_at>Restaurant",
        """
        Golden Stew | 90 | 620 | 18 | Anna Ferrant | Saffron, Chickpea, Fennel | The Copper Pot, Vento
        Lemon Cod | 35 | 410 | 24 | Ida Holm | Cod, Lemon, Butter | Little Fjord, Vento
        Dill Soup | 25 | 230 | 9 | Ida Holm | Dill, Butter | Little Fjord
        Almond Cake | 60 | 540 | 7 | Anna Ferrant | Almond, Lemon, Butter | The Copper Pot, Sal y Limon
        Fennel Salad | 10 | 150 | 8 | Bruno Castel | Fennel, Lemon | Vento, Night Kitchen
        Chickpea Bites | 20 | 330 | 6 | Marisol Vega | Chickpea, Almond | Sal y Limon
        Midnight Cod | 45 | 480 | 21 | Pavel Dorn | Cod, Saffron | Night Kitchen
        """,
    )
    return g


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    dishes, cooks, places = (g.of(each) for each in ("Dish", "Cook", "Restaurant"))

    def has(*names: str) -> set[str]:
        return set.intersection(*(g.into(f"Ingredient/{name}", "contains") for name in names))

    def made(cook: str) -> set[str]:
        return g.into(f"Cook/{cook}", "invented_by")

    def served(place: str) -> set[str]:
        return g.into(f"Restaurant/{place}", "served_at")

    def grown(region: str) -> set[str]:
        return g.into(f"Region/{region}", "grown_in")

    def minutes(dish: str) -> float | str | bool:
        return g.value(f"Dish/{dish}", "minutes")

    def under(keys: set[str], name: str, most: float) -> set[str]:
        return g.where(keys, name, lambda value: value < most)

    def over(keys: set[str], name: str, least: float) -> set[str]:
        return g.where(keys, name, lambda value: value > least)

    cod, lemon = has("Cod"), has("Lemon")
    pupils = g.into("Cook/Anna Ferrant", "learned_from")
    vento = served("Vento")
    slowest, fastest = g.top(dishes, "minutes"), g.top(dishes, "minutes", min)
    return [
        talk(
            "pronoun",
            ("who invented golden stew", {"Cook/Anna Ferrant"}),
            ("cool, where does she live", {"Town/Sollia"}),
            ("whats her nickname", ["La Nonna"]),
            ("and who learned from her?", pupils),
            ("what did they invent", g.into(pupils, "invented_by"), "those"),
        ),
        talk(
            "swap",
            ("what is in lemon cod?", g.out("Dish/Lemon Cod", "contains")),
            ("and the almond cake?", g.out("Dish/Almond Cake", "contains")),
            ("what do they have in common", {"Ingredient/Lemon", "Ingredient/Butter"}, "those"),
            ("which of the two takes longer?", {"Dish/Almond Cake"}, "those"),
        ),
        talk(
            "those",
            ("which dishes have cod in them", cod),
            ("the faster one?", {"Dish/Lemon Cod"}, "compare"),
            ("who made that up", {"Cook/Ida Holm"}, "pronoun"),
            ("where can i eat it", g.out("Dish/Lemon Cod", "served_at"), "pronoun"),
            ("and the other one", g.out("Dish/Midnight Cod", "served_at"), "other"),
        ),
        talk(
            "narrow",
            ("list all dishes under 400 calories", under(dishes, "calories", 400)),
            ("only those with lemon pls", under(dishes, "calories", 400) & lemon),
            ("how long does it take", minutes("Fennel Salad"), "pronoun"),
        ),
        talk(
            "correct",
            ("where is Vento", {"Town/Porto Vento"}),
            ("no i mean the night kitchen", {"Town/Porto Vento"}),
            ("who owns it", {"Cook/Pavel Dorn"}, "pronoun"),
            ("sorry not who, when did it open", 2021),
        ),
        talk(
            "topic",
            ("Who did Pavel Dorn learn from?", {"Cook/Bruno Castel"}),
            ("and who did he learn from?", {"Cook/Anna Ferrant"}, "pronoun"),
            ("interesting! btw which ingredients grow in norrland", grown("Norrland")),
            ("which of those are fish", {"Ingredient/Cod"}, "those"),
            ("ok back to anna ferrant, when was she born", 1951, "back"),
        ),
        talk(
            "explore",
            ("which restaurants have 2 stars or more", g.where(places, "stars", lambda v: v >= 2)),
            ("show them on the graph", does("explore")),
            ("thx", does("smalltalk"), "thanks"),
            ("who owns them?", {"Cook/Bruno Castel", "Cook/Ida Holm"}, "pronoun"),
        ),
        talk(
            "why",
            ("does the golden stew contain saffron", True),
            ("are you sure?", True),
            ("ok. what else is in there", {"Ingredient/Chickpea", "Ingredient/Fennel"}, "other"),
            ("where do these grow", g.out({"Ingredient/Chickpea", "Ingredient/Fennel"}, "grown_in"), "those"),
        ),
        talk(
            "ordinal",
            ("which dishes are served at vento?", vento),
            ("how much is the first one", 18),
            ("and the last one", 8),
            ("ok and which is the cheapest of all three", {"Dish/Fennel Salad"}, "those"),
        ),
        talk(
            "several",
            ("who owns Little Fjord and how many seats does it have", ["Ida Holm", "24"]),
            ("thanks! and where is it?", {"Town/Bresk"}, "pronoun"),
            ("how many people live there and what region is it in", ["8100", "Norrland"], "pronoun"),
        ),
        talk(
            "teach",
            ("what goes with saffron", g.both("Ingredient/Saffron", "goes_with")),
            ("remember that it goes with almond too", does("teach")),
            ("what is it made... i mean what kind of thing is it", ["spice"], "pronoun"),
        ),
        talk(
            "path",
            ("how are Pavel Dorn and Anna Ferrant connected?", does("relation", "path")),
            ("what about Pavel Dorn and Ida Holm", does("relation", "path")),
            ("when was the first one born", 1992, "ordinal"),
        ),
        talk(
            "those",
            ("whats grown in almara", grown("Almara")),
            ("any nuts among them?", {"Ingredient/Almond"}),
            ("which dishes use it", has("Almond"), "pronoun"),
            ("how long do they take", [60, 20], "those"),
            ("ill take the quicker one. who invented it?", {"Cook/Marisol Vega"}, "compare"),
        ),
        talk(
            "count",
            ("how many dishes did Ida Holm invent?", len(made("Ida Holm"))),
            ("which?", made("Ida Holm")),
            ("and anna ferrant", made("Anna Ferrant"), "swap"),
        ),
        talk(
            "swap",
            ("which cooks were born before 1975", under(cooks, "born", 1975)),
            ("and after 1985?", over(cooks, "born", 1985)),
            ("where do they live", {"Town/Porto Vento", "Town/Calda"}, "those"),
            ("which town is bigger", {"Town/Porto Vento"}, "compare"),
        ),
        talk(
            "absent",
            ("who owns the copper pot", {"Cook/Anna Ferrant"}),
            ("is she married?", None),
            ("hm ok. how old is the restaurant, i mean when was it opened", 1985, "pronoun"),
            ("whats the phone number", None),
        ),
        talk(
            "narrow",
            ("give me everything with butter", has("Butter")),
            ("without lemon", has("Butter") - lemon),
            ("and with lemon?", has("Butter", "Lemon")),
            ("sorted by price pls", has("Butter", "Lemon"), "sort"),
        ),
        talk(
            "pronoun",
            ("dish with the most calories?", g.top(dishes, "calories")),
            ("and who came up with it", {"Cook/Anna Ferrant"}),
            ("her other dishes?", {"Dish/Almond Cake"}, "other"),
            ("how many calories has that", 540),
            ("thats less than golden stew right?", True, "compare"),
        ),
        talk(
            "swap",
            ("does lemon cod contain butter?", True),
            ("and dill?", False),
            ("and the dill soup, does it?", True),
            ("what about golden stew", False),
        ),
        talk(
            "several",
            (
                "hi there! which dish takes the longest? and which is the fastest?",
                slowest | fastest,
            ),
            ("who invented the latter", {"Cook/Bruno Castel"}, "ordinal"),
            ("and the former?", {"Cook/Anna Ferrant"}, "ordinal"),
        ),
        talk(
            "there",
            ("where does marisol vega live", {"Town/Calda"}),
            ("what restaurants are there", {"Restaurant/Sal y Limon"}, "pronoun"),
            ("what can you eat there", served("Sal y Limon"), "pronoun"),
            ("and at the night kitchen?", served("Night Kitchen"), "swap"),
            ("only the cheap stuff, under 10", {"Dish/Fennel Salad"}, "narrow"),
        ),
        talk(
            "what next",
            ("tell me about Ida Holm", {"Cook/Ida Holm"}),
            ("her teacher?", {"Cook/Anna Ferrant"}, "pronoun"),
            ("other students of this person", {"Cook/Bruno Castel"}, "other"),
            ("his restaurant?", {"Restaurant/Vento"}, "pronoun"),
            ("how many stars", 2, "pronoun"),
        ),
        talk(
            "explore",
            ("show me Lemon Cod", does("explore")),
            ("hide butter", does("explore")),
            ("what does it contain", g.out("Dish/Lemon Cod", "contains"), "pronoun"),
            ("expand cod pls", does("explore")),
        ),
        talk(
            "same",
            ("which town is Vento in?", {"Town/Porto Vento"}),
            ("what other restaurants are in the same town", {"Restaurant/Night Kitchen"}, "other"),
            ("is it older or younger than vento? i mean when did it open", 2021, "pronoun"),
        ),
        talk(
            "more",
            ("cheapest dish", g.top(dishes, "price", min)),
            ("and the second cheapest", {"Dish/Almond Cake"}, "swap"),
            ("where do they serve that", g.out("Dish/Almond Cake", "served_at"), "pronoun"),
            (
                "ok cool and is there anything with chickpea at these places",
                {"Dish/Golden Stew", "Dish/Chickpea Bites"},
                "those",
            ),
        ),
        talk(
            "compare",
            ("how many seats does vento have", 120),
            ("more than little fjord?", True),
            ("and fewer than the copper pot", False),
        ),
        talk(
            "negate",
            ("which cooks live in Porto Vento", {"Cook/Bruno Castel", "Cook/Pavel Dorn"}),
            ("and who doesnt", cooks - {"Cook/Bruno Castel", "Cook/Pavel Dorn"}),
        ),
    ]
