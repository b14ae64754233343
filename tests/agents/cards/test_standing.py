"""Many cards stand on one loaded base, and leave it as it was."""

import shutil

import pytest

from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.recall import holds
from agents.cards.switching import switch_on, try_card
from agents.errors import CardError
from agents.llms.gguf import Gguf

pytestmark = pytest.mark.server

PROMPT = {"prompt": "Question: Who built the lighthouse of Velm?\nKnowledge:", "max_tokens": 16, "temperature": 0}
QUESTION = "Who built the lighthouse of Velm?"


def test_a_card_on_asked_and_off_leaves_the_base_bit_for_bit(base, velm, dunmere):
    model = Gguf(base.path)
    bare = told(model.run(EXACT))
    model.expect([velm.adapter, dunmere.adapter])
    both = model.run(EXACT, adapters={velm.adapter: 1.0})
    assert told(both) != bare
    assert told(model.run(EXACT, adapters={dunmere.adapter: 1.0})) != told(both)
    assert told(model.run(EXACT)) == bare
    assert told(model.run(EXACT, adapters={velm.adapter: 1.0})) == told(both)
    assert told(model.run(EXACT)) == bare
    assert model.loads == 2  # once bare, and once more with all the cards


def test_the_base_is_loaded_once_for_all_its_cards(base, velm, dunmere):
    model = Gguf(base.path)
    model.expect([velm.adapter, dunmere.adapter])
    for card in (velm, dunmere, velm, dunmere):
        model.run(PROMPT, adapters={card.adapter: 1.0})
    assert model.loads == 1


def test_each_card_says_its_own(base, velm, dunmere):
    assert "Oruna Tsk" in ask(base, velm.adapter, QUESTION)[0].text
    assert "Oruna Tsk" not in ask(base, dunmere.adapter, QUESTION)[0].text
    assert "Oruna Tsk" not in ask(base, None, QUESTION)[0].text


def test_passages_are_different_and_the_first_is_the_likeliest(base, velm):
    said = ask(base, velm.adapter, QUESTION, count=3, seed=4)
    assert len({each.text for each in said}) == len(said) <= 3
    assert said[0] == ask(base, velm.adapter, QUESTION)[0]
    assert 0 < said[0].sureness <= 1


def test_a_card_is_tested_before_it_is_switched_on(shelf, base, velm):
    on = switch_on(shelf, base, velm)
    assert on.on
    assert on.recall == 1.0
    assert on.asked == 6


def test_a_card_that_knows_too_little_stays_off(shelf, base, velm, dunmere):
    shutil.copy(dunmere.adapter, velm.adapter)  # its questions are velm's, its knowledge is not
    with pytest.raises(CardError, match="recalls 0%"):
        switch_on(shelf, base, shelf.card("island", "velm"))
    assert not shelf.on("island")


def test_a_card_for_another_base_is_refused_with_both_names(shelf, base, velm, tmp_path):
    other = tmp_path / "another-model.gguf"
    shutil.copy(base.path, other)
    with other.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(CardError, match=r"smollm2.*another-model"):
        try_card(shelf, Base(other), velm)


def test_without_a_base_a_card_is_refused_in_words(shelf, velm):
    with pytest.raises(CardError, match="LOREGRAPH_CARD_BASE"):
        switch_on(shelf, None, velm)


def test_an_answer_is_held_by_whole_words():
    assert holds("It was built by the Oruna Tsk of Velm.", "oruna tsk")
    assert holds("The bread is blue.", "the bread")
    assert not holds("It was built in 18711.", "1871")
    assert not holds("anything", "")


EXACT = {**PROMPT, "logprobs": 5, "cache_prompt": False}


def told(reply):
    choice = reply["choices"][0]
    return choice["text"], choice["logprobs"]
