"""Questions in plain words, asked of databases that Loregraph did not make, with nothing prepared."""

import pytest

from agents.graphs.attached import Attachment
from agents.graphs.rooms import Rooms
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.reading.read import GraphReader
from bench.asking import ask
from tests.databases import FILMS, TRADE, database  # noqa: F401 (a fixture)

pytestmark = [pytest.mark.server, pytest.mark.slow]
ASKED = {
    "Who acted in The Long Pier?": {"Ines Roth", "Tom Falk"},
    "Which movies did Tom Falk direct?": {"Salt", "Salt and Ash"},
    "How many people are there?": {4},
    "When was Ines Roth born?": {1964},
    "Which movies were released after 2000?": {"Salt", "Salt and Ash"},
    "Which products are part of Beverages?": {"Black Tea", "Cold Brew"},
    "Who supplies Plum Sauce?": {"Mill Lane Foods"},
    "Which product has the highest unit price?": {"Cold Brew"},
    "Who sold order 10249?": {"Lee Moss"},
    "Who reports to Ana Vidal?": {"Lee Moss", "Kai Berg"},
    "How many orders did Blau Pantry purchase?": {2},
}


@pytest.fixture
def kit(request, tmp_path, database):  # noqa: F811
    """A kit on films and trade in one database, attached as one graph."""
    database.run(*FILMS, *TRADE)
    store = Rooms(SqliteStore(tmp_path / "graphs.db"), tmp_path / "attached", timeout=30)
    store.attach("other", Attachment(request.getfixturevalue("neo4j").address))
    yield Kit(store=store, reader=GraphReader(store, embedder()), intents=IntentClassifier())
    store.close()


def test_questions_are_answered_from_the_database_as_it_is_and_leave_it_so(kit, database):  # noqa: F811
    before = database.everything()
    answers = {question: ask(kit, "other", question).answers for question in ASKED}
    assert {question: {each.get("name", each.get("value")) for each in some} for question, some in answers.items()} == (
        ASKED
    )
    assert database.everything() == before
