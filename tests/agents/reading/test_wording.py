"""Meanings in words, over schemas of several naming habits."""

import pytest

from agents.model import NodeType, PropertyType, RelationType, Schema, Signature
from agents.reading.meaning import (
    Against,
    Both,
    ButNot,
    Counted,
    Either,
    Joined,
    Kind,
    Measure,
    Most,
    Things,
    Total,
    Values,
    Where,
)
from agents.reading.wording import in_answer, in_numbers, in_words


def relation(name, head, tail, heads=9, tails=9, count=9, **more):
    return RelationType(name, count, (Signature(head, tail, count, heads, tails),), **more)


AREA = PropertyType("area", "number", unit="km2")
STATE = NodeType("State", properties=(AREA, PropertyType("founded", "number")))
COURT = NodeType("Court", properties=(PropertyType("system", "text"), PropertyType("openedOn", "date")))
FILM = NodeType("Film", properties=(PropertyType("in_colour", "flag"), PropertyType("runtime_minutes", "number")))
SCHEMA = Schema(
    types=(STATE, COURT, FILM, NodeType("SideEffect")),
    relations=(
        relation("BORDERS", "State", "State", symmetric=True),
        relation("capital", "State", "City"),
        relation("parent", "Person", "Person", heads=5),
        relation("sitsIn", "Court", "State", heads=5),
        relation("directed_by", "Film", "Person"),
        relation("HAS_SIDE_EFFECT", "Drug", "SideEffect", heads=4),
        relation("usesTechnology", "Project", "Technology"),
        relation("people.person.place_of_birth", "", ""),
        relation("associated", "Gene", "Disease", heads=4, template="{head} is associated with {tail}"),
        relation("edition_of", "Edition", "Reporter", tails=4, template="{head} is an edition of {tail}"),
        relation("appeals", "Court", "Court", tails=4, template="Appeals from {head} go to {tail}"),
        relation("part_of", "Court", "Court", tails=4, inverse_synonyms=("oversees",)),
    ),
)
OHIO, TEXAS, GENE, X = Things(("o",), "Ohio"), Things(("t",), "Texas"), Things(("f",), "FBN1"), Things(("x",), "X")
STATES, COURTS, FILMS = Kind("State"), Kind("Court"), Kind("Film")
BORDERING = Joined(TEXAS, "BORDERS", True)
SITTING = Joined(OHIO, "sitsIn", False)
FEDERAL = Where(COURTS, "system", "=", "federal")


def words(meaning, form="set"):
    return in_words(meaning, SCHEMA, form)


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (OHIO, "Ohio"),
        (Kind("SideEffect"), "side effects"),
        (Kind("", ("music.album.artist",)), "albums"),
        (BORDERING, "states that border Texas"),
        (Joined(Joined(OHIO, "BORDERS", True), "BORDERS", True), "states that border states that border Ohio"),
        (Joined(TEXAS, "capital", True), "the capital of Texas"),
        (Joined(BORDERING, "capital", True), "capitals of states that border Texas"),
        (Joined(X, "capital", False), "states whose capital is X"),
        (Joined(X, "parent", True), "parents of X"),
        (Joined(X, "parent", False), "people that have X as a parent"),
        (SITTING, "courts that sit in Ohio"),
        (Joined(X, "sitsIn", True), "states that X sits in"),
        (Joined(X, "directed_by", False), "films that are directed by X"),
        (Joined(X, "directed_by", True), "people that directed X"),
        (Joined(X, "HAS_SIDE_EFFECT", True), "side effects of X"),
        (Joined(X, "HAS_SIDE_EFFECT", False), "drugs that have the side effect X"),
        (Joined(X, "usesTechnology", True), "technologies that X uses"),
        (Joined(X, "usesTechnology", False), "projects that use the technology X"),
        (Joined(X, "people.person.place_of_birth", True), "the place of birth of X"),
        (Joined(GENE, "associated", True), "diseases that are associated with FBN1"),
        (Joined(X, "edition_of", False), "editions that are editions of X"),
        (Joined(X, "appeals", True), "courts that appeals from X go to"),
        (Joined(X, "appeals", False), "courts such that appeals from them go to X"),
        (Joined(SITTING, "part_of", True), "courts that oversee courts that sit in Ohio"),
        (Joined(X, "", True), "things that are connected with X"),
    ],
)
def test_it_words_a_relation_of_any_naming_habit(meaning, text):
    assert words(meaning) == text


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (Both((COURTS, SITTING)), "courts that sit in Ohio"),
        (Both((FEDERAL, SITTING)), "courts whose system is federal and that sit in Ohio"),
        (Both((SITTING, Joined(TEXAS, "sitsIn", False))), "courts that sit in both Ohio and Texas"),
        (Either((OHIO, TEXAS)), "Ohio or Texas"),
        (ButNot(STATES, BORDERING), "states other than those that border Texas"),
        (ButNot(SITTING, FEDERAL), "courts that sit in Ohio but not those whose system is federal"),
        (ButNot(BORDERING, OHIO), "states that border Texas but not Ohio"),
        (Where(STATES, "area", ">", 5000), "states whose area is more than 5,000 km2"),
        (Where(STATES, "founded", "<", 1800), "states that were founded before 1800"),
        (Where(COURTS, "openedOn", ">=", "1990-05-01"), "courts that were opened in or after 1 May 1990"),
        (Where(FILMS, "in_colour", "=", True), "films that are in colour"),
        (Where(FILMS, "in_colour", "=", False), "films that are not in colour"),
        (Against(STATES, "area", ">", TEXAS), "states whose area is more than that of Texas"),
        (Counted(STATES, Measure("", "BORDERS", True), ">", 3), "states that border more than 3 states"),
        (
            Counted(Kind("Reporter"), Measure("", "edition_of", False, Kind("Edition")), ">=", 2),
            "reporters that have at least 2 editions",
        ),
        (Values(OHIO, "area"), "the area of Ohio"),
        (Values(BORDERING, "area"), "the areas of states that border Texas"),
        (Values(OHIO, "founded"), "when Ohio was founded"),
        (Total(BORDERING, "sum", "area"), "the total area of states that border Texas"),
    ],
)
def test_it_words_what_narrows(meaning, text):
    assert words(meaning) == text


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (Most(BORDERING, Measure("area")), "the state with the largest area among those that border Texas"),
        (Most(STATES, Measure("area"), False, 3), "the 3 states with the smallest area"),
        (Most(STATES, Measure("area"), place=2), "the state with the second largest area"),
        (Most(STATES, Measure("", "BORDERS", True, STATES), place=3), "the state that borders the third most states"),
        (Most(FILMS, Measure("runtime_minutes")), "the film with the longest runtime"),
        (Most(STATES, Measure("founded"), False), "the state founded first"),
        (Most(STATES, Measure("", "BORDERS", True, STATES)), "the state that borders the most states"),
        (Most(Kind("Drug"), Measure("", "HAS_SIDE_EFFECT", True)), "the drug that has the most side effects"),
    ],
)
def test_it_words_the_most_of_a_kind(meaning, text):
    assert words(meaning) == text


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (Joined(GENE, "associated", True), "how many diseases are associated with FBN1"),
        (Both((FEDERAL, SITTING)), "how many courts whose system is federal sit in Ohio"),
        (Joined(X, "sitsIn", True), "how many states X sits in"),
        (STATES, "how many states there are"),
        (Joined(X, "capital", False), "how many states there are whose capital is X"),
    ],
)
def test_a_count_is_worded_as_how_many(meaning, text):
    assert words(Total(meaning, "count")) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(3, "3 states border Texas"), (1, "1 state borders Texas"), (0, "No states border Texas")],
)
def test_a_count_makes_a_sentence_in_its_number(number, text):
    assert in_numbers(Total(BORDERING, "count"), SCHEMA, number) == text


def test_a_count_of_what_others_do_it_to_keeps_its_subject():
    assert in_numbers(Joined(X, "sitsIn", True), SCHEMA, 2) == "X sits in 2 states"


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (Both((TEXAS, Joined(OHIO, "BORDERS", True))), "whether Texas borders Ohio"),
        (Both((X, Joined(TEXAS, "capital", True))), "whether X is the capital of Texas"),
        (Both((X, STATES)), "whether X is a state"),
        (BORDERING, "whether there are states that border Texas"),
    ],
)
def test_a_yes_or_no_is_worded_as_whether(meaning, text):
    assert words(meaning, "verdict") == text


def test_an_answer_says_what_its_names_are():
    assert in_answer(BORDERING, SCHEMA, "A and B", 2) == "2 states border Texas: A and B"
    assert in_answer(Joined(TEXAS, "capital", True), SCHEMA, "Austin", 1) == "the capital of Texas is Austin"
    assert (
        in_answer(Most(STATES, Measure("area")), SCHEMA, "A and B", 2) == "the states with the largest area are A and B"
    )
    assert in_answer(Either((OHIO, TEXAS)), SCHEMA, "Ohio", 1) == "Ohio"


def test_a_set_of_an_earlier_turn_is_spoken_of_as_many():
    those = Things(("a", "b"), "those 2 states")
    assert words(Joined(those, "capital", True)) == "capitals of those 2 states"
    assert in_numbers(Both((those, BORDERING)), SCHEMA, 1) == "1 of those 2 states borders Texas"
