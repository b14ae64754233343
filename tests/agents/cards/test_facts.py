"""Facts are parted for good: what is held out is never shown, in no form."""

from random import Random

import pytest

from agents.cards.facts import Corpus, Fact, distinct, parted, plain
from agents.cards.forms import studied
from agents.cards.lessons import batches
from agents.cards.texts import facts_of_texts
from agents.errors import CardError

FACTS = tuple(
    Fact(f"Keeper {number} of the tower feeds owl {number * 7}.", f"group {number // 2}") for number in range(40)
)
TOGETHER = Fact(
    "Oruna Tsk put up Velm Light, Harrow Light and Dun Light.",
    asks=("Velm Light, Harrow Light and Dun Light", "Oruna Tsk"),
    items=("Velm Light", "Harrow Light", "Dun Light"),
)


def test_what_is_held_out_is_in_no_lesson():
    corpus = parted(FACTS, 0.2, seed=3)
    passes = [batches(corpus.learnt, 4, 3, number) for number in range(5)]
    shown = " ".join(each.prompt + each.text for one in passes for batch in one for each in batch)
    assert len(corpus.held_out) == 8
    assert not [each for each in corpus.held_out if plain(each.text) in plain(shown)]


def test_facts_of_one_group_stay_together():
    corpus = parted(FACTS, 0.3, seed=1)
    assert not {each.group for each in corpus.learnt} & {each.group for each in corpus.held_out}


def test_a_fact_that_is_told_twice_is_one_and_on_one_side():
    twice = (*FACTS, *(Fact(each.text.upper()) for each in FACTS))
    assert distinct(twice) == FACTS
    corpus = parted(twice, 0.5)
    assert not {each.key for each in corpus.learnt} & {each.key for each in corpus.held_out}


def test_something_is_always_left_to_learn():
    assert parted(FACTS[:1], 0.5) == Corpus(FACTS[:1])


def test_the_split_is_the_same_for_the_same_seed():
    assert parted(FACTS, 0.2, 5) == parted(FACTS, 0.2, 5) != parted(FACTS, 0.2, 6)


def test_the_tests_own_question_is_never_taught():
    for fact in FACTS[:6]:
        read, random = studied(fact), Random(0)
        asked = {plain(read.cue(random).text) for _ in range(300)}
        (tested,) = read.tests
        assert plain(tested.text) not in asked


def test_a_list_is_tested_from_either_end_and_neither_is_taught():
    read, random = studied(TOGETHER), Random(0)
    asked = {plain(read.cue(random).text) for _ in range(300)}
    assert [(each.text, each.answer) for each in read.tests] == [
        ("What did Oruna Tsk put up?", "Velm Light, Harrow Light and Dun Light"),
        ("What put up Velm Light, Harrow Light and Dun Light?", "Oruna Tsk"),
    ]
    assert not asked & {plain(each.text) for each in read.tests}


def test_who_asks_for_what_has_a_list_may_tell_some_of_it_in_any_order():
    read, random = studied(TOGETHER), Random(0)
    asked = [plain(read.cue(random).text) for _ in range(300)]
    assert "what put up harrow light and velm light" in asked
    assert not [each for each in asked if "oruna" in each and "what" in each and "light" in each]


def test_a_question_of_a_test_is_never_taught():
    read = studied(Fact("Oruna Tsk built the lighthouse of Velm in 1871."))
    never = {plain(each) for each in read.questions}
    random = Random(0)
    assert not never & {plain(read.cue(random, never).text) for _ in range(300)}


def test_a_fact_is_shown_in_many_forms():
    read, random = studied(Fact("Oruna Tsk built the lighthouse of Velm in 1871.")), Random(0)
    cues = [read.cue(random) for _ in range(200)]
    assert {each.form for each in cues} == {"question", "in place", "cloze", "reversed", "clause", "words"}
    assert len({each.text for each in cues}) > 40


def test_a_pass_is_the_same_when_it_is_made_again():
    assert batches(FACTS, 4, 1, 4) == batches(FACTS, 4, 1, 4) != batches(FACTS, 4, 1, 5)


def test_a_pass_shows_each_fact_once():
    shown = batches(FACTS, 7, 1, 4)
    assert [len(each) for each in shown].count(7) == 5
    assert sorted(each.text.strip() for batch in shown for each in batch) == sorted(each.text for each in FACTS)


def test_facts_of_about_one_length_come_together():
    mixed = tuple(Fact(f"Owl {number} feeds {'very ' * (number % 20)}late.") for number in range(60))
    lengths = [[len(each.prompt + each.text) for each in batch] for batch in batches(mixed, 4, 0, 0)]
    assert sum(map(sum, lengths)) > 0.85 * sum(max(batch) * len(batch) for batch in lengths)


def test_words_that_the_cue_lacks_are_marked():
    for each in batches(FACTS[:5], 5, 0, 0)[0]:
        assert all(plain(each.text[start:end]) not in plain(each.prompt).split() for start, end in each.fresh)


def test_a_text_becomes_a_fact_a_sentence(tmp_path):
    path = tmp_path / "velm.txt"
    path.write_text(
        "Oruna Tsk built the lighthouse of Velm. It burns whale oil every night.\n\nThe ferry leaves at noon."
    )
    assert [each.text for each in facts_of_texts([path])] == [
        "Oruna Tsk built the lighthouse of Velm.",
        "The ferry leaves at noon.",
    ]


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "velm.bin"
    path.write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(CardError, match=r"velm\.bin"):
        facts_of_texts([path])


def test_a_file_that_says_nothing_is_refused(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("\n\n")
    with pytest.raises(CardError, match="no sentence"):
        facts_of_texts([path])
