"""`python -m deploy.models NAME`: fetch a small language model and print where its GGUF file lies."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from deploy.models.fetching import Missing, fetched
from deploy.models.weights import KNOWN


def main() -> int:
    """Fetch what is named; return the exit code."""
    options = ArgumentParser(prog="python -m deploy.models", description=__doc__)
    options.add_argument("name", choices=sorted(KNOWN))
    options.add_argument("--folder", type=Path, help="keep it here, not in the user's cache")
    given = options.parse_args()
    try:
        print(fetched(given.name, given.folder))
    except Missing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
