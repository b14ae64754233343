"""Transactions on a Neo4j server: one pool a process, made at first use; the one module that knows the driver."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DatabaseError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from agents.errors import GraphError, StoreTimeout, StoreUnavailable
from agents.graphs.address import Address

T = TypeVar("T")
logger = logging.getLogger(__name__)
LATE = "The graph took too long to answer this; ask for something narrower."
WRITING_SECONDS = 600.0
_PATIENCE: dict[str, Any] = {
    "connection_timeout": 1.5,  # with these a page says within two seconds that the server is away
    "connection_acquisition_timeout": 10.0,
    "max_transaction_retry_time": 0.6,
    "initial_retry_delay": 0.1,
    "retry_delay_multiplier": 2.0,
}
_FETCHED = 1_000  # rows that come at once
_PAUSE = 1.0  # seconds in which a server that was away is not tried again: a page asks it several things
_TIMED_OUT = ("TransactionTimedOut", "TransactionTerminated", "Transaction.Terminated", "OutOfMemory")
_AWAY = ("DatabaseNotFound", "DatabaseUnavailable", "NotALeader", "Security", "General.Unavailable")


@dataclass(frozen=True)
class Transaction:
    """A transaction under way, and the clock that ends it."""

    _tx: neo4j.ManagedTransaction
    deadline: float

    def rows(self, statement: str, /, **parameters: Any) -> Iterator[list[Any]]:
        """Run a statement and yield its rows as they come."""
        self.check()
        for record in self._tx.run(statement, parameters):
            yield record.values()

    def records(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Run a statement and yield its rows by their columns' names."""
        self.check()
        for record in self._tx.run(statement, dict(parameters)):
            yield dict(record)

    def all(self, statement: str, /, **parameters: Any) -> list[list[Any]]:
        """Run a statement and return all of its rows."""
        return list(self.rows(statement, **parameters))

    def one(self, statement: str, /, **parameters: Any) -> list[Any] | None:
        """Run a statement and return its first row, or None."""
        return next(iter(self.all(statement, **parameters)), None)

    def do(self, statement: str, /, **parameters: Any) -> None:
        """Run a statement to its end."""
        self.check()
        self._tx.run(statement, parameters).consume()

    def begin(self, statement: str, /, **parameters: Any) -> None:
        """Have a statement run while this side goes on; what becomes of it is told by the next one, or by the end."""
        self.check()
        self._tx.run(statement, parameters)

    def plan(self, statement: str, parameters: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        """Return the type ("r" where it only reads) and the plan of an EXPLAIN."""
        self.check()
        summary = self._tx.run(statement, dict(parameters)).consume()
        return str(summary.query_type), dict(summary.plan or {})

    def check(self) -> None:
        """Raise StoreTimeout when the time is up."""
        if monotonic() > self.deadline:
            raise StoreTimeout(LATE)


class Connections:
    """Runs functions in transactions of one database; they are retried while the server is busy or just back."""

    def __init__(self, at: Address, timeout: float) -> None:
        self.address = at
        self.timeout = timeout
        self._driver: neo4j.Driver | None = None
        self._process = 0
        self._inherited: list[neo4j.Driver] = []  # a child must not close what its parent opened
        self._lock = Lock()
        self._away_until = 0.0
        self._told_at = 0.0

    def read(self, work: Callable[[Transaction], T], timeout: float | None = None) -> T:
        """Do work that only reads; raise StoreTimeout or StoreUnavailable."""
        return self._managed(work, self.timeout if timeout is None else timeout, neo4j.READ_ACCESS)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do work in a transaction that is committed at its end, or wholly undone on any exception."""
        return self._managed(work, WRITING_SECONDS, neo4j.WRITE_ACCESS)

    def command(self, statement: str, /, **parameters: Any) -> None:
        """Run a statement that makes transactions of its own: one that changes indexes, or is IN TRANSACTIONS."""
        with self._translated(), self._session(neo4j.WRITE_ACCESS) as session:
            session.run(statement, parameters).consume()

    def server(self) -> str:
        """Return what the server says that it is; raise StoreUnavailable."""
        with self._translated():
            return str(self._open().get_server_info().agent)

    def identity(self) -> str:
        """Return what tells the database from every other, however it is addressed."""
        row = self.read(lambda tx: tx.one("CALL db.info() YIELD id RETURN id"))
        return str(row[0]) if row else ""

    def mark(self) -> str:
        """Return what the server calls the state of the database: it is another after every change, and no other."""
        with self._translated(), self._session(neo4j.READ_ACCESS) as session:
            session.execute_read(lambda tx: tx.run("RETURN 1").consume())
            return " ".join(sorted(session.last_bookmarks().raw_values))

    def stream(self, work: Callable[[Transaction], Iterator[T]]) -> Iterator[T]:
        """Yield what work yields, in one transaction that may take its time."""
        with (
            self._translated(),
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=WRITING_SECONDS * 6) as tx,
        ):
            yield from work(Transaction(tx, float("inf")))  # type: ignore[arg-type]

    def close(self) -> None:
        """Close the pool; a later use opens it anew."""
        with self._lock:
            if self._driver is not None and self._process == os.getpid():
                self._driver.close()
            self._driver = None

    def _managed(self, work: Callable[[Transaction], T], seconds: float, mode: str) -> T:
        deadline = monotonic() + seconds

        @neo4j.unit_of_work(timeout=seconds)
        def attempt(tx: neo4j.ManagedTransaction) -> T:
            return work(Transaction(tx, deadline))

        with self._translated(), self._session(mode) as session:
            return session.execute_read(attempt) if mode == neo4j.READ_ACCESS else session.execute_write(attempt)

    def _session(self, mode: str) -> neo4j.Session:
        return self._open().session(database=self.address.database, default_access_mode=mode, fetch_size=_FETCHED)

    def _open(self) -> neo4j.Driver:
        with self._lock:
            if self._driver is not None and self._process != os.getpid():
                self._inherited.append(self._driver)
                self._driver = None
            if self._driver is None:
                auth = (self.address.user, self.address.password) if self.address.user else None
                self._driver = neo4j.GraphDatabase.driver(
                    self.address.url, auth=auth, notifications_min_severity="OFF", **_PATIENCE
                )
                self._process = os.getpid()
            return self._driver

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the driver's errors of circumstance into the engine's; a defect stays what it is."""
        if monotonic() < self._away_until:
            raise self._away("it cannot be reached")
        try:
            yield
        except AuthError as error:
            raise self._away("it refuses the user or the password") from error
        except (ServiceUnavailable, SessionExpired, OSError) as error:
            self._away_until = monotonic() + _PAUSE
            raise self._away("it cannot be reached") from error
        except Neo4jError as error:
            raise (self._of_the_server(error) or error) from error
        except DriverError as error:
            raise self._away("it does not speak as expected") from error

    def _of_the_server(self, error: Neo4jError) -> GraphError | None:
        code = error.code or ""
        if any(each in code for each in _TIMED_OUT):
            return StoreTimeout(LATE)
        if "DatabaseNotFound" in code:
            return self._away("it has no such database")
        if any(each in code for each in _AWAY):
            return self._away("it does not serve its database just now")
        return None

    def _away(self, why: str) -> StoreUnavailable:
        place = f"Neo4j at {self.address.place}" + (f"/{self.address.database}" if self.address.database else "")
        if monotonic() >= self._told_at + _PAUSE:
            self._told_at = monotonic()
            logger.warning("%s: %s", place, why)
        return StoreUnavailable(f"The graph store does not answer: {why}.", place)


@contextmanager
def refused(error_of: Callable[[str], Exception]) -> Iterator[None]:
    """Raise what `error_of` makes of the server's words where it cannot take or run a statement."""
    try:
        yield
    except (ClientError, DatabaseError) as error:
        raise error_of((error.message or "The server gives no reason.")[:1_000]) from error
