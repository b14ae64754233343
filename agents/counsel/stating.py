"""Writing a statement of Cypher from a question, for the door that runs it only where it reads.

The model's text is a stranger's: it is planned, refused and cut by the door like whatever a person types there, and
who asked sees it, with each earlier try and what was wrong with it.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.errors import ChatError
from agents.llms.chat import Chat, Message
from agents.model import Json, NodeType, PropertyType, RelationType, Schema
from agents.prompts.prompt import prompt, quoted

LIMIT = 500  # tokens of a statement
_MOST = 40  # types, and relations, that a model is told of
_PROPERTIES = 12
_LENGTH = 80  # characters of a name
_FORM: Json = {
    "type": "object",
    "properties": {"statement": {"type": "string", "maxLength": 4_000}},
    "required": ["statement"],
    "additionalProperties": False,
}
OWN = "Every node has the label Entity, its type as a second label, and the properties name, id and graph. Every first node of a pattern is of this graph: {graph: '%s'}."  # noqa: E501
ATTACHED = "Types are labels, relations are relationship types."


@dataclass
class Author:
    """A model that writes statements about one graph; each further one puts the last right."""

    chat: Chat
    seconds: float
    layout: str
    schema: Schema
    statement: str = ""  # the last that was written
    _talk: list[Message] = field(default_factory=list)

    async def write(self, question: str) -> str:
        """Return a statement for a question; raise ChatError."""
        self._talk = list(
            prompt(
                "cypher",
                layout=self.layout,
                question=quoted(question),
                types="\n".join(_type(each) for each in self.schema.types[:_MOST]),
                relations="\n".join(_relation(each) for each in self.schema.relations[:_MOST]),
            )
        )
        return await self._next()

    async def repair(self, statement: str, fault: str) -> str:
        """Return another statement, given what is wrong with the last; raise ChatError."""
        self._talk += [
            Message("assistant", json.dumps({"statement": statement})),
            *prompt("repair", fault=quoted(fault)),
        ]
        return await self._next()

    async def _next(self) -> str:
        try:
            async with asyncio.timeout(self.seconds):
                said = await self.chat.reply(self._talk, limit=LIMIT, schema=_FORM, seconds=self.seconds)
        except TimeoutError as error:
            raise ChatError(f"It gave no answer within {self.seconds:g} seconds.") from error
        self.statement = _statement(said.text)
        return self.statement


def own_layout(graph: str) -> str:
    """Return how a graph of Loregraph's own lies in the database, for a name that an address can carry."""
    return OWN % graph


def _statement(text: str) -> str:
    """Read what a model wrote: the JSON that it was asked for, or a statement, perhaps between fences."""
    try:
        told = json.loads(text)
    except ValueError:
        told = {"statement": _unfenced(text)}
    found = told.get("statement") if isinstance(told, dict) else None
    if not isinstance(found, str) or not found.strip():
        raise ChatError("It wrote no statement.")
    return found.strip()


def _unfenced(text: str) -> str:
    _, fence, rest = text.partition("```")
    return rest.partition("```")[0].removeprefix("cypher") if fence else text


def _type(each: NodeType) -> str:
    return f"{quoted(each.name, _LENGTH) or 'Entity'}{_carried(each.properties)}"


def _relation(each: RelationType) -> str:
    ends = max(each.signatures, key=lambda one: one.count, default=None)
    between = f" ({quoted(ends.head, _LENGTH)} → {quoted(ends.tail, _LENGTH)})" if ends else ""
    return f"{quoted(each.name, _LENGTH)}{between}{_carried(each.properties)}"


def _carried(properties: Sequence[PropertyType]) -> str:
    told = ", ".join(f"{quoted(each.name, _LENGTH)} ({each.kind})" for each in properties[:_PROPERTIES])
    return f": {told}" if told else ""
