"""One land that most tests of reading ask about, loaded once: nothing in these tests changes it."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

STATES = {"Alder": (500, 40), "Birch": (900, 25), "Cedar": (120, 90), "Dogwood": (300, 60)}
CITIES = {"Springfield": "Alder", "Oakton": "Alder", "Port Vale": "Birch", "Elmhurst": "Cedar"}
PEOPLE = {
    "Dr. Lucia Conti": ("doctor", "Oakton", "1950-03-01"),
    "Ada Bloom": ("engineer", "Oakton", "1980-05-20"),
    "Ben Ruiz": ("engineer", "Port Vale", "1991-12-31"),
}
NODES = [
    *(Node(f"s:{name}", "State", name, props={"population": p, "area": a}) for name, (p, a) in STATES.items()),
    *(Node(f"c:{name}", "City", name) for name in CITIES),
    Node("c:Springfield2", "City", "Springfield"),
    Node("r:long", "River", "Long River", props={"length": 800}),
    Node("r:short", "River", "Short River", props={"length": 90}),
    Node("n:uk", "Country", "Kingdom of Ulmus", ("Ulmia",)),
    Node("n:scot", "Country", "Scotland"),
    *(Node(f"p:{name}", "Person", name, props={"born": born}) for name, (_, _, born) in PEOPLE.items()),
    Node("j:doctor", "Profession", "doctor"),
    Node("j:engineer", "Profession", "engineer"),
]
EDGES = [
    *(Edge(f"c:{city}", "located_in", f"s:{state}") for city, state in CITIES.items()),
    Edge("c:Springfield2", "located_in", "s:Cedar"),
    *(Edge(f"s:{name}", "part_of", "n:uk") for name in STATES),
    Edge("s:Alder", "borders", "s:Birch"),
    Edge("s:Birch", "borders", "s:Cedar"),
    Edge("r:long", "flowsThrough", "s:Alder"),
    Edge("r:long", "flowsThrough", "s:Birch"),
    Edge("r:short", "flowsThrough", "s:Alder"),
    Edge("s:Alder", "capital", "c:Oakton"),
    Edge("s:Birch", "capital", "c:Port Vale"),
    *(Edge(f"p:{name}", "has_profession", f"j:{job}") for name, (job, _, _) in PEOPLE.items()),
    *(Edge(f"p:{name}", "livesIn", f"c:{city}") for name, (_, city, _) in PEOPLE.items()),
    Edge("p:Ada Bloom", "mentored_by", "p:Dr. Lucia Conti"),
    Edge("p:Ben Ruiz", "mentored_by", "p:Ada Bloom"),
]
DECLARED = {
    "definitions": {"crowded state": "State where population > 400"},
    "relations": {
        "borders": {"symmetric": True},
        "located_in": {"transitive": True},
    },
}


@pytest.fixture(scope="session")
def land(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory.mktemp("land"), [*NODES, *EDGES], DECLARED)
