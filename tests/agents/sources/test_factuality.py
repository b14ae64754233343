"""Claims checked against a graph and documents: supported, contradicted, unknown, no evidence."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from agents.declaration import declaration
from agents.documents.adding import add
from agents.documents.index import DocumentIndex
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.loaders.load import load_files
from agents.model import Passage, Place
from agents.reading.read import GraphReader
from agents.sources.agreement import agreement
from agents.sources.documents import Documents
from agents.sources.factuality import Outcome, check

SMALL = Path(__file__).parents[2] / "data" / "small"


@pytest.fixture(scope="module")
def tools(tmp_path_factory):
    folder = tmp_path_factory.mktemp("facts")
    store = SqliteStore(folder / "graphs.sqlite3")
    load_files(store, "hospital", [SMALL / "hospital" / "graph.jsonl"])
    rules = [{"kind": "most", "relation": "HEADED_BY", "most": 1}]
    store.declare("hospital", declaration({"rules": rules}))
    index = DocumentIndex(folder / "documents")
    (folder / "a.txt").write_text(
        "Omeprazole was discovered in Gothenburg by chemists. Naproxen was never sold in Iceland.\n\nThe lift is out."
        "\n\nThe old annexe has 12 windows. Dora Lind opened the old annexe in May. "
        "The annexe was painted by Kit Moss. The annexe was painted by Lou Fenn."
    )
    add(index, store, embedder(), "hospital", folder / "a.txt", "text", id="1", title="Notes")
    source = Documents(index, store, embedder(), "hospital")
    return SimpleNamespace(
        store=store, reader=GraphReader(store, embedder()), embed=embedder(), folder=folder, source=source
    )


def passage(text, **more):
    return Passage(text, "a card", "card", 0.5, **more)


@pytest.fixture
def verdict(tools):
    async def verdict(text, documents=(), **more):
        return (await check("hospital", [passage(text, **more)], tools, documents))[0]

    return verdict


async def test_what_the_graph_says_is_supported_with_the_edge_that_says_so(verdict):
    found = await verdict("Warfarin treats atrial fibrillation.")
    assert (found.outcome, found.keeps) == (Outcome.SUPPORTED, True)
    assert found.score > 0.9
    assert found.claims[0].edges[0].relation == "TREATS"


async def test_what_only_one_can_be_is_contradicted_by_another(verdict):
    found = await verdict("Willow Ward is headed by Dr. Jonas Weber.")
    assert (found.outcome, found.keeps) == (Outcome.CONTRADICTED, False)
    assert found.score < 0.2
    assert "Dr. Amara Obi" in found.claims[0].why


async def test_several_can_be_so_and_a_new_one_is_no_contradiction(verdict):
    found = await verdict("Warfarin treats migraine.")
    assert (found.outcome, found.score, found.keeps, found.weight) == (Outcome.UNKNOWN, None, True, 1.0)


async def test_what_the_graph_says_may_not_be_denied(verdict):
    assert (await verdict("Warfarin does not treat atrial fibrillation.")).outcome is Outcome.CONTRADICTED


async def test_what_the_graph_does_not_say_may_be_denied(verdict):
    assert (await verdict("Warfarin does not treat migraine.")).outcome is Outcome.UNKNOWN


async def test_what_is_left_open_is_neither_right_nor_wrong(verdict):
    for text in ("Warfarin may not treat atrial fibrillation.", "Willow Ward may be headed by Dr. Jonas Weber."):
        found = await verdict(text)
        assert (found.outcome, found.score) == (Outcome.UNKNOWN, None)


async def test_a_value_is_compared_with_the_property(verdict):
    assert (await verdict("Willow Ward has 24 beds.")).outcome is Outcome.SUPPORTED
    assert (await verdict("Willow Ward has 90 beds.")).outcome is Outcome.CONTRADICTED


@pytest.mark.parametrize("text", ["The moon is made of cheese.", "Hello there!", "", "?"])
async def test_what_nothing_is_known_of_has_no_evidence_and_no_score(verdict, text):
    found = await verdict(text)
    assert (found.outcome, found.score, found.keeps, found.weight) == (Outcome.NO_EVIDENCE, None, True, 1.0)


async def test_one_false_claim_among_true_ones_decides(verdict):
    text = "Warfarin treats atrial fibrillation. Willow Ward is headed by Dr. Jonas Weber."
    assert (await verdict(text)).outcome is Outcome.CONTRADICTED


async def test_documents_are_asked_where_the_graph_says_nothing(verdict, tools):
    text = "Omeprazole was discovered in Gothenburg."
    assert (await verdict(text)).outcome is not Outcome.SUPPORTED
    found = await verdict(text, [tools.source])
    assert found.outcome is Outcome.SUPPORTED
    assert found.claims[0].passages[0].place.title == "Notes"


async def test_a_document_contradicts_by_denying(verdict, tools):
    found = await verdict("Naproxen was sold in Iceland.", [tools.source])
    assert (found.outcome, found.score) == (Outcome.CONTRADICTED, 0.2)


async def test_a_document_contradicts_by_another_quantity(verdict, tools):
    found = await verdict("The old annexe has 90 windows.", [tools.source])
    assert (found.outcome, found.keeps) == (Outcome.CONTRADICTED, False)
    assert found.claims[0].why == "A document says 12 instead."


async def test_what_a_document_says_of_somebody_else_is_left_open_with_the_place(verdict, tools):
    found = await verdict("Ada Holm opened the old annexe in May.", [tools.source])
    assert (found.outcome, found.score, found.keeps) == (Outcome.UNKNOWN, None, True)
    assert found.claims[0].why == "A document says so of Dora Lind."
    assert found.claims[0].passages[0].place.title == "Notes"


async def test_a_long_sentence_that_parts_in_a_name_is_no_support(verdict, tools):
    text = "In May the old annexe was opened with a short speech, a choir and much cake by Ada Holm"
    (tools.folder / "c.txt").write_text(f"{text.replace('Ada Holm', 'Dora Lind')}.")
    index = DocumentIndex(tools.folder / "others")
    add(index, tools.store, embedder(), "hospital", tools.folder / "c.txt", "text", id="3", title="Old notes")
    found = await verdict(f"{text}.", [Documents(index, tools.store, embedder(), "hospital")])
    assert found.outcome is Outcome.UNKNOWN


async def test_where_documents_say_so_of_several_there_is_room_for_one_more(verdict, tools):
    assert (await verdict("The annexe was painted by Ada Holm.", [tools.source])).claims[0].passages == ()


async def test_a_passage_is_not_its_own_witness(verdict, tools):
    own = Place("1", "Notes", 0, 52)
    text = "Omeprazole was discovered in Gothenburg."
    assert (await verdict(text, [tools.source], place=own)).outcome is not Outcome.SUPPORTED


async def test_the_graph_goes_before_documents(tools, tmp_path):
    index = DocumentIndex(tmp_path / "documents")
    (tmp_path / "b.txt").write_text("Willow Ward is headed by Dr. Jonas Weber.")
    add(index, tools.store, embedder(), "hospital", tmp_path / "b.txt", "text", id="2", title="Wrong")
    source = Documents(index, tools.store, embedder(), "hospital")
    found = await check("hospital", [passage("Willow Ward is headed by Dr. Jonas Weber.")], tools, [source])
    assert found[0].outcome is Outcome.CONTRADICTED


async def test_a_check_that_fails_is_no_better_than_a_checked_falsehood(tools, verdict):
    class Broken:
        kind = name = "document"

        async def passages(self, question, count, *, seed=0):
            raise RuntimeError("away")

    false = await verdict("Willow Ward is headed by Dr. Jonas Weber.")
    failed = await verdict("The moon is made of cheese.", [Broken()])
    nowhere = (await check("nowhere", [passage("Warfarin treats migraine.")], tools))[0]
    for each in (failed, nowhere):
        assert each.failed
        assert not each.keeps
        assert each.score <= false.score
        assert each.weight <= false.weight


async def test_there_is_a_verdict_for_each_passage_in_order(tools):
    texts = ("Willow Ward has 90 beds.", "Warfarin treats atrial fibrillation.", "The moon is made of cheese.")
    found = await check("hospital", [passage(each) for each in texts], tools)
    assert [each.outcome for each in found] == [Outcome.CONTRADICTED, Outcome.SUPPORTED, Outcome.NO_EVIDENCE]


@pytest.mark.parametrize(
    ("claim", "better", "worse"),
    [
        ("The ferry reached Oban at noon.", "At noon the ferry reached Oban.", "The ferry left Mallaig at dawn."),
        ("The firm sells boats.", "The firm sells boats and sails.", "The firm does not sell boats."),
        ("The tower has 12 floors.", "It is a tower of 12 floors.", "It is a tower of 40 floors."),
        ("Velm is a town.", "Velm is a town of weavers.", "Velm is a poem of weavers."),
        ("The ferry burns oil.", "It burns oil.", "The ferry burns."),
    ],
)
def test_a_sentence_agrees_with_what_says_the_same(claim, better, worse):
    assert agreement(claim, better, embedder()).score > agreement(claim, worse, embedder()).score


def test_a_word_in_whose_place_another_stands_speaks_against_a_claim():
    assert agreement("Velm is a town.", "Velm is a poem.", embedder()).against == ("replaced",)
    assert agreement("Velm is a town.", "Velm is a town in a poem.", embedder()).against == ()
