"""The stylesheets of a talk: what would have each word of an answer cost all that was ever said is not in them."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "webapp" / "static" / "css"
DEAR = {":has()": r":has\(", "a size container": r"container(-type)?\s*:"}


@pytest.mark.parametrize("dear", DEAR)
@pytest.mark.parametrize("sheet", ["tokens", "base", "chat", "graph"])
def test_no_change_of_a_talk_is_asked_of_all_of_it(sheet, dear):
    written = re.sub(r"/\*.*?\*/", "", (CSS / f"{sheet}.css").read_text(), flags=re.DOTALL)
    assert not re.search(DEAR[dear], written)
