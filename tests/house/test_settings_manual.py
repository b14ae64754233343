"""The manual's page on settings and the code say the same."""

import re

from tests.house.repository import MANUAL, sources
from webapp.environment import SETTINGS

ROW = re.compile(r"^\| `(LOREGRAPH_\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def test_every_setting_stands_in_the_manual_with_its_type_and_default():
    documented = {name: (kind, default) for name, kind, default, _ in rows()}
    assert documented == {each.name: (each.type, shown(each.default)) for each in SETTINGS}


def test_no_setting_is_read_behind_the_manual():
    read = {
        name for path in sources("agents", "webapp") for name in re.findall(r"\bLOREGRAPH_[A-Z_]+", path.read_text())
    }
    assert read <= {name for name, *_ in rows()}


def rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall((MANUAL / "settings.md").read_text())


def shown(default: str) -> str:
    return f"`{default}`" if default else "empty"
