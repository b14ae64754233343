"""Which relation a question about two things names, and from which of them it leads."""

from agents.reading.reader import RelationGuess


async def test_the_n_of_leads_from_the_second_thing(ask, reader):
    reader.guesses = (RelationGuess("capital", 0.9),)
    state = await ask("relation", "is Austin the capital of Texas?")
    assert (state.verdict, state.claims[-1].text) == ("yes", "The capital of Texas is Austin.")


async def test_a_capital_of_something_else_is_a_no(ask, reader):
    reader.guesses = (RelationGuess("capital", 0.9),)
    assert (await ask("relation", "is Dallas the capital of Texas?")).verdict == "no"


async def test_the_n_of_the_wrong_way_round_is_a_no(ask, reader):
    reader.guesses = (RelationGuess("capital", 0.9),)
    assert (await ask("relation", "is Texas the capital of Austin?")).verdict == "no"


async def test_only_the_words_around_the_two_things_are_read(ask, reader):
    reader.guesses = (RelationGuess("borders", 0.9),)
    await ask("relation", "does Texas border Oklahoma?")
    assert set(reader.phrases) == {"does border"}


async def test_words_that_ask_for_any_relation_name_none(ask, reader):
    reader.guesses = (RelationGuess("capital", 0.9),)
    state = await ask("relation", "how are Texas and Oklahoma connected?")
    assert reader.phrases == []
    assert state.answer == "Texas borders Oklahoma."
