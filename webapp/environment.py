"""Every setting of the site: its name in the environment, its type, its default and what it is for.

`value("LOREGRAPH_DEBUG")` reads one; a bad value is refused by its name. The manual's page of settings is
compared with `SETTINGS` by a test.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from agents.graphs.address import SCHEMES, address
from agents.sources.manner import MODES, SELECTORS

BASE = Path(__file__).resolve().parent.parent
PREFIX = "LOREGRAPH_"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


def text(given: str) -> str:
    """Return the text without the blanks around it."""
    return given.strip()


def flag(given: str) -> bool:
    """Read yes or no; raise ValueError for anything else."""
    known = {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}
    if given.strip().lower() not in known:
        raise ValueError("say yes or no")
    return known[given.strip().lower()]


def whole(given: str) -> int:
    """Read a whole number of at least 1; raise ValueError for anything else."""
    if not given.strip().isdecimal() or int(given) < 1:
        raise ValueError("give a whole number, 1 or more")
    return int(given)


def seconds(given: str) -> float:
    """Read a number of seconds above 0 and up to an hour; raise ValueError for anything else."""
    try:
        number = float(given)
    except ValueError:
        number = 0.0
    if not 0 < number <= 3600:
        raise ValueError("give seconds, more than 0 and at most 3600")
    return number


def names(given: str) -> list[str]:
    """Read host names parted by commas; raise ValueError where there is none or one holds a slash or blank."""
    found = [each.strip() for each in given.split(",") if each.strip()]
    if not found or any(set(each) & set("/ \t@") for each in found):
        raise ValueError("give host names parted by commas, without http:// and ports")
    return found


def folder(given: str) -> Path:
    """Read a folder; a relative one lies beside manage.py. Raise ValueError where a file stands in its place."""
    path = (BASE / Path(given).expanduser()).resolve()
    if path.exists() and not path.is_dir():
        raise ValueError("that is a file; give a folder")
    return path


def file(given: str) -> str:
    """Read a file's path, or nothing; a relative one lies beside manage.py. Raise ValueError where there is none."""
    path = (BASE / Path(given).expanduser()).resolve()
    if given and not path.is_file():
        raise ValueError("there is no such file")
    return str(path) if given else ""


def level(given: str) -> str:
    """Read a log level; raise ValueError for an unknown one."""
    if given.strip().upper() not in LEVELS:
        raise ValueError(f"say one of {', '.join(LEVELS)}")
    return given.strip().upper()


def key(given: str) -> str:
    """Read a secret key; raise ValueError for one that is too short to be secret."""
    if given and (len(given) < 50 or len(set(given)) < 5):
        raise ValueError("give at least 50 random characters")
    return given


def redis(given: str) -> str:
    """Read the address of a Redis server, or nothing; raise ValueError for another kind of address."""
    if given and (urlsplit(given).scheme not in ("redis", "rediss", "unix") or len(given) < 10):
        raise ValueError("give an address such as redis://localhost:6379/0")
    return given


def model(given: str) -> str:
    """Read the name of a chat model, or nothing; raise ValueError for what names none."""
    kind, parted, name = given.partition(":")
    if given and not (kind.replace("-", "_").isidentifier() and parted and name.strip()):
        raise ValueError("say PROVIDER:MODEL, such as openai:NAME or ollama:NAME, or local:PATH of a .gguf file")
    return given


def server(given: str) -> str:
    """Read the base address of a server, or nothing; raise ValueError for another kind of address."""
    parts = urlsplit(given)
    if given and (parts.scheme not in ("http", "https") or not parts.hostname or parts.username):
        raise ValueError("give an address such as http://127.0.0.1:8080/v1, without a name or password in it")
    return given


def secret(given: str) -> str:
    """Return a secret as it is; raise ValueError where it holds blanks or signs that no key has."""
    if any(sign.isspace() or not sign.isprintable() or not sign.isascii() for sign in given):
        raise ValueError("give the key alone, without blanks")
    return given


def store(given: str) -> str:
    """Read the address of the graph store: the path of a file, or a Neo4j database's address as it is given.

    Empty: the default's place. Raises ValueError for anything else.
    """
    scheme, _, path = given.partition("://")
    if scheme in SCHEMES:
        address(given)
        return given
    path = path.removeprefix("/")
    if given and (scheme != "sqlite" or not path):
        raise ValueError("give sqlite:///PATH or neo4j://USER:PASSWORD@HOST:PORT/DATABASE")
    return str((BASE / Path(path).expanduser()).resolve()) if path else ""


def manner(given: str) -> str:
    """Read how sources are asked; raise ValueError for an unknown way."""
    if given.strip().lower() not in MODES:
        raise ValueError(f"say one of {', '.join(MODES)}")
    return given.strip().lower()


def selectors(given: str) -> list[str]:
    """Read names of selectors parted by commas, or "none"; raise ValueError for an unknown one."""
    found = [each.strip().lower() for each in given.split(",") if each.strip().lower() not in ("", "none")]
    if wrong := next((each for each in found if each not in SELECTORS), None):
        raise ValueError(f"there is no selector '{wrong}'; there are {', '.join(SELECTORS)}, or none")
    return found


def database(given: str) -> dict[str, Any]:
    """Read the address of a PostgreSQL database as Django's settings of one; nothing for an empty address.

    Raises ValueError for another kind of address.
    """
    parts = urlsplit(given)
    name, options = unquote(parts.path.lstrip("/")), dict(parse_qsl(parts.query))
    if not given:
        return {}
    if parts.scheme not in ("postgres", "postgresql") or not name or "/" in name or set(options) - {"sslmode"}:
        raise ValueError("give postgres://USER:PASSWORD@HOST:PORT/NAME, with ?sslmode=require at most")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"connect_timeout": 5, **options},
    }


@dataclass(frozen=True)
class Setting:
    """One setting: `read` turns its text into its value, and raises ValueError saying what to give instead."""

    name: str
    read: Callable[[str], Any]
    default: str
    description: str

    @property
    def type(self) -> str:
        """The setting's type, as the manual calls it."""
        return TYPES[self.read]


TYPES: dict[Callable[[str], Any], str] = {
    text: "text",
    flag: "yes or no",
    whole: "whole number",
    seconds: "seconds",
    names: "host names",
    folder: "folder",
    file: "file",
    level: "log level",
    key: "secret key",
    redis: "address",
    store: "address",
    database: "address",
    manner: "way of asking",
    selectors: "selectors",
    model: "chat model",
    server: "address",
    secret: "secret",
}

SETTINGS: tuple[Setting, ...] = (
    Setting(f"{PREFIX}DATA", folder, "var", "The folder where everything lies that is kept."),
    Setting(
        f"{PREFIX}GRAPH",
        store,
        "",
        "Where graphs live: sqlite:///PATH, or neo4j://USER:PASSWORD@HOST:PORT/DATABASE. Empty: in the data folder.",
    ),
    Setting(
        f"{PREFIX}DATABASE",
        database,
        "",
        "A PostgreSQL database for people and talks: postgres://USER:PASSWORD@HOST:PORT/NAME. Empty: a file.",
    ),
    Setting(f"{PREFIX}SECRET_KEY", key, "", "Signs sessions. Empty: made once and kept in the data folder."),
    Setting(f"{PREFIX}DEBUG", flag, "no", "Show the cause of failures on pages; never on a public site."),
    Setting(f"{PREFIX}HOSTS", names, "localhost,127.0.0.1,[::1]", "The host names that the site answers to."),
    Setting(f"{PREFIX}HTTPS", flag, "no", "The site is reached by HTTPS alone: secure cookies, redirect, HSTS."),
    Setting(f"{PREFIX}PROXY", flag, "no", "Trust X-Forwarded-Proto and X-Forwarded-For: a proxy of yours sets them."),
    Setting(
        f"{PREFIX}REDIS", redis, "", "Joins several server processes: redis://HOST:PORT/NUMBER. Empty: one process."
    ),
    Setting(f"{PREFIX}MAX_UPLOAD_MB", whole, "200", "The largest file that may be uploaded, in megabytes."),
    Setting(f"{PREFIX}QUERY_SECONDS", seconds, "5", "How long one query of a graph may take."),
    Setting(f"{PREFIX}RUN_SECONDS", seconds, "120", "How long the answer to one question may take."),
    Setting(f"{PREFIX}PAUSE_SECONDS", seconds, "900", "How long a run may be paused."),
    Setting(f"{PREFIX}MAX_QUESTION", whole, "2000", "The longest question, in characters."),
    Setting(f"{PREFIX}MAX_RUNS", whole, "3", "How many questions of one person may be under way at once."),
    Setting(f"{PREFIX}QUESTIONS_A_MINUTE", whole, "30", "How many questions one person may ask in a minute."),
    Setting(f"{PREFIX}GRAPH_QUESTIONS_A_MINUTE", whole, "600", "How many questions a graph is asked in a minute."),
    Setting(f"{PREFIX}MAX_UPLOAD_ROWS", whole, "5000000", "The most rows of a file that is uploaded."),
    Setting(f"{PREFIX}MAX_DOCUMENT_MB", whole, "20", "The largest document that may be added, in megabytes."),
    Setting(f"{PREFIX}MAX_DOCUMENT_PAGES", whole, "2000", "The most pages of a document."),
    Setting(f"{PREFIX}DOCUMENT_SECONDS", seconds, "120", "How long reading one document may take."),
    Setting(f"{PREFIX}MAX_PASSAGES", whole, "100000", "The most passages of a graph's documents together."),
    Setting(f"{PREFIX}SIGN_IN_ATTEMPTS", whole, "10", "Failed sign-ins allowed in a quarter of an hour."),
    Setting(f"{PREFIX}SOURCES_MODE", manner, "auto", "How sources are asked: auto, explicit, bottom-up or off."),
    Setting(f"{PREFIX}SELECTORS", selectors, ",".join(SELECTORS), "What chooses among passages; none for nothing."),
    Setting(f"{PREFIX}SOURCE_SECONDS", seconds, "20", "How long one source may take for its passages."),
    Setting(f"{PREFIX}CARD_BASE", file, "", "The GGUF file of the language model that cards stand on. Empty: none."),
    Setting(
        f"{PREFIX}CHAT_MODEL",
        model,
        "",
        "A language model: PROVIDER:MODEL, or local:PATH of a GGUF file. Empty: none is asked.",
    ),
    Setting(f"{PREFIX}CHAT_URL", server, "", "The base address of the model's server. Empty: the provider's own."),
    Setting(
        f"{PREFIX}CHAT_KEY", secret, "", "The key that the model's server asks for. Empty: the provider's own way."
    ),
    Setting(f"{PREFIX}CHAT_SECONDS", seconds, "30", "How long one call of the language model may take."),
    Setting(f"{PREFIX}CHAT_TOKENS", whole, "6000", "The most tokens that one question may use, read and written."),
    Setting(f"{PREFIX}CHAT_TOKENS_A_DAY", whole, "1000000", "The most tokens that the site may use in a day (UTC)."),
    Setting(f"{PREFIX}LOG_LEVEL", level, "INFO", "How much the log says: DEBUG, INFO, WARNING or ERROR."),
)
_BY_NAME = {each.name: each for each in SETTINGS}


def value(name: str) -> Any:
    """Return a setting's value from the environment, or its default; raise ImproperlyConfigured by its name."""
    setting = _BY_NAME[name]
    given = os.environ.get(name, "").strip() or setting.default
    try:
        return setting.read(given)
    except ValueError as error:
        shown = "that value" if setting.read in (key, secret) or "@" in given else f"'{given}'"  # no secrets in logs
        raise ImproperlyConfigured(f"{name} cannot be {shown}: {error}.") from error


def unknown() -> list[str]:
    """Return the names in the environment that look like settings and are none."""
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in _BY_NAME)
