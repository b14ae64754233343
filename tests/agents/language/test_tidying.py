"""What is said around a request, and taken off it."""

import pytest

from agents.language.tidying import acknowledges, opened, restarted, tidied, untagged


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("cool, and Ohio?", "and Ohio?"),
        ("hm ok. how old is it", "how old is it"),
        ("thanks! and where is it?", "and where is it?"),
        ("oh nice, who made it", "who made it"),
        ("great lakes?", "great lakes?"),
        ("well depth", "well depth"),
        ("thanks!", "thanks!"),
        ("", ""),
    ],
)
def test_what_only_greets_or_praises_is_taken_off_the_front(text, rest):
    assert opened(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("I was wondering which one is oldest", "which one is oldest"),
        ("do you happen to know who made it?", "who made it?"),
        ("any idea in which year it opened", "in which year it opened"),
        ("same for Ohio pls", "same for Ohio"),
        ("whos the oldest", "who is the oldest"),
        ("do you know Ohio?", "do you know Ohio?"),
        ("please", "please"),
    ],
)
def test_a_preamble_and_a_please_are_taken_off(text, rest):
    assert tidied(text) == rest


def test_what_begins_anew_is_the_rest():
    assert restarted("what is it made... i mean what colour is it") == "what colour is it"
    assert restarted("the mean, I mean") == "the mean, I mean"
    assert restarted("and the end, I mean the date") == "and the date"


def test_a_tag_is_taken_off():
    assert untagged("so Ohio is bigger, right?") == "so Ohio is bigger?"
    assert untagged("right?") == "right?"


@pytest.mark.parametrize(("text", "only"), [("ok.", True), ("hm, nice.", True), ("thanks!", False), ("Ohio", False)])
def test_what_only_says_that_one_was_heard_is_known(text, only):
    assert acknowledges(text) == only
