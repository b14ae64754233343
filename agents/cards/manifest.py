"""What a card says of itself, checked: whatever is in a manifest may come from a stranger."""

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from agents.errors import CardError

NAME = r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$"
_SHA256 = r"^[0-9a-f]{64}$"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"

Line = Annotated[str, Field(max_length=300)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BaseModelFile(_Value):
    """The language model that a card was made for: it fits no other."""

    name: Annotated[str, Field(min_length=1, max_length=120)]
    sha256: Annotated[str, Field(pattern=_SHA256)]
    architecture: Annotated[str, Field(max_length=40)] = ""


class Origin(_Value):
    """What a card was made of: files of text, or a graph, in which version."""

    kind: Literal["texts", "graph", "none"]
    name: Line = ""
    version: Line = ""


class Remote(_Value):
    """A card that is no adapter: a chat model with words of our own before each question, or an endpoint.

    `model` is a chat model's name (kind "chat") or an address that takes {"prompt", "max_tokens"} (kind "endpoint").
    """

    kind: Literal["chat", "endpoint"]
    model: Annotated[str, Field(min_length=1, max_length=300)]
    system: Annotated[str, Field(max_length=4000)] = ""


class Manifest(_Value):
    """A card's manifest. `recall` is its maker's word; each site tests it anew before it may be switched on."""

    format: Literal[1] = 1
    name: Annotated[str, Field(pattern=NAME)]
    knows: Annotated[str, Field(min_length=3, max_length=300)]
    made_of: Origin
    licence: Line = ""
    owner: Line = ""
    made: date
    language: Annotated[str, Field(pattern=_LANGUAGE)] = "en"
    base: BaseModelFile | None = None
    remote: Remote | None = None
    recipe: dict[Annotated[str, Field(max_length=40)], float | int | str] = Field(default_factory=dict, max_length=40)
    facts: int = Field(default=0, ge=0)
    seconds: float = Field(default=0.0, ge=0)
    base_perplexity: float | None = Field(default=None, ge=0)
    perplexity: float | None = Field(default=None, ge=0)
    recall: float | None = Field(default=None, ge=0, le=1)
    examples: tuple[Line, ...] = Field(default=(), max_length=200)

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if (self.base is None) == (self.remote is None):
            raise ValueError("a card has either a base model or a remote one")
        texts = [
            self.name,
            self.knows,
            self.licence,
            self.owner,
            self.made_of.name,
            self.made_of.version,
            *self.examples,
        ]
        if any(_CONTROL.search(each) for each in texts):
            raise ValueError("a text of it has characters that cannot be seen")
        return self

    @property
    def kind(self) -> str:
        """What stands behind it: "adapter" or "remote"."""
        return "remote" if self.remote else "adapter"


def manifest(data: Any) -> Manifest:
    """Read a manifest; raise CardError naming the first thing that is wrong."""
    try:
        return Manifest.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "whole"
        raise CardError(f"The card's manifest is not right at '{where[:60]}': {first['msg'][:200]}.") from error
