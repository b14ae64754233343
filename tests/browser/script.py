"""A pipeline that plays scenes: real events, in the real order, at a pace that a test can act within.

What the engine answers is tested elsewhere; these tests are about what a person sees of it.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from agents.changes import ChangeSet, PutEdge, PutNode
from agents.errors import EngineError
from agents.events import (
    AnswerDelta,
    AnswerDone,
    ClaimsMade,
    Cluster,
    ClustersFound,
    Doubt,
    Emit,
    EntitiesLinked,
    GraphGrown,
    IntentGuess,
    IntentUnderstood,
    ModelAsked,
    ModelFailed,
    PlanMade,
    PlanStep,
    ProposalMade,
    QueryRan,
    ReadingOffered,
    RunFailed,
    StepFinished,
    StepStarted,
    ViewAsked,
    Worded,
    WordingChecked,
    WordingDelta,
)
from agents.model import Candidate, Claim, Edge, Mention, Node, Provenance
from tests.browser import sky

INTENTS = (IntentGuess("path", 0.06), IntentGuess("explore", 0.03))
WORDS_A_PIECE = 3


async def run(kit: Any, graph: str, question: str, emit: Emit, **choices: Any) -> None:
    """Play the scene that a question's first word names; any other question asks for the moons of Jupiter."""
    scene = SCENES.get(question.split()[0].lower().strip("?:"), moons)
    await scene(Stage(emit, question, choices))


class Stage:
    """Tells the events of a run that many scenes share."""

    def __init__(self, emit: Emit, question: str, choices: dict[str, Any]) -> None:
        self.emit, self.question, self.choices = emit, question, choices

    async def step(self, name: str, summary: str, *events: Any, pause: float = 0.0) -> None:
        await self.emit(StepStarted(name))
        await asyncio.sleep(pause)
        for event in events:
            await self.emit(event)
        await self.emit(StepFinished(name, summary, 1.5 + len(summary) / 10))

    async def understand(self, pause: float = 0.0) -> None:
        intent = self.choices.get("intent") or "question"
        event = IntentUnderstood(self.question, IntentGuess(intent, 0.91), INTENTS)
        await self.step("understand", f"Taken as a {intent}", event, pause=pause)

    async def say(self, claims: Sequence[Claim], pause: float = 0.0, **more: Any) -> None:
        await self.step("reason", f"{len(claims)} claims", ClaimsMade(tuple(claims)))
        await self.emit(StepStarted("answer"))
        text = ""
        for number, claim in enumerate(claims):
            for piece in pieces(claim.text if number == 0 else f" {claim.text}"):
                text += piece
                await self.emit(AnswerDelta(piece, number))
                await asyncio.sleep(pause)
        await self.emit(StepFinished("answer", f"{len(claims)} sentences", 2.0))
        await self.emit(AnswerDone(text, tuple(claims), timings={"total": 41.7}, **more))


def pieces(text: str) -> list[str]:
    """Return the text in groups of words that join up to it."""
    words = text.split(" ")
    groups = [" ".join(words[at : at + WORDS_A_PIECE]) for at in range(0, len(words), WORDS_A_PIECE)]
    return [group if at == 0 else f" {group}" for at, group in enumerate(groups)]


def mention(stage: Stage, text: str, candidates: Sequence[Node]) -> Mention:
    """Return a mention of the text; the person's pick comes first, as it does in the engine."""
    picked = stage.choices.get("picks", {}).get(text.lower())
    ordered = sorted(candidates, key=lambda node: node.id != picked)
    start = max(0, stage.question.find(text))
    return Mention(text, start, start + len(text), tuple(Candidate(n, 0.98 - at / 5) for at, n in enumerate(ordered)))


async def moons(stage: Stage, pause: float = 0.0) -> None:
    """A plain answer of three sentences, one of them inferred."""
    edges, nodes = sky.around("Jupiter", "ORBITS")
    planets = [next(n for n in sky.nodes() if n.name == name) for name in ("Jupiter", "Saturn")]
    await stage.understand(pause)
    await stage.step("link", "Jupiter", EntitiesLinked((mention(stage, "Jupiter", planets),)), pause=pause)
    query = {"kind": "match", "variables": [{"name": "x", "types": ["Moon"]}]}
    readings = (ReadingOffered("moons that Jupiter found", 0.4, 1),)
    await stage.step(
        "plan", "Moon that ORBITS Jupiter", PlanMade((PlanStep("Moon that ORBITS Jupiter", query),), readings)
    )
    await stage.step("gather", "6 rows", *gathered("Moon that ORBITS Jupiter", nodes, edges), pause=pause)
    named = [node for node in nodes if node.type == "Moon"]
    found, finders = sky.around("Galileo Galilei", "FOUND_BY")
    await asyncio.sleep(5 * pause)
    await stage.emit(GraphGrown(tuple(finders), tuple(found)))
    claims = (
        Claim(f"6 moons orbit Jupiter: {', '.join(n.name for n in named)}.", tuple(e.id for e in edges)),
        Claim("Galileo Galilei found 4 of them.", tuple(e.id for e in found)),
        Claim("So most of them were known in 1610.", tuple(e.id for e in found), kind="inference"),
    )
    answers = tuple({"id": n.id, "name": n.name, "type": n.type} for n in named)
    suggestions = ("Who found Titan?", "How many moons has Saturn?")
    await stage.say(claims, pause, answers=answers, suggestions=suggestions)


def gathered(words: str, nodes: Sequence[Node], edges: Sequence[Edge], omitted: int = 0) -> tuple[Any, ...]:
    """Return the events of a search that found these."""
    ran = QueryRan("graph", words, "SELECT head FROM edge WHERE relation = ? AND tail = ?", len(edges), 0.8)
    return ran, GraphGrown(tuple(nodes), tuple(edges), omitted)


async def slow(stage: Stage) -> None:
    """An answer that takes about ten seconds."""
    edges, nodes = sky.around("Saturn", "ORBITS")
    await stage.understand(0.3)
    await stage.step("gather", "6 rows", *gathered("moons of Saturn", nodes, edges))
    claims = [Claim(f"Sentence {at} is about {edge.head}.", (edge.id,)) for at, edge in enumerate(edges * 4)]
    await stage.say(claims, pause=0.2)


async def many(stage: Stage) -> None:
    """More sentences, things and facts than a page shows at once."""
    edges, nodes = sky.around("Mars", "ORBITS")
    edges = [each for each in edges if each.head.startswith("sky:rock")]
    kept = {end for each in edges for end in (each.head, each.tail)}
    nodes = [node for node in nodes if node.id in kept]
    await stage.step("gather", "420 rows", *gathered("rocks near Mars", nodes, edges, omitted=80))
    claims = [Claim(f"Rock {at} orbits Mars.", (edge.id,)) for at, edge in enumerate(edges[:23])]
    answers = tuple({"id": n.id, "name": n.name, "type": n.type} for n in nodes if n.type == "Asteroid")
    await stage.say(claims, answers=answers[:49])


async def alone(stage: Stage) -> None:
    """Things without a fact between them."""
    found = [node for node in sky.nodes() if node.type == "Moon" and "<" not in node.name]
    await stage.step("gather", f"{len(found)} rows", *gathered("moons", found, ()))
    await stage.say([Claim(f"{len(found)} moons.", nodes=tuple(node.id for node in found))])


async def early(stage: Stage) -> None:
    """A first step that takes as long as one for which the server has to load its tools."""
    await stage.understand(2.0)
    await moons(stage)


async def twins(stage: Stage) -> None:
    """Two things of one name beside another."""
    found = [Node("sky:adrastea-1", "Moon", "Adrastea"), Node("sky:adrastea-2", "Moon", "Adrastea")]
    found += [node for node in sky.nodes() if node.name == "Titan"]
    await stage.step("gather", "3 rows", *gathered("moons", found, ()))
    answers = tuple({"id": each.id, "name": each.name, "type": each.type} for each in found)
    await stage.say([Claim("3 moons.", nodes=tuple(node.id for node in found))], answers=answers)


async def partly(stage: Stage) -> None:
    """All things found, but not every fact about them."""
    edges, nodes = sky.around("Saturn", "ORBITS")
    await stage.step("gather", "6 rows", GraphGrown(tuple(nodes), tuple(edges), omitted_edges=1000))
    await stage.say([Claim("6 moons.", tuple(edge.id for edge in edges))])


async def hostile(stage: Stage) -> None:
    """Markup in every text that a graph or a question brings to the page."""
    text = sky.HOSTILE
    node = Node("sky:hostile", text, text, (text,), text, {text: text})
    mars = next(each for each in sky.nodes() if each.name == "Mars")
    edge = Edge(node.id, text, mars.id)
    await stage.understand()
    linked = EntitiesLinked((mention(stage, text, (node, mars)),), (text,))
    await stage.step("link", text, linked)
    await stage.step("plan", text, PlanMade((PlanStep(text, {text: text}),), (ReadingOffered(text, 0.1, 1),)))
    await stage.step("gather", text, *gathered(text, (node, mars), (edge,)))
    answers = tuple({"id": each.id, "name": each.name, "type": each.type} for each in (node, mars))
    await stage.say([Claim(text, (edge.id,))], answers=answers, suggestions=(text,))


async def yes(stage: Stage) -> None:
    """An answer with a verdict."""
    edges, nodes = sky.around("Triton", "ORBITS")
    await stage.step("gather", "1 row", *gathered("Triton ORBITS Neptune", nodes, edges))
    await stage.say([Claim("Triton orbits Neptune.", (edges[0].id,))], verdict="yes")


async def nothing(stage: Stage) -> None:
    """A question that the graph has no answer to."""
    await stage.understand()
    await stage.step("link", "nothing found", EntitiesLinked((), ("Vulcan",)))
    claim = Claim("Nothing is called Vulcan. The nearest name is Uranus.", kind="none")
    await stage.say([claim], not_in_graph=True)


async def lacking(stage: Stage) -> None:
    """A question about a known thing, of which the graph does not hold what was asked."""
    triton = next(each for each in sky.nodes() if each.name == "Triton")
    await stage.understand()
    await stage.step("link", "Triton", EntitiesLinked((mention(stage, "Triton", (triton,)),)))
    await stage.say([Claim("Nothing is recorded of it.", kind="none")], not_in_graph=True)


async def crawl(stage: Stage) -> None:
    """A step that takes longer than people are used to."""
    await stage.step("gather", "1 row", pause=7.5)
    await stage.say([Claim("At last.", kind="none")])


async def unsure(stage: Stage) -> None:
    """An answer to a question that could be read otherwise too."""
    edges, nodes = sky.around("Triton", "ORBITS")
    await stage.understand()
    plan = PlanMade((PlanStep("moons", {}),), (ReadingOffered("planets", 0.4, 1),), "unsure")
    await stage.step("plan", "moons", plan)
    await stage.step("gather", "1 row", *gathered("moons", nodes, edges))
    await stage.say([Claim("I read it as: moons.", kind="none"), Claim("Triton.", (edges[0].id,))])


async def crowd(stage: Stage) -> None:
    """As many nodes as a drawing is made for: 2,000 of them, 3,000 facts, in knots that are joined."""
    nodes = [Node(f"sky:star-{at}", f"Class {at % 6}", f"Star {at}") for at in range(2000)]
    pairs = [(at, at // 40 * 40) for at in range(2000)] + [(at, at * 7919 % 2000) for at in range(0, 2000, 2)]
    edges = [Edge(nodes[one].id, "NEAR", nodes[other].id) for one, other in pairs if one != other]
    await stage.step("gather", "2,000 rows", *gathered("stars", nodes, edges))
    await stage.say([Claim("2,000 stars.", nodes=tuple(node.id for node in nodes))])


async def told(stage: Stage) -> None:
    """What a document, a language model and a person say."""
    edges, nodes = sky.around("Uranus", "ORBITS")
    sources = [("document", "Sky atlas"), ("model", "small-1"), ("person", "Carl")]
    said = [replace(edge, sources=(Provenance(*by),)) for edge, by in zip(edges, sources, strict=False)]
    await stage.step("gather", "3 rows", *gathered("moons of Uranus", nodes, said))
    await stage.say([Claim(f"{by} says so.", (edge.id,), kind=by) for edge, (by, _) in zip(said, sources, strict=True)])


async def worded(stage: Stage) -> None:
    """Two claims, said again by a language model: a sentence that they say, one that they do not, one half and half."""
    edges, nodes = sky.around("Triton", "ORBITS")
    await stage.understand()
    await stage.step("gather", "1 row", *gathered("moons", nodes, edges))
    claims = (
        Claim("Triton orbits Neptune.", (edges[0].id,)),
        Claim("Triton may be a captured body.", kind="inference"),
    )
    await stage.step("reason", "2 claims", ClaimsMade(claims))
    await stage.emit(StepStarted("answer"))
    for number, claim in enumerate(claims):
        await stage.emit(AnswerDelta(claim.text if number == 0 else f" {claim.text}", number))
    wording = (
        Worded("Triton goes round Neptune.", (0,)),
        Worded(f"It was found by {sky.HOSTILE} in 1846.", (0,), (Doubt("name", sky.HOSTILE), Doubt("number", "1846"))),
        Worded("It may have been captured.", (1,)),
    )
    for number, sentence in enumerate(wording):
        for word in sentence.text.split(" "):
            await stage.emit(WordingDelta(f"{word} ", number))
            await asyncio.sleep(0.05)
        await stage.emit(WordingChecked(number, sentence))
    await stage.emit(ModelAsked("word", "small-1", "3 sentences, 1 marked", 1, 210, 40, 900.0))
    await stage.emit(StepFinished("answer", "2 sentences", 950.0))
    text = " ".join(each.text for each in claims)
    await stage.emit(AnswerDone(text, claims, wording=wording, model_calls=1, tokens=250))


async def unhelped(stage: Stage) -> None:
    """A language model that was to word the answer, and broke off."""
    edges, nodes = sky.around("Triton", "ORBITS")
    await stage.step("gather", "1 row", *gathered("moons", nodes, edges))
    claims = (Claim("Triton orbits Neptune.", (edges[0].id,)),)
    await stage.step("reason", "1 claim", ClaimsMade(claims))
    await stage.emit(StepStarted("answer"))
    await stage.emit(AnswerDelta(claims[0].text))
    await stage.emit(WordingDelta("Triton is a pla", 0))
    await asyncio.sleep(0.3)
    await stage.emit(ModelFailed("word", "small-1", "It gave no answer within 30 seconds."))
    await stage.emit(StepFinished("answer", "1 sentence", 400.0))
    await stage.emit(AnswerDone(claims[0].text, claims, model_calls=1, tokens=90))


async def fail(stage: Stage) -> None:
    """A failure that the engine words."""
    await stage.understand()
    await stage.emit(StepStarted("gather"))
    await stage.emit(RunFailed("The question costs too much. Ask for less at once."))


async def refuse(stage: Stage) -> None:
    """A failure raised in the middle."""
    raise EngineError("The store does not answer.")


async def broken(stage: Stage) -> None:
    """A defect of our own."""
    raise RuntimeError("a defect that a test has put there")


async def propose(stage: Stage) -> None:
    """Something taught: it waits for a curator."""
    tulip = Node("tulip", "Plant", "Tulip")
    changes = ChangeSet("taught", (PutNode(tulip), PutEdge(Edge("tulip", "GROWS_IN", "bed3"))))
    await stage.step("propose", "1 proposal", ProposalMade("The tulip grows in bed 3", changes.to_json()))
    await stage.say([Claim("I took that down for the curators.", kind="none")])


async def viewed(stage: Stage) -> None:
    """A request that only changes what the drawing shows."""
    action = {"hide": "hide", "only": "only", "collapse": "collapse"}.get(stage.question.split()[0], "reset")
    named = {"collapse": {"nodes": (sky.key("Jupiter"),)}, "reset": {}}.get(action, {"types": ("Moon",)})
    await stage.understand()
    await stage.step("reason", "1 sentence", ViewAsked(action, **named))
    await stage.say([Claim("The drawing does so.", kind="none")])


async def grouped(stage: Stage) -> None:
    """Two groups, each in a colour of its own."""
    clusters = []
    for planet in ("Jupiter", "Saturn"):
        edges, nodes = sky.around(planet, "ORBITS")
        await stage.step("gather", "6 rows", *gathered(f"moons of {planet}", nodes, edges))
        clusters.append(Cluster(f"around {planet}", tuple(node.id for node in nodes)))
    await stage.step("reason", "2 groups", ClustersFound(tuple(clusters)))
    claims = [Claim(f"A group {each.name}.", nodes=each.nodes, kind="inference") for each in clusters]
    await stage.say(claims)


async def calmly(stage: Stage) -> None:
    """The moons of Jupiter at a pace that an eye can follow."""
    await moons(stage, pause=0.15)


SCENES = {
    "slow": slow, "many": many, "hostile": hostile, "does": yes, "nothing": nothing, "unsure": unsure, "told": told,
    "crowd": crowd, "hide": viewed, "only": viewed, "show": viewed, "collapse": viewed, "group": grouped,
    "fail": fail, "alone": alone, "partly": partly, "early": early, "twins": twins, "refuse": refuse, "calmly": calmly,
    "propose": propose, "lacking": lacking, "crawl": crawl, "broken": broken, "worded": worded, "unhelped": unhelped,
}  # fmt: skip
