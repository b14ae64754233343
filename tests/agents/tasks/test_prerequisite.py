"""What comes before something, and the order to take it in."""

from itertools import pairwise

from agents.declaration import Declaration, RelationWords
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from tests.agents.conftest import GRAPH
from tests.agents.tasks.conftest import Learn
from tests.fakes import ScriptedIntents


def names(state: object) -> list[str]:
    return [each["name"] for each in state.answers]  # type: ignore[attr-defined]


async def test_what_is_needed_directly_is_the_answer(learn: Learn):
    state = await learn("prerequisite", "what should I learn before Sauces?")
    assert state.claims[0].text == "Right before Sauces come Roux and Stocks."
    assert state.claims[0].kind == "graph"
    assert len(state.claims[0].edges) == 2
    assert names(state) == ["Roux", "Stocks"]


async def test_what_lies_behind_is_inferred_and_says_how_far(learn: Learn):
    state = await learn("prerequisite", "what should I learn before Sauces?")
    assert ("2 steps back: Knife skills.", "inference") in [(each.text, each.kind) for each in state.claims]


async def test_everything_asked_for_is_everything_answered(learn: Learn):
    state = await learn("prerequisite", "list all that I must know before Sauces")
    assert set(names(state)) == {"Roux", "Stocks", "Knife skills"}


async def test_the_order_takes_first_what_is_needed_first(learn: Learn):
    state = await learn("prerequisite", "what should I learn before Sauces?")
    order = next(each.text for each in state.claims if each.text.startswith("An order"))
    assert order.index("Knife skills") < order.index("Stocks") < order.index("Sauces")


async def test_lessons_that_need_each_other_are_told_to(learn: Learn):
    state = await learn("prerequisite", "what should I learn before Banquet?")
    said = next(each for each in state.claims if "need each other" in each.text)
    assert said.text == "These need each other, so their order is open: Plating and Tasting."
    assert len(said.edges) == 2


async def test_every_edge_of_a_claim_is_shown(learn: Learn):
    state = await learn("prerequisite", "what should I learn before Banquet?")
    shown = {each.id for each in state.evidence.edges}
    assert all(set(each.edges) <= shown for each in state.claims)


async def test_from_a_known_thing_it_gives_the_way(learn: Learn):
    state = await learn("prerequisite", "I know Knife skills, now I want to learn Banquet. What path should I follow?")
    assert names(state) == ["Knife skills", "Stocks", "Sauces", "Banquet"]
    assert state.claims[0].text == "Take it in this order: Knife skills, then Stocks, then Sauces, then Banquet."


async def test_the_known_thing_may_come_last_in_the_sentence(learn: Learn):
    state = await learn("prerequisite", "what leads me to Soups when I already know Knife skills")
    assert names(state) == ["Knife skills", "Stocks", "Soups"]


async def test_whether_one_comes_before_another_is_a_verdict(learn: Learn):
    state = await learn("prerequisite", "do I need Knife skills before Banquet?")
    assert (state.verdict, state.claims[0].kind) == ("yes", "inference")
    state = await learn("prerequisite", "do I need Braising before Banquet?")
    assert (state.verdict, state.claims[0].kind) == ("no", "none")


async def test_a_long_way_that_nobody_declared_to_be_one_is_told_and_is_no_yes(learn: Learn, school):
    row = ["Feast", "Parade", "Gala", "Jubilee"]
    ways = [Edge(row[0], "requires", "banquet"), *(Edge(on, "requires", off) for off, on in pairwise(row))]
    school.load("school", [*(Node(each, "Lesson", each) for each in row), *ways])
    state = await learn("prerequisite", "do I need Banquet before Gala?")
    assert (state.verdict, state.claims[0].kind) == ("yes", "inference")
    state = await learn("prerequisite", "do I need Banquet before Jubilee?")
    assert (state.verdict, len(state.claims[0].edges)) == ("no", 4)
    assert state.answer.startswith("Only 4 steps lead from Banquet to Jubilee, which is too far")
    school.load("school", [Edge(each.tail, "opens", each.head) for each in ways])
    school.declare("school", Declaration(relations={"opens": RelationWords(prerequisite=True)}))
    state = await learn("prerequisite", "do I need Banquet before Jubilee?")
    assert state.verdict == "yes"


async def test_nothing_before_it_is_said_plainly(learn: Learn):
    state = await learn("prerequisite", "what comes before Roux?")
    assert state.not_in_graph
    assert state.answer == "Not in the graph: No edge says that anything comes before Roux; I looked for 'requires'."


async def test_a_graph_without_such_a_relation_says_so(ask):
    state = await ask("prerequisite", "what should I learn before Texas?")
    assert state.not_in_graph
    assert "no relation of this graph says what comes before what" in state.answer


async def test_an_unknown_thing_is_said(learn: Learn):
    state = await learn("prerequisite", "what should I learn before Fooville?")
    assert "nothing is called 'Fooville'" in state.answer


async def test_much_before_a_thing_is_bounded(learn: Learn, school):
    many = [Node(f"m{at}", "Lesson", f"Part {at}") for at in range(1500)]
    school.load("school", [*many, *(Edge("banquet", "requires", each.id) for each in many)])
    state = await learn("prerequisite", "what should I learn before Banquet?")
    assert len(state.answers) <= 200
    assert state.claims[-1].text == "There is more before these than is shown here."


async def test_there_a_clear_question_is_answered_as_one(store, ear):
    kit = Kit(store, GraphReader(store, embedder()), ScriptedIntents("prerequisite"))
    state = await run(kit, GRAPH, "which states border Texas?", ear)
    assert names(state) == ["Oklahoma"]
