"""How long a thread may go on while others wait during bulk work."""

import sys

import pytest

from agents.graphs.turns import taking_turns


def test_turns_are_shorter_while_the_block_lasts():
    usual = sys.getswitchinterval()
    with taking_turns():
        assert sys.getswitchinterval() < usual / 5
    assert sys.getswitchinterval() == usual


def test_the_last_of_several_brings_the_usual_back():
    usual, one, other = sys.getswitchinterval(), taking_turns(), taking_turns()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert sys.getswitchinterval() != usual
    other.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual


def test_an_error_brings_the_usual_back():
    usual = sys.getswitchinterval()
    with pytest.raises(KeyError), taking_turns():
        raise KeyError
    assert sys.getswitchinterval() == usual
