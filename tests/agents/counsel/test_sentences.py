"""Sentences out of a text that comes in pieces: the same however it is cut."""

import pytest

from agents.counsel.sentences import Sentences, cleaned

TEXT = (
    "Dr. Who cites 410 U.S. 113 [1]. It is in F. Supp. 2d, at Mass. Sup. Jud. Ct. now.\n"
    "- **FBN1** is 3.5 long!\n\nIt ends"
)
WHOLE = [
    "Dr. Who cites 410 U.S. 113.",
    "It is in F. Supp. 2d, at Mass. Sup. Jud. Ct. now.",
    "FBN1 is 3.5 long!",
    "It ends",
]
NAMES = ("mass. sup. jud. ct.", "f. supp. 2d")


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20, 500])
def test_they_are_the_same_in_pieces_of_any_size(size):
    held, said, parts = Sentences(NAMES), [], {}
    for at in range(0, len(TEXT), size):
        for number, part in held.take(TEXT[at : at + size]):
            parts[number] = parts.get(number, "") + part
        said += held.finished()
    said += held.finished(last=True)
    assert [cleaned(each) for each in said] == WHOLE
    assert "".join(parts[at] for at in sorted(parts)) == TEXT


def test_a_name_that_ends_in_a_dot_may_end_a_sentence():
    held = Sentences(("f. supp.", "f. supp. 2d"))
    held.take("It is F. Supp. It began in 1932. ")
    assert held.finished(last=True) == ["It is F. Supp.", "It began in 1932."]


@pytest.mark.parametrize("text", ["", "\n\n\n", "...", "?!", "- \n- "])
def test_next_to_nothing_is_no_crash(text):
    held = Sentences()
    held.take(text)
    for each in held.finished(last=True):
        cleaned(each)
