"""What is asked over what stands between, what some lack, what is told of each: a shop, its orders, its painters."""

from typing import Any

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

PRODUCTS = {"Farro": ("grain", 4), "Kelp": ("weed", 0), "Fudge": ("sweet", 12), "Blue Cheese": ("dairy", 0)}
CUSTOMERS = {"Corner Bistro": "guest house", "Green Basket": "shop", "Old Mill": "guest house"}
ORDERS = {
    "O-1": ("Corner Bistro", ["Farro"], "2023-02-01", "2023-02-03"),
    "O-2": ("Corner Bistro", ["Kelp", "Fudge"], "2023-07-01", None),
    "O-3": ("Green Basket", ["Farro", "Fudge"], "2024-01-05", "2024-01-09"),
}
PAINTERS = {"Ada Finch": (1840, 1902), "Bela Kern": (1920, None)}
PAINTINGS = {
    "Ferry": ("Ada Finch", 1881, "oil"),
    "Tram": ("Bela Kern", 1950, "oil"),
    "Wall": ("Ada Finch", 1875, "tempera"),
}


def held(**props: Any) -> dict[str, Any]:
    return {key: value for key, value in props.items() if value is not None}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [
        *(
            Node(name, "Product", name, props={"shelf": s, "crates": n, "price": n + 1})
            for name, (s, n) in PRODUCTS.items()
        ),
        *(Node(name, "Customer", name, props={"kind": kind}) for name, kind in CUSTOMERS.items()),
        *(Node(name, "Order", name, props=held(orderDate=d, shippedDate=s)) for name, (_, _, d, s) in ORDERS.items()),
        *(Node(name, "Painter", name, props=held(birth_year=b, death_year=d)) for name, (b, d) in PAINTERS.items()),
        *(Node(name, "Painting", name, props={"year": y, "technique": t}) for name, (_, y, t) in PAINTINGS.items()),
        *(Node(name, "Museum", name) for name in ("Old Hall", "New Hall")),
        *(Node(name, "Verdict", name) for name in ("Roe", "Poe", "Doe")),
    ]
    edges = [
        *(Edge(name, "PURCHASED_BY", customer) for name, (customer, _, _, _) in ORDERS.items()),
        *(Edge(name, "CONTAINS", each) for name, (_, several, _, _) in ORDERS.items() for each in several),
        *(Edge(name, "painted_by", painter) for name, (painter, _, _) in PAINTINGS.items()),
        *(Edge(name, "hangs_in", "Old Hall" if name == "Tram" else "New Hall") for name in PAINTINGS),
        Edge("Roe", "overrules", "Poe"),
        Edge("Doe", "overrules", "Roe"),
    ]
    return world(tmp_path_factory.mktemp("shop"), [*nodes, *edges])


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which customers purchased Kelp?", {"Corner Bistro"}),
        ("Which customers purchased Kelp or Farro?", {"Corner Bistro", "Green Basket"}),
        ("Which customers purchased both Kelp and Farro?", {"Corner Bistro"}),
        ("Which customers purchased Farro but not Kelp?", {"Green Basket"}),
    ],
)
def test_a_relation_is_asked_of_what_another_thing_joins_it_with(shop: World, question: str, found: set[str]) -> None:
    assert shop.answers(question) == found


def test_whether_is_answered_over_what_stands_between(shop: World) -> None:
    assert shop.cells(shop.best("Did Green Basket purchase Fudge?"))
    assert not shop.cells(shop.best("Did Green Basket purchase Kelp?"))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which orders have no shipped date?", {"O-2"}),
        ("Which orders have a shipped date?", {"O-1", "O-3"}),
        ("Which orders without a shipped date are there?", {"O-2"}),
        ("Which painters are alive?", {"Bela Kern"}),
        ("Which painters are dead?", {"Ada Finch"}),
    ],
)
def test_what_some_lack_can_be_asked_for(shop: World, question: str, found: set[str]) -> None:
    assert shop.answers(question) == found


def test_what_nobody_lacks_is_no_question(shop: World) -> None:
    found = shop.read("Which paintings have no technique?")
    assert not any("lack" in each.words for each in found.readings)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which verdicts have not been overruled?", {"Doe"}),
        ("Which verdicts have never been overruled?", {"Doe"}),
    ],
)
def test_not_done_to_is_told_from_what_does_not(shop: World, question: str, found: set[str]) -> None:
    assert shop.answers(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("When was Ferry painted?", {1881}),
        ("When was O-1 ordered?", {"2023-02-01"}),
        ("Which paintings were painted before 1900?", {"Ferry", "Wall"}),
    ],
)
def test_a_verb_that_makes_a_thing_asks_for_its_own_time(shop: World, question: str, found: set[Any]) -> None:
    assert shop.answers(question) == found


def test_of_two_times_the_thing_s_own_is_meant(shop: World) -> None:
    assert shop.best("Which orders are from 2023?").words == "orders whose order date is in 2023"


def test_each_behind_a_relation_asks_for_a_number_of_each(shop: World) -> None:
    best = shop.best("How many paintings hang in each museum?")
    assert best.form == "tally"
    assert best.words == "how many paintings each of the museums has"


def test_each_before_a_verb_asks_for_a_number_of_each(shop: World) -> None:
    assert shop.best("How many orders did each customer purchase?").form == "tally"


def test_a_value_in_front_of_a_type_narrows_it(shop: World) -> None:
    assert shop.answers("Which oil paintings hang in New Hall?") == {"Ferry"}


def test_a_noun_that_is_a_value_says_what_is_asked_for(shop: World) -> None:
    assert shop.answers("Which guest houses purchased Farro?") == {"Corner Bistro"}


def test_two_readings_of_the_same_words_are_shown_once(shop: World) -> None:
    told = [each.words for each in shop.read("Which customers purchased Kelp?").readings]
    assert len(told) == len(set(told))


def test_who_is_answered_with_people(shop: World) -> None:
    assert shop.reader.persons("world") == {"Customer", "Painter"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which products have no crates?", {"Kelp", "Blue Cheese"}),
        ("Which products have 4 crates or more?", {"Farro", "Fudge"}),
        ("Which products have 4 crates or fewer?", {"Farro", "Kelp", "Blue Cheese"}),
        ("How much is Farro?", {5}),
        ("How much are Farro and Fudge?", {5, 13}),
    ],
)
def test_amounts_are_asked_for_as_people_do(shop: World, question: str, found: set[Any]) -> None:
    assert shop.answers(question) == found


def test_how_much_is_a_thing_without_a_price_is_not_in_the_graph(shop: World) -> None:
    assert shop.read("How much is Ferry?").status == "none"
