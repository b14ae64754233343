"""Words of other languages beside English ones."""

import pytest

from agents.language.foreign import alike, is_foreign


@pytest.mark.parametrize(
    ("english", "name", "other"),
    [
        ("river", "fluss", "stadt"),
        ("born", "geboren in", "gestorben in"),
        ("height", "hoehe", "laenge"),
        ("directed", "dirigida por", "escrita por"),
        ("employee", "mitarbeiter", "gebaeude"),
    ],
)
def test_it_knows_the_word_of_another_language(english: str, name: str, other: str) -> None:
    likeness = alike([english], [name, other])[0]
    assert likeness[0] > likeness[1]
    assert likeness[0] > 0.6


@pytest.mark.parametrize(
    ("text", "foreign"), [("fluss", True), ("muendet in", True), ("river", False), ("in 7", False)]
)
def test_it_tells_other_languages_from_english(text: str, foreign: bool) -> None:
    assert is_foreign(text) is foreign
