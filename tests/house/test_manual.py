"""The manual as the site serves it."""

import re

import pytest
from django.test import Client

from tests.house.repository import MANUAL

pages = pytest.mark.parametrize("page", sorted(path.stem for path in MANUAL.glob("*.md")))


@pages
@pytest.mark.django_db
def test_every_link_of_a_page_leads_somewhere(page: str, client: Client):
    links = set(re.findall(r'href="(/[^"#]*)', served(client, page)))
    assert [link for link in links if client.get(link, follow=True).status_code != 200] == []


@pages
@pytest.mark.django_db
def test_every_page_shows_its_tables(page: str, client: Client):
    tables = (MANUAL / f"{page}.md").read_text().count("\n| --- |")
    assert served(client, page).count("<table") >= tables


@pytest.mark.django_db
def test_the_first_page_leads_to_every_other(client: Client):
    links = set(re.findall(r"\(/docs/([a-z-]+)/\)", (MANUAL / "index.md").read_text()))
    assert links == {path.stem for path in MANUAL.glob("*.md")} - {"index"}


def served(client: Client, page: str) -> str:
    """Return a page's HTML as a reader gets it."""
    answer = client.get("/docs/" if page == "index" else f"/docs/{page}/")
    assert answer.status_code == 200
    return answer.content.decode()
