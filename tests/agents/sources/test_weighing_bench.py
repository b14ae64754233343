"""Conflicts built from a pack, one in every pairing of kinds of source, asked through the whole pipeline."""

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.packs.pack import load_pack, pack
from bench.weighing import GRAPH, figures, measured


@pytest.mark.slow
def test_the_preferred_source_wins_in_every_pairing_and_agreement_changes_nothing(tmp_path):
    pytest.importorskip("courts_db")
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.create(GRAPH)
    load_pack(store, GRAPH, pack("legal"))
    told = measured(store, 10)
    assert len({each.case.kinds for each in told}) == 10
    assert [each.value for each in figures(told)[:3]] == [10, 10, 10]
