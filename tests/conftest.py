"""What every test that needs Django's database shares."""

from importlib import import_module

import pytest
from django.conf import settings as site
from django.db import connection

from tests.servers import neo4j, smollm2  # noqa: F401 (fixtures)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """Keep the test database in a file: sockets and views reach it from several threads."""
    if connection.vendor == "sqlite":
        path = tmp_path_factory.mktemp("database") / "db.sqlite3"
        site.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(path)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let tests with transactions of their own empty the audit log afterwards; its own tests lock it again."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for each in import_module("webapp.accounts.migrations.0001_initial").DROP[connection.vendor]:
            cursor.execute(each)
