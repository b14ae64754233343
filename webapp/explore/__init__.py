"""Looking around a graph without asking it: search, browse, a page for every node."""
