"""The audit log: what goes into it, and that it only grows."""

from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from webapp.accounts import audit
from webapp.accounts.models import AuditEntry

pytestmark = pytest.mark.django_db


def told():
    return [(each.action, each.person, each.graph) for each in AuditEntry.objects.order_by("id")]


@pytest.fixture
def locked(db):
    """The log as it is outside of tests."""
    migration = import_module("webapp.accounts.migrations.0001_initial")
    with connection.cursor() as cursor:
        for each in (*migration.DROP[connection.vendor], *migration.KEEP[connection.vendor]):
            cursor.execute(each)


def test_sign_ins_and_sign_outs_are_kept(client, rita):
    client.post("/accounts/sign-in/", {"username": "rita", "password": "rita's password"})
    client.post("/accounts/sign-out/")
    assert told() == [("signed in", "rita", ""), ("signed out", "rita", "")]


def test_a_failed_sign_in_is_kept_by_name_where_somebody_has_it(client, rita):
    for name in ("rita", "my secret typed in the wrong field"):
        client.post("/accounts/sign-in/", {"username": name, "password": "wrong"})
    assert told() == [("sign-in failed", "rita", ""), ("sign-in failed", "", "")]


def test_a_role_given_by_a_command_is_kept(secret, stan):
    call_command("member", "stan", graph="secret", role="curator")
    (entry,) = AuditEntry.objects.all()
    assert (entry.action, entry.detail) == ("role changed", {"of": "stan", "before": "", "after": "curator"})


def test_the_log_outlives_person_and_graph(rivers, rita):
    audit.note("exported", rita, "rivers")
    rita.delete()
    rivers.delete()
    assert ("exported", "rita", "rivers") in told()


def test_an_entry_is_neither_changed_nor_removed(rita):
    audit.note("exported", rita)
    entry = AuditEntry.objects.get()
    for wrong in (entry.save, entry.delete, AuditEntry.objects.all().delete, AuditEntry.objects.filter().update):
        with pytest.raises(TypeError):
            wrong()


@pytest.mark.parametrize(
    "statement", ["DELETE FROM accounts_auditentry", "UPDATE accounts_auditentry SET person = 'x'"]
)
def test_the_database_itself_refuses_too(locked, rita, statement):
    audit.note("exported", rita)
    with pytest.raises(DatabaseError, match="audit log"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert told() == [("exported", "rita", "")]
