"""`python -m deploy.neo4j`: a Neo4j server for development, until Ctrl-C."""

import os
import signal
import sys
from argparse import ArgumentParser
from pathlib import Path

from deploy.neo4j.artefacts import Missing, version
from deploy.neo4j.container import Container, engine
from deploy.neo4j.server import Server


def main() -> int:
    """Start a server, say its address and wait; return the exit code."""
    options = ArgumentParser(prog="python -m deploy.neo4j", description=__doc__)
    options.add_argument("--home", type=Path, default=Path(os.environ.get("LOREGRAPH_DATA") or "var") / "neo4j")
    options.add_argument("--port", type=int, default=7687)
    given = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # both ways to end end the server too
    docker = engine()
    home = given.home.resolve()
    server = Container(docker, home, given.port) if docker else Server(home, given.port)
    how = "in a container" if docker else f"{version()} from its artefacts"
    print(f"Starting Neo4j {how}; the first time fetches it, which may take some minutes.", flush=True)
    try:
        server.start()
        print(f"It is up; its data lies in {given.home}. In another terminal:\n", flush=True)
        print(f"  export LOREGRAPH_GRAPH={server.address}\n\nCtrl-C ends it.", flush=True)
        return server.wait()
    except Missing as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopping.", flush=True)
        return 0
    finally:
        server.stop()


if __name__ == "__main__":
    sys.exit(main())
