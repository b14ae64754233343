"""No address of the site is forgotten where all pages are looked at."""

from tests.browser import pages
from tests.webapp.routes import names

VISITED = {*pages.ANYBODYS, *pages.CARLS, *pages.ADMINS, *pages.LED_TO}


def test_every_address_is_a_page_that_is_looked_at_or_known_to_be_none():
    assert names() - VISITED - pages.NO_PAGES == set()


def test_no_address_is_named_that_there_is_not():
    assert (VISITED | pages.NO_PAGES) - names() == set()


def test_no_page_is_both_looked_at_and_none():
    assert set() == VISITED & pages.NO_PAGES
