"""The marked questions: what a line says, and that all files can be read."""

import pytest

from bench.examples import nothing
from bench.marked import MarkingError, read, schemas

SCHEMA = """
# a comment
@ an allotment society
T plot; seed_merchant; variety
T pest
R seed_merchant stocks variety
R pest affects variety
P plot.rent_gbp; plot.soil
E affects.how_badly
"""


def question(line: str):
    """Return one question of the schema."""
    return next(read(f"{SCHEMA}{line}")).questions[0]


def test_marks_become_stretches_of_words() -> None:
    found = question("Q Which [seed firms|seed_merchant] [stock|stocks] what {pest}'s [after|affects]?")
    assert found.words == ("which", "seed", "firms", "stock", "what", "pest", "'s", "after")
    assert [(each.first, each.last, each.label) for each in found.stretches] == [
        (1, 3, "seed_merchant"), (3, 4, "stocks"), (7, 8, "affects")
    ]  # fmt: skip
    assert found.named == {5}


def test_a_value_is_no_stretch_that_asks() -> None:
    found = question("Q Any [plots|plot] on <sandy|plot.soil> ground?")
    assert [each.value for each in found.stretches] == [False, True]
    assert {each.words for each in nothing(found)} == {(0,), (2,), (4,)}


def test_parts_are_told_with_the_types_that_they_stand_between() -> None:
    told = {each.label: " ".join(each.told.words) for each in next(read(SCHEMA)).parts()}
    assert told["affects"] == "pest affects variety"
    assert told["plot.rent_gbp"] == "rent of plot"
    assert told["affects.how_badly"] == "how badly of pest affects variety"
    assert told["seed_merchant"] == "seed merchant"


@pytest.mark.parametrize(
    "line", ["Q Who [sells|sold_by] {variety}?", "Q Who sells {seed}?", "R pest eats plant", "P pest.colour; bed.size",
             "X nothing", "R pest affects"]
)  # fmt: skip
def test_what_the_schema_has_not_is_an_error(line: str) -> None:
    with pytest.raises(MarkingError):
        list(read(SCHEMA + line))


def test_a_line_before_any_schema_is_an_error() -> None:
    with pytest.raises(MarkingError):
        list(read("T plot"))


def test_all_files_are_read() -> None:
    found = schemas()
    assert len(found) > 500
    assert all(each.questions and each.types for each in found)
