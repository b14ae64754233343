"""All text of the site is translated, into every language that it offers, and the compiled catalogs are fresh."""

import re

import polib
import pytest
from django.conf import settings
from django.utils.translation import to_locale

from tests.house import said
from tests.house.repository import ROOT
from tests.house.words import DOMAINS, LANGUAGES, LOCALE, renewed, templates

HOLE = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+>")
SAME = {"Loregraph", "Markdown", "JSON", "GraphML", "Cypher", "Enter", "Shift", "Esc", "Tab", "Ctrl", "make", "worker"}
DEAD = r"<(script|style|svg)\b.*?</\1>|{% comment %}.*?{% endcomment %}|{% blocktranslate.*?{% endblocktranslate %}"
DEAD += r"|{% block (?:page|body)_class %}.*?{% endblock %}"
SENTENCE = re.compile(r'(?<![\w(])"([A-Z][a-z]+ [a-z]+[^"]*)"')

both = pytest.mark.parametrize("domain", DOMAINS)
everywhere = pytest.mark.parametrize("language", LANGUAGES)


def test_every_language_that_is_offered_has_a_catalog():
    assert {to_locale(code) for code, _ in settings.LANGUAGES} - {"en"} == set(LANGUAGES)


@both
@everywhere
def test_every_text_is_translated(language: str, domain: str):
    book = renewed(language, domain)
    assert len(book) > 100
    assert [entry.msgid for entry in book if not all(forms(entry))] == []


@both
@everywhere
def test_translations_keep_what_is_filled_in_and_marked(language: str, domain: str):
    book = renewed(language, domain)
    wrong = [
        e.msgid for e in book for form in forms(e) if sorted(HOLE.findall(form)) != sorted(HOLE.findall(source(e)))
    ]
    assert wrong == []


@both
@everywhere
def test_the_compiled_catalog_is_of_the_latest_texts(language: str, domain: str):
    compiled = polib.mofile(str(LOCALE / language / "LC_MESSAGES" / f"{domain}.mo"))
    assert {e.msgid: forms(e) for e in compiled} == {e.msgid: forms(e) for e in renewed(language, domain)}


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_no_page_has_a_text_that_is_not_to_be_translated(path):
    assert bare(path.read_text()) == []


def test_no_script_has_a_sentence_that_is_not_to_be_translated():
    found = {}
    for path in sorted((ROOT / "webapp" / "static" / "js").glob("*.js")):
        code = re.sub(r"^\s*//.*$|(?<=[;{},)])\s*// .*$", "", path.read_text(), flags=re.MULTILINE)
        if words := SENTENCE.findall(code):
            found[path.name] = words
    assert found == {}


def test_a_bare_text_would_be_noticed():
    page = '<p title="A title">Words</p>{% translate "Said" %}{{ x|default:"Nothing" }}{{ y|default:_("No") }}'
    assert bare(page) == ["A title", "Nothing", "Words"]


@pytest.mark.parametrize("path", list(said.said()), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_module_says_on_a_page_what_is_not_to_be_translated(path):
    assert said.bare(path.read_text()) == []


def test_a_bare_text_of_python_would_be_noticed():
    source = '''
class State(models.TextChoices):
    """Where it stands."""
    DONE = "done"
    OVER = "over", _("Over")
field = CharField(label="Name", help_text=_("As one signs in"))
raise Refused(f"{count} questions are under way")
raise Http404("No page says this")
logger.warning("No page says that")
'''
    assert said.bare(source) == ["done", "Name", " questions are under way"]


def bare(page: str) -> list[str]:
    """Return the words of a template that stand outside of what is translated."""
    page = re.sub(DEAD, "", page, flags=re.DOTALL)
    instead = re.findall(r'{{[^}]*?\|default:"([^"]*)"', page)
    page = re.sub(r"{%.*?%}|{{.*?}}", "", page, flags=re.DOTALL)
    said = re.findall(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"', page)
    said += [*instead, *re.split(r"<[^>]*>", page)]
    return [each.strip() for each in said if set(re.findall(r"[A-Za-z]{3,}", each)) - SAME]


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def source(entry: polib.POEntry) -> str:
    return entry.msgid_plural or entry.msgid
