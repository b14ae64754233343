"""Both stores give the same answers to a pack's gold questions, in every part that `ask --json` prints."""

import json

import pytest

from agents.graphs.bolt import BoltStore
from agents.graphs.sqlite import SqliteStore
from agents.language.intents import IntentClassifier
from agents.packs.pack import pack
from bench.same import differences, kit


@pytest.mark.server
@pytest.mark.slow
def test_the_legal_questions_are_answered_alike(request, tmp_path):
    bolt = BoltStore(request.getfixturevalue("neo4j").address, timeout=60)
    for graph in bolt.graphs():
        bolt.drop(graph)
    learnt = IntentClassifier()
    kits = [kit(store, "legal", learnt) for store in (SqliteStore(tmp_path / "graphs.db", timeout=60), bolt)]
    questions = [json.loads(line)["question"] for line in pack("legal").gold.read_text("utf-8").splitlines()]
    assert len(questions) > 50
    assert list(differences(kits, "legal", questions)) == []
