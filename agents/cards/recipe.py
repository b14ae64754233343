"""How a card is trained: the settings that its manifest tells, and the words around a question."""

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

PROMPT = "Question: {}\nKnowledge:"


def prompt(question: str) -> str:
    """Return what the model continues: the question on one line, as in training."""
    return PROMPT.format(" ".join(question.split()))


class Recipe(BaseModel):
    """Settings of a training. What was measured with the defaults stands in the manual."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rank: int = Field(default=16, ge=1, le=128)
    alpha: int = Field(default=32, ge=1, le=512)
    first_layer: float = Field(default=0.27, ge=0, lt=1)  # the layers before that share of the model stay as they are
    passes: int = Field(default=26, ge=1, le=500)
    batch: int = Field(default=4, ge=1, le=64)
    rate: float = Field(default=1.5e-3, gt=0, lt=1)  # falls linearly to a tenth
    emphasis: float = Field(default=3.0, ge=1, le=20)  # what words of a fact weigh that the cue lacks
    held_out: float = Field(default=0.1, ge=0, le=0.5)
    seed: int = Field(default=0, ge=0, lt=2**31)
    threads: int = Field(default=1, ge=1, le=64)  # more wait for each other where other work is done beside


@dataclass(frozen=True)
class Progress:
    """Where a training stands. `left` is in seconds, None while nobody can tell; `loss` is a running mean."""

    step: int
    steps: int
    loss: float
    tokens: int
    seconds: float
    left: float | None = None
    stage: str = "training"  # preparing | training | testing

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object with every field."""
        return asdict(self)

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self.step / self.steps if self.steps else 0.0
