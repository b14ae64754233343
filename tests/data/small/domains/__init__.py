"""One module a graph: `build()` gives the graph, `ask(graph)` its questions with answers computed from it."""
