from hypothesis import given
from hypothesis import strategies as st

from agents.loaders.tsv import _unquoted


def test_it_reads_triples_without_a_header(read):
    found = read("a.tsv", "ghent\tin\tbelgium\nbelgium\tborders\tfrance\n")
    assert found.triples == [("ghent", "in", "belgium"), ("belgium", "borders", "france")]
    assert found.nodes["ghent"].name == "ghent"
    assert found.nodes["ghent"].type == ""


def test_it_takes_the_columns_that_a_header_names_and_keeps_the_others_as_properties(read):
    found = read("a.tsv", "tail\tsince\thead\trelation\nbelgium\t1830\tghent\tin\n")
    assert found.triples == [("ghent", "in", "belgium")]
    assert found.edges[0].props == {"since": "1830"}


def test_it_rejects_a_bad_row_by_line_and_goes_on(read):
    found = read("a.tsv", "a\tr\tb\nonly two\tcolumns\na\t\tb\nc\tr\td\n")
    assert found.rejects == [(2, "3 columns were expected and 2 found"), (3, "the relation is empty")]
    assert found.triples == [("a", "r", "b"), ("c", "r", "d")]


def test_it_takes_cells_out_of_the_quotes_of_a_spreadsheet(read):
    found = read("a.tsv", '"the ""big"" one"\tis\tthing\n5" pipe\tis\tthing\n')
    assert [triple[0] for triple in found.triples] == ['the "big" one', '5" pipe']


def test_it_skips_empty_lines_and_comments(read):
    found = read("a.tsv", "# who made this\n\na\tr\tb\n")
    assert found.triples == [("a", "r", "b")]
    assert found.rejects == []


def test_it_yields_every_node_before_the_first_edge(read):
    found = read("a.tsv", "a\tr\tb\nc\tr\td\n")
    kinds = [hasattr(item.value, "relation") for item in found.all]
    assert kinds == sorted(kinds)


@given(st.text(alphabet='ab"', max_size=12))
def test_a_cell_quoted_as_csv_does_comes_back_as_it_was(text):
    assert _unquoted('"' + text.replace('"', '""') + '"') == text
