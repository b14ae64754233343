"""`manage.py member PERSON --graph NAME --role ROLE`: who may do what with a graph."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from webapp.accounts.database import migrate
from webapp.graphs import members
from webapp.graphs.models import Graph, Membership


class Command(BaseCommand):
    """Gives a person a role in a graph, or takes it away."""

    help = "Give a person a role in a graph, or take it away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take person, graph and role."""
        parser.add_argument("person", help="the name that the person signs in with")
        parser.add_argument("--graph", required=True, help="the graph's name")
        roles = [*Membership.Role.values, "none"]
        parser.add_argument("--role", choices=roles, default="reader", help="what they may do (default: reader)")

    def handle(self, person: str, graph: str, role: str, **_: Any) -> None:
        """Set the role."""
        migrate()
        user = get_user_model().objects.filter(username=person).first()
        listed = Graph.objects.filter(slug=graph).first()
        if user is None:
            raise CommandError(f"There is nobody called '{person}'.")
        if listed is None:
            raise CommandError(f"There is no graph called '{graph}'.")
        try:
            members.set_role(listed, user, "" if role == "none" else role, by=None)
        except members.MembersRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"'{person}' is now {'no member' if role == 'none' else role} of '{graph}'.")
