import pytest

from agents.declaration import Declaration
from agents.errors import LoadError
from agents.graphs.sqlite import SqliteStore
from agents.loaders.load import load_files
from agents.loaders.rejects import SHOWN
from agents.model import Node
from tests.recording_store import RecordingStore

GRAPH = "towns"


@pytest.fixture(params=["recording", "sqlite"])
def store(request, tmp_path):
    return RecordingStore() if request.param == "recording" else SqliteStore(tmp_path / "graphs.db")


def the_node(store, id):
    return store.nodes(GRAPH, [id])[0]


def size(store):
    return sum(1 for _ in store.export(GRAPH))


def test_it_makes_the_graph_and_says_what_it_loaded(store, write):
    result = load_files(store, GRAPH, [write("a.tsv", "ghent\tin\tbelgium\n")])
    assert (result.counts.nodes_added, result.counts.edges_added, result.changed) == (2, 1, True)
    assert result.sentence.startswith("Loaded 2 nodes and 1 edge into 'towns'")


def test_a_second_load_changes_nothing_and_says_so(store, write):
    files = [write("a.tsv", "a\tr\tb\nb\tr\tc\n"), write("n.csv", ":ID,name\n1,Ada\n")]
    load_files(store, GRAPH, files)
    again = load_files(store, GRAPH, files)
    assert not again.changed
    assert again.counts.nodes_same == 4
    assert again.sentence == "Nothing changed: 'towns' held all of it already."


def test_rows_that_contradict_each_other_do_not_change_the_graph_at_every_load(store, write):
    files = [write("n.csv", ":ID,name\n1,Ada\n1,Eve\n1,Ada\n")]
    first = load_files(store, GRAPH, files)
    assert the_node(store, "1").name == "Ada"
    assert [reject.line for reject in first.first_rejects] == [3]
    assert first.skipped == {"repeated rows": 1}
    assert not load_files(store, GRAPH, files).changed


def test_a_mere_mention_does_not_overwrite_what_is_known_of_a_node(store, write):
    store.create(GRAPH)
    store.load(GRAPH, [Node("ghent", "City", "Ghent", props={"people": 262219})])
    load_files(store, GRAPH, [write("a.tsv", "ghent\tin\tbelgium\n")])
    assert the_node(store, "ghent").type == "City"
    assert the_node(store, "belgium").type == ""


def test_files_that_describe_nodes_go_before_files_that_mention_them(store, write):
    load_files(store, GRAPH, [write("a.tsv", "1\tin\t2\n"), write("n.csv", ":ID,name\n1,Ghent\n")])
    assert the_node(store, "1").name == "Ghent"


def test_every_reject_stands_in_the_file_with_file_line_reason_and_row(store, write, tmp_path):
    rejects = tmp_path / "out" / "a.rejects.tsv"
    result = load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\nbad\trow\x1b[31m\nb\tr\tc\n")], rejects=rejects)
    assert rejects.read_text().splitlines() == [
        "file\tline\treason\trow",
        "a.tsv\t2\t3 columns were expected and 2 found\tbad\\trow\\x1b[31m",
    ]
    assert (result.rejected, result.rejects) == (1, rejects)
    assert "1 row was rejected; see" in result.sentence


def test_an_edge_that_the_store_refuses_is_rejected_with_its_own_line(store, write):
    files = [
        write("n.csv", ":ID,name\n1,Ada\n2,Max\n"),
        write("e.csv", ":START_ID,:END_ID,:TYPE\n1,2,KNOWS\n1,9,KNOWS\n"),
    ]
    result = load_files(store, GRAPH, files)
    reject = result.first_rejects[0]
    assert (reject.file, reject.line, reject.row) == ("e.csv", 3, "1 | KNOWS | 9")


def test_rejects_of_many_batches_each_keep_their_line(store, write):
    rows = "".join(f"1,{n if n % 1000 == 1 else 1},R{n}\n" for n in range(12_000))
    files = [write("n.csv", ":ID,name\n1,Ada\n"), write("e.csv", f":START_ID,:END_ID,:TYPE\n{rows}")]
    result = load_files(store, GRAPH, files)
    assert [reject.line for reject in result.first_rejects] == [n + 2 for n in range(1001, 12_000, 1000)]


def test_no_rejects_file_is_made_where_nothing_is_rejected(store, write, tmp_path):
    result = load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\n")], rejects=tmp_path / "r.tsv")
    assert result.rejects is None
    assert not (tmp_path / "r.tsv").exists()


def test_a_rejects_file_may_not_be_one_of_the_files(store, write):
    path = write("a.tsv", "a\tr\tb\nbad\n")
    with pytest.raises(LoadError, match="rejects cannot go to"):
        load_files(store, GRAPH, [path], rejects=path)


def test_a_result_carries_a_few_rejects_and_counts_all(store, write):
    result = load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\n" * 60 + "bad\tone\n" * 50)])
    assert (len(result.first_rejects), result.rejected) == (SHOWN, 50)


def test_a_bad_file_leaves_no_graph_behind(store, write):
    with pytest.raises(LoadError):
        load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\n"), write("b.tsv", "")])
    assert store.graphs() == ()


def test_progress_is_told_and_ends_complete(store, write):
    told = []
    load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\n" * 10)], on_progress=told.append)
    assert told[-1].share == 1.0
    assert told[-1].records == 3


class Cancelled(Exception):
    pass


def test_raising_from_progress_stops_the_load_and_it_can_be_run_again(store, write):
    path = write("a.tsv", "".join(f"a{n}\tr\tb{n}\n" for n in range(20_000)))

    def cancel(progress):
        if progress.records >= 10_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        load_files(store, GRAPH, [path], on_progress=cancel)
    assert 0 < size(store) < 60_000
    load_files(store, GRAPH, [path])
    assert size(store) == 60_000


def test_the_version_is_declared_only_once_everything_is_in(store, write):
    words = Declaration(title="Towns", version="1")
    path = write("a.tsv", "a\tr\tb\n")

    def cancel(progress):
        raise Cancelled

    with pytest.raises(Cancelled):
        load_files(store, GRAPH, [path], declaration=words, on_progress=cancel)
    assert (store.declaration(GRAPH).title, store.declaration(GRAPH).version) == ("Towns", "")
    load_files(store, GRAPH, [path], declaration=words)
    assert store.declaration(GRAPH) == words


def test_a_result_goes_through_json(store, write):
    result = load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\n")]).to_json()
    assert (result["edges_added"], result["rejected"], result["changed"]) == (1, 0, True)


def test_words_without_a_version_do_not_take_the_version_away(store, write):
    words = Declaration(title="Towns", version="1")
    load_files(store, GRAPH, [write("a.tsv", "a\tr\tb\n")], declaration=words)
    load_files(store, GRAPH, [write("b.tsv", "b\tr\tc\n")], declaration=Declaration(title="Towns"))
    assert store.declaration(GRAPH) == words


def test_new_words_take_the_place_of_old_ones(store, write):
    path = write("a.tsv", "a\tr\tb\n")
    load_files(store, GRAPH, [path], declaration=Declaration(title="Towns", version="1"))
    load_files(store, GRAPH, [path], declaration=Declaration(title="Cities"))
    assert store.declaration(GRAPH) == Declaration(title="Cities")


def test_loading_without_words_leaves_the_words_there_are(store, write):
    words = Declaration(title="Towns", version="1")
    path = write("a.tsv", "a\tr\tb\n")
    load_files(store, GRAPH, [path], declaration=words)
    load_files(store, GRAPH, [path])
    assert store.declaration(GRAPH) == words
