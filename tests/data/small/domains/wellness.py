"""Recipes and nutrition: plain verbs, ingredients with amounts on edges."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question


def build() -> Graph:
    """The graph."""
    g = Graph()
    g.plain("Cuisine", "Italian, Thai, Mexican, Greek")
    g.table(
        "Nutrient",
        "role",
        """
    Iron | carries oxygen
    Vitamin C | helps absorb iron
    Calcium | builds bones
    Fibre | aids digestion
    """,
    )
    g.table(
        "Ingredient",
        "vegan kcal_per_100g rich_in>Nutrient substitute_for>Ingredient",
        """
    Lentils | true | 116 | Iron, Fibre |
    Feta | false | 264 | Calcium |
    Tofu | true | 76 | Calcium, Iron | Feta
    Lime | true | 30 | Vitamin C |
    Coconut Milk | true | 230 | |
    Chicken | false | 165 | |
    Tomato | true | 18 | Vitamin C |
    Black Beans | true | 132 | Iron, Fibre | Lentils
    Tortilla | true | 218 | |
    """,
    )
    g.table(
        "Chef",
        "born trained_in>Cuisine",
        """
    Sofia Leone | 1972 | Italian
    Niran Chai | 1985 | Thai
    Pablo Ruiz | 1990 | Mexican
    """,
    )
    g.table(
        "Dish",
        "minutes servings difficulty spicy invented_by>Chef belongs_to>Cuisine contains[grams]>Ingredient",
        """
    Lentil Ragu | 50 | 4 | medium | false | Sofia Leone | Italian | Lentils [300], Tomato [400]
    Green Curry | 35 | 2 | hard | true | Niran Chai | Thai | Coconut Milk [400], Chicken [250], Lime [40]
    Tofu Larb | 20 | 2 | easy | true | Niran Chai | Thai | Tofu [200], Lime [60]
    Bean Tacos | 25 | 3 | easy | true | Pablo Ruiz | Mexican | Black Beans [240], Tortilla [180], Tomato [150], Lime [30]
    Greek Salad | 10 | 2 | easy | false | | Greek | Feta [120], Tomato [300]
    """,
    )
    g.table(
        "Menu",
        "season price offers>Dish",
        """
    Summer Lunch | summer | 18 | Greek Salad, Tofu Larb
    Winter Dinner | winter | 32 | Lentil Ragu, Green Curry
    Street Food | all year | 15 | Bean Tacos, Tofu Larb
    """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions of many people."""

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def with_(name: str) -> Ids:
        return g.into(of(name), "contains")

    cuisines, ingredients, chefs, dishes, menus = (
        g.of(each) for each in ("Cuisine", "Ingredient", "Chef", "Dish", "Menu")
    )
    return [
        ("What is in Green Curry?", "lookup", g.out(of("Green Curry"), "contains")),
        ("What ingredients do I need for Bean Tacos?", "lookup", g.out(of("Bean Tacos"), "contains")),
        ("Which dishes contain lime?", "inverse", with_("Lime")),
        ("Which dishes use tomato?", "inverse", with_("Tomato")),
        ("What can I make with tofu?", "inverse", with_("Tofu")),
        ("Who invented Tofu Larb?", "lookup", {of("Niran Chai")}),
        ("Which dishes did Niran Chai invent?", "inverse", g.into(of("Niran Chai"), "invented_by")),
        ("Which Thai dishes are there?", "inverse", g.into(of("Thai"), "belongs_to")),
        ("What cuisine is Lentil Ragu?", "lookup", {of("Italian")}),
        ("How long does Green Curry take?", "value", ["35"]),
        ("Which dish is the quickest?", "superlative", g.top(dishes, "minutes", min)),
        ("Which dishes take less than half an hour?", "filter", g.where(dishes, "minutes", lambda v: v < 30)),
        ("Which dishes are ready in under 25 minutes?", "filter", g.where(dishes, "minutes", lambda v: v < 25)),
        ("How many people does Lentil Ragu serve?", "value", ["4"]),
        ("Which dishes are easy?", "filter", g.where(dishes, "difficulty", lambda v: v == "easy")),
        (
            "Which easy dishes are spicy?",
            "and",
            g.where(dishes, "difficulty", lambda v: v == "easy") & g.where(dishes, "spicy", bool),
        ),
        ("Is Greek Salad spicy?", "yes-no", False),
        ("How much lime is in Tofu Larb?", "edge", ["60"]),
        ("How many grams of tomato does Greek Salad contain?", "edge", ["300"]),
        ("Which dish contains the most tomato?", "edge", {of("Lentil Ragu")}),
        ("Which ingredients are vegan?", "filter", g.where(ingredients, "vegan", bool)),
        ("Is feta vegan?", "yes-no", False),
        (
            "Which dishes contain something that is not vegan?",
            "hops",
            g.into(g.where(ingredients, "vegan", lambda v: not v), "contains"),
        ),
        ("Which ingredients are rich in iron?", "inverse", g.into(of("Iron"), "rich_in")),
        ("What is tofu rich in?", "lookup", g.out(of("Tofu"), "rich_in")),
        ("Which dishes provide iron?", "hops", g.into(g.into(of("Iron"), "rich_in"), "contains")),
        ("Which dishes give me vitamin C?", "hops", g.into(g.into(of("Vitamin C"), "rich_in"), "contains")),
        ("What does calcium do?", "value", ["builds bones"]),
        ("What can I use instead of feta?", "inverse", {of("Tofu")}),
        ("What is a substitute for lentils?", "inverse", {of("Black Beans")}),
        ("Which ingredient has the most calories?", "superlative", g.top(ingredients, "kcal_per_100g")),
        ("How many calories does chicken have?", "value", ["165"]),
        (
            "Which ingredients have fewer than 50 calories?",
            "filter",
            g.where(ingredients, "kcal_per_100g", lambda v: v < 50),
        ),
        ("Which chef is the oldest?", "superlative", g.top(chefs, "born", min)),
        ("When was Pablo Ruiz born?", "value", ["1990"]),
        ("Which cuisine was Sofia Leone trained in?", "lookup", {of("Italian")}),
        ("Which chefs cook Thai food?", "inverse", {of("Niran Chai")}),
        ("Which dishes have no inventor?", "negation", {of("Greek Salad")}),
        ("Which menus offer Tofu Larb?", "inverse", g.into(of("Tofu Larb"), "offers")),
        ("What is on the Winter Dinner menu?", "lookup", g.out(of("Winter Dinner"), "offers")),
        ("What does the Street Food menu cost?", "value", ["15"]),
        ("Which menu is cheapest?", "superlative", g.top(menus, "price", min)),
        ("Which menus are available in summer?", "filter", {of("Summer Lunch")}),
        ("Which menus contain chicken?", "hops", g.into(with_("Chicken"), "offers")),
        ("How many dishes are there per cuisine?", "group", cuisines),
        ("Which dish has the most ingredients?", "superlative", {of("Bean Tacos")}),
        ("Which dishes contain both tomato and lime?", "and", with_("Tomato") & with_("Lime")),
        ("Which dishes contain tomato but not lime?", "not", with_("Tomato") - with_("Lime")),
        ("Which dishes contain chicken or feta?", "or", with_("Chicken") | with_("Feta")),
        ("Which dishes don't contain lime?", "negation", dishes - with_("Lime")),
        ("What is the average cooking time?", "average", 28),
        (
            "Which ingredients are used in only one dish?",
            "group",
            {of(n) for n in ("Lentils", "Feta", "Tofu", "Coconut Milk", "Chicken", "Black Beans", "Tortilla")},
        ),
        ("Which ingredients do Tofu Larb and Green Curry share?", "and", {of("Lime")}),
        ("Does the Summer Lunch menu include Greek Salad?", "yes-no", True),
        ("Which dish takes longer, Lentil Ragu or Green Curry?", "compare", {of("Lentil Ragu")}),
        (
            "Which spicy dishes take less than 30 minutes?",
            "and",
            g.where(dishes, "spicy", bool) & g.where(dishes, "minutes", lambda v: v < 30),
        ),
        ("What wine goes with Lentil Ragu?", "absent", None),
        ("Which dishes contain nuts?", "absent", None),
        ("How much salt is in Greek Salad?", "absent", None),
        ("Where is Sofia Leone's restaurant?", "absent", None),
        ("Which menu has dessert?", "absent", None),
        ("Who taught Niran Chai?", "absent", None),
    ]
