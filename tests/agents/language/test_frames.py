"""Which ideas words speak of."""

from agents.language.frames import APART, SAME, UNKNOWN, frames, frames_of_name, told


def test_words_of_one_idea_are_the_same() -> None:
    assert told(frames("penned"), frames("written by")) == SAME


def test_words_of_one_field_are_apart() -> None:
    assert told(frames("directed"), frames("written by")) == APART
    assert told(frames("top speed"), frames("length")) == APART


def test_of_words_that_are_not_listed_nothing_is_known() -> None:
    assert told(frames("zorbing"), frames("written by")) == UNKNOWN


def test_a_longer_phrase_speaks_of_its_own_idea() -> None:
    assert told(frames("came out"), frames("released in")) == SAME
    assert told(frames("came out"), frames("followed by")) == APART


def test_a_preposition_makes_another_idea() -> None:
    assert told(frames("next to"), frames("borders")) == SAME


def test_a_name_is_covered_as_far_as_its_words_are_said() -> None:
    assert frames("founder").covered(frames("founded")) == 1.0
    assert frames("ferry calls at").covered(frames("ferry")) < 1.0


def test_a_name_in_another_language_speaks_of_an_idea_too() -> None:
    assert told(frames("manufacturer"), frames_of_name("fabricante")) == SAME
    assert told(frames("length"), frames_of_name("Laenge")) == SAME
