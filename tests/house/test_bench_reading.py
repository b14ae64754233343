"""What the bench tells of reading: how sure it is, and what each part brings."""

from dataclasses import fields

import numpy as np

from agents.reading.certainty import Weights
from agents.reading.parts import ALL, Parts
from bench import certain
from bench.certain import Lesson
from bench.gold import opened, questions
from bench.parts import Asking, Letters, figure, variants
from bench.refusing import SMALL


def lesson() -> Lesson:
    """Two graphs in which a word left over tells what is wrong; "score" would, but the wrong way round."""
    chance = np.random.default_rng(3)
    right = chance.random(200) < 0.5
    left = np.where(right, 0.0, 1.0) + chance.normal(0, 0.3, 200)
    signs = np.column_stack([-1.0 * right + chance.normal(0, 0.3, 200), left])
    graphs = np.array(["one", "two"] * 100)
    return Lesson(("score", "left_noun"), signs, right, right, np.zeros(200, bool), graphs)


def test_no_sign_counts_the_wrong_way_round():
    weights = certain.learnt(lesson())
    assert weights.signs["left_noun"] < 0
    assert weights.signs["score"] == 0


def test_a_graph_is_judged_by_what_was_learnt_without_it():
    learning = lesson()
    chances = certain.left_out(learning)
    assert chances[learning.right].mean() > 0.8 > 0.2 > chances[~learning.right].mean()
    assert certain.figures(learning, chances)[0].value > 0.95


def test_what_is_learnt_is_written_as_it_is_read(tmp_path):
    weights = Weights(-1.5, {"score": 0.5}, 0.6, 0.2)
    certain.write(weights, lesson(), tmp_path / "certainty.json")
    assert '"score": 0.5' in (tmp_path / "certainty.json").read_text()


def test_each_part_is_left_out_once():
    left_out = [parts for _, parts, _ in variants() if parts != ALL]
    assert len(left_out) == len(fields(Parts))
    assert all(sum(not getattr(each, part.name) for part in fields(Parts)) == 1 for each in left_out)


def test_letters_know_no_meaning():
    same, near, far = Letters().embed(["physician", "physicians", "doctor"])
    assert same @ near > 0.8 > 0.2 > same @ far


def test_without_certainty_nothing_that_can_be_read_is_refused(tmp_path):
    folder = SMALL / "royals"
    asked = [Asking(opened(folder, tmp_path / "graph.sqlite3"), tuple(questions(folder)[:6]))]
    whole = figure("all", asked, ALL, next(variants())[2])
    bold = figure("bold", asked, Parts(certainty=False), next(variants())[2])
    assert whole.value > 0.5
    assert "refused 0.000" in bold.note
