"""The manual's page on commands and the commands themselves say the same."""

from argparse import ArgumentParser

from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from tests.house.repository import MANUAL, first_cells, sections


def ours() -> dict[str, str]:
    return {name: app for name, app in get_commands().items() if isinstance(app, str) and app.startswith("webapp")}


def test_every_command_of_ours_has_a_section():
    assert ours()
    assert set(ours()) <= set(sections(MANUAL / "commands.md"))


def test_every_option_is_described_and_every_description_is_of_an_option():
    pages = sections(MANUAL / "commands.md")
    described = {name: sorted(options_in(pages[name])) for name in ours()}
    assert described == {name: sorted(options_of(load_command_class(app, name))) for name, app in ours().items()}


def options_in(text: str) -> set[str]:
    return {cell.split()[0] for cell in first_cells(text) if cell.startswith("--")}


def options_of(command: BaseCommand) -> set[str]:
    """Return a command's own long options, those of its sub-commands included."""
    common = long_options(BaseCommand().create_parser("manage.py", "any"))
    return long_options(command.create_parser("manage.py", "any")) - common


def long_options(parser: ArgumentParser) -> set[str]:
    found = {name for action in parser._actions for name in action.option_strings if name.startswith("--")}
    children = [child for action in parser._actions for child in subparsers(action.choices)]
    return found.union(*(long_options(child) for child in children))


def subparsers(choices: object) -> list[ArgumentParser]:
    values = choices.values() if isinstance(choices, dict) else []
    return [each for each in values if isinstance(each, ArgumentParser)]
