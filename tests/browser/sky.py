"""The graph of the browser tests: a bit of the sky, and a node whose every text holds markup."""

from collections.abc import Iterator

from agents.declaration import Declaration, RelationWords, TypeWords
from agents.model import Edge, Node, Provenance

GRAPH = "sky"
HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
ROCKS = 420  # more than the drawing shows at first
CATALOGUE = Provenance("file", "moons.tsv, release 3", "row 12")

MOONS = {
    "Jupiter": {"Io": 1610, "Europa": 1610, "Ganymede": 1610, "Callisto": 1610, "Amalthea": 1892, "Himalia": 1904},
    "Saturn": {"Titan": 1655, "Rhea": 1672, "Iapetus": 1671, "Dione": 1684, "Tethys": 1684, "Enceladus": 1789},
    "Uranus": {"Titania": 1787, "Oberon": 1787, "Ariel": 1851, "Umbriel": 1851, "Miranda": 1948},
    "Neptune": {"Triton": 1846, "Nereid": 1949, "Proteus": 1989},
    "Mars": {"Phobos": 1877, "Deimos": 1877},
}
MEASURED = {"Jupiter": {"first sketched": "1610-01-07", "wide in km": 142984, "light": 0.538}}
FINDERS = {
    "Galileo Galilei": ("Io", "Europa", "Ganymede", "Callisto"),
    "Giovanni Cassini": ("Rhea", "Iapetus", "Dione", "Tethys"),
    "William Herschel": ("Enceladus", "Titania", "Oberon"),
    "William Lassell": ("Ariel", "Umbriel", "Triton"),
    "Christiaan Huygens": ("Titan",),
    "Asaph Hall": ("Phobos", "Deimos"),
}
DECLARATION = Declaration(
    title="The sky",
    description="Planets, their moons and the people who found them.",
    licence="CC0 1.0",
    attribution="Put together from the moons' catalogue, release 3.",
    types={"Planet": TypeWords(), "Moon": TypeWords(), "Astronomer": TypeWords()},
    relations={
        "ORBITS": RelationWords(template="{head} orbits {tail}"),
        "FOUND_BY": RelationWords(template="{head} was found by {tail}"),
    },
    examples=(
        "Which moons orbit Jupiter?",
        "Who found Titan?",
        "How many moons has Saturn?",
        "Does Triton orbit Neptune?",
        "Which planet has the most moons?",
        "What do Io and Titan have in common?",
    ),
)


def key(name: str) -> str:
    """Return a node's id for its name."""
    return "sky:" + name.lower().replace(" ", "-")


def nodes() -> Iterator[Node]:
    """Yield every node."""
    for planet, moons in MOONS.items():
        yield Node(key(planet), "Planet", planet, props={"moons counted": len(moons), **MEASURED.get(planet, {})})
        for moon, year in moons.items():
            yield Node(key(moon), "Moon", moon, description=f"A moon of {planet}.", props={"found in": year})
    for finder in FINDERS:
        yield Node(key(finder), "Astronomer", finder)
    yield Node("sky:hostile", "Moon", HOSTILE, (HOSTILE,), HOSTILE, {"note": HOSTILE})
    for number in range(ROCKS):
        yield Node(f"sky:rock-{number}", "Asteroid", f"Rock {number}")


def edges() -> Iterator[Edge]:
    """Yield every edge."""
    for planet, moons in MOONS.items():
        yield from (Edge(key(moon), "ORBITS", key(planet), sources=(CATALOGUE,)) for moon in moons)
    for finder, moons in FINDERS.items():
        yield from (Edge(key(moon), "FOUND_BY", key(finder), sources=(CATALOGUE,)) for moon in moons)
    yield Edge("sky:hostile", "ORBITS", key("Mars"), sources=(Provenance("file", HOSTILE),))
    yield from (Edge(f"sky:rock-{number}", "ORBITS", key("Mars")) for number in range(ROCKS))


def around(name: str, relation: str) -> tuple[list[Edge], list[Node]]:
    """Return the edges of a relation that touch the node called so, and the nodes at their ends."""
    found = [each for each in edges() if each.relation == relation and key(name) in (each.head, each.tail)]
    ends = {end for each in found for end in (each.head, each.tail)}
    return found, [node for node in nodes() if node.id in ends]
