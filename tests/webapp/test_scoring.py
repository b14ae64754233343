"""How answers are compared with what was expected."""

import pytest

from webapp.graphs.scoring import report, score


def said(*answers, **more):
    found = [each if isinstance(each, dict) else {"id": each, "name": each, "type": "T"} for each in answers]
    return {"question": "q", "answers": found, "timings": {"total": 5.0}, **more}


@pytest.mark.parametrize(
    ("expected", "came"),
    [
        (["Rhine"], said("rhine")),
        (["Rhine", "main"], said("Main", "RHINE")),
        ([3], said({"value": 3.0})),
        (["1,024"], said({"value": 1024})),
        (["0.1"], said({"value": 0.1000000001})),
        (["yes"], said(verdict="yes")),
        (["no"], said(verdict="no")),
        (["NOT_IN_GRAPH"], said(not_in_graph=True)),
        ([], said()),
    ],
)
def test_it_takes_these_for_the_same(expected, came):
    assert score({"answers": expected}, came).exact


@pytest.mark.parametrize(
    ("expected", "came"),
    [
        (["Rhine"], said("Main")),
        (["Rhine"], said("Rhine", "Main")),
        ([3], said({"value": 4})),
        (["yes"], said(verdict="no")),
        (["yes"], said("yes man")),
        (["NOT_IN_GRAPH"], said("Rhine")),
        (["Rhine"], said("Rhine", not_in_graph=True)),
    ],
)
def test_it_takes_these_for_different(expected, came):
    assert not score({"answers": expected}, came).exact


@pytest.mark.parametrize("accept", [{"Rhine": ["Rhein", "Rhin"]}, ["Rhein"]])
def test_other_spellings_count_as_the_answer(accept):
    assert score({"answers": ["Rhine"], "accept": accept}, said("Rhein")).exact


def test_f1_weighs_what_is_missing_and_what_is_too_much():
    assert score({"answers": ["a", "b"]}, said("a", "c")).f1 == 0.5
    assert score({"answers": ["a", "b"]}, said("a")).f1 == pytest.approx(2 / 3)


def test_the_report_has_figures_over_all_and_by_kind():
    hits = [score({"answers": ["a"], "kind": "hop"}, said("a")) for _ in range(3)]
    miss = score({"answers": ["a"], "kind": "count"}, said("b"))
    told = report([*hits, miss])
    assert (told["questions"], told["exact"], told["f1"]) == (4, 0.75, 0.75)
    assert told["by_kind"]["count"] == {"questions": 1, "exact": 0, "f1": 0}
    assert told["median_ms"] == 5.0


def test_a_report_of_nothing_is_no_failure():
    assert report([])["questions"] == 0
