"""Nouns for people are told from other nouns, known ones and new ones."""

import numpy as np
import pytest

from agents.language import people
from agents.language.embeddings import embedder


@pytest.mark.parametrize("noun", ["painter", "curator", "judge", "customer", "beekeeper", "grandmaster", "zookeeper"])
def test_a_noun_for_people_is_one(noun: str) -> None:
    assert people.people([noun], embedder()) == [True]


@pytest.mark.parametrize(
    "noun", ["painting", "museum", "router", "order", "windmill", "spatula", "invoice", "semester"]
)
def test_another_noun_is_none(noun: str) -> None:
    assert people.people([noun], embedder()) == [False]


def test_nothing_is_nobody() -> None:
    assert people.people([], embedder()) == []
    assert people.people([""], embedder()) == [False]


def test_what_lies_ready_is_what_the_lists_teach() -> None:
    with np.load(people.READY) as ready:
        assert np.allclose(ready["weights"], people.learnt(embedder()), atol=0.02)
        assert str(ready["source"]) == people._source()


def test_no_noun_stands_in_both_lists() -> None:
    lists = [line.split(": ")[1].split() for line in people._FILE.read_text().splitlines() if line[:1] != "#"]
    assert not set(lists[0]) & set(lists[1])
    assert all(len(each) == len(set(each)) for each in lists)
