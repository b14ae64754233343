OBO = """format-version: 1.2
ontology: pets

[Term]
id: P:1
name: animal

[Term]
id: P:2
name: cat
namespace: mammals
def: "A \\"small\\" animal." [book:1]
synonym: "house cat" EXACT []
synonym: "puss" RELATED layperson [x:1]
is_a: P:1 {source="x"} ! animal
relationship: eats P:3 ! mouse
no tag at all

[Term]
id: P:3
name: obsolete mouse
is_obsolete: true

[Typedef]
id: eats
"""


def test_terms_become_nodes_with_synonyms_and_definition(read):
    cat = read("pets.obo", OBO).nodes["P:2"]
    assert (cat.type, cat.name, cat.aliases, cat.description) == (
        "mammals",
        "cat",
        ("house cat", "puss"),
        'A "small" animal.',
    )


def test_a_term_without_a_namespace_takes_the_ontologys(read):
    assert read("pets.obo", OBO).nodes["P:1"].type == "pets"


def test_is_a_and_relationships_become_edges(read):
    assert read("pets.obo", OBO).triples == [("P:2", "is_a", "P:1"), ("P:2", "eats", "P:3")]


def test_obsolete_terms_are_left_out_and_counted(read):
    found = read("pets.obo", OBO)
    assert "P:3" not in found.nodes
    assert [item.what for item in found.all if hasattr(item, "what")] == ["obsolete terms"]


def test_a_line_that_is_no_tag_is_rejected_by_its_line(read):
    assert read("pets.obo", OBO).rejects == [(17, 'the line is no "tag: value"')]


def test_a_term_without_an_id_is_rejected(read):
    assert read("x.obo", "[Term]\nname: x\n\n[Term]\nid: A\nis_a: \n").rejects == [
        (1, "the [Term] has no id"),
        (6, "the is_a names no term"),
    ]
