"""Talks about an excavation."""

from __future__ import annotations

from tests.data.small.kit import Graph

from ..kit import Dialogue, talk


def dialogues(g: Graph) -> list[Dialogue]:
    """The talks, each with the answers computed on the graph."""

    def made(material: str) -> set[str]:
        return g.into(f"tbl_material/{material}", "mat_cd")

    def kept(museum: str) -> set[str]:
        return g.into(f"tbl_museum/{museum}", "cur_loc_museum_id")

    def dug(person: str) -> set[str]:
        return g.into(f"tbl_person/{person}", "excav_by_pers_id")

    def trenches(site: str) -> set[str]:
        return g.into(f"tbl_site/{site}", "site_id")

    def wrote(book: str) -> set[str]:
        return g.out(f"tbl_publication/{book}", "author_pers_id")

    treasury = kept("Ottermouth Treasury")
    return [
        talk(
            "those",
            ("which finds are made of gold?", made("gold")),
            ("which of them is heavier?", {"tbl_find/Hen torc"}, "compare"),
            ("where is it kept?", {"tbl_museum/Hen Cloud Visitor Centre"}, "pronoun"),
        ),
        talk(
            "pronoun",
            ("who excavated the Brackwater sword?", {"tbl_person/Leila Farahani"}),
            ("when was she born?", [g.value("tbl_person/Leila Farahani", "birth_dt")]),
            ("who trained her?", {"tbl_person/Bartholomew Finch"}),
            ("and him?", {"tbl_person/Prof Aldous Venn"}),
        ),
        talk(
            "swap",
            ("which finds are in Dunshire Museum?", kept("Dunshire Museum")),
            ("and in Ottermouth Treasury?", treasury),
            ("how many are there?", len(treasury), "count"),
            ("which is the most valuable?", {"tbl_find/Prior's ring"}, "those"),
        ),
        talk(
            "before",
            ("which period preceded the Roman one?", {"tbl_period/Iron Age"}),
            ("and before that?", {"tbl_period/Bronze Age"}),
            ("and before that?", {"tbl_period/Neolithic"}),
        ),
        talk(
            "correct",
            ("which trenches are at Gallows Hill?", trenches("Gallows Hill")),
            ("I meant St Osyth's Priory", trenches("St Osyth's Priory")),
            ("who supervised them?", g.out(trenches("St Osyth's Priory"), "supervised_by_pers_id"), "those"),
        ),
        talk(
            "negate",
            ("which materials are organic?", g.where(g.of("tbl_material"), "is_organic", bool)),
            ("which are not?", g.where(g.of("tbl_material"), "is_organic", lambda v: not v)),
        ),
        talk(
            "topic",
            ("who wrote A Road of Oak?", wrote("A Road of Oak")),
            ("who wrote Gold on the Hill?", wrote("Gold on the Hill")),
            ("how many pages does it have?", g.value("tbl_publication/Gold on the Hill", "pages"), "pronoun"),
        ),
        talk(
            "narrow",
            ("which finds did Agnes Pottinger excavate?", dug("Agnes Pottinger")),
            ("only the complete ones", g.where(dug("Agnes Pottinger"), "is_complete", bool)),
            ("how heavy is it?", g.value("tbl_find/Polished axe", "wt_g"), "pronoun"),
        ),
        talk(
            "back",
            ("who supervised Trench E?", {"tbl_person/Leila Farahani"}),
            ("which organisation employs her?", {"tbl_org/Otter Heritage Trust"}, "pronoun"),
            ("who else works there?", {"tbl_person/Agnes Pottinger"}, "other"),
            ("how deep was Trench E?", g.value("tbl_trench/Trench E", "max_depth_cm"), "topic"),
        ),
        talk(
            "same",
            ("what is the Antler comb made of?", {"tbl_material/bone"}),
            ("same for the Dragon Brooch", {"tbl_material/silver", "tbl_material/jet"}),
            ("who conserved it?", {"tbl_person/Tadeusz Wrona"}, "pronoun"),
        ),
    ]
