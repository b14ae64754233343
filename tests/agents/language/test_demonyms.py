"""Which country an adjective speaks of."""

import pytest

from agents.language.demonyms import countries


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Danish", "denmark"),
        ("Danes", "denmark"),
        ("south african", "south africa"),
        ("Frenchmen", "france"),
        ("British", "uk"),
        ("Dominican", "dominica"),
        ("Dominican", "dominican republic"),
    ],
)
def test_it_is_among_the_names_of_whose_it_is(said: str, country: str) -> None:
    assert country in countries(said)


@pytest.mark.parametrize("said", ["denmark", "parish", "", "danish companies"])
def test_other_words_speak_of_no_country(said: str) -> None:
    assert countries(said) == ()
