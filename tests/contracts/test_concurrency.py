"""Several threads and processes on one file at once."""

import multiprocessing
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from agents.errors import StoreUnavailable
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from agents.query import Match, Pattern, Return, Var

BATCHES = 12
PAIRS = Match(
    variables=(Var(name="x"), Var(name="y")),
    patterns=(Pattern(source="x", target="y", relations=("next",)),),
    returns=(Return(variable="x", aggregate="count"), Return(variable="y", aggregate="count")),
)


def batch(at):
    """Return a batch that is whole only together: a ring of fifty nodes."""
    ids = [f"b{at}n{each}" for each in range(50)]
    return [
        *(Node(id, "T", f"name {id}") for id in ids),
        *(Edge(*pair) for pair in zip(ids, ["next"] * 50, [*ids[1:], ids[0]], strict=True)),
    ]


def whole(store):
    """Say whether what is seen is whole batches only, in every way of looking."""
    (row,) = store.match("shared", PAIRS, timeout=30).rows
    found = store.find("shared", "name b0n7", limit=1)
    return row.cells[0] == row.cells[1] and row.cells[0] % 50 == 0 and found[0].node.id == "b0n7"


def watch(path, reads, ready, results):
    store = SqliteStore(path, timeout=30)
    ready.set()
    results.put(all(whole(store) for _ in range(reads)))
    store.close()


def test_eight_threads_and_two_processes_read_while_one_writes(tmp_path):
    path = str(tmp_path / "graphs.db")
    store = SqliteStore(path, timeout=30)
    store.create("shared")
    store.load("shared", batch(0), batch=1000)
    spawn = multiprocessing.get_context("spawn")
    results, readies = spawn.Queue(), [spawn.Event(), spawn.Event()]
    readers = [spawn.Process(target=watch, args=(path, 20, ready, results)) for ready in readies]
    for reader in readers:
        reader.start()
    assert all(ready.wait(60) for ready in readies)
    done = Event()

    def read():
        seen = [whole(store)]
        while not done.is_set():
            seen.append(whole(store))
        return all(seen)

    with ThreadPoolExecutor(9) as pool:
        threads = [pool.submit(read) for _ in range(8)]
        try:
            for at in range(1, BATCHES):
                store.load("shared", batch(at), batch=1000)
        finally:
            done.set()
        assert all(thread.result(60) for thread in threads)
    assert [results.get(timeout=60) for _ in readers] == [True, True]
    for reader in readers:
        reader.join(30)
    assert store.match("shared", PAIRS).rows[0].cells == (50 * BATCHES, 50 * BATCHES)
    store.close()


def test_two_writers_wait_for_each_other(store):
    store.create("shared")
    with ThreadPoolExecutor(4) as pool:
        loads = [pool.submit(store.load, "shared", batch(at), 10) for at in range(4)]
        assert [each.result(60).effective for each in loads] == [100] * 4
    assert store.match("shared", PAIRS).rows[0].cells == (200, 200)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_forked_child_opens_connections_of_its_own(europe):
    assert europe.nodes("europe", ["fr"])
    child = os.fork()
    if not child:
        europe.load("europe", [Node("rome", "City", "Rome")])
        os._exit(0 if europe.nodes("europe", ["rome"]) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert europe.nodes("europe", ["rome"])
    europe.load("europe", [Node("oslo", "City", "Oslo")])
    assert europe.schema("europe").type("City").count == 6


def test_a_closed_store_opens_again(europe):
    europe.close()
    assert europe.nodes("europe", ["fr"])


def test_a_file_that_is_no_store_is_said_to_be_none(tmp_path):
    path = tmp_path / "letter.db"
    path.write_text("Dear Rita, " * 1000)
    store = SqliteStore(path)
    assert not store.health().ok
    with pytest.raises(StoreUnavailable, match="not a graph store"):
        store.graphs()


def test_a_store_in_a_folder_that_is_not_there_does_not_answer(tmp_path):
    with pytest.raises(StoreUnavailable):
        SqliteStore(tmp_path / "nowhere" / "graphs.db").graphs()
