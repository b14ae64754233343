"""Words that are told apart by what they speak of: makers and owners, speed and length, times and counts."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

ROWS = [
    Node("p1", "Play", "Tin Moon", props=frozen_props({"opened_on": "1904-05-01", "length_minutes": 95})),
    Node("p2", "Play", "Salt Road", props=frozen_props({"opened_on": "1931-02-11", "length_minutes": 140})),
    Node("p3", "Play", "Glass Ferry", props=frozen_props({"opened_on": "1968-09-30", "length_minutes": 80})),
    Node("a", "Person", "Ada Rook"),
    Node("b", "Person", "Bo Lund"),
    Node("c", "Person", "Cy Marsh"),
    Node("o", "Town", "Oakton"),
    Node("e", "Town", "Elmford"),
    Node("h", "Town", "Count of Hale"),
    Node("f", "Field", "Acoustics"),
    Edge("p1", "WRITTEN_BY", "a"),
    Edge("p2", "WRITTEN_BY", "b"),
    Edge("p3", "WRITTEN_BY", "b"),
    Edge("p1", "producer", "c"),
    Edge("p2", "producer", "a"),
    Edge("a", "BORN_IN", "o"),
    Edge("b", "BORN_IN", "e"),
    Edge("c", "BORN_IN", "h"),
    Edge("o", "BORDERS", "e"),
    Edge("o", "BORDERS", "h"),
    Edge("c", "TAUGHT_BY", "a"),
    Edge("b", "SPECIALISES_IN", "f"),
]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("stage")
    return world(folder, ROWS)


def test_a_word_of_the_same_idea_is_understood(stage: World) -> None:
    assert stage.answers("Who penned Salt Road?") == {"Bo Lund"}


def test_a_word_of_the_same_field_is_not_taken_for_it(stage: World) -> None:
    assert stage.read("Who directed Salt Road?").status == "none"


def test_an_adjective_of_speed_measures_no_length(stage: World) -> None:
    assert stage.read("Which play is the fastest?").status == "none"
    assert stage.answers("Which play is the longest?") == {"Salt Road"}


def test_a_preposition_belongs_to_what_is_asked(stage: World) -> None:
    assert stage.answers("Which towns are next to Oakton?") == {"Elmford", "Count of Hale"}


def test_before_a_year_counts_nothing(stage: World) -> None:
    assert stage.answers("Which plays opened before 1940?") == {"Tin Moon", "Salt Road"}


def test_where_asks_for_no_person(stage: World) -> None:
    assert stage.answers("Where was Cy Marsh born?") == {"Count of Hale"}


def test_a_relation_called_by_an_agent_is_asked_by_its_verb(stage: World) -> None:
    assert stage.answers("Who produced Tin Moon?") == {"Cy Marsh"}
    assert stage.best("Was Salt Road produced by Ada Rook?").words == "whether the producer of Salt Road is Ada Rook"


def test_a_name_after_called_is_the_thing_itself(stage: World) -> None:
    assert stage.answers("Who wrote the play called Tin Moon?") == {"Ada Rook"}


def test_words_within_a_name_ask_for_no_number(stage: World) -> None:
    assert stage.best("Who was born in Count of Hale?").form == "set"


def test_what_is_called_by_name_is_not_counted(stage: World) -> None:
    assert stage.read("How many Oakton are there?").status != "clear"


def test_a_reading_tells_what_each_stretch_was_taken_for(stage: World) -> None:
    because = stage.best("Who penned Salt Road?").because
    assert [(each.kind, each.said) for each in because] == [("unit", "written by"), ("name", "Salt Road")]
