"""Members and invitations, as managers see them."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from webapp.accounts.models import AuditEntry
from webapp.graphs import members
from webapp.graphs.models import Graph, Invitation

pytestmark = pytest.mark.django_db


@pytest.fixture
def mary(django_user_model, secret):
    """Mary, who manages the secret graph."""
    mary = django_user_model.objects.create_user("mary", password="mary's password")
    members.set_role(secret, mary, "manager", None)
    return mary


@pytest.fixture
def page(client, mary):
    client.force_login(mary)
    return client


def role(graph, person):
    return members.role_of(graph, person)


def test_it_shows_every_member_with_their_role(page, secret):
    shown = page.get("/g/secret/members/").content.decode()
    assert all(name in shown for name in ("rita", "carl", "mary"))


def test_mary_lets_stan_in_by_name(page, secret, stan):
    page.post("/g/secret/members/", {"name": "stan", "role": "contributor"})
    assert role(secret, stan) == "contributor"
    assert AuditEntry.objects.filter(action="role changed", person="mary", graph="secret").exists()


def test_a_name_that_nobody_has_is_said(page, secret):
    answer = page.post("/g/secret/members/", {"name": "nobody", "role": "reader"})
    assert answer.status_code == 422
    assert "Nobody signs in by that name" in answer.content.decode()


def test_she_changes_a_role_and_takes_one_away(page, secret, rita, carl):
    page.post(f"/g/secret/members/{secret.memberships.get(user=rita).pk}/", {"role": "curator"})
    page.post(f"/g/secret/members/{secret.memberships.get(user=carl).pk}/", {"role": "none"})
    assert (role(secret, rita), role(secret, carl)) == ("curator", "")


def test_the_last_manager_stays(page, secret, mary):
    answer = page.post(f"/g/secret/members/{secret.memberships.get(user=mary).pk}/", {"role": "none"}, follow=True)
    assert "needs a manager" in answer.content.decode()
    assert role(secret, mary) == "manager"


def test_a_member_of_another_graph_is_out_of_reach(page, secret, rivers, stan):
    members.set_role(rivers, stan, "reader", None)
    number = rivers.memberships.get(user=stan).pk
    assert page.post(f"/g/secret/members/{number}/", {"role": "none"}).status_code == 404
    assert role(rivers, stan) == "reader"


# --- invitations --------------------------------------------------------------------------------


def link(page, role="contributor"):
    shown = page.post("/g/secret/members/invite/", {"role": role}).content.decode()
    return re.search(r"/invitations/[^/<]+/", shown)[0]


def test_a_link_lets_in_whoever_has_an_account(page, secret, stan):
    address, browser = link(page), Client()
    browser.force_login(stan)
    assert browser.get(address).status_code == 200
    assert role(secret, stan) == ""
    assert browser.post(address).url == "/g/secret/"
    assert role(secret, stan) == "contributor"


def test_a_link_lets_somebody_new_make_an_account(page, secret, django_user_model):
    browser, account = Client(), {"username": "nora", "password1": "long and odd 77", "password2": "long and odd 77"}
    assert browser.post(link(page), account).url == "/g/secret/"
    assert role(secret, django_user_model.objects.get(username="nora")) == "contributor"
    assert browser.get("/g/secret/").status_code == 200


def test_its_secret_is_not_kept(page, secret):
    address = link(page)
    assert Invitation.objects.get().secret not in address
    assert address.split("/")[2] not in page.get("/g/secret/members/").content.decode()


def test_it_takes_nobodys_higher_role(page, secret, carl):
    browser = Client()
    browser.force_login(carl)
    browser.post(link(page, "reader"))
    assert role(secret, carl) == "curator"


def test_a_manager_is_not_made_by_a_link(page, secret):
    assert page.post("/g/secret/members/invite/", {"role": "manager"}).status_code == 422


def test_one_that_is_over_or_taken_back_or_unknown_answers_alike(page, secret, stan):
    ended, taken, private = link(page), link(page), link(page)
    Invitation.objects.order_by("pk").first().delete()
    browser = Client()
    browser.force_login(stan)
    Invitation.objects.update(ends_at=timezone.now())
    answers = {browser.post(each).status_code for each in (ended, taken, private, "/invitations/none/")}
    assert (answers, role(secret, stan)) == ({404}, "")


def test_a_private_graph_takes_its_links_back_and_makes_none(page, secret, stan):
    address = link(page)
    page.post("/g/secret/openness/", {"openness": "private"})
    assert page.get(address).status_code == 404
    assert "is private" in page.post("/g/secret/members/invite/", {"role": "reader"}, follow=True).content.decode()
    secret.refresh_from_db()
    assert (secret.openness, Invitation.objects.count()) == ("private", 0)


def test_a_graph_is_opened_to_everybody(page, secret):
    page.post("/g/secret/openness/", {"openness": "public"})
    assert Client().get("/g/secret/").status_code == 200


# --- deleting -----------------------------------------------------------------------------------


def test_a_graph_is_deleted_by_whoever_types_its_name(page, secret, store):
    page.post("/g/secret/delete/", {"name": "other"})
    assert Graph.objects.filter(slug="secret").exists()
    page.post("/g/secret/delete/", {"name": "secret"})
    assert not Graph.objects.filter(slug="secret").exists()
    assert store.dropped == ["secret"]
    assert AuditEntry.objects.filter(action="graph deleted", person="mary", graph="secret").exists()


def test_the_page_names_roles_and_what_was_done_in_the_readers_language(page, secret, stan):
    page.post("/g/secret/members/", {"name": "stan", "role": "contributor"})
    shown = page.get("/g/secret/members/", headers={"accept-language": "de"}).content.decode()
    assert '<option value="curator" selected>Kurator</option>' in shown
    assert "<td>Rolle geändert</td>" in shown
    assert "danach: Mitwirkender" in shown


def test_what_a_form_refuses_is_said_in_the_readers_language(page, secret):
    answer = page.post("/g/secret/members/", {"name": "nobody", "role": "reader"}, headers={"accept-language": "ja"})
    assert "その名前でサインインする人はいません" in answer.content.decode()
