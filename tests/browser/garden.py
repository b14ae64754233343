"""A private graph with a thousand proposals, for the tests of curation."""

from agents.changes import Change, PutEdge, PutNode, RemoveEdge
from agents.model import Edge, Node
from tests.browser.sky import HOSTILE

GRAPH = "garden"
CURATORS, CONTRIBUTOR = ("carl", "cora"), "connie"
MANY = 1000
FERNS, LEFT_ALONE = ("Fern of the north", "Fern of the south"), "cora"  # proposals that no test decides, and by whom
BEDS = [Node(f"bed{number}", "Bed", f"Bed {number}") for number in range(10)]
ROSE = Node("rose", "Plant", "Rose", ("Rosa",), "A shrub", {"height": 120})
GROWS = Edge("rose", "GROWS_IN", "bed0")


def records() -> list[Node | Edge]:
    """Return what the garden holds before anybody proposes anything."""
    return [*BEDS, ROSE, GROWS]


def change(number: int) -> tuple[str, list[Change]]:
    """Return a proposal's words and changes: a new plant in a bed; some say what is said already, or are hostile."""
    if number == 5:
        return "The rose grows in no bed", [RemoveEdge(*GROWS.triple)]
    name = HOSTILE if number % 97 == 7 else f"Plant {number:04}"
    plant = Node(f"plant{number}", "Plant", name, (), "", {"height": number})
    edge = Edge(plant.id, "GROWS_IN", BEDS[number % 10].id)
    return f"{name} grows in {BEDS[number % 10].name}", [PutNode(plant), PutEdge(edge)]


def plant(store, password: str) -> None:
    """Make the garden, its people, and the proposals that wait."""
    from django.contrib.auth import get_user_model
    from django.db import transaction

    from webapp.curate import proposals
    from webapp.graphs.models import Graph, Membership

    store.create(GRAPH)
    store.load(GRAPH, records())
    graph = Graph.objects.create(slug=GRAPH, title="The garden")
    people = {}
    for name in (*CURATORS, CONTRIBUTOR):
        people[name] = get_user_model().objects.filter(username=name).first()
        people[name] = people[name] or get_user_model().objects.create_user(name, password=password)
        role = "contributor" if name == CONTRIBUTOR else "curator"
        Membership.objects.create(user=people[name], graph=graph, role=role)
    with transaction.atomic():
        for number in range(MANY):
            words, changes = change(number)
            said = {"words": words, "sentence": f"{words}.", "confidence": 0.5 + number % 50 / 100}
            proposals.propose(graph, people[CONTRIBUTOR], changes, **said)
        for number, name in enumerate(FERNS):
            fern = [PutNode(Node(f"fern{number}", "Fern", name))]
            proposals.propose(graph, people[LEFT_ALONE], fern, words=f"{name} is a fern", confidence=0.5 + number / 100)


def water(carl) -> None:
    """Load some herbs, so that there is a commit to take back; keep a rule, and a job that is over."""
    from webapp.curate.models import Commit, GraphRule, Job
    from webapp.graphs import noting
    from webapp.graphs.models import Graph

    herbs = [Node(f"herb{number}", "Herb", f"Herb {number}") for number in range(3)]
    with noting.noted(GRAPH, carl, "herbs.tsv") as journal:
        journal.load(GRAPH, [*herbs, Edge("herb0", "GROWS_IN", "bed8")])
    graph = Graph.objects.get(slug=GRAPH)
    GraphRule.objects.create(graph=graph, data={"kind": "required", "type": "Herb", "property": "height"})
    told = {"back": {"n-": 3, "e-": 1}, "already": 1, "stays": 0, "some": []}
    Job.objects.create(graph=graph, what="look", commit=Commit.objects.get(), state="done", result=told)
