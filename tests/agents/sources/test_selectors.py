"""What is kept of what sources gave: what fits, cut to what answers, and nothing that was found false."""

from types import SimpleNamespace

import pytest

from agents.declaration import Declaration
from agents.language.embeddings import embedder
from agents.model import Passage, Place
from agents.sources import selectors
from agents.sources.brevity import sentences, shortened
from agents.sources.factuality import Checked, Outcome, Verdict
from agents.sources.manner import Manner
from agents.sources.selectors import relevant, sampled, score, select

HIVE = "A hive holds about forty thousand bees in summer."
LONG = (
    "Beekeeping is an old craft. Clay hives were used along the Nile long before anybody wrote of them. "
    "A strong hive holds about forty thousand bees in summer, most of them workers. "
    "Honey is taken in August. Dr. Hale of St. Ives writes that smoke calms them; nobody knows why."
)
GRAPH_SAYS = Checked("Ann kept bees at the abbey of Ives.", Outcome.SUPPORTED, 1.0)
QUESTION = "How many bees live in a hive?"


def passage(text, **more):
    return Passage(text, "guide", "document", **more)


def test_what_has_nothing_to_do_with_the_question_is_left_out():
    kept = relevant(embedder(), QUESTION, [passage("The rook moves in straight lines."), passage(HIVE)], 20)
    assert [each.text for each in kept] == [HIVE]
    assert kept[0].scores["relevance"] > 0.5


def test_only_the_most_relevant_pass_best_first():
    many = [passage(f"{HIVE} {n}") for n in range(30)]
    kept = relevant(embedder(), QUESTION, many, 20)
    assert len(kept) == 20
    assert [each.scores["relevance"] for each in kept] == sorted(
        (each.scores["relevance"] for each in kept), reverse=True
    )


def test_a_short_passage_is_left_as_it_is():
    assert shortened(embedder(), QUESTION, passage(HIVE)) == passage(HIVE)


def test_a_long_passage_is_cut_to_the_sentences_that_carry_the_answer():
    cut = shortened(embedder(), QUESTION, passage(LONG))
    assert "forty thousand bees" in cut.text
    assert 10 <= len(cut.text.split()) <= 30
    assert cut.text in LONG
    assert cut.scores["brevity"] < 1


def test_a_heading_is_not_joined_to_the_sentence_below_it():
    text = f"Guide to hives\n\n{HIVE} Most of them are workers, and they are all sisters.\n\nHoney is taken in August."
    cut = shortened(embedder(), QUESTION, passage(text))
    assert cut.text.startswith(HIVE)
    assert "Guide" not in cut.text
    assert "Honey" not in cut.text


def test_a_short_paragraph_that_says_all_is_kept_alone():
    text = f"Guide to hives\n\nHoney is taken in August, when the days are dry and the frames are full.\n\n{HIVE}"
    assert len(HIVE.split()) < 10
    assert shortened(embedder(), QUESTION, passage(text)).text == HIVE


def test_a_place_in_a_document_moves_along_with_the_cut():
    cut = shortened(embedder(), QUESTION, passage(LONG, place=Place("d", "Bees", 100, 100 + len(LONG))))
    assert LONG[cut.place.start - 100 : cut.place.end - 100] == cut.text


def test_sentences_end_neither_at_abbreviations_nor_at_numbers():
    assert [said for _, said in sentences("Dr. Hale has 3.5 kg. It is no. 7.")] == [
        "Dr. Hale has 3.5 kg.",
        "It is no. 7.",
    ]


def test_fewer_than_asked_for_are_all_taken():
    few = [passage("one", score=0.3), passage("two", score=0.9)]
    assert [each.text for each in sampled(few, 5, 0)] == ["two", "one"]
    assert sampled([], 5, 0) == ()


def test_the_same_seed_draws_the_same_and_none_twice():
    many = [passage(str(n), score=0.5) for n in range(30)]
    drawn = sampled(many, 5, 7)
    assert drawn == sampled(many, 5, 7)
    assert len({each.id for each in drawn}) == 5
    assert len({tuple(each.id for each in sampled(many, 5, seed)) for seed in range(20)}) > 1


def test_only_the_best_twice_as_many_can_be_drawn():
    many = [passage(str(n), score=1.0 if n < 10 else 0.9) for n in range(30)]
    assert all(int(each.text) < 10 for seed in range(20) for each in sampled(many, 5, seed))


def test_what_scores_more_is_drawn_oftener():
    many = [passage(str(n), score=0.9 if n == 0 else 0.1) for n in range(10)]
    drawn = sum(any(each.text == "0" for each in sampled(many, 5, seed)) for seed in range(60))
    assert drawn > 50


@pytest.fixture
def checked(monkeypatch):
    def with_verdicts(*verdicts):
        async def check(graph, passages, tools, documents=()):
            return tuple(verdicts[: len(passages)])

        monkeypatch.setattr(selectors, "check", check)

    return with_verdicts


class Tools:
    store = SimpleNamespace(declaration=lambda graph: Declaration())
    reader = None
    embed = embedder()


async def test_what_is_found_false_is_kept_back_and_shown_as_disputed(checked):
    checked(Verdict(Outcome.SUPPORTED, 1.0), Verdict(Outcome.CONTRADICTED, 0.1))
    done = await select("g", QUESTION, [passage(HIVE), passage("A hive holds nine bees.")], Tools(), Manner())
    assert [each.checked for each in done.kept] == ["supported"]
    assert [each.checked for each in done.disputed] == ["contradicted"]


async def test_of_two_answers_to_one_question_the_founded_one_is_kept(checked):
    checked(Verdict(Outcome.NO_EVIDENCE), Verdict(Outcome.SUPPORTED, 1.0, (GRAPH_SAYS,)))
    two = [Passage(f"{name} kept bees at the abbey of Ives.", name, "card", 0.5) for name in ("Bo", "Ann")]
    done = await select("g", "Who kept bees at the abbey of Ives?", two, Tools(), Manner())
    assert [(each.source, each.checked) for each in done.kept] == [("Ann", "supported")]
    assert [(each.source, each.checked) for each in done.disputed] == [("Bo", "outdone")]
    assert done.conflicts[0].why == "I go by the graph, which here comes before cards"


async def test_what_two_say_in_the_same_words_counts_twice(checked):
    checked(*[Verdict(Outcome.NO_EVIDENCE)] * 2)
    said = [(name, f"{name[:3]} kept bees at the abbey of Ives.") for name in ("Bo", "Ann", "Ann of Ives")]
    three = [Passage(text, name, "card", 0.5) for name, text in said]
    done = await select("g", "Who kept bees at the abbey of Ives?", three, Tools(), Manner())
    assert [each.source for each in done.kept] == ["Ann"]


async def test_a_new_fact_weighs_as_much_as_a_known_one(checked):
    checked(Verdict(Outcome.SUPPORTED, 1.0), Verdict(Outcome.NO_EVIDENCE), Verdict(Outcome.UNKNOWN))
    three = [passage(f"{HIVE} {word}") for word in ("One.", "Two.", "Three.")]
    manner = Manner(selectors=frozenset({"factuality"}))
    done = await select("g", QUESTION, [Passage(each.text, "g", "card", 0.5) for each in three], Tools(), manner)
    assert {score(each) for each in done.kept} == {0.5}
    assert ["factuality" in each.scores for each in done.kept] == [True, False, False]
    assert {each.checked for each in done.kept} == {"supported", "no_evidence", "unknown"}


async def test_what_other_evidence_says_too_comes_before_what_nobody_knows(checked):
    checked(Verdict(Outcome.NO_EVIDENCE), Verdict(Outcome.SUPPORTED, 0.95))
    two = [Passage(f"{HIVE} {word}", "g", "card", sure) for word, sure in (("One.", 0.9), ("Two.", 0.5))]
    done = await select("g", QUESTION, two, Tools(), Manner(selectors=frozenset({"factuality"})))
    assert [(each.checked, score(each)) for each in done.kept] == [("supported", 0.5), ("no_evidence", 0.9)]


async def test_a_check_that_failed_never_scores_better_than_a_falsehood(checked):
    checked(Verdict(Outcome.NO_EVIDENCE, failed="It broke."), Verdict(Outcome.CONTRADICTED, 0.1))
    two = [passage(HIVE), passage("A hive holds nine bees in all.")]
    done = await select("g", QUESTION, two, Tools(), Manner())
    assert done.kept == ()
    assert [each.checked for each in done.disputed] == ["contradicted"]
    broken = selectors._judged(two[0], Verdict(Outcome.NO_EVIDENCE, failed="It broke."))
    assert score(broken) <= min(score(each) for each in done.disputed)


async def test_a_passage_comes_once_however_often_it_was_given():
    done = await select("g", QUESTION, [passage(HIVE)] * 3, Tools(), Manner(selectors=frozenset()))
    assert len(done.kept) == 1


@pytest.mark.parametrize("off", ["relevance", "brevity", "factuality"])
async def test_each_selector_can_be_switched_off(checked, off):
    checked(*[Verdict(Outcome.CONTRADICTED, 0.0)] * 2)
    manner = Manner(selectors=frozenset({"relevance", "brevity", "factuality"} - {off}))
    done = await select("g", QUESTION, [passage(LONG), passage("Rooks move in straight lines.")], Tools(), manner)
    shown = [*done.kept, *done.disputed]
    assert all(off not in each.scores for each in shown)
    assert bool(done.kept) == (off == "factuality")
    assert (len(shown) == 2) == (off == "relevance")
