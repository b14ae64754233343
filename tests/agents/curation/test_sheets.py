"""A table of changes."""

import pytest

from agents.curation.sheets import read_sheet
from agents.model import Edge, Provenance
from tests.agents.curation.conftest import FLOWS, MAIN, RHINE

FILE = Provenance("file", "changes.csv")


@pytest.fixture
def read(store):
    return lambda text: read_sheet(store, "rivers", text, store.schema("rivers"), FILE)


@pytest.fixture
def done(store, do, read):
    def apply(text):
        sheet = read(text)
        assert sheet.problems == ()
        do(*sheet.changes)

    return apply


def node(store, id):
    return next(iter(store.nodes("rivers", [id])), None)


def test_a_node_is_added_and_another_is_set_in_what_its_row_fills_in(store, done):
    done("change,id,name,type,km,wet\nnode,nile,Nile,River,6650,yes\nnode,main,,,524,\n")
    assert (node(store, "nile").name, node(store, "nile").props) == ("Nile", {"km": 6650, "wet": True})
    assert (node(store, "main").name, node(store, "main").props) == ("Main", {"km": 524})


def test_facts_are_added_with_the_file_as_their_source_and_removed(store, done):
    done("change;head;relation;tail;since\nfact;bonn;LIES_ON;rhine;1949\nremove fact;main;FLOWS_INTO;rhine;\n")
    assert store.edges("rivers", [("bonn", "LIES_ON", "rhine")]) == (
        Edge("bonn", "LIES_ON", "rhine", {"since": 1949}, (FILE,)),
    )
    assert store.edges("rivers", [FLOWS.triple]) == ()


def test_a_fact_that_is_there_keeps_its_sources(store, done):
    done("change,head,relation,tail,at\nfact,main,FLOWS_INTO,rhine,Mainz\n")
    (edge,) = store.edges("rivers", [FLOWS.triple])
    assert (edge.sources, edge.props) == (FLOWS.sources, {"at": "Mainz"})


def test_renaming_merging_and_removing(store, done):
    done("change,id,name,into\nrename,main,Moenus,\nmerge,rhin,,rhine\nremove node,bonn,,\n")
    assert node(store, "main").aliases == ("Main",)
    assert node(store, "rhin") is None
    assert node(store, "bonn") is None
    assert node(store, "rhine").props["mouth"] == "Rotterdam"


def test_rows_see_each_other(store, done):
    done(
        "change,id,name,type,head,relation,tail\n"
        "node,nile,Nile,River,,,\nnode,nile,The Nile,,,,\nfact,,,,nile,NEAR,main\n"
    )
    assert node(store, "nile").type == "River"
    assert store.edges("rivers", [("nile", "NEAR", "main")])


def test_a_cell_made_safe_for_spreadsheets_is_read_as_it_was(store, done):
    done("change,id,name\nnode,x,'=1+1\nnode,y,''quoted''\nnode,z,'n Sneeuwvlok\n")
    assert [node(store, id).name for id in "xyz"] == ["=1+1", "'quoted''", "'n Sneeuwvlok"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 'one of them has to be "change"'),
        ("id,name\nx,y\n", 'one of them has to be "change"'),
        ("change,id,id\nnode,x,y\n", "same name"),
        ("change,id\nnode,x,y,z\n", "4 cells"),
        ("change,id\nexplode,x\n", "Row 2: 'explode' is no change"),
        ("change,id\nnode,\n", "Row 2: It needs 'id'"),
        ("change,id\nremove node,atlantis\n", "There is no node 'atlantis'"),
        ("change,head,relation,tail\nremove fact,a,b,c\n", "There is no fact"),
        ("change,id,km\nnode,main,long\n", "Row 2: Write a number"),
        ('change,id\nnode,"x\n', "unexpected end of data"),
        ("change,id\n" + "node,x\n" * 5001, "more than 5,000 rows"),
        ("change,id\nnode," + "x" * 5_000_001, "longer than"),
    ],
)
def test_what_is_wrong_is_said_by_row(read, text, words):
    assert words in read(text).problems[0]


def test_many_problems_are_told_in_part(read):
    problems = read("change,id\n" + "explode,x\n" * 30).problems
    assert (len(problems), problems[-1]) == (21, "and 10 more")


def test_what_is_as_it_is_wanted_changes_nothing(store, read, everything, do):
    before = everything()
    do(*read(f"change,id,name,km\nnode,rhine,{RHINE.name},1230\nnode,main,{MAIN.name},525\n").changes)
    assert everything() == before
