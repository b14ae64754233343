"""`python -m bench.page`: how soon a person sees something after asking, measured in the browser on the medical graph.

Each gold question is asked in a real page of a real server, once the drawing of the last one has come to rest; an
event counts when the page has it.
"""

import argparse
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from agents.packs.pack import pack
from bench.figures import Figure, table
from tests.browser.hosting import arguments, executable, real_site

GRAPH = "medical"
# When the first event of each kind came, in milliseconds after the message was sent.
LISTEN = """() => {
  window.seen = {};
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (text) {
    if (JSON.parse(text).type === "ask") window.seen = { asked: performance.now() };
    return send.call(this, text);
  };
  for (const kind of ["run.started", "entities.linked", "graph.grown", "answer.delta", "answer.done"])
    document.addEventListener(kind, () => { window.seen[kind] ??= performance.now() - window.seen.asked; });
}"""
LOOKED = (
    100  # milliseconds between two looks at whether the answer is there: a look a frame would have each frame drawn
)
READING = 1500  # milliseconds before the next question: nobody asks while the last answer is still being drawn
SEEN = "() => window.seen['answer.done'] !== undefined && window.seen"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--questions", type=int, default=50)
    parser.add_argument("--data", type=Path, help="a data folder that may hold the graph already; else a new one")
    options = parser.parse_args()
    os.environ["LOREGRAPH_QUESTIONS_A_MINUTE"] = "100000"  # one person asks them all
    with folder(options.data) as data, real_site(data, "--pack", GRAPH, "--graph", GRAPH) as site:
        print(table(figures(times(site, questions(options.questions)))))


@contextmanager
def folder(given: Path | None) -> Iterator[Path]:
    """Give the folder, or a new one that is thrown away afterwards."""
    with TemporaryDirectory(prefix="loregraph-bench-") as new:
        yield given or Path(new)


def questions(count: int) -> list[str]:
    """Return so many gold questions that stand alone."""
    lines = map(json.loads, pack(GRAPH).gold.read_text().splitlines())
    return [each["question"] for each in lines if "question" in each][:count]


def times(site: str, asked: list[str]) -> list[dict[str, float]]:
    """Ask each question in a page, one after the other; return when each kind of event came first."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=executable(), args=arguments())
        page = browser.new_page(base_url=site)
        page.set_default_timeout(120_000)
        page.goto(f"/g/{GRAPH}/")
        page.evaluate(LISTEN)
        _ask(page, asked[0])  # the first of a process waits for the language tools
        return [_ask(page, question) for question in asked]


def _ask(page: Any, question: str) -> dict[str, float]:
    page.evaluate("() => { window.seen = {}; }")
    page.fill("#question", question)
    page.keyboard.press("Enter")
    seen: dict[str, float] = page.wait_for_function(SEEN, polling=LOOKED).json_value()
    page.wait_for_timeout(READING)
    return seen


def figures(seen: list[dict[str, float]]) -> list[Figure]:
    """Return the median of each kind of event, and the 95th percentile."""
    kinds = ("run.started", "entities.linked", "graph.grown", "answer.delta", "answer.done")
    return [_figure(kind, [each[kind] for each in seen if kind in each]) for kind in kinds]


def _figure(kind: str, found: list[float]) -> Figure:
    slowest = quantiles(found, n=20)[-1]
    return Figure(f"first {kind}", median(found), "ms", f"95th percentile {slowest:.0f} ms, of {len(found)} questions")


if __name__ == "__main__":
    main()
