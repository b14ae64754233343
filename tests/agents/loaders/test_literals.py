"""Tails that are values become properties of their heads."""

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.loaders.literals import DATE, FLAG, NUMBER, kinds
from agents.loaders.load import load_files

GRAPH = "towns"
TOWNS = "ghent\tin\tbelgium\nghent\tfounded\t1178\nbruges\tfounded\t1128\nbruges\tin\tbelgium\n"


@pytest.fixture
def store(tmp_path):
    return SqliteStore(tmp_path / "graphs.db")


@pytest.fixture
def props(read):
    """Return the properties of each node of a file of triples, and the relations that are left."""

    def props(content, format=None, name="a.tsv"):
        found = read(name, content, format)
        return {id: dict(node.props) for id, node in found.nodes.items()}, {each.relation for each in found.edges}

    return props


@pytest.mark.parametrize(
    ("text", "is_a"),
    [
        ("12", NUMBER), ("-3.5", NUMBER), ("+1e6", NUMBER), ("0", NUMBER), ("0.25", NUMBER), ("1815", NUMBER | DATE),
        ("0987", DATE), ("1815-12-10", DATE), ("1815-12", DATE), ("2001-01-01T10:00:00Z", DATE),
        ("true", FLAG), ("False", FLAG),
        ("", 0), ("0178x", 0), ("01780", 0), ("1,200", 0), ("1815-13-10", 0), ("1-2", 0), ("nan", 0), ("inf", 0),
        ("1e999", 0), ("12345678901234567890", 0), ("٣", 0), ("1_000", 0), (" 1", 0), ("yes", 0), ("-", 0),
        ("1." + "1" * 99, 0),
    ],
)  # fmt: skip
def test_it_knows_values_by_their_look(text, is_a):
    assert kinds(text) == is_a


def test_a_relation_whose_tails_are_all_numbers_is_a_property(props):
    nodes, relations = props(TOWNS)
    assert nodes == {"ghent": {"founded": 1178}, "bruges": {"founded": 1128}, "belgium": {}}
    assert relations == {"in"}


def test_days_and_years_together_are_dates(props):
    assert props("a\tborn\t1815\nb\tborn\t1791-12-26\n")[0] == {"a": {"born": "1815"}, "b": {"born": "1791-12-26"}}


def test_true_and_false_are_flags(props):
    assert props("a\topen\ttrue\nb\topen\tFALSE\n")[0] == {"a": {"open": True}, "b": {"open": False}}


def test_several_values_are_a_tuple_in_the_order_of_the_file(props):
    nodes, _ = props("a\twon\t1999\nb\twon\t1\na\twon\t1994\na\twon\t1999\n")
    assert nodes == {"a": {"won": (1999, 1994)}, "b": {"won": 1}}


@pytest.mark.parametrize(
    "content",
    [
        "a\tr\t1\nb\tr\tc\n",  # one is no value
        "a\tr\t1\nb\tr\ttrue\n",  # values of two kinds
        "a\tr\t1\n1\tis\tb\n",  # a head
        "a\tr\t1\nb\ts\t1\nb\ts\tc\n",  # a thing that another relation leads to
        "a\tr\t1\nb\ts\t1\nb\ts\t2\nc\tt\t2\nc\tt\t3\n3\tis\td\n",  # the same, at two removes
        "a\tname\t1\n",  # a node's own name
        "head\trelation\ttail\tsince\na\tr\t1\t1830\nb\tr\t2\t\n",  # what is said of a fact needs an edge
    ],
)
def test_a_relation_to_things_stays_one(props, content):
    nodes, relations = props(content)
    assert {"r", "name"} & relations
    assert "1" in nodes
    assert not any(nodes.values())


def test_values_of_several_relations_may_be_alike(props):
    assert props("a\tborn\t1815\nb\tdied\t1815\n")[0] == {"a": {"born": 1815}, "b": {"died": 1815}}


def test_csv_triples_have_values_too(props):
    assert props("head,relation,tail\nghent,founded,1178\n", name="a.csv") == ({"ghent": {"founded": 1178}}, set())


@pytest.mark.parametrize("name", ["a.tsv", "a.csv"])
def test_the_format_triples_makes_a_node_of_every_tail(props, name):
    content = "head\trelation\ttail\nghent\tfounded\t1178\n"
    content = content if name == "a.tsv" else content.replace("\t", ",")
    assert props(content, "triples", name) == ({"ghent": {}, "1178": {}}, {"founded"})


def test_all_files_of_a_load_are_looked_through(store, write):
    follows = write("years.tsv", "1178\twas\ta good year\n")
    load_files(store, GRAPH, [write("a.tsv", TOWNS), follows])
    assert [node.props for node in store.nodes(GRAPH, ["ghent", "1178"])] == [{}, {}]


def test_a_node_that_another_file_describes_is_no_value(store, write):
    load_files(store, GRAPH, [write("a.tsv", TOWNS), write("n.csv", ":ID,name\n1178,The year of the charter\n")])
    assert store.nodes(GRAPH, ["ghent"])[0].props == {}


def test_a_node_that_another_file_describes_takes_its_values(store, write):
    load_files(store, GRAPH, [write("a.tsv", TOWNS), write("n.csv", ":ID,name,people:int\nghent,Ghent,262219\n")])
    assert store.nodes(GRAPH, ["ghent"])[0].props == {"people": 262219, "founded": 1178}


def test_a_second_load_changes_nothing(store, write):
    files = [write("a.tsv", TOWNS + "ghent\tfounded\t650\n")]
    load_files(store, GRAPH, files)
    assert not load_files(store, GRAPH, files).changed


def test_values_of_a_later_load_are_added_to_the_node(store, write):
    first, later = write("a.tsv", TOWNS), write("b.tsv", "ghent\tfounded\t650\nghent\tpeople\t262219\n")
    load_files(store, GRAPH, [first])
    assert load_files(store, GRAPH, [later]).counts.nodes_changed == 1
    assert store.nodes(GRAPH, ["ghent"])[0].props == {"founded": (1178, 650), "people": 262219}
    assert not load_files(store, GRAPH, [first]).changed
    assert not load_files(store, GRAPH, [later]).changed


def test_the_load_says_what_it_read_as_properties(store, write):
    result = load_files(store, GRAPH, [write("a.tsv", TOWNS)])
    assert result.valued == {"founded": 2}
    assert "2 rows were read as properties: 'founded' (the format 'triples' makes nodes of them)." in result.sentence


def test_the_schema_knows_their_kinds(store, write):
    load_files(store, GRAPH, [write("a.tsv", "a\tborn\t1815\nb\tborn\t1791-12-26\na\tage\t3\na\topen\ttrue\n")])
    kinds = {each.name: each.kind for each in store.schema(GRAPH).types[0].properties}
    assert kinds == {"born": "date", "age": "number", "open": "flag"}


def test_progress_ends_at_its_total(store, write):
    seen = []
    load_files(store, GRAPH, [write("a.tsv", TOWNS)], on_progress=seen.append)
    assert seen[-1].done == seen[-1].total
