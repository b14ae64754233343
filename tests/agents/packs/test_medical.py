import pytest

from agents.loaders.records import Record, Reject
from agents.loaders.textfile import TextFile
from agents.packs.medical import diseases, genes, terms
from agents.packs.medical.disease_names import readable
from agents.packs.medical.frequencies import pooled

OBO = """data-version: hp/releases/2025-01-16

[Term]
id: HP:0000001
name: All

[Term]
id: HP:0000118
name: Phenotypic abnormality
is_a: HP:0000001 ! All

[Term]
id: HP:1
name: Fever
alt_id: HP:9
is_a: HP:0000118 ! Phenotypic abnormality

[Term]
id: HP:0003674
name: Onset
is_a: HP:0000001 ! All

[Term]
id: HP:2
name: Late onset
is_a: HP:0003674 ! Onset
"""
COLUMNS = "database_id disease_name qualifier hpo_id reference evidence onset frequency sex modifier aspect biocuration"
HEAD = "#version: 2025-01-16\n" + COLUMNS.replace(" ", "\t") + "\n"


@pytest.fixture
def known(tmp_path):
    (tmp_path / "hp.obo").write_text(OBO)
    return terms.read(TextFile(tmp_path / "hp.obo"))


@pytest.fixture
def annotated(known, tmp_path):
    def annotated(*rows):
        path = tmp_path / "phenotype.hpoa"
        path.write_text(HEAD + "\n".join(rows) + "\n")
        found = list(diseases.groups(TextFile(path), known, "2025"))
        return [item for each in found for item in ([each] if isinstance(each, Reject) else each[2])]

    return annotated


def row(term="HP:1", aspect="P", qualifier="", frequency="", onset="", reference="PMID:1"):
    return f"OMIM:1\tHot disease\t{qualifier}\t{term}\t{reference}\tPCS\t{onset}\t{frequency}\t\t\t{aspect}\tx"


def test_a_terms_type_is_the_branch_it_hangs_in(known):
    assert {id: node.type for id, node in known.nodes.items()} == {
        "HP:0000118": "Phenotype",
        "HP:1": "Phenotype",
        "HP:0003674": "Onset",
        "HP:2": "Onset",
    }


def test_reports_of_one_phenotype_become_one_edge_with_the_people_added_up(annotated):
    (only,) = annotated(
        row(frequency="1/4", reference="PMID:1"), row(frequency="2/4", onset="HP:2", reference="PMID:2")
    )
    assert only.value.triple == ("OMIM:1", "presents_with", "HP:1")
    assert only.value.props == {"frequency": "3/8", "frequency_percent": 37.5, "onset": "Late onset", "evidence": "PCS"}
    assert only.value.sources[0].detail == "PMID:1, PMID:2"


@pytest.mark.parametrize("rows", [[row(qualifier="NOT")], [row(frequency="0/5")], [row(frequency="HP:0040285")]])
def test_what_nobody_had_is_excluded_and_not_present(annotated, rows):
    assert [item.value.relation for item in annotated(*rows)] == ["excludes"]


def test_a_phenotype_seen_in_some_and_not_in_others_is_present(annotated):
    assert [item.value.relation for item in annotated(row(frequency="0/5"), row(frequency="1/5"))] == ["presents_with"]


def test_inheritance_and_onset_have_their_own_relations(annotated):
    relations = [
        item.value.relation for item in annotated(row(aspect="I"), row("HP:2", aspect="C"), row("HP:1", aspect="C"))
    ]
    assert relations == ["inherited_as", "has_onset", "has_course"]


def test_a_merged_terms_id_means_the_term_that_took_it_in(annotated):
    assert annotated(row("HP:9"))[0].value.tail == "HP:1"


def test_an_unknown_term_and_a_broken_row_are_rejected_by_line(annotated):
    found = annotated(row("HP:404"), "OMIM:2\ttoo short")
    assert [(each.line, each.reason) for each in found if isinstance(each, Reject)] == [
        (3, "there is no term 'HP:404'"),
        (4, "12 columns, from a disease's id on, were expected"),
    ]


def test_a_genes_rows_become_its_diseases_and_phenotypes(known, tmp_path):
    path = tmp_path / "genes.txt"
    head = "ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id"
    path.write_text(
        f"{head}\n7\tHOT1\tHP:1\tFever\t1/2\tOMIM:1\n7\tHOT1\tHP:1\tFever\t-\tOMIM:2\n7\tHOT1\tHP:2\tLate\t-\tOMIM:2\n"
    )
    ((gene, line, items),) = genes.groups(TextFile(path), known, "2025")
    edges = [item.value for item in items if isinstance(item, Record)]
    assert (gene.id, gene.name, line) == ("NCBIGene:7", "HOT1", 2)
    assert [edge.triple[1:] for edge in edges] == [
        ("associated_with", "OMIM:2"),
        ("associated_with", "OMIM:1"),
        ("manifests_as", "HP:1"),
    ]
    assert edges[-1].props == {"diseases": ("OMIM:1", "OMIM:2")}


@pytest.mark.parametrize(
    ("names", "name", "aliases"),
    [
        (["MARFAN SYNDROME; MFS"], "Marfan syndrome", ("MFS",)),
        (["HYDROXYKYNURENINURIA", "Hydroxykynureninuria"], "Hydroxykynureninuria", ()),
        (["VITAMIN K DEFICIENCY, TYPE II B6"], "Vitamin K deficiency, type II B6", ()),
        (
            ["Charcot-Marie-Tooth syndrome type 1A (CMT1A)"],
            "Charcot-Marie-Tooth syndrome type 1A (CMT1A)",
            ("Charcot-Marie-Tooth syndrome type 1A", "CMT1A"),
        ),
        (["Deafness, autosomal dominant 5"], "Deafness, autosomal dominant 5", ("autosomal dominant Deafness 5",)),
        (["Atrial fibrillation, familial, 6"], "Atrial fibrillation, familial, 6", ("familial Atrial fibrillation 6",)),
        (
            ["Dystrophy, limb-girdle, recessive 2Z"],
            "Dystrophy, limb-girdle, recessive 2Z",
            ("recessive limb-girdle Dystrophy 2Z",),
        ),
        (["Anemia, with fever"], "Anemia, with fever", ()),
    ],
)
def test_names_are_readable_and_findable(names, name, aliases):
    assert readable(names) == (name, aliases)


@pytest.mark.parametrize(
    ("values", "text", "percent"),
    [
        (["3/8"], "3/8", 37.5),
        (["HP:0040281", "1/2"], "1/2", 50.0),
        (["45%"], "45%", 45.0),
        (["HP:0040282"], "frequent (30-79%)", 54.5),
        (["0/0", "", "often"], "", None),
    ],
)
def test_frequencies_are_pooled(values, text, percent):
    assert (pooled(tuple(values)).text, pooled(tuple(values)).percent) == (text, percent)
