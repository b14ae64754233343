"""What Neo4j's full text knows of names, for `names.py`.

A node has one text, made here, of marked words parted by blanks; the index only splits it at them. Every word
begins with the graph's number, so that no other graph's nodes are found, nor weigh on a rank:

    =  a whole name, alias or id      :  a word of a name or an alias      .  a word of the description
    ~  three letters of a name        @  the type
"""

import re
from collections.abc import Iterable, Sequence

from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_rows import FIND, HIDDEN, KEY, node_of
from agents.graphs.cypher_words import ENTITY
from agents.graphs.folding import fold_name
from agents.graphs.names import names_of
from agents.graphs.reading import ID, Called, Spelled
from agents.model import Node

INDEX = "loregraph_find"
MAKE = (
    f"CREATE FULLTEXT INDEX {INDEX} IF NOT EXISTS FOR (n:{ENTITY}) ON EACH [n.{FIND}]"
    " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
)
FIELDS = "[k IN keys(n) WHERE NOT k IN $hidden | [k, n[k]]]"  # of a node `n`, without what is long and for search alone
_HITS = f"CALL db.index.fulltext.queryNodes('{INDEX}', $query, {{limit: $most}}) YIELD node AS n, score"
_SEEN = 5_000  # nodes whose names are compared here
_AT_ONCE = 400  # texts of one search; Lucene takes 1,024 parts
_WORDS = 1_000  # of a description
_WHOLE = 100  # characters of a name that are one word; Lucene cuts words at 255
_GRAMS = 40
_BLANK = "\u00a0"
_SPECIAL = re.compile(r'([+\-&|!(){}\[\]^"~*?:\\/<>=])')


def find_text(number: int, node: Node) -> str:
    """Return the text by which a node is found."""
    called = list(names_of(node))
    named = [folded for kind, _, folded in called if kind != ID]
    words = ["=" + _joined(folded) for _, _, folded in called]
    words += [":" + word for each in named for word in _words(each)]
    words += ["." + word for word in _words(fold_name(node.description))[:_WORDS]]
    words += ["~" + gram for each in named for gram in _grams(each)]
    words.append("@" + _whole(node.type))
    return str(number) + f" {number}".join(dict.fromkeys(words))


def called(tx: Transaction, number: int, texts: Iterable[str]) -> dict[str, list[Called]]:
    """Return {folded text: [(node, kind, text)]}, each node once, names first."""
    wanted = sorted(set(texts))
    found: dict[str, list[Called]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        few = set(wanted[start : start + _AT_ONCE])
        query = " ".join(_word(number, "=", _whole(each)) for each in few)
        for key, node in _nodes(tx, query, 10 * _SEEN):
            for kind, text, folded in _first_of_each(node):
                if folded in few:
                    found.setdefault(folded, []).append((key, kind, text))
    return {text: sorted(each, key=lambda one: (one[1], one[0])) for text, each in found.items()}


def exactly(tx: Transaction, number: int, text: str, types: Sequence[str], most: int) -> list[Called]:
    """Return what is called exactly so, names first."""
    query = _of_types(number, "+" + _word(number, "=", _whole(text)), types)
    hits = [
        (key, kind, name)
        for key, node in _nodes(tx, query, most)
        for kind, name, folded in _first_of_each(node)
        if folded == text
    ]
    return sorted(hits, key=lambda each: (each[1], each[0]))


def beginning(tx: Transaction, number: int, text: str, types: Sequence[str], most: int) -> list[Spelled]:
    """Return what is called by something longer that begins so, the shortest first."""
    query = _of_types(number, f"+{_word(number, '=', _whole(text))}*", types)
    hits = [
        (len(folded), kind, key, name, folded)
        for key, node in _nodes(tx, query, _SEEN)
        for kind, name, folded in names_of(node)
        if folded.startswith(text) and folded != text
    ]
    return [(key, name, folded) for _, _, key, name, folded in sorted(hits)[:most]]


def worded(
    tx: Transaction, number: int, words: Sequence[str], types: Sequence[str], most: int
) -> list[tuple[int, Node]]:
    """Return the nodes whose texts have all the words, the last perhaps unfinished."""
    *whole, last = words
    parts = [f"+({_word(number, ':', each)}^10 {_word(number, '.', each)})" for each in whole]
    parts += [f"+({_word(number, ':', last)}*^10 {_word(number, '.', last)}*)"]
    return _nodes(tx, _of_types(number, " ".join(parts), types), most)


def spelled(tx: Transaction, number: int, text: str, types: Sequence[str], most: int) -> list[Spelled]:
    """Return what is called by something that shares many trigrams with the text."""
    grams = _grams(text)[:_GRAMS]
    if not grams:
        return []
    any_of = " ".join(_word(number, "~", each) for each in grams)
    found = _nodes(tx, _of_types(number, f"+({any_of})", types), most)
    return [(key, name, folded) for key, node in found for kind, name, folded in names_of(node) if kind != ID]


def _nodes(tx: Transaction, query: str, most: int) -> list[tuple[int, Node]]:
    rows = tx.rows(f"{_HITS} RETURN n.{KEY}, {FIELDS}", query=query, most=most, hidden=HIDDEN)
    return [(key, node_of(fields)) for key, fields in rows]


def _first_of_each(node: Node) -> Iterable[tuple[int, str, str]]:
    """Yield the names of a node, of those that fold alike the first."""
    return {folded: (kind, text, folded) for kind, text, folded in reversed(list(names_of(node)))}.values()


def _of_types(number: int, query: str, types: Sequence[str]) -> str:
    return f"{query} +({' '.join(_word(number, '@', _whole(each)) for each in types)})" if types else query


def _word(number: int, mark: str, text: str) -> str:
    """Return a word of the text as Lucene's query language writes it."""
    return _SPECIAL.sub(r"\\\1", f"{number}{mark}{text}")


def _joined(folded: str) -> str:
    """Return a folded name as one word."""
    return folded[:_WHOLE].replace(" ", _BLANK)


def _whole(text: str) -> str:
    """Return any text as one word."""
    return re.sub(r"\s", _BLANK, text[:_WHOLE])


def _words(folded: str) -> list[str]:
    return list(dict.fromkeys(each[:_WHOLE] for each in re.findall(r"\w+", folded)))


def _grams(folded: str) -> list[str]:
    text = folded[:300].replace(" ", _BLANK)
    return list(dict.fromkeys([text[at : at + 3] for at in range(len(text) - 2)]))
