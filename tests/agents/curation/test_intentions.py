"""What curators want, as changes."""

import pytest

from agents.curation import intentions
from agents.errors import ChangeRefused
from agents.model import Edge, Node
from tests.agents.curation.conftest import BONN, FLOWS, MAIN, RHIN, RHINE


def node(store, id):
    return next(iter(store.nodes("rivers", [id])), None)


def test_a_renamed_node_keeps_its_old_name_as_an_alias(store, do):
    do(*intentions.rename(RHINE, "Rhein"))
    assert (node(store, "rhine").name, node(store, "rhine").aliases) == ("Rhein", ("Rhine",))


def test_nodes_get_another_type_and_a_property(store, do):
    do(*intentions.retype([MAIN, RHIN], "Stream"))
    do(*intentions.set_property(store.nodes("rivers", ["main"]), "km", 524))
    do(*intentions.set_property(store.nodes("rivers", ["rhin"]), "km", None))
    assert (node(store, "main").type, node(store, "main").props) == ("Stream", {"km": 524})
    assert "km" not in node(store, "rhin").props


def test_a_merged_node_has_the_names_properties_and_facts_of_both(store, do):
    do(*intentions.merge(store, "rivers", "rhine", "rhin"))
    merged = node(store, "rhine")
    assert node(store, "rhin") is None
    assert merged.aliases == ("Rhein", "Rhin", "Rhenus")
    assert merged.props == {"km": 1230, "mouth": "Rotterdam"}
    flows, lies = store.edges("rivers", [("main", "FLOWS_INTO", "rhine"), ("bonn", "LIES_ON", "rhine")])
    assert (flows.props, flows.confidence, [each.name for each in flows.sources]) == (
        {"at": "Mainz"},
        0.9,
        ["a map", "an atlas"],
    )
    assert lies == Edge("bonn", "LIES_ON", "rhine")


def test_facts_between_two_merged_nodes_go(store, do):
    do(*intentions.merge(store, "rivers", "rhine", "rhin"))
    assert not [each for each in store.export("rivers") if getattr(each, "relation", "") == "IS_LIKE"]


def test_a_merge_is_taken_back_whole(store, do, everything):
    before = everything()
    _, applied = do(*intentions.merge(store, "rivers", "rhine", "rhin"))
    store.apply("rivers", applied.inverse)
    assert everything() == before


def test_a_split_gives_the_new_node_its_names_and_facts(store, do):
    new = Node("rhein", "River", "Rhein")
    do(*intentions.split(store, "rivers", "rhine", new, [FLOWS.triple]))
    assert node(store, "rhine").aliases == ()
    assert store.edges("rivers", [FLOWS.triple]) == ()
    assert store.edges("rivers", [("main", "FLOWS_INTO", "rhein")])


@pytest.mark.parametrize(
    "wrong",
    [
        lambda store: intentions.merge(store, "rivers", "rhine", "rhine"),
        lambda store: intentions.merge(store, "rivers", "rhine", "nile"),
        lambda store: intentions.split(store, "rivers", "rhine", BONN, []),
        lambda store: intentions.split(store, "rivers", "bonn", Node("x", "T", "x"), [FLOWS.triple]),
    ],
)
def test_what_cannot_be_is_refused(store, wrong):
    with pytest.raises(ChangeRefused):
        wrong(store)


def test_a_relation_is_renamed_and_what_is_there_already_stays(store, do):
    do(*intentions.rename_relation(store, "rivers", "FLOWS_INTO", "IS_LIKE"))
    assert {each.triple for each in intentions.edges_of(store, "rivers", "IS_LIKE")} == {
        ("main", "IS_LIKE", "rhine"),
        ("main", "IS_LIKE", "rhin"),
        ("rhin", "IS_LIKE", "rhine"),
    }


def test_nodes_are_found_by_type_and_value(store):
    assert [each.id for each in intentions.nodes_with(store, "rivers", "River", "mouth", "Rotterdam")] == ["rhin"]
    assert len(intentions.nodes_with(store, "rivers", "River")) == 3


def test_too_many_at_once_is_refused(store, monkeypatch):
    monkeypatch.setattr(intentions, "MOST", 2)
    for wrong in (
        lambda: intentions.nodes_with(store, "rivers", "River"),
        lambda: intentions.touching(store, "rivers", "rhin"),
    ):
        with pytest.raises(ChangeRefused, match="too many"):
            wrong()
