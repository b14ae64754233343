"""The texts of the site and their translations: `make words` takes new ones in and compiles what is translated.

Pages are read by Django's own reader of templates, scripts by the calls of `t` and `tn`, Python by those of gettext.
The compiled catalogs are committed: a fresh machine needs no gettext.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import django
import polib
from django.utils.translation.template import templatize

from tests.house.repository import ROOT

LOCALE = ROOT / "webapp" / "locale"
LANGUAGES = {"es": "Spanish", "de": "German", "zh_Hans": "Chinese", "ja": "Japanese"}
DOMAINS = ("django", "djangojs")
ONE_FORM = ("zh_Hans", "ja")
# `note` is the audit log's: what it says happened is kept in English and translated where it is shown.
CALLS = {"gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "_": 1, "note": 1, "ngettext": 2, "ngettext_lazy": 2}
STRING = r'"((?:[^"\\]|\\.)*)"'
SCRIPT = re.compile(rf"(?<![\w.$])t\({STRING}|(?<![\w.$])tn\({STRING},\s*{STRING}")


class Text(NamedTuple):
    """A text as it stands in the source; `many` is empty where no count decides."""

    one: str
    many: str = ""


def texts(domain: str) -> set[Text]:
    """Return every text of the pages and Python ("django"), or of the scripts ("djangojs")."""
    return set(_scripts()) if domain == "djangojs" else set(_pages()) | set(_python())


def templates() -> list[Path]:
    """Return every template."""
    return sorted((ROOT / "templates").rglob("*.html"))


def _pages() -> Iterator[Text]:
    for path in templates():
        yield from _calls(templatize(path.read_text()))


def _python() -> Iterator[Text]:
    for path in sorted((ROOT / "webapp").rglob("*.py")):
        yield from _calls(path.read_text())


def _calls(source: str) -> Iterator[Text]:
    """Yield the texts that the source's calls of gettext name; what templates became is read line by line."""
    try:
        trees = [ast.parse(source)]
    except SyntaxError:
        trees = [ast.parse(call) for call in re.findall(r"\b_?n?gettext\(.*?\) |(?<!\w)_\(.*?\) ", source, re.S)]
    for call in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        given = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if name in CALLS and len(given) >= CALLS[name]:
            yield Text(*given[: CALLS[name]])


def _scripts() -> Iterator[Text]:
    for path in sorted((ROOT / "webapp" / "static" / "js").glob("*.js")):
        for single, one, many in SCRIPT.findall(path.read_text()):
            yield Text(single) if single else Text(one, many)


def catalog(language: str, domain: str) -> polib.POFile:
    """Return a language's catalog; an empty one where there is none."""
    path = LOCALE / language / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(path), wrapwidth=110) if path.exists() else polib.POFile(wrapwidth=110)


def main() -> None:
    """Take in what is new, drop what is gone, and compile."""
    django.setup()
    for language in LANGUAGES:
        for domain in DOMAINS:
            book = renewed(language, domain)
            path = LOCALE / language / "LC_MESSAGES" / domain
            path.parent.mkdir(parents=True, exist_ok=True)
            book.save(f"{path}.po")
            book.save_as_mofile(f"{path}.mo")
            print(f"{language} {domain}: {len(book)} texts, {len(book.untranslated_entries())} to be translated")


def renewed(language: str, domain: str) -> polib.POFile:
    """Return a catalog with the texts of the source and the translations that are known."""
    known = {(entry.msgid, entry.msgid_plural): entry for entry in catalog(language, domain)}
    book = polib.POFile(wrapwidth=110)
    forms = "nplurals=1; plural=0;" if language in ONE_FORM else "nplurals=2; plural=(n != 1);"
    book.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": forms,
    }
    for text in sorted(texts(domain)):
        book.append(known.get(text) or _empty(text, language))
    return book


def _empty(text: Text, language: str) -> polib.POEntry:
    if not text.many:
        return polib.POEntry(msgid=text.one)
    forms = {0: ""} if language in ONE_FORM else {0: "", 1: ""}
    return polib.POEntry(msgid=text.one, msgid_plural=text.many, msgstr_plural=forms)


if __name__ == "__main__":
    main()
