"""What people declare of a graph: how its types and relations are called and how they behave.

A pack's `pack.yaml` has this form, and a store keeps it beside the graph, so that every reader of the
graph sees the same words. Nothing here is needed for an answer: a graph without a declaration answers too.
"""

from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from agents.errors import PackError

SourceKind = Literal["person", "graph", "document", "card", "model"]
PREFERENCE: tuple[SourceKind, ...] = get_args(SourceKind)  # believed first: what the person said in the talk


class Value(BaseModel):
    """A pydantic value that refuses unknown keys and does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PropertyWords(Value):
    """How a property is called."""

    description: str = ""
    synonyms: tuple[str, ...] = ()
    unit: str = ""


class TypeWords(Value):
    """How a node type is called."""

    description: str = ""
    synonyms: tuple[str, ...] = ()
    properties: dict[str, PropertyWords] = Field(default_factory=dict)


class RelationWords(Value):
    """How a relation is called and how it behaves."""

    description: str = ""
    synonyms: tuple[str, ...] = ()
    inverse_synonyms: tuple[str, ...] = ()
    template: str = ""
    symmetric: bool = False
    transitive: bool = False
    inverse: str = ""
    prerequisite: bool = False
    functional: bool | None = None  # a head has one tail; None: by what the graph holds
    inverse_functional: bool | None = None  # a tail has one head
    exclusive: tuple[str, ...] = ()  # relations that cannot hold between the same two things as this one
    properties: dict[str, PropertyWords] = Field(default_factory=dict)


class Rule(Value):
    """Something that a graph is to keep to; `hard` refuses what would break it, else it is only listed.

    `kind` says which fields count: "ends" (`relation`, from one of `heads` to one of `tails`), "most" (`relation`,
    at most `most` of one head), "unique", "required" (`type`, `property`), "form" (`type`, `property`, `form`).
    """

    kind: Literal["ends", "most", "unique", "required", "form"]
    relation: str = ""
    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    most: int = Field(default=1, ge=0)
    type: str = ""
    property: str = ""
    form: str = Field(default="", max_length=200)
    hard: bool = False

    @model_validator(mode="after")
    def _says_what_it_is_about(self) -> Self:
        needs = {"ends": ("relation",), "most": ("relation",), "form": ("type", "property", "form")}
        for key in needs.get(self.kind, ("type", "property")):
            if not getattr(self, key):
                raise ValueError(f"a rule of the kind '{self.kind}' needs '{key}'")
        return self


class Declaration(Value):
    """A graph's manifest: title, licence and attribution that readers are shown, words, example questions."""

    title: str = ""
    description: str = ""
    version: str = ""
    licence: str = ""
    attribution: str = ""
    types: dict[str, TypeWords] = Field(default_factory=dict)
    relations: dict[str, RelationWords] = Field(default_factory=dict)
    definitions: dict[str, str] = Field(default_factory=dict)
    examples: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    preference: tuple[SourceKind, ...] = ()  # which kind of source is believed first; empty: `PREFERENCE`

    @model_validator(mode="after")
    def _prefers_each_once(self) -> Self:
        if self.preference and sorted(self.preference) != sorted(PREFERENCE):
            raise ValueError(f"'preference' has to name each of {', '.join(PREFERENCE)} once")
        return self

    @property
    def preferred(self) -> tuple[SourceKind, ...]:
        """The kinds of sources, the one that is believed first at the head."""
        return self.preference or PREFERENCE


def laid_over(former: Declaration, words: Declaration) -> Declaration:
    """Return a declaration with further words: a type, relation or definition declared anew replaces its former one."""
    said = {name: getattr(words, name) for name in words.model_fields_set}
    both = {name: {**getattr(former, name), **value} for name, value in said.items() if isinstance(value, dict)}
    return former.model_copy(update={**said, **both})


def declaration(data: dict[str, Any]) -> Declaration:
    """Read a manifest's mapping; raise PackError naming the first key that is wrong."""
    try:
        return Declaration.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PackError(f"The manifest's '{where}' is not right: {first['msg']}.") from error
