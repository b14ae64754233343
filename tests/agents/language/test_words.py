"""What adverbs are made of."""

import pytest

from agents.language.words import adjectives


@pytest.mark.parametrize(
    ("adverb", "adjective"),
    [("orally", "oral"), ("automatically", "automatic"), ("happily", "happy"), ("gently", "gentle"), ("truly", "true")],
)
def test_an_adverb_may_be_made_of_an_adjective(adverb: str, adjective: str) -> None:
    assert adjective in adjectives(adverb)


@pytest.mark.parametrize("word", ["fast", "ly", "fly", ""])
def test_another_word_is_made_of_none(word: str) -> None:
    assert adjectives(word) == ()
