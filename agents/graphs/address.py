"""Addresses of Neo4j databases, read without the driver."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_PORT = 7687


@dataclass(frozen=True)
class Address:
    """Where a database is: SCHEME://USER:PASSWORD@HOST:PORT/DATABASE, taken apart."""

    url: str
    user: str
    password: str
    database: str | None

    @property
    def place(self) -> str:
        """The host and the port, for those who run the site."""
        return self.url.partition("://")[2]


def address(text: str) -> Address:
    """Take an address apart; raise ValueError saying what is wrong with it."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port or _PORT
    except ValueError:
        parts, host, port = urlsplit(""), None, 0
    if parts.scheme not in SCHEMES or not host:
        raise ValueError("give neo4j://USER:PASSWORD@HOST:PORT/DATABASE")
    if parts.path.strip("/").count("/") or parts.query or parts.fragment:
        raise ValueError("after the host comes one database's name, and nothing else")
    place = f"[{host}]" if ":" in host else host
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Address(f"{parts.scheme}://{place}:{port}", user, password, unquote(parts.path.strip("/")) or None)
