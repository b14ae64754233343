import pytest

from agents.language.stems import stem


@pytest.mark.parametrize(
    ("word", "other"), [("failed", "failure"), ("successful", "success"), ("cancelled", "cancellation")]
)
def test_words_of_one_family_have_one_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other) != ""


@pytest.mark.parametrize(("word", "other"), [("planned", "planted"), ("closed", "cloned"), ("general", "genial")])
def test_words_of_two_families_have_not(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@pytest.mark.parametrize("word", ["", "ed", "act", "24"])
def test_a_short_word_has_none(word: str) -> None:
    assert stem(word) == ""
