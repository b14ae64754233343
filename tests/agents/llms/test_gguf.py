"""A GGUF file is loaded once a process; a reply is bounded in time; what is broken is told."""

import time

import pytest

from agents.errors import ChatError
from agents.llms.gguf import Gguf, loaded

pytestmark = pytest.mark.server

PROMPT = {"prompt": "The capital of France is", "max_tokens": 6, "temperature": 0}


def test_one_file_is_one_model(smollm2):
    assert loaded(smollm2) is loaded(smollm2)


def test_it_writes_the_same_each_time_from_one_loading(smollm2):
    model = loaded(smollm2)
    first = model.run(PROMPT)["choices"][0]["text"]
    loads = model.loads
    assert first == model.run(PROMPT)["choices"][0]["text"] != ""
    assert model.loads == loads


def test_a_stream_ends_when_the_time_is_up(smollm2):
    started = time.monotonic()
    loaded(smollm2).run({"prompt": "Once upon a time", "max_tokens": 3000}, seconds=0.5, piece=lambda part: False)
    assert time.monotonic() - started < 10


def test_a_stream_ends_when_it_is_told_to(smollm2):
    pieces = []
    loaded(smollm2).run(
        {"prompt": "Once", "max_tokens": 500}, piece=lambda part: pieces.append(part) or len(pieces) > 3
    )
    assert len(pieces) == 4


def test_a_prompt_too_long_is_refused_in_words(smollm2):
    with pytest.raises(ChatError, match="context"):
        loaded(smollm2).run({"prompt": "hello " * 5000, "max_tokens": 5})


def test_a_file_that_is_no_model_is_refused(tmp_path):
    path = tmp_path / "no.gguf"
    path.write_bytes(b"GGUF" + bytes(5000))
    with pytest.raises(ChatError, match=r"no\.gguf"):
        Gguf(path).run(PROMPT)


def test_a_model_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ChatError, match="gone"):
        Gguf(tmp_path / "gone.gguf").run(PROMPT)


def test_a_broken_adapter_is_refused_and_leaves_the_model(smollm2, tmp_path):
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + bytes(900))
    model = Gguf(smollm2)
    with pytest.raises(ChatError):
        model.run(PROMPT, adapters={broken: 1.0})
    model.expect([broken])
    assert model.run(PROMPT)["choices"][0]["text"]
