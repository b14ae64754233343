"""Talks with somebody behind a bakery's counter: short, careless, on a phone."""

from __future__ import annotations

from tests.data.small.kit import Graph, mean

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    branches, breads, customers, orders = (g.of(each) for each in ("branches", "breads", "customers", "orders"))

    def town(name: str) -> set[str]:
        return g.where(branches, "town", lambda value: value == name)

    def grain(name: str) -> set[str]:
        return g.where(breads, "grain", lambda value: value == name)

    def at(branch: str) -> set[str]:
        return g.into(f"branches/{branch}", "branch")

    def by(customer: str) -> set[str]:
        return g.into(f"customers/{customer}", "customer")

    def home(name: str) -> set[str]:
        return g.where(customers, "home_town", lambda value: value == name)

    def told(keys: set[str], name: str) -> list[str]:
        return sorted({str(g.value(key, name)) for key in keys})

    rye, wheat = grain("rye"), grain("wheat")
    vegan = g.where(breads, "is_vegan", bool)
    tolley = town("Tolley")
    greta = g.out(by("Greta Moss"), "bread")
    return [
        talk(
            "those",
            ("which breads are made of rye", rye),
            ("ok and the cheaper one?", {"breads/Dark Loaf"}, "compare"),
            ("how heavy is it", g.value("breads/Dark Loaf", "weight_grams"), "pronoun"),
            ("and the other one", g.value("breads/Miller's Brick", "weight_grams"), "other"),
        ),
        talk(
            "swap",
            ("whats the rent of Quayside", g.value("branches/Quayside", "rent")),
            ("hilltop?", g.value("branches/Hilltop", "rent")),
            ("same for greenway pls", g.value("branches/Greenway", "rent")),
            ("ok which of the three is the cheapest", {"branches/Greenway"}, "those"),
        ),
        talk(
            "narrow",
            ("list all wheat breads", wheat),
            ("hm only the ones over 400 grams", g.where(wheat, "weight_grams", lambda v: v > 400)),
            ("sorry, i mean the ones under 4", g.where(wheat, "price", lambda v: v < 4), "correct"),
            ("how many are that", len(g.where(wheat, "price", lambda v: v < 4)), "count"),
        ),
        talk(
            "pronoun",
            ("how old is tobin reece?", g.value("customers/Tobin Reece", "age")),
            ("thanks! and where does he live?", ["Harrowby"]),
            ("who else lives there", home("Harrowby") - {"customers/Tobin Reece"}, "other"),
            ("and how many points does she have", g.value("customers/Edda Marlow", "loyalty_points")),
        ),
        talk(
            "those",
            ("which branches are in Tolley", tolley),
            ("which one has more ovens?", {"branches/Greenway"}, "compare"),
            ("when did it open", g.value("branches/Greenway", "opening_year"), "pronoun"),
            ("cool. and abbey gate?", g.value("branches/Abbey Gate", "opening_year"), "swap"),
        ),
        talk(
            "topic",
            ("what did greta moss order?", greta),
            ("hi again, how many breads are there in total", len(breads)),
            ("and vegan ones?", len(vegan), "narrow"),
            ("back to greta moss: how old is she?", g.value("customers/Greta Moss", "age"), "back"),
        ),
        talk(
            "more",
            ("which bread is the most expensive?", g.top(breads, "price")),
            ("and the cheapest", g.top(breads, "price", min), "swap"),
            ("what grain is it", ["wheat"], "pronoun"),
            ("any other breads made of that?", wheat - {"breads/Moon Bun"}, "other"),
        ),
        talk(
            "several",
            ("how many ovens does Old Mill have and when did it open?", [4, 1962]),
            ("same for Quayside", [6, 2004]),
        ),
        talk(
            "correct",
            ("what is the price of soda round", 3),
            ("oh sorry i meant the oat cob", 3.5),
            ("no the weight", g.value("breads/Oat Cob", "weight_grams")),
        ),
        talk(
            "pronoun",
            ("who made order 5", {"customers/Ivo Larch"}),
            ("where is he from", ["Tolley"]),
            ("whats he ordered besides that", {"breads/Oat Cob"}, "other"),
            ("who are the other customers from his town", {"customers/Piers Adeney"}, "other"),
        ),
        talk(
            "narrow",
            ("show me all orders from 2021", g.where(orders, "order_year", lambda v: v == 2021)),
            ("only paid by card", {"orders/order 6", "orders/order 7"}),
            ("who made them", {"customers/Greta Moss"}, "pronoun"),
            ("and what bread", {"breads/Moon Bun", "breads/Dark Loaf"}, "pronoun"),
        ),
        talk(
            "compare",
            ("who is older, Edda Marlow or Sal Winter?", {"customers/Edda Marlow"}),
            ("and who has more loyalty points", {"customers/Edda Marlow"}),
            ("how many does the other one have?", 15, "other"),
        ),
        talk(
            "count",
            ("which customers are from penmarsh", home("Penmarsh")),
            ("whats their average age", mean(g.values(home("Penmarsh"), "age")), "those"),
            ("and those from harrowby?", mean(g.values(home("Harrowby"), "age")), "swap"),
            ("whos the oldest of them", {"customers/Tobin Reece"}, "those"),
        ),
        talk(
            "swap",
            ("which branches opened after 2000?", g.where(branches, "opening_year", lambda v: v > 2000)),
            ("and before 1990", g.where(branches, "opening_year", lambda v: v < 1990)),
            ("where are they", ["Harrowby"], "those"),
            ("what about between 1990 and 2010", g.where(branches, "opening_year", lambda v: 1990 <= v <= 2010)),
        ),
        talk(
            "pronoun",
            ("who ordered Harvest Ring?", g.out(g.into("breads/Harvest Ring", "bread"), "customer")),
            ("the first one, how old is he or she?", g.value("customers/Ivo Larch", "age"), "ordinal"),
            ("and the second?", g.value("customers/Lotte Brandt", "age"), "ordinal"),
        ),
        talk(
            "those",
            ("breads over 600 grams", g.where(breads, "weight_grams", lambda v: v > 600)),
            ("of these which are not vegan", {"breads/Sunday Plait"}, "negate"),
            ("ok so how much is that one", 5, "pronoun"),
            ("and what would the dark loaf cost me", 4.5, "swap"),
        ),
        talk(
            "several",
            ("hello! which branch has the most ovens?", g.top(branches, "number_of_ovens")),
            ("great, and the fewest? also whats the rent there", ["Abbey Gate", "800"]),
        ),
        talk(
            "back",
            ("what's the grain of moon bun", ["wheat"]),
            ("and sunday plait", ["wheat"], "swap"),
            ("which of both is heavier", {"breads/Sunday Plait"}, "those"),
            ("and what does the first one weigh", 120, "ordinal"),
        ),
    ]
