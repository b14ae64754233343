"""What is left out, and what is had besides, in the many turns that English has for either."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

KEEPERS = {"Nils Orrick": "Marlow", "Tess Varga": "Marlow", "Hugh Dempsey": "Farrow"}
HIVES = {
    "Hive Amber": ("Nils Orrick", ("chalkbrood", "wax moth")),
    "Hive Birch": ("Tess Varga", ("chalkbrood",)),
    "Hive Clove": ("Hugh Dempsey", ("wax moth",)),
    "Hive Dill": ("Hugh Dempsey", ("chalkbrood", "wax moth")),
}
FRAMES = {"Hive Amber": 8, "Hive Birch": 10, "Hive Clove": 12, "Hive Dill": 20}
RECORDS = [
    *(Node(f"k:{name}", "Person", name, props=frozen_props({"county": county})) for name, county in KEEPERS.items()),
    *(Node(f"h:{name}", "Hive", name, props=frozen_props({"frames": FRAMES[name]})) for name in HIVES),
    *(Node(f"p:{name}", "Pest", name) for name in ("chalkbrood", "wax moth")),
    *(Edge(f"k:{keeper}", "keeps", f"h:{hive}") for hive, (keeper, _) in HIVES.items()),
    *(Edge(f"h:{hive}", "has_pest", f"p:{pest}") for hive, (_, pests) in HIVES.items() for pest in pests),
]


@pytest.fixture(scope="module")
def apiary(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("apiary")), RECORDS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which hives have chalkbrood besides Hive Amber?", {"Hive Birch", "Hive Dill"}),
        ("Which hives have chalkbrood apart from Hive Amber?", {"Hive Birch", "Hive Dill"}),
        ("Which hives have chalkbrood except for Hive Amber and Hive Dill?", {"Hive Birch"}),
        ("Which hives have chalkbrood, with the exception of Hive Birch?", {"Hive Amber", "Hive Dill"}),
        ("Which hives other than Hive Amber have chalkbrood?", {"Hive Birch", "Hive Dill"}),
        ("Apart from Hive Amber, which hives have chalkbrood?", {"Hive Birch", "Hive Dill"}),
        ("What else has chalkbrood besides Hive Amber?", {"Hive Birch", "Hive Dill"}),
        ("Who else keeps hives besides Hugh Dempsey?", {"Nils Orrick", "Tess Varga"}),
        ("Which hives have chalkbrood on top of wax moth?", {"Hive Amber", "Hive Dill"}),
        ("Which hives have chalkbrood as well as wax moth?", {"Hive Amber", "Hive Dill"}),
        ("Which hives have chalkbrood in addition to the wax moth?", {"Hive Amber", "Hive Dill"}),
        ("Which hives have chalkbrood along with wax moth?", {"Hive Amber", "Hive Dill"}),
        ("Which hives except those with wax moth have chalkbrood?", {"Hive Birch"}),
        ("Which people outside Marlow are there?", {"Hugh Dempsey"}),
        ("Which people outside of Marlow keep hives?", {"Hugh Dempsey"}),
    ],
)
def test_it_is_left_out_or_had_besides(apiary: World, question: str, found: set[object]) -> None:
    assert apiary.answers(question) == found


@pytest.mark.parametrize(
    "question", ["Which hives have chalkbrood besides Hive Amber?", "Who else keeps hives besides Hugh Dempsey?"]
)
def test_no_word_of_it_is_unknown(apiary: World, question: str) -> None:
    readings = apiary.read(question)
    assert (readings.status, readings.lacking) == ("clear", ())
