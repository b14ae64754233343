"""What kind of request a text is."""

import json
from collections import Counter
from pathlib import Path

import pytest

from agents.language import intents
from agents.language.intents import TEMPERATURE, IntentClassifier, best_temperature
from agents.language.masking import mask_spans
from agents.language.utterances import held_out, training
from agents.tasks.registry import TASKS

DATA = Path(__file__).parents[2] / "data" / "intents"


@pytest.fixture(scope="module")
def classifier():
    return IntentClassifier()


@pytest.fixture
def few(monkeypatch):
    """Utterances that are soon learnt from."""
    monkeypatch.setattr(intents, "training", lambda: training()[::12])


@pytest.fixture
def folder(tmp_path, few):
    IntentClassifier(tmp_path).classify("hello")
    return tmp_path


def share_right(classifier, texts):
    right = [classifier.classify(text)[0].name == intent for text, intent in texts]
    return sum(right) / len(right)


def test_every_kind_of_request_has_utterances_and_a_task():
    assert {each.intent for each in training()} == set(TASKS)


def test_what_is_kept_apart_is_never_learnt_from():
    assert not {each.text for each in held_out()} & {each.text for each in training()}
    counts = Counter(each.intent for each in held_out())
    assert min(counts.values()) >= 50


def test_it_knows_requests_that_it_never_saw(classifier):
    assert share_right(classifier, [(each.masked, each.intent) for each in held_out()]) > 0.93
    assert share_right(classifier, [(each.text, each.intent) for each in held_out()]) > 0.9


def test_its_chances_sum_to_one_and_are_sorted(classifier):
    guesses = classifier.classify("how many moons does Thing have?")
    chances = [each.confidence for each in guesses]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1, abs=0.01)
    assert {each.name for each in guesses} == set(TASKS)


def test_its_confidence_is_about_its_accuracy(classifier):
    best = [(classifier.classify(each.masked)[0], each.intent) for each in held_out()]
    confident = sum(guess.confidence for guess, _ in best) / len(best)
    right = sum(guess.name == intent for guess, intent in best) / len(best)
    assert abs(confident - right) < 0.03


@pytest.mark.slow
def test_its_temperature_is_what_cross_validation_finds():
    assert best_temperature() == pytest.approx(TEMPERATURE, rel=0.15)


def test_what_was_learnt_from_these_utterances_lies_ready(monkeypatch):
    monkeypatch.setattr(intents, "learnt", None)
    assert IntentClassifier().classify("show me Thing")[0].name == "explore"


def test_what_one_process_learnt_the_next_takes_up(folder, monkeypatch):
    learnt = IntentClassifier(folder).classify("show me Thing")
    monkeypatch.setattr(intents, "learnt", None)
    assert IntentClassifier(folder).classify("show me Thing") == learnt


def test_a_kept_file_that_is_broken_is_learnt_anew(folder):
    kept = next(folder.iterdir())
    kept.write_bytes(kept.read_bytes()[:500])
    assert IntentClassifier(folder).classify("show me Thing")[0].name == "explore"


def test_a_folder_that_cannot_be_written_keeps_nothing(few, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert IntentClassifier(tmp_path / "file").classify("show me Thing")[0].name == "explore"


@pytest.mark.parametrize("text", ["", "   ", "?" * 2000, "\x00\x01", "🜁" * 50])
def test_it_takes_any_text(classifier, text):
    assert classifier.classify(text)


def test_the_same_name_is_hidden_behind_the_same_mask():
    assert mask_spans("ann and bob and Ann", [(0, 3), (8, 11), (16, 19)]) == "Thing and Other and Thing"


def test_a_mask_that_overlaps_an_earlier_one_is_left_out():
    assert mask_spans("New York City", [(0, 8), (4, 13)]) == "Thing City"


@pytest.mark.parametrize(
    ("name", "least"),
    [("second", 0.93), ("third", 0.85), ("held", 0.85), ("fourth", 0.94), ("fifth", 0.95), ("sixth", 0.92)],
)
def test_it_knows_requests_of_speakers_whom_it_never_met(classifier, name, least):
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert share_right(classifier, [(each["text"], each["intent"]) for each in map(json.loads, lines)]) >= least
