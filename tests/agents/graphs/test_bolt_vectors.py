"""Embeddings of so many nodes that Neo4j's vector index answers, held against the exact answer."""

import neo4j as driver
import numpy as np
import pytest

from agents.graphs.address import address
from agents.graphs.bolt import BoltStore
from agents.graphs.bolt_vectors import MANY
from agents.model import Node

pytestmark = [pytest.mark.server, pytest.mark.slow]
SIZE, AT_ONCE = 8, 5_000
COUNT = MANY + 500
ROWS = np.random.default_rng(7).normal(size=(COUNT, SIZE))
ROWS /= np.linalg.norm(ROWS, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def many(request):
    """A store with more nodes than are compared one by one; every hundredth is of a rare type."""
    at = request.getfixturevalue("neo4j").address
    store = BoltStore(at, timeout=60)
    store.drop("many")
    store.create("many")
    store.load("many", (Node(f"n{at}", "Rare" if at % 100 == 0 else "Usual", f"name {at}") for at in range(COUNT)))
    for start in range(0, COUNT, AT_ONCE):
        some = range(start, min(start + AT_ONCE, COUNT))
        store.keep_vectors("many", {f"n{at}": ROWS[at].tolist() for at in some})
    yield store, at
    store.drop("many")
    store.close()


def nearest(query, most, rare=False):
    """Return the ids of the rows that are nearest, one by one."""
    scores = ROWS @ query
    order = [at for at in np.argsort(-scores) if not rare or at % 100 == 0]
    return [f"n{at}" for at in order[:most]]


def indexes(at):
    to = address(at)
    with driver.GraphDatabase.driver(to.url, auth=(to.user, to.password)) as made:
        rows = made.execute_query("SHOW VECTOR INDEXES YIELD name, state, populationPercent", database_=to.database)
        return [row.values() for row in rows.records if row["name"].startswith("loregraph_vectors")]


def test_the_index_is_made_at_the_first_question_and_answers_nearly_as_all_pairs_do(many):
    store, at = many
    right = found = 0
    for query in ROWS[::4_000] + 0.1:
        told = store.similar("many", query.tolist(), limit=10)
        assert [each.score for each in told] == sorted((each.score for each in told), reverse=True)
        found += len(told)
        right += len({each.node.id for each in told} & set(nearest(query / np.linalg.norm(query), 10)))
    assert found == 10 * len(ROWS[::4_000])
    assert right >= 0.9 * found
    assert ["ONLINE", 100.0] in [each[1:] for each in indexes(at)]


def test_a_rare_type_is_found_though_the_index_knows_no_types(many):
    store, _ = many
    told = store.similar("many", ROWS[0].tolist(), types=("Rare",), limit=20)
    assert [each.node.id for each in told] == nearest(ROWS[0], 20, rare=True)


def test_a_vector_kept_anew_is_seen_and_a_removed_graph_leaves_no_index(many):
    store, at = many
    query = [0.0] * (SIZE - 1) + [1.0]
    store.keep_vectors("many", {"n7": query})
    assert store.similar("many", query, limit=1)[0].node.id == "n7"
    store.drop("many")
    assert indexes(at) == []
