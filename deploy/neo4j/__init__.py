"""A Neo4j server on this machine: in a container where there is an engine, else from its published artefacts."""
