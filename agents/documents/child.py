"""The process that reads one file and ends: whatever a hostile file does, it does it here, within limits.

`python -m agents.documents.child KIND PATH PAGES CHARACTERS SECONDS` prints a line of JSON a page:
{"text", "of"}, or {"error"} where the file cannot be read.
"""

import json
import logging
import resource
import sys
from pathlib import Path

MEMORY = 1_500_000_000  # bytes of address space


def main(kind: str, path: str, pages: str, characters: str, seconds: str) -> None:
    """Print a file's text; stop where there is more of it than may be."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file
    logging.disable(logging.CRITICAL)
    from agents.documents.kinds import parts
    from agents.errors import SourceError

    left = int(characters)
    try:
        for text, total in parts(Path(path), kind, int(pages)):
            left -= len(text)
            if left < 0:
                raise SourceError(f"This has more than {int(characters):,} characters of text; split it.")
            _say({"text": text, "of": total})
    except SourceError as error:
        _say({"error": str(error)})
    except (MemoryError, RecursionError):
        _say({"error": "This takes more memory to read than a document may."})


def _say(told: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
