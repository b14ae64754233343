"""Nothing that is typed, and nothing that a graph holds, breaks the reader."""

from time import process_time

import pytest

from agents.model import Edge, Node
from agents.reading.question import MOST_POSITIONS
from tests.agents.reading.worlds import GRAPH, World, world

HOSTILE = [
    "",
    " ",
    "?!.,;:",
    "'",
    '"',
    "''''\"\"\"\"",
    "🙂🙂🙂",
    "\x00\x1b[31m",
    "who who who of of the the",
    "not",
    "and or and",
    "between 5 and",
    "more than",
    "most",
    "the same as",
    "'; DROP TABLE nodes; --",
    "MATCH (n) DETACH DELETE n",
    "<script>alert(1)</script>",
    "%s %d {0} {name} \\",
    "9" * 400,
    "how many " * 30,
    "مرحبا 你好 שלום",
    "Alder " * 20,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_gets_an_answer(land: World, text: str) -> None:
    assert land.read(text).status in ("clear", "unsure", "none")


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "Which states with rivers and without people border Alder ",
        "river state city person population area ",
        "Zorblax Quimby ",
        '"no such thing" ',
        "x" * 2000,
        "? " * 1000,
    ],
    ids=["a question", "schema words", "unknown names", "quotations", "one word", "punctuation"],
)
def test_a_long_text_takes_two_seconds_at_most(land: World, words: str) -> None:
    text = (words * 300)[:2000]
    land.read("Which states border Alder?")  # what is loaded once does not count
    started = process_time()
    land.read(text)
    assert process_time() - started < 2.0


def test_of_a_long_text_the_first_words_are_read_and_the_rest_is_named(land: World) -> None:
    found = land.read("Which cities are in Alder? " + "Which rivers flow through it? " * 20)
    assert found.missing[-1].startswith("what is asked from 'r")
    assert str(MOST_POSITIONS) in found.missing[-1]


LABELS = ["'; DROP TABLE nodes; --", "`x` {y} $z", "<b onclick=x>", "a\nb", "of", "..", "_", "who", "🙂", "how many"]


def test_a_graph_of_hostile_labels_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    nodes = [Node(f"n{n}", label, label, (label * 2,), props={label: n}) for n, label in enumerate(LABELS)]
    edges = [Edge(f"n{n}", label, f"n{(n + 1) % len(nodes)}") for n, label in enumerate(LABELS)]
    hostile = world(tmp_path_factory.mktemp("hostile"), [*nodes, *edges])
    for label in LABELS:
        for text in (label, f"What is the {label} of {label}?", f"How many {label} have the most {label}?"):
            assert hostile.read(text).status in ("clear", "unsure", "none")


@pytest.mark.parametrize("text", ["Which rivers flow through Alder?", "How many are there?", "what", ""])
def test_an_empty_graph_answers_nothing(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = world(tmp_path_factory.mktemp("empty"), [])
    found = empty.read(text)
    assert (found.status, found.readings) == ("none", ())
    assert empty.reader.relations(GRAPH, text) == ()


def test_a_graph_without_names_is_asked_by_id(tmp_path_factory: pytest.TempPathFactory) -> None:
    nameless = world(
        tmp_path_factory.mktemp("nameless"),
        [Node("a:1", "", ""), Node("a:2", "", ""), Edge("a:1", "feeds", "a:2")],
    )
    assert nameless.linked("What does a:1 feed?")["a:1"] == ["a:1"]
    query = nameless.best("What does a:1 feed?").query
    assert [row.cells[0].id for row in nameless.store.match(GRAPH, query).rows] == ["a:2"]
