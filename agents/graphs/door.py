"""What a statement of Cypher that a person or a model wrote may do: read one database, and nothing else.

The words are looked at first, then the plan that the server makes of them (`bolt_door`). Cypher decodes `\\uXXXX`
before it reads anything, so the same is done here before looking.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from agents.errors import StatementRefused
from agents.graphs.folding import is_storable

LONGEST = 10_000  # characters
BEGINNINGS = frozenset("MATCH OPTIONAL WITH UNWIND RETURN CALL".split())
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.index.vector.querynodes",
        "db.index.vector.queryrelationships",
    }
)
FUNCTIONS = frozenset("date datetime localdatetime time localtime duration point vector".split())  # namespaces
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_QUIET = re.compile(r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | /\*.*?\*/ | //[^\n\r]*""", re.DOTALL | re.VERBOSE)
_TICKED = re.compile(r"`(?:``|[^`])*`")
_NAME = r"(?:[^\W\d]\w*|`(?:``|[^`])*`)"
_CALLED = re.compile(rf"({_NAME}(?:\s*\.\s*{_NAME})+)\s*\(")
_PROCEDURE = re.compile(rf"\bCALL\s+({_NAME}(?:\s*\.\s*{_NAME})*)", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What a statement gave: its columns and rows as JSON values, and what the server's plan had guessed."""

    statement: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False
    estimate: int = 0  # rows, by the plan
    repaired: tuple[tuple[str, str], ...] = ()  # statements that failed before this one, and why


def checked(statement: str) -> str:
    """Return the statement to plan; raise StatementRefused where its words alone say that it may not run."""
    text = statement.strip().removesuffix(";").strip()
    if not text:
        raise StatementRefused("empty", "There is no statement.")
    if len(text) > LONGEST or not is_storable(text) or "\0" in text:
        raise StatementRefused("long", f"A statement has at most {LONGEST:,} characters, all of them Unicode.")
    quiet = _quiet(text)
    _refuse_beginning(quiet)
    words = _TICKED.sub(" x ", quiet)
    for pattern, why, reason in _REFUSED:
        if pattern.search(words):
            raise StatementRefused(why, reason)
    _refuse_calls(quiet)
    return text


def refuse_plan(kind: str, plan: Mapping[str, Any]) -> int:
    """Return how many rows the plan expects; raise StatementRefused where it does more than read."""
    if kind != "r":
        raise StatementRefused("writes", "The statement would change the database; only reading is open here.")
    for step in _steps(plan):
        name, details = step.get("operatorType", "").partition("@")[0], str(step.get("args", {}).get("Details", ""))
        if name in _FORBIDDEN_STEPS:
            raise StatementRefused(*_FORBIDDEN_STEPS[name])
        if "ProcedureCall" in name:
            _refuse_procedures([details.partition("(")[0]])
        if name.startswith(_SHOWS):
            raise StatementRefused("administration", "The statement asks about the server, not about the graph.")
    return int(float(plan.get("args", {}).get("EstimatedRows", 0)))


def _quiet(text: str) -> str:
    """Return the text as Cypher lexes it, without strings and comments."""
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return _without_quiet(decoded)


def _without_quiet(text: str) -> str:
    """Blank strings and comments out, reading from the left; what is in backticks stays."""
    both = re.compile(f"{_QUIET.pattern} | {_TICKED.pattern}", re.DOTALL | re.VERBOSE)
    return both.sub(lambda found: found[0] if found[0].startswith("`") else " ", text)


def _refuse_beginning(quiet: str) -> None:
    found = re.match(r"\s*[({]*\s*([^\W\d]\w*)", quiet)
    first = found[1].upper() if found else ""
    if first in ("EXPLAIN", "PROFILE", "CYPHER"):
        raise StatementRefused("prefix", f"Leave out {first}: statements are planned here before they run.")
    if first in _ADMINISTRATION:
        raise StatementRefused("administration", f"{first} speaks to the server, not to the graph.")
    if first == "LOAD":
        raise StatementRefused("file", "LOAD CSV reads files and addresses; that is not open here.")
    if first == "USE":
        raise StatementRefused("database", "USE chooses another database; that is not open here.")
    if first in _WRITING:
        raise StatementRefused("writes", f"{first} changes the database; only reading is open here.")
    if first not in BEGINNINGS:
        raise StatementRefused("syntax", f"A statement begins with {', '.join(sorted(BEGINNINGS))}.")


def _refuse_calls(quiet: str) -> None:
    calls = [_plain(each) for each in _PROCEDURE.findall(quiet)]
    _refuse_procedures(calls)
    for name in map(_plain, _CALLED.findall(quiet)):
        if name not in calls and name.partition(".")[0] not in FUNCTIONS:
            raise StatementRefused("function", f"The function {name} is not open here.")


def _refuse_procedures(names: Iterable[str]) -> None:
    for name in names:
        if name.lower() not in PROCEDURES:
            raise StatementRefused("procedure", f"The procedure {name} is not open here.")


def _plain(name: str) -> str:
    return re.sub(r"[\s`]", "", name).lower()


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += step.get("children", ())


_ADMINISTRATION = frozenset(
    "SHOW TERMINATE ALTER GRANT DENY REVOKE START STOP ENABLE DRYRUN DEALLOCATE REALLOCATE RENAME CREATE_USER".split()
)
_WRITING = frozenset("CREATE MERGE SET DELETE DETACH REMOVE DROP FOREACH INSERT NODETACH".split())
_FORBIDDEN_STEPS = {
    "LoadCSV": ("file", "LOAD CSV reads files and addresses; that is not open here."),
    "TransactionForeach": ("writes", "A statement may not make transactions of its own."),
    "TransactionApply": ("writes", "A statement may not make transactions of its own."),
}
_SHOWS = ("Show", "Terminate")
_REFUSED = (
    (re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE), "file", "LOAD CSV reads files and addresses."),
    (re.compile(r"(?:\{|\bUNION(?:\s+ALL)?)\s*USE\b", re.IGNORECASE), "database", "USE chooses another database."),
    (re.compile(r"\}\s*IN\s+(?:\S+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS\b", re.IGNORECASE), "writes",
     "A statement may not make transactions of its own."),
    (re.compile(r";"), "several", "One statement at a time."),
    (re.compile(r"\$"), "syntax", "A statement has no parameters here; write the value itself."),
)  # fmt: skip
