"""Signing in and out, passwords."""

import pytest

from webapp.accounts.curator import make_curator

pytestmark = pytest.mark.django_db


def sign_in(client, name, password):
    return client.post("/accounts/sign-in/", {"username": name, "password": password})


def test_rita_signs_in_and_out(client, rita):
    assert sign_in(client, "rita", "rita's password").url == "/"
    assert client.get("/accounts/password/").status_code == 200
    assert client.post("/accounts/sign-out/").url == "/"
    assert client.get("/accounts/password/").status_code == 302


def test_signing_out_takes_a_form(client, rita):
    client.force_login(rita)
    assert client.get("/accounts/sign-out/").status_code == 405


def test_a_sign_in_leads_to_this_site_alone(client, rita):
    form = {"username": "rita", "password": "rita's password", "next": "https://evil.example/"}
    assert client.post("/accounts/sign-in/", form).url == "/"


def test_a_wrong_name_and_a_wrong_password_are_told_alike(client, rita):
    name, password = sign_in(client, "nobody", "x"), sign_in(client, "rita", "x")
    assert name.context["form"].non_field_errors() == password.context["form"].non_field_errors()


def test_guessing_is_slowed_down(client, rita, settings):
    settings.LOREGRAPH_SIGN_IN_ATTEMPTS = 3
    for _ in range(3):
        sign_in(client, "rita", "wrong")
    refused = sign_in(client, "rita", "rita's password")
    assert "Too many" in refused.context["form"].non_field_errors()[0]


def test_guessing_one_name_does_not_lock_another(client, rita, carl, settings):
    settings.LOREGRAPH_SIGN_IN_ATTEMPTS = 3
    for _ in range(3):
        sign_in(client, "rita", "wrong")
    assert sign_in(client, "carl", "carl's password").status_code == 302


def test_guessing_from_elsewhere_does_not_lock_rita_out(client, rita, settings):
    settings.LOREGRAPH_SIGN_IN_ATTEMPTS = 3
    for _ in range(3):
        client.post("/accounts/sign-in/", {"username": "rita", "password": "wrong"}, REMOTE_ADDR="203.0.113.9")
    assert sign_in(client, "rita", "rita's password").status_code == 302


def test_a_forwarded_address_is_believed_only_behind_a_proxy(client, rita, settings):
    settings.LOREGRAPH_SIGN_IN_ATTEMPTS = 1
    form = {"username": "rita", "password": "wrong"}
    for number in range(2):
        refused = client.post("/accounts/sign-in/", form, headers={"x-forwarded-for": f"203.0.113.{number}"})
    assert "Too many" in refused.context["form"].non_field_errors()[0]


def test_rita_changes_her_password(client, rita):
    client.force_login(rita)
    new = "a long new phrase"
    form = {"old_password": "rita's password", "new_password1": new, "new_password2": new}
    assert client.post("/accounts/password/", form).status_code == 302
    rita.refresh_from_db()
    assert rita.check_password(new)


def test_a_curator_is_made_once(db, django_user_model):
    password = make_curator("carla")
    assert django_user_model.objects.get(username="carla").check_password(password)
    assert make_curator("carla") is None


def test_a_curator_gets_a_new_password(db):
    first = make_curator("carla")
    assert make_curator("carla", reset=True) not in (None, first)
