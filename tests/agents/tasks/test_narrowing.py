"""Paths that are narrowed by relation, and by what they pass or avoid."""

from tests.agents.tasks.conftest import Learn


def way(state) -> list[str]:
    return [each["name"] for each in state.answers]


async def test_only_the_relation_asked_for_is_taken(learn: Learn):
    state = await learn("path", "find a path from Onion soup to Potato soup using only cooks")
    assert way(state) == ["Onion soup", "Ann", "Potato soup"]


async def test_a_relation_ruled_out_is_not_taken(learn: Learn):
    state = await learn("path", "find a path from Onion soup to Potato soup without cooks")
    assert "Ann" not in way(state)
    assert {each.relation for each in state.evidence.edges} == {"made_with"}


async def test_it_passes_what_it_is_to_pass(learn: Learn):
    state = await learn("path", "find a path from Onion soup to Potato soup via Butter")
    assert way(state) == ["Onion soup", "Butter", "Potato soup"]


async def test_it_avoids_what_it_is_to_avoid(learn: Learn):
    state = await learn("path", "find a path from Pear tart to Apple tart avoiding Ben")
    assert "Ben" not in [each.text for each in state.claims]
    assert way(state)[1] in ("Sugar", "Flour")


async def test_a_path_over_what_few_things_have_comes_first(learn: Learn, school):
    from agents.model import Edge, Node

    crowd = [Node(f"x{at}", "Dish", f"Extra {at}") for at in range(30)]
    school.load("school", [*crowd, *(Edge("ann", "cooks", each.id) for each in crowd)])
    school.load("school", [Edge(each.id, "made_with", item) for each in crowd for item in ("onion", "butter")])
    state = await learn("path", "find a path from Onion soup to Leek soup")
    assert way(state)[1] == "Stock cube"


async def test_what_cannot_be_is_said_with_what_narrows_it(learn: Learn):
    state = await learn("path", "find a path from Onion soup to Pear tart using only cooks")
    assert state.answer == "No path within 6 steps leads from Onion soup to Pear tart only by 'cooks'."


async def test_a_relation_whose_name_is_all_small_words_is_known_by_it(ask, store, reader):
    from agents.model import Edge, Node

    store.load("land", [Node("k:a", "Kind", "Lake"), Edge("r:rr", "is_a", "k:a"), Edge("s:ok", "is_a", "k:a")])
    reader.names = ("Red River", "Oklahoma")
    state = await ask("path", "find a path from Red River to Oklahoma using only is a")
    assert [each["name"] for each in state.answers] == ["Red River", "Lake", "Oklahoma"]
