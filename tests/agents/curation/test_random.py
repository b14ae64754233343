"""Five hundred edits, merges and undos end in the graph that a plain model of dictionaries predicts."""

from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.drafting import draft
from agents.curation.intentions import merge
from agents.curation.undoing import happened, undo
from agents.graphs.bolt import BoltStore
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node

IDS = [f"n{number}" for number in range(8)]
RELATIONS = ["R", "S"]
STEPS = 500
KINDS = ["node", "node", "edge", "edge", "edge", "cut", "remove", "merge", "undo", "undo"]
_fresh = count()


@dataclass
class Plain:
    """A graph as two dictionaries, and what each step did to them."""

    things: dict = field(default_factory=dict)  # id → Node, triple → Edge
    steps: list = field(default_factory=list)  # (before, after) of each thing, by step

    def ends(self, triple):
        return triple[0] in self.things and triple[2] in self.things

    def touching(self, id):
        return [key for key in self.things if isinstance(key, tuple) and id in (key[0], key[2])]

    def step(self, change):
        before = dict(self.things)
        change(self)
        keys = [key for key in {**before, **self.things} if before.get(key) != self.things.get(key)]
        self.steps.append({key: (before.get(key), self.things.get(key)) for key in keys})

    def remove(self, id):
        for key in [id, *self.touching(id)]:
            self.things.pop(key, None)

    def merge(self, keep, gone):
        one, other = self.things[keep], self.things[gone]
        moving = [self.things[key] for key in self.touching(gone) if {key[0], key[2]} != {keep, gone}]
        self.remove(gone)
        names = dict.fromkeys([*one.aliases, other.name, *other.aliases])
        aliases = tuple(each for each in names if each != one.name)
        self.things[keep] = replace(one, aliases=aliases, props={**other.props, **one.props})
        for edge in moving:
            head, tail = (keep if end == gone else end for end in (edge.head, edge.tail))
            there = self.things.get((head, edge.relation, tail))
            props = {**edge.props, **(there.props if there else {})}
            self.things[head, edge.relation, tail] = Edge(head, edge.relation, tail, props)

    def undo(self, number):
        """Put back what is still as the step left it, unless something would hang in the air."""
        did = {key: pair for key, pair in self.steps[number].items() if self.things.get(key) == pair[1]}
        new = [key for key, pair in did.items() if isinstance(key, str) and pair[0] is None]
        stuck = {key for key in new if any(edge not in did for edge in self.touching(key))}
        did = {key: pair for key, pair in did.items() if key not in stuck}
        there = {k for k in self.things if isinstance(k, str)} | {k for k, p in did.items() if p[0] is not None}
        for key, (before, _) in did.items():
            if isinstance(key, tuple) and before is not None and not {key[0], key[2]} <= there:
                continue
            if before is None:
                self.things.pop(key)
            else:
                self.things[key] = before


class Real:
    """The same on a store."""

    def __init__(self, store, graph):
        self.store, self.graph = store, graph
        self.done = []
        store.create(graph)

    def apply(self, *changes):
        made = draft(self.store, self.graph, changes)
        assert made.problems == ()
        put = ChangeSet(f"c{len(self.done)}", made.changes)
        self.done.append(happened(put, self.store.apply(self.graph, put).inverse))

    def undo(self, number):
        self.apply(*undo(self.store, self.graph, self.done[number]).changes)

    def merge(self, keep, gone):
        self.apply(*merge(self.store, self.graph, keep, gone))


def one_step(random, plain, real):
    """Take a step that is possible, in both; leave out one that is not."""
    kind = random.choice(KINDS)
    one, other = random.choice(IDS), random.choice(IDS)
    relation, number = random.choice(RELATIONS), random.randint(0, 3)
    triple = (one, relation, other)
    if kind == "node":
        node = Node(one, "T", f"name {number}", (), "", {"p": number} if number else {})
        plain.step(lambda each: each.things.__setitem__(one, node))
        real.apply(PutNode(node))
    elif kind == "edge" and plain.ends(triple):
        edge = Edge(*triple, {"w": number} if number else {})
        plain.step(lambda each: each.things.__setitem__(triple, edge))
        real.apply(PutEdge(edge))
    elif kind == "cut" and triple in plain.things:
        plain.step(lambda each: each.things.pop(triple))
        real.apply(RemoveEdge(*triple))
    elif kind == "remove" and one in plain.things:
        plain.step(lambda each: each.remove(one))
        real.apply(RemoveNode(one))
    elif kind == "merge" and one != other and {one, other} <= plain.things.keys():
        plain.step(lambda each: each.merge(one, other))
        real.merge(one, other)
    elif kind == "undo" and plain.steps:
        which = random.randint(max(0, len(plain.steps) - 40), len(plain.steps) - 1)
        plain.step(lambda each: each.undo(which))
        real.undo(which)


def same(plain, real):
    return {each.id if isinstance(each, Node) else each.triple: each for each in real.store.export(real.graph)} == (
        plain.things
    )


@pytest.fixture(scope="module", params=["sqlite", pytest.param("neo4j", marks=pytest.mark.server)])
def store(request, tmp_path_factory):
    """Each of the two stores."""
    if request.param == "sqlite":
        made = SqliteStore(tmp_path_factory.mktemp("random") / "graphs.sqlite3")
    else:
        made = BoltStore(request.getfixturevalue("neo4j").address, timeout=30)
    yield made
    made.close()


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_a_random_sequence_ends_where_a_plain_model_says(store, random):
    plain, real = Plain(), Real(store, f"g{next(_fresh)}")
    while len(plain.steps) < STEPS:
        one_step(random, plain, real)
        assert len(real.done) == len(plain.steps)
        if len(plain.steps) % 50 == 0:
            assert same(plain, real)
    assert same(plain, real)
    store.drop(real.graph)
