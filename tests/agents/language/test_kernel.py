"""Kinds learnt from known texts by how near they are."""

import numpy as np
import pytest
from sklearn.kernel_ridge import KernelRidge

from agents.language import kernel
from agents.language.embeddings import embedder
from agents.language.kernel import learnt, read, write

ASKED = ["who owns the mill", "who runs the inn", "who built the bridge", "who owns the bridge", "who runs the mill"]
TOLD = ["the mill is sold", "the inn has burnt down", "the bridge is closed"]
TEXTS, KINDS = ASKED + TOLD, ["ask"] * len(ASKED) + ["tell"] * len(TOLD)
UNSEEN = ["who sold the inn", "the bridge has burnt down"]


@pytest.fixture(scope="module")
def known():
    return learnt(embedder(), TEXTS, KINDS)


def test_it_tells_texts_that_it_never_saw(known):
    assert [known.kinds[at] for at in known.scores(UNSEEN).argmax(axis=1)] == ["ask", "tell"]


def test_a_text_is_nearest_to_itself(known):
    near = known.points.near(known.points)
    assert np.allclose(np.diag(near), 1, atol=1e-3)
    assert (near.argmax(axis=1) == np.arange(len(TEXTS))).all()


def test_it_finds_what_scikit_learn_finds(known):
    near = known.points.near(known.points)
    penalties = kernel._PENALTY * np.array([len(ASKED) / 4] * len(ASKED) + [len(TOLD) / 4] * len(TOLD)) ** 0.5
    right = np.eye(2)[[0] * len(ASKED) + [1] * len(TOLD)]
    other = KernelRidge(alpha=1e-9, kernel="precomputed").fit(near + np.diag(penalties), right)
    assert np.allclose(known.says, other.dual_coef_, atol=1e-3)


def test_many_texts_score_as_each_alone(known, monkeypatch):
    monkeypatch.setattr(kernel, "_BLOCK", 2)
    assert np.allclose(known.scores([*UNSEEN, *UNSEEN, *TOLD])[:2], known.scores(UNSEEN), atol=0.02)


def test_what_a_file_gives_back_scores_the_same(known, tmp_path):
    write(tmp_path / "known.npz", known, "these texts")
    again = read(tmp_path / "known.npz", embedder(), TEXTS, "these texts")
    assert again is not None
    assert np.allclose(again.scores(UNSEEN), known.scores(UNSEEN), atol=1e-3)


def test_what_was_learnt_from_other_texts_is_not_taken(known, tmp_path):
    write(tmp_path / "known.npz", known, "these texts")
    assert read(tmp_path / "known.npz", embedder(), TEXTS, "others") is None
