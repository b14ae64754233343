"""What the two scripts of gold questions share; nothing of the product."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

PACKS = Path(__file__).parents[2] / "agents" / "packs"


def folder(package):
    return Path(find_spec(package).submodule_search_locations[0]) / "data"


class Gold:
    """Collects questions; an answer that is a set is sorted, an empty one is refused."""

    def __init__(self):
        self.lines = []

    def ask(self, kind, question, answers):
        answers = sorted(set(answers)) if isinstance(answers, (set, frozenset, list, tuple)) else [answers]
        assert answers, question
        assert len(answers) <= 60, (question, len(answers))
        self.lines.append({"question": question, "answers": answers, "kind": kind})

    def text(self):
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines)

    def write(self, pack):
        (PACKS / pack / "gold.jsonl").write_text(self.text(), "utf-8")
        sys.stdout.write(f"{len(self.lines)} questions of {pack}\n")


def most(counts):
    """The keys with the highest count."""
    top = max(counts.values())
    return {key for key, count in counts.items() if count == top}
