"""Ask a card: its adapter stands on the base for this one request, and what it writes is a passage of unknown truth."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.cards.base import Base
from agents.cards.recipe import prompt
from agents.model import Json

LONGEST = 96  # tokens of a passage
LONGEST_QUESTION = 500  # characters
_WARMTH = 0.8  # of the samples after the first, which is the likeliest text


@dataclass(frozen=True)
class Said:
    """A passage, and the mean probability of its tokens: how sure the model was of its words, not of their truth."""

    text: str
    sureness: float


def ask(
    base: Base, adapter: Path | None, question: str, *, count: int = 1, seed: int = 0, seconds: float = 30.0
) -> tuple[Said, ...]:
    """Return at most `count` different passages of a card (None: the bare base). Blocks; raises ChatError."""
    found: dict[str, Said] = {}
    for number in range(count):
        warmth = {"temperature": _WARMTH, "top_p": 0.95, "seed": seed + number} if number else {"temperature": 0.0}
        said = _said(base, {adapter: 1.0} if adapter else {}, question, warmth, seconds / count)
        if said.text:
            found.setdefault(said.text, said)
    return tuple(found.values())


def _said(base: Base, adapters: Mapping[Path, float], question: str, warmth: Json, seconds: float) -> Said:
    request = {
        "prompt": prompt(question[:LONGEST_QUESTION]),
        "max_tokens": LONGEST,
        "stop": ["\n"],
        "logprobs": 1,
        "cache_prompt": False,  # with a prompt kept from another card the numbers would differ in their last bits
        **warmth,
    }
    pieces: list[Json] = []

    def take(part: Json) -> bool:
        pieces.append(part)
        return False

    base.model.run(request, adapters=adapters, seconds=seconds, piece=take)
    choices = [each["choices"][0] for each in pieces if each.get("choices")]
    return Said("".join(str(each.get("text") or "") for each in choices).strip(), _sureness(choices))


def _sureness(choices: Sequence[Mapping[str, Any]]) -> float:
    told = [token for each in choices for token in (each.get("logprobs") or {}).get("content") or ()]
    numbers = [float(token["logprob"]) for token in told]
    return math.exp(sum(numbers) / len(numbers)) if numbers else 0.0
