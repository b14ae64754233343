"""Which stretches of a question are linked to which nodes."""

import pytest

from tests.agents.reading.worlds import World


@pytest.mark.parametrize(
    ("text", "mention", "ids"),
    [
        ("Which rivers cross Alder?", "Alder", ["s:Alder"]),  # as it is called
        ("which rivers cross alder", "alder", ["s:Alder"]),  # in lower case
        ("List all engineers", "engineers", ["j:engineer"]),  # in the plural
        ("Which states are in Ulmia?", "Ulmia", ["n:uk"]),  # by another name
        ("What is the capital of s:Birch?", "s:Birch", ["s:Birch"]),  # by its id
        ('Where is "Port Vale"?', "Port Vale", ["c:Port Vale"]),  # in quotation marks
        ("Where does Conti live?", "Conti", ["p:Dr. Lucia Conti"]),  # by a part of the name
        ("Where does Lucia Conti live?", "Lucia Conti", ["p:Dr. Lucia Conti"]),  # without the title
        ("Where does Prof Bloom live?", "Prof Bloom", ["p:Ada Bloom"]),  # with one
        ("Where does Lucía Conti live?", "Lucía Conti", ["p:Dr. Lucia Conti"]),  # with another accent
        ("Which cities are in Alderr?", "Alderr", ["s:Alder"]),  # misspelt
        ("What are Scottish cities?", "Scottish", ["n:scot"]),  # as an adjective
        ("Where does the Alder state lie?", "Alder", ["s:Alder"]),  # beside its type
    ],
)
def test_it_links_what_is_called_so(land: World, text: str, mention: str, ids: list[str]) -> None:
    assert land.linked(text) == {mention: ids}


def test_it_keeps_the_longest_name(land: World) -> None:
    assert list(land.linked("How long is Long River?")) == ["Long River"]


def test_it_keeps_namesakes_apart(land: World) -> None:
    assert land.linked("Where is Springfield?")["Springfield"] == ["c:Springfield", "c:Springfield2"]


def test_a_pick_comes_first(land: World) -> None:
    (mention,) = land.link("Where is Springfield?", {"springfield": "c:Springfield2"})
    assert mention.node
    assert mention.node.id == "c:Springfield2"
    assert len(mention.candidates) == 2


def test_a_pick_may_be_a_node_of_another_name(land: World) -> None:
    (mention,) = land.link("Where is Springfield?", {"springfield": "c:Oakton"})
    assert mention.node
    assert mention.node.id == "c:Oakton"


def test_a_pick_that_does_not_exist_changes_nothing(land: World) -> None:
    assert land.link("Where is Oakton?", {"oakton": "c:Nowhere"}) == land.link("Where is Oakton?")


@pytest.mark.parametrize("name", ["Zanzibar", "Quimby Zorblax", "xy:997"])
def test_an_unknown_name_is_a_mention_without_candidates(land: World, name: str) -> None:
    assert land.linked(f"Which states border {name}?") == {name: []}


def test_what_is_quoted_is_a_mention_even_if_unknown(land: World) -> None:
    assert land.linked('Which states border "green door"?') == {"green door": []}


@pytest.mark.parametrize("text", ["How many rivers are there?", "Which state has the most cities?", "Hello there"])
def test_the_words_of_a_question_are_no_names(land: World, text: str) -> None:
    assert land.linked(text) == {}


def test_mentions_say_where_they_stand(land: World) -> None:
    text = "Does Alder border Birch?"
    assert [text[each.start : each.end] for each in land.link(text)] == ["Alder", "Birch"]
