"""Measure: put gold to the engine, and tell each thing asked as it is scored."""

from collections.abc import AsyncIterator
from time import perf_counter
from typing import TYPE_CHECKING, Any

from webapp import engine
from webapp.graphs import asking
from webapp.graphs.scoring import Scored, score
from webapp.measure.gold import Gold

if TYPE_CHECKING:
    from agents.events import Event
    from agents.model import Mention
    from agents.state import State


async def measured(what: str, graph: str, gold: Gold) -> AsyncIterator[Scored]:
    """Yield what each thing asked came to, in order. `graph` may be "" for intents: names are not known then."""
    if what == "qa":
        async for each in _answered(graph, gold):
            yield each
        return
    one = _linked if what == "linking" else _understood
    for expected in gold.expected:
        yield await one(graph, expected)


async def _answered(graph: str, gold: Gold) -> AsyncIterator[Scored]:
    for line in gold.lines:
        before = asking.Line(
            line.number, {"id": line.id, **({"turns": []} if line.data["talk"] else {})}, line.questions
        )
        number = 0
        async for said in asking.answers(graph, before):
            yield score(line.data["turns"][number], said)
            number += 1


# --- intents ------------------------------------------------------------------------------------


async def _understood(graph: str, expected: dict[str, Any]) -> Scored:
    text = expected["text"]
    begun = perf_counter()
    states = await _in_graph(graph, text) if graph else _alone(text)
    took = round((perf_counter() - begun) * 1000, 2)
    wanted = expected.get("intents") or [expected["intent"]]
    came = [guesses[0]["name"] for guesses in states]
    if len(wanted) == 1 and len(came) > 1:  # a greeting beside a request is none of its own
        came = [each for each in came if each != "smalltalk"] or came[:1]
    thought = {
        "confidence": min(guesses[0]["confidence"] for guesses in states),
        "intents": [guesses[:3] for guesses in states],
    }
    kind = " + ".join(wanted)
    return Scored(text, kind, _numbered(wanted), _numbered(came), took, " + ".join(came), thought)


def _numbered(kinds: list[str]) -> frozenset[str]:
    """Return the kinds in their order: of several, each with its place."""
    return frozenset(kinds if len(kinds) == 1 else [f"{at}. {kind}" for at, kind in enumerate(kinds, start=1)])


async def _in_graph(graph: str, text: str) -> list[list[dict[str, Any]]]:
    from agents.state import State
    from agents.steps import several
    from agents.steps.understand import understand

    kit, whole = engine.kit(), State(graph, text)
    requests = several.requests(whole, kit)
    states = [await understand(several.one_of(whole, each, [], len(requests)), kit, _nobody) for each in requests]
    return [_guesses(each) for each in states]


def _guesses(state: "State") -> list[dict[str, Any]]:
    return [{"name": each.name, "confidence": round(each.confidence, 4)} for each in state.guesses]


def _alone(text: str) -> list[list[dict[str, Any]]]:
    """Return what the classifier says where no graph is known: by the form of the message alone."""
    from agents.steps.several import by_form

    guesses = [engine.kit().intents.classify(each) for each in by_form(text)]
    return [[{"name": each.name, "confidence": each.confidence} for each in all_] for all_ in guesses]


async def _nobody(event: "Event") -> None:
    """Take an event and do nothing with it."""


# --- linking ------------------------------------------------------------------------------------


async def _linked(graph: str, expected: dict[str, Any]) -> Scored:
    text, reader = expected["text"], engine.kit().reader
    begun = perf_counter()
    mentions = reader.link(graph, text)
    took = round((perf_counter() - begun) * 1000, 2)
    ids = {each["id"] for each in expected["mentions"] if "id" in each}
    names = {str(each["name"]).casefold() for each in expected["mentions"] if "id" not in each}
    came = frozenset(_called(each, names) for each in mentions if each.candidates)
    unknown = [each.text for each in mentions if not each.candidates]
    thought = {"mentions": [each.to_json() for each in mentions], "unknown": unknown}
    return Scored(text, str(expected.get("kind", "")), frozenset(ids | names), came, took, "", thought)


def _called(mention: "Mention", names: set[str]) -> str:
    """Return a linked node's id; its name where one of that name is expected."""
    node = mention.candidates[0].node
    return node.name.casefold() if node.name.casefold() in names else node.id
