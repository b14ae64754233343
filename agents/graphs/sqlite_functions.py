"""What the compiled statements need and SQLite lacks."""

import sqlite3

from agents.graphs.folding import fold


def add_functions(conn: sqlite3.Connection) -> None:
    """Teach a connection `fold`, `sum_once` and `average_once`."""
    conn.create_function("fold", 1, _fold, deterministic=True)
    conn.create_aggregate("sum_once", 2, SumOnce)  # type: ignore[arg-type]
    conn.create_aggregate("average_once", 3, AverageOnce)  # type: ignore[arg-type]


def _fold(text: object) -> str | None:
    return fold(text) if isinstance(text, str) else None


class SumOnce:
    """Sum a number for each node, counting a node once however many rows it comes in."""

    def __init__(self) -> None:
        self._numbers: dict[int, float] = {}

    def step(self, node: int | None, number: float | None) -> None:
        """Take one row."""
        if node is not None and number is not None:
            self._numbers[node] = number

    def finalize(self) -> float | None:
        """Return the sum, or None over nothing."""
        return sum(self._numbers.values()) if self._numbers else None


class AverageOnce:
    """Average over nodes that each bring the sum and the count of their numbers."""

    def __init__(self) -> None:
        self._numbers: dict[int, tuple[float, int]] = {}

    def step(self, node: int | None, number: float | None, count: int) -> None:
        """Take one row."""
        if node is not None and number is not None:
            self._numbers[node] = (number, count)

    def finalize(self) -> float | None:
        """Return the average, or None over nothing."""
        if not self._numbers:
            return None
        return sum(number for number, _ in self._numbers.values()) / sum(n for _, n in self._numbers.values())
