"""Putting many things back at once, each only where it is as whoever asks knew it."""

from agents.changes import ChangeSet, PutEdge, PutNode, Swap
from agents.model import Edge, Node, Provenance
from tests.contracts.conftest import EDGES, NODES

OUT = [Swap(each, None) for each in (*NODES, *EDGES)]
BACK = [Swap(None, each) for each in (*NODES, *EDGES)]
ROME = Node("rome", "City", "Rome")


def everything(store):
    return [each.to_json() for each in store.export("europe")]


def test_a_whole_graph_goes_and_comes_back_in_any_order(europe):
    before = everything(europe)
    gone = europe.swap("europe", OUT)
    assert (len(gone.done), gone.already, gone.stayed, everything(europe)) == (len(OUT), 0, (), [])
    assert europe.find("europe", "France") == ()
    assert len(europe.swap("europe", BACK[::-1]).done) == len(BACK)
    assert everything(europe) == before
    assert europe.find("europe", "Lutetia")[0].node.id == "paris"


def test_done_again_it_finds_all_as_it_is_to_be(europe):
    europe.swap("europe", OUT)
    version = europe.version("europe")
    again = europe.swap("europe", OUT)
    assert (again.done, again.already, again.stayed) == ((), len(OUT), ())
    assert europe.version("europe") == version


def test_what_was_changed_since_stays_with_what_hangs_on_it(europe):
    known = Edge("fr", "borders", "de", {"km": 999}, (Provenance("person", "Carl"),), 0.5)
    europe.apply("europe", ChangeSet("c", (PutEdge(known), PutNode(ROME), PutEdge(Edge("rome", "city_of", "eu")))))
    found = europe.swap("europe", OUT)
    stayed = {each.swap.key: (each.now, each.why) for each in found.stayed}
    assert stayed[known.triple] == (known, "It was changed since.")
    assert {key: why for key, (_, why) in stayed.items() if isinstance(key, str)} == dict.fromkeys(
        ["fr", "de", "eu"], "Facts were tied to it since."
    )
    assert {each["id"] for each in everything(europe) if "name" in each} == {"fr", "de", "eu", "rome"}


def test_a_fact_without_its_ends_is_not_put(europe):
    edge = Edge("rome", "city_of", "fr")
    (stayed,) = europe.swap("europe", [Swap(None, edge)]).stayed
    assert (stayed.now, stayed.why) == (None, "A thing that it speaks of is gone.")


def test_things_are_changed_back(europe):
    before, after = NODES[0], Node("fr", "Empire", "Gaul", ("Gallia",), "", {"population": 68.0, "eu": 1})
    road, street = (
        EDGES[0],
        Edge("fr", "borders", "de", {"km": (418, "so")}, (Provenance("file", "a", "b"),), 0.25, "x"),
    )
    europe.swap("europe", [Swap(before, after), Swap(road, street)])
    assert europe.nodes("europe", ["fr"])[0].to_json() == after.to_json()
    assert europe.edges("europe", [road.triple]) == (street,)
    assert europe.swap("europe", [Swap(before, after)]).already == 1


def test_a_number_is_not_a_flag(europe):
    flag, number = (Node("n", "T", "N", (), "", {"p": value}) for value in (True, 1))
    europe.swap("europe", [Swap(None, flag)])
    assert europe.swap("europe", [Swap(number, None)]).stayed[0].now == flag
