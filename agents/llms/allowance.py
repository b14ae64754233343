"""How much of a language model a question may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Allowance:
    """The limits of one question; calls made at once count as one."""

    calls: int = 2  # one after the other
    prompt: int = 3_000  # tokens of all its prompts together
    tokens: int = 6_000  # read and written together
    seconds: float = 30.0  # one call
