"""What a text claims, as triples over a graph's schema: what it says of things that the graph knows, or could know."""
