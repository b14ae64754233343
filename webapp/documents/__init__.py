"""Documents beside a graph: kept, read, searched, and looked through for facts."""
