"""A Neo4j server on this machine without a container engine, from its published artefacts."""
