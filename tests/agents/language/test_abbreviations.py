"""What names are short for, in each of the words that they may be."""

from pathlib import Path

import pytest

from agents.language import abbreviations
from agents.language.abbreviations import abbreviates, ways_to_write_out, written_out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("evt dt", "event date"),
        ("ingr of", "ingredient of"),
        ("dev by", "developed by"),  # what was done, before "by"
        ("dev", "developer"),
        ("supp for", "supplier for"),
        ("older than", "older than"),
    ],
)
def test_a_name_is_written_out(name: str, said: str) -> None:
    assert written_out(name.split()) == said


def test_each_stands_in_one_line() -> None:
    lines = (Path(abbreviations.__file__).with_suffix(".txt")).read_text("utf-8").splitlines()
    shorts = [line.partition(":")[0] for line in lines if not line.startswith("#")]
    assert shorts == sorted(set(shorts))


def test_all_that_it_may_be_is_tried() -> None:
    assert set(ways_to_write_out(["ven"])) == {"venue", "vendor"}
    assert len(list(ways_to_write_out("cat rep res spec".split()))) <= 6


@pytest.mark.parametrize(
    ("short", "long", "does"),
    [
        ("mgr", "manager", True),
        ("nat", "nationality", True),
        ("evt", "event", True),  # the first letter may be a vowel
        ("alrg", "allergen", True),
        ("ed", "editor", False),
        ("cat", "car", False),
        ("rate", "rotate", False),
    ],
)
def test_a_word_is_short_for_another(short: str, long: str, does: bool) -> None:
    assert abbreviates(short, long) is does
