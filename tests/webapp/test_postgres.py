"""The site on a real PostgreSQL database: the tests of what it keeps, run there; and the log that only grows."""

import os
import subprocess
import sys

import pytest

from tests.servers import postgres  # noqa: F401 (a fixture)
from webapp.environment import BASE

pytestmark = [pytest.mark.server, pytest.mark.slow]
KEPT = ("test_audit.py", "test_accounts.py", "test_members.py", "test_conversations.py", "test_socket.py")
KEPT += ("test_loading.py", "curate/test_proposals.py", "curate/test_commits.py", "curate/test_review.py")


def test_what_the_site_keeps_it_keeps_there_too(postgres, tmp_path):  # noqa: F811
    environ = {**os.environ, "LOREGRAPH_DATABASE": postgres, "LOREGRAPH_DATA": str(tmp_path)}
    environ.pop("PYTEST_CURRENT_TEST", None)
    tests = [f"tests/webapp/{each}" for each in KEPT]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=BASE, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


def test_its_tables_are_made_by_the_migrations_and_its_log_only_grows(postgres, tmp_path):  # noqa: F811
    import psycopg

    environ = {**os.environ, "LOREGRAPH_DATABASE": postgres, "LOREGRAPH_DATA": str(tmp_path)}
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=BASE, env=environ, check=True)
    with psycopg.connect(postgres, autocommit=True) as database:
        database.execute(
            "INSERT INTO accounts_auditentry (at, action, person, graph, detail) VALUES (now(), 'a', 'b', '', '{}')"
        )
        for each in (
            "DELETE FROM accounts_auditentry",
            "UPDATE accounts_auditentry SET person = 'x'",
            "TRUNCATE accounts_auditentry",
        ):
            with pytest.raises(psycopg.errors.RaiseException, match="audit log is not"):
                database.execute(each)
        assert database.execute("SELECT person FROM accounts_auditentry").fetchall() == [("b",)]
