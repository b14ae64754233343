"""Talks about paintings: a guide, a pupil with homework, an old visitor who chats, a collector."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    works, museums = (g.of(each) for each in ("Painting", "Museum"))

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def out(name: str, relation: str) -> set[str]:
        return g.out(of(name), relation)

    def into(name: str, relation: str) -> set[str]:
        return g.into(of(name), relation)

    def before(keys: set[str], name: str, year: int) -> set[str]:
        return g.where(keys, name, lambda value: value < year)

    def made(keys: set[str], technique: str) -> set[str]:
        return g.where(keys, "technique", lambda value: value == technique)

    modern, ships = into("Meros Modern", "hangs_in"), into("Ships", "depicts")
    quant = into("Lise Quant", "painted_by")
    return [
        talk(
            "pronoun",
            ("Who painted Salt Light?", out("Salt Light", "painted_by")),
            ("Where was he born?", out("Piet Sandor", "born_in")),
            ("Who was his teacher?", into("Piet Sandor", "taught")),
            ("What else did he paint?", {of("Nine Squares")}, "other"),
        ),
        talk(
            "swap",
            ("when did bruno ake die", 1950),
            ("and ottoline marr?", 1909),
            ("and nell dray", 1990),
            ("who of them died first", {of("Ottoline Marr")}, "those"),
        ),
        talk(
            "narrow",
            ("Which paintings hang in Meros Modern?", modern),
            ("Only the oil paintings.", made(modern, "oil")),
            ("Who painted those?", g.out(made(modern, "oil"), "painted_by"), "those"),
        ),
        talk(
            "those",
            ("what pictures show ships", ships),
            ("which of these is the oldest", g.top(ships, "year", min)),
            ("where can i see it", out("Morning Ferry", "hangs_in"), "pronoun"),
            ("in which city is that?", {of("Brann")}, "pronoun"),
        ),
        talk(
            "correct",
            ("how wide is Nine Squares", 100),
            ("no sorry, Last Tram", 160),
            ("i mean the height", 110),
        ),
        talk(
            "other",
            ("Who curated After Dark?", out("After Dark", "curated_by")),
            ("Which of them also curated Squares?", {of("Yun Osei")}, "those"),
            ("And the other one, what did he curate?", {of("After Dark")}),
        ),
        talk(
            "compare",
            ("How many visitors does the Brann Gallery get per year?", 310000),
            ("And Calis House?", 95000, "swap"),
            ("Which of them was founded earlier?", {of("Brann Gallery")}),
            ("How many paintings hang there?", 2, "pronoun"),
        ),
        talk(
            "count",
            ("lovely museum! which painters were part of Gridwork?", into("Gridwork", "belongs_to_movement")),
            ("how many are there?", 3),
            ("which of them were born in Calis", {of("Piet Sandor"), of("Lise Quant")}, "those"),
            ("and in Port Ilan?", {of("Bruno Ake")}, "swap"),
        ),
        talk(
            "ellipsis",
            ("In which exhibition was Red on Grid shown?", into("Red on Grid", "showed")),
            ("And Salt Light?", into("Salt Light", "showed"), "swap"),
            ("When did it open?", ["2018-03-02"]),
        ),
        talk(
            "noun",
            ("who is lise quant married to", out("Lise Quant", "married_to")),
            ("his paintings?", into("Bruno Ake", "painted_by")),
            ("its technique?", ["oil"]),
            ("year?", 1919),
        ),
        talk(
            "widen",
            ("paintings before 1890", before(works, "year", 1890)),
            ("make it 1900", before(works, "year", 1900)),
            ("who painted them", g.out(before(works, "year", 1900), "painted_by"), "those"),
        ),
        talk(
            "negate",
            ("Which paintings were shown in Squares?", out("Squares", "showed")),
            ("Which of those are not oil?", out("Squares", "showed") - made(works, "oil")),
            ("Who painted the collage?", {of("Lise Quant")}, "noun"),
        ),
        talk(
            "swap",
            ("What hangs in Calis House?", into("Calis House", "hangs_in")),
            ("What about the Museum of the Harbour?", into("Museum of the Harbour", "hangs_in")),
            ("since when does it exist, when was it founded?", 1978, "pronoun"),
            ("which museums are older than that?", before(museums, "founded", 1978), "compare"),
        ),
        talk(
            "topic",
            ("Who taught Lise Quant?", into("Lise Quant", "taught")),
            ("And who did she teach?", out("Lise Quant", "taught"), "pronoun"),
            ("Which exhibitions opened in 2021?", {of("Squares")}),
            ("where was it held", out("Squares", "held_at"), "pronoun"),
        ),
        talk(
            "those",
            ("which painters come from meros", into("Meros", "born_in")),
            ("which one is still alive", {of("Samir Vos")}),
            ("and what did he paint?", into("Samir Vos", "painted_by"), "pronoun"),
            ("how big is it? height please", 88, "pronoun"),
        ),
        talk(
            "further",
            ("What movement did Nell Dray belong to?", out("Nell Dray", "belongs_to_movement")),
            ("When did that movement begin?", 1931),
            ("Who else belonged to it?", {of("Samir Vos")}, "other"),
        ),
        talk(
            "ordinal",
            ("list quant's paintings from Lise Quant", quant),
            ("the later one?", g.top(quant, "year")),
            ("where does the other hang", {of("Meros Modern")}, "other"),
        ),
        talk(
            "swap",
            ("Did Nell Dray paint Lamplighters?", True),
            ("And Empty Quay?", False),
            ("Who did?", {of("Samir Vos")}, "ellipsis"),
        ),
        talk(
            "narrow",
            ("show me paintings taller than 100 cm", g.where(works, "height_cm", lambda v: v > 100)),
            ("painted after 1900", g.where(works, "height_cm", lambda v: v > 100) - before(works, "year", 1901)),
            ("and in oil", {of("Last Tram")}),
        ),
        talk(
            "back",
            ("how many people live in Vesper, in millions", 48),
            ("and Tamar?", 5, "swap"),
            ("which cities are in Vesper", into("Vesper", "in_country"), "topic"),
            ("and which painters were born there?", g.into(into("Vesper", "in_country"), "born_in"), "pronoun"),
        ),
    ]
