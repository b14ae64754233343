"""`manage.py make_curator [NAME] [--reset]`: make somebody who may create and load graphs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from webapp.accounts.curator import make_curator
from webapp.accounts.database import migrate


class Command(BaseCommand):
    """Makes a curator and prints the generated password once."""

    help = "Make somebody who may create and load graphs; prints the generated password once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the person's name."""
        parser.add_argument("name", nargs="?", default="curator", help="the name to sign in with (default: curator)")
        parser.add_argument("--reset", action="store_true", help="give somebody who exists a new password")

    def handle(self, name: str, reset: bool, **_: Any) -> None:
        """Make the curator."""
        migrate()
        password = make_curator(name, reset)
        if password is None:
            self.stdout.write(f"'{name}' exists; --reset gives a new password.")
        else:
            self.stdout.write(f"Sign in as '{name}' with the password {password} (it is not shown again).")
