"""What sentences claim, over the schemas of small graphs."""

from pathlib import Path

import pytest

from agents.extraction.extract import Extraction
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.loaders.load import load_files
from agents.reading.read import GraphReader

SMALL = Path(__file__).parents[2] / "data" / "small"


@pytest.fixture(scope="module")
def hospital(tmp_path_factory):
    store = SqliteStore(tmp_path_factory.mktemp("hospital") / "graphs.sqlite3")
    load_files(store, "hospital", [SMALL / "hospital" / "graph.jsonl"])
    return Extraction(store, GraphReader(store, embedder()), "hospital")


def told(extraction, text):
    """Return the triples as names, those that are denied or hedged with a mark."""
    return {
        (
            ("not " if each.denied else "") + ("maybe " if each.hedged else "") + each.head.node.name,
            each.relation,
            each.tail.node.name,
        )
        for each in extraction.triples(text)
        if each.head.node and each.tail.node and each.relation
    }


CASES = {
    "Warfarin treats atrial fibrillation and deep vein thrombosis.": {
        ("Warfarin", "TREATS", "Atrial Fibrillation"),
        ("Warfarin", "TREATS", "Deep Vein Thrombosis"),
    },
    "Atrial fibrillation is treated by Warfarin.": {("Warfarin", "TREATS", "Atrial Fibrillation")},
    "Warfarin treats migraine.": {("Warfarin", "TREATS", "Migraine")},
    "Dr. Amara Obi heads Willow Ward.": {("Willow Ward", "HEADED_BY", "Dr. Amara Obi")},
    "Ibuprofen is made by Bremer Labs.": {("Ibuprofen", "MANUFACTURED_BY", "Bremer Labs")},
    "Bremer Labs makes Metformin.": {("Metformin", "MANUFACTURED_BY", "Bremer Labs")},
    "Willow Ward is headed by Dr. Jonas Weber.": {("Willow Ward", "HEADED_BY", "Dr. Jonas Weber")},
    "Naproxen, which is manufactured by Osmia, causes dizziness.": {
        ("Naproxen", "MANUFACTURED_BY", "Osmia"),
        ("Naproxen", "CAUSES", "Dizziness"),
    },
    "George Whitfield suffers from hypertension and takes Lisinopril.": {
        ("George Whitfield", "SUFFERS_FROM", "Hypertension"),
        ("George Whitfield", "TAKES", "Lisinopril"),
    },
    "Metformin is a good drug. It causes nausea.": {("Metformin", "CAUSES", "Nausea")},
    "Aspirin does not treat pneumonia.": {("not Aspirin", "TREATS", "Pneumonia")},
    "Aspirin never causes bleeding.": {("not Aspirin", "CAUSES", "Bleeding")},
    "Aspirin fails to treat arthritis.": {("not Aspirin", "TREATS", "Arthritis")},
    "Aspirin may cause bleeding.": {("maybe Aspirin", "CAUSES", "Bleeding")},
    "Sertraline is thought to interact with Sumatriptan.": {("maybe Sertraline", "INTERACTS_WITH", "Sumatriptan")},
    "Does Aspirin cause bleeding?": set(),
    "Nobody here says anything of interest.": set(),
}


@pytest.mark.parametrize("text", CASES)
def test_a_sentence_is_read_as_what_it_says(hospital, text):
    assert told(hospital, text) == CASES[text]


def test_a_triple_says_where_its_sentence_stands(hospital):
    text = "The ward was quiet. Aspirin causes bleeding."
    (found,) = [each for each in hospital.triples(text) if each.relation == "CAUSES"]
    assert text[found.start : found.end] == "Aspirin causes bleeding."
    assert found.sentence[found.head.start : found.head.end] == "Aspirin"


def test_what_the_graph_does_not_know_stays_as_it_is_said(hospital):
    (found,) = [each for each in hospital.triples("George Whitfield suffers from hay fever.") if each.relation]
    assert (found.head.node.name, found.relation, found.tail.node, found.tail.text) == (
        "George Whitfield", "SUFFERS_FROM", None, "hay fever",
    )  # fmt: skip
    assert found.confidence == 0.0


@pytest.mark.parametrize("text", ["", "(" * 3000, "a" * 5000, "Aspirin " * 400, "\0\ud800 Aspirin causes \x07bleeding"])
def test_no_text_is_too_odd(hospital, text):
    hospital.triples(text)
