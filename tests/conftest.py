"""What every test that needs Django's database shares."""

import pytest
from django.conf import settings as site


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """Keep the test database in a file: sockets and views reach it from several threads."""
    path = tmp_path_factory.mktemp("database") / "db.sqlite3"
    site.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(path)
