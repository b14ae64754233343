import pytest

NODE = '{"type":"node","id":"7","labels":["City"],"properties":{"name":"Ghent","people":262219}}'
OTHER = '{"type":"node","id":8,"labels":["Country"],"properties":{"name":"Belgium"}}'
EDGE = (
    '{"type":"relationship","id":"0","label":"IN","start":{"id":"7","labels":["City"]},'
    '"end":{"id":"8"},"properties":{"since":1830}}'
)


def test_it_reads_nodes_and_relationships_in_any_order(read):
    found = read("g.jsonl", f"{EDGE}\n{NODE}\n{OTHER}\n")
    assert (found.nodes["7"].type, found.nodes["7"].name, found.nodes["7"].props) == (
        "City",
        "Ghent",
        {"people": 262219},
    )
    assert found.triples == [("7", "IN", "8")]
    assert found.edges[0].props == {"since": 1830}
    assert found.rejects == []


def test_it_reads_the_array_form(read):
    found = read("g.json", f"[{NODE},\n {OTHER},\n {EDGE}]\n")
    assert set(found.nodes) == {"7", "8"}
    assert found.triples == [("7", "IN", "8")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{nonsense", "it is not JSON"),
        ("[1, 2]", "it is not JSON"),
        ('{"type":"edge"}', '"type" is neither'),
        ('{"type":["node"]}', '"type" is neither'),
        ('{"type":"node","labels":["A"]}', 'the node has no "id"'),
        ('{"type":"node","id":true}', 'the node has no "id"'),
        ('{"type":"node","id":"1","labels":"A"}', '"labels" are not a list'),
        ('{"type":"node","id":"1","properties":[1]}', '"properties" are not an object'),
        ('{"type":"node","id":"1","properties":{"x":NaN}}', "NaN is no number"),
        ('{"type":"node","id":"1","properties":{"name":"\\ud800"}}', "half a character"),
        ('{"type":"relationship","label":"","start":{"id":"1"},"end":{"id":"2"}}', 'no "label"'),
        ('{"type":"relationship","label":"R","start":{"id":"1"}}', 'end has no "id"'),
        ('{"type":"node","id":"1","exact":7}', '"exact" is no node'),
        ('{"type":"node","id":"1","exact":{"id":"","name":"x"}}', '"exact" is no node'),
        ('{"type":"node","id":"1","exact":{"id":"1","aliases":[1]}}', '"exact" is no node'),
        ('{"type":"node","id":"1","exact":{"id":"1","props":[1]}}', '"exact" is no node'),
        ("[" * 100_000, "it is"),
        ('{"a":' * 100_000, "nested too deep"),
        ('{"type":"node","id":"\0"}', "NUL"),
    ],
)
def test_a_hostile_line_is_rejected_and_the_rest_is_read(read, line, reason):
    found = read("g.jsonl", (f"{NODE}\n" * 1000 + f"{line}\n{OTHER}\n"), "apoc")
    assert [number for number, _ in found.rejects] == [1001]
    assert reason in found.rejects[0][1]
    assert "8" in found.nodes


def test_values_that_a_store_cannot_hold_become_text(read):
    bag = '{"big":99999999999999999999,"far":1e999,"deep":{"a":[1]},"list":[1,null,[2]]}'
    node = f'{{"type":"node","id":"1","labels":[],"properties":{bag}}}'
    assert read("g.jsonl", node).nodes["1"].props == {
        "big": "99999999999999999999",
        "far": "inf",
        "deep": '{"a": [1]}',
        "list": (1, "[2]"),
    }
