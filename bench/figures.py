"""Figures, how they are taken, and how they are shown."""

import os
import platform
import sqlite3
from collections.abc import Callable, Iterable
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
