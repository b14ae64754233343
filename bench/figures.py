"""Figures, how they are taken, and how they are shown."""

import os
import platform
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One measured number with its unit, and what was measured in words."""

    name: str
    value: float
    unit: str
    note: str = ""


def median_ms(work: Callable[[], object], repeat: int) -> float:
    """Return the median time of `repeat` calls in milliseconds, after one call that warms up."""
    work()
    return median(_milliseconds(work) for _ in range(repeat))


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as lines for a terminal."""
    return "\n".join(f"{each.name:<34}{each.value:>14,.2f} {each.unit:<10} {each.note}".rstrip() for each in figures)


def beside(measured: Mapping[str, Sequence[Figure]]) -> str:
    """Return the figures of two stores as lines for a terminal: one beside the other, and how many times as large."""
    (one, first), (other, second) = measured.items()
    theirs = {each.name: each for each in second}
    lines = [f"{'':<34}{one:>14}{other:>14}    ratio"]
    for each in first:
        there = theirs.pop(each.name, None)
        numbers = (
            f"{each.value:>14,.2f}{there.value:>14,.2f}{_ratio(each, there):>9}"
            if there
            else f"{each.value:>14,.2f}{'':>23}"
        )
        lines.append(f"{each.name:<34}{numbers} {each.unit:<10} {each.note}".rstrip())
    lines += [
        f"{each.name:<34}{'':>14}{each.value:>14,.2f}{'':>9} {each.unit:<10} {each.note}".rstrip()
        for each in theirs.values()
    ]
    return "\n".join(lines)


def _ratio(one: Figure, other: Figure) -> str:
    return f"{other.value / one.value:,.2f}" if one.value else ""


def machine() -> dict[str, str | int]:
    """Return what the figures depend on, without anything that names the machine."""
    return {
        "processor": _cpuinfo() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": platform.system(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _cpuinfo() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
