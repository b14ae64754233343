"""Questions without the web: one, or a file of them, each answered with the object that `ask --json` prints."""

import json
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from agents.errors import LoadError
from agents.events import Event
from webapp import engine

if TYPE_CHECKING:
    from agents.state import Turn

logger = logging.getLogger(__name__)
MOST_NODES = 200  # of one answer that a turn carries; a follow-up that means more looks them up again
FAULT = "This question failed; the log says why."


@dataclass(frozen=True)
class Line:
    """A line of a file of questions: `data` as it stands, and what is asked one after the other."""

    number: int
    data: dict[str, Any]
    questions: tuple[str, ...]

    @property
    def id(self) -> Any:
        """The line's own id, else its number."""
        return self.data.get("id", self.number)

    @property
    def is_conversation(self) -> bool:
        """Whether the questions belong together."""
        return "turns" in self.data


def turn(question: str, said: dict[str, Any]) -> "Turn":
    """Return a question with its answer as an earlier turn.

    `said` is what `ask --json` prints, or what an `answer.done` tells with "read_as" and "mentions" as they were
    understood, and "picks", "reading" and "forced" as the person chose them.
    """
    from agents.model import Mention, Node
    from agents.state import Turn

    answers = [each for each in said.get("answers", ()) if each.get("id")]
    nodes = tuple(Node.from_json(each) for each in answers[:MOST_NODES])
    mentions = tuple(Mention.from_json(each) for each in said.get("mentions", ()))
    text, total = said.get("text") or said.get("answer", ""), said.get("count") or len(answers)
    understood = {"text": said.get("read_as", ""), "mentions": mentions}
    chosen = {"picks": said.get("picks", {}), "reading": said.get("chosen_reading"), "intent": said.get("forced", "")}
    return Turn(question, text, nodes, total, **understood, **chosen)


async def answer(graph: str, question: str, before: "tuple[Turn, ...]" = ()) -> dict[str, Any]:
    """Answer a question; an EngineError stands under "errors", a defect too, and goes to the log."""
    from agents.state import State

    kit, pipeline = engine.kit(), engine.pipeline()
    begun = perf_counter()
    try:
        end = await pipeline.run(kit, graph, question, _nobody_listens, turns=before)
    except Exception:
        logger.exception("The question %r failed in graph '%s'", question, graph)
        end = State(graph, question, errors=(FAULT,))
    said = pipeline.answer_json(end)
    said["timings"].setdefault("total", round((perf_counter() - begun) * 1000, 2))
    return said


async def answers(graph: str, line: Line) -> AsyncIterator[dict[str, Any]]:
    """Yield the answer to each question of a line, with the line's id and, in a conversation, the turn's number."""
    before: tuple[Turn, ...] = ()
    for number, question in enumerate(line.questions, start=1):
        said = await answer(graph, question, before)
        before = (*before, turn(question, said)) if line.is_conversation else ()
        yield {"id": line.id, **({"turn": number} if line.is_conversation else {}), **said}


def lines(path: Path) -> list[Line]:
    """Read a file of questions; raise LoadError naming the first line that is none."""
    try:
        texts = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise LoadError(f"'{path}' cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8'}.") from error
    return [_line(path, number, text) for number, text in enumerate(texts, start=1) if text.strip()]


def _line(path: Path, number: int, text: str) -> Line:
    try:
        data = json.loads(text)
        questions = tuple(_questions(data))
    except (ValueError, TypeError, KeyError, AttributeError):
        needs = 'an object with a "question" or a list of "turns"'
        raise LoadError(f"'{path.name}', line {number}: a line has to be {needs}.") from None
    return Line(number, data, questions)


def _questions(data: dict[str, Any]) -> Iterator[str]:
    for each in data.get("turns", [data]):
        question = each["question"] if isinstance(each, dict) else each
        if not isinstance(question, str) or not question.strip():
            raise ValueError(question)
        yield question


async def _nobody_listens(event: Event) -> None:
    """Take an event and do nothing with it."""
