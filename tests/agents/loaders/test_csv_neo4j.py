import pytest

from agents.errors import LoadError
from agents.loaders.files import FileSource


def test_it_types_cells_as_the_header_says(read):
    head = "id:ID,name,born:int,height:float,alive:boolean,tags:string[],:LABEL"
    ada = read("people.csv", f"{head}\n1,Ada,1815,1.65,false,maths;poetry,Person\n").nodes["1"]
    assert (ada.type, ada.name) == ("Person", "Ada")
    assert ada.props == {"id": "1", "born": 1815, "height": 1.65, "alive": False, "tags": ("maths", "poetry")}


def test_it_keeps_id_spaces_apart(write):
    nodes = write("n.csv", ":ID(Person),name\n1,Ada\n")
    films = write("f.csv", ":ID(Film),title\n1,Metropolis\n")
    edges = write("e.csv", ":START_ID(Person),:END_ID(Film),:TYPE,year:int\n1,1,SAW,1927\n")
    values = [item.value for item in FileSource([edges, nodes, films]).items()]
    assert [getattr(value, "name", "") for value in values] == ["Ada", "Metropolis", ""]
    assert values[2].triple == ("Person:1", "SAW", "Film:1")
    assert values[2].props == {"year": 1927}


def test_an_empty_cell_is_no_value(read):
    assert read("n.csv", ":ID,name,born:int\n1,Ada,\n").nodes["1"].props == {}


def test_it_rejects_a_cell_that_is_not_of_its_type_and_goes_on(read):
    found = read("n.csv", ":ID,name,born:int\n1,Ada,soon\n2,Max\n,Nobody,3\n3,Eve,1900\n")
    assert [line for line, _ in found.rejects] == [2, 3, 4]
    assert found.rejects[0][1] == "'soon' in the column born is no int"
    assert list(found.nodes) == ["3"]


def test_a_quote_that_nobody_closes_costs_one_row(read):
    found = read("n.csv", ':ID,name\n1,"Ada\n2,Max\n3,Eve\n')
    assert found.rejects == [(2, "a quote is not closed")]
    assert list(found.nodes) == ["2", "3"]


def test_a_quoted_cell_may_span_lines_and_hold_the_separator(read):
    found = read("n.csv", ':ID,name,story\r\n1,"Lovelace, Ada","two\r\nlines"\r\n2,Max,x\r\n')
    assert found.nodes["1"].name == "Lovelace, Ada"
    assert found.nodes["1"].props == {"story": "two\nlines"}
    assert [item.line for item in found.all] == [2, 4]


@pytest.mark.parametrize("between", [";", "\t", "|"])
def test_it_finds_what_separates_the_columns(read, between):
    text = f":ID{between}name{between}:LABEL\n1{between}Ada{between}Person\n"
    assert read("n.csv", text).nodes["1"].type == "Person"


def test_several_labels_stay_as_a_property_and_the_first_telling_one_is_the_type(read):
    node = read("n.csv", ":ID,name,:LABEL\n1,Ada,Entity;Person;Poet\n").nodes["1"]
    assert node.type == "Person"
    assert node.props["labels"] == ("Entity", "Person", "Poet")


def test_it_reads_triples_with_commas_where_the_header_says_so(read):
    found = read("t.csv", 'source,target,relation\nghent,"belgium, kingdom of",in\n')
    assert found.triples == [("ghent", "in", "belgium, kingdom of")]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (":START_ID,:TYPE", "no column :END_ID"),
        (":START_ID,:END_ID", "no column :TYPE"),
        (":ID,:ID", "two columns :ID"),
    ],
)
def test_a_header_that_lacks_a_role_is_one_sentence(write, header, words):
    with pytest.raises(LoadError, match=words):
        FileSource([write("e.csv", f"{header}\n1,2\n")])


def test_a_header_written_in_windows_1252_keeps_its_letters(read):
    assert read("n.csv", ":ID,name,métier\r\n1,Zoë,poète\r\n".encode("cp1252")).nodes["1"].props == {"métier": "poète"}
