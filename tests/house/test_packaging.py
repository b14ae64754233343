"""pyproject.toml, constraints.txt, CHANGELOG.md and the Makefile agree."""

import re

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.repository import ROOT, committed, pyproject


def test_every_dependency_is_pinned_at_a_version_it_allows():
    pins = constraints()
    wrong = [str(each) for each in requirements() if not allowed(each, pins.get(canonicalize_name(each.name)))]
    assert wrong == []


def test_constraints_hold_names_and_versions_alone():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[\w.!+]+", line)] == []


def test_the_changelog_has_the_version():
    version = pyproject()["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text()


BY_HAND = {"train"}  # gigabytes that neither the demo nor a test needs: installed by whoever trains


def test_make_install_brings_every_extra():
    extras = ",".join(name for name in pyproject()["project"]["optional-dependencies"] if name not in BY_HAND)
    assert f"'.[{extras}]'" in (ROOT / "Makefile").read_text()


def requirements() -> list[Requirement]:
    project = pyproject()["project"]
    extras = [
        line for group, lines in project["optional-dependencies"].items() if group not in BY_HAND for line in lines
    ]
    return [Requirement(line) for line in [*project["dependencies"], *extras]]


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def allowed(requirement: Requirement, version: str | None) -> bool:
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def test_an_installed_package_has_its_data():
    globs = pyproject()["tool"]["setuptools"]["package-data"]
    carried = {path for package, patterns in globs.items() for each in patterns for path in (ROOT / package).glob(each)}
    data = {path for path in committed() if path.relative_to(ROOT).parts[0] in globs and path.suffix != ".py"}
    assert data
    assert data <= carried
