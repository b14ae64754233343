"""How often Python looks for garbage during bulk work."""

import gc

import pytest

from agents.graphs.garbage import seldom_looked_for


def test_it_is_looked_for_less_often_while_the_block_lasts():
    usual = gc.get_threshold()
    with seldom_looked_for():
        assert gc.get_threshold()[0] > 100 * usual[0]
    assert gc.get_threshold() == usual


def test_the_last_of_several_brings_the_usual_back():
    usual, one, other = gc.get_threshold(), seldom_looked_for(), seldom_looked_for()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold() != usual
    other.__exit__(None, None, None)
    assert gc.get_threshold() == usual


def test_an_error_brings_the_usual_back():
    usual = gc.get_threshold()
    with pytest.raises(KeyError), seldom_looked_for():
        raise KeyError
    assert gc.get_threshold() == usual
