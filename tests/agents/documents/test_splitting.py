"""A text split into sentences and passages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from agents.documents.splitting import LONGEST, pieces, sentences
from agents.documents.text import Text, of_pages


def said(text):
    return [each.of(text) for each in sentences(text)]


def test_a_sentence_ends_at_a_stop_and_not_behind_a_title_or_an_initial():
    text = "Dr. Amara Obi met J. F. Weber, i.e. her chief. They spoke at 3.5 p.m. about No. 7! Did they? Yes."
    assert said(text) == [
        "Dr. Amara Obi met J. F. Weber, i.e. her chief.",
        "They spoke at 3.5 p.m. about No. 7!",
        "Did they?",
        "Yes.",
    ]


def test_a_heading_is_a_sentence_of_its_own():
    assert said("Rivers\n\nThe Main is one.") == ["Rivers", "The Main is one."]


def test_sentences_end_in_other_scripts():
    assert said("莱茵河很长。它流入北海。") == ["莱茵河很长。", "它流入北海。"]


def test_passages_end_with_sentences_and_overlap_by_one():
    text = " ".join(f"This is the sentence of the number {number}, and it says little." for number in range(30))
    found = list(pieces(Text(text)))
    assert len(found) > 3
    assert all(each.end - each.start <= LONGEST for each in found)
    assert all(text[each.start : each.end].endswith(".") for each in found)
    assert all(one.sentences[-1] == other.sentences[0] for one, other in pairwise(found))


def test_no_passage_reaches_over_a_pages_end():
    text = of_pages(["One sentence. Another one.", "A third, on its own page."])
    found = list(pieces(text))
    assert [each.page for each in found] == [1, 2]
    assert text.text[found[1].start : found[1].end] == "A third, on its own page."


@given(st.text(alphabet="ab .!?\n。\"'Z", max_size=1500))
def test_every_character_that_is_no_blank_is_in_a_passage(text):
    covered = set()
    for each in pieces(Text(text)):
        assert each.end - each.start <= 2 * LONGEST
        covered |= set(range(each.start, each.end))
    assert all(place in covered for place, each in enumerate(text) if not each.isspace())


def test_a_mark_inside_a_title_ends_no_sentence():
    assert said('The song "Hold on!" was sung here. Yahoo! is older? Perhaps.') == [
        'The song "Hold on!" was sung here.',
        "Yahoo! is older?",
        "Perhaps.",
    ]
