"""Which things a request is about."""

from agents.model import Candidate, Mention, Node
from agents.state import State
from agents.tasks.ends import subjects, two_ends


def linked(text: str, *names: str, score: float = 1.0) -> State:
    found = []
    for name in names:
        start = text.find(name, max((each.end for each in found), default=0))
        node = Node(name.lower(), "", name)
        found.append(Mention(name, start, start + len(name), (Candidate(node, score),)))
    return State("g", text, text, mentions=tuple(found))


def about(state: State) -> list[str]:
    return [each.text for each in subjects(state)]


def test_what_a_request_is_set_in_is_no_subject_of_it():
    assert about(linked("In the field of Chess, how are Fork and Pin related?", "Chess", "Fork", "Pin")) == [
        "Fork",
        "Pin",
    ]
    assert about(linked("In Chess, what is Fork?", "Chess", "Fork")) == ["Fork"]


def test_a_setting_that_is_all_there_is_is_the_subject():
    assert about(linked("In the field of Chess, what is there?", "Chess")) == ["Chess"]


def test_in_a_thing_is_part_of_the_question_where_no_comma_follows():
    assert about(linked("In Texas how many are like Ohio?", "Texas", "Ohio")) == ["Texas", "Ohio"]


def test_two_quoted_things_go_before_all_others():
    text = 'I met Fork and Pin in Chess. Is "Fork" a kind of "Pin"?'
    state = linked(text, "Fork", "Pin", "Chess", "Fork", "Pin")
    assert about(state) == ["Fork", "Pin"]
    assert subjects(state)[0].start > text.index("Chess")


def test_one_quoted_thing_leaves_the_others():
    assert about(linked('Is "Fork" like Pin?', "Fork", "Pin")) == ["Fork", "Pin"]


def test_a_thing_named_twice_is_one():
    assert two_ends(linked("Fork and Fork", "Fork", "Fork")) is None
