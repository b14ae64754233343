"""What words ask for in their question is told from what else a schema holds, and from nothing."""

import numpy as np
import pytest

from agents.language import biencoder
from agents.language.biencoder import Told, tokens
from bench.marked import digest

PARTS = (
    Told("relation", "affects", "pest", "variety"),
    Told("relation", "stocks", "merchant", "variety"),
    Told("relation", "tenant", "plot", "member"),
    Told("property", "rent gbp", behind="of plot"),
    Told("property", "joined", behind="of member"),
    Told("type", "merchant"),
)


def best(words: str, *stretch: str) -> tuple[str, float]:
    """Return what a stretch most likely asks for, and by how much likelier that is than nothing."""
    listed = words.split()
    odds = biencoder.biencoder().log_odds(
        listed, [[listed.index(each) for each in stretch]], biencoder.biencoder().units(PARTS)
    )[0]
    return PARTS[int(odds.argmax())].name, float(odds.max())


@pytest.mark.parametrize(
    ("question", "stretch", "part"),
    [
        ("what does pest attack ?", ["attack"], "affects"),
        ("where can i buy variety ?", ["buy"], "stocks"),
        ("who sells variety ?", ["sells"], "stocks"),
        ("how much do you charge for plot ?", ["charge"], "rent gbp"),
        ("who has plot this year ?", ["has"], "tenant"),
        ("when did member become one of us ?", ["become", "one", "of", "us"], "joined"),
        ("which shops sell variety ?", ["shops"], "merchant"),
    ],
)
def test_words_ask_for_a_part_of_the_schema(question: str, stretch: list[str], part: str) -> None:
    found, odds = best(question, *stretch)
    assert found == part
    assert odds > best("could you please tell me who sells variety ?", "please")[1]


def test_the_same_words_ask_for_another_part_between_other_types() -> None:
    assert best("what does pest go for ?", "go", "for")[0] == "affects"
    assert best("what does plot go for a year ?", "go", "for")[0] == "rent gbp"


def test_punctuation_is_no_word_and_long_questions_are_cut() -> None:
    ids, at = tokens(["who", ",", "sells", "?"])
    assert at[1][0] == at[1][1]
    assert len(tokens(["word"] * 500)[0]) == len(tokens(["word"] * 200)[0])
    assert len(ids) == 4


def test_a_stretch_of_punctuation_alone_and_no_units_are_no_error() -> None:
    units = biencoder.biencoder().units(PARTS)
    assert np.isfinite(biencoder.biencoder().log_odds(["who", "?"], [[1]], units)).all()
    assert biencoder.biencoder().log_odds(["who"], [[0]], biencoder.biencoder().units(())).shape == (1, 0)


def test_what_is_written_is_read_again(tmp_path) -> None:
    learnt = {"scale": np.float32(2.0), "Q.weight": np.linspace(-1.0, 1.0, 12, dtype=np.float32).reshape(3, 4)}
    file = tmp_path / "learnt.npz"
    biencoder.write({name: np.asarray(each) for name, each in learnt.items()}, "these", file)
    read = dict(biencoder.learnt(file))
    assert biencoder.learnt_from(file) == "these"
    assert read["scale"] == 2.0
    assert np.allclose(read["Q.weight"], learnt["Q.weight"], atol=0.01)


def test_what_is_shipped_was_learnt_from_the_marked_questions() -> None:
    assert biencoder.learnt_from() == digest()
