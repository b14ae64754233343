"""The small graphs: what lies in the folder is what their tables say, and every answer is really there."""

from __future__ import annotations

import json

import pytest

from .small.make import HERE, TYPED, UNTYPED, render

NAMES = TYPED + UNTYPED


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_the_ones_that_the_tables_make(name: str) -> None:
    for file, rows in render(name).items():
        assert (HERE / name / file).read_text(encoding="utf-8").splitlines() == rows


@pytest.mark.parametrize("name", NAMES)
def test_every_named_answer_stands_in_the_graph(name: str) -> None:
    graph, questions = render(name).values()
    text = "\n".join(graph)
    asked = [json.loads(row) for row in questions]
    computed = {"count", "average", "sum", "yes-no", "absent"}
    named = {answer for row in asked if row["kind"] not in computed for answer in row["answers"]}
    assert {answer for answer in named if answer not in text} == set()


@pytest.mark.parametrize("name", NAMES)
def test_each_set_asks_at_least_five_things_that_the_graph_does_not_hold(name: str) -> None:
    answers = [json.loads(row)["answers"] for row in render(name)["questions.jsonl"]]
    assert answers.count(["NOT_IN_GRAPH"]) >= 5
