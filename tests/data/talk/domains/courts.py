"""Talks about cases: a trainee in a hurry, a partner who dictates, a journalist, a client who chats."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""
    cases, judges, statutes, firms = (g.of(each) for each in ("Case", "Judge", "Statute", "Firm"))

    def of(name: str) -> str:
        return next(key for key in g.nodes if key.split("/")[1] == name)

    def out(name: str, relation: str) -> set[str]:
        return g.out(of(name), relation)

    def into(name: str, relation: str) -> set[str]:
        return g.into(of(name), relation)

    def day(keys: set[str], name: str, least: str, most: str) -> set[str]:
        return g.where(keys, name, lambda value: least <= str(value)[:4] <= most)

    def ended(keys: set[str], how: str) -> set[str]:
        return g.where(keys, "outcome", lambda value: value == how)

    marsh, bell = into("Adela Marsh", "presidedOverBy"), into("Conrad Bell", "presidedOverBy")
    dealing = into("Fair Dealing Act", "appliesStatute")
    return [
        talk(
            "pronoun",
            (
                "Which judge presided over Orion Mills v Vesta Foods?",
                out("Orion Mills v Vesta Foods", "presidedOverBy"),
            ),
            ("Which court does she sit on?", out("Thea Roswell", "sitsOn")),
            ("and when was she born", "1960"),
            ("who else sits there?", {of("Piers Holloway")}, "other"),
        ),
        talk(
            "narrow",
            ("cases under the Fair Dealing Act", dealing),
            ("only the allowed ones", ended(dealing, "allowed")),
            ("which of those were decided after 2020", day(ended(dealing, "allowed"), "decidedOn", "2021", "9999")),
            ("how many is that", 2, "count"),
        ),
        talk(
            "swap",
            ("Could you tell me which cases Adela Marsh presided over?", marsh),
            ("And Conrad Bell?", bell),
            ("And what about Ines Oyelaran?", into("Ines Oyelaran", "presidedOverBy")),
        ),
        talk(
            "correct",
            ("who was the plaintiff in tweed v kestrel", out("Tweed v Kestrel", "plaintiff")),
            ("sorry i meant the defendant", out("Tweed v Kestrel", "defendant")),
            ("and in linden v kestrel?", out("Linden v Kestrel", "defendant"), "swap"),
        ),
        talk(
            "noun",
            ("when was Tweed v Vesta Foods filed", ["2016-10-03"]),
            ("decided?", ["2017-02-14"]),
            ("damages?", 12500),
            ("its judge?", out("Tweed v Vesta Foods", "presidedOverBy")),
        ),
        talk(
            "those",
            ("Which lawyers work for Quill & Hart?", into("Quill & Hart", "employedBy")),
            ("Which of them was called to the bar first?", {of("Rosa Quill")}),
            ("and the other one, when was he called?", 2003, "other"),
        ),
        talk(
            "count",
            ("how many cases were dismissed?", len(ended(cases, "dismissed"))),
            ("which ones?", ended(cases, "dismissed"), "those"),
            ("and settled?", len(ended(cases, "settled")), "swap"),
        ),
        talk(
            "topic",
            ("Which firm has the most partners?", g.top(firms, "partners")),
            ("how many does it have?", 25, "pronoun"),
            ("who works there", into("Northgate Legal", "employedBy"), "pronoun"),
            ("which statutes are repealed", g.where(statutes, "repealed", bool)),
        ),
        talk(
            "compare",
            ("How many sections does the Data Custody Act have?", 118),
            ("and the workplace safety act?", 204, "swap"),
            ("which of the two is older?", {of("Workplace Safety Act")}),
        ),
        talk(
            "widen",
            ("list cases filed in 2021", day(cases, "filedOn", "2021", "2021")),
            ("or in 2020", day(cases, "filedOn", "2020", "2021")),
            ("which courts heard them", g.out(day(cases, "filedOn", "2020", "2021"), "heardBy"), "those"),
        ),
        talk(
            "pronoun",
            ("Hi! Which case overruled Tweed v Vesta Foods?", into("Tweed v Vesta Foods", "overrules")),
            ("Was it overruled too?", True),
            ("By which case?", into("Orion Mills v Vesta Foods", "overrules"), "ellipsis"),
            ("And how much was awarded in that one?", 275000),
        ),
        talk(
            "narrow",
            ("judges appointed after 2005", g.where(judges, "appointedOn", lambda v: str(v) > "2006")),
            (
                "born before 1970",
                g.where(judges, "bornIn", lambda v: v < 1970)
                & g.where(judges, "appointedOn", lambda v: str(v) > "2006"),
            ),
            ("where do they sit?", {of("Linden District Court"), of("Court of Appeal for the Marches")}, "those"),
        ),
        talk(
            "swap",
            ("what cases were decided in 2017?", day(cases, "decidedOn", "2017", "2017")),
            ("and in 2019?", day(cases, "decidedOn", "2019", "2019")),
            ("who won... i mean what was the outcome", ["dismissed"], "noun"),
        ),
        talk(
            "other",
            ("Who represented the defendant in Linden v Kestrel?", out("Linden v Kestrel", "representsDefendant")),
            (
                "What other defendants did he represent?",
                g.out(into("Owen Stroud", "representsDefendant") - {of("Linden v Kestrel")}, "defendant"),
            ),
            ("where is he employed", out("Owen Stroud", "employedBy"), "pronoun"),
            ("when was that firm founded", 2001, "noun"),
        ),
        talk(
            "noun",
            ("tell me who sits on the High Court of Ravenna Bay", into("High Court of Ravenna Bay", "sitsOn")),
            ("and her cases?", into("Ines Oyelaran", "presidedOverBy")),
            ("which statute was applied in it", {of("Fair Dealing Act")}, "pronoun"),
            ("since when is that in force? i mean when was it enacted", 1994, "pronoun"),
        ),
        talk(
            "those",
            (
                "which cases did kestrel logistics lose, so where it was defendant",
                into("Kestrel Logistics", "defendant"),
            ),
            ("which of these awarded damages of more than 1000", {of("Tweed v Kestrel")}),
            ("who was the plaintiff there?", {of("Jonah Tweed")}, "pronoun"),
        ),
        talk(
            "ordinal",
            ("Which case had the highest damages?", g.top(cases, "damagesAwarded")),
            ("And the second highest?", {of("Vesta Foods v Orion Mills")}),
            ("Which judge decided the first one?", {of("Thea Roswell")}),
        ),
        talk(
            "negate",
            (
                "which statutes were applied in cases heard by Harrow Magistrates?",
                g.out(into("Harrow Magistrates", "heardBy"), "appliesStatute"),
            ),
            ("which were not?", statutes - g.out(into("Harrow Magistrates", "heardBy"), "appliesStatute")),
        ),
        talk(
            "swap",
            ("Is the Riverbanks Act repealed?", True),
            ("And the Fair Dealing Act?", False),
            ("What cases apply it?", dealing, "pronoun"),
            ("the most recent one?", {of("Vesta Foods v Orion Mills")}, "those"),
        ),
        talk(
            "back",
            ("where does Lena Abara work", out("Lena Abara", "employedBy")),
            ("thx. and Owen Stroud?", out("Owen Stroud", "employedBy"), "swap"),
            ("which of the firms is bigger by partners", {of("Northgate Legal")}, "compare"),
            ("back to Lena, when was she called to the bar", 2012),
        ),
    ]
