"""The page of the whole site's audit log: the admin's alone, narrowed, paged and taken away."""

import csv

import pytest

from webapp.accounts import audit, audit_views
from webapp.accounts.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("ada", is_superuser=True))
    return client


@pytest.fixture
def told(rita, carl):
    audit.note("role changed", carl, "rivers", of="=cmd|' /C calc'!A0", before="", after="curator")
    audit.note("exported", rita, "roads", form="table")


@pytest.mark.parametrize("name", ["rita", "carl", None])
def test_nobody_else_learns_that_there_is_one(client, rita, carl, name):
    if name:
        client.force_login({"rita": rita, "carl": carl}[name])
    assert [client.get("/audit/").status_code, client.post("/audit/export/").status_code] == [404, 404]
    assert "/audit/" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["exported", "role changed", "signed in"]),
        ({"person": "carl"}, ["role changed"]),
        ({"graph": "roads"}, ["exported"]),
        ({"action": "signed in"}, ["signed in"]),
        ({"until": "2001-01-01"}, []),
        ({"since": "2001-01-01", "graph": "rivers"}, ["role changed"]),
        ({"since": "not a day", "person": "\x00"}, ["exported", "role changed", "signed in"]),
    ],
)
def test_it_is_narrowed(page, told, asked, expected):
    found = page.get("/audit/", asked)
    assert sorted(each.action for each in found.context["page"]) == expected


def test_it_is_paged(page, told, monkeypatch):
    monkeypatch.setattr(audit_views, "PAGE", 2)
    assert [len(page.get(f"/audit/?page={number}").context["page"]) for number in (1, 2)] == [2, 1]


def test_it_is_taken_away_as_a_table_that_no_spreadsheet_runs_and_that_is_noted(page, told):
    answer = page.post("/audit/export/", {"person": "carl"})
    rows = list(csv.reader(b"".join(answer.streaming_content).decode().splitlines()))
    assert [row[1:] for row in rows] == [
        ["action", "person", "graph", "detail"],
        ["role changed", "carl", "rivers", "of: =cmd|' /C calc'!A0, before: , after: curator"],
    ]
    assert AuditEntry.objects.first().detail == {"form": "audit log"}
