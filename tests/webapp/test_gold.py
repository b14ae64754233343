"""What is expected, line by line, and the figures made of it."""

import json

import pytest

from agents.errors import LoadError
from webapp.graphs.scoring import NOT_IN_GRAPH, Scored, refusals
from webapp.measure import gold
from webapp.measure.figures import calibration_error, figures, reliability


def text(*lines):
    return "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)


def scored(expected, came, **thought):
    return Scored("q", "+".join(expected), frozenset(expected), frozenset(came), 1.0, "", thought)


def test_a_bad_line_is_told_by_its_number_and_the_others_count():
    found = gold.read("g.jsonl", text({"question": "who", "answers": []}, "{", "", {"question": "what"}), "qa")
    assert [each.number for each in found.lines] == [1]
    assert [number for number, _ in found.bad] == [2, 4]
    assert "line 2" in found.told_bad


def test_a_file_without_a_good_line_is_refused():
    with pytest.raises(LoadError, match=r"'g\.jsonl', line 1"):
        gold.read("g.jsonl", text({"text": "hi"}), "intents")
    with pytest.raises(LoadError, match="no line"):
        gold.read("g.jsonl", "", "linking")


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("qa", {"question": "q", "answers": "one"}),
        ("qa", {"question": 7, "answers": []}),
        ("qa", {"turns": []}),
        ("qa", {"turns": "ab"}),
        ("intents", {"text": "t", "intents": []}),
        ("intents", {"text": " ", "intent": "path"}),
        ("intents", {"text": "t", "intent": 4}),
        ("linking", {"text": "t", "mentions": [{"text": "x"}]}),
        ("linking", {"text": "t", "mentions": [7]}),
        ("qa", [1]),
        ("qa", "[" * 90_000),
    ],
)
def test_what_is_no_gold_is_a_bad_line(what, line):
    with pytest.raises(LoadError):
        gold.read("g.jsonl", line if isinstance(line, str) else json.dumps(line), what)


def test_turns_and_a_dialogue_are_asked_one_after_the_other():
    turns = [{"question": "a", "answers": []}, {"question": "b", "answers": []}]
    for key in ("turns", "dialogue"):
        assert [each["question"] for each in gold.read("g", text({key: turns}), "qa").expected] == ["a", "b"]


def test_false_answers_and_false_refusals_are_counted_apart():
    absent = NOT_IN_GRAPH.casefold()
    found = refusals(
        [scored([absent], ["x"]), scored([absent], [absent]), scored(["x"], [absent]), scored(["x"], ["y"])]
    )
    assert found == {"unanswerable": 2, "false_answers": 1, "answerable": 2, "false_refusals": 1}


def test_intents_have_confusion_and_calibration():
    told = figures("intents", [scored(["path"], ["path"], confidence=1.0), scored(["path"], ["idea"], confidence=0.6)])
    assert told["confusion"] == [{"expected": "path", "came": "idea", "times": 1}]
    assert told["by_kind"]["path"]["exact"] == 0.5
    assert told["ece"] == pytest.approx(0.3)


def test_a_classifier_as_sure_as_it_is_right_has_no_calibration_error():
    assert calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0
    assert reliability([(1.0, True)])[0]["from"] == 0.9


def test_linking_has_precision_and_recall():
    told = figures("linking", [scored(["a", "b"], ["a"], unknown=["zz"]), scored([], ["c"])])
    assert (told["precision"], told["recall"], told["unknown_told"]) == (0.5, 0.5, 1)


@pytest.mark.parametrize("what", gold.KINDS)
def test_figures_of_nothing_are_no_failure(what):
    assert figures(what, [])["questions"] == 0
