"""Training for real, where the extra `train` is installed: it goes on where it was stopped, as if it had not been."""

import pytest

from agents.cards.facts import Corpus, Fact
from agents.cards.header import check_adapter
from agents.cards.recipe import Recipe
from agents.cards.training import Stopped, train

pytest.importorskip("torch", reason="the extra 'train' is not installed")
pytestmark = [pytest.mark.server, pytest.mark.slow]
CORPUS = Corpus(
    (Fact("Oruna Tsk built the lighthouse of Velm."), Fact("The ferry to Velm is called the Patient Margit.")),
    (Fact("Farmers of Dunmere grow square melons."),),
)
RECIPE = Recipe(rank=2, alpha=4, first_layer=0.95, passes=4, batch=1, threads=1)


def test_a_training_that_was_stopped_goes_on_as_if_it_had_not_been(smollm2, tmp_path):
    whole = train(smollm2, CORPUS, RECIPE, tmp_path / "whole", lambda progress: None)

    def until_three(progress):
        if progress.step == 3:
            raise Stopped

    with pytest.raises(Stopped):
        train(smollm2, CORPUS, RECIPE, tmp_path / "parts", until_three)
    steps = []
    parts = train(smollm2, CORPUS, RECIPE, tmp_path / "parts", lambda progress: steps.append(progress.step))
    assert min(step for step in steps if step) == 4
    assert parts.adapter.read_bytes() == whole.adapter.read_bytes()
    assert parts.tokens == whole.tokens
    assert whole.perplexity is not None
    check_adapter(whole.adapter, "llama")


def test_other_facts_begin_anew(smollm2, tmp_path):
    train(smollm2, CORPUS, RECIPE, tmp_path, lambda progress: None)
    steps = []
    train(smollm2, Corpus(CORPUS.held_out), RECIPE, tmp_path, lambda progress: steps.append(progress.step))
    assert 1 in steps
