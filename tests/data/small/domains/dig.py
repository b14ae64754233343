"""An excavation as its database has it: columns for relations (`excav_by_pers_id`), tables for types, codes, weights, years BC."""

# ruff: noqa: E501 - the tables are one row a line

from __future__ import annotations

from ..kit import Graph, Ids, Question, mean


def build() -> Graph:
    """Sites, trenches, contexts, finds, people, museums, materials and periods."""
    g = Graph()
    g.table(
        "tbl_site",
        "area_ha elev_m disc_yr county_id>tbl_county landowner",
        """
        Gallows Hill | 3.2 | 141 | 1934 | Dunshire | Lady Arabella Thorne
        Brackwater Ford | 0.8 | 12 | 2016 | Dunshire | Crown Estate
        Hen Cloud Rings | 11.5 | 402 | 1871 | Westmark | Parish of Hen
        St Osyth's Priory | 5.6 | 67 | 1899 | Ottermouth | Diocese of Otter
        """,
    )
    g.plain("tbl_county", "Dunshire, Westmark, Ottermouth")
    g.table(
        "tbl_trench",
        "len_m max_depth_cm opened_dt closed_dt site_id>tbl_site supervised_by_pers_id>tbl_person",
        """
        Trench A | 24 | 165 | 2018-06-11 | 2018-08-03 | Gallows Hill | Dr Niamh Corrigan
        Trench B | 10 | 90 | 2019-06-17 | 2019-07-26 | Gallows Hill | Oskar Lindholm
        Trench C | 8.5 | 210 | 2021-05-03 | 2021-09-10 | Brackwater Ford | Dr Niamh Corrigan
        Trench D | 40 | 120 | 2017-07-02 | 2017-08-19 | Hen Cloud Rings | Bartholomew Finch
        Trench E | 16 | 240 | 2022-04-25 | 2022-10-14 | St Osyth's Priory | Leila Farahani
        Trench F | 12 | 75 | 2023-06-05 | | St Osyth's Priory | Oskar Lindholm
        """,
    )
    g.table(
        "tbl_context",
        "depth_cm soil_ph feature trench_id>tbl_trench overlies_ctx_id>tbl_context period_cd>tbl_period",
        """
        Context 101 | 20 | 6.5 | ploughsoil | Trench A | Context 102 | Medieval
        Context 102 | 75 | 6.8 | ditch fill | Trench A | Context 103 | Roman
        Context 103 | 150 | 7.1 | pit fill | Trench A | | Iron Age
        Context 201 | 60 | 6.2 | hearth | Trench B | Context 202 | Iron Age
        Context 202 | 88 | 6 | pit fill | Trench B | | Bronze Age
        Context 301 | 180 | 7.7 | timber causeway | Trench C | | Bronze Age
        Context 401 | 45 | 5.4 | rampart | Trench D | Context 402 | Iron Age
        Context 402 | 110 | 5.1 | hearth | Trench D | | Neolithic
        Context 501 | 95 | 7.3 | grave | Trench E | Context 502 | Anglo-Saxon
        Context 502 | 225 | 7.4 | ditch fill | Trench E | | Roman
        Context 601 | 50 | 6.9 | grave | Trench F | | Medieval
        """,
    )
    g.table(
        "tbl_period",
        "from_yr to_yr preceded_by_period_cd>tbl_period",
        """
        Neolithic | -4000 | -2200 |
        Bronze Age | -2200 | -800 | Neolithic
        Iron Age | -800 | 43 | Bronze Age
        Roman | 43 | 410 | Iron Age
        Anglo-Saxon | 410 | 1066 | Roman
        Medieval | 1066 | 1540 | Anglo-Saxon
        """,
    )
    g.table(
        "tbl_person",
        "birth_dt day_rate_eur employer_org_id>tbl_org trained_by_pers_id>tbl_person",
        """
        Dr Niamh Corrigan | 1974-03-02 | 310 | Dunshire Archaeology | Prof Aldous Venn
        Oskar Lindholm | 1989-10-20 | 190 | Dunshire Archaeology | Dr Niamh Corrigan
        Bartholomew Finch | 1958-01-15 | 240 | University of Westmark | Prof Aldous Venn
        Leila Farahani | 1983-07-07 | 265 | Otter Heritage Trust | Bartholomew Finch
        Prof Aldous Venn | 1940-11-30 | 0 | University of Westmark |
        Agnes Pottinger | 1995-05-26 | 150 | Otter Heritage Trust | Leila Farahani
        Tadeusz Wrona | 1979-09-09 | 220 | Conservation Lab Nine | Bartholomew Finch
        Chloe Bright | 1998-12-12 | 145 | Conservation Lab Nine | Tadeusz Wrona
        """,
    )
    g.plain("tbl_org", "Dunshire Archaeology, University of Westmark, Otter Heritage Trust, Conservation Lab Nine")
    g.table(
        "tbl_museum",
        "founded_yr town visitors_k curator_pers_nm",
        """
        Dunshire Museum | 1886 | Dunbridge | 74 | Imogen Slate
        Hen Cloud Visitor Centre | 1994 | Hen | 18 | Rufus Kettle
        Ottermouth Treasury | 1911 | Ottermouth | 122 | Sister Beatrice Amory
        """,
    )
    g.table(
        "tbl_material",
        "is_organic density_g_cm3",
        """
        bronze | false | 8.8
        iron | false | 7.9
        silver | false | 10.5
        gold | false | 19.3
        flint | false | 2.6
        bone | true | 1.9
        oak | true | 0.7
        clay | false | 1.8
        jet | true | 1.3
        """,
    )
    g.table(
        "tbl_find",
        "wt_g len_mm qty found_dt val_eur is_complete ctx_id>tbl_context mat_cd>tbl_material excav_by_pers_id>tbl_person consv_by_pers_id[start_dt;hrs]>tbl_person cur_loc_museum_id>tbl_museum",
        """
        Dragon Brooch | 41.5 | 62 | 1 | 2018-07-02 | 18000 | true | Context 102 | silver, jet | Oskar Lindholm | Tadeusz Wrona [2018-09-01;36] | Dunshire Museum
        Bow fibula | 12 | 48 | 1 | 2018-07-19 | 450 | false | Context 102 | bronze | Agnes Pottinger | Chloe Bright [2019-01-14;9] | Dunshire Museum
        Loom weight SF-17 | 620 | 95 | 3 | 2018-07-30 | 60 | false | Context 103 | clay | Dr Niamh Corrigan | | Dunshire Museum
        Leaf point SF-21 | 18.5 | 71 | 1 | 2019-07-04 | 220 | true | Context 202 | flint | Oskar Lindholm | |
        Antler comb | 33 | 110 | 1 | 2019-07-11 | 900 | false | Context 201 | bone | Agnes Pottinger | Tadeusz Wrona [2019-10-03;22] | Dunshire Museum
        Causeway post | 14500 | 1800 | 12 | 2021-06-21 | 0 | false | Context 301 | oak | Dr Niamh Corrigan | Tadeusz Wrona [2021-07-01;140], Chloe Bright [2021-07-01;210] | Dunshire Museum
        Brackwater sword | 1150 | 690 | 1 | 2021-08-13 | 46000 | true | Context 301 | bronze | Leila Farahani | Chloe Bright [2021-11-08;88] |
        Hen torc | 380 | 165 | 1 | 2017-07-28 | 125000 | true | Context 401 | gold | Bartholomew Finch | Tadeusz Wrona [2017-09-18;30] | Hen Cloud Visitor Centre
        Polished axe | 410 | 142 | 1 | 2017-08-10 | 700 | true | Context 402 | flint | Agnes Pottinger | | Hen Cloud Visitor Centre
        Prior's ring | 9.5 | 24 | 1 | 2022-05-30 | 31000 | true | Context 501 | gold | Leila Farahani | Chloe Bright [2022-06-15;12] | Ottermouth Treasury
        Seax SF-88 | 290 | 310 | 1 | 2022-06-17 | 2600 | false | Context 501 | iron, bone | Agnes Pottinger | Tadeusz Wrona [2022-08-22;54] | Ottermouth Treasury
        Hobnail cluster | 85 | 15 | 47 | 2022-09-29 | 40 | false | Context 502 | iron | Chloe Bright | | Ottermouth Treasury
        Pilgrim badge | 21 | 38 | 1 | 2023-07-08 | 380 | true | Context 601 | silver | Oskar Lindholm | Chloe Bright [2023-09-04;7] | Ottermouth Treasury
        """,
    )
    g.table(
        "tbl_publication",
        "pub_yr pages author_pers_id>tbl_person about_site_id>tbl_site publisher_org_id>tbl_org",
        """
        Ditches and Dragons | 2020 | 188 | Dr Niamh Corrigan, Oskar Lindholm | Gallows Hill | Dunshire Archaeology
        A Road of Oak | 2023 | 96 | Dr Niamh Corrigan | Brackwater Ford | Dunshire Archaeology
        The Rings Reconsidered | 1988 | 412 | Prof Aldous Venn | Hen Cloud Rings | University of Westmark
        Gold on the Hill | 2019 | 54 | Bartholomew Finch, Tadeusz Wrona | Hen Cloud Rings | University of Westmark
        Osyth Before the Priory | 2024 | 230 | Leila Farahani, Agnes Pottinger | St Osyth's Priory | Otter Heritage Trust
        """,
    )
    return g


def ask(g: Graph) -> list[Question]:
    """The questions, each with the answer computed on the graph."""
    finds, sites, trenches, contexts = g.of("tbl_find"), g.of("tbl_site"), g.of("tbl_trench"), g.of("tbl_context")
    people, museums, books = g.of("tbl_person"), g.of("tbl_museum"), g.of("tbl_publication")

    def person(name: str) -> str:
        return f"tbl_person/{name}"

    def made(material: str) -> Ids:
        return g.into(f"tbl_material/{material}", "mat_cd")

    def kept(museum: str) -> Ids:
        return g.into(f"tbl_museum/{museum}", "cur_loc_museum_id")

    def dug(name: str) -> Ids:
        return g.into(person(name), "excav_by_pers_id")

    def treated(name: str) -> Ids:
        return g.into(person(name), "consv_by_pers_id")

    def at(site: str) -> Ids:
        return g.into(f"tbl_site/{site}", "site_id", "trench_id", "ctx_id")

    def dated(period: str) -> Ids:
        return g.into(f"tbl_period/{period}", "period_cd", "ctx_id")

    def hours(find: str, name: str) -> float:
        return g.said[f"tbl_find/{find}", "consv_by_pers_id", person(name)]["hrs"]

    def wrote(name: str) -> Ids:
        return g.into(person(name), "author_pers_id")

    treasury, dunshire = kept("Ottermouth Treasury"), kept("Dunshire Museum")
    corrigan, finch = "Dr Niamh Corrigan", "Bartholomew Finch"
    return [
        ("who dug up the Hen torc?", "lookup", g.out("tbl_find/Hen torc", "excav_by_pers_id")),
        ("what is the dragon brooch made of", "lookup", g.out("tbl_find/Dragon Brooch", "mat_cd")),
        ("Where is the Pilgrim badge kept now?", "lookup", g.out("tbl_find/Pilgrim badge", "cur_loc_museum_id")),
        ("finds made of gold", "inverse", made("gold")),
        ("Which finds were excavated by Agnes Pottinger?", "inverse", dug("Agnes Pottinger")),
        ("who conserved the causeway post", "lookup", g.out("tbl_find/Causeway post", "consv_by_pers_id")),
        ("What did Tadeusz Wrona conserve?", "inverse", treated("Tadeusz Wrona")),
        ("which context does the antler comb come from?", "lookup", g.out("tbl_find/Antler comb", "ctx_id")),
        ("trenches at Gallows Hill pls", "inverse", g.into("tbl_site/Gallows Hill", "site_id")),
        ("Who supervised Trench E?", "lookup", g.out("tbl_trench/Trench E", "supervised_by_pers_id")),
        (
            "which trenches has Oskar Lindholm supervised",
            "inverse",
            g.into(person("Oskar Lindholm"), "supervised_by_pers_id"),
        ),
        ("in which county is Hen Cloud Rings?", "lookup", g.out("tbl_site/Hen Cloud Rings", "county_id")),
        ("what period does Context 402 date from", "lookup", g.out("tbl_context/Context 402", "period_cd")),
        ("What lies directly under Context 101?", "lookup", g.out("tbl_context/Context 101", "overlies_ctx_id")),
        ("which context overlies Context 502", "inverse", g.into("tbl_context/Context 502", "overlies_ctx_id")),
        ("who trained Leila Farahani?", "lookup", g.out(person("Leila Farahani"), "trained_by_pers_id")),
        ("Corrigan works for whom?", "lookup", g.out(person(corrigan), "employer_org_id")),
        (
            "people employed by Conservation Lab Nine",
            "inverse",
            g.into("tbl_org/Conservation Lab Nine", "employer_org_id"),
        ),
        ("authors of Gold on the Hill", "lookup", g.out("tbl_publication/Gold on the Hill", "author_pers_id")),
        ("What has Niamh Corrigan written?", "inverse", wrote(corrigan)),
        ("which period came before the Roman one?", "lookup", g.out("tbl_period/Roman", "preceded_by_period_cd")),
        ("how heavy is the Brackwater sword", "property", g.value("tbl_find/Brackwater sword", "wt_g")),
        ("weight of the polished axe?", "property", g.value("tbl_find/Polished axe", "wt_g")),
        ("How much is the Prior's ring worth?", "property", g.value("tbl_find/Prior's ring", "val_eur")),
        ("on which date was the Dragon Brooch found", "date", [g.value("tbl_find/Dragon Brooch", "found_dt")]),
        ("When was Trench B closed?", "date", [g.value("tbl_trench/Trench B", "closed_dt")]),
        ("How deep is Context 301?", "property", g.value("tbl_context/Context 301", "depth_cm")),
        ("who owns the land at Brackwater Ford", "property", [g.value("tbl_site/Brackwater Ford", "landowner")]),
        (
            "who's the curator of the Ottermouth Treasury?",
            "property",
            [g.value("tbl_museum/Ottermouth Treasury", "curator_pers_nm")],
        ),
        ("In which trench was the Bow fibula found?", "two-hop", g.out("tbl_find/Bow fibula", "ctx_id", "trench_id")),
        (
            "which period is the leaf point SF-21 from",
            "two-hop",
            g.out("tbl_find/Leaf point SF-21", "ctx_id", "period_cd"),
        ),
        ("Which finds come from the Iron Age?", "two-hop", dated("Iron Age")),
        (
            "who supervised the trenches at St Osyth's Priory?",
            "two-hop",
            g.out(g.into("tbl_site/St Osyth's Priory", "site_id"), "supervised_by_pers_id"),
        ),
        (
            "employer of the person who excavated the Brackwater sword",
            "two-hop",
            g.out("tbl_find/Brackwater sword", "excav_by_pers_id", "employer_org_id"),
        ),
        (
            "who was the trainer of Chloe Bright's trainer",
            "two-hop",
            g.out(person("Chloe Bright"), "trained_by_pers_id", "trained_by_pers_id"),
        ),
        (
            "What materials are the things in the Hen Cloud Visitor Centre made of?",
            "two-hop",
            g.out(kept("Hen Cloud Visitor Centre"), "mat_cd"),
        ),
        (
            "at which site was the Seax SF-88 discovered?",
            "three-hop",
            g.out("tbl_find/Seax SF-88", "ctx_id", "trench_id", "site_id"),
        ),
        ("list every find from Gallows Hill", "three-hop", at("Gallows Hill")),
        (
            "Which museum holds the finds from the trench that Bartholomew Finch supervised?",
            "three-hop",
            g.out(g.into(g.into(person(finch), "supervised_by_pers_id"), "trench_id", "ctx_id"), "cur_loc_museum_id"),
        ),
        ("How many finds are at the Dunshire Museum", "count", len(dunshire)),
        ("how many trenches were opened at gallows hill?", "count", len(g.into("tbl_site/Gallows Hill", "site_id"))),
        ("number of finds of iron", "count", len(made("iron"))),
        (
            "How many people did Prof Venn train?",
            "count",
            len(g.into(person("Prof Aldous Venn"), "trained_by_pers_id")),
        ),
        ("heaviest find", "superlative", g.top(finds, "wt_g")),
        ("What's the most valuable find?", "superlative", g.top(finds, "val_eur")),
        ("the most valuable thing in the ottermouth treasury", "superlative", g.top(treasury, "val_eur")),
        ("Which site is the highest above sea level?", "superlative", g.top(sites, "elev_m")),
        ("deepest trench?", "superlative", g.top(trenches, "max_depth_cm")),
        ("smallest site by area", "superlative", g.top(sites, "area_ha", min)),
        ("Which is the most visited museum?", "superlative", g.top(museums, "visitors_k")),
        ("Who excavated the most finds?", "superlative", g.most(people, lambda each: g.into(each, "excav_by_pers_id"))),
        (
            "which museum has the fewest finds",
            "superlative",
            g.most(museums, lambda each: g.into(each, "cur_loc_museum_id"), min),
        ),
        ("what is the latest publication", "superlative", g.top(books, "pub_yr")),
        ("finds over 500 g", "comparison", g.where(finds, "wt_g", lambda v: v > 500)),
        ("Which finds are worth more than 10,000 euros?", "comparison", g.where(finds, "val_eur", lambda v: v > 10000)),
        ("sites discovered before 1900", "comparison", g.where(sites, "disc_yr", lambda v: v < 1900)),
        ("which finds are shorter than 4 cm?", "comparison", g.where(finds, "len_mm", lambda v: v < 40)),
        (
            "finds dug up between June 2021 and June 2022",
            "between",
            g.where(finds, "found_dt", lambda v: "2021-06-01" <= v <= "2022-06-30"),
        ),
        ("everything found after 2022-06-01", "comparison", g.where(finds, "found_dt", lambda v: v > "2022-06-01")),
        (
            "publications with more pages than Ditches and Dragons",
            "comparison",
            g.where(books, "pages", lambda v: v > 188),
        ),
        ("Which finds are made of both iron and bone?", "both", made("iron") & made("bone")),
        (
            "finds dug by Agnes Pottinger and conserved by Tadeusz Wrona",
            "both",
            dug("Agnes Pottinger") & treated("Tadeusz Wrona"),
        ),
        ("bronze finds kept in the dunshire museum", "both", made("bronze") & dunshire),
        ("Finds in the Ottermouth Treasury that aren't made of iron", "but-not", treasury - made("iron")),
        (
            "which people trained by Bartholomew Finch are not employed by Otter Heritage Trust?",
            "but-not",
            g.into(person(finch), "trained_by_pers_id") - g.into("tbl_org/Otter Heritage Trust", "employer_org_id"),
        ),
        ("things made of silver or jet", "either", made("silver") | made("jet")),
        ("contexts that are hearths", "property", g.where(contexts, "feature", lambda v: v == "hearth")),
        ("Is the Hen torc complete?", "yes-no", g.value("tbl_find/Hen torc", "is_complete")),
        ("was the bow fibula found by Oskar Lindholm?", "yes-no", False),
        ("does Context 401 overlie Context 402", "yes-no", True),
        (
            "Is the Hen torc heavier than the Polished axe?",
            "yes-no",
            g.value("tbl_find/Hen torc", "wt_g") > g.value("tbl_find/Polished axe", "wt_g"),
        ),
        (
            "which is older as a museum, Dunshire or Ottermouth Treasury?",
            "compare",
            g.top({"tbl_museum/Dunshire Museum", "tbl_museum/Ottermouth Treasury"}, "founded_yr", min),
        ),
        (
            "What other finds come from the same context as the Seax SF-88?",
            "same-as",
            g.into(g.out("tbl_find/Seax SF-88", "ctx_id"), "ctx_id") - {"tbl_find/Seax SF-88"},
        ),
        (
            "who works for the same employer as Agnes Pottinger",
            "same-as",
            g.into(g.out(person("Agnes Pottinger"), "employer_org_id"), "employer_org_id")
            - {person("Agnes Pottinger")},
        ),
        (
            "how many hours did Chloe Bright spend conserving the Brackwater sword?",
            "edge",
            hours("Brackwater sword", "Chloe Bright"),
        ),
        ("total value of the finds in the Ottermouth Treasury", "sum", sum(g.values(treasury, "val_eur"))),
        (
            "average day rate at Dunshire Archaeology",
            "average",
            mean(g.values(g.into("tbl_org/Dunshire Archaeology", "employer_org_id"), "day_rate_eur")),
        ),
        ("finds that are not in any museum", "not", finds - g.into(museums, "cur_loc_museum_id")),
        ("organic materials", "property", g.where(g.of("tbl_material"), "is_organic", lambda v: v is True)),
        ("who paid for the dig at Gallows Hill?", "absent", None),
        ("What colour is the Dragon Brooch", "absent", None),
        ("which radiocarbon lab dated Context 301?", "absent", None),
        ("opening hours of the dunshire museum", "absent", None),
        ("Who excavated the Staffordshire Hoard?", "absent", None),
        ("which king was buried at St Osyth's Priory?", "absent", None),
        ("what did people eat in the Iron Age", "absent", None),
        ("What is Imogen Slate's e-mail address?", "absent", None),
        ("who drew the plan of Trench D?", "absent", None),
        ("which airport is nearest to Brackwater Ford", "absent", None),
    ]
